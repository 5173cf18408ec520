//! The four lupus sheets side by side.

use super::heading;
use super::link;
use super::route::Route;
use crate::ui::element::{View, element};
use crate::ui::{language, sheets};

/// The page.
pub fn comparison() -> View {
    let words = language().workspace();
    let top = element("div")
        .class("rs-heading")
        .child(link(Route::Visit, words.back_to_visit))
        .child(heading(words.comparison_title));
    [top.into(), sheets()].into()
}
