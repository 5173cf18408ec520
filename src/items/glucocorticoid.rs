//! Glucocorticoids and their prednisolone equivalents.

use crate::scoring::{Evidence, Exact, Fact};

/// A systemic glucocorticoid.
#[derive(Clone, Copy, Debug)]
pub struct Glucocorticoid {
    /// The name on the wire.
    pub code: &'static str,
    /// The dose in mg that equals 5 mg of prednisolone.
    pub equal_to_five: Exact,
    /// Where the equivalence stands.
    pub fact: Fact,
}

/// The conversion table that most of the equivalences were read in.
const TABLE: Fact = Fact::new(Evidence::Secondary, "conversion table after Meikle & Tyler 1977");

impl Glucocorticoid {
    /// All of them, prednisolone first.
    pub const ALL: [Glucocorticoid; 9] = [
        row("prednisolone", Exact::integer(5), TABLE),
        row("prednisone", Exact::integer(5), TABLE),
        row("methylprednisolone", Exact::integer(4), TABLE),
        row("triamcinolone", Exact::integer(4), TABLE),
        row("hydrocortisone", Exact::integer(20), TABLE),
        row("cortisone", Exact::integer(25), TABLE),
        row("dexamethasone", Exact::ratio(3, 4), TABLE),
        row("betamethasone", Exact::ratio(3, 5), TABLE),
        row(
            "deflazacort",
            Exact::integer(6),
            Fact::new(Evidence::Unconfirmed, "general knowledge"),
        ),
    ];

    /// The glucocorticoid of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<&'static Glucocorticoid> {
        const ALL: &[Glucocorticoid] = &Glucocorticoid::ALL;
        ALL.iter().find(|drug| drug.code == code)
    }

    /// A dose of this drug as prednisolone.
    #[must_use]
    pub fn as_prednisolone(&self, dose: Exact) -> Exact {
        dose * Exact::integer(5) / self.equal_to_five
    }
}

/// One row of the table.
const fn row(code: &'static str, equal_to_five: Exact, fact: Fact) -> Glucocorticoid {
    Glucocorticoid { code, equal_to_five, fact }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_equivalent_of_each_drug_is_five_milligrams_of_prednisolone() {
        for (code, dose) in [
            ("prednisolone", "5"),
            ("prednisone", "5"),
            ("methylprednisolone", "4"),
            ("triamcinolone", "4"),
            ("hydrocortisone", "20"),
            ("cortisone", "25"),
            ("dexamethasone", "0.75"),
            ("betamethasone", "0.6"),
            ("deflazacort", "6"),
        ] {
            let dose = Exact::parse(dose).expect("a number");
            let equivalent = Glucocorticoid::from_code(code).map(|drug| drug.as_prednisolone(dose));
            assert_eq!(equivalent, Some(Exact::integer(5)), "{code}");
        }
        assert_eq!(Glucocorticoid::ALL.len(), 9);
    }
}
