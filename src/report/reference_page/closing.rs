//! What an open answer does, warnings, sources, and what the tags mean.

use super::{Line, Piece, ReferenceBlock, ReferenceSection, ReferenceTable, Telling, text};
use crate::scoring::Evidence;

impl Telling<'_> {
    /// What an open answer does.
    pub(super) fn left_open(&self) -> ReferenceSection {
        let words = self.language.reference();
        let points = self.language.left_open(self.definition.id).iter().map(|point| text(*point));
        ReferenceSection {
            id: "left-open",
            heading: words.left_open,
            blocks: vec![
                ReferenceBlock::Paragraph(text(words.left_open_always)),
                ReferenceBlock::Points(points.collect()),
            ],
        }
    }

    /// What a result can say beside itself.
    pub(super) fn warnings(&self) -> ReferenceSection {
        let words = self.language.reference();
        let rows: Vec<Vec<Line>> = self
            .definition
            .warnings()
            .map(|code| {
                let told = self.language.warning_text(self.definition.id, code);
                vec![vec![Piece::Code(code.code())], text(told.says), text(told.when)]
            })
            .collect();
        let blocks = if rows.is_empty() {
            vec![ReferenceBlock::Paragraph(text(words.no_warning))]
        } else {
            let columns = vec![words.warning, words.meaning, words.when];
            vec![
                ReferenceBlock::Paragraph(text(words.warnings_lead)),
                ReferenceBlock::Table(ReferenceTable { columns, rows }),
            ]
        };
        ReferenceSection { id: "warnings", heading: words.warnings, blocks }
    }

    /// What it cites.
    pub(super) fn sources(&self) -> ReferenceSection {
        let sources = self.definition.sources.iter().map(|source| {
            let mut line = vec![
                Piece::Strong(format!("{}:", source.key)),
                Piece::Text(format!("{}.", source.reference)),
            ];
            line.extend(source.doi.map(Piece::Doi));
            line.push(Piece::Tag(source.evidence));
            line
        });
        ReferenceSection {
            id: "sources",
            heading: self.language.reference().sources,
            blocks: vec![ReferenceBlock::Points(sources.collect())],
        }
    }

    /// What the tags mean.
    pub(super) fn evidence(&self) -> ReferenceSection {
        let words = self.language.reference();
        let rows = Evidence::ALL.into_iter().map(|evidence| {
            vec![vec![Piece::Tag(evidence)], text(self.language.evidence(evidence).explains)]
        });
        let table =
            ReferenceTable { columns: vec![words.tag, words.meaning], rows: rows.collect() };
        ReferenceSection {
            id: "evidence",
            heading: words.evidence,
            blocks: vec![
                ReferenceBlock::Paragraph(text(self.language.about().evidence_lead)),
                ReferenceBlock::Table(table),
            ],
        }
    }
}
