//! When remission or low disease activity was first reached, and how long it
//! lasted.
//!
//! # What it measures
//! The days from day zero to the first visit that meets a definition, and the
//! runs of visits that meet it one after another.
//!
//! # The rule
//! Visits from day zero on can be the first; where no event is day zero, days
//! are counted from the baseline. A run goes from its first to its last visit
//! that meets the definition, and has the days between these two. A visit that
//! does not meet it ends the run; where the last visit of the course still
//! meets it, the run may go on, and its days are at least so many. Where no
//! visit meets it, the time ends unreached at the last one.
//!
//! # Missing answers
//! A visit that is undetermined may have met the definition: the time to the
//! first visit then begins there at the earliest, and it is open whether it was
//! reached at all until a later visit certainly meets it. Within a run or beside
//! it, it leaves the days of the run open: at least those of the longest run
//! that is certain, at most those from the first to the last visit that may
//! belong. A visit without a day lies between those that it stands between.
//!
//! # What it is not for
//! The time between visits, of which nothing is known. How long remission has
//! to last: the definitions leave it open.
//!
//! # Sources
//! The definitions are those of the instruments. That a run is counted from
//! visit to visit, and how the open is counted, are choices of this project.

use super::Days;
use super::timeline::{Followed, Stop, Timeline};
use crate::instruments::{Choices, Definition, Instrument, find};
use crate::scoring::Verdict;

/// A definition, held against the visits of a course.
#[derive(Clone, Debug)]
pub struct Attained {
    /// The instrument that gives the verdict.
    pub definition: &'static Definition,
    /// Its rule set.
    pub choices: Choices,
    /// The verdict of each visit.
    pub verdicts: Vec<VisitVerdict>,
    /// When it was first met.
    pub first: First,
    /// The verdict of the last visit before day zero, where there is one.
    pub before: Option<Verdict>,
    /// Whether any visit since day zero meets it, where there is one.
    pub ever: Option<Verdict>,
    /// Whether the last visit meets it; nothing where it lies before day zero.
    pub at_last: Option<Verdict>,
    /// The runs of visits that meet it, in the order of time.
    pub runs: Vec<Run>,
}

/// A verdict, and the place of its visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VisitVerdict {
    /// The place of the visit.
    pub stop: usize,
    /// What it says.
    pub verdict: Verdict,
}

/// When a definition was first met, in days from day zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// After so many.
    After(Days),
    /// It is open whether it was.
    Perhaps {
        /// Not before so many.
        earliest: i32,
        /// The last visit came after so many, where that is known.
        last: Option<i32>,
    },
    /// At no visit.
    NotBy {
        /// The last visit came after so many, where that is known.
        last: Option<i32>,
    },
    /// It cannot be told: days have no day zero.
    NoDayZero,
    /// It cannot be told: there was no visit since day zero.
    NoVisit,
}

/// Visits that meet a definition, one after another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The day of its first visit.
    pub from: Days,
    /// The day of its last visit.
    pub to: Days,
    /// The days between the two.
    pub days: Days,
    /// How it ended.
    pub end: RunEnd,
    /// The visits that meet it, by their places.
    pub visits: Vec<usize>,
    /// The undetermined visits within it or beside it.
    pub open: Vec<usize>,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunEnd {
    /// By a visit that does not meet the definition, of this place.
    By(usize),
    /// It has not: the last visit meets the definition.
    Lasting,
    /// It is open: the last visit is undetermined.
    Open,
}

/// The definitions of remission and of low activity, as they are scored here:
/// that of 2017 only where it was chosen.
pub(super) fn attained(followed: &Followed) -> Vec<Attained> {
    let score = |id| followed.course.score(id);
    let ids = ["doris-2021", DORIS_2017, "lldas"];
    let ids = ids.into_iter().filter(|id| *id != DORIS_2017 || score(id).chosen);
    ids.filter_map(|id| Some(Attained::of(followed, find(id)?, score(id).choices))).collect()
}

/// The framework of several variants.
const DORIS_2017: &str = "doris-2017";
/// Its variants off therapy.
const OFF_THERAPY: [&str; 2] = ["clinical_off", "complete_off"];

/// Remission without drugs, whether or not it was chosen to be scored.
///
/// The rule and what is missing are as above. Immunosuppressant and biologic
/// have to be answered: where nobody was asked, remission off therapy is open
/// as long as nothing else excludes it.
pub(super) fn drug_free(followed: &Followed) -> Vec<Attained> {
    let Some(instrument) = find(DORIS_2017) else { return Vec::new() };
    let variants = OFF_THERAPY.into_iter().filter_map(|code| variant(instrument, code));
    variants.map(|choices| Attained::of(followed, instrument, choices)).collect()
}

/// The rule set in which the first option has this value.
fn variant(instrument: &dyn Instrument, code: &str) -> Option<Choices> {
    let values = instrument.definition().options.first()?.values;
    let place = values.iter().position(|value| value.code == code)?;
    Some(Choices::default().with(0, place))
}

