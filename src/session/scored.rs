//! A course, scored.

use std::sync::Arc;

use super::{Course, Laboratory, Occasion, Read, Said, VisitDraft, VisitId};
use crate::contract::{Problem, ProblemKind};
use crate::instruments::{Assessment, Choices, Definition, Instrument, Objection, assess};
use crate::items::{Answer, Item, Visit, Visits};
use crate::scoring::{Exact, Finding, Mention, Role};

/// The visits of a course as they were last read, so that an edit reads one
/// visit and not all.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    laboratory: Laboratory,
    known: Vec<(Arc<VisitDraft>, Arc<Read>)>,
}

impl Reader {
    /// Reads the visits of a course that have changed.
    pub fn read(&mut self, course: &Course) {
        if self.laboratory != course.laboratory {
            self.laboratory = course.laboratory.clone();
            self.known.clear();
        }
        let known = std::mem::take(&mut self.known);
        self.known = course
            .shared()
            .iter()
            .map(|visit| {
                let same = known.iter().find(|(other, _)| Arc::ptr_eq(other, visit));
                let read = same.map_or_else(
                    || Arc::new(visit.read(&self.laboratory)),
                    |(_, read)| Arc::clone(read),
                );
                (Arc::clone(visit), read)
            })
            .collect();
    }

    /// A visit, read.
    #[must_use]
    pub fn of(&self, id: VisitId) -> Option<&Arc<Read>> {
        self.known.iter().find(|(visit, _)| visit.id == id).map(|(_, read)| read)
    }

    /// The visits that an instrument takes to score one of them.
    #[must_use]
    pub fn visits(&self, course: &Course, id: VisitId) -> Visits {
        let visit = |role| {
            let id = course.compared(id, role);
            id.and_then(|id| self.of(id)).map_or(Visit::BLANK, |read| read.visit.clone())
        };
        Visits {
            current: visit(Role::Current),
            previous: visit(Role::Previous),
            baseline: visit(Role::Baseline),
        }
    }

    /// What was entered at a visit and is not used, because it cannot be read; of
    /// the visits it is compared with, what a score would read.
    #[must_use]
    pub fn unused(&self, course: &Course, id: VisitId, scored: &[Scored]) -> Vec<Mention> {
        let unused_at = |role| {
            let at = course.compared(id, role).and_then(|id| self.of(id));
            let asks = |item: &Item| {
                role == Role::Current || scored.iter().any(|it| it.reads(role, *item))
            };
            let items = Item::all().filter(|item| at.is_some_and(|it| it.is_unused(*item)));
            items.filter(asks).map(|item| Mention::of(role, item.id())).collect::<Vec<Mention>>()
        };
        Role::ALL.into_iter().flat_map(unused_at).collect()
    }

    /// What every chosen instrument makes of a visit.
    #[must_use]
    pub fn score(&self, course: &Course, id: VisitId) -> Vec<Scored> {
        let visits = self.visits(course, id);
        let has_baseline = course.compared(id, Role::Baseline).is_some();
        let occasion = course.visit(id).map_or(Occasion::Visit, |visit| visit.occasion);
        course
            .scored_at(occasion)
            .map(|(instrument, choices)| {
                if !has_baseline && compares_with_baseline(instrument.definition()) {
                    return Scored { instrument, choices, standing: Standing::IsBaseline };
                }
                Scored::of(instrument, choices, visits.clone())
            })
            .collect()
    }
}

/// Whether an instrument measures a change from the baseline.
fn compares_with_baseline(definition: &Definition) -> bool {
    definition.reads.iter().any(|reads| reads.role == Role::Baseline)
}

/// An instrument at a visit.
#[derive(Clone)]
pub struct Scored {
    /// The instrument.
    pub instrument: &'static dyn Instrument,
    /// The rule set.
    pub choices: Choices,
    /// What it says.
    pub standing: Standing,
}

/// What an instrument says of a visit.
#[derive(Clone, Debug)]
pub enum Standing {
    /// An assessment.
    Assessed(Box<Assessed>),
    /// Nothing: its options exclude each other.
    Refused(Vec<Problem>),
    /// Nothing: it measures a change, and no baseline lies before this visit.
    IsBaseline,
}

/// An assessment, and what it rests on.
#[derive(Clone, Debug)]
pub struct Assessed {
    /// What the instrument makes of the visits.
    pub assessment: Assessment,
    /// The visits, without what it cannot read.
    pub visits: Visits,
    /// What it cannot read.
    pub problems: Vec<Problem>,
    /// Whether anything that it reads says something yet.
    pub answered: bool,
}

