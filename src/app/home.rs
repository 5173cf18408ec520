//! The first page: what this is, and where to begin.

use super::begin::begin;
use super::files::Files;
use super::link;
use super::route::{EXAMPLES, Route};
use crate::text::Language;
use crate::ui::element::{Element, View, element, shown_while};
use crate::ui::{Entered, spoken};

/// The first page.
pub fn home() -> View {
    let words = spoken().workspace();
    let files = Files::of_page();
    let heading = element("div")
        .class("rs-hero")
        .child(super::heading(words.hero))
        .child(element("p").class("rs-hero__lead").child(words.lead));
    let begun = Entered::of_page().course(|course| !course.is_blank());
    let goes_on = shown_while(begun, move || {
        element("p")
            .class("rs-message")
            .child(words.begun)
            .child(" ")
            .child(link(Route::Visit, words.go_on))
            .into()
    });
    let examples = EXAMPLES.into_iter().map(|name| {
        element("li").child(link(Route::Example(name), spoken().example(name)).class("rs-example"))
    });
    [
        heading.into(),
        goes_on,
        element("h2").child(words.begin).into(),
        begin().into(),
        element("div").class("rs-home__other").child(files.chooser(words.open_course)).into(),
        element("h2").child(words.examples).into(),
        element("p").class("rs-quiet").child(words.examples_hint).into(),
        element("ul").class("rs-examples").children(examples).into(),
        element("ul").class("rs-promises").children(words.promises.map(promise)).into(),
    ]
    .into()
}

fn promise((name, explains): (&str, &str)) -> Element {
    element("li").child(element("b").child(name)).child(" ").child(explains)
}
