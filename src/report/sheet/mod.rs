//! A visit on one sheet of paper: what it comes to, what was answered, and how
//! that came about.
//!
//! The sheet stands alone: whoever holds it sees each score with its rule set
//! and what it could still be, every answer that it rests on, and which of them
//! were taken from a value, given together with others, or left open. It holds
//! no time of printing: one visit gives one sheet.

mod answers;
mod notes;
#[cfg(test)]
mod tests;

use super::ENGINE;
use super::drawing::Yardstick;
use super::note::{Earlier, Writer, one_line};
use super::result::rule_set;
use super::standing::{change, headline, told};
use super::visit_name;
use crate::scoring::{Bounds, Exact, Mention, Outcome, Part, PartValue, Role, Verdict};
use crate::session::{Assessed, Course, Moment, Reader, Scored, Timing, VisitId};
use crate::text::{Language, NoteLine, NotedPart, SheetText};

/// A visit on paper.
#[derive(Debug)]
pub struct Sheet {
    /// For which diseases it is scored.
    pub diseases: Vec<&'static str>,
    /// What stands for the patient, or nothing.
    pub pseudonym: String,
    /// What the visit is called.
    pub name: String,
    /// When it was and what else tells it apart, from the first to the last.
    pub when: Vec<String>,
    /// What each chosen instrument makes of it.
    pub scores: Vec<SheetScore>,
    /// What is to be read with the scores; before it those that it is about,
    /// unless it is about all.
    pub warnings: Vec<String>,
    /// The answers, by organ system.
    pub groups: Vec<SheetGroup>,
    /// The signs that stand beside answers, and what they mean.
    pub signs: Vec<(&'static str, &'static str)>,
    /// What else was written down: a heading and what is said below it.
    pub notes: Vec<(&'static str, String)>,
    /// What the sheet was made by and rests on, line by line.
    pub foot: Vec<String>,
}

/// A score on paper.
#[derive(Debug)]
pub struct SheetScore {
    /// Its name.
    pub name: &'static str,
    /// How it stands, in a few words.
    pub headline: String,
    /// Its level, or nothing.
    pub level: String,
    /// Its verdict, where it has one.
    pub verdict: Option<Verdict>,
    /// The score and what it is read against.
    pub drawn: Option<(Yardstick, Bounds)>,
    /// What else is to be said of it, in a few words each.
    pub facts: Vec<String>,
    /// What gave points, and what is not known, in a sentence each.
    pub lines: Vec<String>,
    /// Its rule set, which begins with its name.
    pub rule_set: String,
}

/// The answers of an organ system.
#[derive(Debug)]
pub struct SheetGroup {
    /// Its name.
    pub name: &'static str,
    /// The answers, in the order of the form.
    pub rows: Vec<SheetRow>,
}

/// An answer.
#[derive(Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// What was asked.
    pub label: &'static str,
    /// What was answered or measured.
    pub value: String,
    /// The sign that tells how the answer came about, or nothing.
    pub sign: &'static str,
    /// Whether it is seen at first sight.
    pub tone: Tone,
    /// Whether it is a measurement that belongs to the row above it.
    pub is_part: bool,
}

/// Whether an answer is seen at first sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was found.
    Strong,
    /// Something was answered.
    Plain,
    /// Nothing is known, or nothing that counts.
    Quiet,
}

/// The sheet of a visit, of a course that was read; nothing where there is no
/// such visit.
#[must_use]
pub fn sheet(
    course: &Course,
    reader: &Reader,
    id: VisitId,
    language: &dyn Language,
) -> Option<Sheet> {
    let writer = Writer::of(course, reader, id, language)?;
    let scored = reader.score(course, id);
    let earlier = [Role::Previous, Role::Baseline].map(|role| writer.earlier(role));
    let unused = reader.unused(course, id, &scored);
    let maker = Maker { writer, scored, unused, words: language.sheet() };
    let groups = maker.groups();
    let words = maker.words;
    let is_used = |(sign, _): &(&str, &str)| {
        groups.iter().flat_map(|group| &group.rows).any(|row| row.sign == *sign)
    };
    let signs = [words.together, words.derived, words.carried, words.unread];
    Some(Sheet {
        diseases: maker.diseases(),
        pseudonym: one_line(&course.pseudonym),
        name: maker.name(),
        when: maker.when(),
        scores: maker.scored.iter().map(|scored| maker.score(scored, &earlier)).collect(),
        warnings: maker.warnings(),
        signs: signs.into_iter().filter(is_used).collect(),
        notes: maker.notes(),
        foot: maker.foot(),
        groups,
    })
}

/// What a sheet is made from.
struct Maker<'a> {
    writer: Writer<'a>,
    scored: Vec<Scored>,
    /// What was entered and is not used.
    unused: Vec<Mention>,
    words: &'static SheetText,
}

