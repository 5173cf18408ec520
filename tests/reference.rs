//! The reference pages: the committed ones are those of the tables, and nothing
//! of a table is left out of its page.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use rheumscore::instruments::{Definition, Instrument, REGISTRY};
use rheumscore::items::Item;
use rheumscore::report::{
    Line, Piece, ReferenceBlock, ReferencePage, ReferenceTable, reference_index,
    reference_index_markdown, reference_markdown, reference_page,
};
use rheumscore::scoring::{Evidence, decimal};
use rheumscore::text::{ENGLISH, Language, ReferenceLanguage};
use support::golden;
use support::registry::{assert_sentence, assert_told, assert_unique, definitions};

const FOLDER: &str = "docs/instruments";

fn pages() -> impl Iterator<Item = (&'static dyn Instrument, ReferencePage)> {
    REGISTRY.iter().map(|instrument| (*instrument, reference_page(*instrument, &ENGLISH)))
}

// The committed pages

#[test]
fn the_committed_pages_are_those_of_the_tables() {
    for (_, page) in pages() {
        let path = format!("{FOLDER}/{}.md", page.id);
        golden::check(&path, &reference_markdown(&page, &ENGLISH), "reference");
    }
    golden::check(&format!("{FOLDER}/README.md"), &reference_index_markdown(&ENGLISH), "reference");
}

#[test]
fn no_page_is_left_of_an_instrument_that_is_gone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    let files: BTreeSet<String> = fs::read_dir(folder)
        .expect("the folder is read")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    let pages = definitions().map(|definition| format!("{}.md", definition.id));
    assert_eq!(files, pages.chain(["README.md".to_owned()]).collect());
}

#[test]
fn the_first_page_of_the_project_lists_every_instrument_with_its_page() {
    let readme = include_str!("../README.md");
    for definition in definitions() {
        let name = ENGLISH.instrument(definition.id).name;
        let row = format!("| [{name}]({FOLDER}/{}.md) |", definition.id);
        assert!(readme.contains(&row), "README.md has no row {row}");
    }
}

// What stands on a page

/// The blocks of a section.
fn blocks<'a>(page: &'a ReferencePage, section: &str) -> &'a [ReferenceBlock] {
    let found = page.sections.iter().find(|found| found.id == section);
    &found.unwrap_or_else(|| panic!("{}: no section {section}", page.id)).blocks
}

