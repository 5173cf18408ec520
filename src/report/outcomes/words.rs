//! Outcomes in words: sections with a rule each, for the page as for a terminal.

use crate::instruments::{Choices, Definition};
use crate::outcomes::{AdjustedMean, Aplasia, Attained, Grading, Outcomes, Timeline};
use crate::report::note::one_line;
use crate::scoring::Verdict;
use crate::session::Occasion;
use crate::text::{OutcomeText, OutcomesLanguage};

/// An outcome in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeSection {
    /// Its name.
    pub title: &'static str,
    /// Its rule, in a few sentences.
    pub rule: &'static str,
    /// What there is to tell.
    pub blocks: Vec<OutcomeBlock>,
}

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeBlock {
    /// What they are about, where a section tells of several things; else empty.
    pub name: String,
    /// The lines, a sentence or more each.
    pub lines: Vec<String>,
}

/// The outcomes of a course in words, in the order in which they are told. What
/// is of a disease is told where that is scored.
#[must_use]
pub fn outcomes(outcomes: &Outcomes, language: &dyn OutcomesLanguage) -> Vec<OutcomeSection> {
    let names = stop_names(&outcomes.timeline, language);
    let writer = Writer { outcomes, language, names };
    let words = language.outcomes();
    let mut sections = vec![section(words.time, vec![alone(writer.time())])];
    if let Some(lupus) = &outcomes.lupus {
        let means = lupus.adjusted_means.iter().map(|mean| writer.adjusted_mean(mean));
        sections.push(section(words.adjusted_mean, means.collect()));
        let attained = |all: &[Attained]| all.iter().map(|it| writer.attained(it)).collect();
        sections.push(section(words.attained, attained(&lupus.attained)));
        sections.push(section(words.drug_free, attained(&lupus.drug_free)));
        let mut flares: Vec<String> =
            lupus.flares.iter().map(|flare| language.flare(flare, &writer.names)).collect();
        if !lupus.flares_chosen && !flares.is_empty() {
            flares.insert(0, language.flares_not_chosen().to_owned());
        }
        sections.push(section(words.flares, vec![alone(flares)]));
    }
    if let Some(change) = &outcomes.sclerosis {
        let name = change.last_stop.and_then(|stop| writer.name(stop));
        let line = language.index_change(change.baseline, change.last, name);
        let name = rule_set(change.definition, change.choices, language);
        let block = OutcomeBlock { name, lines: vec![line] };
        sections.push(section(words.sclerosis, vec![block]));
    }
    if let Some(response) = &outcomes.myositis {
        let name = response.stop.and_then(|stop| writer.name(stop));
        let line = language.response(response.definition.id, response.level, name);
        let name = rule_set(response.definition, response.choices, language);
        let block = OutcomeBlock { name, lines: vec![line] };
        sections.push(section(words.myositis, vec![block]));
    }
    sections.push(section(words.aplasia, vec![alone(writer.aplasia(&outcomes.aplasia))]));
    let gradings = outcomes.gradings.iter().map(|grading| writer.grading(grading));
    sections.push(section(words.grading, gradings.collect()));
    sections.push(section(words.platelets, vec![alone(writer.platelets())]));
    let reactions = outcomes.local_reactions.iter().filter_map(|reaction| {
        Some(language.local_reaction(reaction, writer.name(reaction.stop)?))
    });
    sections.push(section(words.local_reactions, vec![alone(reactions.collect())]));
    sections
}

/// The same as a text, a heading a section.
#[must_use]
pub fn outcomes_text(of: &Outcomes, language: &dyn OutcomesLanguage) -> String {
    let words = language.outcomes();
    let mut text = words.title.to_owned();
    let pseudonym = one_line(&of.pseudonym);
    if !pseudonym.is_empty() {
        text = text + ": " + &pseudonym;
    }
    text.push('\n');
    for section in outcomes(of, language) {
        text = text + "\n" + section.title + "\n";
        for OutcomeBlock { name, lines } in section.blocks {
            let (indent, name) = if name.is_empty() { ("  ", None) } else { ("    ", Some(name)) };
            text.extend(name.map(|name| format!("  {name}\n")));
            let none = lines.is_empty().then(|| words.none.to_owned());
            text.extend(lines.into_iter().chain(none).map(|line| format!("{indent}{line}\n")));
        }
        text = text + "  [" + section.rule + "]\n";
    }
    text
}

/// The names of the visits and checks, with their days, by their places.
pub(in crate::report) fn stop_names(
    timeline: &Timeline,
    language: &dyn OutcomesLanguage,
) -> Vec<String> {
    let named = timeline.stops.iter().map(|stop| {
        let label = one_line(&stop.label);
        let name = match stop.occasion {
            _ if !label.is_empty() => label,
            Occasion::Visit => language.visit_number(stop.number),
            Occasion::SafetyCheck => language.check_number(stop.number),
        };
        language.stop(&name, stop.day)
    });
    named.collect()
}

