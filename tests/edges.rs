//! Every edge of every value: what is taken and what counts on it, and one
//! step to either side.

#![cfg(not(target_arch = "wasm32"))]

use rheumscore::contract;
use rheumscore::instruments::{Instrument, REGISTRY, RowRule, assess, sledai};
use rheumscore::items::{Item, Kind};
use rheumscore::scoring::{Exact, Outcome, Units};

// Ranges

/// Every measurement with the units it is given in, and the range in each of
/// them: empty for a bare number, `any` where the laboratory decides.
#[rustfmt::skip]
const RANGES: [(&str, &str, &str, &str); 45] = [
    ("urine_protein_24h", "g/d", "0", "100"),
    ("urine_protein_24h", "mg/d", "0", "100000"),
    ("upcr", "g/g", "0", "100"),
    ("upcr", "mg/g", "0", "100000"),
    ("upcr", "mg/mmol", "0", "11300"),
    ("c3", "any", "0", "1000000"),
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
        "c3" | "c4" | "ch50" => "low",
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

// Cut-offs

/// A cut-off: which part of which instrument a value decides, and what that
/// part gives one step below the edge, on it and one step above.
struct CutOff {
    instrument: &'static str,
    part: &'static str,
    /// The members of the request; `#` stands for the value.
    members: &'static str,
    edge: &'static str,
    step: u32,
    gives: [&'static str; 3],
}

/// One millionth: the smallest step that a request can write.
const LEAST: u32 = 1;
/// The step of a count.
const WHOLE: u32 = 1_000_000;

/// The four sheets.
const SHEETS: [&str; 4] = ["sledai-2k", "selena-sledai", "selena-sledai-hybrid", "sledai-1992"];

#[rustfmt::skip]
fn cut_offs() -> Vec<CutOff> {
    let row = |instrument, part, members, edge, step, gives| CutOff { instrument, part, members, edge, step, gives };
    let mut rows = vec![
        row("sledai-2k", "arthritis", r#""current":{"inflamed_joints":#}"#, "2", WHOLE, ["0", "4", "4"]),
        row("selena-sledai", "arthritis", r#""current":{"inflamed_joints":#}"#, "2", WHOLE, ["0", "0", "4"]),
        row("selena-sledai-hybrid", "arthritis", r#""current":{"inflamed_joints":#}"#, "2", WHOLE, ["0", "0", "4"]),
        row("sledai-1992", "arthritis", r#""current":{"inflamed_joints":#}"#, "2", WHOLE, ["0", "0", "4"]),
        row("doris-2021", "pga", r#""current":{"pga":#}"#, "0.5", LEAST, ["met", "not_met", "not_met"]),
        row("doris-2021", "glucocorticoid", r#""current":{"glucocorticoid":#}"#, "5", LEAST, ["met", "met", "not_met"]),
        row("doris-2021", "glucocorticoid", r#""options":{"glucocorticoid_limit":"below_5"},"current":{"glucocorticoid":#}"#, "5", LEAST, ["met", "not_met", "not_met"]),
        row("eustar-2017", "mrss", r#""current":{"mrss":#}"#, "18", WHOLE, ["1.428", "1.5", "1.5"]),
        row("eustar-2017", "mrss", r#""options":{"mrss_rule":"binary"},"current":{"mrss":#}"#, "18", WHOLE, ["0", "0", "1.5"]),
        row("eustar-2017", "crp", r#""current":{"crp":{"value":#,"unit":"mg/dL"}}"#, "1", LEAST, ["0", "0", "2.25"]),
        row("eustar-2017", "crp", r#""current":{"crp":{"value":#,"unit":"mg/L"}}"#, "10", LEAST, ["0", "0", "2.25"]),
        row("eustar-2017", "dlco_percent", r#""current":{"dlco_percent":#}"#, "70", LEAST, ["1", "0", "0"]),
    ];
    for sheet in SHEETS {
        rows.extend([
            row(sheet, "hematuria", r#""current":{"urine_rbc_hpf":#}"#, "5", WHOLE, ["0", "0", "4"]),
            row(sheet, "pyuria", r#""current":{"urine_wbc_hpf":#}"#, "5", WHOLE, ["0", "0", "4"]),
            row(sheet, "fever", r#""current":{"temperature_max":{"value":#,"unit":"Cel"}}"#, "38", LEAST, ["0", "0", "1"]),
            row(sheet, "fever", r#""current":{"temperature_max":{"value":#,"unit":"[degF]"}}"#, "100.4", LEAST, ["0", "0", "1"]),
            row(sheet, "thrombocytopenia", r#""current":{"platelets":{"value":#,"unit":"10*9/L"}}"#, "100", LEAST, ["1", "0", "0"]),
            row(sheet, "thrombocytopenia", r#""current":{"platelets":{"value":#,"unit":"10*3/uL"}}"#, "100", LEAST, ["1", "0", "0"]),
            row(sheet, "thrombocytopenia", r#""current":{"platelets":{"value":#,"unit":"/uL"}}"#, "100000", LEAST, ["1", "0", "0"]),
            row(sheet, "leukopenia", r#""current":{"wbc":{"value":#,"unit":"10*9/L"}}"#, "3", LEAST, ["1", "0", "0"]),
            row(sheet, "leukopenia", r#""current":{"wbc":{"value":#,"unit":"/uL"}}"#, "3000", LEAST, ["1", "0", "0"]),
            row(sheet, "low_complement", r#""current":{"c3":{"value":#,"low":0.9},"c4":{"value":1,"low":1}}"#, "0.9", LEAST, ["2", "0", "0"]),
            row(sheet, "low_complement", r#""current":{"c3":{"value":1,"low":1},"c4":{"value":#,"low":0.1}}"#, "0.1", LEAST, ["2", "0", "0"]),
            row(sheet, "increased_dna_binding", r#""current":{"anti_dsdna":{"value":#,"high":15}}"#, "15", LEAST, ["0", "0", "2"]),
            row(sheet, "proteinuria", r#""current":{"first_visit":true,"urine_protein_24h":{"value":#,"unit":"g/d"}}"#, "0.5", LEAST, ["0", "0", "4"]),
            row(sheet, "proteinuria", r#""current":{"first_visit":true,"urine_protein_24h":{"value":#,"unit":"mg/d"}}"#, "500", LEAST, ["0", "0", "4"]),
            row(sheet, "proteinuria", r#""current":{"first_visit":true,"upcr":{"value":#,"unit":"g/g"}}"#, "0.5", LEAST, ["0", "0", "4"]),
            row(sheet, "proteinuria", r#""current":{"first_visit":true,"upcr":{"value":#,"unit":"mg/g"}}"#, "500", LEAST, ["0", "0", "4"]),
            row(sheet, "proteinuria", r#""current":{"first_visit":true,"upcr":{"value":#,"unit":"mg/mmol"}}"#, "56.5", LEAST, ["0", "0", "4"]),
        ]);
    }
    for sheet in ["selena-sledai", "sledai-1992"] {
        rows.extend([
            row(sheet, "proteinuria", r#""previous":{"upcr":{"value":2,"unit":"g/g"}},"current":{"upcr":{"value":#,"unit":"g/g"}}"#, "2.5", LEAST, ["0", "0", "4"]),
            row(sheet, "proteinuria", r#""previous":{"upcr":{"value":#,"unit":"g/g"}},"current":{"upcr":{"value":0.9,"unit":"g/g"}}"#, "0.5", LEAST, ["4", "4", "0"]),
        ]);
    }
    rows
}

impl CutOff {
    /// What the part gives `steps` steps away from the edge.
    fn given(&self, steps: i64) -> String {
        let members = self.members.replace('#', &stepped(self.edge, steps, self.step));
        let text = format!(r#"{{"instrument":"{}",{members}}}"#, self.instrument);
        let Ok(request) = contract::read(&text) else { panic!("{text} is refused") };
        let judgement = assess(request.instrument, request.choices, &request.visits).judgement;
        let part =
            judgement.parts.iter().find(|part| part.id == self.part).expect("the part is there");
        match part.outcome {
            Outcome::Criterion(verdict) => verdict.code().to_owned(),
            Outcome::Points(points) => {
                let points = points.known().unwrap_or_else(|| panic!("{text} is known"));
                rheumscore::text::decimal(points, 6, '.')
            }
        }
    }
}

/// A number so many steps away from another, without trailing zeros.
fn stepped(number: &str, steps: i64, step: u32) -> String {
    let value = millionths(number) + steps * i64::from(step);
    let decimal = format!("{}.{:06}", value / 1_000_000, value % 1_000_000);
    decimal.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A number in millionths.
fn millionths(number: &str) -> i64 {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    format!("{whole}{decimals:0<6}").parse().expect("a number")
}

#[test]
fn every_cut_off_lies_on_its_own_side_of_the_edge() {
    for cut_off in cut_offs() {
        let given = [-1, 0, 1].map(|steps| cut_off.given(steps));
        let CutOff { instrument, part, members, edge, gives, .. } = cut_off;
        assert_eq!(given, gives, "{part} of {instrument} around {edge} in {members}");
    }
}

#[test]
fn no_cut_off_of_a_table_is_left_out() {
    let tried = |instrument: &str, part: &str| {
        cut_offs().iter().any(|cut_off| cut_off.instrument == instrument && cut_off.part == part)
    };
    for definition in REGISTRY.iter().map(|instrument| instrument.definition()) {
        for row in definition.rows {
            // That a sum is zero has no value of its own to step over.
            let on_a_value = matches!(row.rule, RowRule::Beyond { .. } | RowRule::Criterion(_));
            assert!(
                !on_a_value || row.id == "clinical_sledai" || tried(definition.id, row.id),
                "{}",
                row.id
            );
        }
    }
    for sledai in sledai::ALL {
        for descriptor in sledai.sheet().descriptors.iter().filter(|it| it.derivation.is_some()) {
            assert!(tried(sledai.definition().id, descriptor.item.id()), "{:?}", descriptor.item);
        }
    }
}

#[test]
fn nothing_is_divided_by_nothing() {
    for divisor in [Exact::ZERO, Exact::integer(-1)] {
        assert_eq!(Exact::integer(1) / divisor, Exact::ZERO);
    }
}
