//! The course of one patient: visits in the order of time, and what is scored
//! of them.

use std::sync::Arc;

use super::{Event, Laboratory, Moment, Occasion, Timing, VisitDraft, VisitId};
use crate::instruments::{Choices, REGISTRY};
use crate::scoring::Role;

/// Everything that has been entered for one patient.
///
/// There is always at least one visit, and always one that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// What stands for the patient: never a name.
    pub pseudonym: String,
    /// How visits are placed in time.
    pub timing: Timing,
    /// What happened beside the visits: an infusion.
    pub events: Vec<Event>,
    /// What the laboratory prints beside every value.
    pub laboratory: Laboratory,
    /// In the order of time. Shared, so that the steps that can be undone hold
    /// each visit once.
    visits: Vec<Arc<VisitDraft>>,
    /// The visit that is being entered.
    open: VisitId,
    /// The visit that changes are measured from.
    baseline: VisitId,
    /// What is scored, in the order of the registry.
    pub(super) scores: Vec<Score>,
    /// The number of the next visit.
    next: u32,
}

/// Whether an instrument is scored, and under which rule set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Whether it is scored.
    pub chosen: bool,
    /// The rule set.
    pub choices: Choices,
}

/// Where a new visit goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Insert {
    /// Before the open one.
    Before,
    /// After the last one.
    AtEnd,
}

impl Default for Course {
    fn default() -> Course {
        let first = VisitId(1);
        Course {
            pseudonym: String::new(),
            timing: Timing::default(),
            events: Vec::new(),
            laboratory: Laboratory::default(),
            visits: vec![Arc::new(VisitDraft::new(first))],
            open: first,
            baseline: first,
            scores: vec![Score::default(); REGISTRY.len()],
            next: 2,
        }
    }
}

impl Course {
    /// The visits, in the order of time.
    pub fn visits(&self) -> impl DoubleEndedIterator<Item = &VisitDraft> + ExactSizeIterator {
        self.visits.iter().map(Arc::as_ref)
    }

    /// The same, each with the hold on it that tells whether it has changed.
    pub(super) fn shared(&self) -> &[Arc<VisitDraft>] {
        &self.visits
    }

    /// The visit that is open.
    #[must_use]
    pub fn open(&self) -> VisitId {
        self.open
    }

    /// The open visit, as it was entered.
    #[must_use]
    pub fn open_visit(&self) -> Option<&VisitDraft> {
        self.visit(self.open)
    }

    /// A visit.
    #[must_use]
    pub fn visit(&self, id: VisitId) -> Option<&VisitDraft> {
        self.visits().find(|visit| visit.id == id)
    }

    /// The place of a visit in the order of time.
    #[must_use]
    pub fn place(&self, id: VisitId) -> Option<usize> {
        self.visits.iter().position(|visit| visit.id == id)
    }

    /// The number of a visit among those of its occasion, from 1.
    #[must_use]
    pub fn number_of(&self, visit: &VisitDraft) -> usize {
        let like = self.visits().filter(|other| other.occasion == visit.occasion);
        like.take_while(|other| other.id != visit.id).count() + 1
    }

    /// The visit that changes are measured from.
    #[must_use]
    pub fn baseline(&self) -> VisitId {
        self.baseline
    }

    /// The visit that another one is compared with: the one before it, or the
    /// baseline where that lies before it; itself as the current one. A check of
    /// safety is compared with nothing, and nothing with it.
    #[must_use]
    pub fn compared(&self, id: VisitId, role: Role) -> Option<VisitId> {
        let (before, own) = self.visits.split_at_checked(self.place(id)?)?;
        let judges = |visit: &&Arc<VisitDraft>| visit.occasion == Occasion::Visit;
        let mut earlier = before.iter().rev().filter(judges);
        match role {
            Role::Current => Some(id),
            _ if !own.first().as_ref().is_some_and(judges) => None,
            Role::Previous => earlier.next().map(|visit| visit.id),
            Role::Baseline => earlier.find(|visit| visit.id == self.baseline).map(|it| it.id),
        }
    }

    /// Opens a visit.
    pub fn open_at(&mut self, id: VisitId) {
        if self.place(id).is_some() {
            self.open = id;
        }
    }

