//! The one signal of a page, and what is derived from it.

use std::ops::Deref;

use leptos::prelude::*;

use super::{Derived, Writable, platform};
use crate::items::Item;
use crate::session::{Course, Edit, Field, History, Overview, Reader, Record, VisitDraft, VisitId};
use crate::text::{ENGLISH, English, Language};

/// What is being entered: all that the first page knows of a course.
#[derive(Clone, Copy)]
pub struct Entered {
    history: Writable<History>,
}

impl Entered {
    /// Nothing yet.
    #[must_use]
    pub fn nothing() -> Entered {
        Entered { history: Writable::new(History::default()) }
    }

    /// What is entered on this page.
    #[must_use]
    pub fn of_page() -> Entered {
        provided()
    }

    /// Applies an edit.
    pub fn edit(self, edit: Edit) {
        self.history.update(|history| {
            if cfg!(feature = "app") {
                history.apply(edit);
            } else {
                // A page of others, which has given the answers, is the way back.
                let mut course = history.course().clone();
                course.apply(edit);
                *history = History::of(course);
            }
        });
    }

    /// Opens a visit.
    pub fn open(self, id: VisitId) {
        self.history.update(|history| history.open(id));
    }

    /// Takes the last edit back, or does again what was taken back.
    pub fn step(self, forward: bool) {
        self.history.update(|history| if forward { history.redo() } else { history.undo() });
    }

    /// Begins anew with a course, without a way back.
    pub fn begin(self, course: Course) {
        self.history.set(History::of(course));
    }

    /// Looks at the course without following it.
    pub fn with_course<T>(self, look: impl FnOnce(&Course) -> T) -> T {
        self.history.with_untracked(|history| look(history.course()))
    }

    /// Looks at the open visit without following it.
    pub fn with_visit<T: Default>(self, look: impl FnOnce(&VisitDraft) -> T) -> T {
        self.with_course(|course| course.open_visit().map(look)).unwrap_or_default()
    }

    /// Looks at the course, and follows it.
    pub fn follow_course<T>(self, look: impl FnOnce(&Course) -> T) -> T {
        self.history.with(|history| look(history.course()))
    }

    /// A part of the steps that can be taken back or done again.
    pub fn steps<T: PartialEq + Send + Sync + 'static>(
        self,
        look: impl Fn(&History) -> T + Send + Sync + 'static,
    ) -> Derived<T> {
        Derived::new(move || self.history.with(|history| look(history)))
    }

    /// A part of the course that tells its readers only when it changes.
    pub fn course<T: PartialEq + Send + Sync + 'static>(
        self,
        look: impl Fn(&Course) -> T + Send + Sync + 'static,
    ) -> Derived<T> {
        Derived::new(move || self.follow_course(|course| look(course)))
    }

    /// A part of what is entered for an item at the open visit.
    pub fn record<T: PartialEq + Send + Sync + 'static>(
        self,
        item: Item,
        look: impl Fn(Option<&Record>) -> T + Send + Sync + 'static,
    ) -> Derived<T> {
        self.course(move |course| look(course.open_visit().and_then(|visit| visit.record(item))))
    }

    /// What an input of an item holds at the open visit.
    pub fn text(self, item: Item, field: Field) -> Derived<String> {
        self.record(item, move |record| {
            record
                .and_then(Record::typed)
                .map(|typed| typed.text(field).to_owned())
                .unwrap_or_default()
        })
    }
}

/// The course that is being entered, and what it comes to.
#[derive(Clone, Copy)]
pub struct Session {
    entered: Entered,
    overview: Derived<Overview>,
}

impl Session {
    /// Scores what is entered.
    #[must_use]
    pub fn of(entered: Entered) -> Session {
        let overview = Derived::from_before(move |before: Option<&Overview>| {
            let reader = before.map_or_else(Reader::default, |before| before.reader.clone());
            entered.follow_course(|course| Overview::of(course, reader))
        });
        Session { entered, overview }
    }

    /// The session of this page.
    #[must_use]
    pub fn of_page() -> Session {
        provided()
    }

    /// Looks at what the open visit comes to, and follows it.
    pub fn with_overview<T>(self, look: impl FnOnce(&Overview) -> T) -> T {
        self.overview.with(look)
    }

    /// The same, without following it.
    pub fn with_overview_now<T>(self, look: impl FnOnce(&Overview) -> T) -> T {
        self.overview.with_untracked(look)
    }

    /// A part of what the open visit comes to that tells its readers only when
    /// it changes.
    pub fn derive<T: PartialEq + Send + Sync + 'static>(
        self,
        look: impl Fn(&Overview) -> T + Send + Sync + 'static,
    ) -> Derived<T> {
        Derived::new(move || self.with_overview(|overview| look(overview)))
    }
}

impl Deref for Session {
    type Target = Entered;

    fn deref(&self) -> &Entered {
        &self.entered
    }
}

/// What this page provides to all that it shows, before it shows anything.
///
/// # Panics
/// Where nobody has provided it: in what happens later, such as an event,
/// which has to take it along. A blank one there would lose what is entered.
#[must_use]
pub fn provided<T: Clone + 'static>() -> T {
    // Leptos' `expect_context` would name what is missing, and bring all that
    // prints a text with its escapes: 4 kB of the page.
    let Some(provided) = use_context() else { panic!("nothing is provided here") };
    provided
}

/// The language of this page.
///
/// A word of its tables that is chosen among others, kept by a closure or written
/// into a text is taken out of the table first, into a variable: `format!` and
/// its like borrow what they write, and who borrows one word of a table brings
/// all of the table into the program.
#[must_use]
pub fn language() -> &'static dyn Language {
    spoken()
}

/// The same language, by its name: the program links of it only what is said
/// where it is asked for, and the first page says little.
#[must_use]
pub const fn spoken() -> &'static English {
    &ENGLISH
}

/// The id of the element that an item is entered in.
#[must_use]
pub fn element_id(item: Item) -> String {
    format!("item-{}", item.id())
}

/// Moves to where an item is entered.
pub fn go_to_item(item: Item) {
    platform::focus_within(&element_id(item));
}
