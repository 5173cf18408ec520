//! A measured value: number, unit, reference limit, drug.

use leptos::prelude::*;

use super::definition::Definition;
use super::field::{FieldError, Notes, TextInput, field_error, input_id};
use super::session::element_id;
use super::{Session, language};
use crate::items::{Glucocorticoid, Item, Kind};
use crate::scoring::{LimitName, Role, Scale, Units};
use crate::session::{Edit, Field};

/// A value that stands for itself, with its definition.
#[component]
pub fn MeasurementField(role: Role, item: Item) -> impl IntoView {
    let parts = item.measured_by();
    let sites = (!parts.is_empty()).then(|| view! { <Sites role=role sites=parts /> });
    view! {
        <div class="rs-item" id=format!("{}-field", element_id(role, item))>
            <Measurement role=role item=item />
            {sites}
            <Definition item=item />
            <Notes role=role item=item />
        </div>
    }
}

/// The parts that a total is made of, on demand.
#[component]
fn Sites(role: Role, sites: &'static [Item]) -> impl IntoView {
    let inputs = sites
        .iter()
        .map(|site| view! { <Measurement role=role item=*site /> })
        .collect_view();
    view! {
        <details class="rs-sites">
            <summary>{language().page().sites}</summary>
            <div class="rs-item__measured">{inputs}</div>
        </details>
    }
}

/// The inputs of a value.
#[component]
pub fn Measurement(role: Role, item: Item) -> impl IntoView {
    let words = language().page();
    let label = language().item(item).label;
    let scale = item.kind().scale();
    let inputmode = if let Kind::Count { .. } = item.kind() { "numeric" } else { "decimal" };
    // One unit needs no choice, and stands with the label.
    let only_unit = scale
        .filter(|scale| !scale.needs_unit())
        .map(|scale| language().unit(scale.canonical_code()))
        .filter(|unit| !unit.is_empty())
        .map(|unit| format!(" ({unit})"))
        .unwrap_or_default();
    let limit = scale.and_then(|scale| scale.limit).map(|limit| {
        let words = match limit {
            LimitName::Low => words.lower_limit,
            LimitName::High | LimitName::Uln => words.upper_limit,
        };
        view! {
            <TextInput
                role=role
                item=item
                field=Field::Limit
                label=hidden_prefix(label, words)
                inputmode="decimal"
            />
        }
    });
    let unit = scale.and_then(|scale| unit_input(role, item, scale, label));
    let drug = scale.filter(|scale| scale.drug).map(|_| view! { <Drug role=role item=item /> });
    view! {
        <div class="rs-measurement">
            <TextInput
                role=role
                item=item
                field=Field::Value
                label=format!("{label}{only_unit}")
                inputmode=inputmode
            />
            {unit}
            {limit}
            {drug}
        </div>
    }
}

/// A label that is read with the name of its value, since several values stand
/// together.
fn hidden_prefix(value: &str, label: &str) -> String {
    format!("{label}, {value}")
}

/// The choice of a unit, or an input for one.
fn unit_input(role: Role, item: Item, scale: &'static Scale, label: &str) -> Option<AnyView> {
    let words = language().page();
    match scale.units {
        Units::Listed(units) if units.len() > 1 => {
            let units = units.iter().map(|unit| (unit.code, language().unit(unit.code))).collect();
            let label = hidden_prefix(label, words.unit);
            Some(
                view! {
                    <Select
                        role=role
                        item=item
                        field=Field::Unit
                        label=label
                        blank=words.choose_unit
                        choices=units
                    />
                }
                .into_any(),
            )
        }
        Units::Listed(_) | Units::Any => None,
    }
}

/// The choice of a glucocorticoid; prednisolone unless another is named.
#[component]
fn Drug(role: Role, item: Item) -> impl IntoView {
    let [prednisolone, others @ ..] = Glucocorticoid::ALL;
    let choices = others.iter().map(|drug| (drug.code, language().drug(drug.code))).collect();
    view! {
        <Select
            role=role
            item=item
            field=Field::Drug
            label=language().page().drug
            blank=language().drug(prednisolone.code)
            choices=choices
        />
    }
}

/// A choice among codes. No code is chosen beforehand.
#[component]
fn Select(
    role: Role,
    item: Item,
    field: Field,
    #[prop(into)] label: String,
    /// What the empty choice says.
    blank: &'static str,
    /// The codes and what they are called.
    choices: Vec<(&'static str, &'static str)>,
) -> impl IntoView {
    let session = Session::expect();
    let id = input_id(role, item, field);
    let error_id = format!("{id}-error");
    let chosen = session.slice(move |draft| {
        draft.typed(role, item).map(|typed| typed.text(field).to_owned()).unwrap_or_default()
    });
    let error = field_error(role, item, field);
    let options = choices
        .into_iter()
        .map(|(code, name)| {
            view! {
                <option value=code prop:selected=move || chosen.with(|chosen| chosen == code)>
                    {name}
                </option>
            }
        })
        .collect_view();
    let described = {
        let error_id = error_id.clone();
        move || error.with(Option::is_some).then(|| error_id.clone())
    };
    view! {
        <div class="rs-input" class:rs-input--wrong=move || error.with(Option::is_some)>
            <label for=id.clone()>{label}</label>
            <select
                id=id
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=described
                on:change=move |event| {
                    session.edit(Edit::Type(role, item, field, event_target_value(&event)));
                }
            >
                <option value="" prop:selected=move || chosen.with(String::is_empty)>
                    {blank}
                </option>
                {options}
            </select>
            <FieldError id=error_id error=error />
        </div>
    }
}
