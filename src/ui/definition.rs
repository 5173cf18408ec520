//! What counts as an item, by each of the chosen scores.

use super::element::{Element, View, element};
use super::{Session, language};
use crate::instruments::{Choices, Instrument, RowRule, find};
use crate::items::Item;
use crate::scoring::Evidence;
use crate::text::ItemText;

/// What counts as an item: once where the chosen scores agree, else as each of
/// them asks it; then what each gives for it, and where that stands.
pub fn definitions(item: Item) -> View {
    let chosen = Session::of_page().with_course(|course| course.scored().collect::<Vec<_>>());
    let mut asked: Vec<(ItemText, Vec<&str>)> = Vec::new();
    for (instrument, choices) in chosen.iter().filter(|(it, choices)| reads(*it, *choices, item)) {
        let text = language().item_for(instrument.sheet(choices), item);
        let name = language().instrument(instrument.definition().id).name;
        match asked.iter_mut().find(|(other, _)| *other == text) {
            Some((_, names)) => names.push(name),
            None => asked.push((text, vec![name])),
        }
    }
    let several = asked.len() > 1;
    let mut views: Vec<View> = Vec::new();
    for (text, names) in asked {
        if several {
            views.push(element("p").class("rs-aside__for").child(names.join(", ")).into());
        }
        views.extend(lines_of(text));
    }
    views.extend(chosen.iter().filter_map(|(it, choices)| rule(*it, *choices, item)));
    views.into()
}

/// Whether an instrument reads an item of any visit.
fn reads(instrument: &dyn Instrument, choices: Choices, item: Item) -> bool {
    let reads = instrument.definition().reads.iter().filter(|reads| reads.under.holds(choices));
    reads.flat_map(|reads| reads.items).any(|read| *read == item)
}

/// A definition, line by line.
fn lines_of(text: ItemText) -> impl Iterator<Item = View> {
    let words = language().page();
    [("", text.counts), (words.excludes, text.excludes), (words.window, text.window)]
        .into_iter()
        .filter(|(_, line)| !line.is_empty())
        .map(|(name, line)| named(name, line).into())
}

fn named(name: &str, line: &str) -> Element {
    element("p").child(element("b").child(name)).child(" ").child(line)
}

/// What an instrument gives for an item, by which rule, and its source.
fn rule(instrument: &'static dyn Instrument, choices: Choices, item: Item) -> Option<View> {
    let words = language().page();
    let (gives, cites) = (words.points, words.source);
    let definition = instrument.definition();
    // A row of its own, or of the sheet that it is built on.
    let sheets = [Some(instrument), find(instrument.sheet(&choices))];
    let mut rows = sheets.into_iter().flatten().flat_map(|found| found.definition().rows);
    let row = rows.find(|row| row.id == item.id())?;
    let mut said = String::new();
    if let Some(points) = row.rule.points() {
        said = format!("{} {gives}", language().number(points));
    }
    if let RowRule::Beyond { threshold, .. } | RowRule::Criterion(threshold) = row.rule {
        let unit = item.kind().scale().map_or("", |scale| scale.canonical_code());
        said = format!("{said} {}", language().threshold(threshold, unit));
    }
    if let Some(rule) = instrument.derivation(&choices, item) {
        let rule = language().derivation(rule);
        said = if said.is_empty() { rule } else { format!("{said}; {rule}") };
    }
    let name = language().instrument(definition.id).name;
    let source = format!("{said}. {cites} {} ", row.fact.locator);
    Some(named(&format!("{name}:"), &source).child(evidence(row.fact.evidence)).into())
}

/// How well a fact is confirmed: its tag, and what the tag means.
pub fn evidence(evidence: Evidence) -> Element {
    let text = language().evidence(evidence);
    element("span").class("rs-evidence").attribute("title", text.explains).child(text.label)
}
