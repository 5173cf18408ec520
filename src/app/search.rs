//! The way to an item by its name.

use leptos::prelude::*;

use crate::items::Item;
use crate::ui::element::{Element, View, dynamic, element};
use crate::ui::{Derived, Session, Writable, field_id, go_to_item, language};

/// The id of the input.
pub const SEARCH: &str = "search";

/// The most items that are offered.
const OFFERED: usize = 8;

/// An input that offers the items of the form whose names hold what is typed.
pub fn search() -> Element {
    let words = language().workspace();
    let session = Session::of_page();
    let typed = Writable::new(String::new());
    let found = Derived::new(move || {
        let typed = typed.get().trim().to_ascii_lowercase();
        if typed.is_empty() {
            return Vec::new();
        }
        session.follow_course(|course| {
            let items = course.items();
            let with_values =
                items.iter().flat_map(|it| std::iter::once(it).chain(it.measured_by()));
            let matching = with_values.copied().filter(|item| {
                holds(&language().item(*item).label.to_ascii_lowercase(), &typed)
                    || holds(&item.id().replace('_', " "), &typed)
            });
            matching.take(OFFERED).collect::<Vec<Item>>()
        })
    });
    let go = move |item: Item| {
        typed.set(String::new());
        go_to_item(item);
    };
    let input = element("input")
        .attribute("type", "search")
        .attribute("autocomplete", "off")
        .attribute("placeholder", words.search)
        .attribute("aria-label", words.search)
        .id(SEARCH)
        .class("rs-search__input")
        .value(Derived::new(move || typed.get()))
        .on("input", move |event| typed.set(event_target_value(&event)))
        .on_enter(move || {
            if let Some(first) = found.with_untracked(|found| found.first().copied()) {
                go(first);
            }
        });
    let offers = dynamic(move || {
        let offer = |item: Item| {
            element("li")
                .child(
                    element("button")
                        .attribute("type", "button")
                        .attribute("data-for", &field_id(item))
                        .class("rs-search__offer")
                        .child(language().item(item).label)
                        .on("mousedown", |event| event.prevent_default())
                        .on("click", move |_| go(item)),
                )
                .into()
        };
        let offers = found.get().into_iter().map(offer).collect::<Vec<View>>();
        if offers.is_empty() {
            return View::nothing();
        }
        element("ul").class("rs-search__offers").child(View::from(offers)).into()
    });
    let said = Derived::new(move || match typed.with(|typed| typed.trim().is_empty()) {
        true => String::new(),
        false => language().found(found.with(Vec::len)),
    });
    element("div")
        .class("rs-search")
        .attribute("role", "search")
        .child(input)
        .child(offers)
        .child(element("span").class("rs-hidden").attribute("role", "status").child(said))
}

/// Whether a text holds another. (The search of the standard library is quick in
/// long texts, and would be 1 kB of the page for these short ones.)
fn holds(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len()).any(|window| window == part.as_bytes())
}
