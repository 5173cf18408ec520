//! Days without B cells.
//!
//! # What it measures
//! On how many days there were no B cells, from the day on which they were no
//! longer found to the day on which they were found again.
//!
//! # The rule
//! By the two events, where either was entered with a day: the days from the
//! one to the other, of which the last is not counted, as B cells are back on
//! it. Without events, by the counts at visits and checks: a count below the
//! lowest that the laboratory can tell, or the finding, says that there are
//! none. They were gone at the latest on the first such day and at the earliest
//! on the day after the last that still had them; likewise for their return.
//! Where only one of the two events was entered, counts tell the other end.
//! Between two days without B cells and nothing known in between there were
//! none. A sample counts on the day it was taken. Days before the cells were
//! given, as after an earlier drug, are told and not counted.
//!
//! # Missing answers
//! Until they are found again, days are at least so many. A count that may be
//! either leaves the days around it open, and so does a finding put down to
//! another cause. A count without a day is left out and told. Where counts
//! contradict the events, the events are used and the days are told.
//!
//! # What it is not for
//! The depth of depletion or what kind of B cells came back.
//!
//! # Sources
//! That days are counted from two findings in this way, and that events go
//! before counts, are choices of this project.

use super::Days;
use super::timeline::Followed;
use crate::items::{Item, Visit};
use crate::scoring::Finding;
use crate::session::EventKind;

/// The days without B cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aplasia {
    /// From what they are told.
    pub source: AplasiaSource,
    /// The times without B cells, in their order.
    pub episodes: Vec<AplasiaEpisode>,
    /// The days on which a count says otherwise than the events.
    pub contradicting: Vec<i32>,
    /// Whether the events contradict each other: gone twice without being back,
    /// or back without being gone.
    pub events_contradict: bool,
    /// Whether B cells were looked for since the cells were given, and were there
    /// each time.
    pub always_seen: bool,
    /// How many counts and events have no day.
    pub undated: usize,
}

/// From what the days without B cells are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AplasiaSource {
    /// From the two events.
    Events,
    /// From events, and from counts where an event is missing.
    EventsAndCounts,
    /// From counts and findings.
    Counts,
    /// From nothing: there is neither.
    Nothing,
}

/// A time without B cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AplasiaEpisode {
    /// The first day without.
    pub gone: Days,
    /// The first day with B cells again; nothing while they are not back.
    pub back: Option<Days>,
    /// The days without.
    pub days: Days,
    /// Those of them since the cells were given.
    pub since_infusion: Days,
    /// The last day without that is certain, where one is.
    pub last: Option<i32>,
    /// Whether it was over when the cells were given.
    pub is_before: bool,
}

/// What is known of all episodes together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AplasiaDays {
    /// B cells are back: these days.
    Over(Days),
    /// B cells are not back: these days at least.
    Lasting(Days),
    /// B cells were looked for, and never missing.
    NeverSeen,
    /// Events and counts, or two events, say different things.
    Contradictory,
    /// Nothing is known.
    Unknown,
}

impl Aplasia {
    /// The days of all episodes together.
    #[must_use]
    pub fn days(&self) -> AplasiaDays {
        let counted = || self.episodes.iter().filter(|episode| !episode.is_before);
        let total = counted().map(|episode| episode.since_infusion).reduce(Days::and);
        let is_over = counted().all(|episode| episode.back.is_some());
        match total {
            _ if self.events_contradict || !self.contradicting.is_empty() => {
                AplasiaDays::Contradictory
            }
            Some(days) if is_over => AplasiaDays::Over(days),
            Some(days) => AplasiaDays::Lasting(days),
            None if self.always_seen => AplasiaDays::NeverSeen,
            None => AplasiaDays::Unknown,
        }
    }

    pub(super) fn of(followed: &Followed) -> Aplasia {
        let (counts, uncounted) = counts(followed);
        let (gone, gone_undated) = followed.events(EventKind::BCellsGone);
        let (back, back_undated) = followed.events(EventKind::BCellsBack);
        let undated = uncounted + gone_undated + back_undated;
        let infusion = followed.timeline.infusion;
        let always_seen = always_seen(&counts, infusion);
        let (spans, events_contradict) = spans(&gone, &back);
        if spans.is_empty() {
            let source =
                if counts.is_empty() { AplasiaSource::Nothing } else { AplasiaSource::Counts };
            return Aplasia {
                source,
                episodes: told(&counts, infusion),
                contradicting: Vec::new(),
                events_contradict,
                always_seen,
                undated,
            };
        }
        let is_whole = |span: &Span| span.gone.is_some() && span.back.is_some();
        let uses_counts = !counts.is_empty() && !spans.iter().all(is_whole);
        let contradicts = |count: &&Mark| match count.state {
            State::Without => spans.iter().all(|it| it.says(count.day) == Some(State::With)),
            State::With => spans.iter().any(|it| it.says(count.day) == Some(State::Without)),
            State::Open => false,
        };
        let mut contradicting: Vec<i32> =
            counts.iter().filter(contradicts).map(|count| count.day).collect();
        contradicting.dedup();
        Aplasia {
            source: if uses_counts {
                AplasiaSource::EventsAndCounts
            } else {
                AplasiaSource::Events
            },
            episodes: spans.iter().flat_map(|span| span.episodes(&counts, infusion)).collect(),
            contradicting,
            events_contradict,
            always_seen,
            undated,
        }
    }
}