    /// Changes the open visit.
    pub(super) fn change_open(&mut self, change: impl FnOnce(&mut VisitDraft)) {
        let open = self.open;
        if let Some(visit) = self.visits.iter_mut().find(|visit| visit.id == open) {
            change(Arc::make_mut(visit));
        }
    }

    /// Puts others in the place of the visits that are not this one.
    pub(super) fn change_others(
        &mut self,
        id: VisitId,
        change: impl Fn(&VisitDraft) -> Option<VisitDraft>,
    ) {
        for visit in self.visits.iter_mut().filter(|visit| visit.id != id) {
            if let Some(changed) = change(visit) {
                *visit = Arc::new(changed);
            }
        }
    }

    /// Changes every visit.
    pub(super) fn change_each(&mut self, change: impl Fn(&mut VisitDraft)) {
        for visit in &mut self.visits {
            change(Arc::make_mut(visit));
        }
    }

    fn next_id(&mut self) -> VisitId {
        let id = VisitId(self.next);
        self.next += 1;
        id
    }

    /// Adds a blank visit and opens it.
    pub(super) fn add(&mut self, insert: Insert, occasion: Occasion) {
        let id = self.next_id();
        let at = match insert {
            Insert::Before => self.place(self.open).unwrap_or(0),
            Insert::AtEnd => self.visits.len(),
        };
        self.visits.insert(at, Arc::new(VisitDraft::on(occasion, id)));
        // The earliest visit stays what changes are measured from, as long as
        // nobody said otherwise.
        if at == 0 && self.visits.get(1).is_some_and(|second| second.id == self.baseline) {
            self.baseline = id;
        }
        self.open = id;
    }

    /// Adds a visit at the end that begins with what the last one of the same
    /// occasion says.
    pub(super) fn copy_last(&mut self) {
        let id = self.next_id();
        let occasion = self.open_visit().map_or(Occasion::Visit, |visit| visit.occasion);
        if let Some(last) = self.visits.iter().rev().find(|it| it.occasion == occasion) {
            let copy = VisitDraft::carried_from(last, id);
            self.visits.push(Arc::new(copy));
            self.open = id;
        }
    }

    /// Adds a visit as it is, numbered anew, and tells its number.
    pub fn push(&mut self, mut visit: VisitDraft) -> VisitId {
        visit.id = self.next_id();
        let id = visit.id;
        self.visits.push(Arc::new(visit));
        id
    }

    /// Puts other contents in the place of a visit, under its number.
    pub fn replace(&mut self, id: VisitId, mut visit: VisitDraft) {
        visit.id = id;
        if let Some(place) = self.visits.iter_mut().find(|visit| visit.id == id)
            && **place != visit
        {
            *place = Arc::new(visit);
        }
    }

    /// Takes a visit away; the last one is emptied instead.
    pub fn remove(&mut self, id: VisitId) {
        let Some(at) = self.place(id) else { return };
        self.visits.remove(at);
        if self.visits.is_empty() {
            let id = self.next_id();
            self.visits.push(Arc::new(VisitDraft::new(id)));
        }
        let near = self.visits.get(at.saturating_sub(1)).or(self.visits.first());
        let first = self.visits.iter().find(|it| it.occasion == Occasion::Visit);
        let (near, first) = (near.map(|it| it.id), first.map(|it| it.id));
        if self.open == id {
            self.open = near.unwrap_or(id);
        }
        if self.baseline == id {
            self.baseline = first.unwrap_or(id);
        }
    }

    /// Measures changes from a visit; from no check of safety.
    pub fn set_baseline(&mut self, id: VisitId) {
        if self.visit(id).is_some_and(|visit| visit.occasion == Occasion::Visit) {
            self.baseline = id;
        }
    }

    /// Puts the visits into the order of time. A visit without a day keeps its
    /// place after the one before it.
    pub(super) fn sort(&mut self) {
        let mut latest = i32::MIN;
        let mut dated: Vec<(i32, Arc<VisitDraft>)> = Vec::with_capacity(self.visits.len());
        for visit in self.visits.drain(..) {
            let day = Moment::read(self.timing, &visit.when).day();
            latest = day.unwrap_or(latest);
            let at = dated.partition_point(|(before, _)| *before <= latest);
            // An undated visit goes with the one that it was entered after.
            dated.insert(at, (latest, visit));
        }
        self.visits = dated.into_iter().map(|(_, visit)| visit).collect();
    }

