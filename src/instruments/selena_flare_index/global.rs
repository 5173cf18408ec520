//! The physician global assessment at both visits.

use super::{Criterion, GLOBAL_ABOVE, GLOBAL_UP, MILD, RISEN, SEVERE};
use crate::instruments::worst::Graded;
use crate::items::{Item, Visits, scale};
use crate::scoring::{Exact, Mention, PartValue, Role, Span, Threshold, Verdict};

/// A step that is finer than any between values that were given, which have six
/// decimals: a bound allows whatever lies within it.
const LEAST_STEP: Exact = Exact::ratio(1, 10_000_000);

/// The physician global assessment at both visits.
pub(super) struct Global {
    before: Span,
    now: Span,
}

impl Global {
    pub(super) fn of(visits: &Visits) -> Global {
        let read =
            |role: Role| visits.of(role).number(Item::Pga).unwrap_or_else(|| scale::PGA.anything());
        Global { before: read(Role::Previous), now: read(Role::Current) }
    }

    pub(super) fn above(&self) -> Criterion {
        (risen_beyond(&self.before, &self.now, GLOBAL_ABOVE), PartValue::known(self.now.known()))
    }

    pub(super) fn up(&self) -> Criterion {
        let rise = self.now - self.before;
        (Verdict::from_known(GLOBAL_UP.decides(&rise)), PartValue::known(rise.known()))
    }

    /// The level that two values lead to.
    fn level(before: Exact, now: Exact) -> u32 {
        if RISEN.holds(now - before) && GLOBAL_ABOVE.holds(now) {
            SEVERE
        } else if GLOBAL_UP.holds(now - before) {
            MILD
        } else {
            0
        }
    }

    pub(super) fn graded(&self) -> Graded {
        // The level changes where the values are this far apart, and at the
        // cut-off: what lies between two such values is like either of them.
        let (rise, cutoff) = (GLOBAL_UP.limit, GLOBAL_ABOVE.limit);
        let ends = |span: &Span| span.attained(LEAST_STEP);
        let earlier = self
            .before
            .near(ends(&self.now).into_iter().flat_map(|now| [now, now - rise]), LEAST_STEP);
        let later = self.now.near(
            ends(&self.before).into_iter().flat_map(|before| [before, before + rise, cutoff]),
            LEAST_STEP,
        );
        let levels =
            earlier.iter().flat_map(|before| later.iter().map(|now| Global::level(*before, *now)));
        let [lowest_now, highest_now] = ends(&self.now);
        let by_now = earlier.iter().filter_map(|before| {
            let level = Global::level(*before, highest_now);
            (level != Global::level(*before, lowest_now)).then_some(level)
        });
        let [lowest_before, highest_before] = ends(&self.before);
        let by_before = later.iter().filter_map(|now| {
            let level = Global::level(lowest_before, *now);
            (level != Global::level(highest_before, *now)).then_some(level)
        });
        let id = Item::Pga.id();
        let open = [(Role::Current, by_now.max()), (Role::Previous, by_before.max())];
        let open =
            open.into_iter().filter_map(|(role, level)| Some((Mention::of(role, id), level?)));
        Graded {
            lowest: levels.clone().min().unwrap_or_default(),
            highest: levels.max().unwrap_or_default(),
            open: open.collect(),
        }
    }
}

/// Whether a value has risen to beyond a cut-off, wherever it lies.
fn risen_beyond(before: &Span, now: &Span, cutoff: Threshold) -> Verdict {
    let can =
        now.narrowed(cutoff).is_some_and(|now| RISEN.decides(&(now - *before)) != Some(false));
    let must = cutoff.decides(now) == Some(true) && RISEN.decides(&(*now - *before)) == Some(true);
    match (can, must) {
        (false, _) => Verdict::NotMet,
        (true, true) => Verdict::Met,
        (true, false) => Verdict::Undetermined,
    }
}