impl Scored {
    /// Scores visits with an instrument.
    #[must_use]
    pub fn of(instrument: &'static dyn Instrument, choices: Choices, mut visits: Visits) -> Scored {
        let mut problems = Vec::new();
        let mut refused = Vec::new();
        for objection in instrument.objections(&choices, &visits) {
            match objection {
                Objection::OptionConflict { option, value, other } => refused.push(Problem {
                    path: format!("/options/{option}"),
                    item: None,
                    kind: ProblemKind::OptionConflict { value, other },
                }),
                Objection::AboveScale { role, item, highest, option: _ } => {
                    problems.push(Problem {
                        path: format!("/{}/{}/value", role.key(), item.id()),
                        item: Some(item),
                        kind: ProblemKind::OutOfRange {
                            lowest: Exact::ZERO,
                            highest,
                            unit: "",
                            above: false,
                        },
                    });
                    let visit = visits.of_mut(role);
                    *visit = visit.answers().filter(|(answered, _)| *answered != item).collect();
                }
            }
        }
        let standing = if refused.is_empty() {
            let assessment = assess(instrument, choices, &visits);
            let answered = says_something(&assessment, &visits);
            Standing::Assessed(Box::new(Assessed { assessment, visits, problems, answered }))
        } else {
            Standing::Refused(refused)
        };
        Scored { instrument, choices, standing }
    }

    /// The table of the instrument.
    #[must_use]
    pub fn definition(&self) -> &'static Definition {
        self.instrument.definition()
    }

    /// Whether it reads an item of a visit, by itself or for what that says of
    /// another.
    #[must_use]
    pub fn reads(&self, role: Role, item: Item) -> bool {
        self.definition().reads(role, self.choices, item)
    }

    /// Whether anything that it would read was entered and is not used.
    #[must_use]
    pub fn leaves_unused(&self, unused: &[Mention]) -> bool {
        let reads = |mention: &Mention| {
            Item::from_id(mention.id).is_some_and(|item| self.reads(mention.role, item))
        };
        unused.iter().any(reads)
            || self.assessed().is_some_and(|assessed| !assessed.problems.is_empty())
    }

    /// The assessment, where there is one.
    #[must_use]
    pub fn assessed(&self) -> Option<&Assessed> {
        match &self.standing {
            Standing::Assessed(assessed) => Some(assessed),
            Standing::Refused(_) | Standing::IsBaseline => None,
        }
    }

    /// What measured values were taken to say of a finding, whatever was
    /// answered.
    #[must_use]
    pub fn said(&self, item: Item) -> Option<Said> {
        let assessed = self.assessed()?;
        let by = self.instrument.derivation(&self.choices, item)?;
        let counts = self.instrument.derived(&self.choices, &assessed.visits, item)?;
        Some(Said { instrument: self.definition().id, counts, by })
    }

    /// The assessments under the other values of an option, in their order, so
    /// that a reader sees whether the choice matters for this patient. Empty
    /// where nothing can be scored.
    #[must_use]
    pub fn under_other_values(&self, option: usize) -> Vec<(usize, Scored)> {
        let (Some(assessed), Some(definition)) =
            (self.assessed(), self.definition().options.get(option))
        else {
            return Vec::new();
        };
        let chosen = self.choices.place(option);
        let others = (0..definition.values.len()).filter(|value| *value != chosen);
        others
            .map(|value| {
                let choices = self.choices.with(option, value);
                (value, Scored::of(self.instrument, choices, assessed.visits.clone()))
            })
            .collect()
    }
}

