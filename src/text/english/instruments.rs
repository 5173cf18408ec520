//! Instruments: their names, what they are for, their parts and categories.

use super::items;
use crate::items::Item;
use crate::text::InstrumentText;

/// The words while a criterion is open.
const OPEN: &str = "cannot be told yet";

/// An instrument without a criterion.
const fn scored(
    name: &'static str,
    measures: &'static str,
    not_for: &'static str,
) -> InstrumentText {
    InstrumentText { name, measures, not_for, met: "", not_met: "", undetermined: "" }
}

/// The published name of an instrument, which results need, apart from what is
/// said of it.
pub(super) fn name(id: &str) -> &'static str {
    match id {
        "sledai-2k" => "SLEDAI-2K",
        "selena-sledai" => "SELENA-SLEDAI",
        "selena-sledai-hybrid" => "SELENA-SLEDAI hybrid",
        "sledai-1992" => "SLEDAI 1992",
        "doris-2021" => "DORIS 2021",
        "doris-2017" => "DORIS 2017",
        "lldas" => "LLDAS",
        "selena-flare-index" => "SELENA flare index",
        "sri" => "SLE responder index",
        "sle-das" => "SLE-DAS",
        "eustar-2017" => "EUSTAR 2017",
        "escsg-2001" => "EScSG 2001",
        "mrss" => "mRSS",
        "imacs-improvement" => "IMACS improvement",
        "mmt8" => "MMT8",
        "haq-di" => "HAQ-DI",
        "crs-astct-2019" => "CRS (ASTCT 2019)",
        "icans-astct-2019" => "ICANS (ASTCT 2019)",
        "licats" => "LICATS",
        "icaht-platelets" => "ICAHT, platelets",
        "acr-eular-myositis-2016" => "ACR/EULAR 2016 myositis response",
        _ => "",
    }
}

/// An instrument.
pub(super) fn text(id: &str) -> InstrumentText {
    let name = name(id);
    match id {
        "sledai-2k" => scored(
            name,
            "Lupus activity at the visit and in the days before; lasting rash, hair loss, ulcers \
             and proteinuria count.",
            NOT_ACROSS_SHEETS,
        ),
        "selena-sledai" => scored(
            name,
            "Lupus activity as on the full trial form: more of the eye and serosa counts, \
             proteinuria only if new or rising.",
            NOT_ACROSS_SHEETS,
        ),
        "selena-sledai-hybrid" => scored(
            name,
            "Lupus activity as in SELENA-SLEDAI, with the proteinuria rule of SLEDAI-2K.",
            NOT_ACROSS_SHEETS,
        ),
        "sledai-1992" => scored(
            name,
            "Lupus activity as first published: rash, hair loss, ulcers and proteinuria count \
             only if new, recurrent or rising.",
            NOT_ACROSS_SHEETS,
        ),
        "doris-2021" => InstrumentText {
            name,
            measures: "Remission of lupus at this visit, whatever the serology.",
            not_for: "It asks for no duration and does not measure low disease activity.",
            met: "meets DORIS 2021",
            not_met: "does not meet DORIS 2021",
            undetermined: OPEN,
        },
        "doris-2017" => InstrumentText {
            name,
            measures: "Remission of lupus at this visit, in four variants: clinical or complete, \
                       on therapy or off it.",
            not_for: "It asks for no duration; the variants that rest on BILAG are not here.",
            met: "meets this DORIS 2017 variant",
            not_met: "does not meet this DORIS 2017 variant",
            undetermined: OPEN,
        },
        "lldas" => InstrumentText {
            name,
            measures: "Low disease activity of lupus at this visit, on tolerated standard treatment.",
            not_for: "Not remission, and not implied by it.",
            met: "in low disease activity (LLDAS)",
            not_met: "not in low disease activity (LLDAS)",
            undetermined: OPEN,
        },
        "selena-flare-index" => scored(
            name,
            "Flare of lupus since the earlier visit: none, mild or moderate, severe.",
            "Not for a single visit; not the revised index by organ system.",
        ),
        "sri" => InstrumentText {
            name,
            measures: "Response of lupus since the baseline: activity falls, and nothing gets worse.",
            not_for: "Not for patients whose baseline total is below the fall that is asked; what a \
                      protocol adds is no part of it.",
            met: "responder (SRI)",
            not_met: "no responder (SRI)",
            undetermined: OPEN,
        },
        "sle-das" => scored(
            name,
            "Activity of lupus on a continuous scale, swollen joints and blood values weighed by \
             their size.",
            "A preview from a single secondary source: hold it against the authors’ own \
             calculator. Its remission can coexist with activity by another index.",
        ),
        "imacs-improvement" => InstrumentText {
            name,
            measures: "Whether myositis has improved between two visits, by the definition of 2004.",
            not_for: "Not graded; the change is relative to the baseline, unlike the response of 2016.",
            met: "improved by the IMACS definition",
            not_met: "not improved by the IMACS definition",
            undetermined: OPEN,
        },
        "licats" => scored(
            name,
            "How severe a local inflammation of an organ after CAR-T cells is.",
            "Not for relapse, for organs never involved before, or once B cells are back.",
        ),
        "icaht-platelets" => scored(
            name,
            "How severe and lasting a lack of platelets is after CAR-T cells, early or late.",
            "The neutrophil table is not here: its limits are unconfirmed.",
        ),
        "escsg-2001" => InstrumentText {
            name,
            measures: "Activity of systemic sclerosis by the earlier indices, one for each subset.",
            not_for: "Not for comparing with the index of 2017, nor subsets with each other.",
            met: "EScSG at or above the cut-off of 3",
            not_met: "EScSG below the cut-off of 3",
            undetermined: OPEN,
        },
        "mrss" => scored(
            name,
            "Thickness of the skin in systemic sclerosis: the sum of 17 sites.",
            "Not for tethering, for 26 sites or for grades up to 4.",
        ),
        "mmt8" => scored(
            name,
            "Muscle strength in myositis: the sum of eight groups, on both sides or on one.",
            "Not for comparing one side with both; no group stands in for another.",
        ),
        "haq-di" => scored(
            name,
            "Physical function in the past week: the mean of eight categories, aids counted.",
            "Not the mean of items, nor the index without aids.",
        ),
        "crs-astct-2019" => scored(
            name,
            "How severe cytokine release is at this assessment.",
            "Not for organ toxicity, and not the grades of other scales.",
        ),
        "icans-astct-2019" => scored(
            name,
            "How severe neurotoxicity after cell therapy is at this assessment.",
            "Not for tremor, myoclonus, bleeding or what sedation explains.",
        ),
        "eustar-2017" => InstrumentText {
            name,
            measures: "Activity of systemic sclerosis, by the revised index of 2017.",
            not_for: "Not for changes between versions of the index or rules for the skin score.",
            met: "EUSTAR at or above the 2.5 cut-off",
            not_met: "EUSTAR below the 2.5 cut-off",
            undetermined: OPEN,
        },
        "acr-eular-myositis-2016" => scored(
            name,
            "Improvement of myositis between two visits: the Total Improvement Score.",
            "It says nothing of the activity that remains, nor of a single visit.",
        ),
        _ => scored(name, "", ""),
    }
}

