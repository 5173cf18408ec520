//! A cohort: its table in words, as comma-separated values and as JSON.

mod csv;
mod json;
mod words;

pub use csv::cohort_csv;
pub use json::cohort_json;
pub use words::{CohortPatient, CohortRow, CohortSection, CohortTable, cohort_table, cohort_text};

use super::number::square_root;
use super::{import, visit_name};
use crate::cohort::{Moments, Patient, Unused};
use crate::contract::FileProblem;
use crate::outcomes::Outcomes;
use crate::scoring::Exact;
use crate::session::{Course, Reader, VisitDraft};
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
        unused: unused(&import.course, language),
        outcomes: Outcomes::of(&import.course),
    })
}

/// What was entered at the visits of a course and cannot be read.
fn unused(course: &Course, language: &dyn Language) -> Vec<Unused> {
    let mut reader = Reader::default();
    reader.read(course);
    let at = |visit: &VisitDraft| {
        let entries = reader.unused(course, visit.id, &[]);
        let visit = visit_name(course, visit, language);
        (!entries.is_empty()).then_some(Unused { visit, entries })
    };
    course.visits().filter_map(at).collect()
}

/// The decimals of a standard deviation.
const DECIMALS: u32 = 3;

/// The standard deviation, for reading.
fn deviation(moments: &Moments) -> Option<Exact> {
    moments.variance.map(|variance| square_root(variance, DECIMALS))
}
