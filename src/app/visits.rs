//! The visits of the course, in the order of time.

use crate::report::visit_name;
use crate::session::{Course, Edit, Insert, VisitDraft, VisitId};
use crate::ui::element::{Element, View, button, dynamic, element, shown_while};
use crate::ui::{Session, language, platform};

/// The id of the name of the open visit.
pub const LABEL: &str = "visit-label";

/// The tab of the open visit.
const OPEN: &str = ".rs-visits__tab[aria-current]";
/// The list of the visits.
const LIST: &str = ".rs-visits__list";

/// A visit, as it is listed.
#[derive(Clone, PartialEq)]
struct Listed {
    id: VisitId,
    name: String,
    day: Option<i32>,
    is_open: bool,
    is_baseline: bool,
}

/// The visits, and new ones.
pub fn visits() -> Element {
    let session = Session::of_page();
    let words = language().workspace();
    let listed = session.course(|course| {
        let several = course.visits().len() > 1;
        let list = |visit: &VisitDraft| Listed {
            id: visit.id,
            name: visit_name(course, visit, language()),
            day: course.day(visit).filter(|_| several),
            is_open: visit.id == course.open(),
            is_baseline: several && visit.id == course.baseline(),
        };
        course.visits().map(list).collect::<Vec<Listed>>()
    });
    let tabs = dynamic(move || {
        let tabs = listed.get().into_iter().map(|it| tab(session, it).into());
        platform::soon(|| platform::reveal_in_list(OPEN, LIST));
        element("ul").class("rs-visits__list").child(tabs.collect::<Vec<View>>()).into()
    });
    let add = move |edit: Edit| {
        session.edit(edit);
        platform::soon(|| platform::focus(LABEL));
    };
    let can_copy = session.course(|course| !course.visits().all(VisitDraft::is_blank));
    let copy = shown_while(can_copy, move || {
        [
            button(words.copy_last, move || add(Edit::CopyLast))
                .class("rs-button rs-button--small")
                .into(),
            button(words.add_earlier, move || add(Edit::Add(Insert::Before)))
                .class("rs-button rs-button--small")
                .into(),
        ]
        .into()
    });
    let graded = session.course(Course::follows_cell_therapy);
    let check = shown_while(graded, move || {
        button(words.add_check, move || add(Edit::AddCheck))
            .class("rs-button rs-button--small")
            .into()
    });
    element("nav")
        .class("rs-visits")
        .attribute("aria-label", words.visits)
        .child(tabs)
        .child(
            button(words.add_visit, move || add(Edit::Add(Insert::AtEnd)))
                .class("rs-button rs-button--small"),
        )
        .child(check)
        .child(copy)
}

/// A visit in the list.
fn tab(session: Session, listed: Listed) -> Element {
    let Listed { id, name, day, is_open, is_baseline } = listed;
    let words = language().workspace();
    let mut tab = element("button").attribute("type", "button").class("rs-visits__tab");
    if is_open {
        tab = tab.attribute("aria-current", "true");
    }
    let day = day.map(|day| language().day(day)).unwrap_or_default();
    let note = if is_baseline { words.baseline } else { "" };
    let tab = tab
        .child(element("span").class("rs-visits__name").child(name))
        .child(element("span").class("rs-visits__day").child(day))
        .child(element("span").class("rs-visits__note").child(note))
        .on("click", move |_| {
            session.open(id);
            // The list is made anew: the focus stays with its visit.
            platform::soon(|| {
                platform::focus_first(OPEN);
                // The focus shows as much as has room, and this its beginning.
                platform::reveal_in_list(OPEN, LIST);
            });
        });
    element("li").child(tab)
}

/// What the open visit is called.
pub fn name_of_open(course: &Course) -> String {
    course.open_visit().map(|visit| visit_name(course, visit, language())).unwrap_or_default()
}
