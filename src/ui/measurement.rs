//! A measured value: number, unit, reference limit, drug.

use leptos::prelude::*;

use super::definition::definition;
use super::element::{View, element};
use super::field::{Place, labelled, notes, text_input};
use super::language;
use super::session::element_id;
use crate::items::{Glucocorticoid, Item, Kind};
use crate::scoring::{Exact, LimitName, Role, Units};
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
        vec![text_input(place(Field::Value), &format!("{label}{}", hint(item)), "", inputmode)];
    if let Some(scale) = scale.filter(|scale| scale.needs_unit()) {
        let units = scale.unit_codes().map(|code| (code, language().unit(code))).collect();
        inputs.push(select(place(Field::Unit), words.unit, label, words.choose_unit, units));
    }
    if let Some(limit) = scale.and_then(|scale| scale.limit) {
        let limit = match limit {
            LimitName::Low => words.lower_limit,
            LimitName::High | LimitName::Uln => words.upper_limit,
        };
        inputs.push(text_input(place(Field::Limit), limit, label, "decimal"));
    }
    if scale.is_some_and(|scale| scale.drug) {
        let [default, others @ ..] = Glucocorticoid::ALL;
        let drugs = others.iter().map(|drug| (drug.code, language().drug(drug.code))).collect();
        let default = language().drug(default.code);
        inputs.push(select(place(Field::Drug), words.drug, "", default, drugs));
    }
    element("div").class("rs-measurement").children(inputs).into()
}

/// What stands with the label: a unit without alternatives, or the ends of a
/// scale that has none. (Muscle strength ends where the chosen scale does.)
fn hint(item: Item) -> String {
    let (lowest, highest) = match (item, item.kind()) {
        (Item::Strength, _) => return String::new(),
        (_, Kind::Count { highest }) if highest <= LONGEST_GRADES => (Exact::ZERO, highest.into()),
        (_, Kind::Measurement(scale)) if scale.needs_unit() => return String::new(),
        (_, Kind::Measurement(scale)) => match (scale.units, scale.canonical_code()) {
            (Units::Listed(_), "") => (scale.lowest, scale.highest),
            (Units::Listed(_), unit) => return format!(" ({})", language().unit(unit)),
            (Units::Any, _) => return String::new(),
        },
        _ => return String::new(),
    };
    format!(" ({}–{})", language().number(lowest), language().number(highest))
}

/// A count up to here is a grade or a score with an end; above, an open count.
const LONGEST_GRADES: u32 = 51;

/// A choice among codes. No code is chosen beforehand.
fn select(
    place: Place,
    label: &str,
    of: &str,
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
    labelled(place, label, of, input)
}
