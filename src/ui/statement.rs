//! Statements that only the clinician can make, and choices among codes.

use leptos::prelude::*;

use super::answers::{Answer, question};
use super::aside::aside;
use super::carried::carried;
use super::element::{View, element};
use super::field::notes;
use super::host::given;
use super::session::element_id;
use super::{Session, language};
use crate::items::Item;
use crate::session::{Edit, Entry};

/// The stable name of the answer that says nothing.
const NOT_STATED: &str = "not_stated";

/// A statement: yes, no, or not stated.
pub fn statement_field(item: Item) -> View {
    let words = language().page();
    let answers = [
        ("true", Some(true), words.yes),
        ("false", Some(false), words.no),
        (NOT_STATED, None, words.not_stated),
    ];
    let answers = answers.map(|(code, stated, name)| {
        answer(item, (code, name), stated.map(Entry::Attested), Edit::Attest(item, stated))
    });
    with_aside(item, answers.into())
}

/// A choice among the codes of an item.
pub fn choice_field(item: Item, codes: &'static [&'static str]) -> View {
    let codes = codes.iter().map(|code| (Some(*code), language().choice(item, code)));
    let answers = codes.chain([(None, language().page().not_stated)]).map(|(code, name)| {
        let named = (code.unwrap_or(NOT_STATED), name);
        answer(item, named, code.map(Entry::Choice), Edit::Pick(item, code))
    });
    with_aside(item, answers.collect())
}

/// The answer that makes an entry, or takes it back.
fn answer(
    item: Item,
    (code, name): (&'static str, &'static str),
    entry: Option<Entry>,
    edit: Edit,
) -> Answer {
    let session = Session::of_page();
    let quiet = entry.is_none();
    Answer {
        code,
        name,
        quiet,
        chosen: session
            .record(item, move |record| record.and_then(|it| it.entry.as_ref()) == entry.as_ref()),
        choose: Box::new(move || session.edit(edit.clone())),
    }
}

fn with_aside(item: Item, answers: Vec<Answer>) -> View {
    let below = [aside(item), carried(item), notes(item), given(item)];
    question(item, language().item(item).label, answers, below)
        .attribute_of("data-state", super::form::state(item))
        .into()
}

/// A first visit, ticked as such; unticked says nothing.
pub fn first_visit() -> View {
    let item = Item::FirstVisit;
    let session = Session::of_page();
    let ticked = session.record(item, |record| {
        record.and_then(|record| record.entry.as_ref()) == Some(&Entry::Attested(true))
    });
    let input = element("input")
        .attribute("type", "checkbox")
        .id(&element_id(item))
        .property_while("checked", ticked)
        .on("change", move |event| {
            let ticked = event_target_checked(&event).then_some(true);
            session.edit(Edit::Attest(item, ticked));
        });
    let label = element("label")
        .class("rs-answer rs-answer--alone")
        .child(input)
        .child(element("span").child(language().item(item).label));
    element("div")
        .class("rs-item rs-item--alone")
        .attribute("data-item", item.id())
        .child(label)
        .child(aside(item))
        .child(notes(item))
        .child(given(item))
        .into()
}
