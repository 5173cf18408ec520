//! On paper: a sheet a visit, made when it is printed and gone afterwards.

use super::course::{Row, chart_and_table, rows, shown};
use super::route::Route;
use crate::report::{Sheet, sheet};
use crate::session::{Course, Reader, VisitId};
use crate::ui::element::{Element, below_page, element};
use crate::ui::{Session, head, language, platform, sheet as view};

/// The id of the sheets.
const SHEETS: &str = "sheets";

/// Prints the open visit from its page, and all visits from that of the course.
/// Other pages are printed as they are.
pub fn print() {
    let session = Session::of_page();
    // The browser lays paper out as soon as this returns: the sheets are built
    // by then, and nothing of them waits for an effect.
    let before = move || {
        platform::remove(SHEETS);
        let sheets = session.with_course(|course| match Route::parse(&platform::fragment()) {
            Route::Visit | Route::Instrument(_) | Route::Example(_) => of_visit(course),
            Route::Course => of_course(session, course),
            Route::Home | Route::About | Route::Unknown => Vec::new(),
        });
        if !sheets.is_empty() {
            below_page(element("div").class("rs-sheets").id(SHEETS).children(sheets));
        }
    };
    platform::on_print(before, || platform::remove(SHEETS));
}

fn sheets(course: &Course, visits: &[VisitId]) -> Vec<Sheet> {
    let mut reader = Reader::default();
    reader.read(course);
    visits.iter().filter_map(|visit| sheet(course, &reader, *visit, language())).collect()
}

fn of_visit(course: &Course) -> Vec<Element> {
    sheets(course, &[course.open()]).iter().map(view).collect()
}

/// Every visit, and what they come to over time.
fn of_course(session: Session, course: &Course) -> Vec<Element> {
    let visits: Vec<VisitId> = course.visits().map(|visit| visit.id).collect();
    let sheets = sheets(course, &visits);
    let mut pages: Vec<Element> = sheets.iter().map(view).collect();
    if let (Some(first), true) = (sheets.first(), sheets.len() > 1) {
        pages.push(over_time(session, first, &rows(course)));
    }
    pages
}

fn over_time(session: Session, first: &Sheet, rows: &[Row]) -> Element {
    let title = language().workspace().course_title;
    let charts = shown(rows).into_iter().map(|id| {
        element("section")
            .class("rs-sheet__chart")
            .child(element("h3").child(language().instrument(id).name))
            .children(chart_and_table(session, id, rows))
    });
    element("section")
        .class("rs-sheet")
        .attribute("aria-label", title)
        .child(head(&first.diseases.join(", "), title, &first.pseudonym, &[]))
        .children(charts)
}
