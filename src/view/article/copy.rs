//! Copying to the clipboard, where the page may.

use gloo::timers::callback::Timeout;
use leptos::prelude::window;
use web_sys::Element;

/// Copies the address of this page with another hash; `mark` says so for a moment (`data-copied`).
pub(super) fn link(mark: &Element, hash: &str) {
    let page = window().location().href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    text(mark, [page, hash].concat());
}

/// Copies a text; `mark` says so for a moment. In a frame that may not write to the clipboard nothing
/// is copied and nothing is claimed; the link itself can still be copied by the browser's own menu.
pub(super) fn text(mark: &Element, text: String) {
    let mark = mark.clone();
    let navigator = window().navigator();
    // Absent where the page is not served securely.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if clipboard.is_ok_and(|it| it.is_undefined()) {
        return;
    }
    crate::view::live::spawn(async move {
        let written = navigator.clipboard().write_text(&text);
        if wasm_bindgen_futures::JsFuture::from(written).await.is_ok() {
            mark.set_attribute("data-copied", "").ok();
            let forget = move || {
                mark.remove_attribute("data-copied").ok();
            };
            Timeout::new(1_500, forget).forget();
        }
    });
}
