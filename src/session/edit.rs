//! The changes that can be made to a course.

use super::moment::date_of_day;
use super::worksheet::{BilagSheet, DoseSheet, IceSheet, Joint, JointState, SkinMethod};
use super::{
    Aside, Course, Entry, Event, Field, Insert, Laboratory, Moment, Occasion, Origin, Timing,
    VisitDraft, VisitId,
};
use crate::instruments::Disease;
use crate::items::{Item, Kind};
use crate::scoring::Finding;

/// One change. Those that name an item are about the open visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// An answer to a finding.
    Find(Item, Finding),
    /// A statement, or its withdrawal.
    Attest(Item, Option<bool>),
    /// A code, or its withdrawal.
    Pick(Item, Option<&'static str>),
    /// What an input of a value now holds.
    Type(Item, Field, String),
    /// What is written beside an answer.
    Write(Item, Aside, String),
    /// That an item cannot be assessed, or can.
    Unassessable(Item, bool),
    /// What was carried over still holds.
    Confirm(Vec<Item>),
    /// These findings were looked for and are absent; those that are answered
    /// stay as they are.
    RestAbsent(Vec<Item>),
    /// What is known of a joint.
    Joint(Joint, JointState),
    /// All joints not marked so far were examined and are not inflamed.
    RestOfJoints,
    /// The glucocorticoids that are taken.
    Doses(DoseSheet),
    /// What a worksheet comes to becomes the value of an item: a daily dose in mg
    /// of prednisolone, a sum, an index.
    Enter(Item, String),
    /// How the sites of the skin were graded.
    SkinMethod(Option<SkinMethod>),
    /// What is known of the points of the ICE score.
    Ice(IceSheet),
    /// What is known of the domains of BILAG.
    Bilag(BilagSheet),
    /// The name of the visit.
    Label(String),
    /// The day of the visit, as typed.
    When(String),
    /// The day of its samples, as typed.
    Sampled(String),
    /// The visits are put into the order of time.
    Sort,
    /// A blank visit.
    Add(Insert),
    /// A blank check of safety, at the end.
    AddCheck,
    /// A visit that begins with what the last one says.
    CopyLast,
    /// A visit is taken away.
    Remove(VisitId),
    /// Changes are measured from a visit.
    Baseline(VisitId),
    /// What stands for the patient.
    Pseudonym(String),
    /// Dates or days.
    Timing(Timing),
    /// An event is added.
    AddEvent(Event),
    /// An event is another now.
    ChangeEvent(usize, Event),
    /// An event is taken away.
    RemoveEvent(usize),
    /// An instrument is scored, or no longer.
    Choose(&'static str, bool),
    /// A disease is scored by what is usual in it, or no longer.
    Disease(Disease, bool),
    /// One disease is scored by what is usual in it, and nothing else is.
    ChooseOnly(Disease),
    /// A value of an option, by the instrument's id and the places of both.
    Option(&'static str, usize, usize),
    /// A unit or limit of the laboratory.
    Laboratory(Item, Field, String),
    /// The units and limits of the open visit become those of the laboratory.
    Learn,
    /// Other units and limits take the place of those of the laboratory.
    ReplaceLaboratory(Laboratory),
    /// Another course takes the place of this one.
    Replace(Box<Course>),
}

impl Edit {
    /// Whether it goes on where the edit before it stopped, so that both are
    /// undone as one: typing into one input.
    #[must_use]
    pub fn continues(&self, before: &Edit) -> bool {
        match (self, before) {
            (Edit::Type(item, field, _), Edit::Type(other, other_field, _))
            | (Edit::Laboratory(item, field, _), Edit::Laboratory(other, other_field, _)) => {
                (item, field) == (other, other_field)
            }
            (Edit::Write(item, aside, _), Edit::Write(other, other_aside, _)) => {
                (item, aside) == (other, other_aside)
            }
            (Edit::ChangeEvent(at, _), Edit::ChangeEvent(other, _)) => at == other,
            (Edit::Doses(now), Edit::Doses(then)) => now.lines.len() == then.lines.len(),
            (Edit::Label(_), Edit::Label(_))
            | (Edit::When(_), Edit::When(_))
            | (Edit::Sort, Edit::When(_))
            | (Edit::Sampled(_), Edit::Sampled(_))
            | (Edit::Pseudonym(_), Edit::Pseudonym(_)) => true,
            _ => false,
        }
    }

    /// The items it is about.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        match self {
            Edit::Find(item, _)
            | Edit::Attest(item, _)
            | Edit::Pick(item, _)
            | Edit::Type(item, ..)
            | Edit::Write(item, ..)
            | Edit::Unassessable(item, _)
            | Edit::Enter(item, _)
            | Edit::Laboratory(item, ..) => std::slice::from_ref(item),
            Edit::Joint(..) | Edit::RestOfJoints => &[Item::InflamedJoints],
            Edit::Doses(_) => &[Item::Glucocorticoid],
            Edit::SkinMethod(_) => &[Item::Mrss],
            Edit::Ice(_) => &[Item::IceScore],
            Edit::Bilag(_) => &BILAG,
            Edit::Confirm(items) | Edit::RestAbsent(items) => items,
            _ => &[],
        }
    }
}

