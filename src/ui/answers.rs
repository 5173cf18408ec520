//! A question with a few answers, of which one is chosen.

use leptos::ev::Event;
use leptos::prelude::*;

use super::erased::Handler;

/// One answer.
pub struct Answer {
    /// Its name.
    pub name: &'static str,
    /// Whether it says that nothing is known, and should not look like more.
    pub quiet: bool,
    /// Whether it is chosen.
    pub chosen: Signal<bool>,
    /// Chooses it.
    pub choose: Handler<Event>,
}

/// A question, its answers, and what stands below them.
///
/// The group carries the id that other parts of the page lead to, and its
/// answers share one name, so that arrow keys move among them.
pub fn question(
    id: String,
    label: &'static str,
    answers: Vec<Answer>,
    below: Vec<AnyView>,
) -> AnyView {
    let answers: Vec<AnyView> =
        answers.into_iter().map(|answer| radio(id.clone(), answer)).collect();
    view! {
        <fieldset class="rs-item" id=id tabindex="-1">
            <legend class="rs-item__name">{label}</legend>
            <div class="rs-answers">{answers}</div>
            {below}
        </fieldset>
    }
    .into_any()
}

fn radio(name: String, answer: Answer) -> AnyView {
    let class = if answer.quiet { "rs-answer rs-answer--quiet" } else { "rs-answer" };
    view! {
        <label class=class>
            <input type="radio" name=name prop:checked=answer.chosen on:change=answer.choose />
            <span>{answer.name}</span>
        </label>
    }
    .into_any()
}
