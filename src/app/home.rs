//! The first page: what this is, and where to begin.

use super::files::Files;
use super::link;
use super::route::{EXAMPLES, Route};
use super::scores::DISEASES;
use crate::instruments::{Disease, REGISTRY};
use crate::session::Edit;
use crate::ui::element::{Element, View, element, shown_while};
use crate::ui::{Session, language, platform};

/// The first page.
pub fn home() -> View {
    let words = language().workspace();
    let files = Files::of_page();
    let heading = element("div")
        .class("rs-hero")
        .child(super::heading(words.hero))
        .child(element("p").class("rs-hero__lead").child(words.lead));
    let begun = Session::of_page().course(|course| !course.is_blank());
    let goes_on = shown_while(begun, move || {
        element("p")
            .class("rs-message")
            .child(words.begun)
            .child(" ")
            .child(link(Route::Visit, words.go_on))
            .into()
    });
    let begin = element("div").class("rs-begin").children(DISEASES.into_iter().map(begin));
    let examples = EXAMPLES.into_iter().map(|name| {
        element("li")
            .child(link(Route::Example(name), language().example(name)).class("rs-example"))
    });
    [
        heading.into(),
        goes_on,
        element("h2").child(words.begin).into(),
        begin.into(),
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

/// Begins a visit of a disease with one press.
fn begin(disease: Disease) -> Element {
    let session = Session::of_page();
    let usual = REGISTRY.iter().map(|instrument| instrument.definition());
    let usual = usual.filter(|definition| definition.disease == disease && definition.usual);
    let names: Vec<&str> =
        usual.map(|definition| language().instrument(definition.id).name).collect();
    element("button")
        .attribute("type", "button")
        .class("rs-begin__disease")
        .child(element("b").child(language().disease(disease)))
        .child(element("span").child(names.join(", ")))
        .on("click", move |_| {
            if !session.with_course(|course| course.has_disease(disease)) {
                session.edit(Edit::Disease(disease, true));
            }
            platform::go_to(&Route::Visit.fragment());
        })
}
