//! What goes out of the page, and what comes back in.

use super::files::{Files, Said};
use super::route::Route;
use crate::contract::FileProblem;
use crate::report::{
    Difference, FileKind, Import, export, export_laboratory, file_name, import, import_laboratory,
    note, table,
};
use crate::session::{Course, Edit};
use crate::ui::element::effect;
use crate::ui::language;
use crate::ui::platform::files::{self, Chosen, Kind};
use crate::ui::platform::{self, Waits, clipboard};

/// How many differences of a file are listed.
const LISTED: usize = 5;

impl Files {
    /// Keeps the last export where it outlives a crash of the program, from now on.
    pub fn follow(self) {
        // Outside the program: the shell of the page holds it.
        effect(move || {
            self.entered.follow_course(|_| ());
            platform::after_a_rest(Waits::Export, move || {
                let course = self.entered.with_course(Clone::clone);
                if !course.is_blank() {
                    let (text, name) = exported(&course);
                    platform::keep_export(&text, &name);
                }
            });
        });
    }

    /// Saves the course.
    pub fn save_course(self) {
        let course = self.entered.with_course(Clone::clone);
        let (text, name) = exported(&course);
        files::share(text, name, Kind::Json, move |done| {
            if done {
                self.has_saved(course);
                self.say(language().workspace().saved);
            }
        });
    }

    /// Saves the course as a table.
    pub fn save_table(self) {
        let text = self.entered.with_course(table);
        self.share(text, FileKind::Table, Kind::Csv);
    }

    /// Copies a note about the open visit.
    pub fn copy_note(self) {
        let text = self.entered.with_course(|course| note(course, course.open(), language()));
        // Said of the course of now: the browser may ask first, and take its time.
        let words = language().workspace();
        let (copied, refused) = (self.about(words.copied), self.about(words.not_copied));
        clipboard::copy(text.clone(), move |done| {
            let refused = Said { by_hand: text, urgent: true, ..refused };
            self.tell(if done { copied } else { refused });
        });
    }

    /// Saves the lab profile.
    pub fn save_laboratory(self) {
        let now = platform::now();
        let text = self.entered.with_course(|it| export_laboratory(&it.laboratory, &now));
        self.share(text, FileKind::Laboratory, Kind::Json);
    }

    /// Saves a text, and says so once it is.
    fn share(self, text: String, file: FileKind, kind: Kind) {
        files::share(text, file_name(file, &platform::today()), kind, move |done| {
            if done {
                self.say(language().workspace().saved);
            }
        });
    }

    /// Opens an invented patient.
    pub fn open_example(self, name: &str) {
        let words = language().workspace();
        platform::replace_fragment(&Route::Visit.fragment());
        // An address alone, also one that Back leads to, takes no patient away.
        if self.would_lose() {
            return self.warn(words.example_refused.to_owned());
        }
        self.say(words.opening);
        let before = self.entered.with_course(Clone::clone);
        files::fetch(&format!("./examples/{name}.json"), move |bytes| match bytes {
            Some(_) if self.entered.with_course(|course| !course.is_same_as(&before)) => {}
            Some(bytes) => self.take_over(&bytes),
            None => self.warn(words.example_failed.to_owned()),
        });
    }

    /// Takes what was chosen or dropped.
    pub fn take(self, chosen: Chosen) {
        match chosen {
            Chosen::Read(bytes) => self.take_over(&bytes),
            Chosen::TooLarge => self.warn(language().file_problem(&FileProblem::TooLarge)),
            Chosen::Failed(text) => self.warn(text),
        }
    }

    /// Takes over a file, whole or not at all. What was entered before can be
    /// brought back by undoing that.
    fn take_over(self, bytes: &[u8]) {
        let words = language().workspace();
        let problem = match import(bytes, language()) {
            Ok(opened) => return self.open_course(opened),
            Err(problem) => problem,
        };
        match import_laboratory(bytes) {
            Ok(laboratory) => {
                self.entered.edit(Edit::ReplaceLaboratory(laboratory));
                self.say(words.laboratory_opened);
            }
            Err(damaged) => {
                // A damaged lab profile is no course, which is not what is wrong with it.
                let problem = if problem == FileProblem::Foreign { damaged } else { problem };
                self.warn(language().file_problem(&problem));
            }
        }
    }

    fn open_course(self, opened: Import) {
        let words = language().page();
        // What is replaced and not saved can be brought back: leaving asks.
        let was_safe = !self.would_lose();
        self.entered.edit(Edit::Replace(Box::new(opened.course)));
        if was_safe {
            self.is_safe();
        }
        platform::go_to(&Route::Visit.fragment());
        self.compare(&opened.differences, words.imported, words.imported_differing);
    }

    /// Says that the course of the version before is here, and where that came
    /// to other results.
    pub fn has_arrived(self, opened: &Import) {
        let words = language().workspace();
        if !opened.course.is_blank() {
            self.compare(&opened.differences, words.updated, words.updated_differing);
        }
    }

    /// Says why the course of the version before is not here, and gives it back
    /// as it came.
    pub fn give_back(self, problem: &FileProblem, file: &str) {
        let why = language().file_problem(problem);
        let text = format!("{why} {}", language().workspace().given_back);
        self.tell(Said { by_hand: file.to_owned(), urgent: true, ..self.about(&text) });
    }

    /// Says one text or the other, and where stored and computed results differ.
    fn compare(self, differences: &[Difference], same: &str, differing: &str) {
        let more = differences.len() > LISTED;
        let listed = differences.iter().take(LISTED).map(|difference| {
            language().difference(&difference.path, &difference.stored, &difference.computed)
        });
        let and_more = more.then(|| language().page().and_more.to_owned());
        let lines: Vec<String> = listed.chain(and_more).collect();
        let urgent = !lines.is_empty();
        let text = if urgent { differing } else { same };
        self.tell(Said { lines, urgent, ..self.about(text) });
    }
}

/// The export of a course, and the name of its file.
fn exported(course: &Course) -> (String, String) {
    let now = platform::now();
    (export(course, &now, language()), file_name(FileKind::Course, &platform::today()))
}