    /// When a visit was.
    #[must_use]
    pub fn moment(&self, visit: &VisitDraft) -> Moment {
        Moment::read(self.timing, &visit.when)
    }

    /// The day that others are counted from, where it is known: the infusion,
    /// or whatever event was said to be day zero, else the baseline. Where days
    /// are typed, they are counted already.
    #[must_use]
    pub fn day_zero(&self) -> Option<i32> {
        if self.timing == Timing::Days {
            return Some(0);
        }
        let event = self.events.iter().find(|event| event.is_day_zero);
        let event = event.and_then(|event| Moment::read(self.timing, &event.when).day());
        event.or_else(|| self.moment(self.visit(self.baseline)?).day())
    }

    /// The day of a visit, counted from day zero.
    #[must_use]
    pub fn day(&self, visit: &VisitDraft) -> Option<i32> {
        Some(self.moment(visit).day()? - self.day_zero()?)
    }

    /// A blank course for the next patient: what is scored, under which rules,
    /// and with which laboratory is no matter of this one.
    #[must_use]
    pub fn next_patient(&self) -> Course {
        // Numbered on, so that nothing half-typed is taken for the same visit's.
        let first = VisitId(self.next);
        Course {
            laboratory: self.laboratory.clone(),
            scores: self.scores.clone(),
            timing: self.timing,
            visits: vec![Arc::new(VisitDraft::new(first))],
            open: first,
            baseline: first,
            next: self.next + 1,
            ..Course::default()
        }
    }

    /// Whether the same was entered, whichever visit is open.
    #[must_use]
    pub fn is_same_as(&self, other: &Course) -> bool {
        let mut other = other.clone();
        other.open_at(self.open);
        *self == other
    }

    /// Whether nothing was entered: no answer, no label, no pseudonym.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.pseudonym.is_empty()
            && self.events.is_empty()
            && self.visits().all(VisitDraft::is_blank)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instruments::Disease;
    use crate::items::Item;
    use crate::session::EventKind;

    fn labels(course: &Course) -> Vec<&str> {
        course.visits().map(|visit| visit.label.as_str()).collect()
    }

    /// A course of visits with labels and dates.
    fn course(visits: &[(&str, &str)]) -> Course {
        let mut course = Course::default();
        for (at, (label, when)) in visits.iter().enumerate() {
            if at > 0 {
                course.add(Insert::AtEnd, Occasion::Visit);
            }
            course.change_open(|visit| {
                (*label).clone_into(&mut visit.label);
                (*when).clone_into(&mut visit.when);
            });
        }
        course
    }

    #[test]
    fn visits_stand_in_the_order_of_time_and_undated_ones_after_their_neighbour() {
        let mut course = course(&[
            ("b", "2026-02-01"),
            ("undated", ""),
            ("a", "2026-01-01"),
            ("c", "2026-03-01"),
        ]);
        course.sort();
        assert_eq!(labels(&course), ["a", "b", "undated", "c"]);
        let open = course.open_visit().map(|visit| visit.label.as_str());
        assert_eq!(open, Some("c"));
    }

    #[test]
    fn a_visit_is_compared_with_the_one_before_and_with_an_earlier_baseline() {
        let mut course = course(&[("a", ""), ("b", ""), ("c", "")]);
        let ids: Vec<VisitId> = course.visits().map(|visit| visit.id).collect();
        assert_eq!(course.compared(ids[2], Role::Previous), Some(ids[1]));
        assert_eq!(course.compared(ids[2], Role::Baseline), Some(ids[0]));
        assert_eq!(course.compared(ids[0], Role::Baseline), None);
        course.set_baseline(ids[1]);
        assert_eq!(course.compared(ids[1], Role::Baseline), None);
        assert_eq!(course.compared(ids[2], Role::Baseline), Some(ids[1]));
        assert_eq!(course.compared(ids[0], Role::Previous), None);
    }

