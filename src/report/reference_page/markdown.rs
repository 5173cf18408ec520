//! A reference page as Markdown.

use super::{Line, Piece, ReferenceBlock, ReferencePage, ReferenceTable, reference_index};
use crate::text::ReferenceLanguage;

/// A page.
#[must_use]
pub fn reference_markdown(page: &ReferencePage, language: &dyn ReferenceLanguage) -> String {
    let words = language.reference();
    let mut blocks = vec![
        format!("# {}", escaped(page.title)),
        format!("*{} · `{}`*", escaped(page.disease), page.id),
        escaped(page.measures),
    ];
    blocks.extend(page.preview.map(|preview| format!("**{}**", escaped(preview))));
    for section in &page.sections {
        blocks.push(format!("## {}", escaped(section.heading)));
        blocks.extend(section.blocks.iter().map(|it| block(it, language)));
    }
    blocks.push("---".to_owned());
    blocks.push(format!("*{}* [{}](README.md)", escaped(words.generated), words.all));
    blocks.join("\n\n") + "\n"
}

/// All instruments, each leading to its page.
#[must_use]
pub fn reference_index_markdown(language: &dyn ReferenceLanguage) -> String {
    let words = language.reference();
    let columns =
        [words.instrument, words.measures, words.gives, words.main_source, words.confirmed_by];
    let mut blocks = vec![format!("# {}", language.page().reference_title), escaped(words.lead)];
    for group in reference_index(language) {
        let rows = group.entries.iter().map(|entry| {
            let preview = if entry.preview { words.preview_mark } else { "" };
            let name = format!("[{}]({}.md) {preview}", escaped(entry.name), entry.id);
            [
                name.trim_end().to_owned(),
                escaped(entry.measures),
                escaped(&entry.gives),
                escaped(entry.source),
                escaped(&entry.confirmed),
            ]
        });
        blocks.push(format!("## {}", escaped(group.disease)));
        blocks.push(table(&columns, rows));
    }
    blocks.push(format!("*{}*", escaped(words.generated)));
    blocks.join("\n\n") + "\n"
}

fn block(block: &ReferenceBlock, language: &dyn ReferenceLanguage) -> String {
    match block {
        ReferenceBlock::Heading(words) => format!("### {}", line(words, language)),
        ReferenceBlock::Paragraph(words) => line(words, language),
        ReferenceBlock::Points(points) => {
            let points = points.iter().map(|point| format!("- {}", line(point, language)));
            points.collect::<Vec<_>>().join("\n")
        }
        ReferenceBlock::Table(ReferenceTable { columns, rows }) => {
            let cells =
                |row: &Vec<Line>| row.iter().map(|cell| line(cell, language)).collect::<Vec<_>>();
            table(columns, rows.iter().map(cells))
        }
    }
}

/// A table: titles, a rule, rows.
fn table(columns: &[&str], rows: impl Iterator<Item = impl IntoIterator<Item = String>>) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let titles = row(columns.iter().map(|title| escaped(title)).collect());
    let rule = format!("|{}", "---|".repeat(columns.len()));
    let rows = rows.map(|cells| row(cells.into_iter().collect()));
    [titles, rule].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

fn line(line: &Line, language: &dyn ReferenceLanguage) -> String {
    let pieces = line.iter().map(|piece| match piece {
        Piece::Text(words) => escaped(words),
        Piece::Strong(words) => format!("**{}**", escaped(words)),
        Piece::Code(name) => format!("`{name}`"),
        Piece::Doi(doi) => format!("[doi:{doi}](<https://doi.org/{doi}>)"),
        Piece::Tag(evidence) => format!("*{}*", escaped(language.evidence(*evidence).label)),
    });
    pieces.collect::<Vec<_>>().join(" ")
}

/// Words in which nothing is read as a mark. What is written for one language
/// only, a space that does not break, is a plain one here.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\u{a0}' => escaped.push(' '),
            '|' | '*' | '_' | '`' | '[' | ']' | '\\' | '<' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            letter => escaped.push(letter),
        }
    }
    escaped
}