/// Whether visits say anything that an instrument reads. That something was not
/// assessed, or which visit it is, says nothing of the patient.
fn says_something(assessment: &Assessment, visits: &Visits) -> bool {
    let Assessment { definition, choices, .. } = assessment;
    let says = |role: Role, item: Item| match visits.of(role).answer(item) {
        None | Some(Answer::Finding(Finding::NotAssessed)) => false,
        Some(Answer::Attested(_)) => item != Item::FirstVisit,
        Some(Answer::Finding(_) | Answer::Measured(_) | Answer::Count(_) | Answer::Choice(_)) => {
            true
        }
    };
    Role::ALL.into_iter().any(|role| {
        definition
            .reads_at(role, *choices)
            .any(|item| says(role, item) || definition.measurements(item).any(|by| says(role, by)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::Verdict;
    use crate::session::{Edit, Field, Insert};

    fn course(edits: impl IntoIterator<Item = Edit>) -> Course {
        let mut course = Course::default();
        for edit in edits {
            course.apply(edit);
        }
        course
    }

    fn typed(item: Item, text: &str) -> Edit {
        Edit::Type(item, Field::Value, text.to_owned())
    }

    fn scored(course: &Course) -> Vec<Scored> {
        let mut reader = Reader::default();
        reader.read(course);
        reader.score(course, course.open())
    }

    #[test]
    fn one_visit_is_scored_by_every_chosen_instrument() {
        let course = course([
            Edit::Choose("sledai-2k", true),
            Edit::Choose("doris-2021", true),
            Edit::Find(Item::Rash, Finding::Present),
        ]);
        let scored = scored(&course);
        let [sledai, doris] = scored.as_slice() else { panic!("two") };
        let judgement =
            |scored: &Scored| scored.assessed().map(|it| it.assessment.judgement.clone());
        assert_eq!(
            judgement(sledai).and_then(|it| it.score).map(|score| score.lowest()),
            Some(Exact::integer(2)),
        );
        assert_eq!(judgement(doris).and_then(|it| it.verdict), Some(Verdict::NotMet));
    }

    #[test]
    fn the_visit_before_gives_the_earlier_protein() {
        let course = course([
            Edit::Choose("selena-sledai", true),
            typed(Item::UrineProtein24h, "0.2"),
            Edit::Type(Item::UrineProtein24h, Field::Unit, "g/d".into()),
            Edit::Add(Insert::AtEnd),
            typed(Item::UrineProtein24h, "0.9"),
            Edit::Type(Item::UrineProtein24h, Field::Unit, "g/d".into()),
        ]);
        let scored = scored(&course);
        let score =
            scored.first().and_then(Scored::assessed).and_then(|it| it.assessment.judgement.score);
        assert_eq!(score.map(|score| score.lowest()), Some(Exact::integer(4)));
    }

    #[test]
    fn a_change_is_not_scored_at_its_baseline() {
        let course = course([Edit::Choose("acr-eular-myositis-2016", true)]);
        assert!(matches!(
            scored(&course).first().map(|it| &it.standing),
            Some(Standing::IsBaseline)
        ));
    }

    #[test]
    fn options_that_exclude_each_other_score_nothing() {
        // Adults on the scale for children.
        let id = "acr-eular-myositis-2016";
        let course =
            course([Edit::Choose(id, true), Edit::Option(id, 1, 3), Edit::Add(Insert::AtEnd)]);
        assert!(matches!(
            scored(&course).first().map(|it| &it.standing),
            Some(Standing::Refused(_))
        ));
    }

    #[test]
    fn an_answer_that_says_nothing_leaves_the_form_blank() {
        let answered = |edit| {
            let course = course([Edit::Choose("selena-sledai", true), edit]);
            scored(&course).first().and_then(Scored::assessed).is_some_and(|it| it.answered)
        };
        assert!(!answered(Edit::Find(Item::Seizure, Finding::NotAssessed)));
        assert!(!answered(Edit::Attest(Item::FirstVisit, Some(true))));
        assert!(answered(Edit::Find(Item::Seizure, Finding::Absent)));
    }

    #[test]
    fn whether_a_choice_matters_is_told_by_scoring_again() {
        let course = course([
            Edit::Choose("eustar-2017", true),
            Edit::Find(Item::TendonFrictionRubs, Finding::Present),
            Edit::Find(Item::SkinWorsening, Finding::Absent),
            Edit::Find(Item::DigitalUlcers, Finding::Absent),
            typed(Item::Mrss, "3"),
            typed(Item::DlcoPercent, "80"),
            typed(Item::Crp, "5"),
            Edit::Type(Item::Crp, Field::Unit, "mg/L".into()),
        ]);
        let scored = scored(&course);
        let eustar = scored.first().expect("chosen");
        let verdict =
            |scored: &Scored| scored.assessed().and_then(|it| it.assessment.judgement.verdict);
        assert_eq!(verdict(eustar), Some(Verdict::Met));
        let others = eustar.under_other_values(0);
        let verdicts: Vec<_> =
            others.iter().map(|(value, other)| (*value, verdict(other))).collect();
        assert_eq!(verdicts, [(1, Some(Verdict::NotMet))]);
    }

    #[test]
    fn an_edit_reads_the_visit_that_it_changes_and_no_other() {
        let mut course = course([typed(Item::Pga, "1"), Edit::Add(Insert::AtEnd)]);
        let mut reader = Reader::default();
        reader.read(&course);
        let first = course.visits().next().map(|visit| visit.id).expect("two visits");
        let before = reader.of(first).map(Arc::clone).expect("read");
        course.apply(typed(Item::Pga, "2"));
        reader.read(&course);
        assert!(reader.of(first).is_some_and(|after| Arc::ptr_eq(&before, after)));
    }
}
