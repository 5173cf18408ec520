//! Lists whose questions are marked one by one: the points of the ICE score and
//! the domains of BILAG.

use super::grades::{row, table, total};
use crate::session::worksheet::{BilagDomain, BilagState, IcePoint, IceState};
use crate::session::{Course, Edit, Worksheets};
use crate::text::WorksheetLine;
use crate::ui::answers::Answer;
use crate::ui::element::{Element, View, button, element};
use crate::ui::{Derived, Session, language};

/// The points of the ICE score.
pub fn ice() -> View {
    let words = language().worksheets();
    let session = Session::of_page();
    let sheet = session.course(|course| of_visit(course, |sheets| sheets.ice.clone()));
    let questions = IcePoint::ALL.map(|point| {
        let answers = IceState::ALL.map(|state| Answer {
            code: state.code(),
            name: language().worksheet(state.code()),
            quiet: state == IceState::NotTested,
            chosen: Derived::new(move || sheet.with(|sheet| sheet.state(point) == state)),
            choose: Box::new(move || {
                let mut sheet = sheet.get_untracked();
                sheet.mark(point, state);
                session.edit(Edit::Ice(sheet));
            }),
        });
        question("ice", point.code(), answers.into())
    });
    let told = Derived::new(move || {
        sheet.with(|sheet| {
            let complete = sheet.score().is_some();
            let (done, tested) = (sheet.in_state(IceState::Done), sheet.known());
            language().worksheet_line(&WorksheetLine::Ice { done, tested, complete })
        })
    });
    let rest = button(words.rest_of_ice, move || {
        let mut sheet = sheet.get_untracked();
        sheet.mark_rest(&IcePoint::ALL, IceState::Done);
        session.edit(Edit::Ice(sheet));
    });
    let titles = IceState::ALL.map(IceState::code);
    marks(words.ice_hint, words.point, &titles, questions, told, rest)
}

/// The domains of BILAG.
pub fn bilag() -> View {
    let words = language().worksheets();
    let session = Session::of_page();
    let sheet = session.course(|course| of_visit(course, |sheets| sheets.bilag.clone()));
    let questions = BilagDomain::ALL.map(|domain| {
        let answers = BilagState::ALL.map(|state| Answer {
            code: state.code(),
            name: language().worksheet(state.code()),
            quiet: state == BilagState::NotAssessed,
            chosen: Derived::new(move || sheet.with(|sheet| sheet.state(domain) == state)),
            choose: Box::new(move || {
                let mut sheet = sheet.get_untracked();
                sheet.mark(domain, state);
                session.edit(Edit::Bilag(sheet));
            }),
        });
        question("bilag", domain.code(), answers.into())
    });
    let told = Derived::new(move || {
        sheet.with(|sheet| {
            let new = [BilagState::NewA, BilagState::NewB].map(|state| sheet.new_in(state));
            let [Some(new_a), Some(new_b)] = new else { return String::new() };
            language().worksheet_line(&WorksheetLine::Bilag([new_a, new_b], sheet.known()))
        })
    });
    let rest = button(words.rest_of_bilag, move || {
        let mut sheet = sheet.get_untracked();
        sheet.mark_rest(&BilagDomain::ALL, BilagState::NotNew);
        session.edit(Edit::Bilag(sheet));
    });
    let titles = BilagState::ALL.map(BilagState::code);
    marks(words.bilag_hint, words.domain, &titles, questions, told, rest)
}

/// A part of the worksheets of the open visit.
fn of_visit<T: Default>(course: &Course, look: fn(&Worksheets) -> T) -> T {
    course.open_visit().map(|visit| look(&visit.worksheets)).unwrap_or_default()
}

/// A list: its table, what it comes to, and what can be said of its rest.
fn marks(
    hint: &'static str,
    title: &'static str,
    states: &[&str],
    questions: impl IntoIterator<Item = Element>,
    told: Derived<String>,
    rest: Element,
) -> View {
    let titles = states.iter().map(|state| language().worksheet(state));
    element("div")
        .class("rs-worksheet__body")
        .child(element("p").class("rs-input__hint").child(hint))
        .child(table([title].into_iter().chain(titles), questions).class("rs-table rs-marks"))
        .child(total(told))
        .child(rest)
        .into()
}

/// A row: a question, and an answer a column, by their codes. The name of both
/// is heard with each.
fn question(list: &str, code: &'static str, answers: Vec<Answer>) -> Element {
    let name = language().worksheet_heard(code);
    let group = format!("{list}-{code}");
    let cells = answers.into_iter().map(|Answer { code, quiet, chosen, choose, .. }| {
        let input = element("input")
            .attribute("type", "radio")
            .attribute("name", &group)
            .attribute("value", code)
            .property_while("checked", chosen)
            .on("change", move |_| choose());
        let answer = language().worksheet_heard(code);
        let heard = element("span").class("rs-hidden").child(format!("{name}: {answer}"));
        let class = if quiet { "rs-pick rs-pick--quiet" } else { "rs-pick" };
        element("td").child(element("label").class(class).child(input).child(heard))
    });
    row(language().worksheet(code)).children(cells.collect::<Vec<Element>>())
}
