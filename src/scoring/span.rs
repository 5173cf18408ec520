//! Values as laboratories print them: `12.5`, `<0.3`, `5–10`.

use std::ops::Sub;

use super::{Exact, Relation, Threshold};

/// Whether a span holds its own end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// The end itself is possible.
    Included,
    /// Everything up to the end is possible, the end itself is not.
    Excluded,
    /// The end is possible, and nobody stated it: the scale ends there.
    OfScale,
}

/// Where a value lies: it is one of those between two ends. The two are the
/// same where the value is known.
///
/// A span always holds at least one value, by construction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    lowest: Exact,
    highest: Exact,
    lower: End,
    upper: End,
    /// Whether the ends are the same. It is carried along: the ends of a
    /// difference of quotients are too long to be compared with each other.
    is_known: bool,
}

impl Span {
    /// A value that is known.
    #[must_use]
    pub const fn exactly(value: Exact) -> Span {
        let (lower, upper) = (End::Included, End::Included);
        Span { lowest: value, highest: value, lower, upper, is_known: true }
    }

    /// Anything on a scale, both of its ends included, given in either order.
    #[must_use]
    pub fn of_scale(one: Exact, other: Exact) -> Span {
        let (lowest, highest) = if one <= other { (one, other) } else { (other, one) };
        let (lower, upper) = (End::OfScale, End::OfScale);
        Span { lowest, highest, lower, upper, is_known: lowest == highest }
    }

    /// The lowest value, or the one that all are above.
    #[must_use]
    pub const fn lowest(&self) -> Exact {
        self.lowest
    }

    /// The highest value, or the one that all are below.
    #[must_use]
    pub const fn highest(&self) -> Exact {
        self.highest
    }

    /// The highest value where somebody stated it, and not the scale alone.
    #[must_use]
    pub fn stated_highest(&self) -> Option<Exact> {
        (self.upper != End::OfScale).then_some(self.highest)
    }

    /// The value, where only one is possible.
    #[must_use]
    pub fn known(&self) -> Option<Exact> {
        self.is_known.then_some(self.lowest)
    }

    /// Whether all values are above a limit.
    fn is_above(&self, limit: Exact) -> bool {
        self.lowest > limit || (self.lower == End::Excluded && self.lowest == limit)
    }

    /// Whether all values are below a limit.
    fn is_below(&self, limit: Exact) -> bool {
        self.highest < limit || (self.upper == End::Excluded && self.highest == limit)
    }

    /// Whether all values lie on the right side of a cut-off, or all on the
    /// wrong one; `None` where some lie on either.
    pub(super) fn side(&self, threshold: &Threshold) -> Option<bool> {
        let Threshold { relation, limit } = *threshold;
        let (all, none) = match relation {
            Relation::Above => (self.is_above(limit), self.highest <= limit),
            Relation::AtLeast => (self.lowest >= limit, self.is_below(limit)),
            Relation::Below => (self.is_below(limit), self.lowest >= limit),
            Relation::AtMost => (self.highest <= limit, self.is_above(limit)),
        };
        match (all, none) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            (false, false) => None,
        }
    }

    /// Whether a value is one of those that are possible.
    #[must_use]
    pub fn contains(&self, value: Exact) -> bool {
        let above = match self.lower {
            End::Excluded => value > self.lowest,
            End::Included | End::OfScale => value >= self.lowest,
        };
        let below = match self.upper {
            End::Excluded => value < self.highest,
            End::Included | End::OfScale => value <= self.highest,
        };
        above && below
    }

    /// The lowest and the highest of the values, where two of them are at least
    /// one step apart.
    #[must_use]
    pub fn attained(&self, step: Exact) -> [Exact; 2] {
        let lowest = if self.lower == End::Excluded { self.lowest + step } else { self.lowest };
        let highest = if self.upper == End::Excluded { self.highest - step } else { self.highest };
        [lowest, highest]
    }

    /// The values that stand for all others where only these and their
    /// neighbours make a difference: they themselves, where they are possible,
    /// a step beside them, and the ends.
    #[must_use]
    pub fn near(&self, these: impl IntoIterator<Item = Exact>, step: Exact) -> Vec<Exact> {
        let beside = these.into_iter().flat_map(|it| [it - step, it, it + step]);
        let ends = self.attained(step);
        ends.into_iter().chain(beside).filter(|value| self.contains(*value)).collect()
    }

    /// Those of the values that lie on the right side of a cut-off, if any do.
    #[must_use]
    pub fn narrowed(self, threshold: Threshold) -> Option<Span> {
        let Threshold { relation, limit } = threshold;
        if let Some(value) = self.known() {
            return threshold.holds(value).then_some(self);
        }
        if self.side(&threshold) == Some(false) {
            return None;
        }
        let narrowed = match relation {
            Relation::Above if !self.is_above(limit) => {
                Span { lowest: limit, lower: End::Excluded, ..self }
            }
            Relation::AtLeast if self.lowest <= limit && !self.is_above(limit) => {
                Span { lowest: limit, lower: End::Included, ..self }
            }
            Relation::Below if !self.is_below(limit) => {
                Span { highest: limit, upper: End::Excluded, ..self }
            }
            Relation::AtMost if self.highest >= limit && !self.is_below(limit) => {
                Span { highest: limit, upper: End::Included, ..self }
            }
            Relation::Above | Relation::AtLeast | Relation::Below | Relation::AtMost => self,
        };
        Some(Span { is_known: narrowed.lowest == narrowed.highest, ..narrowed })
    }

    /// The span of a function that rises with its argument, so that no two
    /// values become one: another unit, a multiple, a sum.
    #[must_use]
    pub fn map_rising(self, rising: impl Fn(Exact) -> Exact) -> Span {
        let lowest = rising(self.lowest);
        match self.known() {
            Some(_) => Span { lowest, highest: lowest, ..self },
            None => Span { lowest, highest: rising(self.highest), ..self },
        }
    }
}

