//! A visit: entered once on one side, scored by every chosen instrument on the
//! other.

use super::begin::begin;
use super::files::Files;
use super::heading;
use super::laboratory::laboratory;
use super::output::output;
use super::scores::scores;
use super::search::search;
use super::visit::visit_head;
use super::visits::visits;
use crate::ui::element::{View, element, shown_while};
use crate::ui::{Session, bar, form, language, rail};

/// The workspace.
pub fn workspace() -> View {
    let session = Session::of_page();
    let words = language().workspace();
    let files = Files::of_page();
    let top = element("div")
        .class("rs-top")
        .child(heading(words.visit_title))
        .child(visits())
        .child(search());
    let any = session.course(|course| course.chosen().next().is_some());
    let none = session.course(|course| course.chosen().next().is_none());
    let entry = element("div")
        .class("rs-entry")
        .child(visit_head())
        .child(scores())
        .child(shown_while(any, || [laboratory().into(), form()].into()))
        .child(shown_while(none, || begin().into()));
    let result = element("aside")
        .class("rs-scoring__result")
        .attribute("aria-label", words.results)
        .child(rail())
        .child(output(files));
    let scoring = element("div").class("rs-scoring").child(entry).child(result);
    [top.into(), scoring.into(), bar().into()].into()
}
