//! What the open visit comes to, for whoever shows it.

use std::sync::Arc;

use super::{Course, Field, Read, Reader, Scored, VisitDraft, field_of};
use crate::contract::{Json, Problem};
use crate::instruments::Derivation;
use crate::items::plausible::{Implausible, question};
use crate::items::{Group, Item, Kind};
use crate::scoring::{Finding, Mention, Role, Warning, WarningCode};

/// The open visit of a course: read, scored, and scored at the visits it is
/// compared with.
#[derive(Clone)]
pub struct Overview {
    /// The course, read.
    pub reader: Reader,
    /// The open visit, as it was entered.
    pub draft: Arc<VisitDraft>,
    /// The open visit, read.
    pub read: Arc<Read>,
    /// What each chosen instrument makes of it.
    pub scored: Vec<Scored>,
    /// What each of them made of the visit before.
    pub previous: Vec<Scored>,
    /// What each of them made of the baseline.
    pub baseline: Vec<Scored>,
    /// What was entered and is not used, because it cannot be read: at the open
    /// visit, and of the others what a score would read there.
    pub unused: Vec<Mention>,
}

/// What measured values were taken to say of a finding.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// The instrument that takes them so.
    pub instrument: &'static str,
    /// Whether it counts.
    pub counts: bool,
    /// By which rule.
    pub by: Derivation,
}

impl Overview {
    /// Looks at the open visit, with what was read of the course before.
    #[must_use]
    pub fn of(course: &Course, mut reader: Reader) -> Overview {
        reader.read(course);
        let open = course.open();
        let at = |role| {
            let compared = course.compared(open, role);
            compared.map(|id| reader.score(course, id)).unwrap_or_default()
        };
        let draft = course.shared().iter().find(|visit| visit.id == open);
        let draft = draft.map_or_else(|| Arc::new(VisitDraft::new(open)), Arc::clone);
        let read = reader.of(open).map(Arc::clone);
        let read = read.unwrap_or_else(|| Arc::new(draft.read(&course.laboratory)));
        let scored = reader.score(course, open);
        let (previous, baseline) = (at(Role::Previous), at(Role::Baseline));
        let unused = reader.unused(course, open, &scored);
        Overview { reader, draft, read, scored, previous, baseline, unused }
    }

    /// What an instrument makes of the open visit.
    #[must_use]
    pub fn of_instrument(&self, id: &str) -> Option<&Scored> {
        self.scored.iter().find(|scored| scored.definition().id == id)
    }

    /// Whether an item still waits for an answer. What cannot be assessed does
    /// not; what was carried over does.
    #[must_use]
    pub fn is_open(&self, item: Item) -> bool {
        if self.draft.record(item).is_some_and(|record| record.unassessable) {
            return false;
        }
        let visit = &self.read.visit;
        match item.kind() {
            Kind::Finding => {
                visit.finding(item) == Finding::NotAssessed && self.said(item).is_empty()
            }
            Kind::Attestation => item != Item::FirstVisit && visit.answer(item).is_none(),
            // A total of a record is there or is not; nobody owes one. Nor does
            // anything wait for what is only on record.
            _ if item.group() == Group::EarlierTotals || item == Item::LocalReactionOrgan => false,
            // One enzyme is enough to go on.
            _ if item.group() == Group::Enzymes => Item::all()
                .filter(|it| it.group() == Group::Enzymes)
                .all(|it| visit.answer(it).is_none()),
            Kind::Measurement(_) | Kind::Count { .. } | Kind::Choice(_) => {
                visit.answer(item).is_none()
                    && !item.measured_by().iter().any(|by| visit.answer(*by).is_some())
            }
        }
    }

    /// What measured values say of a finding that nobody answered, by each
    /// instrument that reads it.
    #[must_use]
    pub fn said(&self, item: Item) -> Vec<Said> {
        if self.read.visit.finding(item) != Finding::NotAssessed {
            return Vec::new();
        }
        self.derived(item)
    }

    /// What measured values say of a finding, whatever was answered.
    #[must_use]
    pub fn derived(&self, item: Item) -> Vec<Said> {
        self.scored.iter().filter_map(|scored| scored.said(item)).collect()
    }

    /// Whether what was answered to a finding differs from what every
    /// instrument makes of its measured values.
    #[must_use]
    pub fn overrides(&self, item: Item) -> bool {
        let answered = self.read.visit.finding(item);
        let derived = self.derived(item);
        let differs = |said: &Said| match answered {
            Finding::Present => !said.counts,
            Finding::Absent | Finding::OtherCause => said.counts,
            Finding::NotAssessed => false,
        };
        !derived.is_empty() && derived.iter().all(differs)
    }

    /// The measurements of a finding that a rule would take, and that wait for
    /// a value of an earlier visit.
    #[must_use]
    pub fn needs_earlier(&self, item: Item) -> bool {
        let earlier = Mention::of(Role::Previous, item.id());
        let measured = |by: &Item| self.read.visit.answer(*by).is_some();
        let waits = |scored: &Scored| {
            let rule = scored.instrument.derivation(&scored.choices, item);
            matches!(rule, Some(Derivation::Protein { rise: Some(_), .. }))
                && scored.said(item).is_none()
                && scored
                    .assessed()
                    .is_some_and(|it| it.assessment.judgement.missing.contains(&earlier))
        };
        item.measured_by().iter().any(measured) && self.scored.iter().any(waits)
    }

    /// Whether an item counts from a number alone, and nobody said that the
    /// disease caused it.
    #[must_use]
    pub fn asks_cause(&self, item: Item) -> bool {
        self.warnings_of(item).any(|(_, it)| it.code == WarningCode::AttributionUnconfirmed)
    }

