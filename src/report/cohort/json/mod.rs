//! A cohort as JSON. The keys are documented in `docs/files.md`.

mod patient;

use serde::Serialize;

use self::patient::PatientJson;
use super::{Unread, deviation};
use crate::cohort::{
    AplasiaOfCohort, AttainedOfCohort, ChangeOfCohort, Cohort, FollowUp, GradesOfCohort,
    MeanOfCohort, ResponseOfCohort, Sample, VerdictCounts,
};
use crate::report::document::layout::lines;
use crate::report::number::Number;
use crate::report::result::rule_set;
use crate::report::{CONTRACT, ENGINE};

/// The name and the schema of the format.
const FORMAT: &str = "rheumscore-cohort";
const SCHEMA: u32 = 1;

/// Writes a cohort as JSON.
#[must_use]
pub fn cohort_json(cohort: &Cohort, unread: &[Unread]) -> String {
    lines(&CohortJson::of(cohort, unread))
}

#[derive(Serialize)]
struct CohortJson<'a> {
    format: &'static str,
    schema: u32,
    contract: u32,
    engine: &'static str,
    count: usize,
    repeated: &'a [String],
    unread: Vec<UnreadJson<'a>>,
    follow_up: FollowUpJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    lupus: Option<LupusJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sclerosis: Vec<ChangeJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    myositis: Option<ResponseJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    grades: Vec<GradesJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    aplasia: Option<AplasiaJson>,
    patients: Vec<PatientJson<'a>>,
}

#[derive(Serialize)]
struct UnreadJson<'a> {
    file: &'a str,
    reason: &'a str,
}

/// A median with its range, and of how many patients it is.
#[derive(Serialize)]
struct SampleJson {
    patients: usize,
    median: Option<Number>,
    min: Option<Number>,
    max: Option<Number>,
}

impl SampleJson {
    fn of(sample: &Sample) -> SampleJson {
        SampleJson {
            patients: sample.len(),
            median: sample.median().map(Number),
            min: sample.lowest().map(Number),
            max: sample.highest().map(Number),
        }
    }
}

#[derive(Serialize)]
struct FollowUpJson {
    of: usize,
    days: SampleJson,
    open: usize,
    unknown: usize,
    from_baseline: usize,
}

#[derive(Serialize)]
struct LupusJson {
    of: usize,
    attained: Vec<AttainedJson>,
    adjusted_mean: Vec<AdjustedMeanJson>,
}

#[derive(Serialize)]
struct AttainedJson {
    instrument: &'static str,
    rule_set: String,
    of: usize,
    at_last: VerdictsJson,
    ever: VerdictsJson,
}

#[derive(Serialize)]
struct VerdictsJson {
    met: usize,
    not_met: usize,
    undetermined: usize,
    no_visit: usize,
}

impl VerdictsJson {
    const fn of(counts: VerdictCounts) -> VerdictsJson {
        let VerdictCounts { met, not_met, undetermined, no_visit } = counts;
        VerdictsJson { met, not_met, undetermined, no_visit }
    }
}

#[derive(Serialize)]
struct AdjustedMeanJson {
    instrument: &'static str,
    window_days: Option<i32>,
    of: usize,
    mean: SampleJson,
    open: usize,
    unknown: usize,
}

impl AdjustedMeanJson {
    fn of(row: &MeanOfCohort) -> AdjustedMeanJson {
        AdjustedMeanJson {
            instrument: row.sheet.id,
            window_days: row.window_days,
            of: row.of,
            mean: SampleJson::of(&row.known),
            open: row.open,
            unknown: row.unknown,
        }
    }
}

#[derive(Serialize)]
struct ChangeJson {
    instrument: &'static str,
    rule_set: String,
    of: usize,
    baseline: SampleJson,
    last: SampleJson,
    change: SampleJson,
    undetermined: usize,
    no_later_visit: usize,
}

#[derive(Serialize)]
struct CountJson {
    level: &'static str,
    patients: usize,
}

