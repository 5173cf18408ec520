//! What went on around an infusion, as lanes: the toxicity by day, and the
//! course as a whole.

use super::drawing::{ChartMark, Lane, LanesInput, Shown, Time};
use super::event_name;
use crate::outcomes::{AplasiaEpisode, Days, Outcomes};
use crate::session::{Course, Event, EventKind, Moment};
use crate::text::Language;

/// What toxicity there was, by day, and what was given against it; nothing where
/// no grade has a day.
#[must_use]
pub fn toxicity_by_day(
    course: &Course,
    outcomes: &Outcomes,
    language: &dyn Language,
) -> Option<LanesInput> {
    let graded = outcomes.gradings.iter().filter(|grading| !grading.days.is_empty());
    let mut lanes: Vec<Lane> = graded
        .map(|grading| Lane {
            name: language.lane(grading.definition.id).to_owned(),
            shows: Shown::Grades(
                grading.days.iter().map(|it| (i64::from(it.day), it.grade)).collect(),
            ),
        })
        .collect();
    if lanes.is_empty() {
        return None;
    }
    for kind in [EventKind::Tocilizumab, EventKind::Glucocorticoid] {
        let days = days_of(course, outcomes, kind);
        if !days.is_empty() {
            let name = language.lane(kind.code()).to_owned();
            lanes.push(Lane { name, shows: Shown::Days(days) });
        }
    }
    Some(LanesInput { lanes, marks: infusions(course, outcomes, language) })
}

/// The course as a whole: how long B cells were missing, until when drugs were
/// taken, and its visits; nothing where only the visits are known.
#[must_use]
pub fn course_as_a_whole(
    course: &Course,
    outcomes: &Outcomes,
    language: &dyn Language,
) -> Option<LanesInput> {
    let mut lanes = Vec::new();
    let aplasia: Vec<Time> = outcomes.aplasia.episodes.iter().map(aplasia).collect();
    if !aplasia.is_empty() {
        let name = language.lane(EventKind::BCellsGone.code()).to_owned();
        lanes.push(Lane { name, shows: Shown::Times(aplasia) });
    }
    for kind in [EventKind::GlucocorticoidStopped, EventKind::ImmunosuppressantStopped] {
        let until = days_of(course, outcomes, kind).into_iter().map(|day| {
            let taken = (None, Some(day));
            Time { certain: Some(taken), possible: taken }
        });
        let until: Vec<Time> = until.collect();
        if !until.is_empty() {
            let name = language.lane(kind.code()).to_owned();
            lanes.push(Lane { name, shows: Shown::Times(until) });
        }
    }
    if lanes.is_empty() {
        return None;
    }
    let visits = outcomes.timeline.visits().filter_map(|(_, stop)| stop.day.known());
    let shows = Shown::Days(visits.map(i64::from).collect());
    lanes.push(Lane { name: language.workspace().visits.to_owned(), shows });
    Some(LanesInput { lanes, marks: infusions(course, outcomes, language) })
}

/// A time without B cells: certain from when they were gone for sure to the last
/// day without, where nothing in between is open.
fn aplasia(episode: &AplasiaEpisode) -> Time {
    let AplasiaEpisode { gone, back, days, last, .. } = *episode;
    let certain = gone.highest().zip(last.map(|last| last.saturating_add(1)));
    let is_whole =
        |(from, to): &(i32, i32)| from < to && days.lowest() == Some(to.saturating_sub(*from));
    let day = |day: Option<i32>| day.map(i64::from);
    Time {
        certain: certain.filter(is_whole).map(|(from, to)| (day(Some(from)), day(Some(to)))),
        possible: (day(gone.lowest()), day(back.unwrap_or(Days::ANY).highest())),
    }
}

fn day_of(course: &Course, outcomes: &Outcomes, event: &Event) -> Option<i64> {
    outcomes.timeline.counted(Moment::read(course.timing, &event.when)).map(i64::from)
}

fn days_of(course: &Course, outcomes: &Outcomes, kind: EventKind) -> Vec<i64> {
    let events = course.events.iter().filter(|event| event.kind == kind);
    events.filter_map(|event| day_of(course, outcomes, event)).collect()
}

fn infusions(course: &Course, outcomes: &Outcomes, language: &dyn Language) -> Vec<ChartMark> {
    let events = course.events.iter().filter(|event| event.kind == EventKind::Infusion);
    let mark = |event: &Event| {
        let day = day_of(course, outcomes, event)?;
        Some(ChartMark { label: event_name(event, language), day })
    };
    events.filter_map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A time without B cells since it was certain on a day, of so many days at
    /// least, with the last certain day and that of their return.
    fn drawn(gone: Days, days: i32, last: Option<i32>, back: Option<Days>) -> Time {
        let days = Days::between(Some(days), None);
        aplasia(&AplasiaEpisode { gone, back, days, since_infusion: days, last, is_before: false })
    }

    #[test]
    fn what_lasts_is_certain_up_to_the_last_count() {
        let time = drawn(Days::exactly(5), 26, Some(30), None);
        assert_eq!((time.certain, time.possible), (Some((Some(5), Some(31))), (Some(5), None)));
    }

    #[test]
    fn a_time_with_something_open_in_it_is_nowhere_certain() {
        let back = Days::between(Some(31), Some(40));
        let time = drawn(Days::between(Some(1), Some(5)), 12, Some(30), Some(back));
        assert_eq!((time.certain, time.possible), (None, (Some(1), Some(40))));
    }

    #[test]
    fn a_time_that_began_and_ended_on_one_day_is_not_drawn_as_certain() {
        let day = Days::exactly(5);
        assert_eq!(drawn(day, 0, Some(4), Some(day)).certain, None);
    }

    #[test]
    fn a_return_alone_makes_nothing_certain() {
        let gone = Days::between(None, Some(90));
        assert_eq!(drawn(gone, 0, None, Some(Days::exactly(90))).certain, None);
    }
}
