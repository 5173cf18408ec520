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
mod choices;
mod conjunction;
mod crs_astct_2019;
mod definition;
mod derivation;
mod doris_2017;
mod doris_2021;
mod enzyme;
mod escsg_2001;
mod eustar_2017;
mod finding;
mod fingerprint;
mod haq_di;
mod icaht_platelets;
mod icans_astct_2019;
mod imacs_improvement;
mod instrument;
mod licats;
mod lldas;
mod logarithm;
mod mmt8;
mod mrss;
mod row;
mod selena_flare_index;
mod skin_score;
mod sle_das;
pub mod sledai;
mod sri;
mod weighted_sum;
mod worst;

pub use choices::{Choices, Compared, OptionDefinition, OptionValue};
pub use definition::{Combination, Definition, Disease, Reads, Under};
pub use derivation::Derivation;
pub use haq_di::CATEGORIES as HAQ_CATEGORIES;
pub use instrument::{Assessment, Instrument, Objection, assess};
pub use logarithm::Logarithm;
pub use row::{Levels, Row, RowRule, Steps};

/// Every instrument, in the order in which they are offered.
pub static REGISTRY: &[&dyn Instrument] = &[
    &sledai::SLEDAI_2K,
    &sledai::SELENA_SLEDAI,
    &sledai::SELENA_SLEDAI_HYBRID,
    &sledai::SLEDAI_1992,
    &doris_2021::Doris2021,
    &doris_2017::Doris2017,
    &lldas::Lldas,
    &selena_flare_index::SelenaFlareIndex,
    &sri::Sri,
    &sle_das::SleDas,
    &eustar_2017::Eustar2017,
    &escsg_2001::Escsg2001,
    &mrss::Mrss,
    &acr_eular_myositis_2016::AcrEularMyositis2016,
    &imacs_improvement::ImacsImprovement,
    &mmt8::Mmt8,
    &haq_di::HaqDi,
    &crs_astct_2019::CrsAstct2019,
    &icans_astct_2019::IcansAstct2019,
    &licats::Licats,
    &icaht_platelets::IcahtPlatelets,
];

/// The instrument of an id.
#[must_use]
pub fn find(id: &str) -> Option<&'static dyn Instrument> {
    REGISTRY.iter().copied().find(|instrument| instrument.definition().id == id)
}
