//! The SLEDAI family: one list of 24 descriptors, four sheets.
//!
//! # What it measures
//! Activity of systemic lupus erythematosus at a visit and in the 10 days
//! before it (30 in the variant that was validated for that): a sum of weighted
//! descriptors, 0 to 105.
//!
//! # The rule
//! A descriptor counts all or nothing when it is present and the disease is its
//! cause. The weights are the same on all four sheets. They differ in what a
//! descriptor means: how many joints make arthritis, whether lasting
//! proteinuria counts or only a new or rising one, whether a lasting rash counts
//! or only a new one, what belongs to the eye, the cranial nerves and the
//! serosa. Measured values say whether a descriptor is there where nobody
//! entered it. The clinical score leaves out complement and anti-dsDNA.
//!
//! # Missing answers
//! A descriptor that nobody assessed spans 0 to its weight. SELENA and 1992
//! need an earlier protein value: above the limit without one, and unless this
//! is the first visit, proteinuria stays open. A value of which only a bound is
//! known decides what it decides wherever it lies.
//!
//! # What it is not for
//! Comparing totals of different sheets or windows. Autoimmune haemolysis and
//! lymphopenia score nothing. The sheets for children are out of scope.
//!
//! # Sources
//! Bombardier 1992, Gladman 2002, Petri 2005, Touma 2010; what was read in
//! which of them stands with each row.

mod deviation;
mod options;
mod sheet;
mod tally;
mod totals;

use super::derivation::Derived;
pub use super::derivation::PROTEIN;
use super::{Choices, Definition, Derivation, Instrument};
use crate::items::{Item, Visit, Visits};
use crate::scoring::{Category, Judgement};
pub use deviation::{Deviation, Difference, deviation};
pub use sheet::{CLINICAL, Descriptor, Sheet};
pub(super) use sheet::{ITEMS, SEROLOGY, TOTAL_2K, TOTAL_1992, TOTAL_HYBRID, TOTAL_SELENA};
pub(super) use tally::{
    Scope, Sitting, Tally, WARNS_IN_REMISSION, WARNS_OF_TOTALS, is_ratio_on_boundary,
};

/// SLEDAI-2K.
pub static SLEDAI_2K: Sledai = Sledai(&sheet::SLEDAI_2K);
/// SELENA-SLEDAI, the full trial form.
pub static SELENA_SLEDAI: Sledai = Sledai(&sheet::SELENA_SLEDAI);
/// SELENA-SLEDAI with the proteinuria rule of SLEDAI-2K.
pub static SELENA_SLEDAI_HYBRID: Sledai = Sledai(&sheet::SELENA_SLEDAI_HYBRID);
/// The SLEDAI of 1992.
pub static SLEDAI_1992: Sledai = Sledai(&sheet::SLEDAI_1992);

/// All four sheets, SLEDAI-2K first.
pub static ALL: [&Sledai; 4] = [&SLEDAI_2K, &SELENA_SLEDAI, &SELENA_SLEDAI_HYBRID, &SLEDAI_1992];

/// An instrument of the family.
pub struct Sledai(&'static Sheet);

impl Sledai {
    /// Its sheet.
    #[must_use]
    pub fn sheet(&self) -> &'static Sheet {
        self.0
    }
}

impl Sheet {
    /// How measured values say whether a descriptor is there.
    pub(super) fn derivation(&self, item: Item) -> Option<Derivation> {
        self.descriptors.iter().find(|descriptor| descriptor.item == item)?.derivation
    }

    /// What the measured values of the current visit say of a descriptor.
    pub(super) fn derived(&self, visits: &Visits, item: Item) -> Option<bool> {
        self.derived_after(&visits.current, &visits.previous, item)
    }

    /// The same of a visit after another one.
    pub(super) fn derived_after(&self, visit: &Visit, earlier: &Visit, item: Item) -> Option<bool> {
        match self.derivation(item)?.read(visit, Some(earlier)) {
            Derived::Known(counts, _) => Some(counts),
            Derived::Unknown | Derived::NeedsEarlier | Derived::NeedsBoth => None,
        }
    }
}

impl Instrument for Sledai {
    fn derivation(&self, _choices: &Choices, item: Item) -> Option<Derivation> {
        self.0.derivation(item)
    }

    fn derived(&self, _choices: &Choices, visits: &Visits, item: Item) -> Option<bool> {
        self.0.derived(visits, item)
    }

    fn definition(&self) -> &'static Definition {
        &self.0.definition
    }

    fn judge(&self, choices: &Choices, visits: &Visits) -> Judgement {
        let tally = Tally::of_total(self.0, &Sitting::of_current(visits));
        let mut judgement =
            Judgement {
                score: Some(tally.total),
                clinical: Some(tally.clinical),
                category: self.0.definition.bands(*choices).map(|bands| {
                    Category::from_known(tally.total.agree(|score| bands.name(score)))
                }),
                missing: tally.missing(),
                parts: tally.parts,
                ..Judgement::default()
            };
        tally.remarks.warn(&mut judgement);
        judgement
    }
}
