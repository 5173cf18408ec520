//! The answers of a sheet, by organ system.

use super::{Maker, SheetGroup, SheetRow, Tone};
use crate::items::{Group, Item, Kind};
use crate::report::note::one_line;
use crate::scoring::{Finding, Role};
use crate::session::worksheet::{Counted, SkinTable};
use crate::session::{Entry, Origin, Record};
use crate::text::NotedValue;

/// What stands for an item: the words, whether they are seen at first sight,
/// and the sign beside them.
pub(super) type Said = (String, Tone, &'static str);

impl Maker<'_> {
    /// The answers to all that is read by what is scored.
    pub(super) fn groups(&self) -> Vec<SheetGroup> {
        let language = self.writer.language;
        let mut groups: Vec<SheetGroup> = Vec::new();
        for item in self.writer.course.items_at(self.writer.visit.occasion) {
            let name = language.group(item.group());
            if groups.last().is_none_or(|group| group.name != name) {
                groups.push(SheetGroup { name, rows: Vec::new() });
            }
            let Some(SheetGroup { rows, .. }) = groups.last_mut() else { continue };
            let own = self.row(item, false);
            // That it is not the first visit goes without saying, and that no
            // record gives a total.
            let has_none = match item.group() {
                Group::EarlierTotals => self.writer.visit.record(item).is_none(),
                _ => item == Item::FirstVisit && own.tone == Tone::Quiet,
            };
            if !has_none {
                rows.push(own);
            }
            let parts = item.measured_by().iter().map(|by| self.row(*by, true));
            rows.extend(parts.filter(|row| !row.value.is_empty()));
        }
        groups.retain(|group| !group.rows.is_empty());
        groups
    }

    /// What was answered to an item. A part without an answer has no value.
    fn row(&self, item: Item, is_part: bool) -> SheetRow {
        let label = self.writer.language.item(item).label;
        let record = self.writer.visit.record(item);
        let (value, tone, sign) = match self.said(item, record) {
            Some(said) => said,
            None if is_part => (String::new(), Tone::Quiet, ""),
            None => self.open(item, record.is_some_and(|record| record.unassessable)),
        };
        SheetRow { label, value, sign, tone, is_part }
    }

    /// What was answered to an item, where something was.
    pub(super) fn said(&self, item: Item, record: Option<&Record>) -> Option<Said> {
        if let Some(value) = self.writer.value(Role::Current, item) {
            return Some((self.writer.language.sheet_value(&value), Tone::Plain, ""));
        }
        let record = record?;
        let entry = record.entry.as_ref()?;
        let words = self.words;
        let entered = self.entered(item, entry);
        if record.is_carried() {
            return Some((entered, Tone::Quiet, words.carried.0));
        }
        if self.writer.read.is_unused(item) {
            return Some((entered, Tone::Quiet, words.unread.0));
        }
        let tone = match entry {
            Entry::Finding(Finding::NotAssessed) => return None,
            Entry::Finding(Finding::Present | Finding::OtherCause) => Tone::Strong,
            Entry::Finding(Finding::Absent)
            | Entry::Attested(_)
            | Entry::Choice(_)
            | Entry::Typed(_) => Tone::Plain,
        };
        let sign = if record.origin == Origin::Bulk { words.together.0 } else { "" };
        Some((entered, tone, sign))
    }

    /// What was entered, in words.
    fn entered(&self, item: Item, entry: &Entry) -> String {
        let language = self.writer.language;
        let page = language.page();
        match entry {
            Entry::Finding(finding) => language.finding(*finding).to_owned(),
            Entry::Attested(true) => page.yes.to_owned(),
            Entry::Attested(false) => page.no.to_owned(),
            Entry::Choice(code) => language.choice(item, code).to_owned(),
            Entry::Typed(typed) => {
                let unit = item.kind().scale().and_then(|scale| scale.unit(&typed.unit));
                let unit = unit.map_or("", |unit| language.unit(unit.code));
                one_line(&format!("{} {unit}", typed.value))
            }
        }
    }

    /// What is to be said of an item that nobody answered.
    fn open(&self, item: Item, unassessable: bool) -> Said {
        let language = self.writer.language;
        if let Some(derived) = self.derived(item).or_else(|| self.sum_of_sites(item)) {
            return derived;
        }
        let measured = |by: &Item| self.writer.read.visit.answer(*by).is_some();
        let said = match item.kind() {
            _ if unassessable => self.words.unassessable,
            Kind::Finding if item.measured_by().iter().any(measured) => language.page().open,
            Kind::Attestation => language.page().not_stated,
            Kind::Finding | Kind::Measurement(_) | Kind::Count { .. } | Kind::Choice(_) => {
                language.finding(Finding::NotAssessed)
            }
        };
        (said.to_owned(), Tone::Quiet, "")
    }

    /// What its measured values say of a finding: once where the scores agree,
    /// else with the names of those that say so.
    fn derived(&self, item: Item) -> Option<Said> {
        let language = self.writer.language;
        let mut counts: [Vec<&str>; 2] = [Vec::new(), Vec::new()];
        let [present, absent] = &mut counts;
        for said in self.scored.iter().filter_map(|scored| scored.said(item)) {
            let name = language.instrument(said.instrument).name;
            if said.counts { present.push(name) } else { absent.push(name) }
        }
        let tone = if present.is_empty() { Tone::Plain } else { Tone::Strong };
        let agree = present.is_empty() || absent.is_empty();
        let findings = [Finding::Present, Finding::Absent].into_iter().zip(&counts);
        let mut said: Vec<String> = Vec::new();
        for (finding, names) in findings.filter(|(_, names)| !names.is_empty()) {
            let finding = language.finding(finding);
            let names = names.join(", ");
            said.push(if agree { finding.to_owned() } else { format!("{finding} ({names})") });
        }
        (!said.is_empty()).then(|| (said.join("; "), tone, self.words.derived.0))
    }

    /// What the graded sites of the skin add up to, where nobody entered the
    /// total.
    fn sum_of_sites(&self, item: Item) -> Option<Said> {
        let table = SkinTable::of(self.writer.visit);
        if item != Item::Mrss || table.scored() == 0 {
            return None;
        }
        let number = match table.total() {
            Counted::Exactly(total) => total.to_string(),
            Counted::AtLeast(total) => format!(">={total}"),
        };
        let role = Role::Current;
        let value = NotedValue { item, role, number, unit: "", limit: "", drug: "" };
        let value = self.writer.language.sheet_value(&value);
        Some((value, Tone::Plain, self.words.derived.0))
    }
}
