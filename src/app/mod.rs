//! The page that a clinician opens.

mod files;
mod home;
mod route;

use leptos::prelude::*;

use self::files::files;
use self::home::home;
use self::route::Route;
use crate::instruments::Definition;
use crate::session::Edit;
use crate::ui::erased::{dynamic, on};
use crate::ui::{Form, Results, Session, language, platform};

/// The id of the heading that a new page moves the focus to.
const HEADING: &str = "heading";

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let session = Session::new();
    provide_context(session);
    let route = RwSignal::new(Route::parse(&platform::fragment()));
    platform::on_fragment_change(move || route.set(Route::parse(&platform::fragment())));
    open(session, route.get_untracked());

    // Outside the page: the window has a title, and the focus follows a change
    // of page; not its first one, which the browser has placed.
    Effect::new(move |before: Option<Route>| {
        let route = route.get();
        if before.is_some_and(|before| before != route) {
            open(session, route);
            platform::focus(HEADING);
        }
        platform::set_title(&title(route));
        route
    });

    let words = language().page();
    let page = dynamic(move || match route.get() {
        Route::Home => home(),
        Route::Instrument(definition) => scoring(definition),
        Route::Unknown => not_found(),
    });
    let skip = on(|_| platform::focus(HEADING));
    view! {
        <button type="button" class="rs-skip" on:click=skip>
            {words.skip}
        </button>
        <header class="rs-header">
            <a class="rs-header__name" href=Route::Home.fragment()>
                "Rheumscore"
            </a>
            {files(route)}
        </header>
        <main class="rs-main">{page}</main>
        <footer class="rs-footer">
            <p>{words.private}</p>
            <p>{words.intended}</p>
        </footer>
    }
}

/// Chooses the instrument that a page is about.
fn open(session: Session, route: Route) {
    if let Route::Instrument(definition) = route
        && session.with_draft_untracked(|draft| draft.instrument != definition.id)
    {
        session.edit(Edit::Instrument(definition.id));
    }
}

/// The title of the window.
fn title(route: Route) -> String {
    match route {
        Route::Home => "Rheumscore".to_owned(),
        Route::Instrument(definition) => {
            format!("{} – Rheumscore", language().instrument(definition.id).name)
        }
        Route::Unknown => format!("{} – Rheumscore", language().page().not_found),
    }
}

/// The form of an instrument beside its result.
fn scoring(definition: &'static Definition) -> AnyView {
    let text = language().instrument(definition.id);
    view! {
        <div class="rs-heading">
            <a href=Route::Home.fragment()>{language().page().all_instruments}</a>
            <h1 id=HEADING tabindex="-1">
                {text.name}
            </h1>
            <p>{text.measures}</p>
        </div>
        <div class="rs-scoring">
            <Form definition=definition />
            <aside class="rs-scoring__result">
                <Results definition=definition />
            </aside>
        </div>
    }
    .into_any()
}

/// What an address without a page shows.
fn not_found() -> AnyView {
    let words = language().page();
    view! {
        <div class="rs-heading">
            <h1 id=HEADING tabindex="-1">
                {words.not_found}
            </h1>
            <p>{words.not_found_help}</p>
            <a href=Route::Home.fragment()>{words.all_instruments}</a>
        </div>
    }
    .into_any()
}
