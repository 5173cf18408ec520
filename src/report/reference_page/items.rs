//! What an instrument reads, visit by visit, and what each item is.

use super::{Line, Piece, ReferenceBlock, ReferenceSection, ReferenceTable, Telling, text};
use crate::instruments::Choices;
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
                self.answer(*item),
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

    /// What an answer looks like; the codes of a choice as requests write them.
    fn answer(&self, item: Item) -> Line {
        let codes = item.choices().iter().enumerate().flat_map(|(at, code)| {
            let label = self.language.choice(item, code);
            let label = if at == 0 { label.to_owned() } else { format!("· {label}") };
            [Piece::Text(label), Piece::Code(code)]
        });
        let codes: Line = codes.collect();
        if codes.is_empty() { text(self.language.answer(item)) } else { codes }
    }

    /// What counts as an item, and where another rule set says it otherwise.
    fn meanings(&self, item: Item) -> String {
        let asked =
            |choices| self.meaning(self.language.item_for(self.instrument.sheet(&choices), item));
        let usual = asked(Choices::default());
        let others = self.differing(&usual, asked);
        [usual].into_iter().chain(others).collect::<Vec<String>>().join(" ")
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
        let rule = |choices| {
            let derivation = self.instrument.derivation(&choices, item);
            derivation.map(|it| self.language.derivation(it)).unwrap_or_default()
        };
        let usual = rule(Choices::default());
        let mut said = by.join(", ");
        if !usual.is_empty() {
            said = format!("{said}: {usual}.");
        }
        for other in self.differing(&usual, rule) {
            said = format!("{said} {other}.");
        }
        text(said)
    }

    /// What is told otherwise under other choices, once for all that agree.
    fn differing(&self, usual: &str, tell: impl Fn(Choices) -> String) -> Vec<String> {
        let mut told: Vec<String> = Vec::new();
        for OtherChoices { label, values } in self.other_choices() {
            let mut of_option: Vec<(String, String)> = Vec::new();
            for (value, choices) in values {
                let other = tell(choices);
                if other == usual || other.is_empty() {
                    continue;
                }
                match of_option.iter_mut().find(|(_, known)| *known == other) {
                    Some((names, _)) => *names = format!("{names} | {value}"),
                    None => of_option.push((format!("{label}: {value}"), other)),
                }
            }
            told.extend(of_option.into_iter().map(|(names, other)| format!("{names}: {other}")));
        }
        told
    }

    /// The rule sets that differ from the default in one choice, by option and
    /// each with its value in words.
    fn other_choices(&self) -> Vec<OtherChoices> {
        let definition = self.definition;
        let options = definition.options.iter().enumerate().map(|(at, option)| {
            let values = option.values.iter().enumerate().skip(1).map(|(place, value)| {
                let value = self.language.option_value(definition.id, option.id, value.code).label;
                (value, Choices::default().with(at, place))
            });
            OtherChoices {
                label: self.language.option(definition.id, option.id).label,
                values: values.collect(),
            }
        });
        options.collect()
    }
}

/// The choices of an option that are not its default.
struct OtherChoices {
    label: &'static str,
    values: Vec<(&'static str, Choices)>,
}
