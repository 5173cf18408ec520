//! Criteria that all have to hold.

use crate::items::{Item, Kind, Visit};
use crate::scoring::{Bounds, Exact, Mention, Outcome, Part, PartValue, Role, Threshold, Verdict};

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

    /// Adds a criterion and what keeps it open.
    pub(super) fn add(
        &mut self,
        id: &'static str,
        verdict: Verdict,
        value: PartValue,
        open: &[Mention],
    ) {
        self.verdict = self.verdict.and(verdict);
        self.parts.push(Part::new(id, Outcome::Criterion(verdict), value));
        self.open.extend_from_slice(open);
    }

    /// Adds a criterion on a total.
    pub(super) fn add_total(
        &mut self,
        id: &'static str,
        threshold: Threshold,
        total: Bounds,
        open: &[Mention],
    ) {
        let value = total.known().map_or(PartValue::Open, PartValue::Number);
        self.add(id, Verdict::over(total, |total| threshold.holds(total)), value, open);
    }

    /// Adds a criterion on a measured value, which could be anything on its
    /// scale where nobody measured it.
    pub(super) fn add_measured(&mut self, item: Item, threshold: Threshold, visit: &Visit) {
        let (bounds, open) = match visit.measured(item) {
            Some(measured) => (Bounds::exactly(measured.value), None),
            None => (anywhere(item), Some(Mention::of(Role::Current, item.id()))),
        };
        self.add_total(item.id(), threshold, bounds, open.as_slice());
    }

    /// Adds a statement that has to be true.
    pub(super) fn add_statement(&mut self, item: Item, visit: &Visit) {
        let attested = visit.attested(item);
        let value = attested.map_or(PartValue::Open, PartValue::Attested);
        let open = attested.is_none().then_some(Mention::of(Role::Current, item.id()));
        self.add(item.id(), Verdict::from_known(attested), value, open.as_slice());
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

/// The whole scale of a measurement.
fn anywhere(item: Item) -> Bounds {
    match item.kind() {
        Kind::Measurement(scale) => Bounds::between(scale.lowest, scale.highest),
        Kind::Count { highest } => Bounds::between(Exact::ZERO, Exact::from(highest)),
        Kind::Finding | Kind::Choice(_) | Kind::Attestation => Bounds::exactly(Exact::ZERO),
    }
}