/// A rule set in words.
pub(in crate::report) fn rule_set(
    definition: &Definition,
    choices: Choices,
    language: &dyn OutcomesLanguage,
) -> String {
    let values: Vec<&str> = definition.chosen(choices).map(|(_, value)| value.code).collect();
    language.rule_set(definition, &values)
}

fn section(text: OutcomeText, blocks: Vec<OutcomeBlock>) -> OutcomeSection {
    OutcomeSection { title: text.title, rule: text.rule, blocks }
}

/// Lines of a section that tells of one thing, without those that say nothing.
fn alone(lines: Vec<String>) -> OutcomeBlock {
    block(String::new(), lines)
}

fn block(name: String, lines: Vec<String>) -> OutcomeBlock {
    OutcomeBlock { name, lines: lines.into_iter().filter(|line| !line.is_empty()).collect() }
}

/// Tells of the outcomes of a course.
struct Writer<'a> {
    outcomes: &'a Outcomes,
    language: &'a dyn OutcomesLanguage,
    names: Vec<String>,
}

impl Writer<'_> {
    fn name(&self, stop: usize) -> Option<&str> {
        self.names.get(stop).map(String::as_str)
    }

    fn named(&self, stops: &[usize]) -> Vec<String> {
        stops.iter().filter_map(|stop| self.names.get(*stop)).cloned().collect()
    }

    fn time(&self) -> Vec<String> {
        let from = self.outcomes.timeline.counted_from;
        let followed = self.language.follow_up(self.outcomes.follow_up);
        vec![self.language.counted_from(from).to_owned(), followed]
    }

    fn adjusted_mean(&self, adjusted: &AdjustedMean) -> OutcomeBlock {
        let mean = self.language.mean(adjusted.mean.as_ref(), &self.names);
        let left_out = self.language.left_out(&self.named(&adjusted.left_out));
        let name = self.language.instrument_name(adjusted.sheet.id).to_owned();
        block(name, vec![mean, left_out])
    }

    fn attained(&self, attained: &Attained) -> OutcomeBlock {
        let language = self.language;
        let with = |verdict: Verdict| {
            let visits = attained.verdicts.iter().filter(|visit| visit.verdict == verdict);
            (verdict, self.named(&visits.map(|visit| visit.stop).collect::<Vec<usize>>()))
        };
        let verdicts = [Verdict::Met, Verdict::NotMet, Verdict::Undetermined].map(with);
        let mut lines = vec![language.first(attained.first)];
        lines.extend(attained.before.map(|before| language.before(before)));
        lines.extend(attained.runs.iter().map(|run| language.run(run, &self.names)));
        lines.push(language.by_visit(&verdicts));
        block(rule_set(attained.definition, attained.choices, language), lines)
    }

    fn aplasia(&self, aplasia: &Aplasia) -> Vec<String> {
        let language = self.language;
        let mut lines = vec![language.aplasia_source(aplasia.source).to_owned()];
        lines.extend(aplasia.episodes.iter().map(|it| language.aplasia_episode(it)));
        let (days, events) = (&aplasia.contradicting, aplasia.events_contradict);
        lines.push(language.aplasia_contradiction(days, events));
        lines.push(language.undated(aplasia.undated));
        lines
    }

    fn grading(&self, grading: &Grading) -> OutcomeBlock {
        let language = self.language;
        let days: Vec<_> = grading.days.iter().map(|it| (it.day, it.grade)).collect();
        let open = grading.checks.iter().filter(|check| check.grade.known().is_none());
        let open: Vec<usize> = open.map(|check| check.stop).collect();
        let mut lines = vec![language.worst_grade(grading.worst), language.grades_by_day(&days)];
        lines.extend(grading.episodes.iter().map(|it| language.episode(it, &self.names)));
        lines.push(language.open_checks(&self.named(&open)));
        lines.push(language.not_graded(&self.named(&grading.not_graded)));
        lines.push(language.undated(grading.undated_treatments));
        block(language.instrument_name(grading.definition.id).to_owned(), lines)
    }

    fn platelets(&self) -> Vec<String> {
        let platelets = &self.outcomes.platelets;
        let windows = platelets.windows.iter().map(|of| {
            let below = platelets.below.iter().filter(|below| below.window == of.window);
            self.language.platelet_days(of, &below.copied().collect::<Vec<_>>())
        });
        let mut lines: Vec<String> = windows.collect();
        if lines.is_empty() {
            let has_infusion = self.outcomes.timeline.infusion.is_some();
            lines.push(self.language.no_platelets(has_infusion).to_owned());
        }
        lines.push(self.language.undated(platelets.undated));
        lines
    }
}
