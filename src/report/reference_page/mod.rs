//! The reference page of an instrument, made from its table: what it gives and
//! is not for, what it reads, its rows, rule sets, warnings and sources.
//!
//! A page is made of sections, and these of a few kinds of blocks, so that what
//! writes it as Markdown and what shows it in a browser need know no instrument.
//! Every number is that of the table, every word that of a language.

mod calculation;
mod closing;
mod index;
mod items;
mod markdown;
mod options;
mod result;

use crate::instruments::{Definition, Instrument};
use crate::scoring::{Evidence, Fact};
use crate::text::ReferenceLanguage;

pub use index::{ReferenceEntry, ReferenceGroup, reference_index};
pub use markdown::{reference_index_markdown, reference_markdown};

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferencePage {
    /// The instrument.
    pub id: &'static str,
    /// Its published name.
    pub title: &'static str,
    /// The disease it is for.
    pub disease: &'static str,
    /// What it measures, in one sentence.
    pub measures: &'static str,
    /// What is to be known before anything else; `None` where there is nothing.
    pub preview: Option<&'static str>,
    /// What is told of it, in order.
    pub sections: Vec<ReferenceSection>,
}

/// A section of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceSection {
    /// Its name in an address, the same for all instruments.
    pub id: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// What it holds.
    pub blocks: Vec<ReferenceBlock>,
}

/// A block of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReferenceBlock {
    /// A heading below that of the section.
    Heading(Line),
    /// A paragraph.
    Paragraph(Line),
    /// A list of points.
    Points(Vec<Line>),
    /// A table.
    Table(ReferenceTable),
}

/// A table: the first cell of a row names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceTable {
    /// The titles of the columns.
    pub columns: Vec<&'static str>,
    /// The rows, as long as there are columns.
    pub rows: Vec<Vec<Line>>,
}

/// A line: pieces one after another, with a space between them.
pub type Line = Vec<Piece>;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// Words that stand out.
    Strong(String),
    /// A name as files and requests write it.
    Code(&'static str),
    /// The address of a paper, by its DOI.
    Doi(&'static str),
    /// How well a fact is confirmed.
    Tag(Evidence),
}

/// A line of words alone.
fn text(words: impl Into<String>) -> Line {
    vec![Piece::Text(words.into())]
}

/// What is named, as people and as files write it.
fn named(words: &str, id: &'static str) -> Line {
    vec![Piece::Text(words.to_owned()), Piece::Code(id)]
}

/// How well a fact is confirmed, and where it stands.
fn confirmed(fact: Fact) -> Line {
    vec![Piece::Tag(fact.evidence), Piece::Text(fact.locator.to_owned())]
}

/// An instrument that a page is made of.
struct Telling<'a> {
    instrument: &'a dyn Instrument,
    definition: &'static Definition,
    language: &'a dyn ReferenceLanguage,
}

/// The page of an instrument.
#[must_use]
pub fn reference_page(
    instrument: &dyn Instrument,
    language: &dyn ReferenceLanguage,
) -> ReferencePage {
    let definition = instrument.definition();
    let telling = Telling { instrument, definition, language };
    let words = language.reference();
    let text = language.instrument(definition.id);
    ReferencePage {
        id: definition.id,
        title: text.name,
        disease: language.disease(definition.disease),
        measures: text.measures,
        preview: definition.preview.then_some(words.preview),
        sections: vec![
            telling.limits(),
            telling.result(),
            telling.reads(),
            telling.items(),
            telling.calculation(),
            telling.options(),
            telling.left_open(),
            telling.warnings(),
            telling.sources(),
            telling.evidence(),
        ],
    }
}
