//! Grades in a table: the row says what is graded, the column on which side.

use crate::items::Item;
use crate::session::worksheet::Side;
use crate::session::{Edit, Field, Record, VisitDraft};
use crate::text::WorksheetLine;
use crate::ui::carried::carried;
use crate::ui::element::{Element, View, button, dynamic, element, lines, shown_while};
use crate::ui::field::{Place, text_input};
use crate::ui::form::{field_id, state};
use crate::ui::{Derived, Session, go_to_item, language};

/// Whether the form asks for grades one by one, or they stand beside their
/// total and nothing waits for them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Grades {
    /// Each is an item of the form.
    Asked,
    /// They only add up to a total that is.
    Beside,
}

/// A table of grades: a row a part of the body, and its grades: one in the
/// middle, or one for each of these sides.
pub fn sided(
    grades: Grades,
    title: &'static str,
    sides: &[Side],
    rows: impl IntoIterator<Item = (&'static str, Vec<Item>)>,
) -> Element {
    let titles = sides.iter().map(|side| language().worksheet(side.code()));
    let width = sides.len().to_string();
    let rows = rows.into_iter().map(|(name, items)| {
        let middle = items.len() < sides.len();
        let cells = items.into_iter().map(|item| {
            let cell = cell(grades, item);
            if middle { cell.attribute("colspan", &width) } else { cell }
        });
        row(name).children(cells.collect::<Vec<Element>>())
    });
    table([title].into_iter().chain(titles), rows)
}

/// A table with a line of titles.
pub fn table(
    titles: impl IntoIterator<Item = &'static str>,
    rows: impl IntoIterator<Item = Element>,
) -> Element {
    let titles = titles.into_iter().map(|it| element("th").attribute("scope", "col").child(it));
    element("table")
        .class("rs-table rs-grades")
        .child(element("thead").child(element("tr").children(titles.collect::<Vec<_>>())))
        .child(element("tbody").children(rows))
}

/// A row that begins with its name.
pub fn row(name: impl Into<View>) -> Element {
    element("tr").child(element("th").attribute("scope", "row").child(name))
}

/// A cell of an item: what styles, keys and the way to what is open go by.
pub fn cell_of(grades: Grades, item: Item, input: impl Into<View>) -> Element {
    let cell =
        element("td").attribute("data-item", item.id()).child(input.into()).child(carried(item));
    match grades {
        Grades::Asked => cell.attribute_of("data-state", state(item)),
        Grades::Beside => cell,
    }
}

/// The cell of a grade. Its label is heard; the table shows where it stands.
fn cell(grades: Grades, item: Item) -> Element {
    cell_of(grades, item, grade(item)).id(&field_id(item))
}

/// The input of a grade.
pub fn grade(item: Item) -> View {
    let place = Place { item, field: Field::Value };
    text_input(place, language().item(item).label, "", "numeric", None)
}

/// What is wrong with the grades of a table, below it: a cell has no room.
pub fn problems(items: &'static [Item]) -> View {
    let problems = Session::of_page().derive(move |overview| {
        let problems = items.iter().filter_map(|item| {
            overview.problem(*item, Field::Value).map(|problem| language().problem(problem))
        });
        problems.collect::<Vec<String>>()
    });
    lines(problems, |line| element("p").class("rs-input__error").child(line))
}

/// What copied grades look like and wait for, while there are any.
pub fn copied(items: &'static [Item]) -> View {
    let is_any = Session::of_page().course(|course| {
        let is_copied =
            |visit: &VisitDraft, item: &Item| visit.record(*item).is_some_and(Record::is_carried);
        course.open_visit().is_some_and(|visit| items.iter().any(|it| is_copied(visit, it)))
    });
    shown_while(is_any, || {
        element("p").class("rs-input__hint").child(language().worksheets().copied).into()
    })
}

/// What a table comes to.
pub fn total(total: Derived<String>) -> Element {
    element("p").class("rs-total").attribute("role", "status").child(total)
}

/// Enters a result as the value of an item, unless there is none or it stands
/// there already.
pub fn enter(item: Item, result: Derived<String>) -> View {
    let session = Session::of_page();
    let typed = session.text(item, Field::Value);
    let offered = Derived::new(move || {
        let result = result.get();
        if typed.with(|typed| *typed == result) { String::new() } else { result }
    });
    dynamic(move || {
        let result = offered.get();
        if result.is_empty() {
            return View::nothing();
        }
        let name = language().worksheet_line(&WorksheetLine::Enter(&result, item));
        button(&name, move || {
            session.edit(Edit::Enter(item, result.clone()));
            go_to_item(item);
        })
        .into()
    })
}
