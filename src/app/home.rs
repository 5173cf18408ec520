//! The first page: what this is, and the scores to choose from.

use leptos::prelude::*;

use super::HEADING;
use super::route::Route;
use crate::instruments::{Definition, Disease, REGISTRY};
use crate::ui::language;

/// The first page.
pub fn home() -> AnyView {
    let words = language().page();
    let diseases = [Disease::Lupus, Disease::SystemicSclerosis, Disease::Myositis];
    let diseases: Vec<AnyView> = diseases.into_iter().map(scores).collect();
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
    .into_any()
}

/// The scores of one disease.
fn scores(disease: Disease) -> AnyView {
    let scores: Vec<AnyView> = REGISTRY
        .iter()
        .map(|instrument| instrument.definition())
        .filter(|definition| definition.disease == disease)
        .map(score)
        .collect();
    view! {
        <section>
            <h3>{language().disease(disease)}</h3>
            <ul class="rs-scores">{scores}</ul>
        </section>
    }
    .into_any()
}

/// One score, and the way to its form.
fn score(definition: &'static Definition) -> AnyView {
    let text = language().instrument(definition.id);
    view! {
        <li>
            <a class="rs-score" href=Route::Instrument(definition).fragment()>
                <b>{text.name}</b>
                <span>{text.measures}</span>
            </a>
        </li>
    }
    .into_any()
}
