//! Statements that only the clinician can make, and choices among codes.

use leptos::prelude::*;

use super::answers::{Answer, question};
use super::definition::definition;
use super::erased::{on, signal};
use super::field::notes;
use super::session::element_id;
use super::{Session, language};
use crate::items::Item;
use crate::scoring::Role;
use crate::session::{Edit, Entry};

/// A statement: yes, no, or not stated.
pub fn statement_field(role: Role, item: Item) -> AnyView {
    let words = language().page();
    let session = Session::expect();
    let stated = session.slice(move |draft| match draft.entry(role, item) {
        Some(Entry::Attested(attested)) => Some(*attested),
        Some(Entry::Finding(_) | Entry::Choice(_) | Entry::Typed(_)) | None => None,
    });
    let answers = [(Some(true), words.yes), (Some(false), words.no), (None, words.not_stated)];
    let answers = answers.map(|(answer, name)| Answer {
        name,
        quiet: answer.is_none(),
        chosen: signal(move || stated.get() == answer),
        choose: on(move |_| session.edit(Edit::Attest(role, item, answer))),
    });
    with_definition(role, item, answers.into())
}

/// A choice among the codes of an item.
pub fn choice_field(role: Role, item: Item, codes: &'static [&'static str]) -> AnyView {
    let session = Session::expect();
    let chosen = session.slice(move |draft| match draft.entry(role, item) {
        Some(Entry::Choice(code)) => Some(*code),
        Some(Entry::Finding(_) | Entry::Attested(_) | Entry::Typed(_)) | None => None,
    });
    let codes = codes.iter().map(|code| (Some(*code), language().choice(item, code)));
    let answers = codes.chain([(None, language().page().not_stated)]).map(|(code, name)| Answer {
        name,
        quiet: code.is_none(),
        chosen: signal(move || chosen.get() == code),
        choose: on(move |_| session.edit(Edit::Pick(role, item, code))),
    });
    with_definition(role, item, answers.collect())
}

fn with_definition(role: Role, item: Item, answers: Vec<Answer>) -> AnyView {
    let below = vec![definition(item), notes(role, item)];
    question(element_id(role, item), language().item(item).label, answers, below)
}

/// A first visit, ticked as such; unticked says nothing.
pub fn first_visit(role: Role) -> AnyView {
    let item = Item::FirstVisit;
    let session = Session::expect();
    let ticked =
        session.slice(move |draft| draft.entry(role, item) == Some(&Entry::Attested(true)));
    let tick = on(move |event| {
        let ticked = event_target_checked(&event).then_some(true);
        session.edit(Edit::Attest(role, item, ticked));
    });
    view! {
        <div class="rs-item">
            <label class="rs-answer rs-answer--alone">
                <input
                    type="checkbox"
                    id=element_id(role, item)
                    prop:checked=signal(move || ticked.get())
                    on:change=tick
                />
                <span>{language().item(item).label}</span>
            </label>
            {definition(item)}
            {notes(role, item)}
        </div>
    }
    .into_any()
}