impl Maker<'_> {
    fn diseases(&self) -> Vec<&'static str> {
        let mut names: Vec<&'static str> = Vec::new();
        for scored in &self.scored {
            let name = self.writer.language.disease(scored.definition().disease);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// What the visit is called.
    fn name(&self) -> String {
        let Writer { course, visit, language, .. } = self.writer;
        visit_name(course, visit, language)
    }

    fn when(&self) -> Vec<String> {
        let Writer { course, visit, language, .. } = self.writer;
        let words = language.workspace();
        let mut when = self.days(&visit.when);
        if course.visits().len() > 1 && course.baseline() == visit.id {
            when.push(words.baseline.to_owned());
        }
        let sampled = self.days(&visit.sampled);
        if !sampled.is_empty() {
            when.push(format!("{} {}", words.sampled_all, sampled.join(", ")));
        }
        when
    }

    /// A day as it was typed, and counted from day zero.
    fn days(&self, typed: &str) -> Vec<String> {
        let Writer { course, language, .. } = self.writer;
        let day = Moment::read(course.timing, typed).day();
        let counted = day.zip(course.day_zero()).map(|(day, zero)| language.day(day - zero));
        // A day that was typed is said once.
        let typed = match (course.timing, day) {
            (Timing::Days, Some(_)) => String::new(),
            (Timing::Days, None) | (Timing::Dates, _) => one_line(typed),
        };
        [Some(typed), counted].into_iter().flatten().filter(|said| !said.is_empty()).collect()
    }

    fn score(&self, scored: &Scored, earlier: &[Option<Earlier>]) -> SheetScore {
        let language = self.writer.language;
        let definition = scored.definition();
        let chosen = definition.chosen(scored.choices);
        let values: Vec<&str> = chosen.map(|(_, value)| value.code).collect();
        let mut score = SheetScore {
            name: language.instrument(definition.id).name,
            headline: headline(scored, language),
            level: String::new(),
            verdict: None,
            drawn: None,
            facts: told(scored, scored.leaves_unused(&self.unused), language),
            lines: Vec::new(),
            rule_set: language.rule_set(definition, &values),
        };
        let Some(assessed) = scored.assessed().filter(|assessed| assessed.answered) else {
            return score;
        };
        let judgement = &assessed.assessment.judgement;
        score.verdict = judgement.verdict;
        score.drawn = Yardstick::of(definition, scored.choices).zip(judgement.score);
        score.level = language.level(&assessed.assessment);
        if let (None, Some(bounds)) = (judgement.verdict, judgement.score) {
            // Both ends: paper does not go on to grow.
            score.headline = language.bounds(bounds);
        }
        let before = earlier.iter().flatten().filter_map(|earlier| {
            Some(change(assessed, earlier.assessed(definition.id)?, earlier.role, language))
        });
        score.facts.splice(0..0, before);
        // The level stands with the headline, every criterion in a sentence.
        let said_else =
            [String::new(), score.level.clone(), language.deciding(&assessed.assessment)];
        score.facts.retain(|fact| !said_else.contains(fact));
        score.lines.push(self.counted(definition.id, assessed));
        // While much is open, the answers below tell it better than a list.
        if judgement.missing.len() <= FEW_OPEN {
            score.lines.extend(self.writer.missing(judgement));
        }
        score
    }

    /// What is to be read with the scores: each sentence once.
    fn warnings(&self) -> Vec<String> {
        let mut warnings: Vec<(String, Vec<&str>)> = Vec::new();
        for scored in &self.scored {
            let Some(assessed) = scored.assessed().filter(|assessed| assessed.answered) else {
                continue;
            };
            let name = self.writer.language.instrument(scored.definition().id).name;
            for warning in self.writer.warned(&assessed.assessment.judgement) {
                match warnings.iter_mut().find(|(other, _)| *other == warning) {
                    Some((_, names)) => names.push(name),
                    None => warnings.push((warning, vec![name])),
                }
            }
        }
        let all = self.scored.len();
        let named = |(warning, names): (String, Vec<&str>)| match names.len() {
            many if many == all => warning,
            _ => format!("{}: {warning}", names.join(", ")),
        };
        warnings.into_iter().map(named).collect()
    }

    /// What gave points, or how each criterion stands. The values behind points
    /// stand among the answers.
    fn counted(&self, id: &'static str, assessed: &Assessed) -> String {
        let counted = |part: &Part| match part.outcome {
            Outcome::Points(points) => {
                (points.lowest() > Exact::ZERO).then_some(Part { value: PartValue::Open, ..*part })
            }
            Outcome::Criterion(_) => Some(*part),
        };
        let parts = &assessed.assessment.judgement.parts;
        let parts: Vec<Part> = parts.iter().filter_map(counted).collect();
        let mut noted: Vec<NotedPart> = Vec::with_capacity(parts.len());
        for part in &parts {
            noted.push(match part.outcome {
                Outcome::Criterion(_) => self.writer.part(id, part),
                Outcome::Points(_) => NotedPart { instrument: id, part, values: Vec::new() },
            });
        }
        self.writer.language.note(&NoteLine::Counted(&noted))
    }

    /// What the sheet was made by and rests on.
    fn foot(&self) -> Vec<String> {
        let language = self.writer.language;
        let mut rule_sets: Vec<String> = Vec::new();
        let mut sources: Vec<String> = Vec::new();
        for scored in &self.scored {
            rule_sets.push(rule_set(scored.definition(), scored.choices));
            for source in scored.definition().sources {
                let doi = source.doi.map_or_else(String::new, |doi| format!(" (doi:{doi})"));
                let source = format!("{}{doi}", source.key);
                if !sources.contains(&source) {
                    sources.push(source);
                }
            }
        }
        let mut foot = vec![language.note(&NoteLine::Signature { version: ENGINE })];
        for (name, listed) in
            [(self.words.rule_sets, rule_sets), (language.page().sources, sources)]
        {
            if !listed.is_empty() {
                foot.push(format!("{name}: {}.", listed.join("; ")));
            }
        }
        foot.push(language.page().intended.to_owned());
        foot
    }
}

/// While more is open than this, what is open is not listed with a score.
const FEW_OPEN: usize = 6;
