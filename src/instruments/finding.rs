//! A finding at a visit: as it was entered, else as its measured values say.

use super::Derivation;
use super::derivation::Derived;
use crate::items::{Item, Visit};
use crate::scoring::{Finding, Mention, PartValue, Role};

/// What is known of a finding.
pub(super) struct Told {
    /// Whether it counts; `None` while that is open.
    pub counts: Option<bool>,
    /// What was read for it.
    pub value: PartValue,
    /// Whether a measured value says the opposite of what was entered.
    pub contradicts: bool,
    /// Whether it counts from a number alone.
    pub by_number: bool,
    /// What could still change it: the finding, and the same of the visit
    /// before, where only that would tell.
    pub open: [Option<Mention>; 2],
}

impl Told {
    /// Reads a finding of a visit, after the visit before it, where there is
    /// one.
    pub(super) fn of(
        item: Item,
        derivation: Option<Derivation>,
        (role, visit): (Role, &Visit),
        earlier: Option<(Role, &Visit)>,
    ) -> Told {
        let entered = visit.finding(item);
        let derived = derivation.map_or(Derived::Unknown, |derivation| {
            derivation.read(visit, earlier.map(|(_, visit)| visit))
        });
        let told = Told {
            counts: entered.counts(),
            value: PartValue::State(entered),
            contradicts: contradicts(derived, entered),
            by_number: false,
            open: [None, None],
        };
        match (told.counts, derived) {
            (Some(_), _) => told,
            (None, Derived::Known(counts, value)) => Told {
                counts: Some(counts),
                value: PartValue::known(value),
                by_number: counts,
                ..told
            },
            (None, open @ (Derived::NeedsEarlier | Derived::NeedsBoth | Derived::Unknown)) => {
                let own = Mention::of(role, item.id());
                let before = Mention::of(earlier.map_or(role, |(role, _)| role), item.id());
                Told {
                    value: PartValue::Open,
                    open: match open {
                        Derived::NeedsEarlier => [Some(before), None],
                        Derived::NeedsBoth if own != before => [Some(own), Some(before)],
                        Derived::NeedsBoth | Derived::Unknown | Derived::Known(..) => {
                            [Some(own), None]
                        }
                    },
                    ..told
                }
            }
        }
    }
}

/// Whether a measured value says the opposite of what was entered. What was
/// attributed to another cause contradicts no number.
pub(super) fn contradicts(derived: Derived, entered: Finding) -> bool {
    match (derived, entered) {
        (Derived::Known(derived, _), Finding::Present) => !derived,
        (Derived::Known(derived, _), Finding::Absent) => derived,
        (Derived::Known(..), Finding::NotAssessed | Finding::OtherCause)
        | (Derived::Unknown | Derived::NeedsEarlier | Derived::NeedsBoth, _) => false,
    }
}
