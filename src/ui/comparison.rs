//! The four SLEDAI sheets side by side.

use std::rc::Rc;

use leptos::prelude::*;

use super::element::{Element, View, dynamic, element, shown_while};
use super::{Derived, Writable, language};
use crate::instruments::{Choices, Instrument, sledai};
use crate::items::Visits;
use crate::report::{ComparedRow, Comparison, Effect, Reason, compare};
use crate::scoring::Bounds;

/// Why another calculator gives another number: a disclosure that compares a
/// visit on the four sheets, for as long as it is open.
pub fn comparison(visit: impl Fn() -> (Choices, Visits) + 'static) -> View {
    disclosure(Rc::new(visit))
}

/// What is compared now.
type Visit = Rc<dyn Fn() -> (Choices, Visits)>;

fn disclosure(visit: Visit) -> View {
    let words = language().comparison();
    let open = Writable::new(false);
    let compared = shown_while(Derived::new(move || open.get()), move || {
        let visit = Rc::clone(&visit);
        dynamic(move || {
            let (choices, visits) = visit();
            compared(&compare(choices, &visits))
        })
    });
    element("details")
        .class("rs-comparison")
        .on("toggle", move |event| {
            open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
        })
        .child(element("summary").child(element("h3").child(words.title)))
        .child(compared)
        .into()
}

/// A comparison: the table, the reasons, and what the table cannot know.
fn compared(comparison: &Comparison) -> View {
    let words = language().comparison();
    let highest = comparison.totals.iter().find_map(|sheet| sheet.definition.range);
    let causes = words.causes.iter().map(|cause| element("li").child(*cause).into());
    let all_present = highest.map(|(_, highest)| {
        let test = language().all_present(highest);
        element("li").child(test).into()
    });
    let notes = [
        language().asked_differently(&comparison.asked_differently),
        language().open_on_all(&comparison.open),
    ];
    let notes = notes.into_iter().filter(|note| !note.is_empty());
    let notes = notes.map(|note| element("p").child(note).into()).collect::<Vec<View>>();
    [
        element("p").child(words.lead).into(),
        table(comparison),
        reasons(comparison),
        notes.into(),
        element("h4").child(words.elsewhere).into(),
        element("ul").children(causes.chain(all_present).collect::<Vec<View>>()).into(),
    ]
    .into()
}

/// The table, which scrolls by itself where it is wider than the page.
fn table(comparison: &Comparison) -> View {
    let words = language().comparison();
    let sheets = comparison.totals.iter().map(|sheet| {
        element("th")
            .attribute("scope", "col")
            .child(language().instrument(sheet.definition.id).name)
    });
    let page = language().page();
    let read = element("th").attribute("scope", "col").child(page.read_value);
    let head = element("tr")
        .child(element("th").attribute("scope", "col").child(page.part))
        .child(read)
        .children(sheets);
    let totals = comparison.totals.iter().map(|sheet| points(sheet.total));
    let foot = element("tr").child(title(words.total)).child(element("td")).children(totals);
    let table = element("table")
        .child(element("caption").class("rs-hidden").child(words.table))
        .child(element("thead").child(head))
        .child(element("tbody").children(comparison.rows.iter().map(row)))
        .child(element("tfoot").child(foot));
    // Whoever has no pointer scrolls it by the keys, and so has to reach it.
    let table = element("div")
        .class("rs-comparison__table")
        .attribute("role", "region")
        .attribute("tabindex", "0")
        .attribute("aria-label", words.table)
        .child(table);
    let why = if comparison.recorded { words.recorded } else { words.no_rows };
    let no_rows = comparison.rows.is_empty().then(|| element("p").child(why));
    [table.into(), no_rows.map_or_else(View::nothing, View::from)].into()
}

/// A descriptor on the four sheets. Where they differ, a word says so.
fn row(row: &ComparedRow) -> Element {
    let mut name = title(language().item(row.item).label);
    if row.differs() {
        let mark = element("span").class("rs-mark").child(language().comparison().differs);
        name = name.child(" ").child(mark);
    }
    let is_open = row.points.iter().any(|points| points.is_open());
    let sheet = sledai::SLEDAI_2K.definition().id;
    let read = language().part_value(sheet, row.item.id(), row.read, is_open);
    element("tr")
        .child(name)
        .child(element("td").child(read))
        .children(row.points.iter().map(|bounds| points(*bounds)))
}

fn title(text: &str) -> Element {
    element("th").attribute("scope", "row").child(text)
}

fn points(bounds: Bounds) -> Element {
    element("td").child(language().bounds(bounds))
}

/// Why the sheets differ, row by row; then what was answered once although they
/// ask for different things.
fn reasons(comparison: &Comparison) -> View {
    let words = language().comparison();
    let (mut other_points, mut one_answer) = (Vec::new(), Vec::new());
    for row in &comparison.rows {
        let Some(reason) = &row.reason else { continue };
        let list = match reason.effect {
            Effect::OtherPoints | Effect::NeedsEarlier => &mut other_points,
            Effect::OneAnswer => &mut one_answer,
        };
        list.push(line(row, reason));
    }
    let why = element("h4").child(words.why);
    let alike = element("p").child(words.one_answer);
    [list(why, other_points), list(alike, one_answer)].into()
}

/// A reason, and what would settle it.
fn line(row: &ComparedRow, reason: &Reason) -> View {
    let mut why = language().deviation(&reason.deviation);
    if reason.effect == Effect::NeedsEarlier {
        why = format!("{why} {}", language().needs_earlier());
    }
    let name = element("b").child(format!("{}:", language().item(row.item).label));
    element("li").child(name).child(" ").child(why).into()
}

/// A list under what is said of it; nothing where it is empty.
fn list(lead: Element, lines: Vec<View>) -> View {
    if lines.is_empty() {
        return View::nothing();
    }
    [lead.into(), element("ul").children(lines).into()].into()
}
