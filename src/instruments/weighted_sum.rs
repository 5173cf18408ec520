//! Sums of weighted rows over one visit.

use super::{Row, RowRule};
use crate::items::{Counted, Item, Visit};
use crate::scoring::{Bounds, Exact, Judgement, Mention, Outcome, Part, PartValue, Role};

/// What one row gives.
pub(super) struct Reading {
    /// The points, or what they can still be.
    pub points: Bounds,
    /// What was read.
    pub value: PartValue,
}

impl Reading {
    /// What a row gives, and what was read for it.
    pub(super) const fn new(points: Bounds, value: PartValue) -> Reading {
        Reading { points, value }
    }

    /// Points for what counts, nothing for what does not, and either while that
    /// is open.
    pub(super) fn either(points: Exact, counts: Option<bool>, value: PartValue) -> Reading {
        match counts {
            Some(true) => Reading::new(Bounds::exactly(points), value),
            Some(false) => Reading::new(Bounds::exactly(Exact::ZERO), value),
            None => Reading::new(Bounds::between(Exact::ZERO, points), PartValue::Open),
        }
    }

    /// Reads a row that takes one item as it was entered. An item that nobody
    /// answered, or whose value could lie on either side of the cut-off, could
    /// give nothing or everything.
    pub(super) fn of(rule: &RowRule, visit: &Visit) -> Reading {
        match *rule {
            RowRule::Finding { item, points } => {
                let finding = visit.finding(item);
                Reading::either(points, finding.counts(), PartValue::State(finding))
            }
            RowRule::Beyond { item, points, threshold } => {
                let number = visit.number(item);
                let value = number.and_then(|number| number.known());
                let counts = number.and_then(|number| threshold.decides(&number));
                Reading::either(points, counts, PartValue::known(value))
            }
            RowRule::Grade { item, highest } => grade(item, highest, visit),
            RowRule::Codes { item, points } => codes(item, points, visit),
            RowRule::Constant(points) => Reading::new(Bounds::exactly(points), PartValue::Open),
            RowRule::PerCount { item, any, each } => per_count(item, any, each, visit),
            RowRule::Logarithm(term) => term.read(visit),
            // Read by those instruments that have them, and no criteria.
            RowRule::LiftedGrade { .. }
            | RowRule::Steps(_)
            | RowRule::AnyOf { .. }
            | RowRule::Change(_)
            | RowRule::Criterion(_)
            | RowRule::Quiet { .. }
            | RowRule::Counts(_)
            | RowRule::RisenBeyond(_)
            | RowRule::Difference(_)
            | RowRule::RelativeChange { .. }
            | RowRule::Present(_)
            | RowRule::Absent(_)
            | RowRule::Statement
            | RowRule::NothingNew => {
                Reading::either(rule.points().unwrap_or(Exact::ZERO), None, PartValue::Open)
            }
        }
    }
}

/// As many points as the grade says; any of them where nobody graded.
fn grade(item: Item, highest: u32, visit: &Visit) -> Reading {
    let count = visit.count(item);
    let (from, to) = count.map_or((0, highest), |count| (count.lowest(), count.highest()));
    let points = Bounds::between(Exact::from(from), Exact::from(to));
    Reading::new(points, PartValue::known(points.known()))
}

/// The points of the code that was chosen; any of them where none was.
fn codes(item: Item, points: &'static [Exact], visit: &Visit) -> Reading {
    let or_none = |points: Option<&Exact>| points.copied().unwrap_or(Exact::ZERO);
    match visit.code(item) {
        Some((place, code)) => {
            Reading::new(Bounds::exactly(or_none(points.get(place))), PartValue::Code(code))
        }
        None => {
            let (lowest, highest) = (or_none(points.iter().min()), or_none(points.iter().max()));
            Reading::new(Bounds::between(lowest, highest), PartValue::Open)
        }
    }
}

/// Points for each of a number of things, and more where there is any.
fn per_count(item: Item, any: Exact, each: Exact, visit: &Visit) -> Reading {
    let points = |count: u32| {
        if count == 0 { Exact::ZERO } else { any + each * Exact::from(count) }
    };
    let count = visit.count(item);
    let (from, to) =
        count.map_or((0, item.highest_count()), |count| (count.lowest(), count.highest()));
    let known = count.and_then(Counted::known).map(Exact::from);
    Reading::new(Bounds::between(points(from), points(to)), PartValue::known(known))
}

/// Rows, added up.
pub(super) struct WeightedSum {
    /// The total, or what it can still be.
    pub total: Bounds,
    /// The rows in their order.
    pub parts: Vec<Part>,
    /// The rows that could still change the total.
    pub missing: Vec<Mention>,
}

impl WeightedSum {
    /// Adds up what a reader makes of each row.
    pub(super) fn of(
        rows: impl Iterator<Item = &'static Row>,
        read: impl Fn(&Row) -> Reading,
    ) -> WeightedSum {
        let mut sum = WeightedSum {
            total: Bounds::exactly(Exact::ZERO),
            parts: Vec::with_capacity(rows.size_hint().1.unwrap_or_default()),
            missing: Vec::new(),
        };
        for row in rows {
            let Reading { points, value } = read(row);
            sum.total = sum.total + points;
            if points.is_open() {
                sum.missing.push(Mention::of(Role::Current, row.id));
            }
            sum.parts.push(Part::new(row.id, Outcome::Points(points), value));
        }
        sum
    }

    /// The judgement of a score that is such a sum.
    pub(super) fn judgement(self) -> Judgement {
        Judgement {
            score: Some(self.total),
            parts: self.parts,
            missing: self.missing,
            ..Judgement::default()
        }
    }
}
