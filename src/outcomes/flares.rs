//! Flares of lupus, and those that treatment alone makes.
//!
//! # What it measures
//! For every visit with an earlier one, whether lupus has flared by the SELENA
//! flare index, which criteria fired, and whether all of these are of treatment.
//!
//! # The rule
//! The criteria of treatment are the raised glucocorticoid, whatever its dose,
//! an immunosuppressant that was started, and an NSAID or hydroxychloroquine
//! that was added. A flare is one by treatment alone where no other criterion
//! fired. Beside the level of the index stands the level that the other
//! criteria give by themselves.
//!
//! # Missing answers
//! A flare is by treatment alone for certain only where every other criterion
//! certainly did not fire.
//!
//! # What it is not for
//! Saying that such a flare is none: the index counts it.
//!
//! # Sources
//! Thanou 2014: without the criteria of medication most severe flares of a
//! cohort were of a lower grade or none.

use super::timeline::{Followed, Stop};
use crate::instruments::{Row, find};
use crate::scoring::{Category, Judgement, Outcome, Role, Verdict};

/// What the flare index says of a visit.
#[derive(Clone, Debug)]
pub struct Flare {
    /// The place of the visit.
    pub stop: usize,
    /// The place of the visit before it.
    pub since: usize,
    /// The level.
    pub level: Category,
    /// The criteria that fired, by the ids of their rows.
    pub fired: Vec<&'static str>,
    /// Those that are open.
    pub open: Vec<&'static str>,
    /// Whether all that fired are of treatment; nothing where none fired.
    pub by_treatment_alone: Option<Verdict>,
    /// The level that the other criteria give.
    pub without_treatment: Category,
}

/// The instrument.
pub(super) const FLARE_INDEX: &str = "selena-flare-index";

/// The criteria that are of treatment.
const OF_TREATMENT: [&str; 4] = [
    "glucocorticoid_high",
    "immunosuppressant_started",
    "glucocorticoid_increased",
    "nsaid_or_hydroxychloroquine_started",
];

/// What the index says of every visit with an earlier one.
pub(super) fn flares(followed: &Followed) -> Vec<Flare> {
    let Some(instrument) = find(FLARE_INDEX) else { return Vec::new() };
    let choices = followed.course.score(FLARE_INDEX).choices;
    let definition = instrument.definition();
    let flare = |(at, stop): (usize, &Stop)| {
        let before = followed.course.compared(stop.visit, Role::Previous)?;
        let scored = followed.scored(instrument, choices, stop.visit);
        let judgement = &scored.assessed()?.assessment.judgement;
        let rows: Vec<&Row> = definition.rows_under(choices).collect();
        let criteria = |verdict: Verdict| criteria(judgement, verdict);
        let (fired, open) = (criteria(Verdict::Met), criteria(Verdict::Undetermined));
        let of_treatment = |ids: &[&str]| ids.iter().all(|id| OF_TREATMENT.contains(id));
        let alone = match (of_treatment(&fired), of_treatment(&open)) {
            _ if fired.is_empty() => None,
            (false, _) => Some(Verdict::NotMet),
            (true, true) => Some(Verdict::Met),
            (true, false) => Some(Verdict::Undetermined),
        };
        Some(Flare {
            stop: at,
            since: followed.timeline.place(before)?,
            level: judgement.category.unwrap_or(Category::Open),
            by_treatment_alone: alone,
            without_treatment: without_treatment(&rows, &fired, &open, definition.levels),
            fired,
            open,
        })
    };
    followed.timeline.visits().filter_map(flare).collect()
}

/// The criteria with a verdict.
fn criteria(judgement: &Judgement, verdict: Verdict) -> Vec<&'static str> {
    let parts = judgement.parts.iter();
    parts.filter(|part| part.outcome == Outcome::Criterion(verdict)).map(|part| part.id).collect()
}

/// The level that the criteria give which are not of treatment.
fn without_treatment(
    rows: &[&Row],
    fired: &[&'static str],
    open: &[&'static str],
    levels: &'static [&'static str],
) -> Category {
    let level = |ids: &[&'static str]| {
        let others = rows.iter().filter(|row| ids.contains(&row.id));
        let others = others.filter(|row| !OF_TREATMENT.contains(&row.id));
        let given = others.filter_map(|row| levels.iter().position(|it| Some(*it) == row.gives));
        given.max().unwrap_or(0)
    };
    let (lowest, possible) = (level(fired), level(open));
    let name = levels.get(lowest).copied().filter(|_| possible <= lowest);
    Category::from_known(name)
}
