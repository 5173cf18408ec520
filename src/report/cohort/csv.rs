//! A cohort as comma-separated values: a row a figure, of the whole cohort and
//! then of each patient.

use super::{Unread, deviation};
use crate::cohort::{Cohort, Patient, Sample, Unused, VerdictCounts};
use crate::instruments::{Definition, Disease};
use crate::outcomes::{Attained, Days, First, Outcomes};
use crate::report::csv::Csv;
use crate::report::number::Number;
use crate::report::outcomes::aplasia_status;
use crate::report::result::rule_set;
use crate::scoring::{Bounds, Category, Exact, Verdict};

/// The columns.
const COLUMNS: [&str; 10] = [
    "patient",
    "file",
    "group",
    "figure",
    "rule_set",
    "statistic",
    "value",
    "min",
    "max",
    "patients",
];

/// Writes a cohort as comma-separated values.
///
/// Rows without a patient are of the cohort, and say of how many patients they
/// are. `min` and `max` are a range: of the patients, or of what is possible for
/// one of them. A file that was not read has a row as well.
#[must_use]
pub fn cohort_csv(cohort: &Cohort, unread: &[Unread]) -> String {
    let mut rows = Rows::default();
    rows.cohort(cohort);
    for patient in &cohort.patients {
        rows.patient(patient);
    }
    for Unread { file, reason } in unread {
        rows.of = Of { file: file.clone(), ..Of::default() };
        rows.add("unread", "", Cells { value: reason.clone(), ..Cells::default() });
    }
    let mut file = Csv::default();
    file.row(COLUMNS.into_iter());
    for row in &rows.rows {
        file.row(row.iter().map(String::as_str));
    }
    file.written()
}

/// The rows so far, and of whom and what the next ones are.
#[derive(Default)]
struct Rows {
    of: Of,
    rows: Vec<[String; 10]>,
}

/// Of whom and what a row is.
#[derive(Default)]
struct Of {
    patient: String,
    file: String,
    group: &'static str,
    rule_set: String,
}

/// What a row says.
#[derive(Default)]
struct Cells {
    value: String,
    min: String,
    max: String,
    patients: String,
}

impl Cells {
    fn count(count: usize, of: usize) -> Cells {
        let (value, patients) = (count.to_string(), of.to_string());
        Cells { value, patients, ..Cells::default() }
    }

    fn text(text: &str) -> Cells {
        Cells { value: text.to_owned(), ..Cells::default() }
    }

    fn median(sample: &Sample) -> Cells {
        Cells {
            value: number(sample.median()),
            min: number(sample.lowest()),
            max: number(sample.highest()),
            patients: sample.len().to_string(),
        }
    }

    fn bounds(bounds: Option<Bounds>) -> Cells {
        Cells {
            value: number(bounds.and_then(Bounds::known)),
            min: number(bounds.map(Bounds::lowest)),
            max: number(bounds.map(Bounds::highest)),
            patients: String::new(),
        }
    }

    fn days(days: Days) -> Cells {
        let day = |day: Option<i32>| day.map(|day| day.to_string()).unwrap_or_default();
        Cells {
            value: day(days.known()),
            min: day(days.lowest()),
            max: day(days.highest()),
            patients: String::new(),
        }
    }
}

fn number(number: Option<Exact>) -> String {
    let number = number.and_then(|number| serde_json::to_string(&Number(number)).ok());
    number.unwrap_or_default()
}

impl Rows {
    fn add(&mut self, figure: &str, statistic: &str, cells: Cells) {
        let Of { patient, file, group, rule_set } = &self.of;
        let Cells { value, min, max, patients } = cells;
        let of: [&str; 6] = [patient, file, group, figure, rule_set, statistic];
        let [patient, file, group, figure, rule_set, statistic] = of.map(str::to_owned);
        self.rows
            .push([patient, file, group, figure, rule_set, statistic, value, min, max, patients]);
    }