    /// The warnings about an item, each with the instrument that gives it.
    pub fn warnings_of(&self, item: Item) -> impl Iterator<Item = (&'static str, &Warning)> {
        let mention = Mention::of(Role::Current, item.id());
        self.assessments().flat_map(move |(id, judgement)| {
            let warnings = judgement.warnings.iter();
            warnings.filter(move |it| it.items.contains(&mention)).map(move |it| (id, it))
        })
    }

    fn assessments(&self) -> impl Iterator<Item = (&'static str, &crate::scoring::Judgement)> {
        self.scored.iter().filter_map(|scored| {
            Some((scored.definition().id, &scored.assessed()?.assessment.judgement))
        })
    }

    /// What is wrong with an input of the open visit.
    #[must_use]
    pub fn problem(&self, item: Item, field: Field) -> Option<&Problem> {
        let of_scale = self.scored.iter().filter_map(Scored::assessed).flat_map(|it| &it.problems);
        let of_scale = of_scale.filter(|it| it.path.starts_with("/current/"));
        let mut problems = self.read.problems.iter().chain(of_scale);
        problems.find(|problem| problem.item == Some(item) && field_of(problem) == field)
    }

    /// Whether a value is possible, and hardly ever seen.
    #[must_use]
    pub fn implausible(&self, item: Item) -> Option<Implausible> {
        // A bound is no value that could be unusual: it is what a laboratory
        // prints at the ends of its range.
        let value = self.read.visit.number(item)?.known()?;
        let limit = self.read.visit.measured(item).and_then(|measured| measured.limit);
        let unit = match self.read.answers.member(item.id()).and_then(|it| it.member("unit")) {
            Some(Json::Text(unit)) => unit.as_ref(),
            _ => "",
        };
        question(item, value, unit, limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Edit;

    fn overview(edits: impl IntoIterator<Item = Edit>) -> Overview {
        let mut course = Course::default();
        course.apply(Edit::Choose("sledai-2k", true));
        course.apply(Edit::Choose("selena-sledai", true));
        for edit in edits {
            course.apply(edit);
        }
        Overview::of(&course, Reader::default())
    }

    fn typed(item: Item, text: &str) -> Edit {
        Edit::Type(item, Field::Value, text.to_owned())
    }

    #[test]
    fn an_item_is_open_until_it_is_answered_measured_or_said_to_be_unassessable() {
        assert!(overview([]).is_open(Item::Arthritis));
        assert!(!overview([typed(Item::InflamedJoints, "2")]).is_open(Item::Arthritis));
        assert!(!overview([Edit::Find(Item::Arthritis, Finding::Absent)]).is_open(Item::Arthritis));
        assert!(
            overview([Edit::Find(Item::Arthritis, Finding::NotAssessed)]).is_open(Item::Arthritis)
        );
        assert!(!overview([Edit::Unassessable(Item::Arthritis, true)]).is_open(Item::Arthritis));
        let carried = [Edit::Find(Item::Arthritis, Finding::Absent), Edit::CopyLast];
        assert!(overview(carried).is_open(Item::Arthritis));
    }

    #[test]
    fn two_joints_are_arthritis_for_one_sheet_and_none_for_the_other() {
        let overview = overview([typed(Item::InflamedJoints, "2")]);
        let said: Vec<_> =
            overview.said(Item::Arthritis).iter().map(|it| (it.instrument, it.counts)).collect();
        assert_eq!(said, [("sledai-2k", true), ("selena-sledai", false)]);
        assert!(!overview.overrides(Item::Arthritis));
    }

    #[test]
    fn an_answer_against_every_rule_is_an_override() {
        let joints = typed(Item::InflamedJoints, "5");
        let overrides = |finding| {
            overview([joints.clone(), Edit::Find(Item::Arthritis, finding)])
                .overrides(Item::Arthritis)
        };
        assert!(overrides(Finding::Absent));
        assert!(overrides(Finding::OtherCause));
        assert!(!overrides(Finding::Present));
        assert!(!overrides(Finding::NotAssessed));
    }

    /// The flare index waits for all of the visit before: that says nothing of
    /// how a value here was read.
    #[test]
    fn only_a_value_that_may_have_risen_waits_for_an_earlier_one() {
        let course = |edits: Vec<Edit>| {
            let mut course = Course::default();
            course.apply(Edit::Choose("selena-flare-index", true));
            edits.into_iter().for_each(|edit| course.apply(edit));
            Overview::of(&course, Reader::default())
        };
        let unit = |unit: &str| Edit::Type(Item::Upcr, Field::Unit, unit.into());
        let blank = course(vec![]);
        assert!(!Item::all().any(|item| blank.needs_earlier(item)));
        let above = course(vec![typed(Item::Upcr, "0.9"), unit("g/g")]);
        assert!(above.needs_earlier(Item::Proteinuria));
        assert!(!above.needs_earlier(Item::Rash));
        let below = course(vec![typed(Item::Upcr, "0.2"), unit("g/g")]);
        assert!(!below.needs_earlier(Item::Proteinuria));
    }

    #[test]
    fn a_number_that_counts_alone_asks_for_its_cause() {
        let low = [typed(Item::Wbc, "2.1"), Edit::Type(Item::Wbc, Field::Unit, "10*9/L".into())];
        assert!(overview(low.clone()).asks_cause(Item::Leukopenia));
        let answered = low.into_iter().chain([Edit::Find(Item::Leukopenia, Finding::OtherCause)]);
        assert!(!overview(answered).asks_cause(Item::Leukopenia));
    }
}
