//! Which course is in a file already, and what was last said of files.

use leptos::prelude::*;

use super::part::Part;
use crate::session::Course;
use crate::text::Language;
use crate::ui::element::{Element, View, button, dynamic, element};
use crate::ui::platform::files;
use crate::ui::{Entered, Writable, provided, spoken};

/// What was last said. It is gone with the next edit.
#[derive(Clone, Default)]
pub struct Said {
    /// The course it is about.
    pub about: Course,
    /// What is said.
    pub text: String,
    /// What is listed below it.
    pub lines: Vec<String>,
    /// A text that could not be copied, to be copied by hand.
    pub by_hand: String,
    /// Whether it has to be heard at once.
    pub urgent: bool,
}

/// The files of this page.
#[derive(Clone, Copy)]
pub struct Files {
    /// What is entered.
    pub entered: Entered,
    part: Part,
    said: Writable<Said>,
    /// The course as it was last saved.
    saved: Writable<Course>,
}

impl Files {
    /// The files of a page on which nothing was saved yet.
    pub fn new(entered: Entered, part: Part) -> Files {
        Files {
            entered,
            part,
            said: Writable::new(Said::default()),
            saved: Writable::new(Course::default()),
        }
    }

    /// The files of this page.
    pub fn of_page() -> Files {
        provided()
    }

    /// Whether something was entered that no file holds.
    pub fn would_lose(self) -> bool {
        self.entered.with_course(|course| {
            !course.is_blank() && self.saved.with_untracked(|saved| !course.is_same_as(saved))
        })
    }

    /// The course is where it can be found again.
    pub fn is_safe(self) {
        self.has_saved(self.entered.with_course(Clone::clone));
    }

    /// A course is where it can be found again.
    pub fn has_saved(self, course: Course) {
        self.saved.set(course);
    }

    /// Lets go of everything that was said and saved.
    pub fn forget(self) {
        self.said.set(Said::default());
        files::forget();
    }

    /// The input that opens a file.
    pub fn chooser(self, name: &str) -> Element {
        let input = element("input")
            .attribute("type", "file")
            .attribute("accept", "application/json,.json")
            .class("rs-hidden")
            .on("change", move |event| {
                files::read_chosen(&event_target(&event), move |chosen| {
                    self.part.then(move |it| (it.take)(self, chosen));
                });
            });
        element("label").class("rs-button rs-files__open").child(input).child(name)
    }

    /// A text about what is entered now.
    pub fn about(self, text: &str) -> Said {
        let about = self.entered.with_course(Clone::clone);
        Said { about, text: text.to_owned(), ..Said::default() }
    }

    /// Says something about what is entered now.
    pub fn say(self, text: &str) {
        self.tell(self.about(text));
    }

    /// Says something about the course that it is about.
    pub fn tell(self, said: Said) {
        self.said.set(said);
    }

    /// Says something that has to be heard at once.
    pub fn warn(self, text: String) {
        self.said.set(Said { urgent: true, ..self.about(&text) });
    }

    /// What was last said.
    pub fn message(self) -> Element {
        let Files { entered, said, .. } = self;
        let message = dynamic(move || {
            let Said { about, text, lines, by_hand, urgent } = said.get();
            if text.is_empty() || entered.follow_course(|course| !course.is_same_as(&about)) {
                return View::nothing();
            }
            let lines = lines.into_iter().map(|line| element("li").child(line));
            let by_hand = (!by_hand.is_empty()).then(|| {
                element("textarea")
                    .attribute("readonly", "")
                    .attribute("rows", "12")
                    .attribute("aria-label", spoken().workspace().note)
                    .child(by_hand)
            });
            element("div")
                .class(if urgent { "rs-message rs-message--urgent" } else { "rs-message" })
                .child(element("p").child(text))
                .child(element("ul").children(lines))
                .children(by_hand)
                .child(
                    button(spoken().workspace().dismiss, move || said.set(Said::default()))
                        .class("rs-button rs-button--small"),
                )
                .into()
        });
        element("div").class("rs-said").attribute("role", "alert").child(message)
    }
}
