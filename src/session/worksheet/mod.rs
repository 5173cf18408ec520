//! Worksheets: what is counted, drawn or added up beside a visit before it is
//! an answer of it.
//!
//! A worksheet reads and proposes; it changes no answer. What it comes to is
//! entered into the visit by the caller, as if it had been typed.

pub mod bilag;
pub mod doses;
pub mod enzymes;
pub mod figure;
pub mod function;
pub mod ice;
pub mod joints;
mod marked;
pub mod skin;
pub mod strength;

pub use bilag::{BilagDomain, BilagSheet, BilagState};
pub use doses::{DoseField, DoseLine, DoseProblem, DoseProblemKind, DoseSheet, Interval};
pub use ice::{IcePoint, IceSheet, IceState};
pub use joints::{Joint, JointName, JointSheet, JointState};
pub use marked::Marked;
pub use skin::{SkinMethod, SkinTable};

use crate::items::Item;

/// The items that are entered one by one on the worksheet of a total.
#[must_use]
pub const fn parts(total: Item) -> &'static [Item] {
    #[allow(clippy::wildcard_enum_match_arm, reason = "most items are no totals")]
    match total {
        Item::Mrss => &Item::SKIN_SITES,
        Item::Strength => &strength::GRADES,
        Item::Haq => &function::ANSWERS,
        _ => &[],
    }
}

/// The totals that have parts.
const TOTALS: [Item; 3] = [Item::Mrss, Item::Strength, Item::Haq];

/// The total on whose worksheet an item is entered.
#[must_use]
pub fn total_of(part: Item) -> Option<Item> {
    TOTALS.into_iter().find(|total| parts(*total).contains(&part))
}

/// A side of the body: the patient's, not the viewer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The patient's right.
    Right,
    /// The patient's left.
    Left,
}

impl Side {
    /// Both, as they are entered.
    pub const ALL: [Side; 2] = [Side::Right, Side::Left];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Side::Right => "right",
            Side::Left => "left",
        }
    }
}

/// A count or total of what has been examined so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Everything was examined.
    Exactly(u32),
    /// Something was not, and could add to it.
    AtLeast(u32),
}

impl Counted {
    /// The count where it is known, for an item that takes no lower bound.
    #[must_use]
    pub const fn known(self) -> Option<u32> {
        match self {
            Counted::Exactly(count) => Some(count),
            Counted::AtLeast(_) => None,
        }
    }

    /// The lowest that it can be.
    #[must_use]
    pub const fn lowest(self) -> u32 {
        match self {
            Counted::Exactly(count) | Counted::AtLeast(count) => count,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_one_total_and_stands_in_its_group() {
        for total in Item::all() {
            assert_eq!(TOTALS.contains(&total), !parts(total).is_empty(), "{total:?}");
            for part in parts(total) {
                assert_eq!((total_of(*part), part.group()), (Some(total), total.group()));
            }
        }
    }
}
