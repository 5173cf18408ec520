//! Every string a person reads.
//!
//! A language is one implementation of [`Language`]; [`ENGLISH`] is the first.
//! Item and instrument texts are this project's own words. A cut-off that
//! stands in a table is not written again in a definition: the page prints it
//! from the table, beside the definition.

mod about;
mod comparison;
pub mod english;
mod note;
mod outcomes;
mod page;
mod reference;
mod sheet;
mod worksheet;
mod workspace;

pub use about::{AboutText, Prose};
pub use comparison::ComparisonText;
pub use english::{ENGLISH, English};
pub use note::{NoteLine, NotedFinding, NotedPart, NotedValue, Then};
pub use outcomes::{Apart, CohortText, OutcomeText, OutcomesLanguage, OutcomesText};
pub use page::PageText;
pub use reference::{Changes, ReferenceLanguage, ReferenceText, WarningText};
pub use sheet::SheetText;
pub use worksheet::{WorksheetLine, WorksheetText};
pub use workspace::WorkspaceText;

use crate::contract::{FileProblem, Problem};
use crate::instruments::sledai::Deviation;
use crate::instruments::{Assessment, Definition, Derivation, Disease};
use crate::items::plausible::{Implausible, UnitsDiffer};
use crate::items::{Group, Item};
use crate::scoring::{
    Bands, Bounds, Evidence, Exact, Finding, Mention, PartValue, Role, Threshold, Verdict, Warning,
};

/// What is said of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemText {
    /// Its name on a form: a few words.
    pub label: &'static str,
    /// What counts, in one or two sentences.
    pub counts: &'static str,
    /// What does not count; empty where nothing needs saying.
    pub excludes: &'static str,
    /// Over which time it is judged; empty where the visit itself is meant or
    /// where the rule set's window says it.
    pub window: &'static str,
}

/// What is said of an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InstrumentText {
    /// Its published name.
    pub name: &'static str,
    /// What it measures, in one sentence.
    pub measures: &'static str,
    /// What it is not for, in one sentence.
    pub not_for: &'static str,
    /// The words for a criterion that is met: "meets DORIS 2021".
    pub met: &'static str,
    /// The words for one that is not.
    pub not_met: &'static str,
    /// The words while it is open.
    pub undetermined: &'static str,
}

/// What is said of an option or of one of its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChoiceText {
    /// Its name.
    pub label: &'static str,
    /// What it means, in one sentence.
    pub explains: &'static str,
}

/// A mark on the line of a judgement that is made by eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnchorText {
    /// The value at the mark.
    pub at: u32,
    /// Its name.
    pub label: &'static str,
    /// What it stands for, in one sentence.
    pub explains: &'static str,
    /// How well value and name are confirmed.
    pub evidence: Evidence,
}

/// One language.
pub trait Language: Sync {
    /// The BCP 47 tag.
    fn tag(&self) -> &'static str;
    /// The mark between whole and fraction: `.` or `,`.
    fn decimal_mark(&self) -> char;

