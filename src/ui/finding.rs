//! A finding: four answers, what counts, and the measurements behind it.

use leptos::prelude::*;

use super::answers::{Answer, question};
use super::definition::definition;
use super::erased::{dynamic, on, shown_while, signal};
use super::field::notes;
use super::measurement::measurement;
use super::session::element_id;
use super::{Session, language};
use crate::items::Item;
use crate::scoring::{Exact, Finding, Mention, Outcome, PartValue, Role, WarningCode};
use crate::session::Edit;

/// A finding of a visit.
pub fn finding_field(role: Role, item: Item) -> AnyView {
    let session = Session::expect();
    let id = session.instrument().map_or("", |instrument| instrument.definition().id);
    let measured = item.measured_by();
    let measurements: Vec<AnyView> = measured.iter().map(|by| measurement(role, *by)).collect();
    let chosen = session.slice(move |draft| draft.finding(role, item));
    // Nothing answered is "not assessed", and looks like it.
    let answers = Finding::ALL.map(|finding| Answer {
        name: language().finding(finding),
        quiet: finding == Finding::NotAssessed,
        chosen: signal(move || chosen.get() == finding),
        choose: on(move |_| session.edit(Edit::Find(role, item, finding))),
    });
    let below = [
        definition(item),
        view! { <div class="rs-item__measured">{measurements}</div> }.into_any(),
        derived(role, item),
        unattributed(role, item),
        notes(role, item),
    ];
    question(
        element_id(role, item),
        language().item_for(id, item).label,
        answers.into(),
        below.into(),
    )
}

/// What a measured value was taken to say.
fn derived(role: Role, item: Item) -> AnyView {
    let session = Session::expect();
    let says = session.derive(move |read| {
        let assessment = read.assessment.as_ref().filter(|_| role == Role::Current)?;
        let part = assessment.judgement.parts.iter().find(|part| part.id == item.id())?;
        match (part.outcome, part.value) {
            (Outcome::Points(points), PartValue::Number(_) | PartValue::Open) => {
                points.known().map(|points| points > Exact::ZERO)
            }
            _ => None,
        }
    });
    dynamic(move || {
        let rule = says.get().and_then(|counts| {
            let choices = session.with_draft(|draft| draft.choices);
            let derivation = session.instrument()?.derivation(&choices, item)?;
            Some(language().derived(counts, derivation))
        });
        match rule {
            Some(rule) => view! { <p class="rs-item__derived">{rule}</p> }.into_any(),
            None => ().into_any(),
        }
    })
}

/// Asks for the cause of what counts from a number alone.
fn unattributed(role: Role, item: Item) -> AnyView {
    let session = Session::expect();
    let mention = Mention::of(role, item.id());
    let asked = session.derive(move |read| {
        read.assessment.as_ref().is_some_and(|assessment| {
            assessment.judgement.warnings.iter().any(|warning| {
                warning.code == WarningCode::AttributionUnconfirmed
                    && warning.items.contains(&mention)
            })
        })
    });
    shown_while(asked.into(), move || {
        let words = language().page();
        let answer = |finding, name: &'static str| {
            let choose = on(move |_| session.edit(Edit::Find(role, item, finding)));
            view! {
                <button type="button" class="rs-button" on:click=choose>
                    {name}
                </button>
            }
        };
        view! {
            <div class="rs-question">
                <p>{words.ask_cause}</p>
                {answer(Finding::Present, words.cause_disease)}
                {answer(Finding::OtherCause, words.cause_other)}
            </div>
        }
        .into_any()
    })
}
