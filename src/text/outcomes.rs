//! The words of what a course comes to, and of several courses together.

use super::Language;
use crate::cohort::VerdictCounts;
use crate::contract::FileProblem;
use crate::items::Counted;
use crate::outcomes::{
    AplasiaDays, AplasiaEpisode, AplasiaSource, CountedFrom, Days, DaysBelow, Episode, First,
    Flare, LocalReaction, Mean, Run, WindowOfPlatelets,
};
use crate::scoring::{Bounds, Category, Exact, Mention, Verdict};

/// What is said of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutcomeText {
    /// Its name.
    pub title: &'static str,
    /// Its rule, in a few sentences.
    pub rule: &'static str,
}

/// Words of the outcomes of a course that stand as they are.
#[derive(Debug)]
pub struct OutcomesText {
    /// The heading over all of them.
    pub title: &'static str,
    /// How time is counted.
    pub time: OutcomeText,
    /// The adjusted mean; the name of its sheet follows the title.
    pub adjusted_mean: OutcomeText,
    /// Remission and low disease activity.
    pub attained: OutcomeText,
    /// Remission off therapy.
    pub drug_free: OutcomeText,
    /// Flares.
    pub flares: OutcomeText,
    /// The index of systemic sclerosis.
    pub sclerosis: OutcomeText,
    /// The response of myositis.
    pub myositis: OutcomeText,
    /// Days without B cells.
    pub aplasia: OutcomeText,
    /// Cytokine release and neurotoxicity; the name of each stands alone.
    pub grading: OutcomeText,
    /// Days with few platelets.
    pub platelets: OutcomeText,
    /// Local reactions.
    pub local_reactions: OutcomeText,
    /// Where there is nothing to tell.
    pub none: &'static str,
}

/// Words of a cohort that stand as they are.
#[derive(Debug)]
pub struct CohortText {
    /// The heading.
    pub title: &'static str,
    /// Over the figures of all patients.
    pub everyone: &'static str,
    /// Over the figures of toxicity.
    pub safety: &'static str,
    /// Over the patients one by one.
    pub patients: &'static str,
    /// Over the files that could not be read.
    pub unread: &'static str,
    /// The columns of the table: the figure, its value, for how many patients it
    /// is known, and who was counted apart.
    pub columns: [&'static str; 4],
    /// The number of patients.
    pub count: &'static str,
    /// The days from day zero to the last visit.
    pub follow_up: &'static str,
    /// At the last visit.
    pub at_last: &'static str,
    /// At any visit since day zero.
    pub ever: &'static str,
    /// A number at the baseline, and how it is summed up.
    pub baseline: &'static str,
    /// The same at the last visit.
    pub last: &'static str,
    /// By how much it changed.
    pub change: &'static str,
    /// The last visit, by that name.
    pub last_visit: &'static str,
    /// The worst grade.
    pub worst: &'static str,
    /// A median with its range.
    pub median: &'static str,
    /// A mean with its standard deviation.
    pub mean: &'static str,
    /// Before what else is to be said of a patient.
    pub note: &'static str,
    /// What the page of it is for, and that nothing is kept.
    pub lead: &'static str,
    /// Opens files of courses.
    pub add: &'static str,
    /// Opens invented ones.
    pub invented: &'static str,
    /// Lets go of all of them.
    pub remove_all: &'static str,
    /// Saves it as a text.
    pub save_text: &'static str,
    /// Saves it as a table.
    pub save_table: &'static str,
    /// Saves it as data.
    pub save_data: &'static str,
    /// That results of a file differ from what is computed now.
    pub differs: &'static str,
}

/// Why patients were counted apart from a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// Their number lies between two others.
    Between,
    /// What is not known decides.
    Undetermined,
    /// Nothing is known.
    Unknown,
    /// There is no day zero, or no visit since.
    NoFollowUp,
    /// Their days are counted from the baseline; they are counted nevertheless.
    FromBaseline,
    /// There is no visit after the baseline.
    NoLaterVisit,
    /// There are no two days with a visit.
    NoTwoDays,
    /// B cells are not back.
    NotBack,
    /// B cells were never missing.
    NeverGone,
    /// Events and counts contradict each other.
    Contradictory,
    /// They were never graded.
    NotGraded,
}

/// What a language says of a whole course and of several patients.
///
/// It stands apart from [`Language`], so that what shows single visits does not
/// carry its words. `names` are those of the visits and checks, by their places.
pub trait OutcomesLanguage: Language {
    /// The words of the outcomes that stand as they are.
    fn outcomes(&self) -> &'static OutcomesText;
    /// The words of a cohort that stand as they are.
    fn cohort(&self) -> &'static CohortText;

    /// A visit or check by its name and day: "Month 3 (day 91)".
    fn stop(&self, name: &str, day: Days) -> String;
    /// A number of days: "91 days", "28 to 91 days", "at least 31 days".
    fn days(&self, days: Days) -> String;
    /// A grade, or what it can be.
    fn grade(&self, grade: Counted) -> String;