/// Whether there were B cells whenever they were looked for since the cells were
/// given.
fn always_seen(counts: &[Mark], infusion: Option<i32>) -> bool {
    let mut since = counts.iter().filter(|it| infusion.is_none_or(|given| it.day >= given));
    let has_any = since.clone().next().is_some();
    has_any && since.all(|it| it.state == State::With)
}

/// Whether there are B cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    With,
    Without,
    Open,
}

/// What is known of a day.
#[derive(Clone, Copy, Debug)]
struct Mark {
    day: i32,
    state: State,
    /// Whether it changed on this very day, as an event says.
    is_event: bool,
}

/// What was found at visits and checks, in the order of time, and how often on
/// no day.
fn counts(followed: &Followed) -> (Vec<Mark>, usize) {
    let mut undated = 0;
    let mut counts = Vec::new();
    for (_, draft, visit) in followed.drafts() {
        let Some((by, state)) = found(visit) else { continue };
        match followed.counted(followed.course.moment_of(draft, by)) {
            Some(day) => counts.push(Mark { day, state, is_event: false }),
            None => undated += 1,
        }
    }
    counts.sort_by_key(|count| count.day);
    (counts, undated)
}

/// What a visit says of B cells, and by which item; nothing where it was not
/// asked. What was answered goes before a value.
fn found(visit: &Visit) -> Option<(Item, State)> {
    match visit.finding(Item::BCellAplasia) {
        Finding::Present => return Some((Item::BCellAplasia, State::Without)),
        Finding::Absent => return Some((Item::BCellAplasia, State::With)),
        Finding::OtherCause => return Some((Item::BCellAplasia, State::Open)),
        Finding::NotAssessed => {}
    }
    let state = match visit.measured(Item::BCells)?.is_below_limit() {
        Some(true) => State::Without,
        Some(false) => State::With,
        None => State::Open,
    };
    Some((Item::BCells, state))
}

/// The times without B cells that marks tell, in their order.
fn told(marks: &[Mark], infusion: Option<i32>) -> Vec<AplasiaEpisode> {
    let mut episodes = Vec::new();
    let mut before = None;
    let mut rest = marks;
    while let Some(begin) = rest.iter().position(|mark| mark.state == State::Without) {
        let (earlier, from) = rest.split_at_checked(begin).unwrap_or_default();
        let with = |mark: &&Mark| mark.state == State::With;
        before = earlier.iter().rev().find(with).or(before);
        let ends = from.iter().position(|mark| mark.state == State::With);
        let (block, after) = from.split_at_checked(ends.unwrap_or(from.len())).unwrap_or_default();
        episodes.extend(episode(before, block, after.first(), infusion));
        rest = after;
    }
    episodes
}

/// The time without B cells that these marks tell: after the last day with them
/// and before the next, where there are such days.
fn episode(
    before: Option<&Mark>,
    block: &[Mark],
    after: Option<&Mark>,
    infusion: Option<i32>,
) -> Option<AplasiaEpisode> {
    let without = |mark: &&Mark| mark.state == State::Without;
    let first = block.iter().find(without)?;
    let last = block.iter().rev().find(without)?.day;
    let next = |day: i32, highest: i32| day.saturating_add(1).min(highest);
    let gone = match before {
        _ if first.is_event => Days::exactly(first.day),
        before => Days::between(before.map(|it| next(it.day, first.day)), Some(first.day)),
    };
    let back = after.map(|after| match after.is_event {
        true => Days::exactly(after.day),
        false => Days::between(Some(next(last, after.day)), Some(after.day)),
    });
    // Up to the day of the event there were none, whatever was counted.
    let is_told = first.is_event && after.is_some_and(|after| after.is_event);
    let days = |from: Option<i32>| {
        let until_back = days_until(gone, back, from);
        let certain = Some(certain_days(block, from));
        if is_told { until_back } else { Days::between(certain, until_back.highest()) }
    };
    Some(AplasiaEpisode {
        gone,
        back,
        days: days(None),
        since_infusion: days(infusion),
        last: if is_told {
            back.and_then(Days::known).map(|back| back.saturating_sub(1))
        } else {
            Some(last)
        },
        is_before: is_over_by(back, infusion),
    })
}

