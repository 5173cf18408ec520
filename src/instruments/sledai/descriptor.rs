//! What a measured value says of a descriptor.

use super::tally::Sitting;
use crate::instruments::Derivation;
use crate::items::{Item, Measured, Visit};
use crate::scoring::{Exact, Threshold};

/// What the measurements of a visit say of a descriptor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Derived {
    /// Nothing was measured, or not enough.
    Unknown,
    /// Only an earlier value would tell.
    NeedsEarlier,
    /// Whether it is there, and the single value that says so.
    Known(bool, Option<Exact>),
}

/// The two ways of measuring protein, the stronger first.
pub const PROTEIN: [Item; 2] = [Item::UrineProtein24h, Item::Upcr];

/// What the measurements of a visit say of a descriptor.
pub(super) fn derive(derivation: Option<Derivation>, sitting: &Sitting) -> Derived {
    let visit = sitting.visit;
    match derivation {
        None => Derived::Unknown,
        Some(Derivation::Beyond { by, threshold }) => match visit.number(by) {
            Some(value) => Derived::Known(threshold.holds(value), Some(value)),
            None => Derived::Unknown,
        },
        Some(Derivation::AboveLimit { by }) => match visit.measured(by) {
            Some(Measured { value, limit: Some(limit) }) => {
                Derived::Known(value > limit, Some(value))
            }
            Some(Measured { limit: None, .. }) | None => Derived::Unknown,
        },
        Some(Derivation::LowComplement) => low_complement(visit),
        Some(Derivation::Protein { above, rise }) => proteinuria(above, rise, sitting),
    }
}

/// One item however many of the three are low. Normal only when C3 and C4 both
/// were measured.
fn low_complement(visit: &Visit) -> Derived {
    let measured = [Item::C3, Item::C4, Item::Ch50].map(|item| visit.measured(item));
    let low = |measured: &Measured| measured.limit.is_some_and(|low| measured.value < low);
    let mut values = measured.iter().flatten();
    let single = match (values.next(), values.next()) {
        (Some(only), None) => Some(only.value),
        (Some(_), Some(_)) | (None, _) => None,
    };
    let [c3, c4, _] = measured;
    if measured.iter().flatten().any(low) {
        Derived::Known(true, single)
    } else if c3.is_some() && c4.is_some() {
        Derived::Known(false, None)
    } else {
        Derived::Unknown
    }
}

/// The protein that is read at a visit: by day where both were measured.
pub(super) fn protein(visit: &Visit) -> Option<(Item, Exact)> {
    PROTEIN.into_iter().find_map(|item| Some((item, visit.measured(item)?.value)))
}

/// Proteinuria by level or, with a rise, by being new or rising.
fn proteinuria(above: Threshold, rise: Option<Threshold>, sitting: &Sitting) -> Derived {
    let Some((kind, now)) = protein(sitting.visit) else { return Derived::Unknown };
    if !above.holds(now) {
        return Derived::Known(false, Some(now));
    }
    let Some(rise) = rise else { return Derived::Known(true, Some(now)) };
    // An earlier value of the other kind cannot be subtracted.
    match sitting.earlier.and_then(|(_, visit)| visit.measured(kind)) {
        Some(Measured { value: earlier, .. }) => {
            let new = !above.holds(earlier);
            Derived::Known(new || rise.holds(now - earlier), Some(now))
        }
        None if sitting.visit.attested(Item::FirstVisit) == Some(true) => {
            Derived::Known(true, Some(now))
        }
        None => Derived::NeedsEarlier,
    }
}
