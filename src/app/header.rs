//! The top of every page: where one is, and the way back from every edit.

use super::link;
use super::route::Route;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::part::Part;
use super::search::SEARCH;
use crate::session::History;
use crate::text::Language;
use crate::ui::element::{Element, View, button, dynamic, element, shown_while};
use crate::ui::{Derived, Entered, Session, language, platform, spoken};

/// The header.
pub fn header(entered: Entered, part: Part, shown: Derived<Route>) -> Element {
    let words = spoken().workspace();
    let name = link(Route::Home, "Rheumscore").class("rs-header__name");
    let begun = entered.course(|course| !course.is_blank() || course.chosen().next().is_some());
    let pages = element("nav")
        .class("rs-nav")
        .attribute("aria-label", words.pages)
        .child(shown_while(begun, move || {
            [
                page(shown, Route::Visit, words.visit_title).into(),
                page(shown, Route::Course, words.course_title).into(),
            ]
            .into()
        }))
        .child(page(shown, Route::Cohort, spoken().page().cohort_title))
        .child(page(shown, Route::About, words.about_title));
    hear_keys(entered);
    // What is said of a step is said by the part that made it.
    let steps = dynamic(move || part.get().map_or_else(View::nothing, |it| (it.steps)()));
    element("header").class("rs-header").child(name).child(pages).child(steps)
}

fn page(shown: Derived<Route>, route: Route, name: &str) -> Element {
    let here = Derived::new(move || shown.get() == route);
    link(route, name).class("rs-nav__page").attribute_of(
        "aria-current",
        Derived::new(move || if here.get() { "page".to_owned() } else { String::new() }),
    )
}

/// Undo and redo, which say what they are about.
pub fn steps() -> View {
    let session = Session::of_page();
    let words = language().workspace();
    let undoable = session.steps(|history| history.undoable().is_some());
    let redoable = session.steps(|history| history.redoable().is_some());
    let any = Derived::new(move || undoable.get() || redoable.get());
    shown_while(any, move || {
        let step = move |name, forward, possible: Derived<bool>| {
            let nothing = Derived::new(move || !possible.get());
            button(name, move || session.step(forward))
                .class("rs-button rs-button--quiet")
                .attribute_while("aria-disabled", nothing)
        };
        let said = session.steps(|history: &History| {
            history.undoable().map(|edit| language().last_edit(edit.items())).unwrap_or_default()
        });
        element("div")
            .class("rs-steps")
            .child(element("span").class("rs-steps__last").child(said))
            .child(step(words.undo, false, undoable))
            .child(step(words.redo, true, redoable))
            .into()
    })
}

/// The keys that work everywhere.
fn hear_keys(entered: Entered) {
    platform::on_key(move |event| {
        // The search and a note to be copied have an undo of their own.
        let is_apart = |it: &HtmlElement| it.id() == SEARCH || it.tag_name() == "TEXTAREA";
        let target = event.target().and_then(|it| it.dyn_into::<HtmlElement>().ok());
        let apart = target.is_some_and(|it| is_apart(&it));
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        let shift = event.shift_key();
        match event.key().to_ascii_lowercase().as_str() {
            // An input's own undo would go behind the back of the course.
            "z" | "y" if apart => return,
            "z" => entered.step(shift),
            "y" if !shift => entered.step(true),
            "k" if !shift => platform::focus(SEARCH),
            _ => return,
        }
        event.prevent_default();
    });
}