/// The days from when they were gone until they are back, from a day on.
fn days_until(gone: Days, back: Option<Days>, from: Option<i32>) -> Days {
    let gone = from.map_or(gone, |from| gone.not_before(from));
    back.map_or(Days::ANY, |back| gone.until(back))
}

/// Each day on which there were none, and those between two of them with nothing
/// else in between, from a day on.
fn certain_days(block: &[Mark], from: Option<i32>) -> i32 {
    let parts = block.split(|mark| mark.state != State::Without);
    let days = parts.filter_map(|part| {
        let first = part.first()?.day;
        let first = from.map_or(first, |from| first.max(from));
        Some(part.last()?.day.saturating_sub(first).saturating_add(1).max(0))
    });
    days.fold(0, i32::saturating_add)
}

/// Whether they were back by the day on which the cells were given.
fn is_over_by(back: Option<Days>, infusion: Option<i32>) -> bool {
    let back = back.and_then(Days::highest);
    infusion.zip(back).is_some_and(|(given, back)| back <= given)
}

/// What the events tell of a time without B cells.
#[derive(Clone, Copy, Debug)]
struct Span {
    gone: Option<i32>,
    back: Option<i32>,
    /// When they had come back from the time before.
    since: Option<i32>,
}

/// The times that the events tell, in their order, and whether they contradict
/// each other.
fn spans(gone: &[i32], back: &[i32]) -> (Vec<Span>, bool) {
    let mut events: Vec<(i32, bool)> = gone.iter().map(|day| (*day, false)).collect();
    events.extend(back.iter().map(|day| (*day, true)));
    // On one day they go before they are back.
    events.sort_unstable();
    let mut spans: Vec<Span> = Vec::new();
    let mut contradict = false;
    for (day, is_back) in events {
        let since = spans.last().and_then(|span| span.back);
        let open = spans.last_mut().filter(|span| span.back.is_none());
        match (open, is_back) {
            (Some(_), false) => contradict = true,
            (Some(span), true) => span.back = Some(day),
            (None, false) => spans.push(Span { gone: Some(day), back: None, since }),
            (None, true) => {
                contradict |= since.is_some();
                spans.push(Span { gone: None, back: Some(day), since });
            }
        }
    }
    (spans, contradict)
}

impl Span {
    /// What the events say of a day; nothing where only counts can tell.
    fn says(&self, day: i32) -> Option<State> {
        let is_gone = self.gone.map(|gone| gone <= day);
        let is_back = self.back.map(|back| back <= day);
        match (is_gone, is_back) {
            (Some(false), _) | (_, Some(true)) => Some(State::With),
            (Some(true), Some(false)) => Some(State::Without),
            (Some(true), None) | (None, Some(false) | None) => None,
        }
    }

    /// The times without B cells: this one, and where no event tells an end
    /// whatever counts tell there.
    fn episodes(&self, counts: &[Mark], infusion: Option<i32>) -> Vec<AplasiaEpisode> {
        let event = |day: i32, state: State| Mark { day, state, is_event: true };
        let gone = self.gone.map(|day| event(day, State::Without));
        let back = self.back.map(|day| event(day, State::With));
        let is_whole = gone.is_some() && back.is_some();
        let is_within = |count: &&Mark| {
            let follows = self.gone.or(self.since).is_none_or(|from| from <= count.day);
            follows && self.back.is_none_or(|back| count.day < back) && !is_whole
        };
        let counts = counts.iter().filter(is_within).copied();
        let marks: Vec<Mark> = gone.into_iter().chain(counts).chain(back).collect();
        let mut episodes = told(&marks, infusion);
        let ends = |episode: &AplasiaEpisode| {
            self.back.is_none() || episode.back == self.back.map(Days::exactly)
        };
        if !episodes.iter().any(ends) {
            // They were gone before they were back, and nobody counted then.
            let with = marks.iter().rev().skip(1).find(|mark| mark.state == State::With);
            let from = with.map(|mark| mark.day.saturating_add(1));
            let gone = Days::between(from.or(self.since), self.back);
            let back = self.back.map(Days::exactly);
            episodes.push(AplasiaEpisode {
                gone,
                back,
                days: days_until(gone, back, None),
                since_infusion: days_until(gone, back, infusion),
                last: None,
                is_before: is_over_by(back, infusion),
            });
        }
        episodes
    }
}
