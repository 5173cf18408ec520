//! Three-valued verdicts after Kleene.

use super::{Bounds, Exact};

/// Whether a criterion holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It holds whatever is still unknown.
    Met,
    /// It fails whatever is still unknown.
    NotMet,
    /// What is unknown decides.
    Undetermined,
}

impl Verdict {
    /// The code on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Verdict::Met => "met",
            Verdict::NotMet => "not_met",
            Verdict::Undetermined => "undetermined",
        }
    }

    /// From a statement that may be unknown.
    #[must_use]
    pub const fn from_known(known: Option<bool>) -> Verdict {
        match known {
            Some(true) => Verdict::Met,
            Some(false) => Verdict::NotMet,
            None => Verdict::Undetermined,
        }
    }

    /// Whether a test holds over an interval, where the test changes at most
    /// once between its ends.
    #[must_use]
    pub fn over(bounds: Bounds, test: impl Fn(Exact) -> bool) -> Verdict {
        Verdict::from_known(bounds.agree(test))
    }

    /// Both hold: one certain failure is enough to fail.
    #[must_use]
    pub const fn and(self, other: Verdict) -> Verdict {
        match (self, other) {
            (Verdict::NotMet, _) | (_, Verdict::NotMet) => Verdict::NotMet,
            (Verdict::Met, Verdict::Met) => Verdict::Met,
            (Verdict::Undetermined, Verdict::Met | Verdict::Undetermined)
            | (Verdict::Met, Verdict::Undetermined) => Verdict::Undetermined,
        }
    }

    /// One of both holds: a certain one is enough.
    #[must_use]
    pub const fn or(self, other: Verdict) -> Verdict {
        match (self, other) {
            (Verdict::Met, _) | (_, Verdict::Met) => Verdict::Met,
            (Verdict::NotMet, Verdict::NotMet) => Verdict::NotMet,
            (Verdict::Undetermined, Verdict::NotMet | Verdict::Undetermined)
            | (Verdict::NotMet, Verdict::Undetermined) => Verdict::Undetermined,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict::{Met, NotMet, Undetermined};

    #[test]
    fn one_certain_failure_decides_whatever_else_is_missing() {
        assert_eq!(Undetermined.and(NotMet), NotMet);
        assert_eq!(NotMet.and(Undetermined), NotMet);
        assert_eq!(Met.and(NotMet), NotMet);
    }

    #[test]
    fn one_that_holds_is_enough_whatever_else_is_missing() {
        assert_eq!(Undetermined.or(Met), Met);
        assert_eq!(Met.or(NotMet), Met);
        assert_eq!(NotMet.or(Undetermined), Undetermined);
        assert_eq!(NotMet.or(NotMet), NotMet);
    }

    #[test]
    fn met_needs_every_criterion_certain() {
        assert_eq!(Met.and(Met), Met);
        assert_eq!(Met.and(Undetermined), Undetermined);
        assert_eq!(Undetermined.and(Met), Undetermined);
        assert_eq!(Undetermined.and(Undetermined), Undetermined);
    }
}
