//! What is of a disease, as data.

use serde::Serialize;

use super::{DaysJson, MeanJson, known};
use crate::outcomes::{AdjustedMean, Attained, Change, Days, First, Flare, Response, Run, RunEnd};
use crate::report::result::rule_set;
use crate::scoring::Category;

#[derive(Serialize)]
pub(super) struct AdjustedMeanJson {
    instrument: &'static str,
    rule_set: String,
    mean: Option<MeanJson>,
    from: Option<i32>,
    to: Option<i32>,
    visits: Vec<usize>,
    open: Vec<usize>,
    left_out: Vec<usize>,
}

impl AdjustedMeanJson {
    pub(super) fn of(adjusted: &AdjustedMean) -> AdjustedMeanJson {
        let mean = adjusted.mean.as_ref();
        AdjustedMeanJson {
            instrument: adjusted.sheet.id,
            rule_set: rule_set(adjusted.sheet, adjusted.choices),
            mean: mean.map(|mean| MeanJson::of(mean.value)),
            from: mean.map(|mean| mean.from),
            to: mean.map(|mean| mean.to),
            visits: mean.map(|mean| mean.visits.clone()).unwrap_or_default(),
            open: mean.map(|mean| mean.open.clone()).unwrap_or_default(),
            left_out: adjusted.left_out.clone(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct AttainedJson {
    instrument: &'static str,
    rule_set: String,
    verdicts: Vec<VerdictJson>,
    before: Option<&'static str>,
    at_last: Option<&'static str>,
    ever: Option<&'static str>,
    first: FirstJson,
    runs: Vec<RunJson>,
}

#[derive(Serialize)]
struct VerdictJson {
    visit: usize,
    verdict: &'static str,
}

impl AttainedJson {
    pub(super) fn of(attained: &Attained) -> AttainedJson {
        let verdicts = attained.verdicts.iter();
        AttainedJson {
            instrument: attained.definition.id,
            rule_set: rule_set(attained.definition, attained.choices),
            verdicts: verdicts
                .map(|it| VerdictJson { visit: it.stop, verdict: it.verdict.code() })
                .collect(),
            before: attained.before.map(|verdict| verdict.code()),
            at_last: attained.at_last.map(|verdict| verdict.code()),
            ever: attained.ever.map(|verdict| verdict.code()),
            first: FirstJson::of(attained.first),
            runs: attained.runs.iter().map(RunJson::of).collect(),
        }
    }
}

/// When a definition was first met.
#[derive(Serialize)]
pub(in crate::report) struct FirstJson {
    status: &'static str,
    days: Option<i32>,
    min: Option<i32>,
    max: Option<i32>,
    last_visit: Option<i32>,
}

impl FirstJson {
    pub(in crate::report) fn of(first: First) -> FirstJson {
        let (status, days, last_visit) = match first {
            First::After(days) => ("reached", days, None),
            First::Perhaps { earliest, last } => {
                ("undetermined", Days::between(Some(earliest), None), last)
            }
            First::NotBy { last } => ("not_reached", Days::ANY, last),
            First::NoDayZero => ("no_day_zero", Days::ANY, None),
            First::NoVisit => ("no_visit", Days::ANY, None),
        };
        let DaysJson { days, min, max } = DaysJson::of(days);
        FirstJson { status, days, min, max, last_visit }
    }
}

#[derive(Serialize)]
struct RunJson {
    from: DaysJson,
    to: DaysJson,
    duration: DaysJson,
    end: &'static str,
    ended_by: Option<usize>,
    visits: Vec<usize>,
    open: Vec<usize>,
}

impl RunJson {
    fn of(run: &Run) -> RunJson {
        let (end, ended_by) = match run.end {
            RunEnd::By(stop) => ("ended", Some(stop)),
            RunEnd::Lasting => ("lasting", None),
            RunEnd::Open => ("undetermined", None),
        };
        RunJson {
            from: DaysJson::of(run.from),
            to: DaysJson::of(run.to),
            duration: DaysJson::of(run.days),
            end,
            ended_by,
            visits: run.visits.clone(),
            open: run.open.clone(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct FlareJson {
    visit: usize,
    since: usize,
    level: Option<&'static str>,
    fired: Vec<&'static str>,
    open: Vec<&'static str>,
    by_treatment_alone: Option<&'static str>,
    without_treatment: Option<&'static str>,
}

impl FlareJson {
    pub(super) fn of(flare: &Flare) -> FlareJson {
        FlareJson {
            visit: flare.stop,
            since: flare.since,
            level: known(flare.level),
            fired: flare.fired.clone(),
            open: flare.open.clone(),
            by_treatment_alone: flare.by_treatment_alone.map(|verdict| verdict.code()),
            without_treatment: known(flare.without_treatment),
        }
    }
}

#[derive(Serialize)]
pub(super) struct ChangeJson {
    instrument: &'static str,
    rule_set: String,
    baseline: Option<MeanJson>,
    last: Option<MeanJson>,
    change: Option<MeanJson>,
    visit: Option<usize>,
}

impl ChangeJson {
    pub(super) fn of(change: &Change) -> ChangeJson {
        ChangeJson {
            instrument: change.definition.id,
            rule_set: rule_set(change.definition, change.choices),
            baseline: change.baseline.map(MeanJson::of),
            last: change.last.map(MeanJson::of),
            change: change.rise().map(MeanJson::of),
            visit: change.last_stop,
        }
    }
}

#[derive(Serialize)]
pub(super) struct ResponseJson {
    instrument: &'static str,
    rule_set: String,
    status: &'static str,
    level: Option<&'static str>,
    visit: Option<usize>,
}

impl ResponseJson {
    pub(super) fn of(response: &Response) -> ResponseJson {
        let status = match response.level {
            Some(Category::Known(_)) => "known",
            Some(Category::Open) => "undetermined",
            None => "no_baseline_before",
        };
        ResponseJson {
            instrument: response.definition.id,
            rule_set: rule_set(response.definition, response.choices),
            status,
            level: response.level.and_then(known),
            visit: response.stop,
        }
    }
}
