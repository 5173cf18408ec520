//! Saving, opening and clearing what was entered.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::route::Route;
use crate::instruments::find;
use crate::report::{export, import};
use crate::session::Edit;
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
#[component]
pub fn Files(route: RwSignal<Route>) -> impl IntoView {
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
    let save = move |_| {
        if let Some((text, name)) = exported(session) {
            platform::save(&text, &name);
            said.set(Said { text: words.exported.to_owned(), ..Said::default() });
        }
    };
    let opened = move |_| {
        if let Some(file) = input.get_untracked().and_then(|input| platform::chosen_file(&input)) {
            spawn_local(async move {
                said.set(take_over(session, file).await);
            });
        }
    };
    let scoring = move || matches!(route.get(), Route::Instrument(_));
    view! {
        <div class="rs-files">
            <Show when=scoring>
                <button type="button" class="rs-button" on:click=save>
                    {words.export}
                </button>
            </Show>
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
            <Show when=scoring>
                <Clear said=said />
            </Show>
        </div>
        <Message said=said />
    }
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
#[component]
fn Clear(said: RwSignal<Said>) -> impl IntoView {
    let session = Session::expect();
    let words = language().page();
    let asking = RwSignal::new(false);
    let clear = move |_| {
        session.edit(Edit::Clear);
        said.set(Said::default());
        asking.set(false);
        platform::focus(super::HEADING);
    };
    view! {
        <Show
            when=move || asking.get()
            fallback=move || {
                view! {
                    <button type="button" class="rs-button" on:click=move |_| asking.set(true)>
                        {words.clear}
                    </button>
                }
            }
        >
            <span class="rs-files__sure" role="alert">
                {words.clear_sure}
            </span>
            <button type="button" class="rs-button" on:click=clear>
                {words.clear_yes}
            </button>
            <button type="button" class="rs-button" on:click=move |_| asking.set(false)>
                {words.clear_no}
            </button>
        </Show>
    }
}

/// What was said about a file.
#[component]
fn Message(said: RwSignal<Said>) -> impl IntoView {
    let message = move || {
        let Said { text, differences, urgent } = said.get();
        let differences =
            differences.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        (!text.is_empty()).then(|| {
            view! {
                <div class="rs-message" class:rs-message--urgent=urgent>
                    <p>{text}</p>
                    <ul>{differences}</ul>
                </div>
            }
        })
    };
    view! { <div role="alert">{message}</div> }
}
