//! The table of a cohort in words.

use super::{Unread, deviation};
use crate::cohort::{
    AplasiaOfCohort, AttainedOfCohort, ChangeOfCohort, Cohort, FollowUp, GradesOfCohort,
    MeanOfCohort, Patient, ResponseOfCohort, Sample, Unused, VerdictCounts,
};
use crate::instruments::Disease;
use crate::outcomes::{AplasiaDays, Attained, Outcomes};
use crate::report::note::one_line;
use crate::report::outcomes::rule_set;
use crate::scoring::Category;
use crate::text::{Apart, OutcomesLanguage};

/// The table of a cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CohortTable {
    /// What is to be said before it; may be empty.
    pub notes: Vec<String>,
    /// The figures, by what they are of.
    pub sections: Vec<CohortSection>,
    /// The patients, one by one, so that the figures can be checked.
    pub patients: Vec<CohortPatient>,
}

/// Figures that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CohortSection {
    /// What they are of.
    pub title: &'static str,
    /// The figures.
    pub rows: Vec<CohortRow>,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CohortRow {
    /// Of what it is: the score with its rule set; empty where the label tells.
    pub of: String,
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: String,
    /// For how many patients it is known, of how many.
    pub patients: String,
    /// Who was counted apart, and why; may be empty.
    pub apart: String,
}

/// A patient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CohortPatient {
    /// What stands for the patient.
    pub name: String,
    /// The name of the file, where it is not that.
    pub file: String,
    /// What the course comes to: what, and the value.
    pub lines: Vec<(String, String)>,
}

/// The table of a cohort in words.
#[must_use]
pub fn cohort_table(cohort: &Cohort, language: &dyn OutcomesLanguage) -> CohortTable {
    let words = language.cohort();
    let writer = Writer { language };
    let lupus = cohort.lupus.attained.iter().flat_map(|row| writer.attained(row));
    let lupus = lupus.chain(cohort.lupus.adjusted_means.iter().map(|row| writer.mean(row)));
    let sclerosis = cohort.sclerosis.iter().flat_map(|row| writer.change(row));
    let myositis = cohort.myositis.iter().map(|row| writer.response(row));
    let safety = cohort.grades.iter().map(|row| writer.grades(row));
    let safety = safety.chain(cohort.aplasia.iter().map(|row| writer.aplasia(row)));
    let sections = [
        (words.everyone, writer.everyone(cohort)),
        (language.disease(Disease::Lupus), lupus.collect()),
        (language.disease(Disease::SystemicSclerosis), sclerosis.collect()),
        (language.disease(Disease::Myositis), myositis.collect()),
        (words.safety, safety.collect()),
    ];
    let sections = sections.into_iter().filter(|(_, rows): &(_, Vec<CohortRow>)| !rows.is_empty());
    let repeated: Vec<String> = cohort.repeated.iter().map(|it| one_line(it)).collect();
    let note = language.repeated(&repeated);
    let unused = cohort.patients.iter().flat_map(|patient| {
        let at = |it: &Unused| language.unused_at(&patient.file, &it.visit, &it.entries);
        patient.unused.iter().map(at)
    });
    CohortTable {
        notes: unused.chain([note]).filter(|note| !note.is_empty()).collect(),
        sections: sections.map(|(title, rows)| CohortSection { title, rows }).collect(),
        patients: cohort.patients.iter().map(|patient| writer.patient(patient)).collect(),
    }
}

/// The same as a text.
#[must_use]
pub fn cohort_text(cohort: &Cohort, unread: &[Unread], language: &dyn OutcomesLanguage) -> String {
    let words = language.cohort();
    let CohortTable { notes, sections, patients } = cohort_table(cohort, language);
    let mut text = words.title.to_owned() + "\n";
    for note in notes {
        text = text + "\n" + &note + "\n";
    }
    let headings = words.columns.map(str::to_owned);
    let rows = sections.iter().flat_map(|section| &section.rows).map(cells);
    let widths = rows.chain([headings.clone()]).fold([0; 4], |mut widths, cells| {
        for (width, cell) in widths.iter_mut().zip(&cells) {
            *width = cell.chars().count().max(*width);
        }
        widths
    });
    text = text + "\n" + &aligned(&headings, widths);
    for CohortSection { title, rows } in &sections {
        text = text + "\n" + title + "\n";
        let mut of = "";
        for row in rows {
            if row.of != of && !row.of.is_empty() {
                text = text + "  " + &row.of + "\n";
            }
            of = &row.of;
            text += &aligned(&cells(row), widths);
        }
    }
    text = text + "\n" + words.patients + "\n";
    for CohortPatient { name, file, lines } in patients {
        let file = if file.is_empty() { file } else { format!(" ({file})") };
        text = text + "\n  " + &name + &file + "\n";
        text.extend(lines.into_iter().map(|(what, value)| format!("    {what}: {value}\n")));
    }
    if !unread.is_empty() {
        text = text + "\n" + words.unread + "\n";
        let told = unread.iter().map(|it| format!("  {}: {}\n", one_line(&it.file), it.reason));
        text.extend(told);
    }
    text
}

