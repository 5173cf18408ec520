//! Statements that only the clinician can make, and choices among codes.

use leptos::prelude::*;

use super::answers::{Answer, question};
use super::definition::definition;
use super::element::{View, element};
use super::field::notes;
use super::session::element_id;
use super::{Session, language};
use crate::items::Item;
use crate::scoring::Role;
use crate::session::{Edit, Entry};

/// A statement: yes, no, or not stated.
pub fn statement_field(role: Role, item: Item) -> View {
    let words = language().page();
    let answers = [(Some(true), words.yes), (Some(false), words.no), (None, words.not_stated)];
    let answers = answers.map(|(stated, name)| {
        answer(role, item, name, stated.map(Entry::Attested), Edit::Attest(role, item, stated))
    });
    with_definition(role, item, answers.into())
}

/// A choice among the codes of an item.
pub fn choice_field(role: Role, item: Item, codes: &'static [&'static str]) -> View {
    let codes = codes.iter().map(|code| (Some(*code), language().choice(item, code)));
    let answers = codes.chain([(None, language().page().not_stated)]).map(|(code, name)| {
        answer(role, item, name, code.map(Entry::Choice), Edit::Pick(role, item, code))
    });
    with_definition(role, item, answers.collect())
}

/// The answer that makes an entry, or takes it back.
fn answer(role: Role, item: Item, name: &'static str, entry: Option<Entry>, edit: Edit) -> Answer {
    let session = Session::of_page();
    let quiet = entry.is_none();
    Answer {
        name,
        quiet,
        chosen: session.slice(move |draft| draft.entry(role, item) == entry.as_ref()),
        choose: Box::new(move || session.edit(edit.clone())),
    }
}

fn with_definition(role: Role, item: Item, answers: Vec<Answer>) -> View {
    let below = [definition(item), notes(role, item)];
    question(&element_id(role, item), language().item(item).label, answers, below)
}

/// A first visit, ticked as such; unticked says nothing.
pub fn first_visit(role: Role) -> View {
    let item = Item::FirstVisit;
    let session = Session::of_page();
    let ticked =
        session.slice(move |draft| draft.entry(role, item) == Some(&Entry::Attested(true)));
    let input = element("input")
        .attribute("type", "checkbox")
        .id(&element_id(role, item))
        .property_while("checked", ticked)
        .on("change", move |event| {
            let ticked = event_target_checked(&event).then_some(true);
            session.edit(Edit::Attest(role, item, ticked));
        });
    let label = element("label")
        .class("rs-answer rs-answer--alone")
        .child(input)
        .child(element("span").child(language().item(item).label));
    element("div")
        .class("rs-item")
        .child(label)
        .child(definition(item))
        .child(notes(role, item))
        .into()
}
