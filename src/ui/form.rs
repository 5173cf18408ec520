//! The form of an instrument, from its definition.

use leptos::prelude::*;

use super::definition::evidence;
use super::erased::{dynamic, dynamic_list, on, signal};
use super::finding::finding_field;
use super::measurement::measurement_field;
use super::statement::{choice_field, first_visit, statement_field};
use super::{Session, language};
use crate::instruments::{Choices, Definition, OptionDefinition};
use crate::items::{Group, Item, Kind};
use crate::scoring::Role;
use crate::session::Edit;

/// The form of the chosen instrument: its rule set, and its items visit by
/// visit and group by group.
#[component]
pub fn Form(definition: &'static Definition) -> impl IntoView {
    let choices = Session::expect().slice(|draft| draft.choices);
    // The rule set decides which items are read; told only when these change.
    let reads = Memo::new(move |_| visits(definition, choices.get()));
    let visits = dynamic_list(move || {
        let visits = reads.get();
        let titled = visits.len() > 1;
        visits.into_iter().map(|(role, items)| visit(role, items, titled)).collect()
    });
    let submit = on(|event: leptos::ev::SubmitEvent| event.prevent_default());
    view! {
        <form class="rs-form" autocomplete="off" on:submit=submit>
            {rule_set(definition)}
            {visits}
        </form>
    }
    .into_any()
}

/// The visits that are read under a rule set and the items read from each, in
/// the order of the definition.
fn visits(definition: &Definition, choices: Choices) -> Vec<(Role, Vec<Item>)> {
    let mut visits: Vec<(Role, Vec<Item>)> = Vec::new();
    for reads in definition.reads.iter().filter(|reads| reads.under.holds(choices)) {
        match visits.iter_mut().find(|(role, _)| *role == reads.role) {
            Some((_, items)) => items.extend(reads.items),
            None => visits.push((reads.role, reads.items.to_vec())),
        }
    }
    visits
}

/// Items by group, in the order in which they are read.
fn groups(items: Vec<Item>) -> Vec<(Group, Vec<Item>)> {
    let mut groups: Vec<(Group, Vec<Item>)> = Vec::new();
    for item in items {
        match groups.iter_mut().find(|(group, _)| *group == item.group()) {
            Some((_, items)) => items.push(item),
            None => groups.push((item.group(), vec![item])),
        }
    }
    groups
}

/// The items of one visit, under a title where it has to be told from others.
fn visit(role: Role, items: Vec<Item>, titled: bool) -> AnyView {
    let groups: Vec<AnyView> = groups(items)
        .into_iter()
        .map(|(group, items)| {
            let fields: Vec<AnyView> = items.into_iter().map(|item| field(role, item)).collect();
            view! {
                <section class="rs-group">
                    <h3>{language().group(group)}</h3>
                    {fields}
                </section>
            }
            .into_any()
        })
        .collect();
    let class = if titled { "" } else { "rs-hidden" };
    view! {
        <section class="rs-visit">
            <h2 class=class>{language().role(role)}</h2>
            {groups}
        </section>
    }
    .into_any()
}

/// The field of an item.
fn field(role: Role, item: Item) -> AnyView {
    match item.kind() {
        Kind::Finding => finding_field(role, item),
        Kind::Measurement(_) | Kind::Count { .. } => measurement_field(role, item),
        Kind::Choice(codes) => choice_field(role, item, codes),
        Kind::Attestation if item == Item::FirstVisit => first_visit(role),
        Kind::Attestation => statement_field(role, item),
    }
}

/// The choices that the instrument leaves open.
fn rule_set(definition: &'static Definition) -> AnyView {
    let options: Vec<AnyView> =
        definition.options.iter().enumerate().map(|(at, option)| rule_option(at, option)).collect();
    view! {
        <fieldset class="rs-rules">
            <legend>{language().page().rule_set}</legend>
            {options}
        </fieldset>
    }
    .into_any()
}

/// One choice, with what the chosen value means and how well it is confirmed.
fn rule_option(at: usize, option: &'static OptionDefinition) -> AnyView {
    let session = Session::expect();
    let chosen = session.slice(move |draft| draft.choices.place(at));
    let id = format!("option-{}", option.id);
    let explains_id = format!("{id}-explained");
    let values: Vec<AnyView> = option
        .values
        .iter()
        .enumerate()
        .map(|(place, value)| {
            let name = language().option_value(option.id, value.code).label;
            view! {
                <option value=value.code prop:selected=signal(move || chosen.get() == place)>
                    {name}
                </option>
            }
            .into_any()
        })
        .collect();
    let explained = dynamic(move || {
        let Some(value) = option.values.get(chosen.get()) else { return ().into_any() };
        let explains = language().option_value(option.id, value.code).explains;
        let explains = format!("{explains} {} ", value.fact.locator);
        (explains, evidence(value.fact.evidence)).into_any()
    });
    let choose = on(move |event| {
        let code = event_target_value(&event);
        if let Some(value) = option.values.iter().position(|value| value.code == code) {
            session.edit(Edit::Choose { option: at, value });
        }
    });
    view! {
        <div class="rs-rule">
            <label for=id.clone()>{language().option(option.id).label}</label>
            <select id=id aria-describedby=explains_id.clone() on:change=choose>
                {values}
            </select>
            <p class="rs-rule__explained" id=explains_id>
                {explained}
            </p>
        </div>
    }
    .into_any()
}