fn cells(row: &CohortRow) -> [String; 4] {
    [row.label.clone(), row.value.clone(), row.patients.clone(), row.apart.clone()]
}

/// Cells below each other, without spaces at the end.
fn aligned(cells: &[String; 4], widths: [usize; 4]) -> String {
    let padded = cells.iter().zip(widths).map(|(cell, width)| {
        let missing = width.saturating_sub(cell.chars().count());
        cell.clone() + &" ".repeat(missing)
    });
    let line = padded.collect::<Vec<_>>().join("  ");
    format!("    {}\n", line.trim_end())
}

/// Puts figures into words.
struct Writer<'a> {
    language: &'a dyn OutcomesLanguage,
}

impl Writer<'_> {
    fn row(
        &self,
        (of, label): (&str, &str),
        value: String,
        (known, all): (usize, usize),
        apart: &[(Apart, usize)],
    ) -> CohortRow {
        CohortRow {
            of: of.to_owned(),
            label: label.to_owned(),
            value,
            patients: self.language.of_patients(known, all),
            apart: self.language.apart(apart),
        }
    }

    /// A median with its range; a dash where there is none.
    fn median(&self, sample: &Sample) -> String {
        let ends = sample.lowest().zip(sample.highest());
        match sample.median().zip(ends) {
            Some((median, (lowest, highest))) => self.language.median(median, lowest, highest),
            None => NO_VALUE.to_owned(),
        }
    }

    fn everyone(&self, cohort: &Cohort) -> Vec<CohortRow> {
        let words = self.language.cohort();
        let all = cohort.patients.len();
        let FollowUp { days, open, unknown, from_baseline } = &cohort.follow_up;
        let apart = [
            (Apart::Between, *open),
            (Apart::NoFollowUp, *unknown),
            (Apart::FromBaseline, *from_baseline),
        ];
        let label = format!("{}, {}", words.follow_up, words.median);
        let count = CohortRow {
            of: String::new(),
            label: words.count.to_owned(),
            value: all.to_string(),
            patients: String::new(),
            apart: String::new(),
        };
        vec![count, self.row(("", &label), self.median(days), (days.len(), all), &apart)]
    }

    fn attained(&self, row: &AttainedOfCohort) -> [CohortRow; 2] {
        let words = self.language.cohort();
        let name = rule_set(row.definition, row.choices, self.language);
        let of = |when: &str, counts: VerdictCounts| {
            let value = self.language.verdict_counts(counts);
            let known = row.of - counts.undetermined - counts.no_visit;
            self.row((&name, when), value, (known, row.of), &[])
        };
        [of(words.at_last, row.at_last), of(words.ever, row.ever)]
    }

    fn mean(&self, row: &MeanOfCohort) -> CohortRow {
        let words = self.language.cohort();
        let name = self.language.adjusted_mean_of(row.sheet.id, row.window_days);
        let apart = [(Apart::Between, row.open), (Apart::NoTwoDays, row.unknown)];
        let of = (name.as_str(), words.median);
        self.row(of, self.median(&row.known), (row.known.len(), row.of), &apart)
    }

    fn change(&self, row: &ChangeOfCohort) -> [CohortRow; 3] {
        let words = self.language.cohort();
        let name = rule_set(row.definition, row.choices, self.language);
        let apart = [(Apart::Undetermined, row.open), (Apart::NoLaterVisit, row.no_later)];
        let of = |what: &str, sample: &Sample| {
            self.row((&name, what), self.median(sample), (sample.len(), row.of), &apart)
        };
        [of(words.baseline, &row.baseline), of(words.last, &row.last), of(words.change, &row.rise)]
    }

    fn response(&self, row: &ResponseOfCohort) -> CohortRow {
        let words = self.language.cohort();
        let known = row.of - row.open - row.not_scored;
        let value = self.language.level_counts(&row.levels);
        let apart = [(Apart::Undetermined, row.open), (Apart::NoLaterVisit, row.not_scored)];
        let name = match row.rule_sets.as_slice() {
            [choices] => rule_set(row.definition, *choices, self.language),
            _ => self.language.instrument_name(row.definition.id).to_owned(),
        };
        self.row((&name, words.at_last), value, (known, row.of), &apart)
    }

    fn grades(&self, row: &GradesOfCohort) -> CohortRow {
        let words = self.language.cohort();
        let name = self.language.instrument_name(row.definition.id);
        let known = row.of - row.open - row.not_graded;
        let value = self.language.grade_counts(&row.grades);
        let apart = [(Apart::Undetermined, row.open), (Apart::NotGraded, row.not_graded)];
        self.row((name, words.worst), value, (known, row.of), &apart)
    }

    fn aplasia(&self, row: &AplasiaOfCohort) -> CohortRow {
        let words = self.language.cohort();
        let value = row.moments.as_ref().map_or_else(
            || NO_VALUE.to_owned(),
            |moments| self.language.mean_and_deviation(moments.mean, deviation(moments)),
        );
        let apart = [
            (Apart::Between, row.between),
            (Apart::NotBack, row.lasting),
            (Apart::NeverGone, row.never_seen),
            (Apart::Contradictory, row.contradictory),
            (Apart::Unknown, row.unknown),
        ];
        let of = (self.language.outcomes().aplasia.title, words.mean);
        self.row(of, value, (row.days.len(), row.of), &apart)
    }

    fn patient(&self, patient: &Patient) -> CohortPatient {
        let language = self.language;
        let words = language.cohort();
        let Outcomes { lupus, sclerosis, myositis, .. } = &patient.outcomes;
        let outcomes = language.outcomes();
        let followed = patient.outcomes.follow_up.map_or_else(
            || language.apart_word(Apart::NoFollowUp).to_owned(),
            |days| language.days(days),
        );
        let mut lines = vec![(words.follow_up.to_owned(), followed)];
        if let Some(lupus) = lupus {
            let attained = lupus.attained.iter().chain(&lupus.drug_free);
            lines.extend(attained.map(|it| self.attained_of_patient(it)));
            lines.extend(lupus.adjusted_means.iter().map(|adjusted| {
                let mean = adjusted.mean.as_ref();
                let told =
                    mean.map_or_else(|| language.mean(None, &[]), |it| language.bounds(it.value));
                let name = language.adjusted_mean_of(adjusted.sheet.id, adjusted.window_days());
                (name, told)
            }));
        }
        if let Some(change) = sclerosis {
            let told = language.index_change(change.baseline, change.last, Some(words.last_visit));
            lines.push((rule_set(change.definition, change.choices, language), told));
        }
        if let Some(response) = myositis {
            let told = match response.level {
                Some(Category::Known(level)) => {
                    language.category(response.definition.id, level).to_owned()
                }
                Some(Category::Open) => language.apart_word(Apart::Undetermined).to_owned(),
                None => language.apart_word(Apart::NoLaterVisit).to_owned(),
            };
            lines.push((rule_set(response.definition, response.choices, language), told));
        }
        for grading in &patient.outcomes.gradings {
            if let Some(worst) = grading.worst {
                let name = language.instrument_name(grading.definition.id);
                lines.push((format!("{name}, {}", words.worst), language.grade(worst)));
            }
        }
        let days = patient.outcomes.aplasia.days();
        if days != AplasiaDays::Unknown {
            let title = outcomes.aplasia.title.to_owned();
            lines.push((title, language.aplasia_days(days)));
        }
        if patient.differs {
            lines.push((words.note.to_owned(), words.differs.to_owned()));
        }
        let (name, file) = (one_line(patient.name()), one_line(&patient.file));
        CohortPatient { file: if name == file { String::new() } else { file }, name, lines }
    }

    fn attained_of_patient(&self, attained: &Attained) -> (String, String) {
        let language = self.language;
        let verdicts = language.last_and_ever(attained.at_last, attained.ever);
        let name = rule_set(attained.definition, attained.choices, language);
        (name, format!("{verdicts}. {}", language.first(attained.first)))
    }
}

/// In place of a value where there is none.
const NO_VALUE: &str = "–";
