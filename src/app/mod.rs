//! The page that a clinician opens.
//!
//! The first page needs little of the program: what [`pages`] holds is loaded
//! behind it, by [`part`].

mod about;
mod around;
mod begin;
mod carry;
mod cohort;
mod comes_to;
mod course;
mod events;
mod exchange;
mod files;
mod header;
mod home;
mod keep;
mod laboratory;
mod output;
mod pages;
mod part;
mod print;
mod reference;
mod route;
mod scores;
mod search;
mod visit;
mod visits;
mod workspace;

use leptos::prelude::*;

use self::files::Files;
use self::header::header;
use self::home::home;
use self::keep::Kept;
use self::part::{COMING, Part};
use self::route::Route;
use crate::session::Edit;
use crate::text::Language;
use crate::ui::element::{Element, View, dynamic, effect, element};
use crate::ui::platform::{self, storage};
use crate::ui::{Derived, Entered, Writable, spoken};

/// The id of the heading that a new page moves the focus to.
const HEADING: &str = "heading";

/// The whole page.
pub fn app() -> View {
    let entered = Entered::nothing();
    provide_context(entered);
    let part = Part::new();
    let files = Files::new(entered, part);
    provide_context(files);
    let kept = Kept::new(entered, files);
    provide_context(kept);

    let route = Writable::new(Route::parse(&platform::fragment()));
    platform::on_fragment_change(move || route.set(Route::parse(&platform::fragment())));
    open(entered, files, part, route.get_untracked());
    let has_carried = platform::has_carried();
    if has_carried {
        part.then(move |it| (it.arrive)(files, kept));
    }
    platform::files::on_drop(move |all| part.then(move |it| (it.take_dropped)(files, all)));
    platform::ask_before_leaving(move || files.would_lose() && !kept.keeps());

    let words = spoken().page();
    // Pages that show the same are not made anew: an instrument of its own is
    // the workspace, as an example is.
    let shown = Derived::new(move || match route.get() {
        Route::Instrument(_) | Route::Example(_) => Route::Visit,
        route => route,
    });
    // What was kept, or came along, has to be opened before anything can be entered.
    let has_kept = has_carried || storage::kept().is_some();
    if has_kept {
        part.then(|_| ());
    }
    let page = dynamic(move || match shown.get() {
        Route::Home if !has_kept => home(),
        Route::Unknown if !has_kept => not_found().into(),
        route => match part.get() {
            Some(workspace) => (workspace.page)(route),
            None => part.coming(name(route)),
        },
    });
    let skip = element("button")
        .attribute("type", "button")
        .class("rs-skip")
        .child(words.skip)
        .on("click", |_| platform::focus(HEADING));
    let kept = dynamic(move || part.get().map_or_else(View::nothing, |it| (it.kept)()));
    let main = element("main")
        .class("rs-main")
        .child(part.message())
        .child(files.message())
        .child(kept)
        .child(page);
    let footer = element("footer")
        .class("rs-footer")
        .child(element("p").child(words.private))
        // The page around the program shows it once that is so.
        .child(element("p").class("rs-offline").child(words.offline))
        .child(element("p").child(words.intended));
    follow(entered, files, part, route);
    platform::behind(move || part.load());
    [skip.into(), header(entered, part, shown).into(), main.into(), footer.into()].into()
}

/// Outside the page: the window has a title, and the focus follows a change of
/// page; not its first one, which the browser has placed.
///
/// Effects run in the order in which they were made: the page is there before
/// its heading is looked for.
fn follow(entered: Entered, files: Files, part: Part, route: Writable<Route>) {
    let mut before = None;
    effect(move || {
        let route = route.get();
        if before.replace(route).is_some_and(|before| before != route) {
            open(entered, files, part, route);
            platform::focus(if platform::find(HEADING).is_some() { HEADING } else { COMING });
        }
        platform::set_title(&title(route));
    });
}

/// Makes ready what a page is about: an address that names an instrument
/// scores it, one that names an example opens it.
fn open(entered: Entered, files: Files, part: Part, route: Route) {
    match route {
        Route::Instrument(definition) => {
            part.then(move |_| entered.edit(Edit::Choose(definition.id, true)));
        }
        Route::Example(name) => part.then(move |it| (it.open_example)(files, name)),
        Route::Visit | Route::Course | Route::Cohort | Route::About | Route::Reference(_) => {
            part.then(|_| ());
        }
        Route::Home | Route::Unknown => {}
    }
}

/// The title of the window. It says nothing of the patient.
fn title(route: Route) -> String {
    match route {
        Route::Home => "Rheumscore".to_owned(),
        Route::Reference(Some(_)) => {
            let of = spoken().page().reference_title;
            format!("{}, {of} – Rheumscore", name(route))
        }
        _ => format!("{} – Rheumscore", name(route)),
    }
}

/// The name of a page.
fn name(route: Route) -> &'static str {
    let words = spoken().workspace();
    match route {
        Route::Home => "Rheumscore",
        Route::Visit | Route::Example(_) => words.visit_title,
        Route::Course => words.course_title,
        Route::Cohort => spoken().page().cohort_title,
        Route::About => words.about_title,
        Route::Reference(None) => spoken().page().reference_title,
        Route::Instrument(definition) | Route::Reference(Some(definition)) => {
            spoken().instrument(definition.id).name
        }
        Route::Unknown => spoken().page().not_found,
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

fn not_found() -> Element {
    let words = spoken().page();
    element("div")
        .class("rs-heading")
        .child(heading(words.not_found))
        .child(element("p").child(words.not_found_help))
        .child(link(Route::Home, words.all_instruments))
}
