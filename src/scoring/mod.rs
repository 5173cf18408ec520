//! The vocabulary of scoring: numbers that are exact, sums that are intervals,
//! criteria with three verdicts, facts that carry their evidence.
//!
//! Nothing here knows an item, an instrument, a language or the web.

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

mod assessment;
mod band;
mod bounds;
mod decimal;
mod evidence;
mod exact;
mod finding;
mod order;
mod scale;
mod span;
mod threshold;
mod verdict;

pub use assessment::{
    Category, Judgement, Mention, Outcome, Part, PartValue, Role, Warning, WarningCode,
};
pub use band::{Band, Bands, Edge};
pub use bounds::Bounds;
pub use decimal::decimal;
pub use evidence::{Evidence, Fact, Source};
pub use exact::{Exact, NumberForm};
pub use finding::Finding;
pub use order::in_order;
pub use scale::{LimitName, Scale, Unit, Units};
pub use span::Span;
pub use threshold::{Relation, Threshold};
pub use verdict::Verdict;