    /// From what days are counted.
    fn counted_from(&self, from: CountedFrom) -> &'static str;
    /// How long a patient was followed.
    fn follow_up(&self, days: Option<Days>) -> String;
    /// An adjusted mean, over which days, and at which visits it is open.
    fn mean(&self, mean: Option<&Mean>, names: &[String]) -> String;
    /// The name of an adjusted mean: of a sheet whose scores look so many days
    /// back.
    fn adjusted_mean_of(&self, sheet: &str, window_days: Option<i32>) -> String;
    /// Visits that are left out, as they have no day; empty where there are
    /// none.
    fn left_out(&self, names: &[String]) -> String;
    /// When a definition was first met.
    fn first(&self, first: First) -> String;
    /// The verdict of the last visit before day zero; empty where there is
    /// nothing to say.
    fn before(&self, verdict: Verdict) -> String;
    /// The verdicts of all visits: each with those that have it.
    fn by_visit(&self, verdicts: &[(Verdict, Vec<String>)]) -> String;
    /// A run of visits that meet a definition.
    fn run(&self, run: &Run, names: &[String]) -> String;
    /// That the flare index was not chosen to be scored.
    fn flares_not_chosen(&self) -> &'static str;
    /// What the flare index says of a visit.
    fn flare(&self, flare: &Flare, names: &[String]) -> String;
    /// An index at the baseline and at the last visit, of this name.
    fn index_change(
        &self,
        baseline: Option<Bounds>,
        last: Option<Bounds>,
        name: Option<&str>,
    ) -> String;
    /// A level of response, at the visit of this name.
    fn response(&self, instrument: &str, level: Option<Category>, name: Option<&str>) -> String;
    /// From what days without B cells are told.
    fn aplasia_source(&self, source: AplasiaSource) -> &'static str;
    /// A time without B cells.
    fn aplasia_episode(&self, episode: &AplasiaEpisode) -> String;
    /// The days without B cells, in all.
    fn aplasia_days(&self, days: AplasiaDays) -> String;
    /// The days on which counts contradict events, and whether events contradict
    /// each other; empty where nothing does.
    fn aplasia_contradiction(&self, days: &[i32], events: bool) -> String;
    /// How many values or events have no day and are left out; empty where all
    /// have.
    fn undated(&self, count: usize) -> String;
    /// The worst grade of all checks.
    fn worst_grade(&self, worst: Option<Counted>) -> String;
    /// The worst grade of each day.
    fn grades_by_day(&self, days: &[(i32, Counted)]) -> String;
    /// An episode of toxicity.
    fn episode(&self, episode: &Episode, names: &[String]) -> String;
    /// Checks whose grade is open, and checks at which this grade was not asked;
    /// each empty where there are none.
    fn open_checks(&self, open: &[String]) -> String;
    /// See above.
    fn not_graded(&self, names: &[String]) -> String;
    /// The days below the limits within a window, and the grade they give.
    fn platelet_days(&self, window: &WindowOfPlatelets, below: &[DaysBelow]) -> String;
    /// That no days with few platelets can be told, and why.
    fn no_platelets(&self, has_infusion: bool) -> &'static str;
    /// A local reaction at the visit of this name.
    fn local_reaction(&self, reaction: &LocalReaction, name: &str) -> String;

    /// How many patients are meant of how many: "2 of 3".
    fn of_patients(&self, count: usize, of: usize) -> String;
    /// A median with its range: "182 (91 to 365)".
    fn median(&self, median: Exact, lowest: Exact, highest: Exact) -> String;
    /// A mean with its standard deviation: "112 ± 47".
    fn mean_and_deviation(&self, mean: Exact, deviation: Option<Exact>) -> String;
    /// How many patients have which verdict.
    fn verdict_counts(&self, counts: VerdictCounts) -> String;
    /// How many patients have which level.
    fn level_counts(&self, counts: &[(&'static str, usize)]) -> String;
    /// How many patients have which grade.
    fn grade_counts(&self, counts: &[(&'static str, usize)]) -> String;
    /// Those who were counted apart, by why; empty where nobody was.
    fn apart(&self, counts: &[(Apart, usize)]) -> String;
    /// Why a patient was counted apart.
    fn apart_word(&self, apart: Apart) -> &'static str;
    /// The verdict of a patient at the last visit and at any.
    fn last_and_ever(&self, last: Option<Verdict>, ever: Option<Verdict>) -> String;
    /// What was entered at a visit of a file and counts nowhere, as it cannot be
    /// read.
    fn unused_at(&self, file: &str, visit: &str, entries: &[Mention]) -> String;
    /// That these pseudonyms stand for several files.
    fn repeated(&self, pseudonyms: &[String]) -> String;
    /// Why a file of a cohort was not read: "it is not a complete JSON file".
    fn why_not_read(&self, problem: &FileProblem) -> String;
}
