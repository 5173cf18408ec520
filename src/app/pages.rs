//! The part of the program that is loaded after the first page: every other
//! page, and all that reads, scores and writes what is entered.

use leptos::prelude::*;
use web_sys::File;

use super::about::about;
use super::carry::{arrive, carry};
use super::cohort::{CohortFiles, cohort};
use super::course::course;
use super::files::Files;
use super::header::steps;
use super::home::home;
use super::keep::Kept;
use super::not_found;
use super::part::Workspace;
use super::print::print;
use super::reference::{all_references, reference};
use super::route::Route;
use super::workspace::workspace;
use crate::ui::element::View;
use crate::ui::platform::files::{read, read_all};
use crate::ui::{Entered, Session, platform};

/// What this part does for the first one.
pub static WORKSPACE: Workspace = Workspace {
    begin,
    page,
    kept: || Kept::of_page().message().into(),
    steps,
    take: Files::take,
    take_dropped,
    open_example: Files::open_example,
    arrive,
};

/// Scores, keeps and prints what is entered, from now on.
fn begin() {
    provide_context(Session::of(Entered::of_page()));
    provide_context(CohortFiles::new());
    Files::of_page().follow();
    Kept::of_page().follow();
    carry(Entered::of_page());
    print();
}

/// On the page of a cohort all files that are dropped are patients of it; on any
/// other the first is the course to be opened.
fn take_dropped(files: Files, dropped: Vec<File>) {
    if Route::parse(&platform::fragment()) == Route::Cohort {
        let cohort = CohortFiles::of_page();
        read_all(dropped, move |file| cohort.take(file));
    } else if let Some(file) = dropped.into_iter().next() {
        read(file, move |chosen| files.take(chosen));
    }
}

fn page(route: Route) -> View {
    match route {
        Route::Home => home(),
        Route::Course => course(),
        Route::Cohort => cohort(),
        Route::About => about(),
        Route::Reference(None) => all_references(),
        Route::Reference(Some(definition)) => reference(definition),
        Route::Unknown => not_found().into(),
        Route::Visit | Route::Instrument(_) | Route::Example(_) => workspace(),
    }
}
