//! The kinds of answer an item takes.

use crate::scoring::{LimitName, Scale};

/// What an answer to an item looks like.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Present, absent, other cause or not assessed.
    Finding,
    /// A value on a scale.
    Measurement(&'static Scale),
    /// A whole number from zero.
    Count {
        /// The highest it can be.
        highest: u32,
    },
    /// One of a few codes.
    Choice(&'static [&'static str]),
    /// A statement that only the clinician can make.
    Attestation,
}

impl Kind {
    /// The scale of a measurement.
    #[must_use]
    pub const fn scale(self) -> Option<&'static Scale> {
        match self {
            Kind::Measurement(scale) => Some(scale),
            Kind::Finding | Kind::Count { .. } | Kind::Choice(_) | Kind::Attestation => None,
        }
    }

    /// The reference limit that a measurement is read against.
    #[must_use]
    pub fn limit(self) -> Option<LimitName> {
        self.scale()?.limit
    }
}
