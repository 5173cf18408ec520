//! The form of an instrument, from its definition.

use leptos::prelude::*;

use super::definition::evidence;
use super::element::{Element, View, dynamic, element, shown_while};
use super::finding::finding_field;
use super::measurement::measurement_field;
use super::statement::{choice_field, first_visit, statement_field};
use super::{Session, language};
use crate::instruments::{Choices, Definition, OptionDefinition, find};
use crate::items::{Group, Item, Kind};
use crate::scoring::Role;
use crate::session::Edit;

/// The form of the chosen instrument: its rule set, and its items visit by
/// visit and group by group.
pub fn form(definition: &'static Definition) -> View {
    // The rule set decides which items are read and what they mean; told only
    // when that changes.
    let session = Session::of_page();
    let reads = session.slice(|draft| {
        let sheet = find(definition.id).map(|instrument| instrument.sheet(&draft.choices));
        (sheet, visits(definition, draft.choices))
    });
    let visits = dynamic(move || {
        let (_, visits) = reads.get();
        let titled = visits.len() > 1;
        let views = visits.into_iter().map(|(role, items)| visit(role, items, titled));
        views.collect::<Vec<View>>().into()
    });
    element("form")
        .class("rs-form")
        .attribute("autocomplete", "off")
        .on("submit", |event| event.prevent_default())
        .child(rule_set(definition))
        .child(visits)
        .into()
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
fn visit(role: Role, items: Vec<Item>, titled: bool) -> View {
    let groups = groups(items).into_iter().map(|(group, items)| {
        element("section")
            .class("rs-group")
            .child(element("h3").child(language().group(group)))
            .children(items.into_iter().map(|item| field(role, item)))
    });
    let class = if titled { "" } else { "rs-hidden" };
    element("section")
        .class("rs-visit")
        .child(element("h2").class(class).child(language().role(role)))
        .children(groups)
        .into()
}

/// The field of an item.
fn field(role: Role, item: Item) -> View {
    match item.kind() {
        Kind::Finding => finding_field(role, item),
        Kind::Measurement(_) | Kind::Count { .. } => measurement_field(role, item),
        Kind::Choice(codes) => choice_field(role, item, codes),
        Kind::Attestation if item == Item::FirstVisit => first_visit(role),
        Kind::Attestation => statement_field(role, item),
    }
}

/// The choices that the instrument leaves open.
fn rule_set(definition: &'static Definition) -> View {
    let options = definition.options.iter().enumerate();
    element("fieldset")
        .class("rs-rules")
        .child(element("legend").child(language().page().rule_set))
        .children(options.map(|(at, option)| rule_option(at, option)))
        .into()
}

/// One choice, with what the chosen value means and how well it is confirmed.
fn rule_option(at: usize, option: &'static OptionDefinition) -> Element {
    let session = Session::of_page();
    let id = format!("option-{}", option.id);
    let explains_id = format!("{id}-explained");
    let mut select = element("select").id(&id).attribute("aria-describedby", &explains_id);
    let mut explained = element("p").class("rs-rule__explained").id(&explains_id);
    for (place, value) in option.values.iter().enumerate() {
        let chosen = session.slice(move |draft| draft.choices.place(at) == place);
        let text = language().option_value(option.id, value.code);
        select = select.child(
            element("option")
                .attribute("value", value.code)
                .property_while("selected", chosen)
                .child(text.label),
        );
        explained = explained.child(shown_while(chosen, move || {
            let explains = format!("{} {} ", text.explains, value.fact.locator);
            [explains.into(), evidence(value.fact.evidence).into()].into()
        }));
    }
    let select = select.on("change", move |event| {
        let code = event_target_value(&event);
        if let Some(value) = option.values.iter().position(|value| value.code == code) {
            session.edit(Edit::Choose { option: at, value });
        }
    });
    let error = session.derive(|read| {
        read.problem_of_option(option.id).map_or_else(String::new, |it| language().problem(it))
    });
    element("div")
        .class("rs-rule")
        .child(element("label").attribute("for", &id).child(language().option(option.id).label))
        .child(select)
        .child(explained)
        .child(element("p").class("rs-input__error").child(error))
}