    #[test]
    fn a_check_of_safety_is_compared_with_nothing_and_nothing_with_it() {
        let mut course = course(&[("baseline", ""), ("month 1", "")]);
        course.add(Insert::AtEnd, Occasion::SafetyCheck);
        let check = course.open();
        course.add(Insert::AtEnd, Occasion::Visit);
        let (last, month_1) = (course.open(), course.visits().nth(1).map(|visit| visit.id));
        assert_eq!(course.compared(last, Role::Previous), month_1);
        assert_eq!(course.compared(check, Role::Current), Some(check));
        assert_eq!(course.compared(check, Role::Previous), None);
        assert_eq!(course.compared(check, Role::Baseline), None);
        course.set_baseline(check);
        assert_ne!(course.baseline(), check);
    }

    #[test]
    fn a_check_grades_safety_and_a_visit_judges_the_disease() {
        let mut course = Course::default();
        course.choose_disease(Disease::CellTherapy, true);
        let ids = |course: &Course, occasion| {
            course.scored_at(occasion).map(|(it, _)| it.definition().id).collect::<Vec<_>>()
        };
        let grades = ["crs-astct-2019", "icans-astct-2019"];
        assert_eq!(ids(&course, Occasion::Visit), grades, "nothing else is scored");
        course.choose("eustar-2017", true);
        assert_eq!(ids(&course, Occasion::Visit), ["eustar-2017"]);
        assert_eq!(ids(&course, Occasion::SafetyCheck), grades);
    }

    #[test]
    fn an_earlier_visit_becomes_the_baseline_unless_another_was_named() {
        let mut course = course(&[("now", "")]);
        course.add(Insert::Before, Occasion::Visit);
        assert_eq!(course.baseline(), course.open());
        let second = course.visits().nth(1).map(|visit| visit.id).expect("two visits");
        course.set_baseline(second);
        course.add(Insert::Before, Occasion::Visit);
        assert_eq!(course.baseline(), second);
    }

    #[test]
    fn a_removed_visit_leaves_one_open_and_one_baseline() {
        let mut course = course(&[("a", ""), ("b", "")]);
        for _ in 0..3 {
            course.remove(course.open());
            assert!(course.open_visit().is_some());
            assert!(course.visit(course.baseline()).is_some());
        }
    }

    #[test]
    fn days_are_counted_from_the_infusion_or_else_from_the_baseline() {
        let mut course = course(&[("a", "2026-01-01"), ("b", "2026-01-29")]);
        let day = |course: &Course| course.visits().last().and_then(|visit| course.day(visit));
        assert_eq!(day(&course), Some(28));
        course.events.push(Event {
            kind: EventKind::Infusion,
            label: "infusion".into(),
            when: "2026-01-08".into(),
            is_day_zero: true,
        });
        assert_eq!(day(&course), Some(21));
    }

    #[test]
    fn every_item_is_asked_once_and_the_overall_assessment_first() {
        let mut course = Course::default();
        course.choose_disease(Disease::Lupus, true);
        course.choose_disease(Disease::SystemicSclerosis, true);
        let items = course.items();
        let mut unique = items.clone();
        unique.dedup();
        assert_eq!(items, unique);
        let at = |item| items.iter().position(|other| *other == item);
        assert!(at(Item::Pga) < at(Item::Seizure));
        assert_eq!(at(Item::C3), None, "entered beside low complement");
        assert!(at(Item::Mrss).is_some());
        let groups: Vec<_> = items.iter().map(|item| item.group()).collect();
        assert!(groups.is_sorted());
    }

    #[test]
    fn one_window_holds_for_every_score_of_a_visit() {
        let mut course = Course::default();
        course.set_shared_option("sledai-2k", 1, 1);
        assert_eq!(course.score("selena-sledai").choices, course.score("sledai-2k").choices);
        assert_eq!(course.score("doris-2021").choices, Choices::default());
    }

    #[test]
    fn another_visit_that_is_open_is_the_same_course() {
        let mut course = course(&[("a", ""), ("b", "")]);
        let before = course.clone();
        let first = course.visits().next().map(|visit| visit.id).expect("there is one");
        course.open_at(first);
        assert!(course != before && course.is_same_as(&before));
        course.change_open(|visit| visit.label.push('!'));
        assert!(!course.is_same_as(&before));
    }
}
