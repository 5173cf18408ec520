//! Several courses, read from their files and summed up as a case series prints
//! it. They stay in memory, and go with the page.

use leptos::prelude::*;

use super::files::Files;
use super::heading;
use crate::cohort::{Cohort, Patient};
use crate::contract::FileProblem;
use crate::report::{
    CohortPatient, CohortRow, CohortSection, CohortTable, FileKind, Unread, cohort_csv,
    cohort_json, cohort_table, cohort_text, file_name, read_patient,
};
use crate::text::{CohortText, Language, OutcomesLanguage};
use crate::ui::element::{Element, View, button, dynamic, element};
use crate::ui::platform::files::{self, Chosen, Kind, NamedFile};
use crate::ui::{Writable, platform, provided, spoken};

/// The files of a cohort: each a patient, or why it is none.
#[derive(Clone, Copy)]
pub struct CohortFiles {
    read: Writable<Vec<(String, Result<Patient, String>)>>,
}

/// The invented courses that show what a cohort is.
const INVENTED: [&str; 6] =
    ["invented-1", "invented-2", "invented-3", "invented-4", "invented-5", "invented-6"];

impl CohortFiles {
    /// No files yet.
    pub fn new() -> CohortFiles {
        CohortFiles { read: Writable::new(Vec::new()) }
    }

    /// Those of this page.
    pub fn of_page() -> CohortFiles {
        provided()
    }

    /// Takes files that were chosen or dropped. One of a name that is there
    /// already takes its place.
    pub fn take(self, file: NamedFile) {
        let NamedFile { name, chosen } = file;
        let patient = match chosen {
            Chosen::Read(bytes) => read_patient(&name, &bytes, spoken())
                .map_err(|problem| spoken().file_problem(&problem)),
            Chosen::TooLarge => Err(spoken().file_problem(&FileProblem::TooLarge)),
            Chosen::Failed(text) => Err(text),
        };
        self.read.update(|read| {
            read.retain(|(other, _)| *other != name);
            read.push((name, patient));
        });
    }

    /// Lets go of all of them.
    pub fn forget(self) {
        self.read.set(Vec::new());
    }

    fn cohort(self) -> (Cohort, Vec<Unread>) {
        self.read.with(|read| {
            let patients = read.iter().filter_map(|(_, patient)| patient.as_ref().ok().cloned());
            let unread = read.iter().filter_map(|(file, patient)| {
                let reason = patient.as_ref().err()?.clone();
                Some(Unread { file: file.clone(), reason })
            });
            (Cohort::of(patients.collect()), unread.collect())
        })
    }
}

/// The page.
pub fn cohort() -> View {
    let words = spoken().cohort();
    let of_page = CohortFiles::of_page();
    let top = element("div")
        .class("rs-heading")
        .child(heading(words.title))
        .child(element("p").class("rs-quiet").child(words.lead));
    let table = dynamic(move || {
        if of_page.read.with(Vec::is_empty) {
            return button(words.invented, move || open_invented(of_page))
                .class("rs-button rs-button--quiet")
                .into();
        }
        let (cohort, unread) = of_page.cohort();
        shown(of_page, &cohort, &unread).into()
    });
    [
        top.into(),
        element("div").class("rs-actions").child(chooser(of_page, words)).into(),
        element("div").class("rs-cohort").child(table).into(),
    ]
    .into()
}

/// The input that opens files.
fn chooser(of_page: CohortFiles, words: &CohortText) -> Element {
    let input = element("input")
        .attribute("type", "file")
        .attribute("multiple", "")
        .attribute("accept", "application/json,.json")
        .class("rs-hidden")
        .on("change", move |event| {
            files::read_all_chosen(&event_target(&event), move |file| of_page.take(file));
        });
    element("label").class("rs-button rs-button--main rs-files__open").child(input).child(words.add)
}

fn open_invented(of_page: CohortFiles) {
    for name in INVENTED {
        let file = format!("{name}.json");
        files::fetch(&format!("./examples/cohort/{file}"), move |bytes| {
            let chosen = bytes.map_or_else(
                || Chosen::Failed(spoken().workspace().example_failed.to_owned()),
                Chosen::Read,
            );
            of_page.take(NamedFile { name: file, chosen });
        });
    }
}

