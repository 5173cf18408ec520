//! Files: saved, shared, chosen and read.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::file::callbacks::{FileReader, read_as_bytes};
use gloo::file::{Blob, ObjectUrl};
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DragEvent, File, FileList, FilePropertyBag, HtmlAnchorElement, HtmlInputElement, Response,
    ShareData,
};

/// What a file holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A course or a lab profile.
    Json,
    /// A table.
    Csv,
    /// A note.
    Text,
}

impl Kind {
    const fn media_type(self) -> &'static str {
        match self {
            Kind::Json => "application/json",
            Kind::Csv => "text/csv",
            Kind::Text => "text/plain",
        }
    }
}

thread_local! {
    /// The address of the last file that was saved. It ends with the next one:
    /// some browsers read it long after the click.
    static SAVED: RefCell<Option<ObjectUrl>> = const { RefCell::new(None) };
}

/// Saves a text as a file.
pub fn save(text: &str, name: &str, kind: Kind) {
    let blob = Blob::new_with_options(text, Some(kind.media_type()));
    let url = ObjectUrl::from(blob);
    let link = document().create_element("a").ok();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    SAVED.with(|saved| saved.replace(Some(url)));
}

/// A file that was chosen.
pub enum Chosen {
    /// What it holds.
    Read(Vec<u8>),
    /// It is larger than anything that is opened here.
    TooLarge,
    /// It could not be read, in the browser's words.
    Failed(String),
}

thread_local! {
    /// The file that is being read. Another one takes its place, unread.
    static READING: RefCell<Option<FileReader>> = const { RefCell::new(None) };
}

/// No file that is opened here comes near this many bytes; a larger one is not
/// even read.
const LARGEST: f64 = 16_777_216.0;

/// Reads the file chosen in an input, and empties the input so that the same
/// file can be chosen again. What goes wrong is told in the browser's words.
pub fn read_chosen(input: &HtmlInputElement, then: impl FnOnce(Chosen) + 'static) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    input.set_value("");
    read(file, then);
}

/// A file among several.
pub struct NamedFile {
    /// Its name.
    pub name: String,
    /// What came of it.
    pub chosen: Chosen,
}

/// Reads the files chosen in an input, one after another, and empties the input.
pub fn read_all_chosen(input: &HtmlInputElement, then: impl Fn(NamedFile) + 'static) {
    // The list belongs to the input, and is emptied with it.
    let files = input.files().map(|files| listed(&files)).unwrap_or_default();
    input.set_value("");
    read_all(files, then);
}

/// Reads files, one after another.
pub fn read_all(files: Vec<File>, then: impl Fn(NamedFile) + 'static) {
    wasm_bindgen_futures::spawn_local(async move {
        for file in files {
            let chosen = if file.size() > LARGEST {
                Chosen::TooLarge
            } else {
                match JsFuture::from(file.array_buffer()).await {
                    Ok(buffer) => Chosen::Read(js_sys::Uint8Array::new(&buffer).to_vec()),
                    Err(error) => {
                        Chosen::Failed(String::from(js_sys::Object::from(error).to_string()))
                    }
                }
            };
            then(NamedFile { name: file.name(), chosen });
        }
    });
}

fn listed(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}

/// Hears of files that are dropped anywhere on the page, which would otherwise
/// leave the page for them.
pub fn on_drop(then: impl Fn(Vec<File>) + Clone + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    for name in ["dragover", "drop"] {
        let then = then.clone();
        EventListener::new_with_options(&document(), name, options, move |event| {
            let dropped = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
            let Some(files) = dropped.and_then(|it| it.files()) else { return };
            event.prevent_default();
            if event.type_() == "drop" {
                then(listed(&files));
            }
        })
        .forget();
    }
}

/// Reads a file, unless it is too large.
pub fn read(file: File, then: impl FnOnce(Chosen) + 'static) {
    if file.size() > LARGEST {
        return then(Chosen::TooLarge);
    }
    let reader = read_as_bytes(&file.into(), move |bytes| {
        then(match bytes {
            Ok(bytes) => Chosen::Read(bytes),
            Err(error) => Chosen::Failed(error.to_string()),
        });
    });
    READING.with(|reading| reading.replace(Some(reader)));
}

/// Reads a file of this site, and gives nothing where it does not come.
pub fn fetch(address: &str, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let request = window().fetch_with_str(address);
    wasm_bindgen_futures::spawn_local(async move {
        then(read_response(request).await.ok());
    });
}

async fn read_response(request: js_sys::Promise) -> Result<Vec<u8>, JsValue> {
    let response: Response = JsFuture::from(request).await?.dyn_into()?;
    if !response.ok() {
        return Err(response.status_text().into());
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Hands a file to the system's own way of sharing, where it has one that takes
/// files; else it is saved. Tells whether the file went anywhere: whoever closes
/// the system's offer has not taken it.
pub fn share(text: String, name: String, kind: Kind, then: impl FnOnce(bool) + 'static) {
    let Ok(Some(offered)) = offer(&text, &name, kind) else {
        save(&text, &name, kind);
        return then(true);
    };
    wasm_bindgen_futures::spawn_local(async move {
        let refused = JsFuture::from(offered).await.err();
        let name_of =
            |error: &JsValue| js_sys::Reflect::get(error, &"name".into()).ok()?.as_string();
        match refused.as_ref().map(name_of) {
            None => then(true),
            Some(Some(reason)) if reason == "AbortError" => then(false),
            Some(_) => {
                save(&text, &name, kind);
                then(true);
            }
        }
    });
}

/// Lets go of the last file that was saved, and of one that is being read.
pub fn forget() {
    SAVED.with(|saved| saved.replace(None));
    READING.with(|reading| reading.replace(None));
}

/// Whether this device is used by touch alone: there a saved file is hard to
/// find again, and sharing is how files are passed on.
fn is_touched() -> bool {
    let media = window().match_media("(hover: none) and (pointer: coarse)").ok().flatten();
    media.is_some_and(|media| media.matches())
}

fn offer(text: &str, name: &str, kind: Kind) -> Result<Option<js_sys::Promise>, JsValue> {
    let navigator = window().navigator();
    let can_share = js_sys::Reflect::has(&navigator, &"canShare".into())?;
    if !(can_share && is_touched()) {
        return Ok(None);
    }
    let options = FilePropertyBag::new();
    options.set_type(kind.media_type());
    let parts = js_sys::Array::of1(&text.into());
    let file = File::new_with_str_sequence_and_options(&parts, name, &options)?;
    let data = ShareData::new();
    data.set_files(&js_sys::Array::of1(&file));
    if !navigator.can_share_with_data(&data) {
        return Ok(None);
    }
    Ok(Some(navigator.share_with_data(&data)))
}
