//! Outcomes as data. The keys are documented in `docs/files.md`.

mod disease;
mod safety;

use serde::Serialize;

pub(in crate::report) use self::disease::FirstJson;
use self::disease::{AdjustedMeanJson, AttainedJson, ChangeJson, FlareJson, ResponseJson};
use self::safety::{AplasiaJson, GradingJson, LocalReactionJson, PlateletsJson};
pub(in crate::report) use self::safety::{GradeJson, aplasia_status};
use crate::outcomes::{CountedFrom, Days, Outcomes, Stop};
use crate::report::document::layout::lines;
use crate::report::number::Number;
use crate::report::{CONTRACT, ENGINE};
use crate::scoring::{Bounds, Category};

/// The name and the schema of the format.
const FORMAT: &str = "rheumscore-outcomes";
const SCHEMA: u32 = 1;

/// Writes the outcomes of a course as JSON.
#[must_use]
pub fn outcomes_json(outcomes: &Outcomes) -> String {
    lines(&OutcomesJson::of(outcomes))
}

#[derive(Serialize)]
struct OutcomesJson<'a> {
    format: &'static str,
    schema: u32,
    contract: u32,
    engine: &'static str,
    pseudonym: &'a str,
    diseases: Vec<&'static str>,
    days_from: Option<&'static str>,
    infusion: Option<i32>,
    visits: Vec<StopJson<'a>>,
    follow_up: Option<DaysJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lupus: Option<LupusJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sclerosis: Option<ChangeJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    myositis: Option<ResponseJson>,
    aplasia: AplasiaJson,
    grades: Vec<GradingJson>,
    platelets: PlateletsJson,
    local_reactions: Vec<LocalReactionJson>,
}

impl<'a> OutcomesJson<'a> {
    fn of(outcomes: &'a Outcomes) -> OutcomesJson<'a> {
        let timeline = &outcomes.timeline;
        OutcomesJson {
            format: FORMAT,
            schema: SCHEMA,
            contract: CONTRACT,
            engine: ENGINE,
            pseudonym: &outcomes.pseudonym,
            diseases: outcomes.diseases.iter().map(|disease| disease.code()).collect(),
            days_from: days_from(timeline.counted_from),
            infusion: timeline.infusion,
            visits: timeline.stops.iter().map(StopJson::of).collect(),
            follow_up: outcomes.follow_up.map(DaysJson::of),
            lupus: outcomes.lupus.as_ref().map(|lupus| LupusJson {
                adjusted_mean: lupus.adjusted_means.iter().map(AdjustedMeanJson::of).collect(),
                attained: lupus.attained.iter().map(AttainedJson::of).collect(),
                drug_free: lupus.drug_free.iter().map(AttainedJson::of).collect(),
                flares: lupus.flares.iter().map(FlareJson::of).collect(),
                flares_chosen: lupus.flares_chosen,
            }),
            sclerosis: outcomes.sclerosis.as_ref().map(ChangeJson::of),
            myositis: outcomes.myositis.as_ref().map(ResponseJson::of),
            aplasia: AplasiaJson::of(&outcomes.aplasia),
            grades: outcomes.gradings.iter().map(GradingJson::of).collect(),
            platelets: PlateletsJson::of(&outcomes.platelets),
            local_reactions: outcomes.local_reactions.iter().map(LocalReactionJson::of).collect(),
        }
    }
}

const fn days_from(from: CountedFrom) -> Option<&'static str> {
    match from {
        CountedFrom::DayZero => Some("day_zero"),
        CountedFrom::Baseline => Some("baseline"),
        CountedFrom::FirstDated => Some("first_dated"),
        CountedFrom::Nothing => None,
    }
}

/// A day or a number of days.
#[derive(Serialize)]
pub(in crate::report) struct DaysJson {
    days: Option<i32>,
    min: Option<i32>,
    max: Option<i32>,
}

impl DaysJson {
    pub(in crate::report) fn of(days: Days) -> DaysJson {
        DaysJson { days: days.known(), min: days.lowest(), max: days.highest() }
    }
}

#[derive(Serialize)]
struct StopJson<'a> {
    label: &'a str,
    occasion: &'static str,
    day: Option<i32>,
    min: Option<i32>,
    max: Option<i32>,
}

impl<'a> StopJson<'a> {
    fn of(stop: &'a Stop) -> StopJson<'a> {
        let Stop { label, occasion, day, number: _, visit: _ } = stop;
        let DaysJson { days, min, max } = DaysJson::of(*day);
        StopJson { label, occasion: occasion.code(), day: days, min, max }
    }
}

#[derive(Serialize)]
struct LupusJson {
    adjusted_mean: Vec<AdjustedMeanJson>,
    attained: Vec<AttainedJson>,
    drug_free: Vec<AttainedJson>,
    flares: Vec<FlareJson>,
    flares_chosen: bool,
}

/// A number, or what it can be.
#[derive(Serialize)]
pub(in crate::report) struct MeanJson {
    value: Option<Number>,
    min: Number,
    max: Number,
}

impl MeanJson {
    pub(in crate::report) fn of(bounds: Bounds) -> MeanJson {
        MeanJson {
            value: bounds.known().map(Number),
            min: Number(bounds.lowest()),
            max: Number(bounds.highest()),
        }
    }
}

/// The name of a level; nothing while it is open.
const fn known(level: Category) -> Option<&'static str> {
    match level {
        Category::Known(name) => Some(name),
        Category::Open => None,
    }
}
