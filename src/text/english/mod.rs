//! English.
//!
//! The words are this project's own; what they state is in the clinical
//! references. A table of words is a constant, and the constants prove at
//! compile time that no item is without its words. Names that arrive as text
//! (instruments, options, codes) and mean nothing give empty words.

mod anchors;
mod instruments;
mod items;
mod options;
mod page;
mod plausible;
mod problem;
mod sentences;
mod sheets;
#[cfg(test)]
mod tests;
mod vocabulary;
mod worksheet;

use super::{AnchorText, ChoiceText, InstrumentText, ItemText, Language, PageText};
use crate::contract::{FileProblem, Problem};
use crate::instruments::{Assessment, Definition, Derivation, Disease};
use crate::items::plausible::{Implausible, UnitsDiffer};
use crate::items::{Group, Item};
use crate::scoring::{
    Evidence, Exact, Finding, Mention, PartValue, Role, Threshold, Verdict, Warning,
};

/// The mark between whole and fraction.
const DECIMAL_MARK: char = '.';

/// The English language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct English;

/// English.
pub static ENGLISH: English = English;

impl Language for English {
    fn tag(&self) -> &'static str {
        "en"
    }

    fn decimal_mark(&self) -> char {
        DECIMAL_MARK
    }

    fn item(&self, item: Item) -> ItemText {
        items::text(item)
    }

    fn item_for(&self, instrument: &str, item: Item) -> ItemText {
        sheets::text(instrument, item)
    }

    fn group(&self, group: Group) -> &'static str {
        vocabulary::group(group)
    }

    fn finding(&self, finding: Finding) -> &'static str {
        vocabulary::finding(finding)
    }

    fn choice(&self, item: Item, code: &str) -> &'static str {
        items::choice(item, code)
    }

    fn unit(&self, code: &'static str) -> &'static str {
        vocabulary::unit(code)
    }

    fn anchors(&self, item: Item) -> &'static [AnchorText] {
        anchors::of(item)
    }

    fn worksheet(&self, code: &str) -> &'static str {
        worksheet::word(code)
    }

    fn drug(&self, code: &str) -> &'static str {
        vocabulary::drug(code)
    }

    fn disease(&self, disease: Disease) -> &'static str {
        vocabulary::disease(disease)
    }

    fn instrument(&self, id: &str) -> InstrumentText {
        instruments::text(id)
    }

    fn option(&self, option: &str) -> ChoiceText {
        options::text(option)
    }

    fn option_value(&self, option: &str, value: &str) -> ChoiceText {
        options::value(option, value)
    }

    fn part(&self, instrument: &str, part: &str) -> &'static str {
        instruments::part(instrument, part)
    }

    fn category(&self, instrument: &str, category: &str) -> &'static str {
        instruments::category(instrument, category)
    }

    fn verdict(&self, verdict: Verdict) -> &'static str {
        vocabulary::verdict(verdict)
    }

    fn role(&self, role: Role) -> &'static str {
        vocabulary::role(role)
    }

    fn evidence(&self, evidence: Evidence) -> ChoiceText {
        vocabulary::evidence(evidence)
    }

    fn mention(&self, mention: Mention) -> String {
        sentences::mention(mention)
    }

    fn warning(&self, warning: &Warning) -> String {
        sentences::warning(warning)
    }

    fn problem(&self, problem: &Problem) -> String {
        problem::sentence(problem)
    }

    fn rule_set(&self, definition: &Definition, values: &[&str]) -> String {
        options::rule_set(definition, values)
    }

    fn page(&self) -> &'static PageText {
        &page::PAGE
    }

    fn number(&self, value: Exact) -> String {
        page::number(value)
    }

    fn threshold(&self, threshold: Threshold, unit: &'static str) -> String {
        page::threshold(threshold, unit)
    }

    fn headline(&self, assessment: &Assessment, answered: bool) -> String {
        page::headline(assessment, answered)
    }

    fn details(&self, assessment: &Assessment, answered: bool, unused: &[Mention]) -> Vec<String> {
        page::details(assessment, answered, unused)
    }

    fn needs_earlier(&self) -> &'static str {
        page::NEEDS_EARLIER
    }

    fn carried_over(&self, entries: usize) -> String {
        page::carried_over(entries)
    }

    fn measured_twice(&self, used: Item) -> String {
        page::measured_twice(used)
    }

    fn consequence(&self, finding: Finding, assessment: &Assessment) -> String {
        page::consequence(finding, assessment)
    }

    fn derivation(&self, derivation: Derivation) -> String {
        page::derivation(derivation)
    }

    fn derived(&self, counts: bool, derivation: Derivation) -> String {
        page::derived(counts, derivation)
    }

    fn part_value(&self, value: PartValue) -> String {
        page::part_value(value)
    }

    fn ambiguous(&self, typed: &str) -> String {
        page::ambiguous(typed)
    }

    fn implausible(&self, question: &Implausible) -> String {
        plausible::value(question)
    }

    fn units_differ(&self, question: &UnitsDiffer) -> String {
        plausible::units_differ(question)
    }

    fn file_problem(&self, problem: &FileProblem) -> String {
        page::file_problem(problem)
    }

    fn difference(&self, path: &str, stored: &str, computed: &str) -> String {
        page::difference(path, stored, computed)
    }
}
