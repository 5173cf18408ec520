//! Statements that only the clinician can make, and choices among codes.

use leptos::prelude::*;

use super::definition::Definition;
use super::field::Notes;
use super::session::element_id;
use super::{Session, language};
use crate::items::Item;
use crate::scoring::Role;
use crate::session::{Edit, Entry};

/// A statement: yes, no, or not stated.
#[component]
pub fn StatementField(role: Role, item: Item) -> impl IntoView {
    let words = language().page();
    let session = Session::expect();
    let stated = session.slice(move |draft| match draft.entry(role, item) {
        Some(Entry::Attested(attested)) => Some(*attested),
        _ => None,
    });
    let answers = [(Some(true), words.yes), (Some(false), words.no), (None, words.not_stated)]
        .map(|(answer, name)| {
            view! {
                <label class="rs-answer">
                    <input
                        type="radio"
                        name=element_id(role, item)
                        prop:checked=move || stated.get() == answer
                        on:change=move |_| session.edit(Edit::Attest(role, item, answer))
                    />
                    <span>{name}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="rs-item" id=element_id(role, item) tabindex="-1">
            <legend class="rs-item__name">{language().item(item).label}</legend>
            <div class="rs-answers">{answers}</div>
            <Definition item=item />
            <Notes role=role item=item />
        </fieldset>
    }
}

/// A first visit, ticked as such; unticked says nothing.
#[component]
pub fn FirstVisit(role: Role) -> impl IntoView {
    let item = Item::FirstVisit;
    let session = Session::expect();
    let ticked =
        session.slice(move |draft| draft.entry(role, item) == Some(&Entry::Attested(true)));
    view! {
        <div class="rs-item">
            <label class="rs-answer rs-answer--alone">
                <input
                    type="checkbox"
                    id=element_id(role, item)
                    prop:checked=move || ticked.get()
                    on:change=move |event| {
                        let ticked = event_target_checked(&event).then_some(true);
                        session.edit(Edit::Attest(role, item, ticked));
                    }
                />
                <span>{language().item(item).label}</span>
            </label>
            <Definition item=item />
            <Notes role=role item=item />
        </div>
    }
}

/// A choice among the codes of an item.
#[component]
pub fn ChoiceField(role: Role, item: Item, codes: &'static [&'static str]) -> impl IntoView {
    let session = Session::expect();
    let chosen = session.slice(move |draft| match draft.entry(role, item) {
        Some(Entry::Choice(code)) => Some(*code),
        _ => None,
    });
    let not_stated = language().page().not_stated;
    let codes = codes.iter().map(|code| (Some(*code), language().choice(item, code)));
    let answers = codes
        .chain([(None, not_stated)])
        .map(|(code, name)| {
            view! {
                <label class="rs-answer">
                    <input
                        type="radio"
                        name=element_id(role, item)
                        prop:checked=move || chosen.get() == code
                        on:change=move |_| session.edit(Edit::Pick(role, item, code))
                    />
                    <span>{name}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="rs-item" id=element_id(role, item) tabindex="-1">
            <legend class="rs-item__name">{language().item(item).label}</legend>
            <div class="rs-answers">{answers}</div>
            <Definition item=item />
            <Notes role=role item=item />
        </fieldset>
    }
}