impl Course {
    /// Applies an edit.
    pub fn apply(&mut self, edit: Edit) {
        match edit {
            Edit::Find(item, finding) => self.enter(item, Some(Entry::Finding(finding))),
            Edit::Attest(item, attested) => self.enter(item, attested.map(Entry::Attested)),
            Edit::Pick(item, code) => self.enter(item, code.map(Entry::Choice)),
            Edit::Type(item, field, text) => self.change_open(|visit| {
                visit.record_mut(item, |record| record.type_into(field, text));
                if field == Field::Value {
                    let_value_speak(visit, item);
                }
            }),
            Edit::Write(item, aside, text) => self.change_open(|visit| {
                visit.record_mut(item, |record| *record.aside_mut(aside) = text);
            }),
            Edit::Unassessable(item, unassessable) => self.change_open(|visit| {
                visit.record_mut(item, |record| {
                    record.unassessable = unassessable;
                    if unassessable {
                        record.entry = None;
                        record.origin = Origin::Entered;
                    }
                });
            }),
            Edit::Confirm(items) => self.change_open(|visit| confirm(visit, &items)),
            Edit::RestAbsent(items) => self.change_open(|visit| rest_absent(visit, &items)),
            Edit::Option(instrument, option, value) => {
                self.set_shared_option(instrument, option, value);
            }
            // A form within a page of others makes none of the edits below: what they
            // need is left out of its program.
            _ if cfg!(all(feature = "element", not(feature = "app"))) => {}
            Edit::Joint(joint, state) => {
                self.change_open(|visit| {
                    visit.worksheets.joints.mark(joint, state);
                    visit.drop_carried(Item::InflamedJoints);
                });
            }
            Edit::RestOfJoints => {
                self.change_open(|visit| visit.worksheets.joints.rest_not_inflamed());
            }
            Edit::Enter(item, value) => self.change_open(|visit| {
                visit.record_mut(item, |record| {
                    record.type_into(Field::Drug, String::new());
                    record.type_into(Field::Value, value);
                });
            }),
            Edit::Doses(doses) => self.change_open(|visit| visit.worksheets.doses = doses),
            Edit::SkinMethod(method) => {
                self.change_open(|visit| visit.worksheets.skin_method = method);
            }
            Edit::Ice(sheet) => self.change_open(|visit| {
                visit.worksheets.ice = sheet;
                visit.drop_carried(Item::IceScore);
            }),
            Edit::Bilag(sheet) => self.change_open(|visit| {
                visit.worksheets.bilag = sheet;
                BILAG.into_iter().for_each(|item| visit.drop_carried(item));
            }),
            Edit::Label(label) => self.change_open(|visit| visit.label = label),
            Edit::When(when) => self.change_open(|visit| visit.when = when),
            Edit::Sampled(sampled) => self.change_open(|visit| visit.sampled = sampled),
            Edit::Sort => self.sort(),
            Edit::Add(insert) => self.add(insert, Occasion::Visit),
            Edit::AddCheck => self.add(Insert::AtEnd, Occasion::SafetyCheck),
            Edit::CopyLast => self.copy_last(),
            Edit::Remove(id) => self.remove(id),
            Edit::Baseline(id) => self.set_baseline(id),
            Edit::Pseudonym(pseudonym) => self.pseudonym = pseudonym,
            Edit::Timing(timing) => self.set_timing(timing),
            Edit::AddEvent(event) => self.set_event(self.events.len(), event),
            Edit::ChangeEvent(at, event) => self.set_event(at, event),
            Edit::RemoveEvent(at) => {
                if at < self.events.len() {
                    self.events.remove(at);
                }
            }
            Edit::Choose(instrument, chosen) => self.choose(instrument, chosen),
            Edit::Disease(disease, chosen) => self.choose_disease(disease, chosen),
            Edit::ChooseOnly(disease) => self.choose_only(disease),
            Edit::Laboratory(item, field, text) => {
                self.settle_units();
                self.laboratory.set(item, field, text);
            }
            Edit::ReplaceLaboratory(laboratory) => {
                self.settle_units();
                self.laboratory = laboratory;
            }
            Edit::Learn => {
                self.settle_units();
                if let Some(visit) = self.visit(self.open()).cloned() {
                    self.laboratory.learn(&visit);
                }
            }
            Edit::Replace(course) => *self = *course,
        }
    }

