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
        "eustar-2017" => "EUSTAR 2017",
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
pub(super) fn part(_instrument: &str, part: &str) -> &'static str {
    match part {
        "clinical_sledai" => "Clinical SLEDAI",
        "enzyme" => "Muscle enzyme",
        item => Item::from_id(item).map_or("", |item| items::label(item)),
    }
}

/// A band or level.
pub(super) fn category(instrument: &str, category: &str) -> &'static str {
    match (instrument, category) {
        ("acr-eular-myositis-2016", "none") => "no response",
        ("acr-eular-myositis-2016", "minimal") => "minimal improvement",
        ("acr-eular-myositis-2016", "moderate") => "moderate improvement",
        ("acr-eular-myositis-2016", "major") => "major improvement",
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
