//! What a page of others, within which the form stands, says of it.
//!
//! The page of this program says nothing: there everything can be changed, and
//! earlier visits have forms of their own.

use std::sync::Arc;

use leptos::prelude::*;

use super::element::{Element, View, element, lines, shown_while};
use super::session::element_id;
use super::{Derived, Session, Writable, language};
use crate::items::Item;
use crate::scoring::Role;
use crate::session::{Course, Entry, Field, Read};

/// What the page around the form says of it.
#[derive(Clone, Default)]
pub struct Terms {
    /// Nothing can be changed.
    pub readonly: bool,
    /// The rule set cannot be changed.
    pub locked: bool,
    /// Whoever changes an answer of the page is asked why.
    pub asks_why: bool,
    /// The answers that the page has given.
    pub given: Option<Arc<Read>>,
}

/// The terms of the page around the form, and changes of them.
#[derive(Clone, Copy)]
pub struct Host(Writable<Terms>);

impl Host {
    /// A page around the form, which says nothing yet.
    #[must_use]
    pub fn new() -> Host {
        Host(Writable::new(Terms::default()))
    }

    /// Other terms from now on.
    pub fn set(self, terms: Terms) {
        self.0.set(terms);
    }

    /// Something that follows the terms.
    fn derive<T: PartialEq + Send + Sync + 'static>(
        self,
        look: impl Fn(&Terms) -> T + Send + Sync + 'static,
    ) -> Derived<T> {
        Derived::new(move || self.0.with(|terms| look(terms)))
    }
}

impl Default for Host {
    fn default() -> Host {
        Host::new()
    }
}

/// The page around the form, where there is one.
fn host() -> Option<Host> {
    if cfg!(feature = "app") { None } else { use_context() }
}

/// What cannot be changed while the page around it says so.
pub fn held(content: impl Into<View>) -> View {
    fenced(content.into(), |terms| terms.readonly)
}

/// The rules of a score, which a page around it may lock.
pub fn locked(content: impl Into<View>) -> View {
    fenced(content.into(), |terms| terms.readonly || terms.locked)
}

fn fenced(content: View, holds: fn(&Terms) -> bool) -> View {
    let Some(host) = host() else { return content };
    element("fieldset")
        .class("rs-fence")
        .attribute("role", "presentation")
        .property_while("disabled", host.derive(holds))
        .child(content)
        .into()
}

/// What stands in the field of an item because of the page around it: what that
/// says of earlier visits, and why its answer was changed.
pub fn given(item: Item) -> View {
    let Some(host) = host() else { return View::nothing() };
    [earlier(item), why(host, item)].into()
}

/// What was answered at the visits that the open one is compared with.
fn earlier(item: Item) -> View {
    let told = Session::of_page().course(move |course| {
        let told = |role| {
            let told = answered(course, role, item)?;
            Some(format!("{}: {told}", language().role(role)))
        };
        [Role::Baseline, Role::Previous].into_iter().filter_map(told).collect::<Vec<String>>()
    });
    lines(told, |line| element("p").class("rs-item__earlier").child(line))
}

/// An answer of another visit, in words.
fn answered(course: &Course, role: Role, item: Item) -> Option<String> {
    let visit = course.visit(course.compared(course.open(), role)?)?;
    let words = language().page();
    Some(match visit.entry(item)? {
        Entry::Finding(finding) => language().finding(*finding).to_owned(),
        Entry::Attested(true) => words.yes.to_owned(),
        Entry::Attested(false) => words.no.to_owned(),
        Entry::Choice(code) => language().choice(item, code).to_owned(),
        Entry::Typed(typed) => {
            let unit = item.kind().scale().and_then(|scale| scale.unit(typed.text(Field::Unit)));
            let unit = unit.map_or("", |unit| language().unit(unit.code));
            let drug = typed.text(Field::Drug);
            let drug = if drug.is_empty() { "" } else { language().drug(drug) };
            let parts = [typed.text(Field::Value), unit, drug];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<&str>>().join(" ")
        }
    })
}

/// Asks why an answer of the page was changed. What is written there is the
/// page's: it is heard outside of the program.
fn why(host: Host, item: Item) -> View {
    let session = Session::of_page();
    let answer = move |read: &Read| read.plain_answer(item).map(|answer| answer.to_text());
    let given = host.derive(move |terms| {
        terms.given.as_ref().filter(|_| terms.asks_why).and_then(|given| answer(given))
    });
    // Where nobody asks, what is entered is not followed.
    let changed = Derived::new(move || {
        let given = given.get();
        given.is_some() && session.with_overview(|overview| answer(&overview.read) != given)
    });
    shown_while(changed, move || question(item).into())
}

fn question(item: Item) -> Element {
    let id = format!("{}-why", element_id(item));
    let label = language().page().why_changed;
    let of = element("span").class("rs-hidden").child(format!(": {}", language().item(item).label));
    let input = element("input")
        .attribute("type", "text")
        .attribute("autocomplete", "off")
        .attribute("data-why", item.id())
        .id(&id);
    element("div")
        .class("rs-input rs-why")
        .child(element("label").attribute("for", &id).child(label).child(of))
        .child(input)
}
