//! What counts as an item, on demand.

use super::element::{Element, View, element};
use super::{Session, language};
use crate::instruments::{RowRule, find};
use crate::items::Item;
use crate::scoring::Evidence;

/// The definition of an item as the chosen instrument asks it, in a disclosure
/// that touch and keyboard open alike.
pub fn definition(item: Item) -> View {
    let words = language().page();
    let session = Session::of_page();
    let text = language().item_for(session.sheet(), item);
    // A row of its own, or of the sheet that it is built on.
    let instruments = [session.instrument(), find(session.sheet())];
    let mut rows = instruments.into_iter().flatten().flat_map(|found| found.definition().rows);
    let row = rows.find(|row| row.id == item.id());
    let mut lines = vec![
        ("", text.counts.to_owned()),
        (words.excludes, text.excludes.to_owned()),
        (words.window, text.window.to_owned()),
    ];
    // A finding that values stand for: by which rule, and what each value is.
    let choices = session.with_draft_untracked(|draft| draft.choices);
    if let Some(rule) = session.instrument().and_then(|found| found.derivation(&choices, item)) {
        lines.push((words.from_values, language().derivation(rule)));
        lines.extend(item.measured_by().iter().map(|by| {
            let text = language().item(*by);
            (text.label, text.counts.to_owned())
        }));
    }
    let lines = lines
        .into_iter()
        .filter(|(_, line)| !line.is_empty())
        .map(|(name, line)| element("p").child(element("b").child(name)).child(" ").child(line));
    let source = row.map(|row| {
        let mut weight = String::new();
        if let Some(points) = row.rule.points() {
            weight = format!("{} {}", language().number(points), words.points);
        }
        if let RowRule::Beyond { threshold, .. } | RowRule::Criterion(threshold) = row.rule {
            let unit = item.kind().scale().map_or("", |scale| scale.canonical_code());
            weight = format!("{weight} {}", language().threshold(threshold, unit));
        }
        if !weight.is_empty() {
            weight.push_str(". ");
        }
        let source = format!("{weight}{} {} ", words.source, row.fact.locator);
        element("p").child(source).child(evidence(row.fact.evidence))
    });
    let hidden = element("span").class("rs-hidden").child(format!(": {}", text.label));
    element("details")
        .class("rs-definition")
        .child(element("summary").child(words.what_counts).child(hidden))
        .children(lines)
        .children(source)
        .into()
}

/// How well a fact is confirmed: its tag, and what the tag means.
pub fn evidence(evidence: Evidence) -> Element {
    let text = language().evidence(evidence);
    element("span").class("rs-evidence").attribute("title", text.explains).child(text.label)
}
