//! The words of outcomes and cohorts, put together.

use super::{English, cohort, outcomes, page, toxicity};
use crate::cohort::VerdictCounts;
use crate::contract::FileProblem;
use crate::items::Counted;
use crate::outcomes::{
    AplasiaDays, AplasiaEpisode, AplasiaSource, CountedFrom, Days, DaysBelow, Episode, First,
    Flare, LocalReaction, Mean, Run, WindowOfPlatelets,
};
use crate::scoring::{Bounds, Category, Exact, Mention, Verdict};
use crate::text::{Apart, CohortText, Language, OutcomesLanguage, OutcomesText};

impl OutcomesLanguage for English {
    fn outcomes(&self) -> &'static OutcomesText {
        &outcomes::OUTCOMES
    }

    fn cohort(&self) -> &'static CohortText {
        &cohort::COHORT
    }

    fn stop(&self, name: &str, day: Days) -> String {
        outcomes::stop(name, day)
    }

    fn days(&self, days: Days) -> String {
        outcomes::days(days)
    }

    fn grade(&self, grade: Counted) -> String {
        toxicity::grade(grade)
    }

    fn counted_from(&self, from: CountedFrom) -> &'static str {
        outcomes::counted_from(from)
    }

    fn follow_up(&self, days: Option<Days>) -> String {
        outcomes::follow_up(days)
    }

    fn mean(&self, mean: Option<&Mean>, names: &[String]) -> String {
        outcomes::mean(mean, names)
    }

    fn left_out(&self, names: &[String]) -> String {
        outcomes::left_out(names)
    }

    fn first(&self, first: First) -> String {
        outcomes::first(first)
    }

    fn before(&self, verdict: Verdict) -> String {
        outcomes::before(verdict)
    }

    fn run(&self, run: &Run, names: &[String]) -> String {
        outcomes::run(run, names)
    }

    fn flare(&self, flare: &Flare, names: &[String]) -> String {
        outcomes::flare(flare, names)
    }

    fn adjusted_mean_of(&self, sheet: &str, window_days: Option<i32>) -> String {
        let title = outcomes::OUTCOMES.adjusted_mean.title;
        let name = English.instrument_name(sheet);
        let window = window_days.map(|days| format!(", {days}-day window"));
        format!("{title} {name}{}", window.unwrap_or_default())
    }

    fn index_change(
        &self,
        baseline: Option<Bounds>,
        last: Option<Bounds>,
        name: Option<&str>,
    ) -> String {
        outcomes::index_change(baseline, last, name)
    }

    fn response(&self, instrument: &str, level: Option<Category>, name: Option<&str>) -> String {
        outcomes::response(instrument, level, name)
    }

    fn aplasia_source(&self, source: AplasiaSource) -> &'static str {
        toxicity::aplasia_source(source)
    }

    fn aplasia_episode(&self, episode: &AplasiaEpisode) -> String {
        toxicity::aplasia_episode(episode)
    }

    fn aplasia_days(&self, days: AplasiaDays) -> String {
        toxicity::aplasia_days(days)
    }

    fn aplasia_contradiction(&self, days: &[i32], events: bool) -> String {
        toxicity::aplasia_contradiction(days, events)
    }

    fn undated(&self, count: usize) -> String {
        toxicity::undated(count)
    }

    fn worst_grade(&self, worst: Option<Counted>) -> String {
        toxicity::worst_grade(worst)
    }

    fn episode(&self, episode: &Episode, names: &[String]) -> String {
        toxicity::episode(episode, names)
    }

    fn open_checks(&self, open: &[String]) -> String {
        toxicity::open_checks(open)
    }

    fn not_graded(&self, names: &[String]) -> String {
        toxicity::not_graded(names)
    }

    fn platelet_days(&self, window: &WindowOfPlatelets, below: &[DaysBelow]) -> String {
        toxicity::platelet_days(window, below)
    }

    fn no_platelets(&self, has_infusion: bool) -> &'static str {
        toxicity::no_platelets(has_infusion)
    }

    fn local_reaction(&self, reaction: &LocalReaction, name: &str) -> String {
        toxicity::local_reaction(reaction, name)
    }

    fn of_patients(&self, count: usize, of: usize) -> String {
        cohort::of_patients(count, of)
    }

    fn median(&self, median: Exact, lowest: Exact, highest: Exact) -> String {
        cohort::median(median, lowest, highest)
    }

    fn mean_and_deviation(&self, mean: Exact, deviation: Option<Exact>) -> String {
        cohort::mean_and_deviation(mean, deviation)
    }

    fn verdict_counts(&self, counts: VerdictCounts) -> String {
        cohort::verdict_counts(counts)
    }

    fn last_and_ever(&self, last: Option<Verdict>, ever: Option<Verdict>) -> String {
        cohort::last_and_ever(last, ever)
    }

    fn unused_at(&self, file: &str, visit: &str, entries: &[Mention]) -> String {
        format!("{file}, {visit}: {}", English.unused(entries))
    }

    fn repeated(&self, pseudonyms: &[String]) -> String {
        cohort::repeated(pseudonyms)
    }

    fn why_not_read(&self, problem: &FileProblem) -> String {
        page::why_not_read(problem)
    }

    fn flares_not_chosen(&self) -> &'static str {
        outcomes::FLARES_NOT_CHOSEN
    }

    fn by_visit(&self, verdicts: &[(Verdict, Vec<String>)]) -> String {
        outcomes::by_visit(verdicts)
    }

    fn grades_by_day(&self, days: &[(i32, Counted)]) -> String {
        toxicity::grades_by_day(days)
    }

    fn level_counts(&self, counts: &[(&'static str, usize)]) -> String {
        cohort::level_counts(counts)
    }

    fn grade_counts(&self, counts: &[(&'static str, usize)]) -> String {
        cohort::grade_counts(counts)
    }

    fn apart(&self, counts: &[(Apart, usize)]) -> String {
        cohort::apart(counts)
    }

    fn apart_word(&self, apart: Apart) -> &'static str {
        cohort::reason(apart)
    }
}
