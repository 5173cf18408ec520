//! Sums of weighted rows over one visit.

use super::{Row, RowRule};
use crate::items::Visit;
use crate::scoring::{Bounds, Exact, Mention, Outcome, Part, PartValue, Role};

/// What one row gives.
pub(super) struct Reading {
    /// The points, or what they can still be.
    pub points: Bounds,
    /// What was read.
    pub value: PartValue,
}

impl Reading {
    /// Reads a row that takes one item as it was entered. An item that nobody
    /// answered, or whose value could lie on either side of the cut-off, could
    /// give nothing or everything.
    pub(super) fn of(rule: &RowRule, visit: &Visit) -> Reading {
        let (points, counts, value) = match *rule {
            RowRule::Finding { item, points } => {
                let finding = visit.finding(item);
                (points, finding.counts(), PartValue::State(finding))
            }
            RowRule::Beyond { item, points, threshold } => match visit.number(item) {
                Some(number) => {
                    let value = number.known().map_or(PartValue::Open, PartValue::Number);
                    (points, threshold.decides(&number), value)
                }
                None => (points, None, PartValue::Open),
            },
            RowRule::Change(levels) => (levels.highest(), None, PartValue::Open),
            RowRule::Criterion(_) | RowRule::Statement => (Exact::ZERO, None, PartValue::Open),
        };
        match counts {
            Some(true) => Reading { points: Bounds::exactly(points), value },
            Some(false) => Reading { points: Bounds::exactly(Exact::ZERO), value },
            None => {
                Reading { points: Bounds::between(Exact::ZERO, points), value: PartValue::Open }
            }
        }
    }
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
    pub(super) fn of(rows: &'static [Row], read: impl Fn(&Row) -> Reading) -> WeightedSum {
        let mut sum = WeightedSum {
            total: Bounds::exactly(Exact::ZERO),
            parts: Vec::with_capacity(rows.len()),
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
}
