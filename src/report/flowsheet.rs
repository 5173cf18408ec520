//! A course day by day: what was found, given and scored, side by side.

use super::{event_name, headline, visit_name};
use crate::instruments::{Definition, Disease};
use crate::items::Counted;
use crate::outcomes::{Outcomes, Stop};
use crate::scoring::{Bounds, Exact, in_order};
use crate::session::{Course, Event, Moment, Reader, VisitId};
use crate::text::Language;

/// A course day by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flowsheet {
    /// The names of the cells of a row.
    pub columns: Vec<String>,
    /// In the order of time; what has no day stands where it was entered, and
    /// events without one at the end.
    pub rows: Vec<FlowsheetRow>,
}

/// A visit or check, or a day on which something happened between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowsheetRow {
    /// The visit or check.
    pub visit: Option<VisitId>,
    /// Its name; empty where there is none.
    pub name: String,
    /// The day, counted from day zero; `None` where it is not known.
    pub day: Option<i32>,
    /// What stands in the columns; empty where there is nothing to say.
    pub cells: Vec<String>,
}

/// Puts a course side by side: the grades of each check, what was given and
/// stopped, and what the scores say.
#[must_use]
pub fn flowsheet(course: &Course, outcomes: &Outcomes, language: &dyn Language) -> Flowsheet {
    let maker = Maker::of(course, outcomes, language);
    let mut rows: Vec<FlowsheetRow> =
        outcomes.timeline.stops.iter().enumerate().map(|(at, stop)| maker.row(at, stop)).collect();
    let (dated, undated): (Vec<&Event>, Vec<&Event>) =
        course.events.iter().partition(|event| maker.day_of(event).is_some());
    for event in in_order(dated, |event| maker.day_of(event)) {
        maker.put(event, &mut rows);
    }
    for event in undated {
        rows.push(maker.event_alone(event));
    }
    Flowsheet { columns: maker.columns(), rows }
}

struct Maker<'a> {
    course: &'a Course,
    outcomes: &'a Outcomes,
    language: &'a dyn Language,
    reader: Reader,
    /// What is scored at visits, besides the grades.
    scores: Vec<&'static Definition>,
}

/// The column of what was given and stopped, behind those of the grades.
const EVENTS: usize = 1;

impl<'a> Maker<'a> {
    fn of(course: &'a Course, outcomes: &'a Outcomes, language: &'a dyn Language) -> Maker<'a> {
        let mut reader = Reader::default();
        reader.read(course);
        let scores = course.chosen().map(|(instrument, _)| instrument.definition());
        let scores = scores.filter(|it| it.disease != Disease::CellTherapy).collect();
        Maker { course, outcomes, language, reader, scores }
    }

    fn columns(&self) -> Vec<String> {
        let grades = self.outcomes.gradings.iter().map(|it| it.definition.id);
        let scores = self.scores.iter().map(|definition| definition.id);
        let name = |id| self.language.instrument_name(id).to_owned();
        let events = self.language.workspace().given_and_stopped.to_owned();
        grades.map(name).chain([events]).chain(scores.map(name)).collect()
    }

    fn row(&self, at: usize, stop: &Stop) -> FlowsheetRow {
        let scored = self.reader.score(self.course, stop.visit);
        let grades = self.outcomes.gradings.iter().map(|grading| {
            let check = grading.checks.iter().find(|check| check.stop == at);
            check.map(|check| self.grade(check.grade)).unwrap_or_default()
        });
        let scores = self.scores.iter().map(|definition| {
            let scored = scored.iter().find(|it| it.definition().id == definition.id);
            let says = scored.filter(|it| it.assessed().is_some_and(|it| it.answered));
            says.map(|it| headline(it, self.language)).unwrap_or_default()
        });
        let visit = self.course.visit(stop.visit);
        FlowsheetRow {
            visit: Some(stop.visit),
            name: visit.map(|it| visit_name(self.course, it, self.language)).unwrap_or_default(),
            day: stop.day.known(),
            cells: grades.chain([String::new()]).chain(scores).collect(),
        }
    }

    fn grade(&self, grade: Counted) -> String {
        let [lowest, highest] = [grade.lowest(), grade.highest()].map(Exact::from);
        self.language.bounds(Bounds::between(lowest, highest))
    }

    fn day_of(&self, event: &Event) -> Option<i32> {
        self.outcomes.timeline.counted(Moment::read(self.course.timing, &event.when))
    }

    /// Puts an event into the row of its day, or into one of its own between the
    /// days before and after.
    fn put(&self, event: &Event, rows: &mut Vec<FlowsheetRow>) {
        let day = self.day_of(event);
        let at = self.outcomes.gradings.len();
        let same = rows.iter_mut().find(|row| row.day == day);
        if let Some(cell) = same.and_then(|row| row.cells.get_mut(at)) {
            let name = event_name(event, self.language);
            *cell = if cell.is_empty() { name } else { format!("{cell}; {name}") };
            return;
        }
        let later = rows.iter().position(|row| row.day > day && row.day.is_some());
        rows.insert(later.unwrap_or(rows.len()), self.event_alone(event));
    }

    fn event_alone(&self, event: &Event) -> FlowsheetRow {
        let before = self.outcomes.gradings.len();
        let mut cells = vec![String::new(); before + EVENTS + self.scores.len()];
        if let Some(cell) = cells.get_mut(before) {
            *cell = event_name(event, self.language);
        }
        FlowsheetRow { visit: None, name: String::new(), day: self.day_of(event), cells }
    }
}
