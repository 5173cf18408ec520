//! The page that a clinician opens.

mod about;
mod course;
mod files;
mod header;
mod home;
mod keep;
mod laboratory;
mod output;
mod print;
mod route;
mod scores;
mod search;
mod visit;
mod visits;
mod workspace;

use leptos::prelude::*;

use self::about::about;
use self::course::course;
use self::files::Files;
use self::header::header;
use self::home::home;
use self::keep::Kept;
use self::print::print;
use self::route::Route;
use self::workspace::workspace;
use crate::session::Edit;
use crate::ui::element::{Element, View, dynamic, effect, element};
use crate::ui::{Derived, Session, Writable, language, platform};

/// The id of the heading that a new page moves the focus to.
const HEADING: &str = "heading";

/// The whole page.
pub fn app() -> View {
    let session = Session::new();
    provide_context(session);
    let files = Files::new(session);
    provide_context(files);
    let kept = Kept::new(session, files);
    provide_context(kept);

    let route = Writable::new(Route::parse(&platform::fragment()));
    platform::on_fragment_change(move || route.set(Route::parse(&platform::fragment())));
    open(session, files, route.get_untracked());
    platform::files::on_drop(move |chosen| files.take(chosen));
    platform::ask_before_leaving(move || files.would_lose() && !kept.keeps());

    let words = language().page();
    // Pages that show the same are not made anew: an instrument of its own is
    // the workspace, as an example is.
    let shown = Derived::new(move || match route.get() {
        Route::Instrument(_) | Route::Example(_) => Route::Visit,
        route => route,
    });
    let page = dynamic(move || match shown.get() {
        Route::Home => home(),
        Route::Course => course(),
        Route::About => about(),
        Route::Unknown => not_found().into(),
        Route::Visit | Route::Instrument(_) | Route::Example(_) => workspace(),
    });
    let skip = element("button")
        .attribute("type", "button")
        .class("rs-skip")
        .child(words.skip)
        .on("click", |_| platform::focus(HEADING));
    let main =
        element("main").class("rs-main").child(files.message()).child(kept.message()).child(page);
    let footer = element("footer")
        .class("rs-footer")
        .child(element("p").child(words.private))
        .child(element("p").child(words.intended));
    follow(session, files, route);
    print(session, shown);
    [skip.into(), header(session, shown).into(), main.into(), footer.into()].into()
}

/// Outside the page: the window has a title, and the focus follows a change of
/// page; not its first one, which the browser has placed.
///
/// Effects run in the order in which they were made: the page is there before
/// its heading is looked for.
fn follow(session: Session, files: Files, route: Writable<Route>) {
    let mut before = None;
    effect(move || {
        let route = route.get();
        if before.replace(route).is_some_and(|before| before != route) {
            open(session, files, route);
            platform::focus(HEADING);
        }
        platform::set_title(&title(route));
    });
}

/// Makes ready what a page is about: an address that names an instrument
/// scores it, one that names an example opens it.
fn open(session: Session, files: Files, route: Route) {
    match route {
        Route::Instrument(definition) => session.edit(Edit::Choose(definition.id, true)),
        Route::Example(name) => files.open_example(name),
        Route::Home | Route::Visit | Route::Course | Route::About | Route::Unknown => {}
    }
}

/// The title of the window. It says nothing of the patient.
fn title(route: Route) -> String {
    let words = language().workspace();
    let page = match route {
        Route::Home => return "Rheumscore".to_owned(),
        Route::Visit | Route::Example(_) => words.visit_title,
        Route::Course => words.course_title,
        Route::About => words.about_title,
        Route::Instrument(definition) => language().instrument(definition.id).name,
        Route::Unknown => language().page().not_found,
    };
    format!("{page} – Rheumscore")
}

/// The heading of a page, which takes the focus when the page is new.
fn heading(text: &str) -> Element {
    element("h1").id(HEADING).attribute("tabindex", "-1").child(text)
}

/// A link to a page.
fn link(route: Route, text: &str) -> Element {
    element("a").attribute("href", &route.fragment()).child(text)
}

fn not_found() -> Element {
    let words = language().page();
    element("div")
        .class("rs-heading")
        .child(heading(words.not_found))
        .child(element("p").child(words.not_found_help))
        .child(link(Route::Home, words.all_instruments))
}