    /// Enters an answer for this visit, or takes it back.
    fn enter(&mut self, item: Item, entry: Option<Entry>) {
        self.change_open(|visit| {
            visit.record_mut(item, |record| {
                if entry == Some(Entry::Finding(Finding::NotAssessed)) {
                    // Nothing was decided, and nothing has to be explained.
                    record.aside_mut(Aside::Reason).clear();
                }
                record.unassessable &= entry.is_none();
                record.entry = entry;
                record.origin = Origin::Entered;
            });
        });
    }

    /// Writes into every other visit what it took from the lab profile so far:
    /// what the profile says from now on is not said of them.
    fn settle_units(&mut self) {
        let (open, laboratory) = (self.open(), self.laboratory.clone());
        self.change_others(open, |visit| visit.settled(&laboratory));
    }

    /// Writes an event; days are counted from one of them at most.
    fn set_event(&mut self, at: usize, event: Event) {
        if event.is_day_zero {
            for other in &mut self.events {
                other.is_day_zero = false;
            }
        }
        match self.events.get_mut(at) {
            Some(known) => *known = event,
            None => self.events.push(event),
        }
    }

    /// Places the visits by days in place of dates, or the other way round.
    /// Dates become days counted from day zero and are gone; days become no
    /// dates, as nobody has said which date day zero was.
    fn set_timing(&mut self, timing: Timing) {
        if timing == self.timing {
            return;
        }
        let (from, zero) = (self.timing, self.day_zero());
        let translate = |when: &mut String| {
            let day = Moment::read(from, when).day();
            *when = match (timing, day, zero) {
                (Timing::Days, Some(day), Some(zero)) => (day - zero).to_string(),
                _ => String::new(),
            };
        };
        self.change_each(|visit| {
            translate(&mut visit.when);
            translate(&mut visit.sampled);
            let items: Vec<Item> = visit.records().map(|(item, _)| item).collect();
            for item in items {
                visit.record_mut(item, |record| translate(record.aside_mut(Aside::Sampled)));
            }
        });
        for event in &mut self.events {
            translate(&mut event.when);
        }
        self.timing = timing;
    }
}

/// The counts that the domains of BILAG come to.
const BILAG: [Item; 2] = [Item::BilagNewA, Item::BilagNewB];

/// A value goes before an answer that was given together with others: nobody
/// looked at this one.
fn let_value_speak(visit: &mut VisitDraft, value: Item) {
    for finding in Item::all().filter(|item| item.measured_by().contains(&value)) {
        visit.record_mut(finding, |record| {
            if record.origin == Origin::Bulk && matches!(record.entry, Some(Entry::Finding(_))) {
                record.entry = None;
                record.origin = Origin::Entered;
            }
        });
    }
}

