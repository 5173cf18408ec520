//! Keeping the course in this browser: only if the user asks for it.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::files::Files;
use crate::report::{export, import};
use crate::session::{Course, Edit};
use crate::ui::element::{Element, View, button, dynamic, effect, element};
use crate::ui::platform::{self, Waits, storage};
use crate::ui::{Derived, Entered, Writable, language, provided};

/// Whether and how the course is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// It ends with the tab.
    Off,
    /// It is kept in this browser.
    On,
    /// The browser forbids it, or has no room.
    Refused,
    /// Another tab keeps another course.
    Elsewhere,
    /// What was kept cannot be opened.
    Damaged,
}

/// The keeping of the course.
#[derive(Clone, Copy)]
pub struct Kept {
    entered: Entered,
    files: Files,
    state: Writable<State>,
    /// What was last kept or found.
    text: Writable<String>,
    /// The course that it holds.
    course: Writable<Course>,
}

impl Kept {
    /// Nothing is kept yet.
    pub fn new(entered: Entered, files: Files) -> Kept {
        Kept {
            entered,
            files,
            state: Writable::new(State::Off),
            text: Writable::new(String::new()),
            course: Writable::new(Course::default()),
        }
    }

    /// Opens what was kept, where something was, and goes on keeping.
    pub fn follow(self) {
        let kept = self;
        if let Some(text) = storage::kept() {
            kept.open(&text);
        }
        // Outside the program: the browser's storage follows the course, and
        // another tab may write there as well.
        effect(move || {
            kept.entered.follow_course(|_| ());
            // Kept anew only where something is new: another tab hears of it.
            // A long course is not written at each key.
            platform::after_a_rest(Waits::Keeping, move || kept.keep_what_is_new());
        });
        platform::on_leave(move || kept.keep_what_is_new());
        storage::on_change_elsewhere(move |text| match text {
            Some(text) if kept.text.with_untracked(|known| *known != text) => {
                kept.text.set(text);
                if kept.state.get_untracked() != State::Elsewhere {
                    kept.state.set(State::Elsewhere);
                }
            }
            Some(_) => {}
            // Erased elsewhere: this tab keeps nothing either, and loses nothing.
            None => kept.state.set(State::Off),
        });
    }

    /// The keeping on this page.
    pub fn of_page() -> Kept {
        provided()
    }

    /// Whether what is entered is kept.
    pub fn keeps(self) -> bool {
        self.state.get_untracked() == State::On
    }

    /// This page goes on with a course. Where another tab keeps another one,
    /// nothing of that is overwritten unasked.
    pub fn meets(self, course: &Course) {
        if self.keeps() && self.course.with_untracked(|kept| !course.is_same_as(kept)) {
            self.state.set(State::Elsewhere);
        }
    }

    fn keep_what_is_new(self) {
        if self.keeps() && !self.holds_all() {
            self.keep();
        }
    }

    /// Whether what is kept holds all that was entered.
    fn holds_all(self) -> bool {
        self.entered
            .with_course(|course| self.course.with_untracked(|kept| course.is_same_as(kept)))
    }

    /// Opens what was kept. What cannot be opened stays where it is until the
    /// user erases it.
    fn open(self, text: &str) {
        match import(text.as_bytes(), language()) {
            Ok(opened) => {
                self.course.set(opened.course.clone());
                self.entered.begin(opened.course);
                self.text.set(text.to_owned());
                self.state.set(State::On);
            }
            Err(_) => self.state.set(State::Damaged),
        }
    }

    /// Puts what another tab keeps in the place of this course. That can be
    /// undone.
    fn take_theirs(self) {
        let text = self.text.get_untracked();
        match import(text.as_bytes(), language()) {
            Ok(opened) => {
                self.course.set(opened.course.clone());
                self.entered.edit(Edit::Replace(Box::new(opened.course)));
                self.state.set(State::On);
            }
            Err(_) => self.state.set(State::Damaged),
        }
    }

    fn keep(self) {
        let course = self.entered.with_course(Clone::clone);
        let text = export(&course, &platform::now(), language());
        let done = storage::keep(&text);
        self.course.set(course);
        self.text.set(text);
        self.state.set(if done { State::On } else { State::Refused });
    }

    /// Erases what is kept, and keeps nothing from now on.
    pub fn erase(self) {
        storage::erase();
        self.text.set(String::new());
        self.state.set(State::Off);
    }

    /// The switch.
    pub fn switch(self) -> Element {
        let words = language().workspace();
        let state = self.state;
        let on = Derived::new(move || state.get() == State::On);
        let input = element("input")
            .attribute("type", "checkbox")
            .attribute("aria-describedby", "keep-hint")
            .id("keep")
            .property_while("checked", on)
            .on("change", move |event| {
                if event_target_checked(&event) {
                    self.keep()
                } else {
                    self.erase()
                }
                // Where keeping was refused, the switch has to say so.
                event_target::<HtmlInputElement>(&event).set_checked(self.keeps());
            });
        element("div")
            .class("rs-keep")
            .child(
                element("label")
                    .class("rs-answer rs-answer--alone")
                    .child(input)
                    .child(element("span").child(words.keep)),
            )
            .child(element("p").class("rs-input__hint").id("keep-hint").child(words.keep_hint))
    }

    /// What is to be said about it.
    pub fn message(self) -> Element {
        let words = language().workspace();
        let erase = move |name| button(name, move || self.erase());
        let message = dynamic(move || {
            let (text, buttons): (&str, Vec<Element>) = match self.state.get() {
                State::Off | State::On => return View::nothing(),
                State::Refused => (words.keep_refused, vec![erase(words.keep_off)]),
                State::Damaged => (words.keep_damaged, vec![erase(words.keep_erase)]),
                State::Elsewhere => {
                    let theirs = button(words.keep_theirs, move || self.take_theirs());
                    let mine = button(words.keep_mine, move || self.keep());
                    (words.keep_elsewhere, vec![theirs, mine])
                }
            };
            element("div")
                .class("rs-message rs-message--urgent")
                .child(element("p").child(text))
                .child(element("div").class("rs-actions").children(buttons))
                .into()
        });
        element("div").class("rs-said").attribute("role", "alert").child(message)
    }

    /// Makes ready for the next patient: nothing of this one is left, in the
    /// page, behind undo, or in the browser.
    pub fn clear(self) {
        // What another tab keeps is not of this one.
        if !matches!(self.state.get_untracked(), State::Off | State::Elsewhere) {
            self.erase();
        }
        self.text.set(String::new());
        self.course.set(Course::default());
        self.files.forget();
        platform::forget_export();
        let blank = self.entered.with_course(Course::next_patient);
        self.entered.begin(blank);
        self.files.is_safe();
    }
}