    /// An item, as it is asked by most instruments.
    fn item(&self, item: Item) -> ItemText;
    /// An item, as this instrument asks it; the sheets of one family differ.
    fn item_for(&self, instrument: &str, item: Item) -> ItemText;
    /// A group of a form.
    fn group(&self, group: Group) -> &'static str;
    /// An answer to a finding.
    fn finding(&self, finding: Finding) -> &'static str;
    /// A code of a choice item.
    fn choice(&self, item: Item, code: &str) -> &'static str;
    /// A unit, as people write it.
    fn unit(&self, code: &'static str) -> &'static str;
    /// The marks on the line of an item, from its lower end; none where it has
    /// no names for them.
    fn anchors(&self, item: Item) -> &'static [AnchorText];
    /// A code of a worksheet: a side, a joint, its state, how often a dose is
    /// taken, how a site was graded.
    fn worksheet(&self, code: &str) -> &'static str;
    /// The same, as it is heard and printed: a word that is never parted.
    fn worksheet_heard(&self, code: &str) -> String;
    /// A glucocorticoid.
    fn drug(&self, code: &str) -> &'static str;

    /// A disease.
    fn disease(&self, disease: Disease) -> &'static str;
    /// The published name of an instrument.
    fn instrument_name(&self, id: &str) -> &'static str;
    /// An instrument.
    fn instrument(&self, id: &str) -> InstrumentText;
    /// An option of an instrument.
    fn option(&self, instrument: &str, option: &str) -> ChoiceText;
    /// A value of an option.
    fn option_value(&self, instrument: &str, option: &str, value: &str) -> ChoiceText;
    /// A part of a result: an item's label, or the name of a criterion.
    fn part(&self, instrument: &str, part: &str) -> &'static str;
    /// A band or level.
    fn category(&self, instrument: &str, category: &str) -> &'static str;
    /// A band or level in a word, beside a scale.
    fn band(&self, band: &'static str) -> &'static str;
    /// A verdict, without the instrument.
    fn verdict(&self, verdict: Verdict) -> &'static str;
    /// A visit of a request.
    fn role(&self, role: Role) -> &'static str;
    /// How well a fact is confirmed.
    fn evidence(&self, evidence: Evidence) -> ChoiceText;

    /// An item of a visit: "anti-dsDNA", "earlier visit: proteinuria".
    fn mention(&self, mention: Mention) -> String;
    /// A warning, as a sentence or two that say what to do.
    fn warning(&self, warning: &Warning) -> String;
    /// What is wrong with a request, naming the field and what is allowed.
    fn problem(&self, problem: &Problem) -> String;
    /// A rule set in words: "EUSTAR 2017, mRSS up to 18 counted as 0.084 each".
    fn rule_set(&self, definition: &Definition, values: &[&str]) -> String;

    /// The words of the page that stand as they are.
    fn page(&self) -> &'static PageText;
    /// A number, as it is shown.
    fn number(&self, value: Exact) -> String;
    /// A cut-off: "> 5", "< 100 ×10⁹/L".
    fn threshold(&self, threshold: Threshold, unit: &'static str) -> String;
    /// The standing of a result in a few words: "At least 2 so far".
    fn headline(&self, assessment: &Assessment, answered: bool) -> String;
    /// What else is to be said of a result, line by line. One that leaves
    /// entries unused is never called complete.
    fn details(&self, assessment: &Assessment, answered: bool, leaves_unused: bool) -> Vec<String>;
    /// Which criteria decided a result: those that are not met, or those that
    /// brought a level about; empty where there are none.
    fn deciding(&self, assessment: &Assessment) -> String;
    /// What a value above a limit waits for, where only an earlier one would
    /// tell whether it is new or has risen.
    fn needs_earlier(&self) -> &'static str;
    /// Which of two measurements of one thing is used.
    fn measured_twice(&self, used: Item) -> String;
    /// What an answer would lead to: "present: 6 to 12"; empty where it would
    /// decide nothing.
    fn consequence(&self, finding: Finding, assessment: &Assessment) -> String;
    /// How measured values say whether a finding is there.
    fn derivation(&self, derivation: Derivation) -> String;
    /// What a measured value was taken to say, and by which rule.
    fn derived(&self, counts: bool, derivation: Derivation) -> String;
    /// What was read for a part of an instrument, each by its id. What is no single
    /// value need not be open: that the outcome tells.
    fn part_value(&self, instrument: &str, part: &str, value: PartValue, is_open: bool) -> String;
    /// Asks which of two numbers was meant.
    fn ambiguous(&self, typed: &str) -> String;
    /// Asks about a value that is possible and hardly ever seen.
    fn implausible(&self, question: &Implausible) -> String;
    /// Asks about an item that two visits give in different units.
    fn units_differ(&self, question: &UnitsDiffer) -> String;
    /// Why a file was not taken over.
    fn file_problem(&self, problem: &FileProblem) -> String;
    /// Where a file and what is computed from it differ.
    fn difference(&self, path: &str, stored: &str, computed: &str) -> String;

    /// What is said of the program itself.
    fn about(&self) -> &'static AboutText;
    /// What a number can still be: "12", "12 to 16".
    fn bounds(&self, bounds: Bounds) -> String;
    /// The bands of an instrument from the lowest up, each with where it ends.
    fn bands(&self, instrument: &str, bands: &Bands) -> String;
    /// How many rows of a calculation are known in which way.
    fn confirmed(&self, rows: &[(Evidence, usize)]) -> String;
    /// When this copy was built, and how many days ago, where that is known.
    fn built(&self, on: &str, days: Option<u32>) -> String;

    /// The words of the comparison of sheets.
    fn comparison(&self) -> &'static ComparisonText;
    /// In what sheets differ from SLEDAI-2K over a descriptor.
    fn deviation(&self, deviation: &Deviation) -> String;
    /// Descriptors that are open on every sheet; empty where there are none.
    fn open_on_all(&self, items: &[Item]) -> String;
    /// Descriptors answered once although the sheets ask for different things;
    /// empty where there are none.
    fn asked_differently(&self, items: &[Item]) -> String;
    /// What a sheet comes to with everything present: a test of its weights.
    fn all_present(&self, highest: Exact) -> String;

    /// The words of the workspace that stand as they are.
    fn workspace(&self) -> &'static WorkspaceText;
    /// How many items of a group are open; empty where none is.
    fn open_items(&self, count: usize) -> String;
    /// Answers so many open findings of a group as absent.
    fn rest_absent(&self, count: usize) -> String;
    /// Confirms so many answers of a group that were carried over.
    fn confirm_rest(&self, count: usize) -> String;
    /// That so many answers were carried over and wait to be confirmed.
    fn carried_waiting(&self, count: usize) -> String;
    /// The name of a visit that was given none, by its place among visits.
    fn visit_number(&self, number: usize) -> String;
    /// The same for a check of safety, by its place among these.
    fn check_number(&self, number: usize) -> String;
    /// A kind of event, by its code.
    fn event(&self, kind: &str) -> &'static str;
    /// What a lane of a drawing shows, in a word or two: by an instrument or by a
    /// kind of event.
    fn lane(&self, code: &str) -> &'static str;
    /// A day, counted from day zero.
    fn day(&self, day: i32) -> String;
    /// Takes a visit away, by its name.
    fn remove_visit(&self, name: &str) -> String;
    /// How many items a search has found.
    fn found(&self, count: usize) -> String;
    /// What the last edit was about, by its items; may be empty.
    fn last_edit(&self, items: &[Item]) -> String;
    /// That a sample was taken so many days before the visit, outside of the
    /// window; below zero, after it.
    fn sampled_outside(&self, days: i32) -> String;
    /// Which items are entered and not used, because they cannot be read; empty
    /// where all are used.
    fn unused(&self, entries: &[Mention]) -> String;
    /// The level of a result; empty where it has none or none yet.
    fn level(&self, assessment: &Assessment) -> String;
    /// How a result stands, with its level: "8, moderate activity".
    fn standing(&self, assessment: &Assessment) -> String;
    /// What another value of an option would say.
    fn under_another_rule(&self, label: &str, standing: &str) -> String;
    /// What has changed since another visit, by the difference of the scores and
    /// by the verdict of then, where that was another; empty where neither is
    /// known.
    fn change(&self, role: Role, difference: Option<Bounds>, before: Option<Verdict>) -> String;
    /// The name of an invented patient.
    fn example(&self, name: &str) -> &'static str;
    /// A sentence of a note for the record.
    fn note(&self, line: &NoteLine) -> String;

    /// The words of a printed sheet that stand as they are.
    fn sheet(&self) -> &'static SheetText;
    /// A value, with its unit and limit: "0.71 (lower limit 0.9)".
    fn sheet_value(&self, value: &NotedValue) -> String;

    /// The words of the worksheets that stand as they are.
    fn worksheets(&self) -> &'static WorksheetText;
    /// The sum of the skin score over so many graded sites, complete or not.
    fn skin_total(&self, total: u32, complete: bool, sites: usize) -> String;
    /// A line of a worksheet: what it comes to, or what can be done with that.
    fn worksheet_line(&self, line: &WorksheetLine) -> String;
    /// The inflamed joints among so many examined ones, complete or not.
    fn joints_counted(&self, count: u32, complete: bool, examined: u32) -> String;
    /// A line of a sheet, by its number.
    fn line(&self, number: usize) -> String;
    /// That a number of a line is beyond what it may say.
    fn dose_out_of_range(&self, lowest: Exact, highest: Exact) -> String;
    /// The pulses of a sheet, in mg of prednisolone.
    fn pulses(&self, total: Exact) -> String;
    /// Enters a dose: what is taken now, or the mean over so many days.
    fn enter_dose(&self, dose: Exact, days: Option<u32>) -> String;
    /// The enzymes in their order, and the one that a response takes; whether
    /// all were measured.
    fn enzymes_ranked(&self, measured: &[String], taken: Item, all: bool) -> String;

    /// On which scale a total is read, and where that is chosen.
    fn read_as(&self, scale: &str) -> String;
    /// Asks whether a disease is added to the course that is being entered.
    fn add_or_begin(&self, disease: &str) -> String;
}
