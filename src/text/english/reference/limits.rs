//! What each instrument is not for, point by point. The short form stands with
//! its name, the long one here; numbers of a table are left to the table.

/// What an instrument is not for.
pub(super) fn of(instrument: &str) -> &'static [&'static str] {
    match instrument {
        "sledai-2k" => &[
            ACROSS_SHEETS,
            ATTRIBUTION,
            DAMAGE,
            NO_DESCRIPTOR,
            ALL_OR_NONE,
            BAND_IS_NO_ADVICE,
            CHILDREN,
        ],
        "selena-sledai" => &[
            ACROSS_SHEETS,
            "Not for the sheet that circulates as “SLEDAI, SELENA modification”: its words are \
             those of SLEDAI 1992, which is a sheet of its own here.",
            OTHER_WINDOW,
            ATTRIBUTION,
            DAMAGE,
            NO_DESCRIPTOR,
            ALL_OR_NONE,
            BAND_IS_NO_ADVICE,
            CHILDREN,
        ],
        "selena-sledai-hybrid" => &[
            ACROSS_SHEETS,
            "Not for reports that say only “SELENA-SLEDAI”: without their rule for proteinuria, \
             which of the two sheets they used is not known.",
            OTHER_WINDOW,
            ATTRIBUTION,
            DAMAGE,
            NO_DESCRIPTOR,
            ALL_OR_NONE,
            BAND_IS_NO_ADVICE,
            CHILDREN,
        ],
        "sledai-1992" => &[
            ACROSS_SHEETS,
            "Not for activity that merely lasts: a rash, hair loss or ulcers that are neither new \
             nor recurrent, and stable proteinuria, score nothing here.",
            OTHER_WINDOW,
            ATTRIBUTION,
            DAMAGE,
            NO_DESCRIPTOR,
            ALL_OR_NONE,
            BAND_IS_NO_ADVICE,
            CHILDREN,
        ],
        "doris-2021" => &[
            "Not for how long remission lasts: it judges one visit and asks for no duration.",
            "Not for low disease activity, and no proof of it: haemolytic anaemia, activity of the \
             gut and new features, which LLDAS asks about, are not asked here.",
            "Not for remission off drugs: stable immunosuppressants and biologics, antimalarials \
             and a low glucocorticoid dose are allowed.",
            "Not for serological remission: complement and anti-dsDNA play no part.",
            "Not for remission by another index. On sheets other than SLEDAI-2K it is this \
             project’s choice.",
            "Not for judging whether treatment is stable: the paper does not define it, and the \
             clinician states it.",
            NO_TAPER,
        ],
        "doris-2017" => &[
            "Not for how long remission lasts, which the framework leaves open.",
            "Not for its variants that rest on BILAG: they are not here.",
            "Not for remission by the definition of 2021, nor for comparing one variant with \
             another.",
            "Not for judging whether treatment is stable: the clinician states it.",
            NO_TAPER,
        ],
        "lldas" => &[
            "Not for remission. Nor does remission by DORIS imply it: haemolytic anaemia, activity \
             of the gut and new features are asked here alone.",
            "Not for the clinical score, or for totals of other sheets: the SLEDAI-2K total counts, \
             serology included.",
            "Not for how long low activity lasts: it judges one visit beside the one before.",
            "Not for comparing with studies that tell by another of the published ways what is \
             new.",
            "Not for checking maintenance doses: that treatment is standard and tolerated is the \
             clinician’s statement.",
            NO_TAPER,
        ],
        "selena-flare-index" => &[
            "Not for a single visit: it compares two.",
            "Not for justifying a change of treatment: a change of treatment is itself among the \
             criteria. A flare by treatment alone is told as such, criterion by criterion.",
            "Not for the revised index by organ system, or for variants that leave out the score \
             or the treatment.",
            "Not for totals of other sheets: both are read on SELENA-SLEDAI.",
            "Not for treatment that was started for another reason than lupus activity.",
        ],
        "sri" => &[
            "Not for patients whose baseline total is below the fall that is asked: they cannot \
             respond.",
            "Not for what a protocol adds: prohibited drugs and dropping out count as no response \
             there, and are no part of the index.",
            "Not for variants without BILAG.",
            "Not for scoring BILAG: how many domains are newly A or B is entered.",
            "Not for comparing totals of two sheets: one sheet is read at both visits.",
            "Not for how active lupus still is: a responder can have much activity left.",
        ],
        "sle-das" => &[
            "Not for use before it was held against the authors’ own calculator: formula and bands \
             were read in one public calculator alone.",
            "Not for concluding that lupus is silent: its remission can coexist with activity by \
             another index, as with hair loss alone.",
            "Not for its states of remission and low activity that limit the glucocorticoid as \
             well: they are not here.",
            "Not for comparing with a SLEDAI total: items, weights and complement differ.",
            ATTRIBUTION,
            CHILDREN,
        ],
        "eustar-2017" => &[
            "Not for comparing with the indices of 2001, which have other items and limits under a \
             similar name.",
            "Not for changes between two rules for the skin score: report the rule with each value.",
            "Not for worsening of the skin as the physician sees it: the patient’s own judgement of \
             the past month counts.",
            "Not for ulcers of any kind: the paper’s definition of a digital ulcer was not read, \
             and the one used here is this project’s choice.",
            "Not for deciding on treatment from the cut-off alone.",
        ],
        "escsg-2001" => &[
            "Not for comparing with the index of 2017, which replaced it and has other items and \
             limits under a similar name.",
            "Not for comparing subsets with each other, or for items of one subset in another: \
             the items differ, not only the weights.",
            "Not for worsening as the physician sees it: what got worse is the patient’s own \
             judgement of the past month.",
            "Not for deciding on treatment from the cut-off alone, which is general knowledge.",
        ],
        "mrss" => &[
            "Not for tethering: thickness counts, on a representative area of each site and not at \
             its worst spot (general knowledge, not confirmed in a source).",
            "Not for totals of 26 sites or of grades up to 4, as older forms have them.",
            "Not for a total without its sites: the activity indices read such a total, this score \
             does not.",
            "Not for sites that cannot be graded: no rule for them was read, and none is made up.",
            "Not for reading a small change in one patient as real: observers differ by several \
             points (read in a secondary source).",
        ],
        "acr-eular-myositis-2016" => &[
            "Not for a single visit: it is a change score, and has no value at the baseline.",
            "Not for the activity that remains: a major response can leave much of it.",
            "Not for patients followed by another core set, nor for a mixture of two.",
            "Not for two strength scales, or for one side and both: use one scale at both visits.",
            "Not for another enzyme at each visit: the one chosen at the baseline is kept.",
            "Not for vetoing a response because a measure worsens: that belongs to the IMACS \
             definition.",
            "Not for adults by the thresholds of juvenile patients, or the reverse.",
        ],
        "imacs-improvement" => &[
            "Not for grades of response: it says improved or not.",
            "Not for comparing with the response of 2016: here the change is relative to the \
             baseline, there to the whole range.",
            "Not for worsening by the definition of IMACS, which has limits of its own.",
            "Not for measures that were zero at the baseline: they have no percentage, and cannot \
             count as improved (strength apart).",
        ],
        "mmt8" => &[
            "Not for comparing one side with both.",
            "Not for filling gaps: no group stands in for another, nor one side for the other.",
            "Not for a trace contraction: it has no number of its own.",
            "Not for the long form of 24 groups or for CMAS.",
            "Not for a response by itself: the criteria take a finished total, of the same scale at \
             both visits.",
        ],
        "haq-di" => &[
            "Not for the mean of items, which circulates as an alternative under the same name: a \
             category counts its worst item.",
            "Not for scores without the step for aids and help.",
            "Not for replacing the questionnaire: its words are not printed here.",
            "Not for the form for children.",
        ],
        "crs-astct-2019" => &[
            "Not for organ toxicity, such as creatinine or transaminases: it does not change this \
             grade (general knowledge, not confirmed in a source).",
            "Not for death of it, which is recorded elsewhere.",
            "Not for the grades of other scales, whose limits differ under the same numbers.",
            "Not for reassurance where organ support is given without fever: that is told, and \
             never shown as a mere 0.",
            "Not for fever, hypotension or hypoxia with another cause, such as infection.",
            "Not for the whole episode: it grades one assessment. Report the worst grade with its \
             days.",
            NO_TREATMENT_OF_TOXICITY,
        ],
        "icans-astct-2019" => &[
            "Not for tremor and myoclonus, which do not count, or for bleeding inside the skull, \
             which is graded elsewhere.",
            "Not for signs that sedation or another cause explains.",
            "Not for death of it, which is recorded elsewhere.",
            "Not for a test that was done in part: an ICE score needs all its points.",
            "Not for children by the ICE score, or for developmental delay: choose the CAPD there.",
            "Not for the whole episode: it grades one assessment. Report the worst grade with its \
             days.",
            NO_TREATMENT_OF_TOXICITY,
        ],
        "licats" => &[
            "Not for relapse after B cells have returned.",
            "Not for an organ that the disease had never involved.",
            "Not for what infection, cytokine release or another cause explains.",
            "Not for severity by laboratory values: what had to be done decides.",
            "Not for several organs in one record: each organ and event has its own.",
            "Not for death, which is recorded elsewhere; how it ends is not graded.",
            NO_TREATMENT_OF_TOXICITY,
        ],
        "icaht-platelets" => &[
            "Not for neutrophils: the limits of that table are unconfirmed, and it is not graded \
             here.",
            "Not for grades by the lowest value alone, which are another scale.",
            "Not for the longest stretch: days are counted in all.",
            "Not for mixing the two windows: limits and grades differ.",
            NO_TREATMENT_OF_TOXICITY,
        ],
        _ => &[],
    }
}

const ACROSS_SHEETS: &str =
    "Not for comparing totals of different sheets, windows or band schemes.";
const OTHER_WINDOW: &str = "Not for assuming that the longer window gives the same total: it was validated for SLEDAI-2K \
     alone.";
const ATTRIBUTION: &str = "Not for findings with another cause, such as leukopenia from a drug or lymphodepletion, fever or \
     pyuria from infection: answer “other cause”, and they score nothing.";
const DAMAGE: &str =
    "Not for damage: a scar, old hair loss or a protein leak that stays behind is no activity.";
const NO_DESCRIPTOR: &str =
    "Not for what it has no descriptor for: autoimmune haemolysis and lymphopenia score nothing.";
const ALL_OR_NONE: &str =
    "Not for degrees of a manifestation: each descriptor counts in full or not at all.";
const BAND_IS_NO_ADVICE: &str = "Not for deciding on treatment from the total or its band alone; the published schemes disagree.";
const CHILDREN: &str = "Not for children: the lupus scores for them are out of scope.";
const NO_TAPER: &str = "Not for deciding alone to reduce or stop treatment.";
const NO_TREATMENT_OF_TOXICITY: &str = "Not for deciding on treatment alone: it supports grading.";
