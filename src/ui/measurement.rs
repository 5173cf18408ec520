//! A measured value: number, unit, reference limit, drug.

use leptos::prelude::*;

use super::definition::definition;
use super::element::{View, element};
use super::field::{Place, labelled, notes, text_input};
use super::language;
use super::session::element_id;
use crate::items::{Glucocorticoid, Item, Kind};
use crate::scoring::{LimitName, Role, Scale};
use crate::session::Field;

/// A value that stands for itself, with its definition.
pub fn measurement_field(role: Role, item: Item) -> View {
    element("div")
        .class("rs-item")
        .id(&format!("{}-field", element_id(role, item)))
        .child(measurement(role, item))
        .child(sites(role, item.measured_by()))
        .child(definition(item))
        .child(notes(role, item))
        .into()
}

/// The parts that a total is made of, on demand.
fn sites(role: Role, sites: &'static [Item]) -> View {
    if sites.is_empty() {
        return View::nothing();
    }
    element("details")
        .class("rs-sites")
        .child(element("summary").child(language().page().sites))
        .child(measurements(role, sites))
        .into()
}

/// Several values, one below the other.
pub fn measurements(role: Role, items: &[Item]) -> View {
    let inputs = items.iter().map(|item| measurement(role, *item));
    element("div").class("rs-item__measured").children(inputs).into()
}

/// The inputs of a value.
fn measurement(role: Role, item: Item) -> View {
    let words = language().page();
    let label = language().item(item).label;
    let place = |field| Place { role, item, field };
    let inputmode = if let Kind::Count { .. } = item.kind() { "numeric" } else { "decimal" };
    let scale = item.kind().scale();
    let mut inputs =
        vec![text_input(place(Field::Value), &format!("{label}{}", only_unit(scale)), inputmode)];
    if let Some(scale) = scale.filter(|scale| scale.needs_unit()) {
        let units = scale.unit_codes().map(|code| (code, language().unit(code))).collect();
        let label = format!("{}, {label}", words.unit);
        inputs.push(select(place(Field::Unit), &label, words.choose_unit, units));
    }
    if let Some(limit) = scale.and_then(|scale| scale.limit) {
        let limit = match limit {
            LimitName::Low => words.lower_limit,
            LimitName::High | LimitName::Uln => words.upper_limit,
        };
        inputs.push(text_input(place(Field::Limit), &format!("{limit}, {label}"), "decimal"));
    }
    if scale.is_some_and(|scale| scale.drug) {
        let [default, others @ ..] = Glucocorticoid::ALL;
        let drugs = others.iter().map(|drug| (drug.code, language().drug(drug.code))).collect();
        let default = language().drug(default.code);
        inputs.push(select(place(Field::Drug), words.drug, default, drugs));
    }
    element("div").class("rs-measurement").children(inputs).into()
}

/// A unit without alternatives, as it stands with the label.
fn only_unit(scale: Option<&Scale>) -> String {
    match scale.filter(|scale| !scale.needs_unit()).map(Scale::canonical_code) {
        None | Some("") => String::new(),
        Some(code) => format!(" ({})", language().unit(code)),
    }
}

/// A choice among codes. No code is chosen beforehand.
fn select(
    place: Place,
    label: &str,
    blank: &'static str,
    mut choices: Vec<(&'static str, &'static str)>,
) -> View {
    choices.insert(0, ("", blank));
    let chosen = place.text();
    let options = choices.into_iter().map(|(code, name)| {
        let is_chosen = Memo::new(move |_| chosen.with(|chosen| chosen == code));
        element("option").attribute("value", code).property_while("selected", is_chosen).child(name)
    });
    let input = element("select").children(options).on("change", place.edit());
    labelled(place, label, input)
}
