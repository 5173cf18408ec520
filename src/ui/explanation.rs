//! Why a score stands where it does: its rows, what is open, its sources.

use super::definition::evidence;
use super::element::{Element, View, dynamic, element, shown_while};
use super::session::go_to_item;
use super::{Session, language, platform};
use crate::instruments::{Definition, Row, RowRule, find};
use crate::items::Item;
use crate::report::consequences;
use crate::scoring::{Mention, Outcome, Part, Role, Source};
use crate::session::{Assessed, Overview, Scored};

/// What could still change a result, and what it would change.
pub fn missing(definition: &'static Definition) -> View {
    let session = Session::of_page();
    let count = session.derive(move |overview| {
        let missing = language().page().missing;
        format!("{missing} ({})", open(overview, definition).len())
    });
    let shown = session.derive(move |overview| {
        let answered = assessed(overview, definition).is_some_and(|assessed| assessed.answered);
        answered && !open(overview, definition).is_empty()
    });
    shown_while(shown, move || {
        // Made anew only where what is open, or what it would lead to, is another.
        let entries = session.derive(move |overview| {
            let open = open(overview, definition);
            open.iter().map(|it| (*it, tried(overview, definition, *it))).collect::<Vec<_>>()
        });
        let entries = dynamic(move || {
            let entries = entries.get().into_iter();
            entries
                .map(|(mention, tried)| missing_item(definition, mention, tried).into())
                .collect::<Vec<View>>()
                .into()
        });
        let few =
            session.with_overview_now(|overview| open(overview, definition).len() <= FEW_OPEN);
        let mut missing = element("details").class("rs-missing");
        if few {
            missing = missing.attribute("open", "");
        }
        missing
            .child(element("summary").child(count))
            .child(element("p").child(language().page().missing_help))
            .child(element("ul").child(entries))
            .into()
    })
}

fn assessed<'a>(overview: &'a Overview, definition: &Definition) -> Option<&'a Assessed> {
    overview.of_instrument(definition.id).and_then(Scored::assessed)
}

/// What is missing.
fn open<'a>(overview: &'a Overview, definition: &Definition) -> &'a [Mention] {
    assessed(overview, definition).map_or(&[], |it| &it.assessment.judgement.missing)
}

/// One missing item, which leads to where it is entered.
fn missing_item(definition: &'static Definition, mention: Mention, tried: String) -> Element {
    // Earlier visits are entered in the page of this program alone.
    if mention.role != Role::Current && !cfg!(feature = "app") {
        return element("li").child(language().mention(mention));
    }
    let session = Session::of_page();
    let go = element("button")
        .attribute("type", "button")
        .class("rs-link")
        .child(language().mention(mention))
        .on("click", move |_| {
            let Some(item) = entered_at(definition, mention) else { return };
            // An earlier visit is opened first, where there is one.
            if let Some(visit) = session.with_course(|it| it.compared(it.open(), mention.role)) {
                session.open(visit);
            }
            platform::soon(move || go_to_item(item));
        });
    element("li").child(go).child(element("span").class("rs-missing__tried").child(tried))
}

/// Up to how many open items are told with what each would lead to.
const FEW_OPEN: usize = 6;

/// What a missing finding would lead to, either way.
fn tried(overview: &Overview, definition: &Definition, mention: Mention) -> String {
    let Some(assessed) = assessed(overview, definition) else { return String::new() };
    let Some(instrument) = find(definition.id) else { return String::new() };
    // Of an earlier visit a value is missing, and a value has too many answers.
    // While much is open, one answer decides little, and two dozen lines of it
    // hide the rest.
    if mention.role != Role::Current || open(overview, definition).len() > FEW_OPEN {
        return String::new();
    }
    let outcomes: Vec<String> =
        consequences(instrument, &assessed.assessment, &assessed.visits, mention)
            .iter()
            .map(|(finding, assessment)| language().consequence(*finding, assessment))
            .filter(|outcome| !outcome.is_empty())
            .collect();
    outcomes.join("; ")
}

