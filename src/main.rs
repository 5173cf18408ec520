//! The single-page application.

use leptos::mount::mount_to;
use leptos::prelude::document;
use rheumscore::app::App;
use rheumscore::ui::platform;
use wasm_bindgen::JsCast;

fn main() {
    platform::report_panics();
    let root = document().get_element_by_id("app").and_then(|element| element.dyn_into().ok());
    // A page without the element is not ours to fill.
    if let Some(root) = root {
        mount_to(root, App).forget();
    }
}
