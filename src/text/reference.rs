//! The words of the reference page of an instrument: all that its table holds,
//! told so that a reader can hold the paper beside it.

use super::Language;
use crate::instruments::{Combination, Definition, Row, Under};
use crate::items::Item;
use crate::scoring::{Bands, Exact, WarningCode};

/// Words of a reference page that stand as they are.
#[derive(Debug)]
pub struct ReferenceText {
    /// What the list of all of them is.
    pub lead: &'static str,
    /// The name of the list of sections.
    pub contents: &'static str,
    /// Under the title of a written page: where its words come from.
    pub generated: &'static str,
    /// What a preview is.
    pub preview: &'static str,
    /// The word beside the name of one.
    pub preview_mark: &'static str,

    /// The heading over what it is not for.
    pub not_for: &'static str,
    /// The heading over what it gives.
    pub result: &'static str,
    /// Over bands that no option chooses.
    pub bands: &'static str,
    /// Over levels without a score.
    pub levels: &'static str,
    /// That the rule set names the bands.
    pub banded: &'static str,
    /// That there is a score without serology as well.
    pub clinical: &'static str,
    /// The heading over the items that are read.
    pub reads: &'static str,
    /// What becomes of other entries.
    pub reads_lead: &'static str,
    /// The heading over what each item means.
    pub items: &'static str,
    /// The heading over the calculation.
    pub calculation: &'static str,
    /// The heading over numbers that stand in no row.
    pub constants: &'static str,
    /// The heading over the equivalent doses.
    pub doses: &'static str,
    /// The heading over the choices that it leaves open.
    pub rule_sets: &'static str,
    /// Where there is only one.
    pub no_rule_set: &'static str,
    /// The heading over what an open answer does.
    pub left_open: &'static str,
    /// What it does everywhere.
    pub left_open_always: &'static str,
    /// The heading over warnings.
    pub warnings: &'static str,
    /// What warnings are.
    pub warnings_lead: &'static str,
    /// Where it has none.
    pub no_warning: &'static str,
    /// The heading over what it cites.
    pub sources: &'static str,
    /// The heading over the tags of evidence.
    pub evidence: &'static str,

    /// The column of instruments.
    pub instrument: &'static str,
    /// The column of what it measures.
    pub measures: &'static str,
    /// The column of the source that it names first.
    pub main_source: &'static str,
    /// The link to the list.
    pub all: &'static str,
    /// The column of what it gives.
    pub gives: &'static str,
    /// The column of items.
    pub item: &'static str,
    /// The column of what an answer looks like.
    pub answer: &'static str,
    /// The column of what counts.
    pub counts: &'static str,
    /// The column of measured values.
    pub measured_by: &'static str,
    /// The column of rows.
    pub row: &'static str,
    /// The column of what a row takes and gives.
    pub rule: &'static str,
    /// The column of rule sets.
    pub under: &'static str,
    /// The column of how many rows are confirmed in which way.
    pub confirmed_by: &'static str,
    /// The column of evidence and place.
    pub confirmed: &'static str,
    /// The column of bands or levels.
    pub band: &'static str,
    /// The column of scores.
    pub score: &'static str,
    /// The column of values.
    pub value: &'static str,
    /// The column of what something means.
    pub meaning: &'static str,
    /// The column of drugs.
    pub drug: &'static str,
    /// The column of equivalent doses.
    pub equivalent: &'static str,
    /// The column of warnings.
    pub warning: &'static str,
    /// The column of when there is one.
    pub when: &'static str,
    /// The column of tags.
    pub tag: &'static str,
    /// Behind the value that is taken where nobody chose.
    pub default: &'static str,
    /// Under every rule set.
    pub always: &'static str,
}

/// What is said of a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WarningText {
    /// What it says, in one sentence.
    pub says: &'static str,
    /// When an instrument gives it, in a sentence or two.
    pub when: &'static str,
}

/// What an option can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changes {
    /// The bands of the score.
    Bands,
    /// The highest score.
    Range,
    /// Which rows count.
    Rows,
    /// What is read.
    Reads,
    /// What an item means, or how measured values stand for it.
    Meaning,
}

/// A language that tells of instruments as a reference does.
pub trait ReferenceLanguage: Language {
    /// The words that stand as they are.
    fn reference(&self) -> &'static ReferenceText;
    /// What an instrument is not for, point by point.
    fn limits(&self, instrument: &str) -> &'static [&'static str];
    /// What an open answer does to an instrument, point by point.
    fn left_open(&self, instrument: &str) -> &'static [&'static str];
    /// How the rows of an instrument are read, where the table does not tell.
    fn rule_notes(&self, instrument: &str) -> &'static [&'static str];
    /// A warning, as an instrument gives it.
    fn warning_text(&self, instrument: &str, code: WarningCode) -> WarningText;

    /// What an instrument gives, in a few words.
    fn gives(&self, definition: &Definition) -> String;
    /// The lowest and the highest score.
    fn range(&self, lowest: Exact, highest: Exact) -> String;
    /// The words of its verdicts; empty where it has none.
    fn verdicts(&self, instrument: &str) -> String;
    /// The bands of a score: the name of each, and from where to where it goes.
    fn bands_apart(&self, instrument: &str, bands: &Bands) -> Vec<[String; 2]>;
    /// How the rows come to a result.
    fn combination(&self, combination: Combination) -> String;
    /// What a row takes to count, and what it gives.
    fn row_rule(&self, definition: &Definition, row: &Row) -> String;
    /// Under which rule sets something holds; empty under all.
    fn under(&self, definition: &Definition, under: Under) -> String;
    /// What an answer to an item looks like.
    fn answer(&self, item: Item) -> String;
    /// A number that a rule takes besides its rows, by its name there.
    fn constant(&self, definition: &Definition, name: &str) -> String;
    /// What an option changes, and whether a result tells where it matters.
    fn changes(&self, changes: &[Changes], compared: bool) -> String;
}
