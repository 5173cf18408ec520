//! The browser beyond the elements of the page.

pub mod clipboard;
pub mod files;
pub mod storage;

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use leptos::ev::Event;
use leptos::prelude::document;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{
    BeforeUnloadEvent, Document, HtmlDetailsElement, HtmlElement, KeyboardEvent, Node,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

#[wasm_bindgen]
extern "C" {
    /// Keeps the last export outside the program, in case this should stop.
    #[wasm_bindgen(catch, js_namespace = rheumscore)]
    fn keep(text: &str, name: &str) -> Result<(), JsValue>;
    /// Lets go of it.
    #[wasm_bindgen(catch, js_namespace = rheumscore)]
    fn forget() -> Result<(), JsValue>;
    /// Gives the page what is to go along while it loads again.
    #[wasm_bindgen(catch, js_namespace = rheumscore)]
    fn carry(text: &str) -> Result<(), JsValue>;
    /// What has come along.
    #[wasm_bindgen(catch, js_namespace = rheumscore)]
    fn carried() -> Result<Option<String>, JsValue>;
    /// Erases it from where it came.
    #[wasm_bindgen(catch, js_namespace = rheumscore)]
    fn arrived() -> Result<(), JsValue>;
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

/// Lets go of the export that was kept.
pub fn forget_export() {
    // Without a shell around the page nothing was kept.
    let _ = forget();
}

/// Hears that the page is about to load a newer version of itself, and gives
/// it what is to go along.
pub fn on_carry(text: impl Fn() -> String + 'static) {
    EventListener::new(&leptos::prelude::window(), "rheumscore:carry", move |_| {
        // The page that has asked takes it.
        let _ = carry(&text());
    })
    .forget();
}

/// Whether the version of the page before this one has sent something along.
#[must_use]
pub fn has_carried() -> bool {
    // Without a shell around the page nothing comes along.
    matches!(carried(), Ok(Some(_)))
}

/// What it has sent along, which is gone from where it was.
#[must_use]
pub fn take_carried() -> Option<String> {
    let text = carried().ok().flatten()?;
    // Where it could be read, it can be erased.
    let _ = arrived();
    Some(text)
}

/// The time of this device, in ISO 8601.
#[must_use]
pub fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// The date of this device, as `2026-03-14`.
#[must_use]
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

thread_local! {
    /// The tree in which an event was heard last: the page, or one of several
    /// shadow roots within a page of others. An id is one element of its tree.
    static TREE: RefCell<Option<Node>> = const { RefCell::new(None) };
}

/// Looks up elements in the tree of an event from now on.
pub fn hear(event: &Event) {
    let heard = event.current_target().and_then(|it| it.dyn_into::<Node>().ok());
    if let Some(heard) = heard {
        TREE.set(Some(heard.get_root_node()));
    }
}

/// The tree in which elements are looked up; it can do what a document can.
fn tree() -> Document {
    TREE.with_borrow(|tree| tree.as_ref().map(|tree| tree.unchecked_ref::<Document>().clone()))
        .unwrap_or_else(document)
}

/// An element of the page.
#[must_use]
pub fn find(id: &str) -> Option<HtmlElement> {
    tree().get_element_by_id(id)?.dyn_into().ok()
}

/// The elements that a selector picks and that are shown, in the order of the
/// page.
#[must_use]
pub fn all(selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = tree().query_selector_all(selector) else { return Vec::new() };
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok())
        .filter(|element| element.offset_parent().is_some())
        .collect()
}

/// Moves the focus to an element, and the element into view.
pub fn focus(id: &str) {
    if let Some(element) = find(id) {
        focus_element(&element);
    }
}

/// Whether an element has the focus.
#[must_use]
pub fn has_focus(id: &str) -> bool {
    document().active_element().is_some_and(|element| element.id() == id)
}

/// Moves the focus to the first element that a selector picks.
pub fn focus_first(selector: &str) {
    if let Some(element) = all(selector).first() {
        focus_element(element);
    }
}

/// Moves the focus to where something is entered within an element: to the
/// answer that is chosen, or to its first input, or to the element itself.
pub fn focus_within(id: &str) {
    let Some(element) = find(id) else { return };
    let input =
        element.query_selector("input[type=radio]:checked, input[type=text]").ok().flatten();
    focus_element(&input.and_then(|it| it.dyn_into().ok()).unwrap_or(element));
}

/// Moves the focus to an element, and the element into view. What hides it is
/// opened. Always true, for those who ask whether there was one.
pub fn focus_element(element: &HtmlElement) -> bool {
    let mut around = element.closest("details").ok().flatten();
    while let Some(details) = around.and_then(|it| it.dyn_into::<HtmlDetailsElement>().ok()) {
        details.set_open(true);
        around = details.parent_element().and_then(|it| it.closest("details").ok().flatten());
    }
    // An element that cannot take the focus keeps it where it is.
    let _ = element.focus();
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    true
}

/// Scrolls the list around the first element that a selector picks, sideways
/// and nothing else, until the element is seen.
pub fn reveal_in_list(selector: &str, list: &str) {
    let Some(element) = all(selector).into_iter().next() else { return };
    let list = element.closest(list).ok().flatten();
    let Some(list) = list.and_then(|it| it.dyn_into::<HtmlElement>().ok()) else { return };
    let from = element.offset_left() - list.offset_left();
    let to = from + element.offset_width();
    let seen = list.scroll_left()..list.scroll_left() + list.client_width();
    if from < seen.start {
        list.set_scroll_left(from);
    } else if to > seen.end {
        list.set_scroll_left(to - list.client_width());
    }
}

/// Does something when what is shown has followed what was changed, and before
/// the next event is heard: a focus that moved later would take away from the
/// reader what is being typed by then.
pub fn soon(act: impl FnOnce() + 'static) {
    let heard = TREE.with_borrow(Clone::clone);
    spawn_local(async move {
        // What follows a change was queued by it, and is done by this tick.
        tick().await;
        TREE.set(heard);
        act();
    });
}

/// Does something once what is there has been painted.
#[cfg(feature = "app")]
pub fn behind(act: impl FnOnce() + 'static) {
    Timeout::new(0, act).forget();
}

/// How long typing has to rest, in milliseconds.
const REST: u32 = 1_000;

/// Hears that the page is left or put aside, while there is still time to keep
/// something.
pub fn on_leave(heard: impl Fn() + 'static) {
    EventListener::new(&leptos::prelude::window(), "pagehide", move |_| heard()).forget();
}

/// What waits for typing to rest.
#[derive(Clone, Copy, Debug)]
pub enum Waits {
    /// What is said aloud.
    Announcement,
    /// The export that outlives the program.
    Export,
    /// What is kept in this browser.
    Keeping,
}

thread_local! {
    /// What waits for typing to rest. Something newer of the same kind takes
    /// its place.
    static WAITING: RefCell<[Option<Timeout>; 3]> = const { RefCell::new([None, None, None]) };
}

/// Does something once nothing else of its kind has asked for it in the
/// meantime.
pub fn after_a_rest(waits: Waits, act: impl FnOnce() + 'static) {
    let timeout = Timeout::new(REST, act);
    WAITING.with_borrow_mut(|[announcement, export, keeping]| {
        let waiting = match waits {
            Waits::Announcement => announcement,
            Waits::Export => export,
            Waits::Keeping => keeping,
        };
        *waiting = Some(timeout);
    });
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

/// Takes another fragment for the one of this page, without a way back to that.
pub fn replace_fragment(fragment: &str) {
    // A browser that does not navigate stays where it is.
    let _ = leptos::prelude::window().location().replace(fragment);
}

/// Hears of every change of the fragment, for as long as the page lives.
pub fn on_fragment_change(heard: impl Fn() + 'static) {
    EventListener::new(&leptos::prelude::window(), "hashchange", move |_| heard()).forget();
}

/// Hears every key that is pressed on the page, before anything else does.
pub fn on_key(heard: impl Fn(&KeyboardEvent) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            heard(event);
        }
    })
    .forget();
}

/// Asks before the page is left, while something would be lost.
pub fn ask_before_leaving(would_lose: impl Fn() -> bool + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    let window = leptos::prelude::window();
    EventListener::new_with_options(&window, "beforeunload", options, move |event: &Event| {
        if would_lose() {
            event.prevent_default();
            // Some browsers ask for this instead.
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                event.set_return_value("-");
            }
        }
    })
    .forget();
}

/// Prints the page.
pub fn print() {
    // A browser that cannot print says so itself.
    let _ = leptos::prelude::window().print();
}

/// Does something before the page is printed, however that was asked for, and
/// something after it. Once the program has stopped, it does neither.
pub fn on_print(before: impl Fn() + 'static, after: impl Fn() + 'static) {
    let window = leptos::prelude::window();
    EventListener::new(&window, "beforeprint", move |_| {
        if find("stopped").is_none_or(|panel| panel.hidden()) {
            before();
        }
    })
    .forget();
    EventListener::new(&window, "afterprint", move |_| after()).forget();
}

/// Takes an element off the page.
pub fn remove(id: &str) {
    if let Some(element) = find(id) {
        element.remove();
    }
}
