//! What goes out of the page, and what comes back in.

use leptos::prelude::*;

use super::route::Route;
use crate::contract::FileProblem;
use crate::report::{
    FileKind, Import, export, export_laboratory, file_name, import, import_laboratory, note, table,
};
use crate::session::{Course, Edit};
use crate::ui::element::{Element, View, button, dynamic, effect, element};
use crate::ui::platform::files::{self, Chosen, Kind};
use crate::ui::platform::{self, Waits, clipboard};
use crate::ui::{Session, Writable, language};

/// How many differences of a file are listed.
const LISTED: usize = 5;

/// What was last said. It is gone with the next edit.
#[derive(Clone, Default)]
struct Said {
    about: Course,
    text: String,
    lines: Vec<String>,
    /// A text that could not be copied, to be copied by hand.
    by_hand: String,
    /// Whether it has to be heard at once.
    urgent: bool,
}

/// The files of this page.
#[derive(Clone, Copy)]
pub struct Files {
    session: Session,
    said: Writable<Said>,
    /// The course as it was last saved.
    saved: Writable<Course>,
}

impl Files {
    /// The files of a page on which nothing was saved yet.
    pub fn new(session: Session) -> Files {
        let files = Files {
            session,
            said: Writable::new(Said::default()),
            saved: Writable::new(Course::default()),
        };
        // Outside the program: the last export is kept where it outlives a crash.
        effect(move || {
            session.follow_course(|_| ());
            platform::after_a_rest(Waits::Export, move || {
                let course = session.with_course(Clone::clone);
                if !course.is_blank() {
                    let (text, name) = exported(&course);
                    platform::keep_export(&text, &name);
                }
            });
        });
        files
    }

    /// The files of this page, which provides them before it shows anything.
    pub fn of_page() -> Files {
        use_context().unwrap_or_else(|| Files::new(Session::of_page()))
    }

    /// Whether something was entered that no file holds.
    pub fn would_lose(self) -> bool {
        self.session.with_course(|course| {
            !course.is_blank() && self.saved.with_untracked(|saved| !course.is_same_as(saved))
        })
    }

    /// The course is where it can be found again.
    pub fn is_safe(self) {
        self.saved.set(self.session.with_course(Clone::clone));
    }

    /// Saves the course.
    pub fn save_course(self) {
        let course = self.session.with_course(Clone::clone);
        let (text, name) = exported(&course);
        files::share(text, name, Kind::Json, move |done| {
            if done {
                self.saved.set(course);
                self.say(language().workspace().saved);
            }
        });
    }

    /// Saves the course as a table.
    pub fn save_table(self) {
        let text = self.session.with_course(table);
        self.share(text, FileKind::Table, Kind::Csv);
    }

    /// Copies a note about the open visit.
    pub fn copy_note(self) {
        let text = self.session.with_course(|course| note(course, course.open(), language()));
        // Said of the course of now: the browser may ask first, and take its time.
        let words = language().workspace();
        let (copied, refused) = (self.about(words.copied), self.about(words.not_copied));
        clipboard::copy(text.clone(), move |done| {
            let refused = Said { by_hand: text, urgent: true, ..refused };
            self.said.set(if done { copied } else { refused });
        });
    }

    /// Saves the lab profile.
    pub fn save_laboratory(self) {
        let now = platform::now();
        let text = self.session.with_course(|it| export_laboratory(&it.laboratory, &now));
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

    /// Lets go of everything that was said and saved.
    pub fn forget(self) {
        self.said.set(Said::default());
        files::forget();
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
        let before = self.session.with_course(Clone::clone);
        files::fetch(&format!("./examples/{name}.json"), move |bytes| match bytes {
            Some(_) if self.session.with_course(|course| !course.is_same_as(&before)) => {}
            Some(bytes) => self.take_over(&bytes),
            None => self.warn(words.example_failed.to_owned()),
        });
    }

    /// The input that opens a file.
    pub fn chooser(self, name: &str) -> Element {
        let input = element("input")
            .attribute("type", "file")
            .attribute("accept", "application/json,.json")
            .class("rs-hidden")
            .on("change", move |event| {
                files::read_chosen(&event_target(&event), move |chosen| self.take(chosen));
            });
        element("label").class("rs-button rs-files__open").child(input).child(name)
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
                self.session.edit(Edit::ReplaceLaboratory(laboratory));
                self.say(words.laboratory_opened);
            }
            Err(_) => self.warn(language().file_problem(&problem)),
        }
    }

    fn open_course(self, opened: Import) {
        let words = language().page();
        // What is replaced and not saved can be brought back: leaving asks.
        let was_safe = !self.would_lose();
        self.session.edit(Edit::Replace(Box::new(opened.course)));
        if was_safe {
            self.is_safe();
        }
        platform::go_to(&Route::Visit.fragment());
        let more = opened.differences.len() > LISTED;
        let differences = opened.differences.iter().take(LISTED).map(|difference| {
            language().difference(&difference.path, &difference.stored, &difference.computed)
        });
        let and_more = more.then(|| words.and_more.to_owned());
        let lines: Vec<String> = differences.chain(and_more).collect();
        let urgent = !lines.is_empty();
        let text = if urgent { words.imported_differing } else { words.imported };
        self.said.set(Said { lines, urgent, ..self.about(text) });
    }

    fn about(self, text: &str) -> Said {
        let about = self.session.with_course(Clone::clone);
        Said { about, text: text.to_owned(), ..Said::default() }
    }

    /// Says something about what is entered now.
    pub fn say(self, text: &str) {
        self.said.set(self.about(text));
    }

    /// Says something that has to be heard at once.
    pub fn warn(self, text: String) {
        self.said.set(Said { urgent: true, ..self.about(&text) });
    }

    /// What was last said.
    pub fn message(self) -> Element {
        let Files { session, said, .. } = self;
        let message = dynamic(move || {
            let Said { about, text, lines, by_hand, urgent } = said.get();
            if text.is_empty() || session.follow_course(|course| !course.is_same_as(&about)) {
                return View::nothing();
            }
            let lines = lines.into_iter().map(|line| element("li").child(line));
            let by_hand = (!by_hand.is_empty()).then(|| {
                element("textarea")
                    .attribute("readonly", "")
                    .attribute("rows", "12")
                    .attribute("aria-label", language().workspace().note)
                    .child(by_hand)
            });
            element("div")
                .class(if urgent { "rs-message rs-message--urgent" } else { "rs-message" })
                .child(element("p").child(text))
                .child(element("ul").children(lines))
                .children(by_hand)
                .child(
                    button(language().workspace().dismiss, move || said.set(Said::default()))
                        .class("rs-button rs-button--small"),
                )
                .into()
        });
        element("div").class("rs-said").attribute("role", "alert").child(message)
    }
}

/// The export of a course, and the name of its file.
fn exported(course: &Course) -> (String, String) {
    let now = platform::now();
    (export(course, &now, language()), file_name(FileKind::Course, &platform::today()))
}
