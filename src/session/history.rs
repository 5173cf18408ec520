//! Undo and redo, for every change alike.

use super::{Course, Edit, VisitId};

/// How many steps can be undone.
const MOST: usize = 500;

/// A course, and the way back.
#[derive(Clone, Debug, Default)]
pub struct History {
    course: Course,
    past: Vec<Step>,
    future: Vec<Step>,
}

/// A course as it was before an edit, or after it.
#[derive(Clone, Debug)]
struct Step {
    course: Course,
    edit: Edit,
    /// The visit that was open.
    at: VisitId,
}

impl History {
    /// A course as it is found, with no step before it.
    #[must_use]
    pub fn of(course: Course) -> History {
        History { course, ..History::default() }
    }

    /// The course as it is.
    #[must_use]
    pub const fn course(&self) -> &Course {
        &self.course
    }

    /// Applies an edit that can be undone.
    pub fn apply(&mut self, edit: Edit) {
        let mut course = self.course.clone();
        course.apply(edit.clone());
        if course == self.course {
            return;
        }
        let before = std::mem::replace(&mut self.course, course);
        self.future.clear();
        // Typing at another visit is another step.
        let at = before.open();
        let goes_on = |step: &Step| step.at == at && edit.continues(&step.edit);
        if !self.past.last().is_some_and(goes_on) {
            if self.past.len() == MOST {
                self.past.remove(0);
            }
            self.past.push(Step { course: before, edit, at });
        }
    }

    /// Opens a visit. That changes nothing, and is no step.
    pub fn open(&mut self, id: VisitId) {
        self.course.open_at(id);
    }

    /// What would be undone.
    #[must_use]
    pub fn undoable(&self) -> Option<&Edit> {
        self.past.last().map(|step| &step.edit)
    }

    /// What would be done again.
    #[must_use]
    pub fn redoable(&self) -> Option<&Edit> {
        self.future.last().map(|step| &step.edit)
    }

    /// Takes the last edit back.
    pub fn undo(&mut self) {
        if let Some(Step { course, edit, at }) = self.past.pop() {
            let after = std::mem::replace(&mut self.course, course);
            self.future.push(Step { course: after, edit, at });
        }
    }

    /// Does again what was undone.
    pub fn redo(&mut self) {
        if let Some(Step { course, edit, at }) = self.future.pop() {
            let before = std::mem::replace(&mut self.course, course);
            self.past.push(Step { course: before, edit, at });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::Item;
    use crate::scoring::Finding;
    use crate::session::{Field, Insert};

    fn text(history: &History, item: Item) -> String {
        history.course().open_visit().map_or("", |visit| visit.text(item, Field::Value)).to_owned()
    }

    #[test]
    fn typing_into_one_input_is_one_step() {
        let mut history = History::default();
        for typed in ["1", "1.", "1.5"] {
            history.apply(Edit::Type(Item::Pga, Field::Value, typed.into()));
        }
        history.undo();
        assert_eq!(text(&history, Item::Pga), "");
        history.redo();
        assert_eq!(text(&history, Item::Pga), "1.5");
    }

    #[test]
    fn typing_at_another_visit_is_another_step() {
        let mut history = History::default();
        let first = history.course().open();
        history.apply(Edit::Add(Insert::AtEnd));
        let second = history.course().open();
        history.open(first);
        history.apply(Edit::Type(Item::Pga, Field::Value, "1".into()));
        history.open(second);
        history.apply(Edit::Type(Item::Pga, Field::Value, "2".into()));
        history.undo();
        history.open(first);
        assert_eq!(text(&history, Item::Pga), "1");
    }

    #[test]
    fn every_edit_can_be_undone_and_done_again() {
        let edits = [
            Edit::Find(Item::Rash, Finding::Present),
            Edit::RestAbsent(vec![Item::Alopecia, Item::MucosalUlcers]),
            Edit::CopyLast,
            Edit::Confirm(vec![Item::Rash]),
            Edit::Add(Insert::Before),
            Edit::Label("month 3".into()),
            Edit::Choose("doris-2021", true),
            Edit::Replace(Box::default()),
        ];
        let mut history = History::default();
        let mut courses = vec![history.course().clone()];
        for edit in edits {
            history.apply(edit);
            courses.push(history.course().clone());
        }
        for course in courses.iter().rev().skip(1) {
            history.undo();
            assert_eq!(history.course(), course);
        }
        assert_eq!(history.undoable(), None);
        for course in courses.iter().skip(1) {
            history.redo();
            assert_eq!(history.course(), course);
        }
        assert_eq!(history.redoable(), None);
    }

    #[test]
    fn an_edit_that_changes_nothing_is_no_step() {
        let mut history = History::default();
        history.apply(Edit::Label(String::new()));
        assert_eq!(history.undoable(), None);
    }

    #[test]
    fn a_new_edit_ends_what_could_be_done_again() {
        let mut history = History::default();
        history.apply(Edit::Find(Item::Rash, Finding::Present));
        history.undo();
        history.apply(Edit::Find(Item::Rash, Finding::Absent));
        assert_eq!(history.redoable(), None);
    }
}
