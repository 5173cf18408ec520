//! What was answered.

use crate::scoring::{Exact, Finding, Span, Threshold};

/// An answer to one item. That nothing was answered is the absence of an
/// answer, never a value of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// To a finding.
    Finding(Finding),
    /// To a measurement.
    Measured(Measured),
    /// To a count or grade.
    Count(Counted),
    /// To a choice: one of the item's codes.
    Choice(&'static str),
    /// To an attestation.
    Attested(bool),
}

/// A measured value, ready to be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The value in the canonical unit of its scale; a glucocorticoid as
    /// prednisolone. It is a span where the laboratory printed a comparator or a
    /// range.
    pub value: Span,
    /// The reference limit, where the scale has one, in the unit of the value.
    pub limit: Option<Exact>,
}

/// A number of things, or a grade: a whole number somewhere between two others,
/// which are the same where it is known.
///
/// `lowest <= highest` holds by construction. Above 4 is from 5: a count has no
/// open ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    lowest: u32,
    highest: u32,
}

impl Counted {
    /// A count that is known.
    #[must_use]
    pub const fn exactly(count: u32) -> Counted {
        Counted { lowest: count, highest: count }
    }

    /// A count between two others, both included; `None` where there is none.
    #[must_use]
    pub fn between(lowest: u32, highest: u32) -> Option<Counted> {
        (lowest <= highest).then_some(Counted { lowest, highest })
    }

    /// The lowest it can be.
    #[must_use]
    pub const fn lowest(self) -> u32 {
        self.lowest
    }

    /// The highest it can be.
    #[must_use]
    pub const fn highest(self) -> u32 {
        self.highest
    }

    /// Whether it can be this one.
    #[must_use]
    pub const fn allows(self, count: u32) -> bool {
        self.lowest <= count && count <= self.highest
    }

    /// The count, where only one is possible.
    #[must_use]
    pub fn known(self) -> Option<u32> {
        (self.lowest == self.highest).then_some(self.lowest)
    }

    /// The same, to be held against a cut-off.
    #[must_use]
    pub fn span(self) -> Span {
        match self.known() {
            Some(count) => Span::exactly(Exact::from(count)),
            None => Span::of_scale(Exact::from(self.lowest), Exact::from(self.highest)),
        }
    }
}

impl From<u32> for Counted {
    fn from(count: u32) -> Counted {
        Counted::exactly(count)
    }
}

impl From<Exact> for Measured {
    fn from(value: Exact) -> Measured {
        Measured { value: Span::exactly(value), limit: None }
    }
}

impl Measured {
    /// Whether a value read against the limit of its laboratory is above it;
    /// `None` where it has none, or where that depends on the value.
    #[must_use]
    pub fn is_above_limit(&self) -> Option<bool> {
        Threshold::above(self.limit?).decides(&self.value)
    }

    /// The same, below it.
    #[must_use]
    pub fn is_below_limit(&self) -> Option<bool> {
        Threshold::below(self.limit?).decides(&self.value)
    }

    /// The value as a multiple of the limit of its laboratory.
    #[must_use]
    pub fn multiple(&self) -> Option<Span> {
        let limit = self.limit?;
        Some(self.value.map_rising(|value| value / limit))
    }
}
