//! What is being entered, before it is an answer: pure, total, and without the
//! page.
//!
//! A [`Draft`] holds what was typed and chosen, exactly as it was. [`Draft::read`]
//! turns it into a request of the [contract](crate::contract) and reads that:
//! the page has no reader of its own, so that what it accepts and what a file
//! of requests accepts can never differ.

#![cfg_attr(
    not(test),
    deny(
        clippy::as_conversions,
        clippy::float_arithmetic,
        clippy::indexing_slicing,
        clippy::unwrap_used,
        clippy::expect_used
    )
)]

mod draft;
mod entry;
mod numeral;
mod read;
pub mod worksheet;

pub use draft::{Draft, Edit};
pub use entry::{Entry, Field, Typed};
pub use numeral::{Numeral, numeral};
pub use read::{Ambiguous, Read};
