//! The clipboard.

use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Copies a text, and tells whether that worked: a browser may refuse.
pub fn copy(text: String, then: impl FnOnce(bool) + 'static) {
    wasm_bindgen_futures::spawn_local(async move {
        let navigator = window().navigator();
        // Without a secure address there is no clipboard at all.
        let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
        let copied = match clipboard {
            Ok(clipboard) if !clipboard.is_undefined() => {
                let clipboard: web_sys::Clipboard = clipboard.unchecked_into();
                JsFuture::from(clipboard.write_text(&text)).await.is_ok()
            }
            _ => false,
        };
        then(copied);
    });
}
