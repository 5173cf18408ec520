//! A finding: four answers, what counts, and the measurements behind it.

use leptos::prelude::*;

use super::definition::Definition;
use super::field::Notes;
use super::measurement::Measurement;
use super::session::element_id;
use super::{Session, language};
use crate::items::Item;
use crate::scoring::{Finding, Mention, Outcome, PartValue, Role, WarningCode};
use crate::session::Edit;

/// A finding of a visit.
#[component]
pub fn FindingField(role: Role, item: Item) -> impl IntoView {
    let session = Session::expect();
    let instrument = session.instrument();
    let id = instrument.map_or("", |instrument| instrument.definition().id);
    let label = language().item_for(id, item).label;
    let measurements = item
        .measured_by()
        .iter()
        .map(|by| view! { <Measurement role=role item=*by /> })
        .collect_view();
    view! {
        <fieldset class="rs-item" id=element_id(role, item) tabindex="-1">
            <legend class="rs-item__name">{label}</legend>
            <Answers role=role item=item />
            <Definition item=item />
            {(!item.measured_by().is_empty())
                .then(|| view! { <div class="rs-item__measured">{measurements}</div> })}
            <Derived role=role item=item />
            <Notes role=role item=item />
        </fieldset>
    }
}

/// The four answers. Nothing answered is "not assessed", and looks like it.
#[component]
fn Answers(role: Role, item: Item) -> impl IntoView {
    let session = Session::expect();
    let chosen = session.slice(move |draft| draft.finding(role, item));
    let answers = Finding::ALL
        .into_iter()
        .map(|finding| {
            view! {
                <label class="rs-answer">
                    <input
                        type="radio"
                        name=element_id(role, item)
                        value=finding.code()
                        prop:checked=move || chosen.get() == finding
                        on:change=move |_| session.edit(Edit::Find(role, item, finding))
                    />
                    <span>{language().finding(finding)}</span>
                </label>
            }
        })
        .collect_view();
    view! { <div class="rs-answers">{answers}</div> }
}

/// What a measured value was taken to say, and the question for its cause.
#[component]
fn Derived(role: Role, item: Item) -> impl IntoView {
    let session = Session::expect();
    let says = session.derive(move |read| {
        let assessment = read.assessment.as_ref()?;
        let part = assessment.judgement.parts.iter().find(|part| part.id == item.id());
        let known = match part.map(|part| (part.outcome, part.value)) {
            Some((Outcome::Points(points), PartValue::Number(_) | PartValue::Open)) => {
                points.known().map(|points| points > crate::scoring::Exact::ZERO)
            }
            _ => None,
        };
        known.filter(|_| role == Role::Current)
    });
    let mention = Mention::of(role, item.id());
    let unattributed = session.derive(move |read| {
        read.assessment.as_ref().is_some_and(|assessment| {
            assessment.judgement.warnings.iter().any(|warning| {
                warning.code == WarningCode::AttributionUnconfirmed
                    && warning.items.contains(&mention)
            })
        })
    });
    let rule = move || {
        let instrument = session.instrument()?;
        let choices = session.with_draft(|draft| draft.choices);
        let derivation = instrument.derivation(&choices, item)?;
        Some(language().derived(says.get()?, derivation))
    };
    let words = language().page();
    let answer = move |finding| move |_| session.edit(Edit::Find(role, item, finding));
    view! {
        {move || rule().map(|rule| view! { <p class="rs-item__derived">{rule}</p> })}
        <Show when=move || unattributed.get()>
            <div class="rs-question">
                <p>{words.ask_cause}</p>
                <button type="button" class="rs-button" on:click=answer(Finding::Present)>
                    {words.cause_disease}
                </button>
                <button type="button" class="rs-button" on:click=answer(Finding::OtherCause)>
                    {words.cause_other}
                </button>
            </div>
        </Show>
    }
}
