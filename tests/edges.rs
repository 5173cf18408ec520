//! Every edge of every value: what is taken on it, and one step to either side.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use rheumscore::contract;
use rheumscore::items::{Item, Kind};
use rheumscore::scoring::{Exact, Units};
use support::steps::{LEAST, WHOLE, stepped};

/// Every measurement with the units it is given in, and the range in each of
/// them: empty for a bare number, `any` where the laboratory decides.
#[rustfmt::skip]
const RANGES: [(&str, &str, &str, &str); 46] = [
    ("urine_protein_24h", "g/d", "0", "100"),
    ("urine_protein_24h", "mg/d", "0", "100000"),
    ("upcr", "g/g", "0", "100"),
    ("upcr", "mg/g", "0", "100000"),
    ("upcr", "mg/mmol", "0", "11300"),
    ("c3", "any", "0", "1000000"),
    ("b_cells", "any", "0", "1000000"),
    ("c4", "any", "0", "1000000"),
    ("ch50", "any", "0", "1000000"),
    ("anti_dsdna", "any", "0", "1000000"),
    ("ck", "any", "0", "1000000"),
    ("aldolase", "any", "0", "1000000"),
    ("ldh", "any", "0", "1000000"),
    ("ast", "any", "0", "1000000"),
    ("alt", "any", "0", "1000000"),
    ("temperature_max", "Cel", "25", "45"),
    ("temperature_max", "[degF]", "77", "113"),
    ("temperature_now", "Cel", "25", "45"),
    ("temperature_now", "[degF]", "77", "113"),
    ("platelets", "10*9/L", "0", "5000"),
    ("platelets", "10*3/uL", "0", "5000"),
    ("platelets", "/uL", "0", "5000000"),
    ("wbc", "10*9/L", "0", "1000"),
    ("wbc", "10*3/uL", "0", "1000"),
    ("wbc", "/uL", "0", "1000000"),
    ("pga", "", "0", "3"),
    ("glucocorticoid", "mg/d", "0", "5000"),
    ("weight", "kg", "20", "300"),
    ("weight", "g", "20000", "300000"),
    ("crp", "mg/dL", "0", "100"),
    ("crp", "mg/L", "0", "1000"),
    ("dlco_percent", "%", "0", "250"),
    ("esr", "mm/h", "0", "300"),
    ("physician_global", "cm", "0", "10"),
    ("physician_global", "mm", "0", "100"),
    ("patient_global", "cm", "0", "10"),
    ("patient_global", "mm", "0", "100"),
    ("extramuscular_global", "cm", "0", "10"),
    ("extramuscular_global", "mm", "0", "100"),
    ("strength", "", "0", "260"),
    ("haq", "", "0", "3"),
    ("age_years", "a", "0", "130"),
    ("inflamed_joints", "count", "0", "100"),
    ("urine_rbc_hpf", "count", "0", "10000"),
    ("urine_wbc_hpf", "count", "0", "10000"),
    ("mrss", "count", "0", "51"),
];

/// The limit that a value in any unit comes with.
fn limit_of(item: &str) -> &'static str {
    match item {
        "c3" | "c4" | "ch50" | "b_cells" => "low",
        "anti_dsdna" => "high",
        _ => "uln",
    }
}

/// Whether a value is taken for an answer.
fn is_taken(item: &str, unit: &str, value: &str) -> bool {
    let answer = match unit {
        "count" => value.to_owned(),
        "" => format!(r#"{{"value":{value}}}"#),
        "any" => format!(r#"{{"value":{value},"{}":1}}"#, limit_of(item)),
        unit => format!(r#"{{"value":{value},"unit":"{unit}"}}"#),
    };
    // An instrument that reads none of them.
    let text = format!(r#"{{"instrument":"eustar-2017","baseline":{{"{item}":{answer}}}}}"#);
    contract::read(&text).is_ok()
}

#[test]
fn every_range_holds_both_its_ends_and_nothing_beyond() {
    for (item, unit, lowest, highest) in RANGES {
        let step = if unit == "count" { WHOLE } else { LEAST };
        for end in [lowest, highest] {
            assert!(is_taken(item, unit, end), "{item} of {end} {unit}");
        }
        let above = stepped(highest, 1, step);
        assert!(!is_taken(item, unit, &above), "{item} of {above} {unit}");
        let below = if lowest == "0" { "-0.000001".to_owned() } else { stepped(lowest, -1, step) };
        assert!(!is_taken(item, unit, &below), "{item} of {below} {unit}");
    }
}

#[test]
fn every_grade_has_its_own_highest() {
    for (prefix, highest) in [
        ("mrss_", 3),
        ("mmt_", 10),
        ("haq_", 3),
        ("bilag_", 9),
        ("ice_score", 10),
        ("capd_score", 32),
    ] {
        let grades = Item::all().filter(|it| it.id().starts_with(prefix));
        let grades: Vec<Item> =
            grades.filter(|it| matches!(it.kind(), Kind::Count { .. })).collect();
        assert!(!grades.is_empty(), "{prefix}");
        for grade in grades {
            assert!(is_taken(grade.id(), "count", &highest.to_string()), "{grade:?}");
            assert!(!is_taken(grade.id(), "count", &(highest + 1).to_string()), "{grade:?}");
        }
    }
}

#[test]
fn every_unit_of_every_measurement_has_its_range() {
    for item in Item::all() {
        let Kind::Measurement(scale) = item.kind() else { continue };
        let units: Vec<&str> = match scale.units {
            Units::Listed([]) => vec![""],
            Units::Listed(units) => units.iter().map(|unit| unit.code).collect(),
            Units::Any => vec!["any"],
        };
        for unit in units {
            let is_there = RANGES.iter().any(|(id, code, ..)| (*id, *code) == (item.id(), unit));
            assert!(is_there, "{item:?} in {unit}");
        }
    }
}

#[test]
fn nothing_is_divided_by_nothing() {
    for divisor in [Exact::ZERO, Exact::integer(-1)] {
        assert_eq!(Exact::integer(1) / divisor, Exact::ZERO);
    }
}
