//! What counts as an item, on demand.

use leptos::prelude::*;

use super::{Session, language};
use crate::instruments::RowRule;
use crate::items::Item;

/// The definition of an item as the chosen instrument asks it, in a disclosure
/// that touch and keyboard open alike.
#[component]
pub fn Definition(item: Item) -> impl IntoView {
    let words = language().page();
    let definition = Session::expect().instrument().map(|instrument| instrument.definition());
    let text = language().item_for(definition.map_or("", |definition| definition.id), item);
    let row = definition
        .and_then(|definition| definition.rows.iter().find(|row| row.id == item.id()));
    let points = row.and_then(|row| row.rule.points()).map(|points| {
        format!("{} {}. ", language().number(points), words.points)
    });
    let beyond = row.and_then(|row| match row.rule {
        RowRule::Beyond { threshold, .. } | RowRule::Criterion(threshold) => {
            let unit = item.kind().scale().map_or("", |scale| scale.canonical_code());
            Some(format!("{} ", language().threshold(threshold, unit)))
        }
        RowRule::Finding { .. } | RowRule::Change { .. } | RowRule::Statement => None,
    });
    let source = row.map(|row| {
        let evidence = language().evidence(row.fact.evidence);
        view! {
            <p class="rs-definition__source">
                {points} {beyond} {words.source} " " {row.fact.locator} " "
                <Evidence label=evidence.label explains=evidence.explains />
            </p>
        }
    });
    let excludes = (!text.excludes.is_empty())
        .then(|| view! { <p><b>{words.excludes}</b> " " {text.excludes}</p> });
    let window = (!text.window.is_empty())
        .then(|| view! { <p><b>{words.window}</b> " " {text.window}</p> });
    view! {
        <details class="rs-definition">
            <summary>
                {words.what_counts} <span class="rs-hidden">": " {text.label}</span>
            </summary>
            <p>{text.counts}</p>
            {excludes}
            {window}
            {source}
        </details>
    }
}

/// How well a fact is confirmed: its tag, and what the tag means.
#[component]
pub fn Evidence(label: &'static str, explains: &'static str) -> impl IntoView {
    view! {
        <span class="rs-evidence" title=explains>
            {label}
        </span>
    }
}
