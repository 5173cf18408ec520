//! What was answered.

use crate::scoring::{Exact, Finding};

/// An answer to one item. That nothing was answered is the absence of an
/// answer, never a value of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// To a finding.
    Finding(Finding),
    /// To a measurement.
    Measured(Measured),
    /// To a count or grade.
    Count(u32),
    /// To a choice: one of the item's codes.
    Choice(&'static str),
    /// To an attestation.
    Attested(bool),
}

/// A measured value, ready to be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The value in the canonical unit of its scale; a glucocorticoid as
    /// prednisolone.
    pub value: Exact,
    /// The reference limit, where the scale has one, in the unit of the value.
    pub limit: Option<Exact>,
}
