//! What is asked about values that are hardly ever seen.

use super::{ENGLISH, Language};
use crate::items::Item;
use crate::items::plausible::{between_visits, question};
use crate::scoring::Exact;

/// The question about a value in the canonical unit, given in a unit.
fn asked(item: Item, value: &str, unit: &str, limit: Option<&str>) -> Option<String> {
    let number = |text: &str| Exact::parse(text).expect("a number");
    let question = question(item, number(value), unit, limit.map(number))?;
    Some(ENGLISH.implausible(&question))
}

#[test]
fn a_question_names_the_value_as_it_was_given_and_what_it_may_have_been() {
    for (item, value, unit, limit, words) in [
        (
            Item::Platelets,
            "0.25",
            "/uL",
            None,
            "Platelets: 250 /µL would be unusually low. Was it 250 ×10⁹/L?",
        ),
        (Item::Crp, "80", "mg/dL", None, "CRP: 80 mg/dL would be unusually high. Was it 80 mg/L?"),
        (Item::DlcoPercent, "8", "%", None, "DLCO: 8% would be unusually low. Is it right?"),
        (
            Item::InflamedJoints,
            "68",
            "",
            None,
            "Inflamed joints: 68 would be unusually high. Is it right?",
        ),
        (
            Item::C3,
            "0.9",
            "",
            Some("90"),
            "C3: 0.01 times its lower limit would be unusually low. Are value and limit in the \
             same unit?",
        ),
        (
            Item::Ck,
            "1.7",
            "",
            Some("200"),
            "CK: 0.0085 times its upper limit would be unusually low. Are value and limit in the \
             same unit?",
        ),
        (
            Item::BCells,
            "8",
            "",
            Some("100"),
            "CD19 B cells: 100 would be unusually high for a limit of detection. Is it that, and not \
             the lower limit of normal?",
        ),
    ] {
        assert_eq!(asked(item, value, unit, limit).as_deref(), Some(words));
    }
}

#[test]
fn two_units_of_one_scale_are_both_named() {
    let differ = between_visits(Item::PatientGlobal, "mm", "cm").expect("a question");
    let words = ENGLISH.units_differ(&differ);
    assert!(words.ends_with("in mm at this visit, in cm at the other. Are both right?"), "{words}");
    assert!(words.starts_with(ENGLISH.item(Item::PatientGlobal).label), "{words}");
}
