//! Files of this program: a course with what it came to, and the units and
//! limits of a laboratory.
//!
//! Reading a course restores what was entered and computes every result anew.
//! A stored result is never shown as the result; where it differs, that is
//! said. Nothing of a file is dropped in silence: what cannot be taken over
//! whole is refused by its place.

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

mod compare;
mod earlier;
mod export;
mod import;
mod laboratory;
pub(super) mod layout;
mod opened;
mod request;
#[cfg(test)]
mod tests;
mod worksheets;

pub use compare::Difference;
pub use export::export;
pub use import::{Import, import};
pub use laboratory::{export_laboratory, import_laboratory};
pub use request::options;

/// The name and the schema of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Format {
    name: &'static str,
    schema: u32,
}

/// A course.
const COURSE: Format = Format { name: "rheumscore-course", schema: 2 };
/// One visit with those it was compared with, as the first version wrote it.
const EARLIER: Format = Format { name: "rheumscore-visit", schema: 1 };
/// A laboratory.
const LABORATORY: Format = Format { name: "rheumscore-laboratory", schema: 1 };

/// No file comes near this many bytes: two hundred visits with every answer of
/// seven instruments, scored by all of them, take less than a third of it.
const LARGEST: usize = 16 << 20;

/// No course comes near this many visits.
const MOST_VISITS: usize = 2_000;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A course, to be opened again.
    Course,
    /// A course as a table.
    Table,
    /// A note on one visit.
    Note,
    /// The units and limits of a laboratory.
    Laboratory,
    /// What several courses come to, as data.
    Cohort,
    /// The same as a table.
    CohortTable,
    /// The same as a text.
    CohortText,
}

/// A name for a file that is saved on a date such as `2026-03-14`. It tells
/// nothing of the patient.
#[must_use]
pub fn file_name(kind: FileKind, date: &str) -> String {
    let (what, extension) = match kind {
        FileKind::Course => ("course", "json"),
        FileKind::Table => ("table", "csv"),
        FileKind::Note => ("note", "txt"),
        FileKind::Laboratory => ("laboratory", "json"),
        FileKind::Cohort => ("cohort", "json"),
        FileKind::CohortTable => ("cohort", "csv"),
        FileKind::CohortText => ("cohort", "txt"),
    };
    // A time after the date would bring characters that a file cannot have.
    let date: String = date
        .chars()
        .take_while(|character| character.is_ascii_digit() || *character == '-')
        .collect();
    let dash = if date.is_empty() { "" } else { "-" };
    format!("rheumscore-{what}{dash}{date}.{extension}")
}
