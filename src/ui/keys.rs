//! The keyboard: from item to item, one key an answer.
//!
//! Letters answer only while an answer has the focus, so that no key is taken
//! from typing or from a screen reader's own.

use leptos::ev::Event;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::session::element_id;
use super::{Session, platform};
use crate::items::{Item, Kind};
use crate::scoring::Finding;
use crate::session::{Edit, Record};

/// Where a key can stop within the form: the chosen answer of a question, an
/// input, a tick.
const STOPS: &str = ".rs-form input[type=text], .rs-form input[type=radio]:checked, \
                     .rs-form input[type=checkbox]";
/// Items that wait for an answer.
const OPEN: &str = ".rs-form [data-state=open], .rs-form [data-state=carried]";
/// What stands beside an item, and items themselves.
const BESIDE_OR_ITEM: &str = ".rs-worksheet, .rs-aside, .rs-question, .rs-why, [data-item]";
/// Values that wait to be confirmed.
const CARRIED: &str = ".rs-carried";

/// What hears the keys within the form.
pub fn in_form() -> impl Fn(Event) + 'static {
    let session = Session::of_page();
    move |event| hear(session, event)
}

fn hear(session: Session, event: Event) {
    let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
    let Some(target) = event.target().and_then(|it| it.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    // A key that is held answers one item, and not all that follow.
    let is_held = event.repeat() && !event.key().starts_with("Arrow");
    if event.alt_key() || event.is_composing() || is_held {
        return;
    }
    let modified = event.ctrl_key() || event.meta_key();
    let is_radio = target.get_attribute("type").as_deref() == Some("radio");
    let is_input = target.tag_name() == "INPUT";
    let key = event.key();
    let done = match key.as_str() {
        "Enter" if modified => next_open(&target),
        _ if modified => false,
        "ArrowDown" if is_input => step(&target, 1),
        "ArrowUp" if is_input => step(&target, -1),
        "Enter" if is_input => confirm(session, &target),
        letter if is_radio => answer(session, &target, letter),
        _ => false,
    };
    if done {
        event.prevent_default();
    }
}

/// The item that an element belongs to.
fn item_of(element: &HtmlElement) -> Option<Item> {
    let field = element.closest("[data-item]").ok()??;
    Item::from_id(&field.get_attribute("data-item")?)
}

/// Moves to another stop.
fn step(from: &HtmlElement, by: i32) -> bool {
    let stops = platform::all(STOPS);
    let Some(at) = stops.iter().position(|stop| stop.is_same_node(Some(from))) else {
        return false;
    };
    let next =
        if by > 0 { stops.get(at + 1) } else { at.checked_sub(1).and_then(|it| stops.get(it)) };
    next.is_some_and(platform::focus_element)
}

/// Moves to the first stop of the next item.
fn next_item(item: Item) {
    let id = element_id(item);
    let Some(field) = platform::find(&id) else { return };
    let after = |stop: &&HtmlElement| {
        let position = field.compare_document_position(stop);
        let (follows, inside) = (4, 16);
        position & follows != 0 && position & inside == 0
    };
    let stops = platform::all(STOPS);
    if let Some(next) = stops.iter().find(after) {
        platform::focus_element(next);
    }
}

/// Answers a finding with one key, and moves on.
fn answer(session: Session, radio: &HtmlElement, letter: &str) -> bool {
    let Some(item) = item_of(radio).filter(|item| matches!(item.kind(), Kind::Finding)) else {
        return false;
    };
    let finding = match letter {
        "p" | "P" => Finding::Present,
        "a" | "A" => Finding::Absent,
        "n" | "N" => Finding::NotAssessed,
        "o" | "O" => Finding::OtherCause,
        _ => return false,
    };
    session.edit(Edit::Find(item, finding));
    next_item(item);
    true
}

/// Confirms what was carried over, and moves to what else was; without
/// anything to confirm, to the next stop.
fn confirm(session: Session, input: &HtmlElement) -> bool {
    // What stands beside an item is not its answer; an item of its own there is.
    let beside = input.closest(BESIDE_OR_ITEM).ok().flatten();
    let is_beside = beside.is_some_and(|it| !it.has_attribute("data-item"));
    let Some(item) = item_of(input).filter(|_| !is_beside) else { return step(input, 1) };
    let is_carried = session.with_visit(|visit| visit.record(item).is_some_and(Record::is_carried));
    if !is_carried {
        return step(input, 1);
    }
    session.edit(Edit::Confirm(vec![item]));
    let waiting = platform::all(CARRIED);
    let after = |it: &&HtmlElement| input.compare_document_position(it) & 4 != 0;
    // What was just confirmed is still there until the page has followed.
    let mut others = waiting.iter().filter(after).filter_map(item_of).filter(|it| *it != item);
    match others.next() {
        Some(next) => platform::focus_within(&element_id(next)),
        None => {
            step(input, 1);
        }
    }
    true
}

/// Moves to the next item that waits for an answer.
fn next_open(from: &HtmlElement) -> bool {
    let open = platform::all(OPEN);
    let after = |it: &&HtmlElement| {
        let position = from.compare_document_position(it);
        position & 4 != 0 && position & 8 == 0
    };
    let next = open.iter().find(after).or(open.first());
    let item = next.and_then(|next| Item::from_id(&next.get_attribute("data-item")?));
    item.is_some_and(|item| {
        platform::focus_within(&element_id(item));
        true
    })
}
