//! Cut-offs: a relation and a limit.

use super::{Exact, Span};

/// On which side of a limit a value has to lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Strictly above.
    Above,
    /// At the limit or above.
    AtLeast,
    /// Strictly below.
    Below,
    /// At the limit or below.
    AtMost,
}

impl Relation {
    /// The mathematical sign.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Relation::Above => ">",
            Relation::AtLeast => "≥",
            Relation::Below => "<",
            Relation::AtMost => "≤",
        }
    }
}

/// A cut-off, as a table prints it: `> 5`, `≤ 7.5 mg/d`.
#[derive(Clone, Copy, Debug)]
pub struct Threshold {
    /// The side.
    pub relation: Relation,
    /// The limit, in the canonical unit of what is compared.
    pub limit: Exact,
}

impl Threshold {
    /// Strictly above a limit.
    #[must_use]
    pub const fn above(limit: Exact) -> Threshold {
        Threshold { relation: Relation::Above, limit }
    }

    /// At a limit or above.
    #[must_use]
    pub const fn at_least(limit: Exact) -> Threshold {
        Threshold { relation: Relation::AtLeast, limit }
    }

    /// Strictly below a limit.
    #[must_use]
    pub const fn below(limit: Exact) -> Threshold {
        Threshold { relation: Relation::Below, limit }
    }

    /// At a limit or below.
    #[must_use]
    pub const fn at_most(limit: Exact) -> Threshold {
        Threshold { relation: Relation::AtMost, limit }
    }

    /// Whether a value lies on the right side.
    #[must_use]
    pub fn holds(&self, value: Exact) -> bool {
        match self.relation {
            Relation::Above => value > self.limit,
            Relation::AtLeast => value >= self.limit,
            Relation::Below => value < self.limit,
            Relation::AtMost => value <= self.limit,
        }
    }

    /// Whether a value lies on the right side, wherever it lies in a span;
    /// `None` where that depends on the value.
    #[must_use]
    pub fn decides(&self, span: &Span) -> Option<bool> {
        match span.known() {
            Some(value) => Some(self.holds(value)),
            None => span.side(self),
        }
    }
}
