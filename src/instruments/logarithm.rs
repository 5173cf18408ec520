//! Points by the logarithm of a value: the one place where a binary fraction
//! takes part in a score, as an index asks for it.
//!
//! The logarithm is that of `libm`, which gives the same digits on every
//! machine. The points are rounded to millionths once, and are exact from there
//! on.

use super::weighted_sum::Reading;
use crate::items::{Item, Visit};
use crate::scoring::{Bounds, Exact, Finding, PartValue, Span, Threshold};

/// A term of the form `of_one + factor × ln(value)` that counts beyond a
/// cut-off.
#[derive(Debug)]
pub struct Logarithm {
    /// The finding that the value stands for.
    pub finding: Item,
    /// What is measured, the stronger first, and how often the canonical unit
    /// goes into that of the term.
    pub by: &'static [(Item, Exact)],
    /// From which value on it counts.
    pub beyond: Threshold,
    /// The points of a value of 1, in thousandths.
    pub of_one: i32,
    /// The points of each step of the logarithm, in thousandths.
    pub factor: i32,
    /// The value below which it is taken to end, where the scale goes down to 0, of
    /// which there is no logarithm.
    pub ends_at: Option<Exact>,
}

impl Logarithm {
    /// The highest points.
    #[must_use]
    pub fn highest(&self) -> Exact {
        let far = match self.ends_at {
            Some(end) => end,
            None => self.anything().highest(),
        };
        self.points(far)
    }

    /// The points of a value of 1.
    #[must_use]
    pub const fn at_one(&self) -> Exact {
        Exact::ratio(self.of_one, 1000)
    }

    /// The points of each step of the logarithm.
    #[must_use]
    pub const fn each(&self) -> Exact {
        Exact::ratio(self.factor, 1000)
    }

    /// Whether what was entered, or else the value, says that it counts; `None`
    /// while that is open. What has another cause counts for nothing.
    pub(super) fn counts(&self, visit: &Visit) -> Option<bool> {
        let value = self.value(visit);
        let by_value = value.map(|value| self.beyond.decides(&value));
        match (visit.finding(self.finding), by_value) {
            (Finding::OtherCause, _) => Some(false),
            // A value decides where it can, whatever was entered beside it.
            (Finding::Present | Finding::Absent | Finding::NotAssessed, Some(Some(decided))) => {
                Some(decided)
            }
            (Finding::Absent, Some(None) | None) => Some(false),
            (Finding::Present, Some(None) | None) => Some(true),
            (Finding::NotAssessed, Some(None) | None) => None,
        }
    }

    /// Whether the value says the opposite of what was entered.
    pub(super) fn contradicts(&self, visit: &Visit) -> bool {
        let by_value = self.value(visit).and_then(|value| self.beyond.decides(&value));
        match visit.finding(self.finding) {
            Finding::Present => by_value == Some(false),
            Finding::Absent => by_value == Some(true),
            Finding::NotAssessed | Finding::OtherCause => false,
        }
    }

    /// Whether a value counts that lies beyond the end, for certain.
    pub(super) fn is_capped(&self, visit: &Visit) -> bool {
        let end = self.ends_at.zip(self.value(visit));
        let beyond = end.and_then(|(end, value)| Threshold::below(end).decides(&value));
        beyond == Some(true) && self.counts(visit) == Some(true)
    }

    /// Reads the term at a visit.
    pub(super) fn read(&self, visit: &Visit) -> Reading {
        let value = self.value(visit);
        let known = self.told(visit);
        let possible = value.unwrap_or_else(|| self.anything()).narrowed(self.beyond);
        match (self.counts(visit), possible) {
            (Some(false), _) | (_, None) => Reading::new(Bounds::exactly(Exact::ZERO), known),
            (Some(true), Some(span)) => Reading::new(self.bounds(&span), known),
            (None, Some(span)) => {
                let counted = self.bounds(&span);
                Reading::new(counted.joined(Bounds::exactly(Exact::ZERO)), known)
            }
        }
    }

