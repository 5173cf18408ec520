//! Where the other sheets part ways with SLEDAI-2K, and in what.

use super::{ALL, SLEDAI_2K};
use crate::instruments::{Derivation, Instrument};
use crate::items::Item;
use crate::scoring::Threshold;

/// What sets sheets apart from SLEDAI-2K in one descriptor.
#[derive(Clone, Debug)]
pub struct Deviation {
    /// The descriptor.
    pub item: Item,
    /// In what they differ.
    pub difference: Difference,
    /// The ids of the sheets that differ from SLEDAI-2K, all in the same way.
    pub sheets: Vec<&'static str>,
}

/// In what a sheet differs from SLEDAI-2K.
#[derive(Clone, Copy, Debug)]
pub enum Difference {
    /// A value counts from another limit.
    Limit {
        /// What is measured or counted.
        by: Item,
        /// The limit of SLEDAI-2K.
        usual: Threshold,
        /// Theirs.
        theirs: Threshold,
    },
    /// Protein above the limit counts only if it is new or has risen by so much.
    NewOrRising(Threshold),
    /// What merely lasts does not count.
    NewOrRecurrent,
    /// More counts.
    CountsMore,
    /// Less counts, as more is put down to another cause.
    RulesOutMore,
}

/// The full trial form of SELENA.
const TRIAL_FORM: &[&str] = &["selena-sledai", "selena-sledai-hybrid"];
/// The sheet of 1992.
const OF_1992: &[&str] = &["sledai-1992"];

/// Descriptors that a sheet describes in other words, where the words mean
/// something else.
const DESCRIBED: &[(Item, Difference, &[&str])] = &[
    (Item::Seizure, Difference::RulesOutMore, TRIAL_FORM),
    (Item::VisualDisturbance, Difference::CountsMore, TRIAL_FORM),
    (Item::CranialNerveDisorder, Difference::CountsMore, TRIAL_FORM),
    (Item::Cva, Difference::RulesOutMore, TRIAL_FORM),
    (Item::Rash, Difference::NewOrRecurrent, OF_1992),
    (Item::Alopecia, Difference::NewOrRecurrent, OF_1992),
    (Item::MucosalUlcers, Difference::NewOrRecurrent, OF_1992),
    (Item::Pleurisy, Difference::CountsMore, TRIAL_FORM),
    (Item::Pericarditis, Difference::CountsMore, TRIAL_FORM),
];

/// In what the sheets differ over a descriptor; `None` where they agree.
#[must_use]
pub fn deviation(item: Item) -> Option<Deviation> {
    if let Some((_, difference, sheets)) = DESCRIBED.iter().find(|(other, ..)| *other == item) {
        return Some(Deviation { item, difference: *difference, sheets: sheets.to_vec() });
    }
    // What a value has to be stands in the tables of the sheets.
    let usual = SLEDAI_2K.sheet().derivation(item);
    let differing = ALL.iter().filter_map(|sledai| {
        Some((sledai.definition().id, difference(usual?, sledai.sheet().derivation(item)?)?))
    });
    let (sheets, differences): (Vec<_>, Vec<_>) = differing.unzip();
    differences.into_iter().next().map(|difference| Deviation { item, difference, sheets })
}

/// In what one reading of a value differs from that of SLEDAI-2K.
fn difference(usual: Derivation, theirs: Derivation) -> Option<Difference> {
    match (usual, theirs) {
        (
            Derivation::Beyond { by, threshold: usual },
            Derivation::Beyond { threshold: theirs, .. },
        ) => (!same(usual, theirs)).then_some(Difference::Limit { by, usual, theirs }),
        (Derivation::Protein { rise: None, .. }, Derivation::Protein { rise, .. }) => {
            rise.map(Difference::NewOrRising)
        }
        (
            Derivation::Beyond { .. }
            | Derivation::AboveLimit { .. }
            | Derivation::BelowLimit { .. }
            | Derivation::LowComplement { .. }
            | Derivation::Protein { .. },
            _,
        ) => None,
    }
}

fn same(one: Threshold, other: Threshold) -> bool {
    one.relation == other.relation && one.limit == other.limit
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::Relation;

    #[test]
    fn limits_are_those_of_the_sheets() {
        let joints = deviation(Item::Arthritis).expect("the sheets differ");
        assert_eq!(joints.sheets, ["selena-sledai", "selena-sledai-hybrid", "sledai-1992"]);
        assert!(matches!(
            joints.difference,
            Difference::Limit {
                by: Item::InflamedJoints,
                usual: Threshold { relation: Relation::AtLeast, .. },
                theirs: Threshold { relation: Relation::Above, .. },
            }
        ));
        let protein = deviation(Item::Proteinuria).expect("the sheets differ");
        assert_eq!(protein.sheets, ["selena-sledai", "sledai-1992"]);
        assert!(matches!(protein.difference, Difference::NewOrRising(_)));
    }

    #[test]
    fn sheets_that_agree_on_a_descriptor_have_no_deviation() {
        for item in [Item::Psychosis, Item::Hematuria, Item::LowComplement, Item::Fever] {
            assert!(deviation(item).is_none(), "{}", item.id());
        }
    }

    /// A deviation names one way for all its sheets.
    #[test]
    fn sheets_that_deviate_from_sledai_2k_deviate_alike() {
        for descriptor in &SLEDAI_2K.sheet().descriptors {
            let theirs = ALL.iter().filter_map(|sledai| {
                difference(descriptor.derivation?, sledai.sheet().derivation(descriptor.item)?)
            });
            let mut shown = theirs.map(|difference| format!("{difference:?}"));
            let first = shown.next();
            assert!(shown.all(|other| Some(other) == first), "{}", descriptor.item.id());
        }
    }
}
