//! What is kept in this browser, and only if the user asked for it.

use gloo::events::EventListener;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

/// Where a course is kept. The address of the page is a part of it: two copies
/// on one site do not share what is kept.
fn key() -> String {
    let path = window().location().pathname().unwrap_or_default();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("rheumscore-course{folder}")
}

/// The storage of this browser, where it allows one.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What is kept.
#[must_use]
pub fn kept() -> Option<String> {
    storage()?.get_item(&key()).ok().flatten()
}

/// Keeps a text; false where the browser forbids it or has no room.
#[must_use]
pub fn keep(text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(&key(), text).is_ok())
}

/// Erases what is kept.
pub fn erase() {
    if let Some(storage) = storage() {
        // Nothing is kept where this fails.
        let _ = storage.remove_item(&key());
    }
}

/// Hears of what another tab keeps or erases.
pub fn on_change_elsewhere(heard: impl Fn(Option<String>) + 'static) {
    EventListener::new(&window(), "storage", move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>()
            && event.key() == Some(key())
        {
            heard(event.new_value());
        }
    })
    .forget();
}
