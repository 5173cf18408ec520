//! What an instrument reads, visit by visit, and what each item is.

use super::{Line, Piece, ReferenceBlock, ReferenceSection, ReferenceTable, Telling, text};
use crate::instruments::{Choices, Derivation};
use crate::items::Item;
use crate::report::definitions::read_items;
use crate::scoring::Role;
use crate::text::ItemText;

impl Telling<'_> {
    /// The items of each visit.
    pub(super) fn reads(&self) -> ReferenceSection {
        let words = self.language.reference();
        let mut blocks = vec![ReferenceBlock::Paragraph(text(words.reads_lead))];
        for role in Role::ALL {
            let reads = self.definition.reads.iter().filter(|reads| reads.role == role);
            let lines: Vec<Line> = reads
                .map(|reads| {
                    let under = self.language.under(self.definition, reads.under);
                    let names: Vec<&str> =
                        reads.items.iter().map(|item| self.language.item(*item).label).collect();
                    let names = Piece::Text(names.join("; "));
                    if under.is_empty() {
                        vec![names]
                    } else {
                        vec![Piece::Strong(format!("{under}:")), names]
                    }
                })
                .collect();
            if !lines.is_empty() {
                blocks.push(ReferenceBlock::Heading(text(self.language.role(role))));
                blocks.push(ReferenceBlock::Points(lines));
            }
        }
        ReferenceSection { id: "reads", heading: words.reads, blocks }
    }

    /// What each item is, and how measured values stand for it.
    pub(super) fn items(&self) -> ReferenceSection {
        let words = self.language.reference();
        let items = read_items(self.definition);
        let is_measured = |item: Item| self.definition.measurements(item).next().is_some();
        let measured = items.iter().any(|(item, is_read)| *is_read && is_measured(*item));
        let rows = items.iter().map(|(item, is_read)| {
            let mut row = vec![
                super::named(self.language.item(*item).label, item.id()),
                text(self.language.answer(*item)),
                text(self.meanings(*item)),
            ];
            if measured {
                let by = if *is_read { self.measured_by(*item) } else { Vec::new() };
                row.push(by);
            }
            row
        });
        let measured = measured.then_some(words.measured_by);
        let columns = [words.item, words.answer, words.counts].into_iter().chain(measured);
        let table = ReferenceTable { columns: columns.collect(), rows: rows.collect() };
        ReferenceSection {
            id: "items",
            heading: words.items,
            blocks: vec![ReferenceBlock::Table(table)],
        }
    }

    /// What counts as an item, and where another rule set says it otherwise.
    fn meanings(&self, item: Item) -> String {
        let asked = |choices| self.language.item_for(self.instrument.sheet(&choices), item);
        let usual = asked(Choices::default());
        let mut said = self.meaning(usual);
        for (choice, choices) in self.other_choices() {
            let other = asked(choices);
            if other != usual {
                said = format!("{said} {choice}: {}", self.meaning(other));
            }
        }
        said
    }

    fn meaning(&self, ItemText { counts, excludes, window, .. }: ItemText) -> String {
        let words = self.language.page();
        let told = [("", counts), (words.excludes, excludes), (words.window, window)];
        let told = told.into_iter().filter(|(_, line)| !line.is_empty());
        let told: Vec<String> =
            told.map(|(name, line)| format!("{name} {line}").trim_start().to_owned()).collect();
        told.join(" ")
    }

    /// The measurements behind an item, by which rule they stand for it.
    fn measured_by(&self, item: Item) -> Line {
        let by: Vec<&str> = self
            .definition
            .measurements(item)
            .map(|measured| self.language.item(measured).label)
            .collect();
        if by.is_empty() {
            return Vec::new();
        }
        let derived = |choices| self.instrument.derivation(&choices, item);
        let rule = |derivation: Option<Derivation>| {
            derivation.map(|derivation| self.language.derivation(derivation))
        };
        let usual = rule(derived(Choices::default()));
        let mut said = by.join(", ");
        if let Some(rule) = &usual {
            said = format!("{said}: {rule}");
        }
        for (choice, choices) in self.other_choices() {
            let other = rule(derived(choices));
            if let Some(rule) = other.as_ref().filter(|_| other != usual) {
                said = format!("{said}. {choice}: {rule}");
            }
        }
        text(said)
    }

    /// The rule sets that differ from the default in one choice, each with that
    /// choice in words.
    pub(super) fn other_choices(&self) -> Vec<(String, Choices)> {
        let definition = self.definition;
        let mut others = Vec::new();
        for (at, option) in definition.options.iter().enumerate() {
            let label = self.language.option(definition.id, option.id).label;
            for (place, value) in option.values.iter().enumerate().skip(1) {
                let value = self.language.option_value(definition.id, option.id, value.code).label;
                others.push((format!("{label}: {value}"), Choices::default().with(at, place)));
            }
        }
        others
    }
}
