//! A course day by day: what was found, given and scored, side by side.

use super::{event_name, visit_name};
use crate::instruments::{Assessment, Definition, Disease};
use crate::items::Counted;
use crate::outcomes::{Grading, Outcomes, Stop};
use crate::scoring::{Bounds, Exact, Judgement, in_order};
use crate::session::{Course, Event, Moment, Reader, Scored, VisitId};
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
    /// What was graded at any check.
    gradings: Vec<&'a Grading>,
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
        let gradings = outcomes.gradings.iter().filter(|it| !it.checks.is_empty()).collect();
        Maker { course, outcomes, language, reader, gradings, scores }
    }

    fn columns(&self) -> Vec<String> {
        let grades = self.gradings.iter().map(|it| it.definition.id);
        let scores = self.scores.iter().map(|definition| definition.id);
        let name = |id| self.language.instrument_name(id).to_owned();
        let events = self.language.workspace().given_and_stopped.to_owned();
        grades.map(name).chain([events]).chain(scores.map(name)).collect()
    }

    fn row(&self, at: usize, stop: &Stop) -> FlowsheetRow {
        let scored = self.reader.score(self.course, stop.visit);
        let grades = self.gradings.iter().map(|grading| {
            let check = grading.checks.iter().find(|check| check.stop == at);
            check.map(|check| self.grade(check.grade)).unwrap_or_default()
        });
        let scores = self.scores.iter().map(|definition| {
            let scored = scored.iter().find(|it| it.definition().id == definition.id);
            let says = scored.and_then(Scored::assessed).filter(|it| it.answered);
            says.map(|it| self.said(&it.assessment)).unwrap_or_default()
        });
        let visit = self.course.visit(stop.visit);
        FlowsheetRow {
            visit: Some(stop.visit),
            name: visit.map(|it| visit_name(self.course, it, self.language)).unwrap_or_default(),
            day: stop.day.known(),
            cells: grades.chain([String::new()]).chain(scores).collect(),
        }
    }

    /// What a score says, in a few words: the score, the verdict, the level.
    fn said(&self, assessment: &Assessment) -> String {
        let Judgement { score, verdict, .. } = assessment.judgement;
        let said = [
            score.map(|score| self.language.bounds(score)).unwrap_or_default(),
            verdict.map(|verdict| self.language.verdict(verdict)).unwrap_or_default().to_owned(),
            self.language.level(assessment),
        ];
        let said: Vec<String> = said.into_iter().filter(|it| !it.is_empty()).collect();
        said.join(", ")
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
        let at = self.gradings.len();
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
        let before = self.gradings.len();
        let mut cells = vec![String::new(); before + EVENTS + self.scores.len()];
        if let Some(cell) = cells.get_mut(before) {
            *cell = event_name(event, self.language);
        }
        FlowsheetRow { visit: None, name: String::new(), day: self.day_of(event), cells }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::Item;
    use crate::scoring::Finding;
    use crate::session::{Edit, EventKind, Field, Insert, Timing};
    use crate::text::ENGLISH;

    fn event(kind: EventKind, when: &str) -> Edit {
        let when = when.to_owned();
        Edit::AddEvent(Event { kind, label: String::new(), when, is_day_zero: false })
    }

    fn rows(edits: impl IntoIterator<Item = Edit>) -> Vec<(Option<i32>, String, Vec<String>)> {
        let mut course = Course::default();
        course.apply(Edit::Timing(Timing::Days));
        for edit in edits {
            course.apply(edit);
        }
        let outcomes = Outcomes::of(&course);
        let flowsheet = flowsheet(&course, &outcomes, &ENGLISH);
        assert!(flowsheet.rows.iter().all(|it| it.cells.len() == flowsheet.columns.len()));
        flowsheet.rows.into_iter().map(|row| (row.day, row.name, row.cells)).collect()
    }

    fn row(day: Option<i32>, name: &str, cells: &[&str]) -> (Option<i32>, String, Vec<String>) {
        (day, name.to_owned(), cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn checks_visits_and_events_stand_side_by_side_in_the_order_of_time() {
        let rows = rows([
            Edit::Choose("sledai-2k", true),
            Edit::When("28".into()),
            Edit::Find(Item::Rash, Finding::Present),
            event(EventKind::Infusion, "0"),
            event(EventKind::Tocilizumab, "3"),
            event(EventKind::GlucocorticoidStopped, ""),
            Edit::AddCheck,
            Edit::When("3".into()),
            Edit::Find(Item::FeverNow, Finding::Present),
            Edit::Pick(Item::Hypotension, Some("no_vasopressor")),
        ]);
        assert_eq!(
            rows,
            [
                row(Some(0), "", &["", "CAR-T infusion", ""]),
                row(Some(3), "Safety check 1", &["2 to 4", "Tocilizumab", ""]),
                row(Some(28), "Visit 1", &["", "", "2 to 105"]),
                row(None, "", &["", "Glucocorticoid for the disease stopped", ""]),
            ]
        );
    }

    #[test]
    fn what_has_no_day_stands_where_it_was_entered() {
        let rows = rows([
            Edit::Choose("doris-2021", true),
            Edit::When("0".into()),
            Edit::Type(Item::Pga, Field::Value, "2".into()),
            Edit::Add(Insert::AtEnd),
            Edit::Label("some time".into()),
            Edit::Type(Item::Pga, Field::Value, "0.2".into()),
            Edit::Add(Insert::AtEnd),
            Edit::When("90".into()),
            Edit::Type(Item::Pga, Field::Value, "0.1".into()),
            event(EventKind::BCellsGone, "14"),
        ]);
        let days: Vec<Option<i32>> = rows.iter().map(|(day, _, _)| *day).collect();
        assert_eq!(days, [Some(0), None, Some(14), Some(90)]);
        let said: Vec<&str> =
            rows.iter().filter_map(|(_, _, cells)| Some(cells.last()?.as_str())).collect();
        assert_eq!(said, ["not met", "cannot be told yet", "", "cannot be told yet"]);
    }
}
