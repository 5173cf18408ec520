//! The form of an instrument, from its definition.

use leptos::prelude::*;

use super::definition::Evidence;
use super::finding::FindingField;
use super::measurement::MeasurementField;
use super::statement::{ChoiceField, FirstVisit, StatementField};
use super::{Session, language};
use crate::instruments::{Choices, Definition, OptionDefinition};
use crate::items::{Group, Item, Kind};
use crate::scoring::Role;
use crate::session::Edit;

/// The form of the chosen instrument: its rule set, and its items visit by
/// visit and group by group.
#[component]
pub fn Form(definition: &'static Definition) -> impl IntoView {
    let session = Session::expect();
    let choices = session.slice(|draft| draft.choices);
    let visits = move || {
        let roles = roles(definition, choices.get());
        let several = roles.len() > 1;
        roles
            .into_iter()
            .map(|role| {
                view! { <VisitForm definition=definition role=role choices=choices.get() titled=several /> }
            })
            .collect_view()
    };
    view! {
        <form class="rs-form" autocomplete="off" on:submit=|event| event.prevent_default()>
            <RuleSet definition=definition />
            {visits}
        </form>
    }
}

/// The visits that are read under a rule set, in the order of the definition.
fn roles(definition: &Definition, choices: Choices) -> Vec<Role> {
    let mut roles = Vec::new();
    for reads in definition.reads.iter().filter(|reads| reads.under.holds(choices)) {
        if !roles.contains(&reads.role) {
            roles.push(reads.role);
        }
    }
    roles
}

/// Items of one group, in the order in which they are read.
fn groups(items: impl Iterator<Item = Item>) -> Vec<(Group, Vec<Item>)> {
    let mut groups: Vec<(Group, Vec<Item>)> = Vec::new();
    for item in items {
        match groups.iter_mut().find(|(group, _)| *group == item.group()) {
            Some((_, items)) => items.push(item),
            None => groups.push((item.group(), vec![item])),
        }
    }
    groups
}

/// The items of one visit.
#[component]
fn VisitForm(
    definition: &'static Definition,
    role: Role,
    choices: Choices,
    /// Whether the visit has to be told from others.
    titled: bool,
) -> impl IntoView {
    let groups = groups(definition.reads_at(role, choices))
        .into_iter()
        .map(|(group, items)| {
            let fields = items.into_iter().map(|item| field(role, item)).collect_view();
            view! {
                <section class="rs-group">
                    <h3>{language().group(group)}</h3>
                    {fields}
                </section>
            }
        })
        .collect_view();
    view! {
        <section class="rs-visit">
            <h2 class:rs-hidden=!titled>{language().role(role)}</h2>
            {groups}
        </section>
    }
}

/// The field of an item.
fn field(role: Role, item: Item) -> AnyView {
    match item.kind() {
        Kind::Finding => view! { <FindingField role=role item=item /> }.into_any(),
        Kind::Measurement(_) | Kind::Count { .. } => {
            view! { <MeasurementField role=role item=item /> }.into_any()
        }
        Kind::Choice(codes) => view! { <ChoiceField role=role item=item codes=codes /> }.into_any(),
        Kind::Attestation if item == Item::FirstVisit => {
            view! { <FirstVisit role=role /> }.into_any()
        }
        Kind::Attestation => view! { <StatementField role=role item=item /> }.into_any(),
    }
}

/// The choices that the instrument leaves open.
#[component]
fn RuleSet(definition: &'static Definition) -> impl IntoView {
    let options = definition
        .options
        .iter()
        .enumerate()
        .map(|(at, option)| view! { <RuleOption at=at option=option /> })
        .collect_view();
    view! {
        <fieldset class="rs-rules">
            <legend>{language().page().rule_set}</legend>
            {options}
        </fieldset>
    }
}

/// One choice, with what the chosen value means and how well it is confirmed.
#[component]
fn RuleOption(at: usize, option: &'static OptionDefinition) -> impl IntoView {
    let session = Session::expect();
    let chosen = session.slice(move |draft| draft.choices.place(at));
    let id = format!("option-{}", option.id);
    let explains_id = format!("{id}-explained");
    let values = option
        .values
        .iter()
        .enumerate()
        .map(|(place, value)| {
            let name = language().option_value(option.id, value.code).label;
            view! {
                <option value=place.to_string() prop:selected=move || chosen.get() == place>
                    {name}
                </option>
            }
        })
        .collect_view();
    let explained = move || {
        let value = option.values.get(chosen.get())?;
        let evidence = language().evidence(value.fact.evidence);
        Some(view! {
            {language().option_value(option.id, value.code).explains}
            " "
            {value.fact.locator}
            " "
            <Evidence label=evidence.label explains=evidence.explains />
        })
    };
    view! {
        <div class="rs-rule">
            <label for=id.clone()>{language().option(option.id).label}</label>
            <select
                id=id
                aria-describedby=explains_id.clone()
                on:change=move |event| {
                    if let Ok(value) = event_target_value(&event).parse() {
                        session.edit(Edit::Choose { option: at, value });
                    }
                }
            >
                {values}
            </select>
            <p class="rs-rule__explained" id=explains_id>
                {explained}
            </p>
        </div>
    }
}
