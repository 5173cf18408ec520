//! The instruments: a table and a rule each.
//!
//! Adding one is its module, its row in [`REGISTRY`], its texts and its worked
//! cases. Nothing else in the tree names an instrument.

#![cfg_attr(
    not(test),
    deny(
        clippy::as_conversions,
        clippy::float_arithmetic,
        clippy::indexing_slicing,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::wildcard_enum_match_arm
    )
)]

mod acr_eular_myositis_2016;
mod conjunction;
mod definition;
mod doris_2021;
mod eustar_2017;
mod fingerprint;
mod instrument;
mod skin_score;
pub mod sledai;
mod weighted_sum;

pub use definition::{
    Choices, Compared, Definition, Derivation, Disease, Levels, OptionDefinition, OptionValue,
    Reads, Row, RowRule, Under,
};
pub use instrument::{Assessment, Instrument, Objection, assess};

/// Every instrument, in the order in which they are offered.
pub static REGISTRY: &[&dyn Instrument] = &[
    &sledai::SLEDAI_2K,
    &sledai::SELENA_SLEDAI,
    &sledai::SELENA_SLEDAI_HYBRID,
    &sledai::SLEDAI_1992,
    &doris_2021::Doris2021,
    &eustar_2017::Eustar2017,
    &acr_eular_myositis_2016::AcrEularMyositis2016,
];

/// The instrument of an id.
#[must_use]
pub fn find(id: &str) -> Option<&'static dyn Instrument> {
    REGISTRY.iter().copied().find(|instrument| instrument.definition().id == id)
}
