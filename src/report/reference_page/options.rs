//! The choices that an instrument leaves open, and what each of them changes.

use super::{
    Piece, ReferenceBlock, ReferenceSection, ReferenceTable, Telling, confirmed, named, text,
};
use crate::instruments::{Choices, Compared, OptionDefinition, Under};
use crate::report::definitions::read_items;
use crate::text::Changes;

impl Telling<'_> {
    /// Every option with every value.
    pub(super) fn options(&self) -> ReferenceSection {
        let words = self.language.reference();
        let mut blocks = Vec::new();
        if self.definition.options.is_empty() {
            blocks.push(ReferenceBlock::Paragraph(text(words.no_rule_set)));
        }
        for (at, option) in self.definition.options.iter().enumerate() {
            let told = self.language.option(self.definition.id, option.id);
            let changes =
                self.language.changes(&self.changes(at), option.compared != Compared::Never);
            blocks.push(ReferenceBlock::Heading(named(told.label, option.id)));
            blocks.push(ReferenceBlock::Paragraph(text(format!("{} {changes}", told.explains))));
            blocks.push(self.values(option));
            blocks.extend(self.bands_of(option));
        }
        ReferenceSection { id: "rule-sets", heading: words.rule_sets, blocks }
    }

    /// The values of an option, the default first.
    fn values(&self, option: &'static OptionDefinition) -> ReferenceBlock {
        let words = self.language.reference();
        let rows = option.values.iter().enumerate().map(|(place, value)| {
            let told = self.language.option_value(self.definition.id, option.id, value.code);
            let mut name = named(told.label, value.code);
            if place == 0 {
                name.push(Piece::Text(format!("({})", words.default)));
            }
            vec![name, text(told.explains), confirmed(value.fact)]
        });
        ReferenceBlock::Table(ReferenceTable {
            columns: vec![words.value, words.meaning, words.confirmed],
            rows: rows.collect(),
        })
    }

    /// The bands that values stand for.
    fn bands_of(&self, option: &'static OptionDefinition) -> Vec<ReferenceBlock> {
        let banded = option.values.iter().filter_map(|value| Some((value.code, value.bands?)));
        let blocks = banded.flat_map(|(code, bands)| {
            let label = self.language.option_value(self.definition.id, option.id, code).label;
            [ReferenceBlock::Heading(named(label, code)), self.bands(bands)]
        });
        blocks.collect()
    }

    /// What an option changes, as far as the table tells.
    fn changes(&self, at: usize) -> Vec<Changes> {
        let definition = self.definition;
        let values = || definition.options.get(at).into_iter().flat_map(|option| option.values);
        let depends = |under: Under| {
            matches!(under, Under::Choice { option, places }
                if option == at && places.len() < values().count())
        };
        let told = [
            (Changes::Bands, values().any(|value| value.bands.is_some())),
            (Changes::Range, values().any(|value| value.highest.is_some())),
            (Changes::Rows, definition.rows.iter().any(|row| depends(row.under))),
            (Changes::Reads, definition.reads.iter().any(|reads| depends(reads.under))),
            (Changes::Meaning, self.changes_meaning(at)),
        ];
        told.into_iter().filter(|(_, holds)| *holds).map(|(change, _)| change).collect()
    }

    /// Whether items are read from another sheet.
    fn changes_meaning(&self, at: usize) -> bool {
        let count = self.definition.options.get(at).map_or(0, |option| option.values.len());
        let others = (1..count).map(|place| Choices::default().with(at, place));
        let usual = Choices::default();
        let items = read_items(self.definition);
        let rule = |choices: &Choices, item| {
            self.instrument.derivation(choices, item).map(|it| self.language.derivation(it))
        };
        let mut others = others;
        others.any(|other| {
            self.instrument.sheet(&other) != self.instrument.sheet(&usual)
                || items.iter().any(|(item, _)| {
                    matches!((rule(&usual, *item), rule(&other, *item)),
                        (Some(one), Some(two)) if one != two)
                })
        })
    }
}
