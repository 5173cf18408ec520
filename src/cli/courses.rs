//! Files of courses: what one comes to, and what several come to together.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::Exit;
use crate::cohort::{Cohort, Patient, Unused};
use crate::report::{
    Unread, cohort_csv, cohort_json, cohort_text, outcomes_json, outcomes_text, read_patient,
};
use crate::text::{ENGLISH, OutcomesLanguage};

/// How a cohort is written.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// As a table to be read.
    Text,
    /// As comma-separated values.
    Csv,
    /// As JSON.
    Json,
}

/// Writes what a course comes to.
pub(super) fn outcomes(
    file: &str,
    json: bool,
    output: &mut impl Write,
    errors: &mut impl Write,
) -> io::Result<Exit> {
    match patient(file) {
        Ok(patient) => {
            let outcomes = &patient.outcomes;
            let written =
                if json { outcomes_json(outcomes) } else { outcomes_text(outcomes, &ENGLISH) };
            output.write_all(written.as_bytes())?;
            remark(file, &patient, errors)?;
            Ok(Exit::Done)
        }
        Err(reason) => {
            writeln!(errors, "{file}: {reason}")?;
            Ok(Exit::Refused)
        }
    }
}

/// Writes what courses come to together. A file that cannot be read is named
/// with the reason, and the others are summed up.
pub(super) fn cohort(
    files: &[&str],
    form: Form,
    output: &mut impl Write,
    errors: &mut impl Write,
) -> io::Result<Exit> {
    let (mut patients, mut unread) = (Vec::new(), Vec::new());
    for file in files {
        match patient(file) {
            Ok(patient) => {
                remark(file, &patient, errors)?;
                patients.push(patient);
            }
            Err(reason) => {
                writeln!(errors, "{file}: {reason}")?;
                unread.push(Unread { file: name(file), reason });
            }
        }
    }
    let cohort = Cohort::of(patients);
    let written = match form {
        Form::Text => cohort_text(&cohort, &unread, &ENGLISH),
        Form::Csv => cohort_csv(&cohort, &unread),
        Form::Json => cohort_json(&cohort, &unread),
    };
    output.write_all(written.as_bytes())?;
    Ok(if unread.is_empty() { Exit::Done } else { Exit::Refused })
}

/// The patient of a file, or why there is none.
fn patient(file: &str) -> Result<Patient, String> {
    let bytes = fs::read(file).map_err(|error| error.to_string())?;
    read_patient(&name(file), &bytes, &ENGLISH).map_err(|problem| ENGLISH.why_not_read(&problem))
}

/// The name of a file, without the folders it lies in.
fn name(file: &str) -> String {
    let name = Path::new(file).file_name().map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| file.to_owned())
}

/// Says what else is to be known of a file that was read.
fn remark(file: &str, patient: &Patient, errors: &mut impl Write) -> io::Result<()> {
    if patient.differs {
        writeln!(errors, "{file}: its stored results differ from those computed now.")?;
    }
    for Unused { visit, entries } in &patient.unused {
        writeln!(errors, "{}", ENGLISH.unused_at(file, visit, entries))?;
    }
    Ok(())
}
