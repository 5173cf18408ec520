//! What several courses come to together, as a case series prints it.
//!
//! # What it measures
//! How many patients of a cohort were in remission or responded, how active
//! their disease was and is, how bad the toxicity of cell therapy was, how long
//! they were followed and how long B cells were gone.
//!
//! # The rule
//! Every figure says of how many patients it is. Counts are of those whose
//! disease is scored; those of toxicity of all. A median of an even number is
//! the mean of the two in the middle; the standard deviation is that of a
//! sample. Patients under different rule sets are not counted together where
//! the rule set decides: remission and the EUSTAR index have a row for each.
//!
//! # Missing answers
//! What is open for a patient enters no mean and no median: it is counted apart,
//! by why it is open. An index is compared only in patients for whom it is known
//! at both visits.
//!
//! # What it is not for
//! Comparing groups: nothing here is a test. Estimates over time with censoring.
//!
//! # Sources
//! The outcomes of a course. What a table of a case series holds is a choice of
//! this project.

#![cfg_attr(
    not(test),
    deny(
        clippy::as_conversions,
        clippy::float_arithmetic,
        clippy::indexing_slicing,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::wildcard_enum_match_arm
    )
)]

mod counts;
mod sample;

pub use counts::{
    AplasiaOfCohort, AttainedOfCohort, ChangeOfCohort, GradesOfCohort, MeanOfCohort,
    ResponseOfCohort, VerdictCounts,
};
pub use sample::{Moments, Sample};

use crate::instruments::Disease;
use crate::outcomes::{AplasiaSource, CountedFrom, Outcomes};
use crate::scoring::{Exact, Mention};

/// A patient of a cohort.
#[derive(Clone, Debug)]
pub struct Patient {
    /// The name of the file.
    pub file: String,
    /// Whether results that the file holds differ from what is computed now.
    pub differs: bool,
    /// What was entered and cannot be read, visit by visit: it counts nowhere.
    pub unused: Vec<Unused>,
    /// What the course comes to.
    pub outcomes: Outcomes,
}

/// What was entered at a visit and cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unused {
    /// What the visit is called.
    pub visit: String,
    /// The items.
    pub entries: Vec<Mention>,
}

/// What several courses come to.
#[derive(Clone, Debug)]
pub struct Cohort {
    /// The patients, by their names.
    pub patients: Vec<Patient>,
    /// Pseudonyms that several of them have: one patient may be counted twice.
    pub repeated: Vec<String>,
    /// How long they were followed.
    pub follow_up: FollowUp,
    /// Of lupus.
    pub lupus: LupusOfCohort,
    /// The activity of systemic sclerosis, by rule set.
    pub sclerosis: Vec<ChangeOfCohort>,
    /// The response of myositis.
    pub myositis: Option<ResponseOfCohort>,
    /// Cytokine release and neurotoxicity, where anybody was treated with cells.
    pub grades: Vec<GradesOfCohort>,
    /// The days without B cells, likewise.
    pub aplasia: Option<AplasiaOfCohort>,
}

/// How long patients were followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// The days from day zero to the last visit.
    pub days: Sample,
    /// Those whose last visit has no day.
    pub open: usize,
    /// Those without a day zero, or without a visit since.
    pub unknown: usize,
    /// How many count from their baseline, as no event is said to be day zero.
    pub from_baseline: usize,
}

/// What the courses of lupus come to.
#[derive(Clone, Debug)]
pub struct LupusOfCohort {
    /// How many patients there are.
    pub of: usize,
    /// Remission and low disease activity, by rule set.
    pub attained: Vec<AttainedOfCohort>,
    /// The adjusted means, by sheet.
    pub adjusted_means: Vec<MeanOfCohort>,
}

impl Patient {
    /// What stands for the patient; the name of the file where nothing does.
    #[must_use]
    pub fn name(&self) -> &str {
        let pseudonym = self.outcomes.pseudonym.trim();
        if pseudonym.is_empty() { &self.file } else { pseudonym }
    }
}

impl Cohort {
    /// What these courses come to, whatever their order.
    #[must_use]
    pub fn of(mut patients: Vec<Patient>) -> Cohort {
        patients.sort_by(|one, other| (one.name(), &one.file).cmp(&(other.name(), &other.file)));
        let outcomes: Vec<&Outcomes> = patients.iter().map(|patient| &patient.outcomes).collect();
        let is_treated = |outcomes: &&Outcomes| {
            outcomes.diseases.contains(&Disease::CellTherapy)
                || outcomes.aplasia.source != AplasiaSource::Nothing
                || outcomes
                    .gradings
                    .iter()
                    .any(|it| !it.checks.is_empty() || !it.not_graded.is_empty())
        };
        let any_treated = outcomes.iter().any(is_treated);
        let grades = || ["crs-astct-2019", "icans-astct-2019"].into_iter();
        Cohort {
            repeated: repeated(&patients),
            follow_up: FollowUp::of(&outcomes),
            lupus: LupusOfCohort {
                of: outcomes.iter().filter(|it| it.lupus.is_some()).count(),
                attained: counts::attained(&outcomes),
                adjusted_means: counts::adjusted_means(&outcomes),
            },
            sclerosis: counts::changes(&outcomes),
            myositis: ResponseOfCohort::of(&outcomes),
            grades: grades()
                .filter(|_| any_treated)
                .filter_map(|id| GradesOfCohort::of(&outcomes, id))
                .collect(),
            aplasia: any_treated.then(|| AplasiaOfCohort::of(&outcomes)),
            patients,
        }
    }
}

/// Pseudonyms that several patients have.
fn repeated(patients: &[Patient]) -> Vec<String> {
    let pseudonyms = patients.iter().map(|it| it.outcomes.pseudonym.trim());
    let pseudonyms: Vec<&str> = pseudonyms.filter(|it| !it.is_empty()).collect();
    let mut repeated: Vec<String> = Vec::new();
    for pseudonym in &pseudonyms {
        let is_repeated = pseudonyms.iter().filter(|it| it == &pseudonym).count() > 1;
        if is_repeated && repeated.last().is_none_or(|last| last != pseudonym) {
            repeated.push((*pseudonym).to_owned());
        }
    }
    repeated
}

impl FollowUp {
    fn of(outcomes: &[&Outcomes]) -> FollowUp {
        let days = outcomes.iter().filter_map(|it| it.follow_up);
        let known = days.clone().filter_map(|days| days.known());
        let open = days.filter(|days| days.known().is_none());
        FollowUp {
            days: known.map(|days| Exact::integer(i64::from(days))).collect(),
            open: open.count(),
            unknown: outcomes.iter().filter(|it| it.follow_up.is_none()).count(),
            from_baseline: outcomes
                .iter()
                .filter(|it| it.timeline.counted_from == CountedFrom::Baseline)
                .filter(|it| it.follow_up.is_some())
                .count(),
        }
    }
}
