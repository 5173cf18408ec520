//! A visit on paper.

use super::card::chip;
use super::drawing::scale;
use super::element::{Element, View, element};
use super::language;
use crate::report::{Sheet, SheetGroup, SheetRow, SheetScore, Tone};

/// The sheet of a visit.
pub fn sheet(sheet: &Sheet) -> Element {
    let warned = |warning: &String| element("li").child(warning.as_str());
    element("section")
        .class("rs-sheet")
        .attribute("aria-label", &sheet.name)
        .child(head(&sheet.diseases.join(", "), &sheet.name, &sheet.pseudonym, &sheet.when))
        .child(element("div").class("rs-sheet__scores").children(sheet.scores.iter().map(score)))
        .child(
            element("ul").class("rs-sheet__warnings").children(sheet.warnings.iter().map(warned)),
        )
        .child(element("div").class("rs-sheet__answers").children(sheet.groups.iter().map(group)))
        .child(signs(sheet))
        .child(notes(sheet))
        .child(foot(sheet))
}

/// What stands at the top of a page: what it is about, its name, and when it
/// was.
pub fn head(about: &str, name: &str, pseudonym: &str, when: &[String]) -> Element {
    element("header")
        .class("rs-sheet__head")
        .child(element("p").child(element("b").child("Rheumscore")).child(" · ").child(about))
        .child(element("p").class("rs-sheet__patient").child(pseudonym))
        .child(element("h2").child(name))
        .child(element("p").class("rs-sheet__when").child(when.join(" · ")))
}

fn score(score: &SheetScore) -> Element {
    let drawn = score.drawn.map(|(yardstick, bounds)| scale(&yardstick, bounds, score.name));
    let rules = score.rule_set.strip_prefix(score.name).unwrap_or_default();
    let name = element("h3").child(score.name).child(element("span").child(rules));
    let mut headline = vec![element("b").child(score.headline.as_str())];
    if !score.level.is_empty() {
        headline.push(element("span").child(score.level.as_str()));
    }
    let headline = element("p").class("rs-sheet__headline").children(headline);
    let standing = element("div")
        .class("rs-sheet__standing")
        .children(score.verdict.map(chip))
        .child(headline)
        .children(drawn);
    let told = element("div")
        .child(element("p").child(score.facts.join(" · ")))
        .children(score.lines.iter().map(|line| element("p").child(line.as_str())));
    element("section").class("rs-sheet__score").child(name).child(standing).child(told)
}

fn group(group: &SheetGroup) -> Element {
    element("section")
        .child(element("h4").child(group.name))
        .child(element("dl").children(group.rows.iter().map(row)))
}

fn row(row: &SheetRow) -> Element {
    let class = match (row.tone, row.is_part) {
        (Tone::Strong, _) => "rs-sheet__row rs-sheet__row--strong",
        (Tone::Plain, false) => "rs-sheet__row",
        (Tone::Plain, true) => "rs-sheet__row rs-sheet__row--part",
        (Tone::Quiet, false) => "rs-sheet__row rs-sheet__row--quiet",
        (Tone::Quiet, true) => "rs-sheet__row rs-sheet__row--quiet rs-sheet__row--part",
    };
    let value = element("dd").child(row.value.as_str()).child(row.sign);
    element("div").class(class).child(element("dt").child(row.label)).child(value)
}

/// What the signs beside the answers mean.
fn signs(sheet: &Sheet) -> Element {
    let said = |(sign, meaning): &(&str, &str)| format!("{sign}\u{a0}{meaning}");
    let said: Vec<String> = sheet.signs.iter().map(said).collect();
    element("p").class("rs-sheet__signs").child(said.join(" · "))
}

fn notes(sheet: &Sheet) -> Element {
    let mut notes: Vec<View> = Vec::new();
    for (heading, note) in &sheet.notes {
        notes.push(element("dt").child(*heading).into());
        notes.push(element("dd").child(note.as_str()).into());
    }
    element("dl").class("rs-sheet__notes").children(notes)
}

fn foot(sheet: &Sheet) -> Element {
    let signed = [language().workspace().date, language().sheet().signature];
    let signed = signed.map(|line| element("p").child(line));
    element("footer")
        .class("rs-sheet__foot")
        .child(element("div").class("rs-sheet__signed").children(signed))
        .children(sheet.foot.iter().map(|line| element("p").child(format!("{line} "))))
}
