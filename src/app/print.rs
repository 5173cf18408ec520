//! On paper: a sheet a visit, made when it is printed and gone afterwards.

use super::around::around_on_paper;
use super::course::{Row, chart_and_table, rows, shown};
use super::route::Route;
use crate::report::{Sheet, sheet};
use crate::session::{Course, Occasion, Reader, VisitId};
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
            Route::Home | Route::Cohort | Route::About | Route::Reference(_) | Route::Unknown => {
                Vec::new()
            }
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

/// Every visit, and what they come to over time. Checks between them are told
/// day by day, and have no page each.
fn of_course(session: Session, course: &Course) -> Vec<Element> {
    let visits = course.visits().filter(|visit| visit.occasion == Occasion::Visit);
    let visits: Vec<VisitId> = visits.map(|visit| visit.id).collect();
    let sheets = sheets(course, &visits);
    let mut pages: Vec<Element> = sheets.iter().map(view).collect();
    if course.visits().len() > 1 {
        let (diseases, pseudonym) = sheets
            .first()
            .map(|sheet| (sheet.diseases.join(", "), sheet.pseudonym.clone()))
            .unwrap_or_default();
        let title = language().workspace().course_title;
        let page = |content: Vec<Element>| {
            element("section")
                .class("rs-sheet")
                .attribute("aria-label", title)
                .child(head(&diseases, title, &pseudonym, &[]))
                .children(content)
        };
        pages.extend(around_on_paper(session, course).map(|around| page(vec![around])));
        pages.push(page(over_time(session, &rows(course))));
    }
    pages
}

/// What each score comes to over the visits.
fn over_time(session: Session, rows: &[Row]) -> Vec<Element> {
    let chart = |id| {
        element("section")
            .class("rs-sheet__chart")
            .child(element("h3").child(language().instrument(id).name))
            .children(chart_and_table(session, id, rows))
    };
    shown(rows).into_iter().map(chart).collect()
}
