//! When local reactions after cell therapy came.
//!
//! # What it measures
//! Of each visit or check with a local reaction: how long after the infusion it
//! was, as its class of onset.
//!
//! # The rule
//! Early is up to day 14, intermediate from day 15 to day 30, late after that.
//! The day is that of the visit or check.
//!
//! # Missing answers
//! Without an infusion, and without a day that tells, the class is open. One
//! before the infusion has none.
//!
//! # What it is not for
//! Saying that a reaction is one of this syndrome: that is the grade, which
//! stands beside it. One reaction that was recorded at several checks is told
//! at each of them.
//!
//! # Sources
//! Hagen 2025, as a report on it restates the classes: up to two weeks, up to a
//! month, later. That a month has 30 days is a choice of this project.

use super::Days;
use super::platelets::after_infusion;
use super::timeline::Followed;
use crate::instruments::find;
use crate::items::Item;
use crate::scoring::{Category, Finding};

/// A visit or check with a local reaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalReaction {
    /// Its place.
    pub stop: usize,
    /// The code of the organ, where it was chosen.
    pub organ: Option<&'static str>,
    /// Its grade.
    pub grade: Category,
    /// The days since the infusion, where there is one.
    pub after: Option<Days>,
    /// When it came, where that is known.
    pub onset: Option<Onset>,
}

/// When a reaction came, after the infusion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onset {
    /// Before it.
    Before,
    /// Up to day 14.
    Early,
    /// Up to day 30.
    Intermediate,
    /// Later.
    Late,
}

/// The last days of the first two classes.
const LAST_EARLY: i32 = 14;
const LAST_INTERMEDIATE: i32 = 30;

impl Onset {
    /// A stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Onset::Before => "before",
            Onset::Early => "early",
            Onset::Intermediate => "intermediate",
            Onset::Late => "late",
        }
    }

    /// The class of a day.
    const fn of_day(day: i32) -> Onset {
        if day < 0 {
            Onset::Before
        } else if day <= LAST_EARLY {
            Onset::Early
        } else if day <= LAST_INTERMEDIATE {
            Onset::Intermediate
        } else {
            Onset::Late
        }
    }

    /// The class of days, where all of them have the same.
    fn of(days: Days) -> Option<Onset> {
        let first = days.lowest().map_or(Onset::Before, Onset::of_day);
        let last = days.highest().map_or(Onset::Late, Onset::of_day);
        (first == last).then_some(first)
    }
}

/// The local reactions of a course, in the order of time.
pub(super) fn local_reactions(followed: &Followed) -> Vec<LocalReaction> {
    let Some(instrument) = find("licats") else { return Vec::new() };
    let choices = followed.course.score("licats").choices;
    let reacted = followed
        .drafts()
        .filter(|(_, _, visit)| visit.finding(Item::LocalReaction) == Finding::Present);
    let reactions = reacted.map(|(stop, draft, visit)| {
        let scored = followed.scored(instrument, choices, draft.id);
        let grade = scored.assessed().and_then(|it| it.assessment.judgement.category);
        let after = after_infusion(followed, followed.timeline.day(stop));
        LocalReaction {
            stop,
            organ: visit.code(Item::LocalReactionOrgan).map(|(_, code)| code),
            grade: grade.unwrap_or(Category::Open),
            after,
            onset: after.and_then(Onset::of),
        }
    });
    reactions.collect()
}
