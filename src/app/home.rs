//! The first page: what this is, and the scores to choose from.

use super::route::Route;
use crate::instruments::{Definition, Disease, REGISTRY};
use crate::ui::element::{Element, View, element};
use crate::ui::{Session, language};

/// The first page.
pub fn home() -> View {
    let words = language().page();
    let purpose = element("p").child(words.purpose).child(" ").child(words.private);
    let heading =
        element("div").class("rs-heading").child(super::heading("Rheumscore")).child(purpose);
    // One visit is scored by many instruments: what is entered goes along.
    let session = Session::of_page();
    let carried = session.slice(|draft| language().carried_over(draft.count()));
    [
        heading.into(),
        element("p").class("rs-carried").child(carried).into(),
        element("h2").child(words.choose).into(),
        scores(Disease::Lupus).into(),
        scores(Disease::SystemicSclerosis).into(),
        scores(Disease::Myositis).into(),
    ]
    .into()
}

/// The scores of one disease.
fn scores(disease: Disease) -> Element {
    let scores = REGISTRY
        .iter()
        .map(|instrument| instrument.definition())
        .filter(|definition| definition.disease == disease)
        .map(score);
    element("section")
        .child(element("h3").child(language().disease(disease)))
        .child(element("ul").class("rs-scores").children(scores))
}

/// One score, and the way to its form.
fn score(definition: &'static Definition) -> Element {
    let text = language().instrument(definition.id);
    let link = element("a")
        .class("rs-score")
        .attribute("href", &Route::Instrument(definition).fragment())
        .child(element("b").child(text.name))
        .child(element("span").child(text.measures));
    element("li").child(link)
}
