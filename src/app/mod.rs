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
use crate::ui::element::{Element, View, dynamic, effect, element};
use crate::ui::{Session, form, language, platform, results};

/// The id of the heading that a new page moves the focus to.
const HEADING: &str = "heading";

/// The whole page.
pub fn app() -> View {
    let session = Session::new();
    provide_context(session);
    let route = RwSignal::new(Route::parse(&platform::fragment()));
    platform::on_fragment_change(move || route.set(Route::parse(&platform::fragment())));
    open(session, route.get_untracked());

    let words = language().page();
    let name = element("a")
        .class("rs-header__name")
        .attribute("href", &Route::Home.fragment())
        .child("Rheumscore");
    let page = dynamic(move || match route.get() {
        Route::Home => home(),
        Route::Instrument(definition) => scoring(definition),
        Route::Unknown => not_found().into(),
    });
    let skip = element("button")
        .attribute("type", "button")
        .class("rs-skip")
        .child(words.skip)
        .on("click", |_| platform::focus(HEADING));
    let header = element("header").class("rs-header").child(name).child(files(route));
    let main = element("main").class("rs-main").child(page);
    let footer = element("footer")
        .class("rs-footer")
        .child(element("p").child(words.private))
        .child(element("p").child(words.intended));
    follow(session, route);
    [skip.into(), header.into(), main.into(), footer.into()].into()
}

/// Outside the page: the window has a title, and the focus follows a change of
/// page; not its first one, which the browser has placed.
///
/// Effects run in the order in which they were made: the page is there before
/// its heading is looked for.
fn follow(session: Session, route: RwSignal<Route>) {
    let mut before = None;
    effect(move || {
        let route = route.get();
        if before.replace(route).is_some_and(|before| before != route) {
            open(session, route);
            platform::focus(HEADING);
        }
        platform::set_title(&title(route));
    });
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

/// The heading of a page, which takes the focus when the page is new.
fn heading(text: &str) -> Element {
    element("h1").id(HEADING).attribute("tabindex", "-1").child(text)
}

/// A link to a page.
fn link(route: Route, text: &str) -> Element {
    element("a").attribute("href", &route.fragment()).child(text)
}

/// The form of an instrument beside its result.
fn scoring(definition: &'static Definition) -> View {
    let text = language().instrument(definition.id);
    let heading = element("div")
        .class("rs-heading")
        .child(link(Route::Home, language().page().all_instruments))
        .child(heading(text.name))
        .child(element("p").child(text.measures));
    let result = element("aside").class("rs-scoring__result").child(results(definition));
    let scoring = element("div").class("rs-scoring").child(form(definition)).child(result);
    [heading.into(), scoring.into()].into()
}

/// What an address without a page shows.
fn not_found() -> Element {
    let words = language().page();
    element("div")
        .class("rs-heading")
        .child(heading(words.not_found))
        .child(element("p").child(words.not_found_help))
        .child(link(Route::Home, words.all_instruments))
}
