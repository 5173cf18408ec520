//! A cohort: its table in words, as comma-separated values and as JSON.

mod csv;
mod json;
mod words;

pub use csv::cohort_csv;
pub use json::cohort_json;
pub use words::{CohortPatient, CohortRow, CohortSection, CohortTable, cohort_table, cohort_text};

use super::import;
use super::number::square_root;
use crate::cohort::{Moments, Patient};
use crate::contract::FileProblem;
use crate::outcomes::Outcomes;
use crate::scoring::Exact;
use crate::text::Language;

/// A file that is not in the cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its name.
    pub file: String,
    /// Why, in a sentence.
    pub reason: String,
}

/// Reads a file of a course as a patient.
///
/// # Errors
/// [`FileProblem`] where it cannot be taken over whole.
pub fn read_patient(
    file: &str,
    bytes: &[u8],
    language: &dyn Language,
) -> Result<Patient, FileProblem> {
    let import = import(bytes, language)?;
    Ok(Patient {
        file: file.to_owned(),
        differs: !import.differences.is_empty(),
        outcomes: Outcomes::of(&import.course),
    })
}

/// The decimals of a standard deviation.
const DECIMALS: u32 = 3;

/// The standard deviation, for reading.
fn deviation(moments: &Moments) -> Option<Exact> {
    moments.variance.map(|variance| square_root(variance, DECIMALS))
}
