//! A measured value: number, unit, reference limit, drug.

use leptos::prelude::*;

use super::definition::definition;
use super::erased::signal;
use super::field::{Place, labelled, notes, text_input};
use super::language;
use super::session::element_id;
use crate::items::{Glucocorticoid, Item, Kind};
use crate::scoring::{LimitName, Role, Scale};
use crate::session::Field;

/// A value that stands for itself, with its definition.
pub fn measurement_field(role: Role, item: Item) -> AnyView {
    view! {
        <div class="rs-item" id=format!("{}-field", element_id(role, item))>
            {measurement(role, item)}
            {sites(role, item.measured_by())}
            {definition(item)}
            {notes(role, item)}
        </div>
    }
    .into_any()
}

/// The parts that a total is made of, on demand.
fn sites(role: Role, sites: &'static [Item]) -> AnyView {
    if sites.is_empty() {
        return ().into_any();
    }
    let inputs: Vec<AnyView> = sites.iter().map(|site| measurement(role, *site)).collect();
    view! {
        <details class="rs-sites">
            <summary>{language().page().sites}</summary>
            <div class="rs-item__measured">{inputs}</div>
        </details>
    }
    .into_any()
}

/// The inputs of a value.
pub fn measurement(role: Role, item: Item) -> AnyView {
    let words = language().page();
    let label = language().item(item).label;
    let place = |field| Place { role, item, field };
    let inputmode = if let Kind::Count { .. } = item.kind() { "numeric" } else { "decimal" };
    let scale = item.kind().scale();
    let mut inputs =
        vec![text_input(place(Field::Value), format!("{label}{}", only_unit(scale)), inputmode)];
    if let Some(scale) = scale.filter(|scale| scale.needs_unit()) {
        let units = scale.unit_codes().map(|code| (code, language().unit(code))).collect();
        let label = format!("{}, {label}", words.unit);
        inputs.push(select(place(Field::Unit), label, words.choose_unit, units));
    }
    if let Some(limit) = scale.and_then(|scale| scale.limit) {
        let limit = match limit {
            LimitName::Low => words.lower_limit,
            LimitName::High | LimitName::Uln => words.upper_limit,
        };
        inputs.push(text_input(place(Field::Limit), format!("{limit}, {label}"), "decimal"));
    }
    if scale.is_some_and(|scale| scale.drug) {
        let [default, others @ ..] = Glucocorticoid::ALL;
        let drugs = others.iter().map(|drug| (drug.code, language().drug(drug.code))).collect();
        let default = language().drug(default.code);
        inputs.push(select(place(Field::Drug), words.drug.to_owned(), default, drugs));
    }
    view! { <div class="rs-measurement">{inputs}</div> }.into_any()
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
    label: String,
    blank: &'static str,
    choices: Vec<(&'static str, &'static str)>,
) -> AnyView {
    let chosen = place.text();
    let options: Vec<AnyView> = std::iter::once(("", blank))
        .chain(choices)
        .map(|(code, name)| {
            let is_chosen = signal(move || chosen.with(|chosen| chosen == code));
            view! {
                <option value=code prop:selected=is_chosen>
                    {name}
                </option>
            }
            .into_any()
        })
        .collect();
    labelled(place, label, |tied| {
        view! {
            <select
                id=place.id()
                aria-invalid=tied.invalid
                aria-describedby=tied.described_by
                on:change=place.edit()
            >
                {options}
            </select>
        }
        .into_any()
    })
}
