//! The reference page of an instrument.

mod answers;
mod limits;
mod notes;
mod open;
mod results;
mod rows;
mod warnings;
mod words;

use super::English;
use crate::instruments::{Combination, Definition, Row, Under};
use crate::items::Item;
use crate::scoring::{Bands, Exact, WarningCode};
use crate::text::{Changes, ReferenceLanguage, ReferenceText, WarningText};

impl ReferenceLanguage for English {
    fn reference(&self) -> &'static ReferenceText {
        &words::REFERENCE
    }

    fn limits(&self, instrument: &str) -> &'static [&'static str] {
        limits::of(instrument)
    }

    fn left_open(&self, instrument: &str) -> &'static [&'static str] {
        open::of(instrument)
    }

    fn rule_notes(&self, instrument: &str) -> &'static [&'static str] {
        notes::of(instrument)
    }

    fn warning_text(&self, instrument: &str, code: WarningCode) -> WarningText {
        warnings::text(instrument, code)
    }

    fn gives(&self, definition: &Definition) -> String {
        results::gives(definition)
    }

    fn range(&self, lowest: Exact, highest: Exact) -> String {
        results::range(lowest, highest)
    }

    fn verdicts(&self, instrument: &str) -> String {
        results::verdicts(instrument)
    }

    fn bands_apart(&self, instrument: &str, bands: &Bands) -> Vec<[String; 2]> {
        results::bands_apart(instrument, bands)
    }

    fn combination(&self, combination: Combination) -> String {
        results::combination(combination)
    }

    fn row_rule(&self, definition: &Definition, row: &Row) -> String {
        rows::rule(definition, row)
    }

    fn under(&self, definition: &Definition, under: Under) -> String {
        rows::under(definition, under)
    }

    fn answer(&self, item: Item) -> String {
        answers::answer(item)
    }

    fn constant(&self, definition: &Definition, name: &str) -> String {
        rows::constant(definition, name)
    }

    fn changes(&self, changes: &[Changes], compared: bool) -> String {
        results::changes(changes, compared)
    }
}
