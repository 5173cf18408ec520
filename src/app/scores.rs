//! Which scores are wanted.

use leptos::prelude::*;

use super::keep::Kept;
use super::route::Route;
use crate::instruments::{Definition, Disease, REGISTRY};
use crate::session::Edit;
use crate::ui::element::{Element, View, button, dynamic, element};
use crate::ui::{Session, Writable, language, platform};

/// The diseases, in the order in which they are offered.
pub const DISEASES: [Disease; 3] = [Disease::Lupus, Disease::SystemicSclerosis, Disease::Myositis];

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
    let diseases = DISEASES.into_iter().map(disease);
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

/// A start with the scores that are usual in a disease, with one press. Where a
/// course is being entered, it asks first whose it is.
pub fn begin() -> Element {
    let session = Session::of_page();
    let kept = Kept::of_page();
    let asked: Writable<Option<Disease>> = Writable::new(None);
    let start = move |disease: Disease| {
        session.edit(Edit::Disease(disease, true));
        platform::go_to(&Route::Visit.fragment());
    };
    let press = move |disease: Disease| {
        let has = session.with_course(|course| course.has_disease(disease));
        let begun = session.with_course(|course| !course.is_blank());
        match (has, begun) {
            (false, true) => {
                asked.set(Some(disease));
                platform::soon(|| platform::focus(ASKED));
            }
            _ => start(disease),
        }
    };
    let question = dynamic(move || {
        let Some(disease) = asked.get() else { return View::nothing() };
        let words = language().workspace();
        let clear = move || {
            kept.clear();
            session.edit(Edit::ChooseOnly(disease));
            platform::go_to(&Route::Visit.fragment());
        };
        element("div")
            .class("rs-question")
            .id(ASKED)
            .attribute("tabindex", "-1")
            .child(element("p").child(language().add_or_begin(language().disease(disease))))
            .child(button(words.same_patient, move || start(disease)))
            .child(button(words.next_patient, clear).class("rs-button rs-button--grave"))
            .into()
    });
    let diseases = DISEASES.into_iter().map(move |disease| begin_with(disease, press));
    element("div").child(question).child(element("div").class("rs-begin").children(diseases))
}

/// The id of the question whose course it is.
const ASKED: &str = "whose";

fn begin_with(disease: Disease, press: impl Fn(Disease) + 'static) -> Element {
    let usual = REGISTRY.iter().map(|instrument| instrument.definition());
    let usual = usual.filter(|definition| definition.disease == disease && definition.usual);
    let names: Vec<&str> =
        usual.map(|definition| language().instrument(definition.id).name).collect();
    element("button")
        .attribute("type", "button")
        .class("rs-begin__disease")
        .child(element("b").child(language().disease(disease)))
        .child(element("span").child(names.join(", ")))
        .on("click", move |_| press(disease))
}
