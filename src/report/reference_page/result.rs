//! What an instrument gives, and what it is not for.

use super::{Line, Piece, ReferenceBlock, ReferenceSection, ReferenceTable, Telling, text};
use crate::instruments::{Choices, OptionDefinition};
use crate::items::Visits;
use crate::scoring::Bands;

impl Telling<'_> {
    /// What it is not for.
    pub(super) fn limits(&self) -> ReferenceSection {
        let limits = self.language.limits(self.definition.id).iter().map(|limit| text(*limit));
        ReferenceSection {
            id: "not-for",
            heading: self.language.reference().not_for,
            blocks: vec![ReferenceBlock::Points(limits.collect())],
        }
    }

    /// Its score, bands, levels and verdict.
    pub(super) fn result(&self) -> ReferenceSection {
        let words = self.language.reference();
        let definition = self.definition;
        let mut points: Vec<Line> = Vec::new();
        if let Some((lowest, highest)) = definition.range {
            points.push(text(self.language.range(lowest, highest)));
        }
        for (choice, highest) in self.other_ranges() {
            points.push(vec![Piece::Strong(choice), Piece::Text(highest)]);
        }
        if let Some((cutoff, fact)) = definition.cutoff {
            let about = self.language.about();
            let cutoff = self.language.threshold(cutoff, "");
            let source = self.language.page().source;
            points.push(vec![
                Piece::Text(format!("{} {cutoff}. {source} {}", about.cutoff, fact.locator)),
                Piece::Tag(fact.evidence),
            ]);
        }
        let mut values = definition.options.iter().flat_map(|option| option.values);
        if values.any(|value| value.bands.is_some()) {
            points.push(text(words.banded));
        }
        let verdicts = self.language.verdicts(definition.id);
        if !verdicts.is_empty() {
            points.push(text(verdicts));
        }
        let blank = self.instrument.judge(&Choices::default(), &Visits::BLANK);
        if blank.clinical.is_some() {
            points.push(text(words.clinical));
        }
        let mut blocks = Vec::new();
        if !points.is_empty() {
            blocks.push(ReferenceBlock::Points(points));
        }
        if let Some(bands) = definition.bands {
            blocks.push(ReferenceBlock::Heading(text(words.bands)));
            blocks.push(self.bands(bands));
        }
        if !definition.levels.is_empty() {
            let levels = definition
                .levels
                .iter()
                .map(|level| super::named(self.language.category(definition.id, level), level));
            blocks.push(ReferenceBlock::Heading(text(words.levels)));
            blocks.push(ReferenceBlock::Points(levels.collect()));
        }
        ReferenceSection { id: "result", heading: words.result, blocks }
    }

    /// The values of options under which the score ends elsewhere.
    fn other_ranges(&self) -> Vec<(String, String)> {
        let definition = self.definition;
        let Some((lowest, _)) = definition.range else { return Vec::new() };
        let of = |option: &'static OptionDefinition| {
            let label = self.language.option(definition.id, option.id).label;
            option.values.iter().filter_map(move |value| {
                let highest = self.language.range(lowest, value.highest?);
                let value = self.language.option_value(definition.id, option.id, value.code).label;
                Some((format!("{label}: {value}."), highest))
            })
        };
        definition.options.iter().flat_map(of).collect()
    }

    /// Bands, each with where it begins and ends.
    pub(super) fn bands(&self, bands: &'static Bands) -> ReferenceBlock {
        let words = self.language.reference();
        let told = self.language.bands_apart(self.definition.id, bands);
        let rows = bands.bands.iter().zip(told);
        let rows =
            rows.map(|(band, [name, ends])| vec![super::named(&name, band.name), text(ends)]);
        ReferenceBlock::Table(ReferenceTable {
            columns: vec![words.band, words.score],
            rows: rows.collect(),
        })
    }
}
