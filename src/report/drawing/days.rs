//! The axis of time.

use crate::text::PageText;

/// An axis of days.
pub(super) struct Days {
    first: i64,
    last: i64,
    start: i64,
    length: i64,
}

/// A day further away than this is drawn as if it were this far: 2700 years.
const FURTHEST: i64 = 1_000_000;
/// What is kept free between the ends of the axis and the first and last day.
const MARGIN: i32 = 10;
/// How far apart visits of one day stand, where there is room.
const APART: i64 = 10;
/// How far apart ticks stand at least.
const TICKS_APART: i64 = 44;
/// What a day is counted in: so that a month, a twelfth of 365.25 days, is a
/// whole number of them.
const SIXTEENTHS: i64 = 16;

/// A unit of time.
#[derive(Clone, Copy)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    /// How long it is, in sixteenths of a day.
    const fn length(self) -> i64 {
        match self {
            Unit::Day => SIXTEENTHS,
            Unit::Week => 7 * SIXTEENTHS,
            Unit::Month => 487,
            Unit::Year => 12 * 487,
        }
    }

    const fn name(self, words: &PageText) -> &'static str {
        match self {
            Unit::Day => words.days,
            Unit::Week => words.weeks,
            Unit::Month => words.months,
            Unit::Year => words.years,
        }
    }
}

/// The steps of ticks, from the shortest up. The last is long enough for
/// whatever is drawn.
const STEPS: [(Unit, i64); 14] = [
    (Unit::Day, 1),
    (Unit::Day, 2),
    (Unit::Week, 1),
    (Unit::Week, 2),
    (Unit::Week, 4),
    (Unit::Week, 8),
    (Unit::Month, 3),
    (Unit::Month, 6),
    (Unit::Month, 12),
    (Unit::Year, 2),
    (Unit::Year, 5),
    (Unit::Year, 20),
    (Unit::Year, 100),
    (Unit::Year, 1000),
];

impl Days {
    /// An axis between two places that shows all of these days.
    pub(super) fn new(days: impl Iterator<Item = i64> + Clone, (from, to): (i32, i32)) -> Days {
        let days = days.map(|day| day.clamp(-FURTHEST, FURTHEST));
        Days {
            first: days.clone().min().unwrap_or(0),
            last: days.max().unwrap_or(0),
            start: i64::from(from + MARGIN),
            length: i64::from(to - from - 2 * MARGIN),
        }
    }

    /// Where a day is.
    pub(super) fn at(&self, day: i64) -> i32 {
        self.at_sixteenths(day.clamp(-FURTHEST, FURTHEST) * SIXTEENTHS)
    }

    fn at_sixteenths(&self, time: i64) -> i32 {
        let span = (self.last - self.first) * SIXTEENTHS;
        let place = match span {
            // A single day stands in the middle.
            0 => self.length / 2,
            _ => (time - self.first * SIXTEENTHS) * self.length / span,
        };
        i32::try_from(self.start + place).unwrap_or(0)
    }

    /// Where visits stand, whose days are given in their order. Visits of one
    /// day are spread around it, but never beyond half the way to the next day.
    pub(super) fn spread(&self, days: &[i64]) -> Vec<i32> {
        let mut places = Vec::with_capacity(days.len());
        let mut before = self.start - i64::from(MARGIN);
        let mut groups = days.chunk_by(|one, other| one == other).peekable();
        while let Some(group) = groups.next() {
            let middle = i64::from(self.at(group.first().copied().unwrap_or(0)));
            let after = match groups.peek().and_then(|group| group.first()) {
                Some(day) => i64::from(self.at(*day)),
                None => self.start + self.length + i64::from(MARGIN),
            };
            let gaps = i64::try_from(group.len()).unwrap_or(i64::MAX) - 1;
            let room = (middle - before).min(after - middle).min(gaps * APART);
            let shift = |nth: i64| (2 * nth - gaps) * room / (2 * gaps.max(1));
            places.extend((0..=gaps).map(|nth| i32::try_from(middle + shift(nth)).unwrap_or(0)));
            before = middle;
        }
        places
    }

    /// Ticks in the shortest step that leaves them apart: the unit, how many of
    /// it lie between day zero and a tick, and where that is.
    pub(super) fn ticks(&self, words: &PageText) -> (&'static str, Vec<(i64, i32)>) {
        let (first, last) = (self.first * SIXTEENTHS, self.last * SIXTEENTHS);
        let long_enough = |(unit, count): &&(Unit, i64)| {
            unit.length() * count * self.length >= TICKS_APART * (last - first)
        };
        let (unit, count) = *STEPS.iter().find(long_enough).unwrap_or(&(Unit::Year, 1000));
        let step = unit.length() * count;
        let from = -(-first).div_euclid(step);
        let ticks = (from..=last.div_euclid(step))
            .map(|tick| (tick * count, self.at_sixteenths(tick * step)))
            .collect();
        (unit.name(words), ticks)
    }
}
