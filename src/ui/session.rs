//! The one signal of a page, and what is derived from it.

use leptos::prelude::*;

use crate::instruments::{Instrument, find};
use crate::items::Item;
use crate::scoring::Role;
use crate::session::{Draft, Edit, Read};
use crate::text::{ENGLISH, Language};

/// A look at a part of something.
type Look<S, T> = Box<dyn Fn(&S) -> T + Send + Sync>;

/// What is being entered, and what it comes to.
#[derive(Clone, Copy)]
pub struct Session {
    draft: RwSignal<Draft>,
    read: Memo<Read>,
}

impl Session {
    /// A session in which nothing has been entered.
    #[must_use]
    pub fn new() -> Session {
        let draft = RwSignal::new(Draft::default());
        // Every edit is read anew; whoever derives from it compares for itself.
        let read = Memo::new_with_compare(move |_| draft.with(Draft::read), |_, _| true);
        Session { draft, read }
    }

    /// The session of this page, which provides it before it shows anything.
    #[must_use]
    pub fn of_page() -> Session {
        // Leptos' `expect_context` would name what is missing, and bring all that
        // prints a text with its escapes: 4 kB of the page for a message that
        // nobody is ever shown.
        use_context().unwrap_or_default()
    }

    /// Applies an edit.
    pub fn edit(self, edit: Edit) {
        self.draft.update(|draft| draft.apply(edit));
    }

    /// Puts another draft in the place of this one.
    pub fn replace(self, draft: Draft) {
        self.draft.set(draft);
    }

    /// Looks at the draft.
    pub fn with_draft<T>(self, look: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with(look)
    }

    /// Looks at the draft without following it.
    pub fn with_draft_untracked<T>(self, look: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with_untracked(look)
    }

    /// Looks at what the draft comes to.
    pub fn with_read<T>(self, look: impl FnOnce(&Read) -> T) -> T {
        self.read.with(look)
    }

    /// A part of the draft that tells its readers only when it changes.
    pub fn slice<T: PartialEq + Send + Sync + 'static>(
        self,
        look: impl Fn(&Draft) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.slice_by(Box::new(look))
    }

    /// Compiled once for each type that is looked at, and not for each look.
    fn slice_by<T: PartialEq + Send + Sync + 'static>(self, look: Look<Draft, T>) -> Memo<T> {
        Memo::new(move |_| self.draft.with(|draft| look(draft)))
    }

    /// A part of what the draft comes to that tells its readers only when it
    /// changes.
    pub fn derive<T: PartialEq + Send + Sync + 'static>(
        self,
        look: impl Fn(&Read) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.derive_by(Box::new(look))
    }

    fn derive_by<T: PartialEq + Send + Sync + 'static>(self, look: Look<Read, T>) -> Memo<T> {
        Memo::new(move |_| self.read.with(|read| look(read)))
    }

    /// The instrument of the draft.
    #[must_use]
    pub fn instrument(self) -> Option<&'static dyn Instrument> {
        self.draft.with_untracked(|draft| find(&draft.instrument))
    }

    /// The id of the instrument whose sheet says what an item means: that of
    /// the draft, or the one it is built on.
    #[must_use]
    pub fn sheet(self) -> &'static str {
        let choices = self.draft.with_untracked(|draft| draft.choices);
        self.instrument().map_or("", |instrument| instrument.sheet(&choices))
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

/// The id of the element that an item of a visit is entered in.
pub(super) fn element_id(role: Role, item: Item) -> String {
    format!("{}-{}", role.key(), item.id())
}