/// The tables of a section.
fn tables<'a>(page: &'a ReferencePage, section: &str) -> Vec<&'a ReferenceTable> {
    let tables = blocks(page, section).iter().filter_map(|block| match block {
        ReferenceBlock::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

fn has_code(line: &Line, code: &str) -> bool {
    line.iter().any(|piece| *piece == Piece::Code(leaked(code)))
}

fn leaked(code: &str) -> &'static str {
    code.to_owned().leak()
}

/// The words of a line, as they are read.
fn words(line: &Line) -> String {
    let pieces = line.iter().map(|piece| match piece {
        Piece::Text(words) | Piece::Strong(words) => words.clone(),
        Piece::Code(code) => (*code).to_owned(),
        Piece::Doi(doi) => (*doi).to_owned(),
        Piece::Tag(evidence) => ENGLISH.evidence(*evidence).label.to_owned(),
    });
    pieces.collect::<Vec<_>>().join(" ")
}

/// All that a block says.
fn said(block: &ReferenceBlock) -> Vec<String> {
    match block {
        ReferenceBlock::Heading(line) | ReferenceBlock::Paragraph(line) => vec![words(line)],
        ReferenceBlock::Points(points) => points.iter().map(words).collect(),
        ReferenceBlock::Table(table) => table.rows.iter().flatten().map(words).collect(),
    }
}

#[test]
fn every_row_stands_on_its_page_with_its_points_evidence_and_place() {
    for (instrument, page) in pages() {
        let Definition { rows, id, .. } = instrument.definition();
        let tables = tables(&page, "calculation");
        let told = &tables.first().expect("the rows").rows;
        assert_eq!(told.len(), rows.len(), "{id}");
        for (row, told) in rows.iter().zip(told) {
            assert!(has_code(&told[0], row.id), "{id}: {}", row.id);
            assert_told(&words(&told[1]), row.id);
            let confirmed = told.last().expect("a cell");
            assert!(confirmed.contains(&Piece::Tag(row.fact.evidence)), "{id}: {}", row.id);
            assert!(words(confirmed).contains(row.fact.locator), "{id}: {}", row.id);
            // Points of a logarithm and of each thing are told by their formula.
            let is_formula = ["proteinuria", "thrombocytopenia", "leukopenia", "swollen_joints_28"]
                .contains(&row.id)
                && *id == "sle-das";
            if let (Some(points), false) = (row.rule.points(), is_formula) {
                let points = decimal(points, 6, '.');
                assert!(words(&told[1]).contains(&points), "{id}: {} {points}", words(&told[1]));
            }
        }
    }
}

#[test]
fn every_item_that_is_read_stands_on_the_page_at_its_visit_and_with_its_meaning() {
    for (instrument, page) in pages() {
        let definition = instrument.definition();
        let told = &tables(&page, "items")[0].rows;
        let read: Vec<String> = blocks(&page, "reads").iter().flat_map(said).collect();
        for reads in definition.reads {
            assert!(read.iter().any(|line| line == ENGLISH.role(reads.role)), "{}", page.id);
            for item in reads.items {
                let row = told.iter().find(|row| has_code(&row[0], item.id()));
                let row = row.unwrap_or_else(|| panic!("{}: {}", page.id, item.id()));
                assert_told(&words(&row[1]), item.id());
                let text = ENGLISH.item_for(definition.id, *item);
                assert_eq!(words(&row[0]), format!("{} {}", text.label, item.id()));
                assert!(read.iter().any(|line| line.contains(text.label)), "{}", item.id());
                for measured in definition.measurements(*item) {
                    let is_told = told.iter().any(|row| has_code(&row[0], measured.id()));
                    assert!(is_told, "{}: {}", page.id, measured.id());
                    let by = words(row.last().expect("a cell"));
                    assert!(by.contains(ENGLISH.item(measured).label), "{}: {by}", page.id);
                }
            }
        }
        for row in told {
            let id = row[0].iter().find_map(|piece| match piece {
                Piece::Code(id) => Item::from_id(id),
                _ => None,
            });
            assert!(id.is_some(), "{}: {:?}", page.id, row[0]);
        }
    }
}

#[test]
fn every_choice_stands_on_the_page_the_default_marked() {
    for (instrument, page) in pages() {
        let tables = tables(&page, "rule-sets");
        for option in instrument.definition().options {
            for (place, value) in option.values.iter().enumerate() {
                let row = tables
                    .iter()
                    .flat_map(|table| &table.rows)
                    .find(|row| row.len() == 3 && has_code(&row[0], value.code));
                let row = row.unwrap_or_else(|| panic!("{}: {}", page.id, value.code));
                assert!(row[2].contains(&Piece::Tag(value.fact.evidence)), "{}", value.code);
                let marked = words(&row[0]).contains(ENGLISH.reference().default);
                assert_eq!(marked, place == 0, "{}: {}", page.id, value.code);
                for band in value.bands.into_iter().flat_map(|bands| bands.bands) {
                    let named = |row: &Vec<Line>| has_code(&row[0], band.name);
                    assert!(tables.iter().any(|it| it.rows.iter().any(named)), "{}", band.name);
                }
            }
        }
    }
}

#[test]
fn every_source_number_and_warning_stands_on_the_page() {
    for (instrument, page) in pages() {
        let definition = instrument.definition();
        let sources: Vec<String> = blocks(&page, "sources").iter().flat_map(said).collect();
        assert_eq!(sources.len(), definition.sources.len(), "{}", page.id);
        for source in definition.sources {
            let told = sources.iter().find(|line| line.contains(source.reference));
            let told = told.unwrap_or_else(|| panic!("{}: {}", page.id, source.key));
            assert!(source.doi.is_none_or(|doi| told.contains(doi)), "{told}");
        }
        let calculation: Vec<String> = blocks(&page, "calculation").iter().flat_map(said).collect();
        for (name, value) in instrument.constants() {
            let told = ENGLISH.constant(definition, name);
            assert_told(&told, name);
            assert!(calculation.contains(&format!("{told} {name}")), "{}: {name}", page.id);
            assert!(calculation.contains(&ENGLISH.number(*value)), "{}: {name}", page.id);
        }
        let warned: Vec<String> = blocks(&page, "warnings").iter().flat_map(said).collect();
        for code in definition.warnings() {
            assert!(warned.contains(&code.code().to_owned()), "{}: {code:?}", page.id);
        }
        assert_eq!(page.preview.is_some(), definition.preview, "{}", page.id);
    }
}

#[test]
fn every_cell_of_a_table_has_its_title() {
    for (_, page) in pages() {
        for block in page.sections.iter().flat_map(|section| &section.blocks) {
            if let ReferenceBlock::Table(table) = block {
                assert!(!table.rows.is_empty(), "{}", page.id);
                for row in &table.rows {
                    assert_eq!(row.len(), table.columns.len(), "{}: {row:?}", page.id);
                }
            }
        }
    }
}

// The words

#[test]
fn every_instrument_says_what_it_is_not_for_and_what_an_open_answer_does() {
    for definition in definitions() {
        let limits = ENGLISH.limits(definition.id);
        assert!(limits.len() >= 3, "{} says too little of what it is not for", definition.id);
        let notes = ENGLISH.rule_notes(definition.id);
        assert!(!notes.is_empty(), "{} says nothing of its rule", definition.id);
        let open = ENGLISH.left_open(definition.id);
        assert!(!open.is_empty(), "{} says nothing of open answers", definition.id);
        for point in limits.iter().chain(open).chain(notes) {
            assert_sentence(point, definition.id);
        }
        for limit in limits {
            assert!(limit.starts_with("Not for "), "{}: {limit}", definition.id);
        }
        assert_unique(limits.iter().copied(), definition.id);
        for code in definition.warnings() {
            let text = ENGLISH.warning_text(definition.id, code);
            assert_sentence(text.says, code.code());
            assert_sentence(text.when, code.code());
        }
    }
    assert!(ENGLISH.limits("sledai-3k").is_empty());
    assert!(ENGLISH.left_open("sledai-3k").is_empty());
}

#[test]
fn no_number_of_a_table_is_written_again_in_words_about_it() {
    /// Numbers that name something else: a score, a year, an older form.
    const NAMES: [&str; 9] = ["2K", "1992", "2016", "2017", "2001", "2021", "26", "24", "4"];
    for definition in definitions() {
        let warnings = definition.warnings().map(|it| ENGLISH.warning_text(definition.id, it));
        let words = ENGLISH
            .limits(definition.id)
            .iter()
            .chain(ENGLISH.left_open(definition.id))
            .chain(ENGLISH.rule_notes(definition.id))
            .copied()
            .chain(warnings.flat_map(|text| [text.says, text.when]));
        for text in words {
            let numbers = text
                .split(|letter: char| !letter.is_ascii_alphanumeric())
                .filter(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
            for number in numbers.filter(|number| *number != "0") {
                assert!(NAMES.contains(&number), "{}: {number} in {text:?}", definition.id);
            }
        }
    }
}

#[test]
fn the_list_holds_every_instrument_once_with_what_it_gives() {
    let groups = reference_index(&ENGLISH);
    let listed: Vec<&str> =
        groups.iter().flat_map(|group| &group.entries).map(|entry| entry.id).collect();
    assert_unique(listed.iter().copied(), "the list");
    assert_eq!(listed.len(), REGISTRY.len());
    for entry in groups.iter().flat_map(|group| &group.entries) {
        for words in [entry.name, entry.measures, entry.source, &entry.confirmed, &entry.gives] {
            assert_told(words, entry.id);
        }
    }
    let tags = Evidence::ALL.map(|it| ENGLISH.evidence(it).label);
    assert_unique(tags, "tags");
}

#[test]
fn a_page_told_in_marks_keeps_its_words() {
    for (_, page) in pages() {
        let text = reference_markdown(&page, &ENGLISH);
        assert!(text.starts_with(&format!("# {}\n", page.title)), "{}", page.id);
        for line in text.lines().filter(|line| line.starts_with('|')) {
            let columns = line.replace("\\|", "").matches('|').count();
            assert!(columns >= 3, "{}: {line}", page.id);
        }
        assert!(!text.contains('\u{a0}'), "{}", page.id);
    }
}