/// What was carried over still holds.
fn confirm(visit: &mut VisitDraft, items: &[Item]) {
    for item in items {
        let several = items.len() > 1;
        visit.record_mut(*item, |record| {
            if record.origin == Origin::Carried {
                record.origin = if several { Origin::Bulk } else { Origin::Entered };
            }
        });
    }
}

/// Findings without an answer were looked for and are absent.
fn rest_absent(visit: &mut VisitDraft, items: &[Item]) {
    for item in items.iter().filter(|item| matches!(item.kind(), Kind::Finding)) {
        let is_open = visit.finding(*item) == Finding::NotAssessed;
        visit.record_mut(*item, |record| {
            if is_open && !record.unassessable {
                record.entry = Some(Entry::Finding(Finding::Absent));
                record.origin = Origin::Bulk;
            }
        });
    }
}

/// A day as it would be typed.
#[must_use]
pub fn typed_day(timing: Timing, day: i32) -> String {
    match timing {
        Timing::Dates => date_of_day(day).unwrap_or_default(),
        Timing::Days => day.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::EventKind;

    fn edited(edits: impl IntoIterator<Item = Edit>) -> Course {
        let mut course = Course::default();
        for edit in edits {
            course.apply(edit);
        }
        course
    }

    fn open(course: &Course) -> &VisitDraft {
        course.open_visit().expect("one is open")
    }

    #[test]
    fn what_was_half_typed_is_kept_as_it_is() {
        let course = edited([
            Edit::Type(Item::Crp, Field::Value, "0,".into()),
            Edit::Type(Item::Crp, Field::Unit, "mg/L".into()),
        ]);
        assert_eq!(open(&course).text(Item::Crp, Field::Value), "0,");
        assert_eq!(open(&course).text(Item::Crp, Field::Unit), "mg/L");
    }

    #[test]
    fn the_rest_of_a_system_is_absent_and_what_was_answered_stays() {
        let course = edited([
            Edit::Find(Item::Rash, Finding::Present),
            Edit::Unassessable(Item::Alopecia, true),
            Edit::RestAbsent(vec![Item::Rash, Item::Alopecia, Item::MucosalUlcers, Item::Pga]),
        ]);
        let visit = open(&course);
        assert_eq!(visit.finding(Item::Rash), Finding::Present);
        assert_eq!(visit.finding(Item::Alopecia), Finding::NotAssessed);
        assert_eq!(visit.finding(Item::MucosalUlcers), Finding::Absent);
        let origin = |item| visit.record(item).map(|record| record.origin);
        assert_eq!(origin(Item::MucosalUlcers), Some(Origin::Bulk));
        assert_eq!(origin(Item::Rash), Some(Origin::Entered));
        assert_eq!(visit.entry(Item::Pga), None);
    }

    #[test]
    fn a_value_goes_before_an_answer_given_together_with_others() {
        let course = edited([
            Edit::RestAbsent(vec![Item::Arthritis, Item::Myositis]),
            Edit::Type(Item::InflamedJoints, Field::Value, "4".into()),
        ]);
        assert_eq!(open(&course).entry(Item::Arthritis), None);
        assert_eq!(open(&course).finding(Item::Myositis), Finding::Absent);
    }

    #[test]
    fn another_lab_profile_changes_no_other_visit() {
        let course = edited([
            Edit::Laboratory(Item::Platelets, Field::Unit, "10*9/L".into()),
            Edit::Type(Item::Platelets, Field::Value, "250".into()),
            Edit::Add(Insert::AtEnd),
            Edit::Laboratory(Item::Platelets, Field::Unit, "/uL".into()),
        ]);
        let first = course.visits().next().expect("two visits");
        assert_eq!(first.text(Item::Platelets, Field::Unit), "10*9/L");
    }

    #[test]
    fn an_item_that_cannot_be_assessed_has_no_answer() {
        let course = edited([
            Edit::Find(Item::Rash, Finding::Present),
            Edit::Unassessable(Item::Rash, true),
            Edit::Type(Item::Pga, Field::Value, "1".into()),
            Edit::Unassessable(Item::Pga, true),
            Edit::Type(Item::Pga, Field::Value, "2".into()),
        ]);
        assert_eq!(open(&course).entry(Item::Rash), None);
        assert_eq!(open(&course).record(Item::Pga).map(|it| it.unassessable), Some(false));
    }

    #[test]
    fn a_dose_is_entered_and_taken_back_in_one_step() {
        let drug = Edit::Type(Item::Glucocorticoid, Field::Drug, "methylprednisolone".into());
        let course = edited([drug, Edit::Enter(Item::Glucocorticoid, "7.5".into())]);
        assert_eq!(open(&course).text(Item::Glucocorticoid, Field::Drug), "");
        assert_eq!(open(&course).text(Item::Glucocorticoid, Field::Value), "7.5");
    }

    #[test]
    fn marked_joints_take_the_place_of_a_count_that_was_copied() {
        use crate::session::worksheet::{JointName, Side};
        let knee = Joint { name: JointName::Knee, side: Side::Left };
        let course = edited([
            Edit::Type(Item::InflamedJoints, Field::Value, "5".into()),
            Edit::CopyLast,
            Edit::Joint(knee, JointState::NotInflamed),
            Edit::RestOfJoints,
        ]);
        let read = open(&course).read(&course.laboratory);
        assert_eq!(read.visit.count(Item::InflamedJoints).and_then(|count| count.known()), Some(0));
    }

    #[test]
    fn what_is_marked_takes_the_place_of_a_count_that_was_copied() {
        use crate::session::worksheet::{BilagDomain, BilagState, IcePoint, IceState};
        let (mut ice, mut bilag) = (IceSheet::default(), BilagSheet::default());
        ice.mark_rest(&IcePoint::ALL, IceState::Done);
        bilag.mark_rest(&BilagDomain::ALL, BilagState::NotNew);
        let typed = |item, text: &str| Edit::Type(item, Field::Value, text.into());
        let course = edited([
            typed(Item::IceScore, "7"),
            typed(Item::BilagNewA, "1"),
            typed(Item::BilagNewB, "1"),
            Edit::CopyLast,
            Edit::Ice(ice),
            Edit::Bilag(bilag),
        ]);
        let visit = open(&course).read(&course.laboratory).visit;
        let known = |item| visit.count(item).and_then(|count| count.known());
        let counts = [Item::IceScore, Item::BilagNewA, Item::BilagNewB].map(known);
        assert_eq!(counts, [Some(10), Some(0), Some(0)]);
        assert_eq!(open(&course).carried().count(), 0);
    }

    #[test]
    fn what_is_confirmed_is_carried_no_more() {
        let course = edited([
            Edit::Find(Item::Rash, Finding::Present),
            Edit::Find(Item::Alopecia, Finding::Absent),
            Edit::CopyLast,
            Edit::Confirm(vec![Item::Rash]),
        ]);
        assert_eq!(open(&course).carried().collect::<Vec<_>>(), [Item::Alopecia]);
    }

    #[test]
    fn days_in_place_of_dates_keep_no_date() {
        let course = edited([
            Edit::When("2026-01-01".into()),
            Edit::Add(Insert::AtEnd),
            Edit::When("2026-03-26".into()),
            Edit::Sampled("2026-03-20".into()),
            Edit::AddEvent(Event {
                kind: EventKind::Infusion,
                label: "infusion".into(),
                when: "2026-01-08".into(),
                is_day_zero: true,
            }),
            Edit::Timing(Timing::Days),
        ]);
        let whens: Vec<&str> = course.visits().map(|visit| visit.when.as_str()).collect();
        assert_eq!(whens, ["-7", "77"]);
        assert_eq!(open(&course).sampled, "71");
        assert_eq!(course.events.first().map(|event| event.when.as_str()), Some("0"));
    }

    #[test]
    fn an_answer_ends_that_an_item_cannot_be_assessed() {
        let course =
            edited([Edit::Unassessable(Item::Rash, true), Edit::Find(Item::Rash, Finding::Absent)]);
        assert_eq!(open(&course).record(Item::Rash).map(|record| record.unassessable), Some(false));
    }
}
