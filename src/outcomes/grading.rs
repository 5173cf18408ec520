//! Cytokine release and neurotoxicity from check to check.
//!
//! # What it measures
//! The worst grade of a patient, and the episodes: when each began, how bad it
//! was and when, when it was last seen, and what was given against it.
//!
//! # The rule
//! Checks of safety are taken in the order of time; visits as well, where a
//! course scores nothing but cell therapy. Checks of grade 1 or more that follow
//! each other are one episode, and a check of grade 0 ends it. It began on the
//! day of its first check, and was last seen on that of its last. Tocilizumab and
//! glucocorticoids against toxicity belong to it that were given from its first
//! day to that of the check that ended it, or of its last check; where that is
//! the first day of the next as well, they belong to that one.
//!
//! # Missing answers
//! The grade of a check can be any that what is known of it allows. A check that
//! may be of grade 1 belongs to the episode beside it perhaps, and leaves its
//! ends open; one that may be worse than all others leaves the worst grade open.
//! A check at which nothing was answered that this grade reads is none for it,
//! and is told: as on a day without any check, nothing is known of it.
//!
//! # What it is not for
//! What happened between two checks. Death, which has no grade here.
//!
//! # Sources
//! Lee 2019 for the grades. That checks make episodes in this way is a choice of
//! this project.

use super::Days;
use super::timeline::Followed;
use crate::instruments::{Choices, Definition, Instrument};
use crate::items::Counted;
use crate::scoring::{Bounds, Exact, Outcome, Part};
use crate::session::{EventKind, Occasion};

/// A grade from check to check.
#[derive(Clone, Debug)]
pub struct Grading {
    /// The instrument that grades.
    pub definition: &'static Definition,
    /// Its rule set.
    pub choices: Choices,
    /// The checks, in the order of time.
    pub checks: Vec<Check>,
    /// The places of the checks at which nothing was answered for this grade.
    pub not_graded: Vec<usize>,
    /// The worst grade of each day with a check, in the order of time.
    pub days: Vec<DayGrade>,
    /// The worst grade of all, where there is any check.
    pub worst: Option<Counted>,
    /// The episodes, in the order of time.
    pub episodes: Vec<Episode>,
    /// How many treatments of toxicity have no day, and belong to none of them.
    pub undated_treatments: usize,
}

/// The grade of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// The place of the check.
    pub stop: usize,
    /// Its grade, or what it can be.
    pub grade: Counted,
}

/// The grade of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayGrade {
    /// The day.
    pub day: i32,
    /// The worst grade of its checks.
    pub grade: Counted,
}

/// Checks of grade 1 or more, one after another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Episode {
    /// The day of the first.
    pub onset: Days,
    /// The worst grade.
    pub worst: Counted,
    /// The first day of the worst grade; nothing while that grade is open.
    pub worst_on: Option<Days>,
    /// The day on which it was last seen.
    pub last: Days,
    /// How it ended.
    pub end: EpisodeEnd,
    /// The checks of an open grade, by their places: those that may not belong
    /// to it, and those that leave the worst grade open.
    pub open: Vec<usize>,
    /// The days on which tocilizumab was given.
    pub tocilizumab: Vec<i32>,
    /// The days on which a glucocorticoid was given against it.
    pub glucocorticoid: Vec<i32>,
}

/// How an episode ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EpisodeEnd {
    /// By a check of grade 0, of this place.
    By(usize),
    /// It has not: the last check is of grade 1 or more.
    Ongoing,
    /// It is open: the last check may be of grade 0.
    Open,
}

impl Grading {
    pub(super) fn of(followed: &Followed, instrument: &'static dyn Instrument) -> Grading {
        let definition = instrument.definition();
        let choices = followed.course.score(definition.id).choices;
        let graded = |occasion: Occasion| {
            let mut scored = followed.course.scored_at(occasion);
            occasion == Occasion::SafetyCheck
                || scored.any(|(it, _)| it.definition().id == definition.id)
        };
        let stops = followed.timeline.stops.iter().enumerate();
        let (mut checks, mut not_graded) = (Vec::new(), Vec::new());
        for (stop, it) in stops.filter(|(_, stop)| graded(stop.occasion)) {
            let scored = followed.scored(instrument, choices, it.visit);
            match scored.assessed().filter(|assessed| assessed.answered) {
                Some(assessed) => {
                    let grade = grade(definition, &assessed.assessment.judgement.parts);
                    checks.push(Check { stop, grade });
                }
                None => not_graded.push(stop),
            }
        }
        let worst = checks.iter().map(|check| check.grade).reduce(worse);
        let days = days(followed, &checks);
        let mut episodes = episodes(followed, &checks);
        let undated_treatments = treated(followed, &mut episodes);
        Grading {
            definition,
            choices,
            checks,
            not_graded,
            days,
            worst,
            episodes,
            undated_treatments,
        }
    }
}

