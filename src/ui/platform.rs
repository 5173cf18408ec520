//! The browser beyond the elements of the page.

use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::file::callbacks::{FileReader, read_as_bytes};
use gloo::file::{Blob, ObjectUrl};
use gloo::timers::callback::Timeout;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlAnchorElement, HtmlElement, HtmlInputElement};

#[wasm_bindgen]
extern "C" {
    /// Keeps the last export outside the program, in case this should stop.
    #[wasm_bindgen(catch, js_namespace = rheumscore)]
    fn keep(text: &str, name: &str) -> Result<(), JsValue>;
    /// Shows that the program has stopped.
    #[wasm_bindgen(catch, js_namespace = rheumscore)]
    fn stopped(message: &str) -> Result<(), JsValue>;
}

/// Tells the page around the program when this stops.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        // Where even this fails, the console has it.
        let _ = stopped(&info.to_string());
    }));
}

/// Keeps an export where it outlives the program.
pub fn keep_export(text: &str, name: &str) {
    // Without a shell around the page there is nowhere to keep it.
    let _ = keep(text, name);
}

/// The time of this device, in ISO 8601.
#[must_use]
pub fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// Moves the focus to an element, and the element into view.
pub fn focus(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        // An element that cannot take the focus keeps it where it is.
        let _ = element.focus();
        element.scroll_into_view();
    }
}

/// How long typing has to rest, in milliseconds.
const REST: u32 = 1_000;

thread_local! {
    /// What waits for typing to rest. Something newer takes its place.
    static WAITING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Does something once nothing else has asked for it in the meantime.
pub fn after_a_rest(act: impl FnOnce() + 'static) {
    WAITING.with(|waiting| waiting.replace(Some(Timeout::new(REST, act))));
}

/// Names the window.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// The fragment of the address, with its `#`.
#[must_use]
pub fn fragment() -> String {
    leptos::prelude::window().location().hash().unwrap_or_default()
}

/// Goes to a fragment of this page.
pub fn go_to(fragment: &str) {
    // A browser that does not navigate stays where it is.
    let _ = leptos::prelude::window().location().set_hash(fragment);
}

/// Hears of every change of the fragment, for as long as the page lives.
pub fn on_fragment_change(heard: impl Fn() + 'static) {
    EventListener::new(&leptos::prelude::window(), "hashchange", move |_| heard()).forget();
}

thread_local! {
    /// The address of the last file that was saved. It ends with the next one:
    /// some browsers read it long after the click.
    static SAVED: RefCell<Option<ObjectUrl>> = const { RefCell::new(None) };
}

/// Saves a text as a file.
pub fn save(text: &str, name: &str) {
    let blob = Blob::new_with_options(text, Some("application/json"));
    let url = ObjectUrl::from(blob);
    let link = document().create_element("a").ok();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    SAVED.with(|saved| saved.replace(Some(url)));
}

thread_local! {
    /// The file that is being read. Another one takes its place, unread.
    static READING: RefCell<Option<FileReader>> = const { RefCell::new(None) };
}

/// Reads the file chosen in an input, and empties the input so that the same
/// file can be chosen again. What goes wrong is told in the browser's words.
pub fn read_chosen(input: &HtmlInputElement, then: impl FnOnce(Result<Vec<u8>, String>) + 'static) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    input.set_value("");
    let reader = read_as_bytes(&file.into(), move |bytes| {
        then(bytes.map_err(|error| error.to_string()));
    });
    READING.with(|reading| reading.replace(Some(reader)));
}
