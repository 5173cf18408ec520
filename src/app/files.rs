//! Saving, opening and clearing what was entered.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::route::Route;
use crate::instruments::find;
use crate::report::{export, import};
use crate::session::Edit;
use crate::ui::erased::{Handler, dynamic, on, shown_while, signal};
use crate::ui::{Session, language, platform};

/// How many differences of a file are listed.
const LISTED: usize = 5;

/// What was last said about a file.
#[derive(Clone, Default, PartialEq)]
struct Said {
    text: String,
    differences: Vec<String>,
    /// Whether it has to be heard at once.
    urgent: bool,
}

/// The buttons of the header and what they say.
pub fn files(route: RwSignal<Route>) -> AnyView {
    let session = Session::expect();
    let words = language().page();
    let said = RwSignal::new(Said::default());
    let input = NodeRef::<leptos::html::Input>::new();

    // Outside the program: the last export is kept where it outlives a crash.
    Effect::new(move |_| {
        if let Some((text, name)) = exported(session) {
            platform::keep_export(&text, &name);
        }
    });
    let opened = on(move |_| {
        if let Some(file) = input.get_untracked().and_then(|input| platform::chosen_file(&input)) {
            spawn_local(async move {
                said.set(take_over(session, file).await);
            });
        }
    });
    let scoring = signal(move || matches!(route.get(), Route::Instrument(_)));
    let save = move || {
        let save = on(move |_| {
            if let Some((text, name)) = exported(session) {
                platform::save(&text, &name);
                said.set(Said { text: words.exported.to_owned(), ..Said::default() });
            }
        });
        button(words.export, save)
    };
    view! {
        <div class="rs-files">
            {shown_while(scoring, save)}
            <label class="rs-button rs-files__open">
                <input
                    type="file"
                    accept="application/json,.json"
                    class="rs-hidden"
                    node_ref=input
                    on:change=opened
                />
                {words.import}
            </label>
            {shown_while(scoring, move || clear(said))}
        </div>
        {message(said)}
    }
    .into_any()
}

/// A button.
fn button(name: &'static str, press: Handler<MouseEvent>) -> AnyView {
    view! {
        <button type="button" class="rs-button" on:click=press>
            {name}
        </button>
    }
    .into_any()
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
async fn take_over(session: Session, file: gloo::file::File) -> Said {
    let words = language().page();
    let bytes = match gloo::file::futures::read_as_bytes(&file).await {
        Ok(bytes) => bytes,
        Err(error) => return Said { text: error.to_string(), urgent: true, ..Said::default() },
    };
    match import(&bytes, language()) {
        Err(problem) => {
            Said { text: language().file_problem(&problem), urgent: true, ..Said::default() }
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
            Said { text: text.to_owned(), differences, urgent }
        }
    }
}

/// Empties the form, after asking.
fn clear(said: RwSignal<Said>) -> AnyView {
    let session = Session::expect();
    let words = language().page();
    let asking = RwSignal::new(false);
    dynamic(move || {
        if !asking.get() {
            return button(words.clear, on(move |_| asking.set(true)));
        }
        let clear = on(move |_| {
            session.edit(Edit::Clear);
            said.set(Said::default());
            asking.set(false);
            platform::focus(super::HEADING);
        });
        view! {
            <span class="rs-files__sure" role="alert">
                {words.clear_sure}
            </span>
            {button(words.clear_yes, clear)}
            {button(words.clear_no, on(move |_| asking.set(false)))}
        }
        .into_any()
    })
}

/// What was said about a file.
fn message(said: RwSignal<Said>) -> AnyView {
    let message = dynamic(move || {
        let Said { text, differences, urgent } = said.get();
        if text.is_empty() {
            return ().into_any();
        }
        let differences: Vec<AnyView> =
            differences.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect();
        let class = if urgent { "rs-message rs-message--urgent" } else { "rs-message" };
        view! {
            <div class=class>
                <p>{text}</p>
                <ul>{differences}</ul>
            </div>
        }
        .into_any()
    });
    view! { <div role="alert">{message}</div> }.into_any()
}