/// What no sheet of the family is for.
const NOT_ACROSS_SHEETS: &str =
    "Not for comparing totals of different sheets or windows, for damage or for children.";

/// A part of a result.
pub(super) fn part(instrument: &str, part: &str) -> &'static str {
    match (instrument, part) {
        ("selena-flare-index", part) => criterion_of_flare(part),
        ("sri", "sledai_fall") => "Fall of the SLEDAI total",
        ("sri", "bilag") => "New BILAG domains: no A, at most one B",
        ("sri", "pga") => "PGA not worse",
        ("lldas", "activity") => "Low activity, no major organ",
        ("crs-astct-2019", "fever") => "Fever, now or masked",
        ("icans-astct-2019", "cognition") => "Cognition",
        ("icans-astct-2019", "seizure") => "Seizure",
        ("icans-astct-2019", "motor") => "Motor weakness",
        ("icans-astct-2019", "edema") => "Cerebral oedema",
        ("sle-das", "constant") => "Constant of the formula",
        (_, "clinical_sledai") => "Clinical SLEDAI",
        (_, "enzyme") => "Muscle enzyme",
        (_, item) => Item::from_id(item).map_or("", |item| items::label(item)),
    }
}

/// A criterion of the flare index.
fn criterion_of_flare(part: &str) -> &'static str {
    match part {
        "sledai_above_12" => "SELENA-SLEDAI risen to above 12",
        "severe_organ" => "Severe organ flare, treatment escalated",
        "glucocorticoid_high" => "Glucocorticoid raised to above 0.5 mg/kg/d",
        "immunosuppressant_started" => "Immunosuppressant started",
        "hospitalised" => "Hospital admission",
        "pga_above_2_5" => "PGA risen to above 2.5",
        "sledai_up_3" => "SELENA-SLEDAI up by 3 or more",
        "moderate_organ" => "Mild or moderate organ flare",
        "glucocorticoid_increased" => "Glucocorticoid raised",
        "nsaid_or_hydroxychloroquine_started" => "NSAID or hydroxychloroquine added",
        "pga_up_1" => "PGA up by 1 or more",
        _ => "",
    }
}

/// A band or level.
pub(super) fn category(instrument: &str, category: &str) -> &'static str {
    match (instrument, category) {
        ("acr-eular-myositis-2016", "none") => "no response",
        ("acr-eular-myositis-2016", "minimal") => "minimal improvement",
        ("acr-eular-myositis-2016", "moderate") => "moderate improvement",
        ("acr-eular-myositis-2016", "major") => "major improvement",
        ("selena-flare-index", "none") => "no flare",
        ("selena-flare-index", "mild_moderate") => "mild or moderate flare",
        ("selena-flare-index", "severe") => "severe flare",
        ("crs-astct-2019", "0") => "not CRS by these criteria",
        ("licats", "none") => "not LICATS",
        ("sle-das", "remission") => "remission by this index",
        ("sle-das", "moderate_severe") => "moderate or severe activity",
        ("crs-astct-2019" | "icans-astct-2019" | "licats" | "icaht-platelets", grade) => {
            grade_of(grade)
        }
        (_, "none") => "no activity",
        (_, "low") => "low activity",
        (_, "mild") => "mild activity",
        (_, "moderate") => "moderate activity",
        (_, "high") => "high activity",
        (_, "very_high") => "very high activity",
        (_, "severe") => "severe activity",
        _ => "",
    }
}

/// A grade.
fn grade_of(grade: &str) -> &'static str {
    match grade {
        "0" => "grade 0",
        "1" => "grade 1",
        "2" => "grade 2",
        "3" => "grade 3",
        "4" => "grade 4",
        _ => "",
    }
}
