//! The joints of a visit, each marked once.

use crate::session::worksheet::{Counted, Joint, JointName, JointState, Side};
use crate::session::{Edit, Overview};
use crate::ui::element::{Element, View, button, element};
use crate::ui::{Derived, Session, language};

/// The worksheet.
pub fn joints() -> View {
    let words = language().worksheets();
    let session = Session::of_page();
    let count = session.derive(|overview: &Overview| {
        let sheet = &overview.draft.worksheets.joints;
        let (count, complete) = match sheet.inflamed() {
            Counted::Exactly(count) => (count, true),
            Counted::AtLeast(count) => (count, false),
        };
        language().joints_counted(count, complete, sheet.examined())
    });
    let titles = [words.joint, language().worksheet("right"), language().worksheet("left")];
    let titles = titles.map(|title| element("th").attribute("scope", "col").child(title));
    let rows = JointName::ALL.map(|name| {
        let label = language().worksheet(name.code());
        let cells = Side::ALL.map(|side| element("td").child(joint(session, Joint { name, side })));
        element("tr").child(element("th").attribute("scope", "row").child(label)).children(cells)
    });
    let table = element("table")
        .class("rs-table rs-joints")
        .child(element("thead").child(element("tr").children(titles)))
        .child(element("tbody").children(rows));
    element("div")
        .class("rs-worksheet__body")
        .child(element("p").class("rs-input__hint").child(words.joints_hint))
        .child(table)
        .child(element("p").attribute("role", "status").child(count))
        .child(button(words.rest_of_joints, move || session.edit(Edit::RestOfJoints)))
        .into()
}

/// A joint: each press says the next thing of it.
fn joint(session: Session, joint: Joint) -> Element {
    let state = session.course(move |course| {
        course
            .open_visit()
            .map_or(JointState::NotExamined, |visit| visit.worksheets.joints.state(joint))
    });
    let name = format!(
        "{}, {}",
        language().worksheet(joint.name.code()),
        language().worksheet(joint.side.code()).to_ascii_lowercase()
    );
    let said =
        Derived::new(move || format!("{name}: {}", language().worksheet(state.get().code())));
    let mark = Derived::new(move || {
        let mark = match state.get() {
            JointState::NotExamined => "–",
            JointState::NotInflamed => "0",
            JointState::Inflamed => "●",
        };
        mark.to_owned()
    });
    let code = Derived::new(move || state.get().code().to_owned());
    element("button")
        .attribute("type", "button")
        .class("rs-joint")
        .attribute("data-joint", joint.code())
        .attribute_of("data-state", code)
        .attribute_of("aria-label", said)
        .child(mark)
        .on("click", move |_| {
            let next = match state.get_untracked() {
                JointState::NotExamined => JointState::Inflamed,
                JointState::Inflamed => JointState::NotInflamed,
                JointState::NotInflamed => JointState::NotExamined,
            };
            session.edit(Edit::Joint(joint, next));
        })
}
