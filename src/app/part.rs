//! The part of the program that the first page does without. It is loaded
//! behind that page, or at once where an address names another one.
//!
//! A release splits it off (`cfg(split)`, set by build.rs); a development build
//! is in one piece.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::HEADING;
use super::files::Files;
use super::keep::Kept;
use super::route::Route;
use crate::text::Language;
use crate::ui::element::{Element, View, button, dynamic, element, shown_while};
use crate::ui::platform::files::Chosen;
use crate::ui::{Derived, Writable, platform, spoken};

/// What this part does for the first one.
pub struct Workspace {
    /// Begins to follow what is entered, once.
    pub begin: fn(),
    /// A page.
    pub page: fn(Route) -> View,
    /// What is to be said of keeping the course.
    pub kept: fn() -> View,
    /// Undo and redo.
    pub steps: fn() -> View,
    /// Takes what was chosen.
    pub take: fn(Files, Chosen),
    /// Takes what was dropped.
    pub take_dropped: fn(Files, Vec<File>),
    /// Opens an invented patient.
    pub open_example: fn(Files, &str),
    /// Goes on with what the version of the page before this one has sent along.
    pub arrive: fn(Files, Kept),
}

/// How far the loading is.
#[derive(Clone, Copy)]
enum State {
    /// Nobody has asked for it.
    Away,
    /// It is on its way.
    Coming,
    /// It did not come.
    Failed,
    /// It is here.
    Here(&'static Workspace),
}

/// The part, as the first one sees it.
#[derive(Clone, Copy)]
pub struct Part {
    state: Writable<State>,
    /// Whether somebody waits for it, who is told when it does not come.
    awaited: Writable<bool>,
    /// The owner of what it brings to the page.
    owner: Writable<Owner>,
}

/// What is done with it once it is here.
type Act = Box<dyn FnOnce(&'static Workspace)>;

thread_local! {
    /// What waits for it.
    static WAITING: RefCell<Vec<Act>> = const { RefCell::new(Vec::new()) };
}

/// The id of the heading of a page that is on its way.
pub const COMING: &str = "coming";

impl Part {
    /// The part of a page, whose owner is the current one.
    pub fn new() -> Part {
        Part {
            state: Writable::new(State::Away),
            awaited: Writable::new(false),
            owner: Writable::new(Owner::current().unwrap_or_default()),
        }
    }

    /// The part, followed, where it is here.
    pub fn get(self) -> Option<&'static Workspace> {
        here(self.state.get())
    }

    /// Loads it, unless it is on its way. Should it not come, that is told only
    /// to those who wait for it.
    pub fn load(self) {
        if matches!(self.state.get_untracked(), State::Coming | State::Here(_)) {
            return;
        }
        self.state.set(State::Coming);
        spawn_local(async move {
            match loaded::workspace().await {
                Ok(workspace) => self.arrive(workspace),
                Err(_) => self.state.set(State::Failed),
            }
        });
    }

    fn arrive(self, workspace: &'static Workspace) {
        self.owner.get_untracked().with(workspace.begin);
        // The heading goes away, and the focus with it, where it was there.
        if platform::has_focus(COMING) {
            platform::soon(|| platform::focus(HEADING));
        }
        self.state.set(State::Here(workspace));
        for act in WAITING.take() {
            act(workspace);
        }
    }

    /// Does something with it: now, or as soon as it is here.
    pub fn then(self, act: impl FnOnce(&'static Workspace) + 'static) {
        match here(self.state.get_untracked()) {
            Some(workspace) => act(workspace),
            None => {
                WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(act)));
                self.awaited.set(true);
                self.load();
            }
        }
    }

    /// What stands in the place of a page that is on its way.
    pub fn coming(self, title: &str) -> View {
        let words = spoken().workspace();
        let comes = Derived::new(move || matches!(self.state.get(), State::Coming));
        let said = shown_while(comes, move || {
            element("p").class("rs-quiet").attribute("role", "status").child(words.loading).into()
        });
        element("div")
            .class("rs-heading")
            .attribute_while("aria-busy", comes)
            .child(element("h1").id(COMING).attribute("tabindex", "-1").child(title))
            .child(said)
            .into()
    }

    /// Says that it did not come, to those who wait for it.
    pub fn message(self) -> Element {
        let words = spoken().workspace();
        let message = dynamic(move || match (self.state.get(), self.awaited.get()) {
            (State::Failed, true) => element("div")
                .class("rs-message rs-message--urgent")
                .child(element("p").child(words.not_loaded))
                .child(
                    element("div")
                        .class("rs-actions")
                        .child(button(words.try_again, move || self.load())),
                )
                .into(),
            (State::Failed, false) | (State::Away | State::Coming | State::Here(_), _) => {
                View::nothing()
            }
        });
        element("div").class("rs-said").attribute("role", "alert").child(message)
    }
}

const fn here(state: State) -> Option<&'static Workspace> {
    match state {
        State::Here(workspace) => Some(workspace),
        State::Away | State::Coming | State::Failed => None,
    }
}

/// The border between the two parts.
// The macro writes an import and an export of one function, which Rust cannot
// prove to be the same.
#[cfg_attr(split, allow(unsafe_code))]
mod loaded {
    use super::Workspace;
    use crate::app::pages::WORKSPACE;
    use wasm_split_helpers::SplitLoaderError;

    #[cfg(split)]
    #[wasm_split_helpers::wasm_split(workspace, fallible)]
    pub fn workspace() -> Result<&'static Workspace, SplitLoaderError> {
        Ok(&WORKSPACE)
    }

    #[cfg(not(split))]
    pub async fn workspace() -> Result<&'static Workspace, SplitLoaderError> {
        Ok(&WORKSPACE)
    }
}
