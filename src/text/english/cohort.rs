//! What several courses come to together.

use super::outcomes::verdict;
use super::sentences::listed;
use super::{English, page};
use crate::cohort::VerdictCounts;
use crate::scoring::{Exact, Verdict};
use crate::text::{Apart, CohortText, Language};

/// The words that stand as they are.
pub(super) static COHORT: CohortText = CohortText {
    title: "Cohort",
    everyone: "All patients",
    safety: "Cell therapy",
    patients: "Patient by patient",
    unread: "Not read",
    columns: ["", "Value", "Known for", "Counted apart"],
    count: "Patients",
    follow_up: "Days from day zero to the last visit",
    at_last: "at the last visit",
    ever: "at any visit since day zero",
    baseline: "at the baseline, median (range)",
    last: "at the last visit, median (range)",
    change: "change, median (range)",
    last_visit: "the last visit",
    worst: "worst grade",
    median: "median (range)",
    mean: "mean ± standard deviation",
    note: "Note",
    lead: "Open the saved files of several courses: they are read on this device, scored anew and \
           summed up as a case series prints it. What is open is counted apart. Nothing is kept.",
    add: "Add files of courses",
    invented: "See an invented cohort",
    remove_all: "Remove all files",
    save_text: "Save as a text",
    save_table: "Save as a table (CSV)",
    save_data: "Save as data (JSON)",
    differs: "Results in the file differ from what is computed now.",
};

/// Of how many patients something is.
pub(super) fn of_patients(count: usize, of: usize) -> String {
    format!("{count} of {of}")
}

/// A median with its range.
pub(super) fn median(median: Exact, lowest: Exact, highest: Exact) -> String {
    let [median, lowest, highest] = [median, lowest, highest].map(page::number);
    format!("{median} ({lowest} to {highest})")
}

/// A mean with its standard deviation.
pub(super) fn mean_and_deviation(mean: Exact, deviation: Option<Exact>) -> String {
    match deviation {
        Some(deviation) => format!("{} ± {}", page::number(mean), page::number(deviation)),
        None => format!("{}, of one patient", page::number(mean)),
    }
}

/// How many patients have which verdict.
pub(super) fn verdict_counts(counts: VerdictCounts) -> String {
    let VerdictCounts { met, not_met, undetermined, no_visit } = counts;
    let verdict = |count: usize, of: Verdict| format!("{count} {}", verdict(of));
    let mut told = vec![verdict(met, Verdict::Met), verdict(not_met, Verdict::NotMet)];
    told.push(verdict(undetermined, Verdict::Undetermined));
    if no_visit > 0 {
        told.push(format!("{no_visit} without a visit since day zero"));
    }
    told.join(", ")
}

/// How many patients have which level.
pub(super) fn level_counts(counts: &[(&'static str, usize)]) -> String {
    let each = counts.iter().map(|(level, count)| format!("{count} {}", English.band(level)));
    each.collect::<Vec<_>>().join(", ")
}

/// How many patients have which grade.
pub(super) fn grade_counts(counts: &[(&'static str, usize)]) -> String {
    let each = counts.iter().map(|(grade, count)| format!("grade {grade}: {count}"));
    each.collect::<Vec<_>>().join(", ")
}

/// Those who were counted apart.
pub(super) fn apart(counts: &[(Apart, usize)]) -> String {
    let counts = counts.iter().filter(|(_, count)| *count > 0);
    counts.map(|(why, count)| format!("{count} {}", reason(*why))).collect::<Vec<_>>().join(", ")
}

/// Why patients are counted apart.
pub(super) const fn reason(apart: Apart) -> &'static str {
    match apart {
        Apart::Between => "known between two numbers",
        Apart::Undetermined => "undetermined",
        Apart::Unknown => "not known",
        Apart::NoFollowUp => "without a visit since day zero",
        Apart::FromBaseline => "counted from the baseline",
        Apart::NoLaterVisit => "without a visit after the baseline",
        Apart::NoTwoDays => "without two days with a visit",
        Apart::NotBack => "not back yet",
        Apart::NeverGone => "never seen without",
        Apart::Contradictory => "contradictory",
        Apart::NotGraded => "never graded",
    }
}

/// The verdict of a patient at the last visit and at any.
pub(super) fn last_and_ever(last: Option<Verdict>, ever: Option<Verdict>) -> String {
    match last.zip(ever) {
        Some((last, ever)) if last == ever => {
            format!("{} at the last visit and at any", verdict(last))
        }
        Some((last, ever)) => {
            let [last, ever] = [last, ever].map(verdict);
            format!("{last} at the last visit, {ever} at any")
        }
        None => "no visit since day zero".to_owned(),
    }
}

/// Pseudonyms that stand for several files.
pub(super) fn repeated(pseudonyms: &[String]) -> String {
    if pseudonyms.is_empty() {
        return String::new();
    }
    let quoted: Vec<String> = pseudonyms.iter().map(|it| format!("“{it}”")).collect();
    format!(
        "Several files have the same pseudonym, and each was counted: {}. Check that no patient is \
         counted twice.",
        listed(&quoted, "and")
    )
}
