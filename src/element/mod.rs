//! The form and the result of one instrument, within a page of others (feature
//! `element`).
//!
//! `embed/rheum-score.js` is the element of the page, and owns what a page knows
//! of it: attributes, properties, events, the part it takes in a form. Here is
//! what it shows, and what that comes to. Both speak JSON with each other, as
//! the contract writes it. Several elements share one program; each has a
//! session of its own, which ends when it leaves the page.

mod given;
mod told;

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::provide_context;
use wasm_bindgen::prelude::*;

use self::given::Given;
use crate::instruments::sledai::SLEDAI_2K;
use crate::instruments::{Instrument, find};
use crate::session::{Course, Laboratory, Overview, Reader};
use crate::ui::element::{Filled, View, element, fill};
use crate::ui::{Entered, Host, Session, Terms, bar, form, held, rail};

thread_local! {
    /// How many scores are shown at the moment.
    static SHOWN: Cell<u32> = const { Cell::new(0) };
}

/// How many scores are shown at the moment: those that have left a page count no
/// longer.
#[wasm_bindgen]
#[must_use]
pub fn shown() -> u32 {
    SHOWN.get()
}

/// What is told when the program stops, once for all scores.
#[wasm_bindgen(js_name = whenStopped)]
pub fn when_stopped(tell: js_sys::Function) {
    std::panic::set_hook(Box::new(move |info| {
        // Where even this fails, the page sees a trap.
        let _ = tell.call1(&JsValue::NULL, &JsValue::from_str(&info.to_string()));
    }));
}

/// The score of one instrument, with or without a place where it is shown.
#[wasm_bindgen]
pub struct Score {
    instrument: &'static dyn Instrument,
    /// What was entered, while it is shown nowhere.
    course: Course,
    terms: Terms,
    shown: Option<Shown>,
}

/// A score in its place.
struct Shown {
    session: Session,
    host: Host,
    /// Ends what follows the session.
    _filled: Filled,
}

#[wasm_bindgen]
impl Score {
    /// A score of an instrument with this id; of another where there is none:
    /// [`Score::give`] then refuses the request that names it.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(instrument: &str) -> Score {
        let instrument = find(instrument).unwrap_or(&SLEDAI_2K);
        let course = given::blank(instrument);
        Score { instrument, course, terms: Terms::default(), shown: None }
    }

    /// Takes over a request of the contract: its options and its current visit
    /// where these are to be, its earlier visits always. Tells what is wrong with
    /// it, as the contract refuses it; then nothing is taken over.
    pub fn give(&mut self, request: &str, current: bool, options: bool) -> String {
        match Given::read(request, self.instrument) {
            Ok(given) => {
                let mut course = self.course();
                given.put_into(&mut course, self.instrument, current, options);
                if current {
                    let draft = course.open_visit();
                    let read = draft.map(|draft| Arc::new(draft.read(&Laboratory::default())));
                    self.terms.given = read;
                    self.set_terms();
                }
                self.set_course(course);
                String::new()
            }
            Err(problems) => told::errors(problems),
        }
    }

    /// Whether nothing can be changed, whether the rule set cannot, and whether
    /// changes of the page's answers ask why.
    pub fn hold(&mut self, readonly: bool, locked: bool, asks_why: bool) {
        let given = self.terms.given.take();
        self.terms = Terms { readonly, locked, asks_why, given };
        self.set_terms();
    }

    /// What stands there now, as JSON: `answers`, `options`, the `result`, and the
    /// `version` of what it comes from.
    #[must_use]
    pub fn now(&self) -> String {
        match &self.shown {
            Some(Shown { session, .. }) => session.with_overview_now(told::now),
            None => told::now(&Overview::of(&self.course, Reader::default())),
        }
    }

    /// Shows it in an empty element.
    pub fn show(&mut self, place: &web_sys::Element) {
        self.hide();
        let (course, terms) = (self.course.clone(), self.terms.clone());
        let kept = Rc::new(Cell::new(None));
        let made = Rc::clone(&kept);
        let filled = fill(place, move || {
            let (session, host) = (Session::of(Entered::nothing()), Host::new());
            session.begin(course);
            host.set(terms);
            provide_context(session);
            provide_context(host);
            made.set(Some((session, host)));
            view()
        });
        if let Some((session, host)) = kept.take() {
            SHOWN.set(SHOWN.get() + 1);
            self.shown = Some(Shown { session, host, _filled: filled });
        }
    }

    /// Takes it out of its place. What was entered is kept until it is shown
    /// again.
    pub fn hide(&mut self) {
        if self.shown.is_some() {
            self.course = self.course();
            self.shown = None;
            SHOWN.set(SHOWN.get() - 1);
        }
    }
}

impl Score {
    fn course(&self) -> Course {
        match &self.shown {
            Some(Shown { session, .. }) => session.with_course(Course::clone),
            None => self.course.clone(),
        }
    }

    fn set_course(&mut self, course: Course) {
        match &self.shown {
            Some(Shown { session, .. }) => session.begin(course),
            None => self.course = course,
        }
    }

    fn set_terms(&self) {
        if let Some(Shown { host, .. }) = &self.shown {
            host.set(self.terms.clone());
        }
    }
}

impl Drop for Score {
    fn drop(&mut self) {
        self.hide();
    }
}

/// The form, and its result beside it or below it; then it stands at its foot as
/// well, in a few words.
fn view() -> View {
    element("div")
        .class("rs-embed")
        .child(element("div").class("rs-embed__form").child(held(form())))
        .child(element("div").class("rs-embed__result").child(rail()))
        .child(bar())
        .into()
}
