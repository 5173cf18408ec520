//! Visits and checks in the order of time, and the days that are known of them.

use super::Days;
use crate::instruments::{Choices, Instrument};
use crate::items::Visit;
use crate::session::{
    Course, Edit, EventKind, Moment, Occasion, Reader, Scored, Timing, VisitDraft, VisitId,
};

/// Visits and checks in the order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// From what days are counted.
    pub counted_from: CountedFrom,
    /// The day on which the cells were given, where that is known.
    pub infusion: Option<i32>,
    /// The visits and checks at which anything was entered. What else names one
    /// of them gives its place here.
    pub stops: Vec<Stop>,
    /// The day from which others are counted, as it was typed.
    zero: Option<i32>,
}

/// From what the days of a course are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedFrom {
    /// Its day zero: the event that is said to be it, or that of the days that
    /// were typed.
    DayZero,
    /// The baseline, as no event is said to be day zero.
    Baseline,
    /// The first visit or check with a day, as the baseline has none. What is
    /// counted from day zero cannot be told then.
    FirstDated,
    /// Nothing: no visit and no check has a day.
    Nothing,
}

/// A visit or check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Which of the course.
    pub visit: VisitId,
    /// What it is for.
    pub occasion: Occasion,
    /// Its number among those of its occasion, from 1.
    pub number: usize,
    /// What it is called; may be empty.
    pub label: String,
    /// Its day. One without a day lies between those that it stands between.
    pub day: Days,
}

impl CountedFrom {
    /// Whether that is the day from which time is told.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        match self {
            CountedFrom::DayZero | CountedFrom::Baseline => true,
            CountedFrom::FirstDated | CountedFrom::Nothing => false,
        }
    }
}

impl Timeline {
    /// The visits that judge the disease, each with its place.
    pub fn visits(&self) -> impl DoubleEndedIterator<Item = (usize, &Stop)> {
        let stops = self.stops.iter().enumerate();
        stops.filter(|(_, stop)| stop.occasion == Occasion::Visit)
    }

    /// The place of a visit or check.
    #[must_use]
    pub fn place(&self, visit: VisitId) -> Option<usize> {
        self.stops.iter().position(|stop| stop.visit == visit)
    }

    /// A day that was typed, counted like the others.
    #[must_use]
    pub fn counted(&self, moment: Moment) -> Option<i32> {
        Some(moment.day()?.saturating_sub(self.zero?))
    }

    /// The day of a visit or check; any, where there is none of this place.
    #[must_use]
    pub fn day(&self, stop: usize) -> Days {
        self.stops.get(stop).map_or(Days::ANY, |stop| stop.day)
    }
}

/// A course in the order of time, read.
pub(super) struct Followed {
    pub course: Course,
    pub timeline: Timeline,
    reader: Reader,
}

impl Followed {
    pub(super) fn of(course: &Course) -> Followed {
        let mut course = course.clone();
        course.apply(Edit::Sort);
        let mut reader = Reader::default();
        reader.read(&course);
        let days: Vec<Option<i32>> =
            course.visits().map(|visit| course.moment(visit).day()).collect();
        let first = days.iter().flatten().min().copied();
        let (counted_from, zero) = match (course.day_zero(), first) {
            (Some(zero), _) if has_day_zero(&course) => (CountedFrom::DayZero, Some(zero)),
            (Some(zero), _) => (CountedFrom::Baseline, Some(zero)),
            (None, Some(first)) => (CountedFrom::FirstDated, Some(first)),
            (None, None) => (CountedFrom::Nothing, None),
        };
        let counted = |day: Option<i32>| Some(day?.saturating_sub(zero?));
        let entered = course.visits().enumerate().filter(|(_, visit)| !visit.is_blank());
        let stops = entered.map(|(at, visit)| {
            let (before, from) = days.split_at_checked(at).unwrap_or_default();
            // One without a day lies between its neighbours in time.
            let earlier = before.iter().rev().find_map(|day| *day);
            let later = from.iter().find_map(|day| *day);
            let day = match from.first() {
                Some(Some(own)) => Days::between(counted(Some(*own)), counted(Some(*own))),
                Some(None) | None => Days::between(counted(earlier), counted(later)),
            };
            let (number, label) = (course.number_of(visit), visit.label.clone());
            Stop { visit: visit.id, occasion: visit.occasion, number, label, day }
        });
        let stops = stops.collect();
        let infusion = counted(infusion(&course));
        let timeline = Timeline { counted_from, infusion, stops, zero };
        Followed { course, timeline, reader }
    }

    /// A day that was typed, counted like the others.
    pub(super) fn counted(&self, moment: Moment) -> Option<i32> {
        self.timeline.counted(moment)
    }

    /// The days of the events of a kind, in the order of time, and how many have
    /// none.
    pub(super) fn events(&self, kind: EventKind) -> (Vec<i32>, usize) {
        let events = self.course.events.iter().filter(|event| event.kind == kind);
        let days = events.map(|event| Moment::read(self.course.timing, &event.when));
        let (known, unknown): (Vec<Option<i32>>, Vec<Option<i32>>) =
            days.map(|moment| self.counted(moment)).partition(Option::is_some);
        let mut known: Vec<i32> = known.into_iter().flatten().collect();
        known.sort_unstable();
        (known, unknown.len())
    }

    /// The visits and checks as they were entered, each with its place and what
    /// could be read of it.
    pub(super) fn drafts(&self) -> impl Iterator<Item = (usize, &VisitDraft, &Visit)> {
        let stops = self.timeline.stops.iter().enumerate();
        stops.filter_map(|(at, stop)| {
            let (draft, read) = (self.course.visit(stop.visit)?, self.reader.of(stop.visit)?);
            Some((at, draft, &read.visit))
        })
    }

    /// What an instrument makes of a visit.
    pub(super) fn scored(
        &self,
        instrument: &'static dyn Instrument,
        choices: Choices,
        visit: VisitId,
    ) -> Scored {
        Scored::of(instrument, choices, self.reader.visits(&self.course, visit))
    }
}

/// Whether an event with a day is said to be day zero, or days are counted from
/// one as they are typed.
fn has_day_zero(course: &Course) -> bool {
    let mut events = course.events.iter().filter(|event| event.is_day_zero);
    course.timing == Timing::Days
        || events.any(|event| Moment::read(course.timing, &event.when).day().is_some())
}

/// The day on which the cells were given: of an infusion, of the one that is
/// day zero among several, else of the first; where none was entered and cell
/// therapy is followed, of the event that is day zero, else the day from which
/// typed days are counted.
fn infusion(course: &Course) -> Option<i32> {
    let day = |when: &str| Moment::read(course.timing, when).day();
    let infusions = course.events.iter().filter(|event| event.kind == EventKind::Infusion);
    let zero = course.events.iter().filter(|event| event.is_day_zero);
    let named = infusions.clone().filter(|event| event.is_day_zero);
    let named = named.filter_map(|event| day(&event.when)).next();
    named.or_else(|| infusions.filter_map(|event| day(&event.when)).min()).or_else(|| {
        let zero = zero.filter_map(|event| day(&event.when)).next();
        let zero = zero.or((course.timing == Timing::Days).then_some(0));
        zero.filter(|_| course.follows_cell_therapy())
    })
}