impl Attained {
    fn of(followed: &Followed, instrument: &'static dyn Instrument, choices: Choices) -> Attained {
        let timeline = &followed.timeline;
        let verdict = |(at, stop): (usize, &Stop)| {
            let scored = followed.scored(instrument, choices, stop.visit);
            let verdict = scored.assessed().and_then(|it| it.assessment.judgement.verdict);
            VisitVerdict { stop: at, verdict: verdict.unwrap_or(Verdict::Undetermined) }
        };
        let verdicts: Vec<VisitVerdict> = timeline.visits().map(verdict).collect();
        let has_zero = timeline.counted_from.is_zero();
        let day = |visit: &VisitVerdict| timeline.day(visit.stop);
        // Without a day zero no visit lies before it.
        let is_before = |visit: &VisitVerdict| has_zero && day(visit).is_before(0);
        let before = verdicts.iter().rev().find(|visit| is_before(visit));
        let since = || verdicts.iter().filter(|visit| !is_before(visit));
        let certain = |visit: &VisitVerdict| {
            visit.verdict == Verdict::Met && (!has_zero || day(visit).is_from(0))
        };
        let ever = since().map(|visit| match visit.verdict {
            Verdict::Met if certain(visit) => Verdict::Met,
            Verdict::Met | Verdict::Undetermined => Verdict::Undetermined,
            Verdict::NotMet => Verdict::NotMet,
        });
        let last = verdicts.last().filter(|visit| !is_before(visit));
        Attained {
            definition: instrument.definition(),
            choices,
            first: if has_zero { first(timeline, &verdicts) } else { First::NoDayZero },
            before: before.map(|visit| visit.verdict),
            ever: ever.reduce(Verdict::or),
            at_last: last.map(|visit| visit.verdict),
            runs: runs(timeline, &verdicts),
            verdicts,
        }
    }
}

/// When it was first met, in days from day zero.
fn first(timeline: &Timeline, verdicts: &[VisitVerdict]) -> First {
    let since = || {
        let days = verdicts.iter().map(|visit| (visit.verdict, timeline.day(visit.stop)));
        days.filter(|(_, day)| !day.is_before(0))
    };
    if since().next().is_none() {
        return First::NoVisit;
    }
    let last = since().filter_map(|(_, day)| day.known()).max().filter(|day| *day >= 0);
    let can = since().filter(|(verdict, _)| *verdict != Verdict::NotMet);
    let Some(earliest) = can.filter_map(|(_, day)| day.not_before(0).lowest()).min() else {
        return First::NotBy { last };
    };
    let mut certain =
        since().filter(|(verdict, day)| *verdict == Verdict::Met && day.is_from(0)).peekable();
    if certain.peek().is_none() {
        return First::Perhaps { earliest, last };
    }
    // An end that nothing bounds is the latest of all.
    let latest = certain.filter_map(|(_, day)| day.highest()).min();
    First::After(Days::between(Some(earliest), latest))
}

/// The runs, in the order of time.
fn runs(timeline: &Timeline, verdicts: &[VisitVerdict]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut rest = verdicts;
    while let Some(begin) = rest.iter().position(|visit| visit.verdict != Verdict::NotMet) {
        let (_, from) = rest.split_at_checked(begin).unwrap_or_default();
        let ends = from.iter().position(|visit| visit.verdict == Verdict::NotMet);
        let (block, after) = from.split_at_checked(ends.unwrap_or(from.len())).unwrap_or_default();
        runs.extend(run(timeline, block, after.first()));
        rest = after;
    }
    runs
}

/// The run of visits that meet a definition, or may.
fn run(timeline: &Timeline, block: &[VisitVerdict], after: Option<&VisitVerdict>) -> Option<Run> {
    let is_met = |visit: &&VisitVerdict| visit.verdict == Verdict::Met;
    let day = |visit: &VisitVerdict| timeline.day(visit.stop);
    let (first, last) = (block.first()?, block.last()?);
    let (first_met, last_met) = (block.iter().find(is_met)?, block.iter().rev().find(is_met)?);
    let certain = block
        .split(|visit| visit.verdict != Verdict::Met)
        .filter_map(|part| Some(day(part.first()?).until(day(part.last()?)).lowest().unwrap_or(0)));
    let longest = day(first).until(day(last)).highest();
    let places = |met: bool| {
        let visits = block.iter().filter(move |visit| is_met(visit) == met);
        visits.map(|visit| visit.stop).collect::<Vec<usize>>()
    };
    Some(Run {
        from: Days::between(day(first).lowest(), day(first_met).highest()),
        to: Days::between(day(last_met).lowest(), day(last).highest()),
        days: Days::between(certain.max(), longest),
        end: match (after, last.verdict) {
            (Some(visit), _) => RunEnd::By(visit.stop),
            (None, Verdict::Met) => RunEnd::Lasting,
            (None, Verdict::Undetermined | Verdict::NotMet) => RunEnd::Open,
        },
        visits: places(true),
        open: places(false),
    })
}
