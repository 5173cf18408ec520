//! What a measured value says of a descriptor.

use super::tally::Sitting;
use crate::instruments::Derivation;
use crate::items::{Item, Measured, Visit};
use crate::scoring::{Exact, Span, Threshold};

/// What the measurements of a visit say of a descriptor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Derived {
    /// Nothing was measured, or not enough, or not exactly enough.
    Unknown,
    /// Only an earlier value would tell.
    NeedsEarlier,
    /// It depends on where both values lie, this one and the earlier one.
    NeedsBoth,
    /// Whether it is there, and the single value that says so, where it is
    /// known.
    Known(bool, Option<Exact>),
}

impl Derived {
    /// What a single value decides.
    fn by(decided: Option<bool>, value: &Span) -> Derived {
        match decided {
            Some(counts) => Derived::Known(counts, value.known()),
            None => Derived::Unknown,
        }
    }
}

/// The two ways of measuring protein, the stronger first.
pub const PROTEIN: [Item; 2] = [Item::UrineProtein24h, Item::Upcr];

/// What the measurements of a visit say of a descriptor.
pub(super) fn derive(derivation: Option<Derivation>, sitting: &Sitting) -> Derived {
    let visit = sitting.visit;
    match derivation {
        None => Derived::Unknown,
        Some(Derivation::Beyond { by, threshold }) => match visit.number(by) {
            Some(value) => Derived::by(threshold.decides(&value), &value),
            None => Derived::Unknown,
        },
        Some(Derivation::AboveLimit { by }) => match visit.measured(by) {
            Some(measured) => Derived::by(measured.is_above_limit(), &measured.value),
            None => Derived::Unknown,
        },
        Some(Derivation::LowComplement) => low_complement(visit),
        Some(Derivation::Protein { above, rise }) => proteinuria(above, rise, sitting),
    }
}

/// One item however many of the three are low. Normal only when C3 and C4 both
/// were measured.
fn low_complement(visit: &Visit) -> Derived {
    let measured = [Item::C3, Item::C4, Item::Ch50].map(|item| visit.measured(item));
    let mut values = measured.into_iter().flatten();
    let single = match (values.next(), values.next()) {
        (Some(only), None) => only.value.known(),
        (Some(_), Some(_)) | (None, _) => None,
    };
    let low = measured.map(|measured| measured.map(Measured::is_below_limit));
    let [c3, c4, ch50] = low;
    if low.contains(&Some(Some(true))) {
        Derived::Known(true, single)
    } else if c3.flatten().is_some() && c4.flatten().is_some() && ch50 != Some(None) {
        Derived::Known(false, None)
    } else {
        Derived::Unknown
    }
}

/// The protein that is read at a visit: by day where both were measured.
pub(super) fn protein(visit: &Visit) -> Option<(Item, &Span)> {
    PROTEIN.into_iter().find_map(|item| Some((item, &visit.measured(item)?.value)))
}

/// Proteinuria by level or, with a rise, by being new or rising.
fn proteinuria(above: Threshold, rise: Option<Threshold>, sitting: &Sitting) -> Derived {
    let Some((kind, now)) = protein(sitting.visit) else { return Derived::Unknown };
    let counts = above.decides(now);
    let (Some(true) | None, Some(rise)) = (counts, rise) else { return Derived::by(counts, now) };
    // An earlier value of the other kind cannot be subtracted.
    let earlier = sitting.earlier.and_then(|(_, visit)| visit.measured(kind));
    let earlier = match earlier {
        Some(Measured { value, .. }) => *value,
        None if sitting.visit.attested(Item::FirstVisit) == Some(true) => {
            return Derived::by(counts, now);
        }
        None => match kind.kind().scale() {
            Some(scale) => scale.anything(),
            None => return Derived::NeedsEarlier,
        },
    };
    let rises = match above.decides(&earlier) {
        Some(false) => Some(true),
        was_above => match (rise.decides(&(*now - earlier)), was_above) {
            (Some(false), None) => None,
            (rises, _) => rises,
        },
    };
    match (counts, rises) {
        (Some(true), Some(rises)) => Derived::Known(rises, now.known()),
        (_, Some(false)) => Derived::Known(false, now.known()),
        (Some(true) | None, _) => needed(above, rise, *now, earlier),
        (Some(false), _) => Derived::Known(false, now.known()),
    }
}

/// Of two protein values that leave a rise open, those that could still change
/// it.
fn needed(above: Threshold, rise: Threshold, now: Span, earlier: Span) -> Derived {
    let (now_is_open, earlier_is_open) = (now.known().is_none(), earlier.known().is_none());
    let (needs_now, needs_earlier) = match above.decides(&earlier) {
        // New, where this one is above the limit.
        Some(false) => (true, false),
        // To be exceeded: two open values move it past each other.
        Some(true) => (now_is_open, earlier_is_open),
        // New or to be exceeded. Up to the limit and the rise together, nothing
        // exceeds a value above the limit, wherever it lies.
        None => {
            let can_exceed = Threshold::above(above.limit + rise.limit).decides(&now);
            let needs_now = above.decides(&now).is_none() || can_exceed != Some(false);
            (now_is_open && needs_now, true)
        }
    };
    match (needs_now, needs_earlier) {
        (true, true) => Derived::NeedsBoth,
        (false, true) => Derived::NeedsEarlier,
        (true | false, false) => Derived::Unknown,
    }
}
