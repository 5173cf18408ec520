//! The words of a printed sheet.

use super::note::quantity;
use super::vocabulary;
use crate::text::{NotedValue, SheetText};

/// The words that stand as they are.
pub(super) static SHEET: SheetText = SheetText {
    unassessable: "Cannot be assessed",
    together: ("*", "answered together with others of its organ system"),
    derived: ("†", "taken from the measured values"),
    carried: ("‡", "copied from the visit before and not confirmed, not counted"),
    unread: ("§", "cannot be read, not counted"),
    treatment: "Treatment days",
    skin_method: "Skin sites graded by",
    strength: "Muscle groups",
    function: "Categories of function",
    ice: "ICE, point by point",
    bilag: "BILAG domains",
    joints: "Inflamed joints",
    doses: "Glucocorticoids as taken",
    every: "once in",
    sampled: "Sampled on",
    confirmed: "Unusual and confirmed",
    decisions: "Decisions",
    rule_sets: "Rule sets",
    signature: "Signature",
};

/// A value in a table: "88 ×10⁹/L", "0.71 (lower limit 0.9)".
pub(super) fn value(value: &NotedValue) -> String {
    let mut stated = quantity(value);
    for (typed, printed) in [("<=", "≤"), (">=", "≥"), ("<", "<"), (">", ">")] {
        if let Some(number) = stated.strip_prefix(typed) {
            stated = format!("{printed}\u{a0}{number}");
        }
    }
    match value.item.kind().limit() {
        Some(name) if !value.limit.is_empty() => {
            format!("{stated} ({} limit {})", vocabulary::limit(name), value.limit)
        }
        Some(_) | None => stated,
    }
}
