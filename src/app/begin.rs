//! The start of a visit: one press a disease.

use super::keep::Kept;
use super::route::Route;
use crate::instruments::{Disease, REGISTRY};
use crate::session::Edit;
use crate::text::Language;
use crate::ui::element::{Element, View, button, dynamic, element};
use crate::ui::{Entered, Writable, platform, spoken};

/// A start with the scores that are usual in a disease, with one press. Where a
/// course is being entered, it asks first whose it is.
pub fn begin() -> Element {
    let entered = Entered::of_page();
    let kept = Kept::of_page();
    let asked: Writable<Option<Disease>> = Writable::new(None);
    let start = move |disease: Disease| {
        entered.edit(Edit::Disease(disease, true));
        platform::go_to(&Route::Visit.fragment());
    };
    let press = move |disease: Disease| {
        let has = entered.with_course(|course| course.has_disease(disease));
        let begun = entered.with_course(|course| !course.is_blank());
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
        let words = spoken().workspace();
        let clear = move || {
            kept.clear();
            entered.edit(Edit::ChooseOnly(disease));
            platform::go_to(&Route::Visit.fragment());
        };
        element("div")
            .class("rs-question")
            .id(ASKED)
            .attribute("tabindex", "-1")
            .child(element("p").child(spoken().add_or_begin(spoken().disease(disease))))
            .child(button(words.same_patient, move || start(disease)))
            .child(button(words.next_patient, clear).class("rs-button rs-button--grave"))
            .into()
    });
    let diseases = Disease::ALL.into_iter().map(move |disease| begin_with(disease, press));
    element("div").child(question).child(element("div").class("rs-begin").children(diseases))
}

/// The id of the question whose course it is.
const ASKED: &str = "whose";

fn begin_with(disease: Disease, press: impl Fn(Disease) + 'static) -> Element {
    let usual = REGISTRY.iter().map(|instrument| instrument.definition());
    let usual = usual.filter(|definition| definition.disease == disease && definition.usual);
    let names: Vec<&str> =
        usual.map(|definition| spoken().instrument(definition.id).name).collect();
    element("button")
        .attribute("type", "button")
        .class("rs-begin__disease")
        .child(element("b").child(spoken().disease(disease)))
        .child(element("span").child(names.join(", ")))
        .on("click", move |_| press(disease))
}
