//! What is said above the prerendered page when the viewer cannot go on. Made without signals, since
//! they may be what broke.

use gloo::events::EventListener;
use js_sys::{Reflect, WebAssembly};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event};

use crate::view::words::{self, Words};

/// Shows a notice with the way out; the articles stay below it.
pub(super) fn show(words: &'static Words, text: &str) {
    let Some(app) = document().get_element_by_id("app") else { return };
    if document().query_selector(".notice[data-for=\"viewer\"]").ok().flatten().is_some() {
        return;
    }
    if let Some(notice) = notice(words, text) {
        let _ = app.insert_adjacent_element("afterbegin", &notice);
    }
}

fn notice(words: &'static Words, text: &str) -> Option<Element> {
    let notice = element("div", "")?;
    notice.set_class_name("notice");
    let _ = notice.set_attribute("role", "alert");
    let _ = notice.set_attribute("data-for", "viewer");
    let _ = notice.set_attribute("lang", words.tag);
    let paragraph = element("p", "")?;
    let strong = element("strong", words.wrong)?;
    let said = document().create_text_node(&[" ", text, " ", words.still_readable].concat());
    let button = element("button", words.reload)?;
    let _ = button.set_attribute("type", "button");
    let reload = |_: &Event| {
        let _ = window().location().reload();
    };
    // The button is there as long as the page is.
    EventListener::new(&button, "click", reload).forget();
    let _ = paragraph.append_child(&strong);
    let _ = paragraph.append_child(&said);
    let _ = notice.append_child(&paragraph);
    let _ = notice.append_child(&button);
    Some(notice)
}

fn element(name: &str, text: &str) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    element.set_text_content((!text.is_empty()).then_some(text));
    Some(element)
}

/// Should the program break after all, the page says so. It is built to stop where it breaks, without a word
/// (that is a tenth of what a reader fetches), so this asks the browser, which knows of it.
pub(super) fn on_break() {
    for (event, what) in [("error", "error"), ("unhandledrejection", "reason")] {
        let told = move |event: &Event| {
            let error = Reflect::get(event, &what.into()).unwrap_or_default();
            if error.is_instance_of::<WebAssembly::RuntimeError>() {
                let tag = document().document_element().and_then(|it| it.get_attribute("lang"));
                let words = Words::for_languages(tag.as_deref()).unwrap_or(words::ALL[0]);
                show(words, words.broken);
            }
        };
        EventListener::new(&window(), event, told).forget();
    }
}