    /// Counts of the cohort.
    fn counts(&mut self, figure: &str, of: usize, counts: &[(&str, usize)]) {
        for (statistic, count) in counts {
            self.add(figure, statistic, Cells::count(*count, of));
        }
    }

    fn verdicts(&mut self, figure: &str, when: &str, of: usize, counts: VerdictCounts) {
        let VerdictCounts { met, not_met, undetermined, no_visit } = counts;
        let counts = [
            (Verdict::Met.code(), met),
            (Verdict::NotMet.code(), not_met),
            (Verdict::Undetermined.code(), undetermined),
            ("no_visit", no_visit),
        ];
        for (code, count) in counts {
            self.add(figure, &format!("{when}.{code}"), Cells::count(count, of));
        }
    }

    fn cohort(&mut self, cohort: &Cohort) {
        let all = cohort.patients.len();
        self.of.group = "all";
        self.counts("patients", all, &[("count", all)]);
        let follow_up = &cohort.follow_up;
        self.add("follow_up", "median", Cells::median(&follow_up.days));
        let counts = [
            ("open", follow_up.open),
            ("unknown", follow_up.unknown),
            ("from_baseline", follow_up.from_baseline),
        ];
        self.counts("follow_up", all, &counts);
        self.of.group = Disease::Lupus.code();
        for row in &cohort.lupus.attained {
            self.of.rule_set = rule_set(row.definition, row.choices);
            self.verdicts(row.definition.id, "at_last", row.of, row.at_last);
            self.verdicts(row.definition.id, "ever", row.of, row.ever);
        }
        for row in &cohort.lupus.adjusted_means {
            self.of.rule_set = windowed(row.sheet, row.window_days);
            self.add("adjusted_mean", "median", Cells::median(&row.known));
            self.counts("adjusted_mean", row.of, &[("open", row.open), ("unknown", row.unknown)]);
        }
        self.of.group = Disease::SystemicSclerosis.code();
        for row in &cohort.sclerosis {
            let id = row.definition.id;
            self.of.rule_set = rule_set(row.definition, row.choices);
            self.add(id, "baseline.median", Cells::median(&row.baseline));
            self.add(id, "last.median", Cells::median(&row.last));
            self.add(id, "change.median", Cells::median(&row.rise));
            let counts = [("undetermined", row.open), ("no_later_visit", row.no_later)];
            self.counts(id, row.of, &counts);
        }
        self.of.group = Disease::Myositis.code();
        if let Some(row) = &cohort.myositis {
            let id = row.definition.id;
            let names: Vec<String> =
                row.rule_sets.iter().map(|choices| rule_set(row.definition, *choices)).collect();
            self.of.rule_set = names.join(" ");
            for (level, count) in &row.levels {
                self.add(id, &format!("level.{level}"), Cells::count(*count, row.of));
            }
            let counts = [("undetermined", row.open), ("not_scored", row.not_scored)];
            self.counts(id, row.of, &counts);
        }
        self.of = Of { group: Disease::CellTherapy.code(), ..Of::default() };
        for row in &cohort.grades {
            let id = row.definition.id;
            for (grade, count) in &row.grades {
                self.add(id, &format!("worst.{grade}"), Cells::count(*count, row.of));
            }
            let counts = [("undetermined", row.open), ("not_graded", row.not_graded)];
            self.counts(id, row.of, &counts);
        }
        if let Some(row) = &cohort.aplasia {
            let known = row.days.len().to_string();
            let moments = row.moments.as_ref();
            for (statistic, value) in
                [("mean", moments.map(|moments| moments.mean)), ("sd", moments.and_then(deviation))]
            {
                let (value, patients) = (number(value), known.clone());
                self.add("aplasia_days", statistic, Cells { value, patients, ..Cells::default() });
            }
            self.add("aplasia_days", "median", Cells::median(&row.sample()));
            let counts = [
                ("between", row.between),
                ("not_back", row.lasting),
                ("never_gone", row.never_seen),
                ("contradictory", row.contradictory),
                ("unknown", row.unknown),
            ];
            self.counts("aplasia_days", row.of, &counts);
        }
    }

