//! The dictionary of items and the visit that maps items to answers.
//!
//! An item has one meaning, one kind, one unit and one row here, whichever
//! instruments read it. Nothing in this module judges an answer.

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

mod answer;
mod dictionary;
mod glucocorticoid;
mod group;
mod index;
mod kind;
pub mod plausible;
pub mod scale;
mod visit;

pub use answer::{Answer, Counted, Measured};
pub use dictionary::Item;
pub use glucocorticoid::Glucocorticoid;
pub use group::Group;
pub use kind::Kind;
pub use visit::{Visit, Visits};
