//! Activity of systemic sclerosis and response of myositis at the last visit.
//!
//! # What it measures
//! The EUSTAR index at the baseline and at the last visit, and the level of
//! response of the ACR/EULAR criteria of 2016 at the last visit.
//!
//! # The rule
//! The last visit is the last in the order of time that is no check of safety.
//! Where that is the baseline itself or lies before it, there is none to
//! compare.
//!
//! # Missing answers
//! An index that is open at either visit is told by its bounds, and a change by
//! those of both. A visit before the last one does not stand in for it.
//!
//! # What it is not for
//! The best response: that may have been at another visit.
//!
//! # Sources
//! Those of the instruments. That the last visit counts is a choice of this
//! project.

use super::timeline::Followed;
use crate::instruments::{Choices, Definition, Instrument, find};
use crate::scoring::{Bounds, Category, Role};
use crate::session::VisitId;

/// An index at the baseline and at the last visit.
#[derive(Clone, Debug)]
pub struct Change {
    /// The instrument.
    pub definition: &'static Definition,
    /// Its rule set.
    pub choices: Choices,
    /// What it was at the baseline.
    pub baseline: Option<Bounds>,
    /// What it was at the last visit, where that comes after the baseline.
    pub last: Option<Bounds>,
    /// The place of that visit.
    pub last_stop: Option<usize>,
}

/// A level of response at the last visit.
#[derive(Clone, Debug)]
pub struct Response {
    /// The instrument.
    pub definition: &'static Definition,
    /// Its rule set.
    pub choices: Choices,
    /// The level; nothing where no baseline lies before the last visit, or where
    /// the options exclude each other.
    pub level: Option<Category>,
    /// The place of the last visit.
    pub stop: Option<usize>,
}

impl Change {
    /// By how much the index has risen.
    #[must_use]
    pub fn rise(&self) -> Option<Bounds> {
        Some(self.last? - self.baseline?)
    }

    pub(super) fn of(followed: &Followed) -> Option<Change> {
        let (instrument, choices) = chosen(followed, "eustar-2017")?;
        let baseline = followed.course.baseline();
        let score = |visit| {
            let scored = followed.scored(instrument, choices, visit);
            scored.assessed().and_then(|it| it.assessment.judgement.score)
        };
        let last = last(followed).filter(|(_, visit)| has_baseline(followed, *visit));
        Some(Change {
            definition: instrument.definition(),
            choices,
            baseline: score(baseline),
            last: last.and_then(|(_, visit)| score(visit)),
            last_stop: last.map(|(stop, _)| stop),
        })
    }
}

impl Response {
    pub(super) fn of(followed: &Followed) -> Option<Response> {
        let (instrument, choices) = chosen(followed, "acr-eular-myositis-2016")?;
        let last = last(followed);
        let compared = last.filter(|(_, visit)| has_baseline(followed, *visit));
        let level = compared.and_then(|(_, visit)| {
            let scored = followed.scored(instrument, choices, visit);
            scored.assessed()?.assessment.judgement.category
        });
        let definition = instrument.definition();
        Some(Response { definition, choices, level, stop: last.map(|(stop, _)| stop) })
    }
}

type Chosen = (&'static dyn Instrument, Choices);

/// An instrument with its rule set, where anything of its disease is scored.
fn chosen(followed: &Followed, id: &str) -> Option<Chosen> {
    let instrument = find(id)?;
    let has_disease = followed.course.has_disease(instrument.definition().disease);
    has_disease.then(|| (instrument, followed.course.score(id).choices))
}

/// The last visit.
fn last(followed: &Followed) -> Option<(usize, VisitId)> {
    followed.timeline.visits().next_back().map(|(at, stop)| (at, stop.visit))
}

/// Whether the baseline lies before a visit.
fn has_baseline(followed: &Followed, visit: VisitId) -> bool {
    followed.course.compared(visit, Role::Baseline).is_some()
}
