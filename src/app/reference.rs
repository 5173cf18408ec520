//! The reference page of an instrument, and the list of all of them.

use super::link;
use super::route::Route;
use crate::instruments::{Definition, find};
use crate::report::{
    Line, Piece, ReferenceBlock, ReferenceEntry, ReferenceGroup, ReferencePage, ReferenceSection,
    ReferenceTable, reference_index, reference_page,
};
use crate::text::{Language, ReferenceLanguage};
use crate::ui::element::{Element, View, button, element};
use crate::ui::{doi, evidence, platform, spoken};

/// The list of all of them, by disease.
pub fn all_references() -> View {
    let words = spoken().reference();
    let heading = element("div")
        .class("rs-heading")
        .child(super::heading(spoken().page().reference_title))
        .child(element("p").child(words.lead));
    let groups = reference_index(spoken()).into_iter().map(group);
    element("div").class("rs-reference").child(heading).children(groups).into()
}

/// The instruments of a disease.
fn group(group: ReferenceGroup) -> Element {
    let entries = group.entries.iter().map(entry);
    element("section")
        .child(element("h2").child(group.disease))
        .child(element("ul").class("rs-reference__list").children(entries))
}

fn entry(entry: &ReferenceEntry) -> Element {
    let definition = find(entry.id).map(|instrument| instrument.definition());
    let name = element("p")
        .child(link(Route::Reference(definition), entry.name))
        .children(entry.preview.then(|| preview_mark().into()).into_iter().flat_map(spaced));
    element("li")
        .child(name)
        .child(element("p").child(entry.measures))
        .child(element("p").class("rs-quiet").child(format!("{}.", entry.gives)))
}

fn preview_mark() -> Element {
    element("span").class("rs-mark").child(spoken().reference().preview_mark)
}

/// Something behind a space.
fn spaced(view: View) -> [View; 2] {
    [" ".into(), view]
}

/// The page of an instrument.
pub fn reference(definition: &'static Definition) -> View {
    let Some(instrument) = find(definition.id) else { return View::nothing() };
    let ReferencePage { id, title, disease, measures, preview, sections } =
        reference_page(instrument, spoken());
    let words = spoken().reference();
    let about = element("p")
        .class("rs-quiet")
        .child(disease)
        .child(" · ")
        .child(element("code").child(id))
        .child(" · ")
        .child(link(Route::Reference(None), words.all));
    let heading = element("div")
        .class("rs-heading")
        .child(super::heading(title))
        .child(element("p").child(measures))
        .child(about)
        .children(preview.map(|said| element("p").class("rs-message").child(said)));
    let contents = sections.iter().map(|it| element("li").child(jump(it)));
    let contents = element("nav")
        .attribute("aria-label", words.contents)
        .class("rs-reference__contents")
        .child(element("ul").children(contents));
    element("article")
        .class("rs-reference")
        .child(heading)
        .child(contents)
        .children(sections.into_iter().map(section))
        .into()
}

/// Leads to a section. An address of its own it has not: that is of a page.
fn jump(section: &ReferenceSection) -> Element {
    let id = id_of(section.id);
    button(section.heading, move || platform::focus(&id)).class("rs-link")
}

/// The id of the heading of a section.
fn id_of(section: &str) -> String {
    format!("reference-{section}")
}

fn section(section: ReferenceSection) -> Element {
    let mut heading = id_of(section.id);
    let title = element("h2").id(&heading).attribute("tabindex", "-1").child(section.heading);
    let mut shown = element("section").attribute("aria-labelledby", &heading).child(title);
    for (block, at) in section.blocks.into_iter().zip(0..) {
        shown = shown.child(match block {
            ReferenceBlock::Heading(words) => {
                heading = format!("{}-{at}", id_of(section.id));
                element("h3").id(&heading).child(line(words))
            }
            ReferenceBlock::Paragraph(words) => element("p").child(line(words)),
            ReferenceBlock::Points(points) => {
                element("ul").children(points.into_iter().map(|it| element("li").child(line(it))))
            }
            ReferenceBlock::Table(told) => table(told, &heading),
        });
    }
    shown
}

/// A table, whose cells stand below each other where the page is narrow, and
/// which scrolls in a box of its own where it is wider than the page.
fn table(table: ReferenceTable, heading: &str) -> Element {
    let ReferenceTable { columns, rows } = table;
    let rows = rows.into_iter().map(|cells| {
        let cell = |(at, (cell, title)): (usize, (Line, &&str))| match at {
            0 => element("th").attribute("scope", "row").child(line(cell)),
            // Without room for the columns a cell tells its title.
            _ if cell.is_empty() => element("td"),
            _ => element("td").attribute("data-title", title).child(line(cell)),
        };
        element("tr").children(cells.into_iter().zip(&columns).enumerate().map(cell))
    });
    let rows: Vec<Element> = rows.collect();
    let titles = columns.iter();
    let titles = titles.map(|title| element("th").attribute("scope", "col").child(*title));
    let shown = element("table")
        .class("rs-table rs-table--stacks")
        .child(element("thead").child(element("tr").children(titles)))
        .child(element("tbody").children(rows));
    element("div")
        .class("rs-scroll")
        .attribute("tabindex", "0")
        .attribute("role", "region")
        .attribute("aria-labelledby", heading)
        .child(shown)
}

/// Pieces one after another.
fn line(line: Line) -> View {
    let pieces = line.into_iter().map(|piece| -> View {
        match piece {
            Piece::Text(words) => words.into(),
            Piece::Strong(words) => element("b").child(words).into(),
            Piece::Code(name) => element("code").child(name).into(),
            Piece::Doi(name) => doi(name).into(),
            Piece::Tag(known) => evidence(known).into(),
        }
    });
    pieces.flat_map(|piece| [piece, " ".into()]).collect::<Vec<View>>().into()
}