    fn patient(&mut self, patient: &Patient) {
        let Outcomes { lupus, sclerosis, myositis, .. } = &patient.outcomes;
        let name = patient.name().to_owned();
        self.of = Of { patient: name, file: patient.file.clone(), ..Of::default() };
        self.of.group = "all";
        let days = patient.outcomes.follow_up.unwrap_or(Days::ANY);
        self.add("follow_up", "days", Cells::days(days));
        if patient.differs {
            self.add("stored_results", "differ", Cells::text("true"));
        }
        for Unused { visit, entries } in &patient.unused {
            let items: Vec<&str> = entries.iter().map(|entry| entry.id).collect();
            self.add("unused", visit, Cells::text(&items.join(" ")));
        }
        self.of.group = Disease::Lupus.code();
        if let Some(lupus) = lupus {
            for attained in lupus.attained.iter().chain(&lupus.drug_free) {
                self.attained(attained);
            }
            for adjusted in &lupus.adjusted_means {
                self.of.rule_set = windowed(adjusted.sheet, adjusted.window_days());
                let mean = adjusted.mean.as_ref().map(|mean| mean.value);
                self.add("adjusted_mean", "mean", Cells::bounds(mean));
            }
        }
        self.of.group = Disease::SystemicSclerosis.code();
        if let Some(change) = sclerosis {
            let id = change.definition.id;
            self.of.rule_set = rule_set(change.definition, change.choices);
            self.add(id, "baseline", Cells::bounds(change.baseline));
            self.add(id, "last", Cells::bounds(change.last));
            self.add(id, "change", Cells::bounds(change.rise()));
        }
        self.of.group = Disease::Myositis.code();
        if let Some(response) = myositis {
            self.of.rule_set = rule_set(response.definition, response.choices);
            let level = match response.level {
                Some(Category::Known(name)) => name,
                Some(Category::Open) => "undetermined",
                None => "not_scored",
            };
            self.add(response.definition.id, "level", Cells::text(level));
        }
        self.of.group = Disease::CellTherapy.code();
        for grading in &patient.outcomes.gradings {
            self.of.rule_set = rule_set(grading.definition, grading.choices);
            let worst = grading.worst.map(|worst| {
                Bounds::between(Exact::from(worst.lowest()), Exact::from(worst.highest()))
            });
            self.add(grading.definition.id, "worst", Cells::bounds(worst));
        }
        self.of.rule_set.clear();
        let (status, days) = aplasia_status(patient.outcomes.aplasia.days());
        self.add("aplasia_days", "status", Cells::text(status));
        self.add("aplasia_days", "days", Cells::days(days.unwrap_or(Days::ANY)));
    }

    fn attained(&mut self, attained: &Attained) {
        let id = attained.definition.id;
        self.of.rule_set = rule_set(attained.definition, attained.choices);
        let verdict = |verdict: Option<Verdict>| verdict.map_or("no_visit", Verdict::code);
        self.add(id, "at_last", Cells::text(verdict(attained.at_last)));
        self.add(id, "ever", Cells::text(verdict(attained.ever)));
        let (status, days) = match attained.first {
            First::After(days) => ("reached", days),
            First::Perhaps { earliest, last: _ } => {
                ("undetermined", Days::between(Some(earliest), None))
            }
            First::NotBy { last: _ } => ("not_reached", Days::ANY),
            First::NoDayZero => ("no_day_zero", Days::ANY),
            First::NoVisit => ("no_visit", Days::ANY),
        };
        self.add(id, "first.status", Cells::text(status));
        self.add(id, "first.days", Cells::days(days));
    }
}

/// A sheet and how many days back its scores look: the part of its rule set that
/// an adjusted mean rests on.
fn windowed(sheet: &Definition, window_days: Option<i32>) -> String {
    window_days.map_or_else(|| sheet.id.to_owned(), |days| format!("{}/{days}", sheet.id))
}
