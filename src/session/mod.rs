//! What is being entered, before it is an answer: pure, total, and without the
//! page.
//!
//! A [`Course`] holds the visits of one patient, what was typed and chosen at
//! each, exactly as it was. [`VisitDraft::read`] turns a visit into one of the
//! [contract](crate::contract) and reads that: the page has no reader of its
//! own, so that what it accepts and what a file of requests accepts can never
//! differ. [`Reader`] scores what was read. [`History`] leads back.

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

mod choosing;
mod course;
mod edit;
mod entry;
mod event;
mod given;
mod history;
mod laboratory;
mod moment;
mod numeral;
mod overview;
mod read;
mod record;
mod sampling;
mod scored;
mod visit;
pub mod worksheet;

pub use course::{Course, Insert, Score};
pub use edit::{Edit, typed_day};
pub use entry::{Entry, Field, Typed};
pub use event::{Event, EventKind};
pub use history::History;
pub use laboratory::Laboratory;
pub use moment::{Moment, Timing, date_of_day, day_of_date};
pub use numeral::{Numeral, numeral};
pub use overview::{Overview, Said};
pub use read::{Ambiguous, Read, field_of};
pub use record::{Aside, Origin, Record};
pub use scored::{Assessed, Reader, Scored, Standing};
pub use visit::{Occasion, VisitDraft, VisitId, Worksheets};
