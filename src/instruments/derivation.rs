//! How measured values stand for a finding.

use crate::items::{Item, Measured, Visit};
use crate::scoring::{Exact, Span, Threshold};

/// How measured values say whether a finding is there.
#[derive(Clone, Copy, Debug)]
pub enum Derivation {
    /// One number beyond a cut-off.
    Beyond {
        /// What is measured.
        by: Item,
        /// The cut-off.
        threshold: Threshold,
    },
    /// One number above the limit of its laboratory.
    AboveLimit {
        /// What is measured.
        by: Item,
    },
    /// One number below the limit of its laboratory.
    BelowLimit {
        /// What is measured.
        by: Item,
    },
    /// Any of C3, C4 and, where it is read, CH50 below the limit of its
    /// laboratory; normal only when C3 and C4 both were measured.
    LowComplement {
        /// Whether CH50 is read.
        ch50: bool,
    },
    /// Protein in the urine, by day or by creatinine.
    Protein {
        /// The level.
        above: Threshold,
        /// Where only a new or rising one counts: the rise over the earlier
        /// value.
        rise: Option<Threshold>,
    },
}

/// What the measurements of a visit say of a finding.
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

impl Derivation {
    /// Whether the measurements of a visit say that a finding is there, without
    /// a look at the visit before it; `None` while they do not tell.
    pub(super) fn says(&self, visit: &Visit) -> Option<bool> {
        match self.read(visit, None) {
            Derived::Known(counts, _) => Some(counts),
            Derived::Unknown | Derived::NeedsEarlier | Derived::NeedsBoth => None,
        }
    }

    /// What the measurements of a visit say, after the visit before it, where
    /// there is one.
    pub(super) fn read(&self, visit: &Visit, earlier: Option<&Visit>) -> Derived {
        match *self {
            Derivation::Beyond { by, threshold } => match visit.number(by) {
                Some(value) => Derived::by(threshold.decides(&value), &value),
                None => Derived::Unknown,
            },
            Derivation::AboveLimit { by } => match visit.measured(by) {
                Some(measured) => Derived::by(measured.is_above_limit(), &measured.value),
                None => Derived::Unknown,
            },
            Derivation::BelowLimit { by } => match visit.measured(by) {
                Some(measured) => Derived::by(measured.is_below_limit(), &measured.value),
                None => Derived::Unknown,
            },
            Derivation::LowComplement { ch50 } => low_complement(visit, ch50),
            Derivation::Protein { above, rise } => proteinuria(above, rise, visit, earlier),
        }
    }
}

/// One item however many of the three are low. Normal only when C3 and C4 both
/// were measured.
fn low_complement(visit: &Visit, reads_ch50: bool) -> Derived {
    let ch50 = reads_ch50.then(|| visit.measured(Item::Ch50)).flatten();
    let measured = [visit.measured(Item::C3), visit.measured(Item::C4), ch50];
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
fn proteinuria(
    above: Threshold,
    rise: Option<Threshold>,
    visit: &Visit,
    earlier: Option<&Visit>,
) -> Derived {
    let Some((kind, now)) = protein(visit) else { return Derived::Unknown };
    let counts = above.decides(now);
    let (Some(true) | None, Some(rise)) = (counts, rise) else { return Derived::by(counts, now) };
    // An earlier value of the other kind cannot be subtracted.
    let earlier = earlier.and_then(|visit| visit.measured(kind));
    let earlier = match earlier {
        Some(Measured { value, .. }) => *value,
        None if visit.attested(Item::FirstVisit) == Some(true) => {
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
