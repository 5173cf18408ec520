//! What an open answer does to each instrument.

/// What an open answer does.
pub(super) fn of(instrument: &str) -> &'static [&'static str] {
    match instrument {
        "sledai-2k" | "selena-sledai-hybrid" => {
            &[SPANS_ITS_POINTS, BOUND_DECIDES, CLINICAL_WITHOUT_SEROLOGY, TOTAL_OF_A_RECORD]
        }
        "selena-sledai" | "sledai-1992" => &[
            SPANS_ITS_POINTS,
            "Proteinuria above the limit needs an earlier value of the same kind: without one, and \
             unless this is stated to be the first visit, it stays open.",
            BOUND_DECIDES,
            CLINICAL_WITHOUT_SEROLOGY,
            TOTAL_OF_A_RECORD,
        ],
        "doris-2021" => &[
            ONE_FAILURE,
            "Serology never keeps it open.",
            "On the sheets that compare proteinuria, a value above the limit stays open without an \
             earlier one.",
        ],
        "doris-2017" => &[ONE_FAILURE, "Serology keeps open only the complete variants."],
        "lldas" => &[
            ONE_FAILURE,
            "Without the statement that nothing is new, the clinical descriptors of both visits are \
             compared one by one; while these do not settle it, the statement is missing.",
        ],
        "selena-flare-index" => &[
            "A criterion is open while values or answers of either visit could still meet it; the \
             level, while more than one is possible.",
            "Where nobody said whether the glucocorticoid was raised for activity, the doses decide, \
             and the result says so.",
            "The earlier total is taken as it stood then: its proteinuria, where only measured above \
             the limit, is open unless that was a first visit.",
            TOTAL_OF_A_RECORD,
        ],
        "sri" => &[
            ONE_FAILURE,
            "A total is open while descriptors of either visit are.",
            "Proteinuria, on the sheets that compare it, is held against the previous visit, or \
             against the baseline where no previous visit was given. The baseline’s own total is \
             taken as it stood then.",
            TOTAL_OF_A_RECORD,
        ],
        "sle-das" => &[
            "What nobody assessed spans all its points.",
            "For protein, platelets and leukocytes the value decides, whatever was entered beside \
             it; with another cause it counts for nothing.",
            "The logarithms of platelets and leukocytes have no end towards zero; where they end \
             here is this project’s choice, and sets the highest score.",
        ],
        "eustar-2017" | "escsg-2001" => &[
            "An unknown item spans all its points.",
            "Sites of the skin score that were not graded leave it open between their ends.",
            "The verdict is taken before any rounding, and stays open while the score can lie on \
             either side of the cut-off.",
        ],
        "mrss" => &["A site that nobody graded spans all its grades, and is never 0."],
        "acr-eular-myositis-2016" => &[
            "A measure missing at one visit spans what the other still allows: who begins near the \
             best value cannot improve by much.",
            "One missing at both visits spans all its points. Nothing is rescaled.",
            "Where it depends on values that are open, so is which enzyme is the most abnormal.",
        ],
        "imacs-improvement" => &[
            "A measure that is missing at a visit can have gone either way, as far as the other \
             visit allows.",
            "One certain failure decides: strength that worsened, too many that worsened, or too \
             few left that can improve.",
        ],
        "mmt8" => {
            &["A group that nobody tested spans all its grades. No rule for missing groups was \
             read, and none is made up."]
        }
        "haq-di" => &[
            "Once enough categories are answered, those left out are not missing, and the result \
             says that it is a mean of fewer.",
            "With fewer the index is open: a category that nobody answered can be anything, \
             whatever its aid.",
            "An aid that nobody asked about leaves a low grade open up to the one that it would lift \
             it to.",
        ],
        "crs-astct-2019" => &[
            "The grade is open while fever is, or while what was not assessed could be worse than \
             what is known.",
        ],
        "icans-astct-2019" => &[
            "The grade is open while a domain that nobody assessed could be worse than what is \
             known.",
            "Without the age, cognition can be anything that either test gives, unless a test is \
             chosen.",
        ],
        "licats" => &[
            "The grade is open while one of the conditions is, or while what was not assessed could \
             be worse than what is known.",
            "One condition that certainly fails ends the question.",
        ],
        "icaht-platelets" => {
            &["A row is open while its days are not known, or only between two numbers that give \
             different grades."]
        }
        _ => &[],
    }
}

const SPANS_ITS_POINTS: &str =
    "A descriptor that nobody assessed spans everything from nothing to its weight.";
const BOUND_DECIDES: &str = "A value of which only a bound is known decides where it does so wherever it lies, and else \
     leaves its descriptor open.";
const CLINICAL_WITHOUT_SEROLOGY: &str = "The clinical score waits for no complement or anti-dsDNA.";
const TOTAL_OF_A_RECORD: &str = "Where no descriptor of a visit was answered, a total of this sheet from a record stands for \
     them, and the result says so.";
const ONE_FAILURE: &str =
    "One certain failure decides. Otherwise whatever is open keeps the verdict open.";
