//! The scoring contract: how a request is read from JSON.
//!
//! JSON is read here by hand, and for a reason: a request must be refused for
//! a key that stands twice, and its numbers must be read as the decimals they
//! show. The usual readers keep the last of two keys and read a double.

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

mod answer;
mod json;
mod problem;
mod request;
mod stated;
mod write;

pub use json::{Document, Json, NotJson, Object, pointer_step};
pub use problem::{Codes, Expected, FileProblem, Problem, ProblemKind};
pub use request::{Reading, Refusal, Request, read, read_bytes};
