//! Days that are known, or lie between two others.

/// A day or a number of days, as far as it is known: it is one of those between
/// two ends. An end that nothing bounds is missing.
///
/// `lowest <= highest` holds by construction, where there are both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    lowest: Option<i32>,
    highest: Option<i32>,
}

impl Days {
    /// Of which nothing is known.
    pub const ANY: Days = Days { lowest: None, highest: None };

    /// A day or number that is known.
    #[must_use]
    pub const fn exactly(days: i32) -> Days {
        Days { lowest: Some(days), highest: Some(days) }
    }

    /// One between two others, given in either order.
    #[must_use]
    pub fn between(one: Option<i32>, other: Option<i32>) -> Days {
        match (one, other) {
            (Some(lowest), Some(highest)) if lowest > highest => {
                Days { lowest: Some(highest), highest: Some(lowest) }
            }
            (lowest, highest) => Days { lowest, highest },
        }
    }

    /// The lowest it can be.
    #[must_use]
    pub const fn lowest(self) -> Option<i32> {
        self.lowest
    }

    /// The highest it can be.
    #[must_use]
    pub const fn highest(self) -> Option<i32> {
        self.highest
    }

    /// The only one that is possible.
    #[must_use]
    pub fn known(self) -> Option<i32> {
        self.lowest.filter(|lowest| self.highest == Some(*lowest))
    }

    /// Whether it can be this one.
    #[must_use]
    pub fn allows(self, days: i32) -> bool {
        self.lowest.is_none_or(|lowest| lowest <= days)
            && self.highest.is_none_or(|highest| days <= highest)
    }

    /// Whether it can be whatever another can be.
    #[must_use]
    pub fn allows_all(self, other: Days) -> bool {
        let below = self.lowest.is_none_or(|own| other.lowest.is_some_and(|it| own <= it));
        let above = self.highest.is_none_or(|own| other.highest.is_some_and(|it| it <= own));
        below && above
    }

    /// Whether it is this one or later, wherever it lies.
    #[must_use]
    pub fn is_from(self, day: i32) -> bool {
        self.lowest.is_some_and(|lowest| lowest >= day)
    }

    /// Whether it is before this one, wherever it lies.
    #[must_use]
    pub fn is_before(self, day: i32) -> bool {
        self.highest.is_some_and(|highest| highest < day)
    }

    /// The days from this one to one that is not before it.
    #[must_use]
    pub fn until(self, later: Days) -> Days {
        let between = |from: Option<i32>, to: Option<i32>| Some(to?.saturating_sub(from?).max(0));
        Days {
            lowest: between(self.highest, later.lowest).or(Some(0)),
            highest: between(self.lowest, later.highest),
        }
    }

    /// The same or, where that is before it, a day.
    #[must_use]
    pub fn not_before(self, day: i32) -> Days {
        Days {
            lowest: Some(self.lowest.map_or(day, |lowest| lowest.max(day))),
            highest: self.highest.map(|highest| highest.max(day)),
        }
    }

    /// Both numbers together.
    #[must_use]
    pub fn and(self, other: Days) -> Days {
        let sum = |one: Option<i32>, other: Option<i32>| Some(one?.saturating_add(other?));
        Days { lowest: sum(self.lowest, other.lowest), highest: sum(self.highest, other.highest) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(lowest: i32, highest: i32) -> Days {
        Days::between(Some(lowest), Some(highest))
    }

    #[test]
    fn from_one_day_to_another_is_widest_where_both_are_open() {
        assert_eq!(Days::exactly(-14).until(Days::exactly(28)), Days::exactly(42));
        assert_eq!(between(0, 10).until(between(5, 20)), between(0, 20));
        let after = Days::between(Some(30), None);
        assert_eq!(Days::exactly(10).until(after), Days::between(Some(20), None));
        assert_eq!(Days::ANY.until(Days::exactly(3)), Days::between(Some(0), None));
    }

    #[test]
    fn an_end_that_nothing_bounds_allows_all_beyond() {
        let after = Days::between(Some(30), None);
        assert!(after.allows(5_000) && !after.allows(29));
        assert!(after.allows_all(between(30, 90)) && !between(30, 90).allows_all(after));
        assert_eq!(after.known(), None);
        assert_eq!(Days::ANY.not_before(0), Days::between(Some(0), None));
    }
}
