//! The axis of a score.
//!
//! Some scales are long and all that is decided on them happens at their lower
//! end: a SLEDAI goes to 105 and its last band begins at 20. Such an axis has a
//! knee. Up to it every point has the same length; what is beyond shares the
//! last eighth, and a break marks the knee. So that what a patient has is never
//! in the short part, the knee moves up with the lowest value that a score is
//! known to have.

use super::SHADES;
use crate::instruments::{Choices, Definition};
use crate::scoring::{Band, Bands, Bounds, Edge, Exact, Threshold};

/// What a score is read against.
#[derive(Clone, Copy, Debug)]
pub struct Yardstick {
    /// The lowest and the highest value of the score.
    pub range: (Exact, Exact),
    /// Its bands.
    pub bands: Option<&'static Bands>,
    /// Its cut-off.
    pub cutoff: Option<Threshold>,
}

impl Yardstick {
    /// What an instrument's score is read against; `None` for an instrument
    /// that gives a verdict alone.
    #[must_use]
    pub fn of(definition: &Definition, choices: Choices) -> Option<Yardstick> {
        Some(Yardstick {
            range: definition.range_under(choices)?,
            bands: definition.bands(choices),
            cutoff: definition.cutoff.map(|(cutoff, _)| cutoff),
        })
    }

    /// How far beside the edges of bands no score lies: half a point, where they
    /// are whole numbers.
    fn beside(&self) -> i64 {
        let is_whole = |edge: &i64| edge % POINT == 0;
        if self.bands.is_some() && self.edges().iter().all(is_whole) { POINT / 2 } else { 0 }
    }

    /// The ends of its bands, or its cut-off where it has none.
    fn edges(&self) -> Vec<i64> {
        let bands = self.bands.map_or(&[][..], |bands| bands.bands);
        bands.iter().filter_map(|band| band.upper).map(thousandths).collect()
    }
}

/// A value in thousandths, which is as fine as a drawing has to be.
fn thousandths(value: Exact) -> i64 {
    /// Beyond any literal, and far below what a product would need.
    const MOST: i128 = 1_000_000_000_000;
    let (numerator, denominator) = value.fraction();
    let thousandths = numerator.saturating_mul(1000).div_euclid(denominator);
    i64::try_from(thousandths.clamp(-MOST, MOST)).unwrap_or(0)
}

/// A point of a score, in thousandths.
const POINT: i64 = 1000;
/// An axis ends, and has its knee, at a multiple of this.
const ROUND: i64 = 5 * POINT;
/// The share of what lies beyond the knee: one part of so many.
const BEYOND: i64 = 8;
/// Into how many steps an axis without bands is divided at most.
const STEPS: i64 = 5;

/// What an axis without bands consists of.
const UNNAMED: Band = Band { name: "", upper: None };

/// The axis of a score.
pub(super) struct Axis {
    /// The lowest value.
    lowest: i64,
    /// The highest value.
    highest: i64,
    /// Where a band ends: so far beside its edge, on the side of the band that the
    /// edge does not belong to. So a score on an edge lies in its band. The ends of
    /// the axis keep as much free.
    beside: i64,
    /// The value from which on it is short.
    knee: i64,
    /// Where that is.
    bent: i64,
    /// How long it is.
    length: i64,
}

/// A band on an axis: where it begins and ends, its name, and its look.
pub(super) struct Tile {
    pub(super) from: i32,
    pub(super) to: i32,
    pub(super) name: &'static str,
    pub(super) shade: &'static str,
}

impl Axis {
    /// The axis of some length on which these scores are shown.
    pub(super) fn new(
        yardstick: &Yardstick,
        scores: impl Iterator<Item = Bounds>,
        length: i32,
    ) -> Axis {
        let (one, other) = (thousandths(yardstick.range.0), thousandths(yardstick.range.1));
        let (lowest, highest) = (one.min(other), one.max(other));
        let cutoff = yardstick.cutoff.map(|cutoff| thousandths(cutoff.limit));
        let beside = yardstick.beside();
        let end = highest + beside;
        let last = yardstick.edges().into_iter().chain(cutoff).max();
        let reached = scores.map(|score| thousandths(score.lowest())).max().unwrap_or(lowest);
        let knee = last.map_or(end, |last| (last + last / 4).max(reached));
        let knee = (knee + ROUND - 1).div_euclid(ROUND) * ROUND;
        let length = i64::from(length);
        // What is at most twice as long needs no knee.
        if highest - lowest <= (knee - lowest) * 2 {
            return Axis { lowest, highest, beside, knee: end, bent: length, length };
        }
        let bent = length - length / BEYOND;
        Axis { lowest, highest, beside, knee, bent, length }
    }

