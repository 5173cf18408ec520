//! Numbers as they are stated: one, one with a comparator, or a range.

use super::json::Json;
use crate::items::Counted;
use crate::scoring::{Exact, Relation, Scale, Span, Threshold};

/// The comparators of the wire.
pub(super) const COMPARATORS: [(&str, Relation); 4] = [
    ("<", Relation::Below),
    ("<=", Relation::AtMost),
    (">", Relation::Above),
    (">=", Relation::AtLeast),
];

/// A quantity or count, as it was written. `null` is the same as absent.
#[derive(Clone, Copy, Default)]
pub(super) struct Written<'j> {
    pub value: Option<&'j Json<'j>>,
    /// The key of the value; a bare value has none.
    pub value_key: Option<&'static str>,
    pub comparator: Option<&'j Json<'j>>,
    pub from: Option<&'j Json<'j>>,
    pub to: Option<&'j Json<'j>>,
    pub unit: Option<&'j Json<'j>>,
    pub limit: Option<&'j Json<'j>>,
    pub drug: Option<&'j Json<'j>>,
}

impl<'j> Written<'j> {
    /// An object, before its members are taken.
    pub(super) fn object() -> Written<'j> {
        Written { value_key: Some("value"), ..Written::default() }
    }

    /// Takes a member that states the number; says whether it is one.
    pub(super) fn take(&mut self, key: &str, json: Option<&'j Json<'j>>) -> bool {
        match key {
            "value" => self.value = json,
            "comparator" => self.comparator = json,
            "from" => self.from = json,
            "to" => self.to = json,
            _ => return false,
        }
        true
    }

    /// A bare number.
    pub(super) fn bare(json: &'j Json) -> Written<'j> {
        Written { value: Some(json), ..Written::default() }
    }

    /// Whether it has an end of a range.
    pub(super) fn is_range(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// Whether it has what has no place beside a range.
    pub(super) fn is_twofold(&self) -> bool {
        self.is_range() && (self.value.is_some() || self.comparator.is_some())
    }

    /// The keys that can state it, or state it already.
    pub(super) fn keys(&self) -> &'static [&'static str] {
        match self.value {
            Some(_) => &["value", "comparator"],
            None if self.is_range() => &["from", "to"],
            None => &["value", "comparator", "from", "to"],
        }
    }
}

/// A number, as it is stated.
#[derive(Clone, Copy)]
pub(super) enum Stated<T> {
    /// The number itself, at this key.
    Value(Option<&'static str>, T),
    /// A number on one side of which the value lies.
    Compared(Relation, T),
    /// Two numbers between which it lies, both included.
    Range {
        /// The lower.
        from: T,
        /// The higher.
        to: T,
    },
}

impl<T: Copy> Stated<T> {
    /// The same in another unit.
    pub(super) fn map(self, converted: impl Fn(T) -> T) -> Stated<T> {
        match self {
            Stated::Value(key, value) => Stated::Value(key, converted(value)),
            Stated::Compared(relation, value) => Stated::Compared(relation, converted(value)),
            Stated::Range { from, to } => {
                Stated::Range { from: converted(from), to: converted(to) }
            }
        }
    }

    /// The numbers and the keys they stand at.
    pub(super) fn numbers(self) -> impl Iterator<Item = (Option<&'static str>, T)> {
        let (first, second) = match self {
            Stated::Value(key, value) => ((key, value), None),
            Stated::Compared(_, value) => ((Some("value"), value), None),
            Stated::Range { from, to } => ((Some("from"), from), Some((Some("to"), to))),
        };
        [Some(first), second].into_iter().flatten()
    }

    /// The key at which it goes wrong where no value is possible, and the number
    /// that the value there would have to reach.
    pub(super) fn impossible(self) -> (Option<&'static str>, Option<T>) {
        match self {
            Stated::Value(key, _) => (key, None),
            Stated::Compared(..) => (Some("value"), None),
            Stated::Range { from, .. } => (Some("to"), Some(from)),
        }
    }
}

impl Stated<Exact> {
    /// Where the value lies on its scale; `None` where it could lie nowhere.
    pub(super) fn on(self, scale: &Scale) -> Option<Span> {
        match self {
            Stated::Value(_, value) => Some(Span::exactly(value)),
            Stated::Compared(relation, limit) => {
                scale.anything().narrowed(Threshold { relation, limit })
            }
            Stated::Range { from, to } => scale
                .anything()
                .narrowed(Threshold::at_least(from))?
                .narrowed(Threshold::at_most(to)),
        }
    }
}

impl Stated<u32> {
    /// Where the count lies; `None` where it could lie nowhere.
    pub(super) fn up_to(self, highest: u32) -> Option<Counted> {
        match self {
            Stated::Value(_, count) => Some(Counted::exactly(count)),
            Stated::Compared(Relation::Below, count) => Counted::between(0, count.checked_sub(1)?),
            Stated::Compared(Relation::AtMost, count) => Counted::between(0, count),
            Stated::Compared(Relation::Above, count) => {
                Counted::between(count.checked_add(1)?, highest)
            }
            Stated::Compared(Relation::AtLeast, count) => Counted::between(count, highest),
            Stated::Range { from, to } => Counted::between(from, to),
        }
    }
}
