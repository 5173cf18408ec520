//! What cell therapy did, as data.

use serde::Serialize;

use super::{DaysJson, known};
use crate::items::Counted;
use crate::outcomes::{
    Aplasia, AplasiaDays, AplasiaSource, Days, Episode, EpisodeEnd, Grading, LocalReaction,
    Platelets,
};
use crate::report::result::rule_set;

#[derive(Serialize)]
pub(super) struct AplasiaJson {
    source: Option<&'static str>,
    status: &'static str,
    total: Option<DaysJson>,
    episodes: Vec<AplasiaEpisodeJson>,
    contradicting: Vec<i32>,
    events_contradict: bool,
    undated: usize,
}

#[derive(Serialize)]
struct AplasiaEpisodeJson {
    gone: DaysJson,
    back: Option<DaysJson>,
    duration: DaysJson,
    since_infusion: DaysJson,
    before_infusion: bool,
}

impl AplasiaJson {
    pub(super) fn of(aplasia: &Aplasia) -> AplasiaJson {
        let (status, total) = aplasia_status(aplasia.days());
        AplasiaJson {
            source: match aplasia.source {
                AplasiaSource::Events => Some("events"),
                AplasiaSource::EventsAndCounts => Some("events_and_counts"),
                AplasiaSource::Counts => Some("counts"),
                AplasiaSource::Nothing => None,
            },
            status,
            total: total.map(DaysJson::of),
            episodes: aplasia
                .episodes
                .iter()
                .map(|episode| AplasiaEpisodeJson {
                    gone: DaysJson::of(episode.gone),
                    back: episode.back.map(DaysJson::of),
                    duration: DaysJson::of(episode.days),
                    since_infusion: DaysJson::of(episode.since_infusion),
                    before_infusion: episode.is_before,
                })
                .collect(),
            contradicting: aplasia.contradicting.clone(),
            events_contradict: aplasia.events_contradict,
            undated: aplasia.undated,
        }
    }
}

/// What is known of all days without B cells, by a stable name.
pub(in crate::report) const fn aplasia_status(days: AplasiaDays) -> (&'static str, Option<Days>) {
    match days {
        AplasiaDays::Over(days) => ("over", Some(days)),
        AplasiaDays::Lasting(days) => ("not_back", Some(days)),
        AplasiaDays::NeverSeen => ("never_gone", None),
        AplasiaDays::Contradictory => ("contradictory", None),
        AplasiaDays::Unknown => ("unknown", None),
    }
}

#[derive(Serialize)]
pub(super) struct GradingJson {
    instrument: &'static str,
    rule_set: String,
    worst: Option<GradeJson>,
    days: Vec<DayGradeJson>,
    checks: Vec<CheckJson>,
    not_graded: Vec<usize>,
    episodes: Vec<EpisodeJson>,
    undated_treatments: usize,
}

/// A grade, or what it can be.
#[derive(Serialize)]
pub(in crate::report) struct GradeJson {
    grade: Option<u32>,
    min: u32,
    max: u32,
}

impl GradeJson {
    pub(in crate::report) fn of(grade: Counted) -> GradeJson {
        GradeJson { grade: grade.known(), min: grade.lowest(), max: grade.highest() }
    }
}

#[derive(Serialize)]
struct DayGradeJson {
    day: i32,
    #[serde(flatten)]
    grade: GradeJson,
}

#[derive(Serialize)]
struct CheckJson {
    visit: usize,
    #[serde(flatten)]
    grade: GradeJson,
}

#[derive(Serialize)]
struct EpisodeJson {
    onset: DaysJson,
    worst: GradeJson,
    worst_on: Option<DaysJson>,
    last: DaysJson,
    end: &'static str,
    ended_by: Option<usize>,
    open: Vec<usize>,
    tocilizumab: Vec<i32>,
    glucocorticoid: Vec<i32>,
}

impl GradingJson {
    pub(super) fn of(grading: &Grading) -> GradingJson {
        let days = grading.days.iter();
        let checks = grading.checks.iter();
        GradingJson {
            instrument: grading.definition.id,
            rule_set: rule_set(grading.definition, grading.choices),
            worst: grading.worst.map(GradeJson::of),
            days: days
                .map(|it| DayGradeJson { day: it.day, grade: GradeJson::of(it.grade) })
                .collect(),
            checks: checks
                .map(|it| CheckJson { visit: it.stop, grade: GradeJson::of(it.grade) })
                .collect(),
            not_graded: grading.not_graded.clone(),
            episodes: grading.episodes.iter().map(EpisodeJson::of).collect(),
            undated_treatments: grading.undated_treatments,
        }
    }
}

impl EpisodeJson {
    fn of(episode: &Episode) -> EpisodeJson {
        let (end, ended_by) = match episode.end {
            EpisodeEnd::By(stop) => ("ended", Some(stop)),
            EpisodeEnd::Ongoing => ("ongoing", None),
            EpisodeEnd::Open => ("undetermined", None),
        };
        EpisodeJson {
            onset: DaysJson::of(episode.onset),
            worst: GradeJson::of(episode.worst),
            worst_on: episode.worst_on.map(DaysJson::of),
            last: DaysJson::of(episode.last),
            end,
            ended_by,
            open: episode.open.clone(),
            tocilizumab: episode.tocilizumab.clone(),
            glucocorticoid: episode.glucocorticoid.clone(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct PlateletsJson {
    values: usize,
    undated: usize,
    below: Vec<BelowJson>,
    windows: Vec<WindowJson>,
}

#[derive(Serialize)]
struct BelowJson {
    window: &'static str,
    below: u32,
    item: Option<&'static str>,
    days: Option<u32>,
    min: u32,
    max: u32,
}

#[derive(Serialize)]
struct WindowJson {
    window: &'static str,
    measured: usize,
    grade: Option<&'static str>,
}

impl PlateletsJson {
    pub(super) fn of(platelets: &Platelets) -> PlateletsJson {
        let below = platelets.below.iter().map(|it| BelowJson {
            window: it.window.code,
            below: it.limit,
            item: it.item.map(|item| item.id()),
            days: it.days.known(),
            min: it.days.lowest(),
            max: it.days.highest(),
        });
        let windows = platelets.windows.iter();
        PlateletsJson {
            values: platelets.values,
            undated: platelets.undated,
            below: below.collect(),
            windows: windows
                .map(|it| WindowJson {
                    window: it.window.code,
                    measured: it.measured,
                    grade: known(it.grade),
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct LocalReactionJson {
    visit: usize,
    organ: Option<&'static str>,
    grade: Option<&'static str>,
    onset: Option<&'static str>,
    after_infusion: Option<DaysJson>,
}

impl LocalReactionJson {
    pub(super) fn of(reaction: &LocalReaction) -> LocalReactionJson {
        LocalReactionJson {
            visit: reaction.stop,
            organ: reaction.organ,
            grade: known(reaction.grade),
            onset: reaction.onset.map(|onset| onset.code()),
            after_infusion: reaction.after.map(DaysJson::of),
        }
    }
}
