//! Saving, opening and clearing what was entered.

use leptos::prelude::*;

use super::route::Route;
use crate::instruments::find;
use crate::report::{export, import};
use crate::session::{Draft, Edit};
use crate::ui::element::{Element, View, button, dynamic, effect, element, shown_while};
use crate::ui::{Session, language, platform};

/// How many differences of a file are listed.
const LISTED: usize = 5;

/// What was last said about a file. It holds for the draft of that moment and
/// is gone with the next edit.
#[derive(Clone, Default, PartialEq)]
struct Said {
    about: Draft,
    text: String,
    differences: Vec<String>,
    /// Whether it has to be heard at once.
    urgent: bool,
}

impl Said {
    /// Something said about what is entered now.
    fn of(session: Session, text: String) -> Said {
        Said { about: session.with_draft_untracked(Clone::clone), text, ..Said::default() }
    }
}

/// The buttons of the header and what they say.
pub fn files(route: RwSignal<Route>) -> View {
    let session = Session::of_page();
    let said = RwSignal::new(Said::default());
    // Outside the program: the last export is kept where it outlives a crash.
    effect(move || {
        if let Some((text, name)) = exported(session) {
            platform::keep_export(&text, &name);
        }
    });
    let scoring = Memo::new(move |_| matches!(route.get(), Route::Instrument(_)));
    let entered = session.slice(|draft| !draft.is_blank());
    let files = element("div")
        .class("rs-files")
        .child(shown_while(scoring, move || save(session, said).into()))
        .child(open(session, said))
        .child(shown_while(entered, move || clear(session)));
    [files.into(), message(session, said).into()].into()
}

/// The button that saves an export.
fn save(session: Session, said: RwSignal<Said>) -> Element {
    let words = language().page();
    button(words.export, move || {
        if let Some((text, name)) = exported(session) {
            platform::save(&text, &name);
            said.set(Said::of(session, words.exported.to_owned()));
        }
    })
}

/// The input that opens one.
fn open(session: Session, said: RwSignal<Said>) -> Element {
    let input = element("input")
        .attribute("type", "file")
        .attribute("accept", "application/json,.json")
        .class("rs-hidden")
        .on("change", move |event| {
            platform::read_chosen(&event_target(&event), move |bytes| {
                said.set(match bytes {
                    Ok(bytes) => take_over(session, &bytes),
                    Err(text) => Said { urgent: true, ..Said::of(session, text) },
                });
            });
        });
    element("label").class("rs-button rs-files__open").child(input).child(language().page().import)
}

/// The export of what is entered, and the name of its file.
fn exported(session: Session) -> Option<(String, String)> {
    let now = platform::now();
    let text = session
        .with_draft(|draft| session.with_read(|read| export(draft, read, &now, language())))?;
    let instrument = session.with_draft(|draft| draft.instrument.clone());
    let day = now.split('T').next().unwrap_or_default();
    Some((text, format!("rheumscore-{instrument}-{day}.json")))
}

/// Takes over a file, whole or not at all.
fn take_over(session: Session, bytes: &[u8]) -> Said {
    let words = language().page();
    match import(bytes, language()) {
        Err(problem) => {
            Said { urgent: true, ..Said::of(session, language().file_problem(&problem)) }
        }
        Ok(import) => {
            if let Some(found) = find(&import.draft.instrument) {
                session.replace(import.draft);
                platform::go_to(&Route::Instrument(found.definition()).fragment());
            }
            let more = import.differences.len() > LISTED;
            let differences = import.differences.iter().take(LISTED).map(|difference| {
                language().difference(&difference.path, &difference.stored, &difference.computed)
            });
            let and_more = more.then(|| words.and_more.to_owned());
            let differences: Vec<String> = differences.chain(and_more).collect();
            let urgent = !differences.is_empty();
            let text = if urgent { words.imported_differing } else { words.imported };
            platform::focus(super::HEADING);
            Said { differences, urgent, ..Said::of(session, text.to_owned()) }
        }
    }
}

/// The ids of the buttons that ask before clearing.
const CLEAR: &str = "clear";
const KEEP: &str = "keep";

/// Empties the form, after asking.
fn clear(session: Session) -> View {
    let words = language().page();
    let asking = RwSignal::new(false);
    let clear = move || {
        session.edit(Edit::Clear);
        platform::focus(super::HEADING);
    };
    let buttons = dynamic(move || {
        if !asking.get() {
            return button(words.clear, move || asking.set(true)).id(CLEAR).into();
        }
        let sure = element("span").class("rs-files__sure").attribute("role", "alert");
        [
            sure.child(words.clear_sure).into(),
            button(words.clear_yes, clear).into(),
            button(words.clear_no, move || asking.set(false)).id(KEEP).into(),
        ]
        .into()
    });
    // The button that was pressed is gone: the focus goes to what took its place,
    // which an effect made earlier has put there.
    let mut asked = false;
    effect(move || {
        let asks = asking.get();
        if asks != std::mem::replace(&mut asked, asks) {
            platform::focus(if asks { KEEP } else { CLEAR });
        }
    });
    buttons
}

/// What was said about a file.
fn message(session: Session, said: RwSignal<Said>) -> Element {
    let message = dynamic(move || {
        let Said { about, text, differences, urgent } = said.get();
        if text.is_empty() || session.with_draft(|draft| *draft != about) {
            return View::nothing();
        }
        let differences = differences.into_iter().map(|line| element("li").child(line));
        element("div")
            .class(if urgent { "rs-message rs-message--urgent" } else { "rs-message" })
            .child(element("p").child(text))
            .child(element("ul").children(differences))
            .into()
    });
    element("div").attribute("role", "alert").child(message)
}
