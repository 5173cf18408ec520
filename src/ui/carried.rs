//! An answer that was carried over from the visit before, until it is confirmed.

use super::element::{View, button, element, shown_while};
use super::session::element_id;
use super::{Session, language, platform};
use crate::items::Item;
use crate::session::{Edit, Record};

/// Says that an answer was carried over, and confirms it.
pub fn carried(item: Item) -> View {
    let session = Session::of_page();
    let waits = session.record(item, |record| record.is_some_and(Record::is_carried));
    shown_while(waits, move || {
        let words = language().workspace();
        let confirms = words.confirm;
        let label = language().item(item).label;
        let confirm = button(confirms, move || {
            session.edit(Edit::Confirm(vec![item]));
            // The button is gone; its item is not.
            platform::focus_within(&element_id(item));
        })
        .attribute("aria-label", &format!("{confirms}: {label}"));
        element("p")
            .class("rs-carried")
            .child(element("span").child(words.carried))
            .child(confirm)
            .into()
    })
}
