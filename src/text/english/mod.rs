//! English.
//!
//! The words are this project's own; what they state is in the clinical
//! references. A table of words is a constant, and the constants prove at
//! compile time that no item is without its words. Names that arrive as text
//! (instruments, options, codes) and mean nothing give empty words.

mod about;
mod anchors;
mod cohort;
mod comparison;
mod instruments;
mod items;
mod note;
mod options;
mod outcomes;
mod over_time;
mod page;
mod plausible;
mod problem;
mod reference;
mod sentences;
mod sheet;
mod sheets;
#[cfg(test)]
mod tests;
mod toxicity;
mod vocabulary;
mod worksheet;
mod workspace;

use super::{
    AboutText, AnchorText, ChoiceText, ComparisonText, InstrumentText, ItemText, Language,
    NoteLine, NotedValue, PageText, SheetText, WorksheetLine, WorksheetText, WorkspaceText,
};
use crate::contract::{FileProblem, Problem};
use crate::instruments::sledai::Deviation;
use crate::instruments::{Assessment, Definition, Derivation, Disease};
use crate::items::plausible::{Implausible, UnitsDiffer};
use crate::items::{Group, Item};
use crate::scoring::{
    Bands, Bounds, Evidence, Exact, Finding, Mention, PartValue, Role, Threshold, Verdict, Warning,
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

    fn worksheet_heard(&self, code: &str) -> String {
        worksheet::unparted(worksheet::word(code))
    }

    fn drug(&self, code: &str) -> &'static str {
        vocabulary::drug(code)
    }

    fn disease(&self, disease: Disease) -> &'static str {
        vocabulary::disease(disease)
    }

    fn instrument_name(&self, id: &str) -> &'static str {
        instruments::name(id)
    }

    fn instrument(&self, id: &str) -> InstrumentText {
        instruments::text(id)
    }

    fn option(&self, instrument: &str, option: &str) -> ChoiceText {
        options::text(instrument, option)
    }

    fn option_value(&self, instrument: &str, option: &str, value: &str) -> ChoiceText {
        options::value(instrument, option, value)
    }

    fn part(&self, instrument: &str, part: &str) -> &'static str {
        instruments::part(instrument, part)
    }

    fn category(&self, instrument: &str, category: &str) -> &'static str {
        instruments::category(instrument, category)
    }

    fn band(&self, band: &'static str) -> &'static str {
        vocabulary::band(band)
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

    fn details(&self, assessment: &Assessment, answered: bool, leaves_unused: bool) -> Vec<String> {
        page::details(assessment, answered, leaves_unused)
    }

    fn deciding(&self, assessment: &Assessment) -> String {
        page::deciding(assessment)
    }

    fn needs_earlier(&self) -> &'static str {
        page::NEEDS_EARLIER
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

    fn part_value(&self, instrument: &str, part: &str, value: PartValue, is_open: bool) -> String {
        page::part_value(instrument, part, value, is_open)
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

    fn about(&self) -> &'static AboutText {
        &about::ABOUT
    }

    fn bounds(&self, bounds: Bounds) -> String {
        page::range(bounds)
    }

    fn bands(&self, instrument: &str, bands: &Bands) -> String {
        about::bands(instrument, bands)
    }

    fn confirmed(&self, rows: &[(Evidence, usize)]) -> String {
        about::confirmed(rows)
    }

    fn built(&self, on: &str, days: Option<u32>) -> String {
        about::built(on, days)
    }

    fn comparison(&self) -> &'static ComparisonText {
        &comparison::COMPARISON
    }

    fn deviation(&self, deviation: &Deviation) -> String {
        comparison::deviation(deviation)
    }

    fn open_on_all(&self, items: &[Item]) -> String {
        comparison::open_on_all(items)
    }

    fn asked_differently(&self, items: &[Item]) -> String {
        comparison::asked_differently(items)
    }

    fn all_present(&self, highest: Exact) -> String {
        comparison::all_present(highest)
    }

    fn workspace(&self) -> &'static WorkspaceText {
        &workspace::WORKSPACE
    }

    fn open_items(&self, count: usize) -> String {
        workspace::open_items(count)
    }

    fn rest_absent(&self, count: usize) -> String {
        workspace::rest_absent(count)
    }

    fn confirm_rest(&self, count: usize) -> String {
        workspace::confirm_rest(count)
    }

    fn carried_waiting(&self, count: usize) -> String {
        workspace::carried_waiting(count)
    }

    fn visit_number(&self, number: usize) -> String {
        workspace::visit_number(number)
    }

    fn check_number(&self, number: usize) -> String {
        workspace::check_number(number)
    }

    fn event(&self, kind: &str) -> &'static str {
        workspace::event(kind)
    }

    fn lane(&self, code: &str) -> &'static str {
        workspace::lane(code)
    }

    fn day(&self, day: i32) -> String {
        workspace::day(day)
    }

    fn remove_visit(&self, name: &str) -> String {
        workspace::remove_visit(name)
    }

    fn found(&self, count: usize) -> String {
        workspace::found(count)
    }

    fn last_edit(&self, items: &[Item]) -> String {
        workspace::last_edit(items)
    }

    fn sampled_outside(&self, days: i32) -> String {
        workspace::sampled_outside(days)
    }

    fn unused(&self, entries: &[Mention]) -> String {
        workspace::unused(entries)
    }

    fn level(&self, assessment: &Assessment) -> String {
        workspace::level(assessment)
    }

    fn standing(&self, assessment: &Assessment) -> String {
        workspace::standing(assessment)
    }

    fn under_another_rule(&self, label: &str, standing: &str) -> String {
        workspace::under_another_rule(label, standing)
    }

    fn change(&self, role: Role, difference: Option<Bounds>, before: Option<Verdict>) -> String {
        workspace::change(role, difference, before)
    }

    fn example(&self, name: &str) -> &'static str {
        workspace::example(name)
    }

    fn note(&self, line: &NoteLine) -> String {
        note::sentence(line)
    }

    fn sheet(&self) -> &'static SheetText {
        &sheet::SHEET
    }

    fn sheet_value(&self, value: &NotedValue) -> String {
        sheet::value(value)
    }

    fn worksheets(&self) -> &'static WorksheetText {
        &worksheet::WORKSHEETS
    }

    fn skin_total(&self, total: u32, complete: bool, sites: usize) -> String {
        worksheet::skin_total(total, complete, sites)
    }

    fn worksheet_line(&self, line: &WorksheetLine) -> String {
        worksheet::line_of(line)
    }

    fn joints_counted(&self, count: u32, complete: bool, examined: u32) -> String {
        worksheet::joints_counted(count, complete, examined)
    }

    fn line(&self, number: usize) -> String {
        worksheet::line(number)
    }

    fn dose_out_of_range(&self, lowest: Exact, highest: Exact) -> String {
        worksheet::dose_out_of_range(lowest, highest)
    }

    fn pulses(&self, total: Exact) -> String {
        worksheet::pulses(total)
    }

    fn enter_dose(&self, dose: Exact, days: Option<u32>) -> String {
        worksheet::enter_dose(dose, days)
    }

    fn enzymes_ranked(&self, measured: &[String], taken: Item, all: bool) -> String {
        worksheet::enzymes_ranked(measured, taken, all)
    }

    fn read_as(&self, scale: &str) -> String {
        format!("Read as {scale}. Another scale is chosen under “Rule set” of the score.")
    }

    fn add_or_begin(&self, disease: &str) -> String {
        format!("A course is being entered. Is this the same patient, with {disease} as well?")
    }
}
