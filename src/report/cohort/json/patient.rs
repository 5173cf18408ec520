//! A patient of a cohort as JSON.

use serde::Serialize;

use crate::cohort::Patient;
use crate::outcomes::Attained;
use crate::report::outcomes::{DaysJson, FirstJson, GradeJson, MeanJson, aplasia_status};
use crate::report::result::rule_set;
use crate::scoring::Category;

#[derive(Serialize)]
pub(super) struct PatientJson<'a> {
    name: &'a str,
    file: &'a str,
    stored_results_differ: bool,
    unused: Vec<UnusedJson<'a>>,
    diseases: Vec<&'static str>,
    follow_up: Option<DaysJson>,
    attained: Vec<AttainedOfPatientJson>,
    adjusted_mean: Vec<PatientMeanJson>,
    index: Option<IndexJson>,
    response: Option<&'static str>,
    worst: Vec<WorstJson>,
    aplasia: AplasiaOfPatientJson,
}

#[derive(Serialize)]
struct UnusedJson<'a> {
    visit: &'a str,
    items: Vec<&'static str>,
}

#[derive(Serialize)]
struct AttainedOfPatientJson {
    instrument: &'static str,
    rule_set: String,
    at_last: Option<&'static str>,
    ever: Option<&'static str>,
    first: FirstJson,
}

#[derive(Serialize)]
struct PatientMeanJson {
    instrument: &'static str,
    window_days: Option<i32>,
    #[serde(flatten)]
    figure: Option<MeanJson>,
}

#[derive(Serialize)]
struct IndexJson {
    instrument: &'static str,
    rule_set: String,
    baseline: Option<MeanJson>,
    last: Option<MeanJson>,
    change: Option<MeanJson>,
}

#[derive(Serialize)]
struct WorstJson {
    instrument: &'static str,
    #[serde(flatten)]
    worst: Option<GradeJson>,
}

#[derive(Serialize)]
struct AplasiaOfPatientJson {
    status: &'static str,
    #[serde(flatten)]
    days: Option<DaysJson>,
}

impl<'a> PatientJson<'a> {
    pub(super) fn of(patient: &'a Patient) -> PatientJson<'a> {
        let outcomes = &patient.outcomes;
        let lupus = outcomes.lupus.as_ref();
        let attained = lupus.into_iter().flat_map(|it| it.attained.iter().chain(&it.drug_free));
        let means = lupus.into_iter().flat_map(|it| &it.adjusted_means);
        let (status, days) = aplasia_status(outcomes.aplasia.days());
        let response = outcomes.myositis.as_ref().map(|response| match response.level {
            Some(Category::Known(name)) => name,
            Some(Category::Open) => "undetermined",
            None => "not_scored",
        });
        PatientJson {
            name: patient.name(),
            file: &patient.file,
            stored_results_differ: patient.differs,
            unused: patient
                .unused
                .iter()
                .map(|it| UnusedJson {
                    visit: &it.visit,
                    items: it.entries.iter().map(|entry| entry.id).collect(),
                })
                .collect(),
            diseases: outcomes.diseases.iter().map(|disease| disease.code()).collect(),
            follow_up: outcomes.follow_up.map(DaysJson::of),
            attained: attained.map(AttainedOfPatientJson::of).collect(),
            adjusted_mean: means
                .map(|it| PatientMeanJson {
                    instrument: it.sheet.id,
                    window_days: it.window_days(),
                    figure: it.mean.as_ref().map(|mean| MeanJson::of(mean.value)),
                })
                .collect(),
            index: outcomes.sclerosis.as_ref().map(|change| IndexJson {
                instrument: change.definition.id,
                rule_set: rule_set(change.definition, change.choices),
                baseline: change.baseline.map(MeanJson::of),
                last: change.last.map(MeanJson::of),
                change: change.rise().map(MeanJson::of),
            }),
            response,
            worst: outcomes
                .gradings
                .iter()
                .map(|grading| WorstJson {
                    instrument: grading.definition.id,
                    worst: grading.worst.map(GradeJson::of),
                })
                .collect(),
            aplasia: AplasiaOfPatientJson { status, days: days.map(DaysJson::of) },
        }
    }
}

impl AttainedOfPatientJson {
    fn of(attained: &Attained) -> AttainedOfPatientJson {
        AttainedOfPatientJson {
            instrument: attained.definition.id,
            rule_set: rule_set(attained.definition, attained.choices),
            at_last: attained.at_last.map(|verdict| verdict.code()),
            ever: attained.ever.map(|verdict| verdict.code()),
            first: FirstJson::of(attained.first),
        }
    }
}
