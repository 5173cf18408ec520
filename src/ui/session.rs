//! The one signal of a page, and what is derived from it.

use leptos::prelude::*;

use super::{Derived, Writable, platform};
use crate::items::Item;
use crate::session::{Course, Edit, Field, History, Overview, Reader, Record, VisitDraft, VisitId};
use crate::text::{ENGLISH, Language};

/// The course that is being entered, and what it comes to.
#[derive(Clone, Copy)]
pub struct Session {
    history: Writable<History>,
    overview: Derived<Overview>,
}

impl Session {
    /// A session in which nothing has been entered.
    #[must_use]
    pub fn new() -> Session {
        let history = Writable::new(History::default());
        let overview = Derived::from_before(move |before: Option<&Overview>| {
            let reader = before.map_or_else(Reader::default, |before| before.reader.clone());
            history.with(|history| Overview::of(history.course(), reader))
        });
        Session { history, overview }
    }

    /// The session of this page, which provides it before it shows anything.
    #[must_use]
    ///
    /// # Panics
    /// Where nobody has provided one: in what happens later, such as an event,
    /// which has to take its session along. A blank one there would lose what is
    /// entered.
    pub fn of_page() -> Session {
        // Leptos' `expect_context` would name what is missing, and bring all that
        // prints a text with its escapes: 4 kB of the page.
        let Some(session) = use_context() else { panic!("no session here") };
        session
    }

    /// Applies an edit.
    pub fn edit(self, edit: Edit) {
        self.history.update(|history| history.apply(edit));
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

    /// Looks at what the open visit comes to, and follows it.
    pub fn with_overview<T>(self, look: impl FnOnce(&Overview) -> T) -> T {
        self.overview.with(look)
    }

    /// The same, without following it.
    pub fn with_overview_now<T>(self, look: impl FnOnce(&Overview) -> T) -> T {
        self.overview.with_untracked(look)
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

    /// A part of what the open visit comes to that tells its readers only when
    /// it changes.
    pub fn derive<T: PartialEq + Send + Sync + 'static>(
        self,
        look: impl Fn(&Overview) -> T + Send + Sync + 'static,
    ) -> Derived<T> {
        Derived::new(move || self.with_overview(|overview| look(overview)))
    }
}

impl Default for Session {
    fn default() -> Session {
        Session::new()
    }
}

/// The language of this page.
#[must_use]
pub fn language() -> &'static dyn Language {
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
