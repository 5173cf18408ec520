//! What went on around an infusion: drawn, and day by day.

use super::route::Route;
use crate::outcomes::Outcomes;
use crate::report::{Flowsheet, FlowsheetRow, course_as_a_whole, flowsheet, toxicity_by_day};
use crate::session::{Course, EventKind, VisitId};
use crate::ui::element::{Element, View, button, dynamic, element};
use crate::ui::{Session, lanes, language, platform};

/// The part of the page of a course, where there is more than its visits.
pub fn around(session: Session) -> View {
    dynamic(move || {
        let made = session.follow_course(|course| has_more(course).then(|| Made::of(course)));
        made.map_or_else(View::nothing, |made| made.shown(session).into())
    })
}

/// The same on paper.
pub fn around_on_paper(session: Session, course: &Course) -> Option<Element> {
    has_more(course).then(|| Made::of(course).shown(session))
}

/// Whether more is known than the day of an infusion, which every chart shows:
/// what else was given or stopped, or what cells do is graded.
fn has_more(course: &Course) -> bool {
    let told_by_charts = [EventKind::Infusion, EventKind::Other];
    course.events.iter().any(|event| !told_by_charts.contains(&event.kind))
        || course.follows_cell_therapy()
}

/// What is made of a course.
struct Made {
    drawings: Vec<(&'static str, crate::report::drawing::LanesInput)>,
    flowsheet: Flowsheet,
}

impl Made {
    fn of(course: &Course) -> Made {
        let outcomes = Outcomes::of(course);
        let words = language().workspace();
        let by_day = toxicity_by_day(course, &outcomes, language());
        let whole = course_as_a_whole(course, &outcomes, language());
        let drawings = [(words.toxicity_drawn, by_day), (words.course_drawn, whole)];
        Made {
            drawings: drawings.into_iter().filter_map(|(name, it)| Some((name, it?))).collect(),
            flowsheet: flowsheet(course, &outcomes, language()),
        }
    }

    fn shown(&self, session: Session) -> Element {
        let words = language().workspace();
        let drawings = self.drawings.iter().map(|(name, drawing)| lanes(drawing, name));
        let table = element("div")
            .class("rs-scroll")
            .attribute("tabindex", "0")
            .attribute("role", "region")
            .attribute("aria-labelledby", "day-by-day")
            .child(table(session, &self.flowsheet));
        element("section")
            .class("rs-course rs-around")
            .attribute("aria-labelledby", "around")
            .child(element("h2").id("around").child(words.around_infusion))
            .children(drawings)
            .child(element("h3").id("day-by-day").child(words.day_by_day))
            .child(table)
    }
}

fn table(session: Session, flowsheet: &Flowsheet) -> Element {
    let words = language().workspace();
    let titles = [words.day, words.visit_or_check].map(str::to_owned);
    let titles = titles.iter().chain(&flowsheet.columns);
    let titles = titles.map(|it| element("th").attribute("scope", "col").child(it.as_str()));
    element("table")
        .class("rs-table rs-flowsheet")
        .child(element("thead").child(element("tr").children(titles)))
        .child(element("tbody").children(flowsheet.rows.iter().map(|it| row(session, it))))
}

fn row(session: Session, row: &FlowsheetRow) -> Element {
    let day = row.day.map(|day| language().day(day)).unwrap_or_default();
    let name = match row.visit {
        Some(visit) => visit_button(session, visit, &row.name).into(),
        None => View::nothing(),
    };
    let cells = row.cells.iter().map(|cell| element("td").child(cell.as_str()));
    element("tr")
        .child(element("th").attribute("scope", "row").child(day))
        .child(element("td").child(name))
        .children(cells)
}

/// The way to a visit or check.
fn visit_button(session: Session, visit: VisitId, name: &str) -> Element {
    button(name, move || {
        session.open(visit);
        platform::go_to(&Route::Visit.fragment());
    })
    .class("rs-link")
}
