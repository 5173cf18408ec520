//! What a course comes to, over its visits: means over time, times to remission
//! and how long it lasted, days without B cells, flares, episodes of toxicity.
//!
//! An outcome is a function of the course alone. Each states its rule in its
//! module. What a visit lacks is never filled in: a number of days lies between
//! two others then, a verdict stays open, and what was left out is told.

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

mod adjusted_mean;
mod aplasia;
mod attained;
mod change;
mod days;
mod flares;
mod grading;
mod local_reaction;
mod platelets;
mod timeline;

pub use adjusted_mean::{AdjustedMean, Mean};
pub use aplasia::{Aplasia, AplasiaDays, AplasiaEpisode, AplasiaSource};
pub use attained::{Attained, First, Run, RunEnd, VisitVerdict};
pub use change::{Change, Response};
pub use days::Days;
pub use flares::Flare;
pub use grading::{Check, DayGrade, Episode, EpisodeEnd, Grading};
pub use local_reaction::{LocalReaction, Onset};
pub use platelets::{DaysBelow, Platelets, Window, WindowOfPlatelets};
pub use timeline::{CountedFrom, Stop, Timeline};

use self::timeline::Followed;
use crate::instruments::{Disease, find};
use crate::session::Course;

/// What a course comes to.
#[derive(Clone, Debug)]
pub struct Outcomes {
    /// What stands for the patient.
    pub pseudonym: String,
    /// The diseases that are scored.
    pub diseases: Vec<Disease>,
    /// The visits and checks. What names one of them gives its place here.
    pub timeline: Timeline,
    /// The days from day zero to the last visit; nothing where no day zero is
    /// known, or no visit after it.
    pub follow_up: Option<Days>,
    /// Of lupus, where it is scored.
    pub lupus: Option<LupusOutcomes>,
    /// The activity of systemic sclerosis, where it is scored.
    pub sclerosis: Option<Change>,
    /// The response of myositis, where it is scored.
    pub myositis: Option<Response>,
    /// The days without B cells.
    pub aplasia: Aplasia,
    /// Cytokine release and neurotoxicity, each from check to check.
    pub gradings: Vec<Grading>,
    /// The days with few platelets.
    pub platelets: Platelets,
    /// The local reactions.
    pub local_reactions: Vec<LocalReaction>,
}

/// What a course of lupus comes to.
#[derive(Clone, Debug)]
pub struct LupusOutcomes {
    /// The adjusted mean, by sheet.
    pub adjusted_means: Vec<AdjustedMean>,
    /// Remission and low disease activity.
    pub attained: Vec<Attained>,
    /// Remission off therapy: clinical, and complete.
    pub drug_free: Vec<Attained>,
    /// What the flare index says of every visit with an earlier one.
    pub flares: Vec<Flare>,
    /// Whether that index was chosen to be scored, and so its questions asked.
    pub flares_chosen: bool,
}

impl Outcomes {
    /// What a course comes to. Its visits are taken in the order of time,
    /// whatever the order they stand in.
    #[must_use]
    pub fn of(course: &Course) -> Outcomes {
        let followed = Followed::of(course);
        let course = &followed.course;
        let has = |disease: Disease| course.has_disease(disease);
        let gradings = ["crs-astct-2019", "icans-astct-2019"].into_iter().filter_map(find);
        Outcomes {
            pseudonym: course.pseudonym.clone(),
            diseases: Disease::ALL.into_iter().filter(|disease| has(*disease)).collect(),
            follow_up: follow_up(&followed.timeline),
            lupus: has(Disease::Lupus).then(|| LupusOutcomes {
                adjusted_means: adjusted_mean::adjusted_means(&followed),
                attained: attained::attained(&followed),
                drug_free: attained::drug_free(&followed),
                flares: flares::flares(&followed),
                flares_chosen: course.score(flares::FLARE_INDEX).chosen,
            }),
            sclerosis: Change::of(&followed),
            myositis: Response::of(&followed),
            aplasia: Aplasia::of(&followed),
            gradings: gradings.map(|instrument| Grading::of(&followed, instrument)).collect(),
            platelets: Platelets::of(&followed),
            local_reactions: local_reaction::local_reactions(&followed),
            timeline: followed.timeline,
        }
    }

    /// The grades of an instrument from check to check.
    #[must_use]
    pub fn grading(&self, instrument: &str) -> Option<&Grading> {
        self.gradings.iter().find(|grading| grading.definition.id == instrument)
    }
}

/// The days from day zero to the last visit.
fn follow_up(timeline: &Timeline) -> Option<Days> {
    let (_, last) = timeline.visits().next_back()?;
    let counts = timeline.counted_from.is_zero() && !last.day.is_before(0);
    counts.then(|| last.day.not_before(0))
}
