//! Intervals: what a sum can still be.

use std::ops::{Add, Sub};

use super::Exact;

/// The lowest and the highest value something can still take.
///
/// `lowest <= highest` holds by construction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    lowest: Exact,
    highest: Exact,
}

impl Bounds {
    /// A value that is known.
    #[must_use]
    pub const fn exactly(value: Exact) -> Bounds {
        Bounds { lowest: value, highest: value }
    }

    /// A value somewhere between two others, given in either order.
    #[must_use]
    pub fn between(one: Exact, other: Exact) -> Bounds {
        if one <= other {
            Bounds { lowest: one, highest: other }
        } else {
            Bounds { lowest: other, highest: one }
        }
    }

    /// The lowest value.
    #[must_use]
    pub const fn lowest(self) -> Exact {
        self.lowest
    }

    /// The highest value.
    #[must_use]
    pub const fn highest(self) -> Exact {
        self.highest
    }

    /// The value, where only one is possible.
    #[must_use]
    pub fn known(self) -> Option<Exact> {
        (self.lowest == self.highest).then_some(self.lowest)
    }

    /// Whether more than one value is possible.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.known().is_none()
    }

    /// Whether a value lies between the ends, which belong to it.
    #[must_use]
    pub fn allows(self, value: Exact) -> bool {
        self.lowest <= value && value <= self.highest
    }

    /// Whatever either of two bounds allows.
    #[must_use]
    pub fn joined(self, other: Bounds) -> Bounds {
        Bounds { lowest: self.lowest.min(other.lowest), highest: self.highest.max(other.highest) }
    }

    /// The bounds of a function that never falls while its argument rises.
    #[must_use]
    pub fn map_rising(self, rising: impl Fn(Exact) -> Exact) -> Bounds {
        Bounds::between(rising(self.lowest), rising(self.highest))
    }

    /// The one name that both ends are given, or `None` while they differ.
    #[must_use]
    pub fn agree<T: PartialEq>(self, name: impl Fn(Exact) -> T) -> Option<T> {
        let lowest = name(self.lowest);
        (lowest == name(self.highest)).then_some(lowest)
    }
}

impl Add for Bounds {
    type Output = Bounds;

    fn add(self, other: Bounds) -> Bounds {
        Bounds { lowest: self.lowest + other.lowest, highest: self.highest + other.highest }
    }
}

impl Sub for Bounds {
    type Output = Bounds;

    fn sub(self, other: Bounds) -> Bounds {
        Bounds { lowest: self.lowest - other.highest, highest: self.highest - other.lowest }
    }
}

impl std::iter::Sum for Bounds {
    fn sum<I: Iterator<Item = Bounds>>(bounds: I) -> Bounds {
        bounds.fold(Bounds::exactly(Exact::ZERO), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(one: i64, other: i64) -> Bounds {
        Bounds::between(Exact::integer(one), Exact::integer(other))
    }

    #[test]
    fn a_difference_is_widest_where_the_ends_cross() {
        assert_eq!(between(4, 6) - between(1, 3), between(1, 5));
    }

    #[test]
    fn a_sum_adds_end_to_end() {
        assert_eq!(
            [between(0, 2), between(4, 4), between(0, 8)].into_iter().sum::<Bounds>(),
            between(4, 14)
        );
    }

    #[test]
    fn a_name_is_known_only_where_both_ends_agree() {
        let above_five = |value: Exact| value > Exact::integer(5);
        assert_eq!(between(6, 9).agree(above_five), Some(true));
        assert_eq!(between(5, 6).agree(above_five), None);
    }
}
