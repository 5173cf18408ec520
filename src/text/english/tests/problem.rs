//! What is said of a refused request.

use std::borrow::Cow;

use super::{ENGLISH, Language, numbers};
use crate::contract::{Expected, Problem, ProblemKind as Kind};
use crate::items::Item;
use crate::scoring::{Exact, LimitName};

/// A problem with a path, an item and a kind.
fn problem(path: &str, item: Option<Item>, kind: Kind) -> String {
    ENGLISH.problem(&Problem { path: path.to_owned(), item, kind })
}

/// Codes as a problem carries them.
fn codes(codes: &[&'static str]) -> Vec<Cow<'static, str>> {
    codes.iter().copied().map(Cow::Borrowed).collect()
}
/// A value that is out of range, in a unit.
const fn outside(lowest: i64, highest: i64, unit: &'static str, above: bool) -> Kind {
    let [lowest, highest] = [Exact::integer(lowest), Exact::integer(highest)];
    Kind::OutOfRange { lowest, highest, unit, above }
}

#[test]
fn a_problem_with_a_request_names_the_key_and_what_is_allowed() {
    for (path, kind, words) in [
        ("", Kind::NotJson, "The text is not valid JSON in UTF-8."),
        ("", Kind::NotObject, "A request has to be a JSON object, { … }."),
        ("", Kind::MissingInstrument, "No instrument is named: add “instrument” with its id."),
        (
            "/instrument",
            Kind::UnknownInstrument { allowed: codes(&["sledai-2k", "doris-2021"]) },
            "There is no such instrument: choose sledai-2k or doris-2021.",
        ),
        (
            "/currant",
            Kind::UnknownField { allowed: codes(&["current", "previous"]) },
            "“currant” means nothing here: use current or previous.",
        ),
        (
            "/options/colour",
            Kind::UnknownOption { allowed: codes(&["bands", "window_days"]) },
            "“colour” is no option of this instrument: use bands or window_days.",
        ),
        (
            "/options/colour",
            Kind::UnknownOption { allowed: Vec::new() },
            "“colour” is no option of this instrument.",
        ),
        (
            "/options/population",
            Kind::UnknownOptionValue { allowed: codes(&["adult", "juvenile"]) },
            "Patient: choose adult or juvenile.",
        ),
        (
            "/options/strength_scale",
            Kind::OptionConflict { value: "cmas", other: "population" },
            "Strength scale: CMAS does not go with what was chosen for “Patient”. Change one of \
             them.",
        ),
        (
            "/current/c~1d",
            Kind::UnknownItem,
            "“c/d” is no item: check its spelling in the dictionary.",
        ),
        (
            "/current",
            Kind::WrongType { expected: Expected::Visit },
            "“current”: give an object of items and their answers.",
        ),
    ] {
        assert_eq!(problem(path, None, kind), words);
    }
}

#[test]
fn a_problem_with_an_answer_names_the_item_its_visit_and_what_is_allowed() {
    for (path, item, kind, words) in [
        (
            "/current/rash",
            Item::Rash,
            Kind::DuplicateKey,
            "“rash” stands twice in one object: keep one.",
        ),
        (
            "/current/rash",
            Item::Rash,
            Kind::WrongType { expected: Expected::Finding },
            "Rash: give present, absent, not_assessed, other_cause, true or false.",
        ),
        (
            "/current/hypoxia",
            Item::Hypoxia,
            Kind::UnknownValue { allowed: codes(&["none", "low_flow"]) },
            "Hypoxia: no such answer; choose none or low_flow.",
        ),
        (
            "/current/inflamed_joints",
            Item::InflamedJoints,
            Kind::NumberFormat { whole: true },
            "Inflamed joints: enter a whole number, digits only.",
        ),
        ("/current/dlco_percent", Item::DlcoPercent, Kind::MissingValue, "DLCO: enter the value."),
        (
            "/previous/urine_wbc_hpf",
            Item::UrineWbcHpf,
            Kind::NumberFormat { whole: true },
            "Urine white cells per high-power field at the earlier visit: enter a whole number, \
             digits only. A dipstick (negative, trace, +) gives no amount: enter what was counted \
             or measured, or nothing.",
        ),
        (
            "/current/crp",
            Item::Crp,
            Kind::MissingEnd { key: "to" },
            "CRP: add the upper end of the range (“to”).",
        ),
        (
            "/current/crp/to",
            Item::Crp,
            Kind::OutOfRange {
                lowest: Exact::ratio(1, 2),
                highest: Exact::integer(100),
                unit: "mg/dL",
                above: false,
            },
            "CRP, upper end: the value is outside 0.5 to 100 mg/dL.",
        ),
        (
            "/current/crp/from",
            Item::Crp,
            Kind::WrongType { expected: Expected::Number },
            "CRP, lower end: give a number.",
        ),
        (
            "/current/crp/comparator",
            Item::Crp,
            Kind::UnknownValue { allowed: codes(&["<", "<=", ">", ">="]) },
            "CRP, comparator: no such answer; choose <, <=, > or >=.",
        ),
        (
            "/current/crp",
            Item::Crp,
            Kind::MissingUnit { allowed: codes(&["mg/dL", "mg/L"]) },
            "CRP: name the unit, mg/dL or mg/L.",
        ),
        (
            "/current/crp/unit",
            Item::Crp,
            Kind::WrongType { expected: Expected::Text },
            "CRP, unit: give text.",
        ),
        (
            "/previous/platelets/unit",
            Item::Platelets,
            Kind::UnknownUnit { allowed: codes(&["10*9/L", "10*3/uL", "/uL"]) },
            "Platelets at the earlier visit: unit not known; use ×10⁹/L (10*9/L), ×10³/µL \
             (10*3/uL) or /µL (/uL).",
        ),
        (
            "/current/pga/unit",
            Item::Pga,
            Kind::UnknownUnit { allowed: Vec::new() },
            "Physician global assessment (PGA): leave out the unit, it has none.",
        ),
        (
            "/current/glucocorticoid/drug",
            Item::Glucocorticoid,
            Kind::UnknownDrug { allowed: codes(&["prednisolone", "prednisone"]) },
            "Glucocorticoid dose: drug not known; use prednisolone or prednisone.",
        ),
        (
            "/baseline/c3",
            Item::C3,
            Kind::MissingLimit { key: LimitName::Low.key() },
            "C3 at baseline: add the laboratory’s lower limit (“low”).",
        ),
        (
            "/current/b_cells",
            Item::BCells,
            Kind::MissingLimit { key: LimitName::Detection.key() },
            "CD19 B cells: add the laboratory’s detection limit (“low”).",
        ),
        (
            "/baseline/ck/uln",
            Item::Ck,
            outside(0, 9, "", true),
            "CK, upper limit at baseline: the value has to be above 0 and at most 9.",
        ),
        (
            "/current/mrss",
            Item::Mrss,
            outside(0, 51, "", false),
            "mRSS: the value is outside 0 to 51.",
        ),
        (
            "/current/temperature_now",
            Item::TemperatureNow,
            outside(25, 45, "Cel", false),
            "Temperature now: the value is outside 25 to 45 °C.",
        ),
    ] {
        assert_eq!(problem(path, Some(item), kind), words);
    }
}

#[test]
fn the_form_of_a_number_in_words_is_the_form_that_is_read() {
    let words = problem("/current/pga", Some(Item::Pga), Kind::NumberFormat { whole: false });
    let [example, before, after] = numbers(&words)[..] else { panic!("{words}") };
    assert!(Exact::parse(example).is_ok());
    let (before, after) = (before.parse().expect("a count"), after.parse().expect("a count"));
    let longest = format!("{}.{}", "9".repeat(before), "9".repeat(after));
    assert!(Exact::parse(&longest).is_ok());
    assert!(Exact::parse(&format!("9{longest}")).is_err());
    assert!(Exact::parse(&format!("{longest}9")).is_err());
}
