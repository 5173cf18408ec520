//! The first page: what this is, and the scores to choose from.

use leptos::prelude::*;

use super::HEADING;
use super::route::Route;
use crate::instruments::{Definition, Disease, REGISTRY};
use crate::ui::language;

/// The first page.
#[component]
pub fn Home() -> impl IntoView {
    let words = language().page();
    let diseases = [Disease::Lupus, Disease::SystemicSclerosis, Disease::Myositis]
        .map(|disease| view! { <Scores disease=disease /> })
        .collect_view();
    view! {
        <div class="rs-heading">
            <h1 id=HEADING tabindex="-1">
                "Rheumscore"
            </h1>
            <p>{words.purpose} " " {words.private}</p>
        </div>
        <h2>{words.choose}</h2>
        {diseases}
    }
}

/// The scores of one disease.
#[component]
fn Scores(disease: Disease) -> impl IntoView {
    let scores = REGISTRY
        .iter()
        .map(|instrument| instrument.definition())
        .filter(|definition| definition.disease == disease)
        .map(score)
        .collect_view();
    view! {
        <section>
            <h3>{language().disease(disease)}</h3>
            <ul class="rs-scores">{scores}</ul>
        </section>
    }
}

/// One score, and the way to its form.
fn score(definition: &'static Definition) -> impl IntoView {
    let text = language().instrument(definition.id);
    view! {
        <li>
            <a class="rs-score" href=Route::Instrument(definition).fragment()>
                <b>{text.name}</b>
                <span>{text.measures}</span>
            </a>
        </li>
    }
}