fn shown(of_page: CohortFiles, cohort: &Cohort, unread: &[Unread]) -> Vec<View> {
    let words = spoken().cohort();
    let CohortTable { notes, sections, patients } = cohort_table(cohort, spoken());
    let unread_lines = unread.iter().map(|it| format!("{}: {}", it.file, it.reason));
    let unread_lines: Vec<Element> = unread_lines.map(|line| element("li").child(line)).collect();
    let said = (!unread_lines.is_empty()).then(|| {
        element("div")
            .class("rs-message rs-message--urgent")
            .child(element("p").child(words.unread))
            .child(element("ul").children(unread_lines))
    });
    let said = element("div").attribute("role", "alert").children(said);
    let notes = notes.into_iter().map(|note| element("p").class("rs-message").child(note));
    let mut views: Vec<View> = vec![said.into(), actions(of_page, cohort, unread).into()];
    views.extend(notes.map(View::from));
    if !cohort.patients.is_empty() {
        views.extend(sections.iter().zip(0..).map(|(it, at)| section(it, at).into()));
        views.push(patients_one_by_one(&patients).into());
    }
    views
}

/// Figures that belong together, as a table.
fn section(section: &CohortSection, at: usize) -> Element {
    let heading = format!("cohort-{at}");
    let columns = spoken().cohort().columns;
    let titles = columns.map(|it| element("th").attribute("scope", "col").child(it));
    let mut rows: Vec<Element> = Vec::new();
    let mut of = "";
    for row in &section.rows {
        if row.of != of {
            of = &row.of;
            let name =
                element("th").attribute("scope", "rowgroup").attribute("colspan", "4").child(of);
            rows.push(element("tr").class("rs-cohort__of").child(name));
        }
        rows.push(figure(row));
    }
    let table = element("table")
        .class("rs-table rs-table--stacks")
        .child(element("thead").child(element("tr").children(titles)))
        .child(element("tbody").children(rows));
    element("section")
        .class("rs-course rs-around")
        .attribute("aria-labelledby", &heading)
        .child(element("h2").id(&heading).child(section.title))
        .child(
            element("div")
                .class("rs-scroll")
                .attribute("tabindex", "0")
                .attribute("role", "region")
                .attribute("aria-labelledby", &heading)
                .child(table),
        )
}

fn figure(row: &CohortRow) -> Element {
    let [_, titles @ ..] = spoken().cohort().columns;
    let cells = [&row.value, &row.patients, &row.apart].into_iter().zip(titles);
    // Where the columns have no room beside each other, a cell tells its title.
    let cell = |(cell, title): (&String, &str)| {
        element("td").attribute("data-title", title).child(cell.as_str())
    };
    element("tr")
        .child(element("th").attribute("scope", "row").child(row.label.as_str()))
        .children(cells.map(cell))
}

/// The patients, so that every figure can be checked.
fn patients_one_by_one(patients: &[CohortPatient]) -> Element {
    let words = spoken().cohort();
    let patient = |patient: &CohortPatient| {
        let lines = patient.lines.iter().flat_map(|(what, value)| {
            [element("dt").child(what.as_str()), element("dd").child(value.as_str())]
        });
        element("details")
            .class("rs-panel")
            .child(
                element("summary")
                    .child(element("span").class("rs-panel__name").child(patient.name.as_str()))
                    .child(element("span").class("rs-panel__now").child(patient.file.as_str())),
            )
            .child(
                element("dl")
                    .class("rs-panel__body rs-cohort__patient")
                    .children(lines.collect::<Vec<_>>()),
            )
    };
    element("section")
        .class("rs-course rs-around")
        .attribute("aria-labelledby", "cohort-patients")
        .child(element("h2").id("cohort-patients").child(words.patients))
        .children(patients.iter().map(patient).collect::<Vec<_>>())
}

/// Saving, printing and letting go.
fn actions(of_page: CohortFiles, cohort: &Cohort, unread: &[Unread]) -> Element {
    let words = spoken().cohort();
    let said = Files::of_page();
    let forms = [
        (words.save_text, cohort_text(cohort, unread, spoken()), FileKind::CohortText, Kind::Text),
        (words.save_table, cohort_csv(cohort, unread), FileKind::CohortTable, Kind::Csv),
        (words.save_data, cohort_json(cohort, unread), FileKind::Cohort, Kind::Json),
    ];
    let save = forms.map(|(name, text, file, kind)| {
        button(name, move || {
            files::share(text.clone(), file_name(file, &platform::today()), kind, move |done| {
                if done {
                    said.say(spoken().workspace().saved);
                }
            });
        })
    });
    let forget = move || {
        of_page.forget();
        platform::soon(|| platform::focus(super::HEADING));
    };
    element("div")
        .class("rs-actions")
        .children(save)
        .child(button(spoken().workspace().print, platform::print))
        .child(button(words.remove_all, forget))
}