    /// How far from its lower end a value lies.
    pub(super) fn at(&self, value: i64) -> i32 {
        let (start, end) = (self.lowest - self.beside, self.highest + self.beside);
        let value = value.clamp(start, end);
        let (from, to, before, room) = if value <= self.knee {
            (start, self.knee, 0, self.bent)
        } else {
            (self.knee, end, self.bent, self.length - self.bent)
        };
        let place = before + (value - from) * room / (to - from).max(1);
        i32::try_from(place).unwrap_or(0)
    }

    /// The same for an exact value.
    pub(super) fn at_value(&self, value: Exact) -> i32 {
        self.at(thousandths(value))
    }

    /// Between which places a score lies. An interval too short to be seen as
    /// one is drawn a little longer, on both sides of where it is.
    pub(super) fn span(&self, score: Bounds) -> (i32, i32) {
        /// A bar any shorter than this would look like a dot.
        const SHORTEST: i32 = 4;
        let (from, to) = (self.at_value(score.lowest()), self.at_value(score.highest()));
        if score.known().is_some() || to - from >= SHORTEST {
            return (from, to);
        }
        let to = (from + SHORTEST).min(i32::try_from(self.length).unwrap_or(0)).max(to);
        (from.min(to - SHORTEST), to)
    }

    /// Where the knee is, if there is one.
    pub(super) fn knee(&self) -> Option<i32> {
        (self.bent < self.length).then(|| self.at(self.knee))
    }

    /// The bands from the lower end to the upper one, each from where the one
    /// before it ends. Without bands, all of it is one without a name.
    pub(super) fn tiles(&self, yardstick: &Yardstick) -> Vec<Tile> {
        let (bands, edge) =
            yardstick.bands.map_or((&[UNNAMED][..], Edge::Open), |bands| (bands.bands, bands.edge));
        let mut from = 0;
        let mut tiles = Vec::new();
        for (at, band) in bands.iter().enumerate() {
            let upper = band.upper.map(thousandths).filter(|_| at + 1 < bands.len());
            let end = match (upper, edge) {
                (None, _) => self.highest + self.beside,
                (Some(upper), Edge::Closed) => upper + self.beside,
                (Some(upper), Edge::Open) => upper - self.beside,
            };
            let to = self.at(end).max(from);
            let shade = SHADES.get(at).or(SHADES.last()).copied().unwrap_or("");
            tiles.push(Tile { from, to, name: band.name, shade });
            from = to;
        }
        tiles
    }

    /// The values that are written on it and where they are, the most telling
    /// first: its ends, the edges of bands, the knee; or even steps.
    pub(super) fn ticks(&self, yardstick: &Yardstick) -> Vec<(Exact, i32)> {
        let mut ticks = yardstick.edges();
        if ticks.is_empty() {
            let step = self.step();
            let first = self.lowest.div_euclid(step) + 1;
            let count = (self.highest - self.lowest) / step;
            ticks.extend((first..=first + count).map(|tick| tick * step));
        }
        ticks.retain(|tick| (self.lowest..=self.highest).contains(tick));
        ticks.extend(self.knee().map(|_| self.knee));
        ticks.splice(0..0, [self.lowest, self.highest]);
        let tick = |tick| (Exact::integer(tick) / Exact::integer(POINT), self.at(tick));
        ticks.into_iter().map(tick).collect()
    }

    /// The smallest step of 1, 2 or 5 with zeros that divides the axis into few.
    fn step(&self) -> i64 {
        let mut step = POINT;
        for (times, over) in [(2, 1), (5, 2), (2, 1)].into_iter().cycle() {
            if step * STEPS >= self.highest - self.lowest {
                break;
            }
            step = step * times / over;
        }
        step
    }
}
