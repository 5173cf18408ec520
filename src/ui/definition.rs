//! What counts as an item, on demand.

use leptos::prelude::*;

use super::{Session, language};
use crate::instruments::RowRule;
use crate::items::Item;
use crate::scoring::Evidence;

/// The definition of an item as the chosen instrument asks it, in a disclosure
/// that touch and keyboard open alike.
pub fn definition(item: Item) -> AnyView {
    let words = language().page();
    let instrument = Session::expect().instrument().map(|instrument| instrument.definition());
    let text = language().item_for(instrument.map_or("", |instrument| instrument.id), item);
    let row =
        instrument.and_then(|instrument| instrument.rows.iter().find(|row| row.id == item.id()));
    let mut lines = vec![("", text.counts.to_owned())];
    lines.extend([
        (words.excludes, text.excludes.to_owned()),
        (words.window, text.window.to_owned()),
    ]);
    let source = row.map(|row| {
        let mut weight = String::new();
        if let Some(points) = row.rule.points() {
            weight = format!("{} {}", language().number(points), words.points);
        }
        if let RowRule::Beyond { threshold, .. } | RowRule::Criterion(threshold) = row.rule {
            let unit = item.kind().scale().map_or("", |scale| scale.canonical_code());
            weight = format!("{weight} {}", language().threshold(threshold, unit));
        }
        let source = format!("{weight}. {} {} ", words.source, row.fact.locator);
        view! {
            <p>
                {source.trim_start_matches(". ").to_owned()} {evidence(row.fact.evidence)}
            </p>
        }
        .into_any()
    });
    let lines: Vec<AnyView> = lines
        .into_iter()
        .filter(|(_, line)| !line.is_empty())
        .map(|(name, line)| view! { <p><b>{name}</b> " " {line}</p> }.into_any())
        .chain(source)
        .collect();
    view! {
        <details class="rs-definition">
            <summary>
                {words.what_counts} <span class="rs-hidden">{format!(": {}", text.label)}</span>
            </summary>
            {lines}
        </details>
    }
    .into_any()
}

/// How well a fact is confirmed: its tag, and what the tag means.
pub fn evidence(evidence: Evidence) -> AnyView {
    let text = language().evidence(evidence);
    view! {
        <span class="rs-evidence" title=text.explains>
            {text.label}
        </span>
    }
    .into_any()
}
