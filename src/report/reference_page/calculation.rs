//! The rows of a calculation, and what else it takes.

use super::{
    Piece, ReferenceBlock, ReferenceSection, ReferenceTable, Telling, confirmed, named, text,
};
use crate::instruments::Row;
use crate::items::Glucocorticoid;
use crate::report::definitions::read_items;
use crate::report::reference;

impl Telling<'_> {
    /// How the rows come to a result, row by row.
    pub(super) fn calculation(&self) -> ReferenceSection {
        let words = self.language.reference();
        let notes = self.language.rule_notes(self.definition.id);
        let mut blocks = vec![
            ReferenceBlock::Paragraph(text(self.language.combination(self.definition.combination))),
            ReferenceBlock::Points(notes.iter().map(|note| text(*note)).collect()),
            self.rows(),
            ReferenceBlock::Paragraph(text(
                self.language.confirmed(&reference::confirmed(self.definition)),
            )),
        ];
        let constants = self.instrument.constants();
        if !constants.is_empty() {
            let rows = constants.iter().map(|(name, value)| {
                let told = self.language.constant(self.definition, name);
                vec![named(&told, name), text(self.language.number(*value))]
            });
            blocks.push(ReferenceBlock::Heading(text(words.constants)));
            blocks.push(ReferenceBlock::Table(ReferenceTable {
                columns: vec![words.meaning, words.value],
                rows: rows.collect(),
            }));
        }
        if self.reads_a_dose() {
            blocks.push(ReferenceBlock::Heading(text(words.doses)));
            blocks.push(self.doses());
        }
        ReferenceSection { id: "calculation", heading: words.calculation, blocks }
    }

    fn rows(&self) -> ReferenceBlock {
        let words = self.language.reference();
        let under = |row: &Row| self.language.under(self.definition, row.under);
        let chosen = self.definition.rows.iter().any(|row| !under(row).is_empty());
        let rows = self.definition.rows.iter().map(|row| {
            let mut cells = vec![
                named(self.language.part(self.definition.id, row.id), row.id),
                text(self.language.row_rule(self.definition, row)),
            ];
            if chosen {
                let under = under(row);
                cells.push(text(if under.is_empty() { words.always.to_owned() } else { under }));
            }
            cells.push(confirmed(row.fact));
            cells
        });
        let chosen = chosen.then_some(words.under);
        let columns = [words.row, words.rule].into_iter().chain(chosen).chain([words.confirmed]);
        ReferenceBlock::Table(ReferenceTable { columns: columns.collect(), rows: rows.collect() })
    }

    fn reads_a_dose(&self) -> bool {
        let items = read_items(self.definition);
        items.iter().any(|(item, _)| item.kind().scale().is_some_and(|scale| scale.drug))
    }

    /// The glucocorticoids, each with the dose that equals another.
    fn doses(&self) -> ReferenceBlock {
        let words = self.language.reference();
        let rows = Glucocorticoid::ALL.iter().map(|drug| {
            let dose = format!("{}\u{a0}mg", self.language.number(drug.equal_to_five));
            let name = self.language.drug(drug.code);
            vec![vec![Piece::Text(name.to_owned())], text(dose), confirmed(drug.fact)]
        });
        ReferenceBlock::Table(ReferenceTable {
            columns: vec![words.drug, words.equivalent, words.confirmed],
            rows: rows.collect(),
        })
    }
}
