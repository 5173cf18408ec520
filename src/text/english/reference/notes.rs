//! What a table of rows does not tell of a rule by itself.

/// How the rows of an instrument are read.
pub(super) fn of(instrument: &str) -> &'static [&'static str] {
    match instrument {
        "sledai-2k" | "selena-sledai" | "selena-sledai-hybrid" | "sledai-1992" => &[
            "Each descriptor counts in full or not at all.",
            "Measured values say whether a descriptor is there where nobody entered it.",
            "The clinical score leaves out complement and anti-dsDNA, and nothing else.",
        ],
        "doris-2021" => &[
            "The clinical SLEDAI is that of the chosen sheet, without complement and anti-dsDNA.",
            "The paper contradicts itself on a dose exactly at its limit: its abstract allows it, \
             its table does not. The rule set says which is taken.",
        ],
        "doris-2017" => &[
            "The clinical SLEDAI is that of SLEDAI-2K, without complement and anti-dsDNA.",
            "Antimalarials are allowed in every variant.",
        ],
        "lldas" => &[
            "The total is that of SLEDAI-2K, complement and anti-dsDNA included.",
            "Three ways to tell what is new are published. Here the clinician’s statement counts; \
             without it, the clinical descriptors of both visits are compared one by one.",
        ],
        "selena-flare-index" => &[
            "Any one criterion is enough, and a severe one overrides the others.",
            "A total that rises to above its limit is meant. Reading it as a rise by that much is a \
             common mistake.",
            "A dose is high by the body weight of the visit.",
        ],
        "sri" => &[
            "The abstract words the criterion of BILAG “A or no more than one B”. What is meant, and \
             what trials register, is no A and at most one B.",
            "The baseline’s own total is taken as it stood then.",
        ],
        "sle-das" => &[
            "A rash counts once, by whether it reaches below the neck.",
            "Complement is C3 and C4, without CH50.",
            "What has another cause counts for nothing.",
            "ln is the natural logarithm; its points are rounded to millionths, once.",
            "Where the bands end is secondary: it was read in the public calculator alone. The \
             abstract of 2021 confirms that there are such categories, and not their limits.",
        ],
        "eustar-2017" => &[
            "Up to its cut-off the skin score counts by the rule set: a fraction for each point, and \
             never more than above the cut-off; or nothing.",
            "The verdict is taken before any rounding.",
        ],
        "escsg-2001" => &[
            "The items differ between the subsets, not only the weights.",
            "What got worse is the patient’s own judgement of the past month.",
            "The mRSS took the place of an older skin score; complement is C3 and C4, without CH50.",
        ],
        "mrss" => &[
            "Thickness counts, not tethering; a representative area of a site, not its worst spot. \
             Both are general knowledge, not confirmed in a source.",
        ],
        "acr-eular-myositis-2016" => &[
            "The improvement is divided by the whole range of the measure, not by the baseline.",
            "Levels are open below and closed above: a change exactly at a limit has the lower level.",
            "Getting worse gives nothing and takes nothing.",
            "Of the enzymes the most abnormal at the baseline is taken and kept, in multiples of its \
             own upper limit. The papers do not say what the most abnormal is, and another can be \
             chosen.",
        ],
        "imacs-improvement" => &[
            "The change is relative to the baseline.",
            "A baseline of zero has no percentage: zero that stays is no change, and a rise from it \
             a worsening (of strength, an improvement).",
        ],
        "mmt8" => &[
            "The neck flexors are tested once, the other groups on both sides or on one: the right by \
             custom, the left where the right cannot be tested.",
        ],
        "haq-di" => &[
            "A category counts its worst item.",
            "Where an aid or a person’s help is needed, a low grade is lifted; a higher one stays.",
        ],
        "crs-astct-2019" => &[
            "Without fever, now or masked by treatment, it is not CRS, whatever the other rows say.",
            "With it the grade is at least that of fever, and the more severe of hypotension and \
             hypoxia decides.",
            "Vasopressin is not counted as a second vasopressor.",
            "That organ toxicity does not change this grade, and that intubation only to protect the \
             airway does not count, is general knowledge, not confirmed in a source.",
        ],
        "icans-astct-2019" => &[
            "Waking spontaneously is normal and gives nothing by itself.",
            "Who is awake and fails every part of the ICE is graded by that; who cannot be roused, by \
             consciousness.",
        ],
        "licats" => &[
            "It is this syndrome only if all conditions hold: those that have to be present, and the \
             statement.",
            "Then the highest sign that is met decides. Without any of them it has the lowest grade.",
            "The abstract can also be read as asking for a glucocorticoid, given because it lasted or \
             because an inner organ is affected. That an inner organ is enough without one is this \
             project’s choice.",
        ],
        "icaht-platelets" => &[
            "Days below a limit are counted in all, whether or not they follow each other.",
            "Counting ends at progression of the disease, at a new therapy or at death.",
        ],
        _ => &[],
    }
}
