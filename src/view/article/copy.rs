//! Copying to the clipboard, where the page may.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlDocument, HtmlTextAreaElement};

use crate::view::live;

/// The address of this page with another hash.
pub(super) fn address(hash: &str) -> String {
    let page = window().location().href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    [page, hash].concat()
}

/// What is selected in an article, and the hash of the block where the selection begins; `None` where nothing
/// is selected in it.
pub(super) fn selected(article: &str) -> Option<(String, Option<String>)> {
    let selection = window().get_selection().ok().flatten()?;
    let text = String::from(selection.to_string());
    let text = text.trim();
    let node = selection.anchor_node()?;
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let own = element.closest("article").ok().flatten()?.id() == article;
    let block = element.closest(".section-body > *").ok().flatten();
    let link = block.and_then(|block| block.query_selector(".para-link").ok().flatten());
    let hash = link.and_then(|link| link.get_attribute("href"));
    (own && !text.is_empty()).then(|| (text.to_owned(), hash))
}

/// Copies a text; `mark` says so for a moment (`data-copied`). Where nothing may be copied, nothing is claimed.
pub(super) fn text(mark: &Element, text: String) {
    let mark = mark.clone();
    let navigator = window().navigator();
    // Absent where the page is not served securely.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
    let allowed = clipboard.is_ok_and(|it| !it.is_undefined());
    crate::view::live::spawn(async move {
        let written = allowed
            && JsFuture::from(navigator.clipboard().write_text(&text)).await.is_ok()
            || by_field(&text);
        if written {
            mark.set_attribute("data-copied", "").ok();
            let forget = move || {
                mark.remove_attribute("data-copied").ok();
            };
            live::later(1_500, forget);
        }
    });
}

/// The older way, which a frame may go that may not write to the clipboard: out of a field that is selected.
fn by_field(text: &str) -> bool {
    let copied = || {
        let page = document().dyn_into::<HtmlDocument>().ok()?;
        let field = page.create_element("textarea").ok()?;
        let field = field.dyn_into::<HtmlTextAreaElement>().ok()?;
        field.set_value(text);
        page.body()?.append_child(&field).ok()?;
        field.select();
        let copied = page.exec_command("copy").ok();
        field.remove();
        copied
    };
    copied().unwrap_or_default()
}
