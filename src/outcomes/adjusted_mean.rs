//! The adjusted mean SLEDAI.
//!
//! # What it measures
//! How active lupus was over a time, whatever the distance of its visits: the
//! area below the line through the scores, divided by the days.
//!
//! # The rule
//! Between two visits the line is straight, so that the area there is the mean
//! of their scores times the days between them. The sum over all visits with a
//! day is divided by the days from the first to the last. A total that a record
//! holds counts as its sheet counts it. Of several visits on one day the first
//! ends the line before and the last begins the line after. Checks of safety
//! are no visits, and a visit before day zero is one.
//!
//! # Missing answers
//! Where scores are open, the mean lies between what the lowest and the highest
//! of them give; a visit without any answer could have any score. A visit
//! without a day is left out and named. With fewer than two days there is no
//! mean.
//!
//! # What it is not for
//! Comparing courses by different sheets; a course whose visits were made when
//! the disease was active.
//!
//! # Sources
//! Ibanez 2003 (J Rheumatol 2003;30:1977-1982), abstract, for the area by time.
//! That it is drawn with straight lines is general knowledge.

use super::Days;
use super::timeline::Followed;
use crate::instruments::{Choices, Definition, Instrument, sledai};
use crate::scoring::{Bounds, Exact};

/// The adjusted mean of a sheet.
#[derive(Clone, Debug)]
pub struct AdjustedMean {
    /// The sheet.
    pub sheet: &'static Definition,
    /// Its rule set.
    pub choices: Choices,
    /// The mean, where there are two days at least.
    pub mean: Option<Mean>,
    /// The visits without a day, which are left out, by their places.
    pub left_out: Vec<usize>,
}

/// A mean over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mean {
    /// Its value, or what it can still be.
    pub value: Bounds,
    /// Its first day.
    pub from: i32,
    /// Its last day.
    pub to: i32,
    /// The visits it rests on, by their places.
    pub visits: Vec<usize>,
    /// Those of them whose score is open.
    pub open: Vec<usize>,
}

/// The means by the sheets that are scored; by SLEDAI-2K where none is.
pub(super) fn adjusted_means(followed: &Followed) -> Vec<AdjustedMean> {
    let is_chosen = |sheet: &&sledai::Sledai| followed.course.score(sheet.definition().id).chosen;
    let mut chosen: Vec<&'static sledai::Sledai> =
        sledai::ALL.iter().copied().filter(is_chosen).collect();
    if chosen.is_empty() {
        chosen.push(&sledai::SLEDAI_2K);
    }
    chosen.into_iter().map(|sheet| AdjustedMean::of(followed, sheet)).collect()
}

impl AdjustedMean {
    /// How many days back the scores look.
    #[must_use]
    pub fn window_days(&self) -> Option<i32> {
        self.sheet.window_days(self.choices)
    }

    fn of(followed: &Followed, sheet: &'static dyn Instrument) -> AdjustedMean {
        let choices = followed.course.score(sheet.definition().id).choices;
        let mut left_out = Vec::new();
        let mut points = Vec::new();
        for (at, stop) in followed.timeline.visits() {
            let scored = followed.scored(sheet, choices, stop.visit);
            let score = scored.assessed().and_then(|it| it.assessment.judgement.score);
            match (stop.day.known(), score) {
                (Some(day), Some(score)) => points.push(Point { at, day, score }),
                (None | Some(_), _) => left_out.push(at),
            }
        }
        AdjustedMean { sheet: sheet.definition(), choices, mean: mean(&points), left_out }
    }
}

/// A score on a day.
struct Point {
    at: usize,
    day: i32,
    score: Bounds,
}

fn mean(points: &[Point]) -> Option<Mean> {
    let (first, last) = (points.first()?, points.last()?);
    let days = Days::exactly(first.day).until(Days::exactly(last.day)).known()?;
    if days == 0 {
        return None;
    }
    let half = Exact::ratio(1, 2);
    let area = |end: fn(Bounds) -> Exact| {
        points.iter().zip(points.iter().skip(1)).fold(Exact::ZERO, |area, (one, other)| {
            let days = Exact::integer(i64::from(other.day) - i64::from(one.day));
            (area + (end(one.score) + end(other.score)) * half * days).reduced()
        })
    };
    let over_time = |area: Exact| (area / Exact::integer(days.into())).reduced();
    let value = Bounds::between(over_time(area(Bounds::lowest)), over_time(area(Bounds::highest)));
    let open = points.iter().filter(|point| point.score.is_open());
    Some(Mean {
        value,
        from: first.day,
        to: last.day,
        visits: points.iter().map(|point| point.at).collect(),
        open: open.map(|point| point.at).collect(),
    })
}
