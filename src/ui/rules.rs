//! The rule set of a score, and whether another one matters for this patient.

use leptos::prelude::*;

use super::definition::evidence;
use super::element::{Element, View, element, lines, shown_while};
use super::rail::headline;
use super::{Derived, Session, host, language};
use crate::instruments::{Definition, OptionDefinition};
use crate::session::{Edit, Scored};

/// The choices that an instrument leaves open.
pub fn rules(definition: &'static Definition) -> View {
    let options = definition.options.iter().enumerate();
    let rules = options.map(|(at, option)| rule(definition.id, at, option).into());
    host::locked(rules.collect::<Vec<View>>())
}

/// One choice, with what the chosen value means, how well it is confirmed, and
/// what another one would say.
fn rule(instrument: &'static str, at: usize, option: &'static OptionDefinition) -> Element {
    let session = Session::of_page();
    let id = format!("option-{instrument}-{}", option.id);
    let explains_id = format!("{id}-explained");
    let mut select = element("select").id(&id).attribute("aria-describedby", &explains_id);
    let mut explained = element("p").class("rs-rule__explained").id(&explains_id);
    for (place, value) in option.values.iter().enumerate() {
        let chosen = session.course(move |it| it.score(instrument).choices.place(at) == place);
        let text = language().option_value(instrument, option.id, value.code);
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
            session.edit(Edit::Option(instrument, at, value));
        }
    });
    element("div")
        .class("rs-rule")
        .child(
            element("label")
                .attribute("for", &id)
                .child(language().option(instrument, option.id).label),
        )
        .child(select)
        .child(explained)
        .child(lines(matters(instrument, at, option), |line| {
            element("p").class("rs-rule__matters").child(line)
        }))
}

/// What this patient's result would be under the other values.
fn matters(
    instrument: &'static str,
    at: usize,
    option: &'static OptionDefinition,
) -> Derived<Vec<String>> {
    Session::of_page().derive(move |overview| {
        let Some(scored) = overview.of_instrument(instrument) else { return Vec::new() };
        if !scored.assessed().is_some_and(|assessed| assessed.answered) {
            return Vec::new();
        }
        let now = standing(scored);
        let others = scored.under_other_values(at);
        let told: Vec<String> = others
            .into_iter()
            .filter_map(|(value, other)| {
                let standing = standing(&other);
                let code = option.values.get(value)?.code;
                let label = language().option_value(instrument, option.id, code).label;
                (standing != now).then(|| language().under_another_rule(label, &standing))
            })
            .collect();
        if told.is_empty() { vec![language().workspace().no_rule_matters.to_owned()] } else { told }
    })
}

/// How a score stands, with its level.
fn standing(scored: &Scored) -> String {
    match scored.assessed() {
        Some(assessed) => language().standing(&assessed.assessment),
        None => headline(scored),
    }
}