/// The difference of two values that do not depend on each other. It reaches an
/// end only where both reach theirs.
impl Sub for Span {
    type Output = Span;

    fn sub(self, other: Span) -> Span {
        if let (Some(value), Some(other)) = (self.known(), other.known()) {
            return Span::exactly(value - other);
        }
        let end = |one, other| match (one, other) {
            (End::Excluded, _) | (_, End::Excluded) => End::Excluded,
            (End::Included | End::OfScale, End::Included | End::OfScale) => End::Included,
        };
        Span {
            lowest: self.lowest - other.highest,
            highest: self.highest - other.lowest,
            lower: end(self.lower, other.upper),
            upper: end(self.upper, other.lower),
            is_known: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(value: i64) -> Exact {
        Exact::integer(value)
    }

    fn scale() -> Span {
        Span::of_scale(whole(0), whole(100))
    }

    fn below(limit: i64) -> Span {
        scale().narrowed(Threshold::below(whole(limit))).expect("some value")
    }

    fn above(limit: i64) -> Span {
        scale().narrowed(Threshold::above(whole(limit))).expect("some value")
    }

    fn between(lowest: i64, highest: i64) -> Span {
        let from = scale().narrowed(Threshold::at_least(whole(lowest))).expect("some value");
        from.narrowed(Threshold::at_most(whole(highest))).expect("some value")
    }

    const FIVE: Exact = Exact::integer(5);

    #[test]
    fn every_value_below_a_limit_is_below_it() {
        assert_eq!(Threshold::below(FIVE).decides(&below(5)), Some(true));
        assert_eq!(Threshold::at_least(FIVE).decides(&below(5)), Some(false));
        assert_eq!(Threshold::at_most(FIVE).decides(&below(5)), Some(true));
        assert_eq!(Threshold::below(FIVE).decides(&below(6)), None);
        assert_eq!(Threshold::below(FIVE).decides(&between(0, 5)), None);
    }

    #[test]
    fn every_value_above_a_limit_is_above_it() {
        assert_eq!(Threshold::above(FIVE).decides(&above(5)), Some(true));
        assert_eq!(Threshold::at_most(FIVE).decides(&above(5)), Some(false));
        assert_eq!(Threshold::above(FIVE).decides(&above(4)), None);
        assert_eq!(Threshold::above(FIVE).decides(&between(5, 9)), None);
        assert_eq!(Threshold::at_least(FIVE).decides(&between(5, 9)), Some(true));
    }

    #[test]
    fn a_known_value_is_decided_like_a_number() {
        for value in [4, 5, 6].map(whole) {
            for threshold in [
                Threshold::above(FIVE),
                Threshold::at_least(FIVE),
                Threshold::below(FIVE),
                Threshold::at_most(FIVE),
            ] {
                let decided = threshold.decides(&Span::exactly(value));
                assert_eq!(decided, Some(threshold.holds(value)));
            }
        }
    }

    #[test]
    fn nothing_is_left_beyond_the_end_of_a_scale() {
        assert_eq!(scale().narrowed(Threshold::below(whole(0))), None);
        assert_eq!(scale().narrowed(Threshold::above(whole(100))), None);
        assert_eq!(between(5, 9).narrowed(Threshold::at_most(whole(4))), None);
        let last = scale().narrowed(Threshold::at_least(whole(100)));
        assert_eq!(last.and_then(|span| span.known()), Some(whole(100)));
    }

    #[test]
    fn the_values_near_others_are_possible_ones() {
        let step = Exact::ratio(1, 10);
        let near = above(5).near([whole(5), whole(101)], step);
        assert_eq!(near, [whole(5) + step, whole(100), whole(5) + step]);
        assert!(!below(5).contains(FIVE) && between(0, 5).contains(FIVE));
    }

    #[test]
    fn only_what_was_said_is_stated() {
        assert_eq!(above(5).stated_highest(), None);
        assert_eq!(below(5).stated_highest(), Some(FIVE));
        assert_eq!(between(5, 100).stated_highest(), Some(whole(100)));
    }

    #[test]
    fn a_difference_reaches_an_end_where_both_values_do() {
        let rise = between(8, 9) - below(3);
        assert_eq!((rise.lowest(), rise.highest()), (whole(5), whole(9)));
        assert_eq!(Threshold::above(FIVE).decides(&rise), Some(true));
        assert_eq!(Threshold::above(FIVE).decides(&(between(8, 9) - between(0, 3))), None);
    }

    #[test]
    fn another_unit_keeps_open_ends_open() {
        let tenth = below(50).map_rising(|value| value * Exact::ratio(1, 10));
        assert_eq!(Threshold::below(FIVE).decides(&tenth), Some(true));
    }
}