/// The worse of two grades.
fn worse(one: Counted, other: Counted) -> Counted {
    let (lowest, highest) = (one.lowest().max(other.lowest()), one.highest().max(other.highest()));
    Counted::between(lowest, highest).unwrap_or(one)
}

/// What the parts of a calculation leave possible: the worst of them, and where
/// there has to be fever, 0 without it and at least 1 with it.
fn grade(definition: &Definition, parts: &[Part]) -> Counted {
    let of = |part: &Part| match part.outcome {
        Outcome::Points(points) => points,
        Outcome::Criterion(_) => Bounds::exactly(Exact::ZERO),
    };
    let end = |end: fn(Bounds) -> Exact| {
        let worst = parts.iter().map(|part| end(of(part))).max().unwrap_or(Exact::ZERO);
        let fever = parts.iter().find(|part| part.id == "fever");
        let is_none = fever.is_some_and(|fever| end(of(fever)).is_zero());
        let worst = if is_none { Exact::ZERO } else { worst };
        (0_u32..)
            .zip(definition.levels)
            .map(|(level, _)| level)
            .find(|it| Exact::from(*it) == worst)
    };
    let [lowest, highest] = [Bounds::lowest, Bounds::highest].map(|it| end(it).unwrap_or(0));
    Counted::between(lowest, highest).unwrap_or(Counted::exactly(lowest))
}

/// The worst grade of each day.
fn days(followed: &Followed, checks: &[Check]) -> Vec<DayGrade> {
    let mut days: Vec<DayGrade> = Vec::new();
    for check in checks {
        let Some(day) = followed.timeline.day(check.stop).known() else { continue };
        match days.last_mut().filter(|last| last.day == day) {
            Some(last) => last.grade = worse(last.grade, check.grade),
            None => days.push(DayGrade { day, grade: check.grade }),
        }
    }
    days
}

fn episodes(followed: &Followed, checks: &[Check]) -> Vec<Episode> {
    let mut episodes = Vec::new();
    let mut rest = checks;
    while let Some(begin) = rest.iter().position(|check| check.grade.highest() > 0) {
        let (_, from) = rest.split_at_checked(begin).unwrap_or_default();
        let ends = from.iter().position(|check| check.grade.highest() == 0);
        let (block, after) = from.split_at_checked(ends.unwrap_or(from.len())).unwrap_or_default();
        episodes.extend(episode(followed, block, after.first()));
        rest = after;
    }
    episodes
}

fn episode(followed: &Followed, block: &[Check], after: Option<&Check>) -> Option<Episode> {
    let day = |check: &Check| followed.timeline.day(check.stop);
    let is_certain = |check: &&Check| check.grade.lowest() > 0;
    let (first, last) = (block.first()?, block.last()?);
    let (first_certain, last_certain) =
        (block.iter().find(is_certain)?, block.iter().rev().find(is_certain)?);
    let worst = block.iter().map(|check| check.grade).reduce(worse)?;
    let worst_on = worst.known().and_then(|worst| {
        let can = block.iter().find(|check| check.grade.highest() == worst)?;
        let must = block.iter().find(|check| check.grade.lowest() == worst)?;
        Some(Days::between(day(can).lowest(), day(must).highest()))
    });
    let onset = Days::between(day(first).lowest(), day(first_certain).highest());
    let seen = Days::between(day(last_certain).lowest(), day(last).highest());
    let open = block.iter().filter(|check| check.grade.known().is_none());
    Some(Episode {
        onset,
        worst,
        worst_on,
        last: seen,
        end: match (after, last.grade.lowest()) {
            (Some(check), _) => EpisodeEnd::By(check.stop),
            (None, 0) => EpisodeEnd::Open,
            (None, _) => EpisodeEnd::Ongoing,
        },
        open: open.map(|check| check.stop).collect(),
        tocilizumab: Vec::new(),
        glucocorticoid: Vec::new(),
    })
}

/// Tells each episode what was given against it, and how much of that has no
/// day.
fn treated(followed: &Followed, episodes: &mut [Episode]) -> usize {
    let mut undated = 0;
    for kind in [EventKind::Tocilizumab, EventKind::Glucocorticoid] {
        let (days, without) = followed.events(kind);
        undated += without;
        for day in days {
            let within = |episode: &&mut Episode| {
                let until = match episode.end {
                    EpisodeEnd::By(check) => followed.timeline.day(check),
                    EpisodeEnd::Ongoing | EpisodeEnd::Open => episode.last,
                };
                episode.onset.lowest().is_none_or(|onset| onset <= day)
                    && until.highest().is_none_or(|until| day <= until)
            };
            let Some(episode) = episodes.iter_mut().rev().find(within) else { continue };
            let given = if kind == EventKind::Tocilizumab {
                &mut episode.tocilizumab
            } else {
                &mut episode.glucocorticoid
            };
            given.push(day);
        }
    }
    undated
}