    /// What is told of it: what was entered, or else the value in its own unit.
    fn told(&self, visit: &Visit) -> PartValue {
        match visit.finding(self.finding) {
            Finding::NotAssessed => {
                let measured = self.by.iter().find_map(|(item, _)| visit.measured(*item));
                PartValue::known(measured.and_then(|measured| measured.value.known()))
            }
            entered @ (Finding::Present | Finding::Absent | Finding::OtherCause) => {
                PartValue::State(entered)
            }
        }
    }

    /// The value that was measured, in the unit of the term.
    fn value(&self, visit: &Visit) -> Option<Span> {
        self.by.iter().find_map(|(item, times)| {
            let value = visit.measured(*item)?.value;
            Some(value.map_rising(|value| value * *times))
        })
    }

    /// Any value, in the unit of the term.
    fn anything(&self) -> Span {
        let scale = self.by.iter().find_map(|(item, times)| {
            let anything = item.kind().scale()?.anything();
            Some(anything.map_rising(|value| value * *times))
        });
        scale.unwrap_or(Span::exactly(Exact::ZERO))
    }

    /// The points of values that all count.
    fn bounds(&self, span: &Span) -> Bounds {
        match span.known() {
            Some(value) => Bounds::exactly(self.points(value)),
            None => Bounds::between(self.points(span.lowest()), self.points(span.highest())),
        }
    }

    /// The points of a value that counts.
    #[allow(
        clippy::as_conversions,
        clippy::float_arithmetic,
        reason = "a logarithm is no fraction: the visible exception"
    )]
    fn points(&self, value: Exact) -> Exact {
        let value = self.ends_at.map_or(value, |end| value.max(end));
        let (numerator, denominator) = value.fraction();
        let logarithm = libm::log(numerator as f64 / denominator as f64);
        let thousandths = f64::from(self.of_one) + f64::from(self.factor) * logarithm;
        Exact::millionths(libm::round(thousandths * 1000.0) as i64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROTEIN: Logarithm = Logarithm {
        finding: Item::Proteinuria,
        by: &[(Item::UrineProtein24h, Exact::integer(1000))],
        beyond: Threshold::above(Exact::integer(500)),
        of_one: -17_584,
        factor: 3_811,
        ends_at: None,
    };

    #[test]
    fn points_follow_the_logarithm_to_a_millionth() {
        // 3.811 × 6.907755278982137 − 17.584
        assert_eq!(PROTEIN.points(Exact::integer(1000)), Exact::millionths(8_741_455));
        // 3.811 × 6.214608098422192 − 17.584
        assert_eq!(PROTEIN.points(Exact::integer(500)), Exact::millionths(6_099_871));
    }

    #[test]
    fn what_was_entered_stands_where_the_value_does_not_decide() {
        let mut visit = Visit::BLANK;
        let below_one_gram = Span::of_scale(Exact::ZERO, Exact::integer(1));
        let measured = crate::items::Measured { value: below_one_gram, limit: None };
        visit.set(Item::UrineProtein24h, crate::items::Answer::Measured(measured));
        assert_eq!(PROTEIN.counts(&visit), None);
        for (finding, counts) in [(Finding::Absent, false), (Finding::Present, true)] {
            visit.set(Item::Proteinuria, crate::items::Answer::Finding(finding));
            assert_eq!(PROTEIN.counts(&visit), Some(counts));
        }
    }

    #[test]
    fn nothing_counts_up_to_the_cut_off() {
        let mut visit = Visit::BLANK;
        let half_a_gram = crate::items::Answer::Measured(Exact::ratio(1, 2).into());
        visit.set(Item::UrineProtein24h, half_a_gram);
        assert_eq!(PROTEIN.counts(&visit), Some(false));
        assert_eq!(PROTEIN.read(&visit).points.known(), Some(Exact::ZERO));
    }
}