/// The item through which a missing one is entered: itself or, where only a
/// measurement of it is asked, that one.
fn entered_at(definition: &Definition, mention: Mention) -> Option<Item> {
    let mut items = definition.reads.iter().flat_map(|reads| reads.items).copied();
    match Item::from_id(mention.id) {
        Some(named) => {
            items.find(|item| *item == named || named.measured_by().contains(item)).or(Some(named))
        }
        // What stands for several items is any value with a limit of its own.
        None => items.find(|item| item.kind().scale().is_some_and(|it| it.limit.is_some())),
    }
}

/// The rows of the calculation.
pub fn parts(definition: &'static Definition) -> View {
    let words = language().page();
    // By how much something changed, where that is what a row takes.
    let is_change =
        |row: &Row| matches!(row.rule, RowRule::Change(_) | RowRule::RelativeChange { .. });
    let compares = definition.rows.iter().any(is_change);
    let rows = Session::of_page().derive(move |overview| {
        let assessed = assessed(overview, definition);
        let parts = assessed.into_iter().flat_map(|it| &it.assessment.judgement.parts);
        parts.map(|part| cells(definition, part, compares)).collect::<Vec<Vec<String>>>()
    });
    let rows = dynamic(move || {
        rows.get().into_iter().map(|cells| table_row(cells).into()).collect::<Vec<View>>().into()
    });
    let rule_set = Session::of_page().derive(move |overview| {
        assessed(overview, definition).map_or_else(String::new, |assessed| {
            let chosen = definition.chosen(assessed.assessment.choices);
            let values: Vec<&str> = chosen.map(|(_, value)| value.code).collect();
            language().rule_set(definition, &values)
        })
    });
    let change = compares.then_some(words.change);
    let titles = [words.part, words.read_value].into_iter().chain(change).chain([words.gives]);
    let titles = titles.map(|title| element("th").attribute("scope", "col").child(title));
    let table = element("table")
        .class("rs-table")
        .child(element("thead").child(element("tr").children(titles)))
        .child(element("tbody").child(rows));
    [table.into(), element("p").class("rs-quiet").child(rule_set).into()].into()
}

/// A part as cells: its name, what was read, the change where visits are
/// compared, and what it gives.
fn cells(definition: &Definition, part: &Part, compares: bool) -> Vec<String> {
    let mut name = language().part(definition.id, part.id).to_owned();
    if let Some(item) = part.chosen.flatten().and_then(Item::from_id) {
        name = format!("{name} ({})", language().item(item).label);
    }
    let change = compares.then(|| match part.percent.flatten() {
        Some(percent) => format!("{}\u{a0}%", language().number(percent)),
        None => language().page().open.to_owned(),
    });
    let gives = match part.outcome {
        Outcome::Points(points) => match points.known() {
            Some(points) => language().number(points),
            None => format!(
                "{}–{}",
                language().number(points.lowest()),
                language().number(points.highest())
            ),
        },
        Outcome::Criterion(verdict) => language().verdict(verdict).to_owned(),
    };
    let value = language().part_value(definition.id, part.id, part.value, part.outcome.is_open());
    [name, value].into_iter().chain(change).chain([gives]).collect()
}

/// A row of a table, of which the first cell is the title.
pub fn table_row(cells: Vec<String>) -> Element {
    let cell = |(at, text)| match at {
        0 => element("th").attribute("scope", "row").child(text),
        _ => element("td").child(text),
    };
    element("tr").children(cells.into_iter().enumerate().map(cell))
}

/// What the instrument cites, and how well that is confirmed.
pub fn sources(definition: &'static Definition) -> Element {
    element("div")
        .class("rs-sources")
        .child(element("p").child(language().instrument(definition.id).not_for))
        .child(element("ul").children(definition.sources.iter().map(source)))
}

/// The address of the list of reference pages, within the page.
pub const REFERENCE: &str = "reference";

/// The address of the reference page of an instrument.
pub fn reference_address(id: &str) -> String {
    format!("#/{REFERENCE}/{id}")
}

/// A link to a paper, which opens apart.
pub fn doi(doi: &str) -> Element {
    element("a")
        .attribute("href", &format!("https://doi.org/{doi}"))
        .attribute("target", "_blank")
        .attribute("rel", "noopener noreferrer")
        .child(format!("doi:{doi}"))
}

/// A source with its link.
pub fn source(source: &Source) -> Element {
    element("li")
        .child(source.reference)
        .child(" ")
        .children(source.doi.map(doi))
        .child(" ")
        .child(evidence(source.evidence))
}
