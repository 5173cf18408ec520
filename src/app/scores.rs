//! Which scores are wanted.

use leptos::prelude::*;

use crate::instruments::{Definition, Disease, REGISTRY};
use crate::session::Edit;
use crate::ui::element::{Element, View, element};
use crate::ui::{Session, language};

/// The choice of scores.
pub fn scores() -> Element {
    let session = Session::of_page();
    let words = language().workspace();
    let chosen = session.course(|course| {
        let names = course.chosen().map(|(it, _)| language().instrument(it.definition().id).name);
        names.collect::<Vec<&str>>().join(", ")
    });
    let title: View = [
        element("span").class("rs-panel__name").child(words.scores).into(),
        element("span").class("rs-panel__now").child(chosen).into(),
    ]
    .into();
    let diseases = Disease::ALL.into_iter().map(disease);
    element("details")
        .class("rs-panel rs-panel--scores")
        .child(element("summary").child(title))
        .child(element("div").class("rs-panel__body rs-scores").children(diseases))
}

/// The scores of a disease.
fn disease(disease: Disease) -> Element {
    let scores = REGISTRY
        .iter()
        .map(|instrument| instrument.definition())
        .filter(|definition| definition.disease == disease)
        .map(score);
    element("fieldset")
        .class("rs-choice")
        .child(element("legend").child(language().disease(disease)))
        .children(scores)
}

/// One score, ticked where it is wanted.
fn score(definition: &'static Definition) -> Element {
    let session = Session::of_page();
    let id = definition.id;
    let text = language().instrument(id);
    let chosen = session.course(move |course| course.score(id).chosen);
    let input = element("input")
        .attribute("type", "checkbox")
        .attribute("aria-describedby", &format!("score-{id}-about"))
        .id(&format!("score-{id}"))
        .property_while("checked", chosen)
        .on("change", move |event| {
            session.edit(Edit::Choose(id, event_target_checked(&event)));
        });
    element("div")
        .class("rs-score")
        .child(
            element("label")
                .class("rs-answer rs-answer--alone")
                .child(input)
                .child(element("span").child(text.name)),
        )
        .child(
            element("p")
                .class("rs-input__hint")
                .id(&format!("score-{id}-about"))
                .child(text.measures),
        )
}
