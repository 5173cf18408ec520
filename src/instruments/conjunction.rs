//! Criteria that all have to hold.

use super::finding::Told;
use crate::items::{Item, Visit};
use crate::scoring::{Bounds, Mention, Outcome, Part, PartValue, Role, Scale, Threshold, Verdict};

/// Criteria of which one certain failure is enough to fail.
pub(super) struct Conjunction {
    /// Whether all hold.
    pub verdict: Verdict,
    /// One part a criterion.
    pub parts: Vec<Part>,
    open: Vec<Mention>,
}

impl Conjunction {
    /// No criterion yet, so nothing that could fail.
    pub(super) fn new() -> Conjunction {
        Conjunction { verdict: Verdict::Met, parts: Vec::new(), open: Vec::new() }
    }

    /// Adds a criterion and what keeps it open, as long as it is.
    pub(super) fn add(
        &mut self,
        id: &'static str,
        verdict: Verdict,
        value: PartValue,
        open: &[Mention],
    ) {
        self.verdict = self.verdict.and(verdict);
        self.parts.push(Part::new(id, Outcome::Criterion(verdict), value));
        if verdict == Verdict::Undetermined {
            // A value of an earlier visit can be read for two criteria.
            for mention in open {
                if !self.open.contains(mention) {
                    self.open.push(*mention);
                }
            }
        }
    }

    /// Adds a criterion on a total.
    pub(super) fn add_total(
        &mut self,
        id: &'static str,
        threshold: Threshold,
        total: Bounds,
        open: &[Mention],
    ) {
        let value = PartValue::known(total.known());
        self.add(id, Verdict::over(total, |total| threshold.holds(total)), value, open);
    }

    /// Adds a criterion on a number, which could be anything on its scale where
    /// nobody measured it.
    pub(super) fn add_number(
        &mut self,
        item: Item,
        scale: &Scale,
        threshold: Threshold,
        visit: &Visit,
    ) {
        let number = visit.number(item).unwrap_or_else(|| scale.anything());
        let value = PartValue::known(number.known());
        let verdict = Verdict::from_known(threshold.decides(&number));
        self.add(item.id(), verdict, value, &[Mention::of(Role::Current, item.id())]);
    }

    /// Adds a criterion on a finding, which has to be absent.
    pub(super) fn add_absent(&mut self, item: Item, told: &Told) {
        let verdict = Verdict::from_known(told.counts.map(|counts| !counts));
        let open: Vec<Mention> = told.open.into_iter().flatten().collect();
        self.add(item.id(), verdict, told.value, &open);
    }

    /// Adds a statement that has to be true.
    pub(super) fn add_statement(&mut self, item: Item, visit: &Visit) {
        let attested = visit.attested(item);
        let value = attested.map_or(PartValue::Open, PartValue::Attested);
        let open = [Mention::of(Role::Current, item.id())];
        self.add(item.id(), Verdict::from_known(attested), value, &open);
    }

    /// What could still change the verdict: nothing once it is certain, and
    /// everything that is open before.
    pub(super) fn missing(&mut self) -> Vec<Mention> {
        match self.verdict {
            Verdict::Met | Verdict::NotMet => Vec::new(),
            Verdict::Undetermined => std::mem::take(&mut self.open),
        }
    }
}