fn counts(counts: &[(&'static str, usize)]) -> Vec<CountJson> {
    counts.iter().map(|(level, patients)| CountJson { level, patients: *patients }).collect()
}

#[derive(Serialize)]
struct ResponseJson {
    instrument: &'static str,
    rule_sets: Vec<String>,
    of: usize,
    levels: Vec<CountJson>,
    undetermined: usize,
    not_scored: usize,
}

#[derive(Serialize)]
struct GradesJson {
    instrument: &'static str,
    of: usize,
    worst: Vec<CountJson>,
    undetermined: usize,
    not_graded: usize,
}

#[derive(Serialize)]
struct AplasiaJson {
    of: usize,
    mean: Option<Number>,
    sd: Option<Number>,
    days: SampleJson,
    between: usize,
    not_back: usize,
    never_gone: usize,
    contradictory: usize,
    unknown: usize,
}

impl<'a> CohortJson<'a> {
    fn of(cohort: &'a Cohort, unread: &'a [Unread]) -> CohortJson<'a> {
        let of = cohort.patients.len();
        let FollowUp { days, open, unknown, from_baseline } = &cohort.follow_up;
        let lupus = &cohort.lupus;
        let unread = unread.iter().map(|it| UnreadJson { file: &it.file, reason: &it.reason });
        CohortJson {
            format: FORMAT,
            schema: SCHEMA,
            contract: CONTRACT,
            engine: ENGINE,
            count: of,
            repeated: &cohort.repeated,
            unread: unread.collect(),
            follow_up: FollowUpJson {
                of,
                days: SampleJson::of(days),
                open: *open,
                unknown: *unknown,
                from_baseline: *from_baseline,
            },
            lupus: (lupus.of > 0).then(|| LupusJson {
                of: lupus.of,
                attained: lupus.attained.iter().map(AttainedJson::of).collect(),
                adjusted_mean: lupus.adjusted_means.iter().map(AdjustedMeanJson::of).collect(),
            }),
            sclerosis: cohort.sclerosis.iter().map(ChangeJson::of).collect(),
            myositis: cohort.myositis.as_ref().map(ResponseJson::of),
            grades: cohort.grades.iter().map(GradesJson::of).collect(),
            aplasia: cohort.aplasia.as_ref().map(AplasiaJson::of),
            patients: cohort.patients.iter().map(PatientJson::of).collect(),
        }
    }
}

impl AttainedJson {
    fn of(row: &AttainedOfCohort) -> AttainedJson {
        AttainedJson {
            instrument: row.definition.id,
            rule_set: rule_set(row.definition, row.choices),
            of: row.of,
            at_last: VerdictsJson::of(row.at_last),
            ever: VerdictsJson::of(row.ever),
        }
    }
}

impl ChangeJson {
    fn of(row: &ChangeOfCohort) -> ChangeJson {
        ChangeJson {
            instrument: row.definition.id,
            rule_set: rule_set(row.definition, row.choices),
            of: row.of,
            baseline: SampleJson::of(&row.baseline),
            last: SampleJson::of(&row.last),
            change: SampleJson::of(&row.rise),
            undetermined: row.open,
            no_later_visit: row.no_later,
        }
    }
}

impl ResponseJson {
    fn of(row: &ResponseOfCohort) -> ResponseJson {
        let rule_sets = row.rule_sets.iter();
        ResponseJson {
            instrument: row.definition.id,
            rule_sets: rule_sets.map(|choices| rule_set(row.definition, *choices)).collect(),
            of: row.of,
            levels: counts(&row.levels),
            undetermined: row.open,
            not_scored: row.not_scored,
        }
    }
}

impl GradesJson {
    fn of(row: &GradesOfCohort) -> GradesJson {
        GradesJson {
            instrument: row.definition.id,
            of: row.of,
            worst: counts(&row.grades),
            undetermined: row.open,
            not_graded: row.not_graded,
        }
    }
}

impl AplasiaJson {
    fn of(row: &AplasiaOfCohort) -> AplasiaJson {
        AplasiaJson {
            of: row.of,
            mean: row.moments.map(|moments| Number(moments.mean)),
            sd: row.moments.as_ref().and_then(deviation).map(Number),
            days: SampleJson::of(&row.sample()),
            between: row.between,
            not_back: row.lasting,
            never_gone: row.never_seen,
            contradictory: row.contradictory,
            unknown: row.unknown,
        }
    }
}
