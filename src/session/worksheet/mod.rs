//! Worksheets: what is counted, drawn or added up beside a visit before it is
//! an answer of it.
//!
//! A worksheet reads and proposes; it changes no answer. What it comes to is
//! entered into the visit by the caller, as if it had been typed.

pub mod doses;
pub mod enzymes;
pub mod figure;
pub mod joints;
pub mod skin;

pub use doses::{DoseField, DoseLine, DoseProblem, DoseProblemKind, DoseSheet, Interval};
pub use joints::{Joint, JointName, JointSheet, JointState};
pub use skin::{SkinMethod, SkinTable};

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
