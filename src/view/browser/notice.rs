//! What is said above the prerendered page when the viewer cannot go on. Made without signals, since
//! they may be what broke.

use gloo::events::EventListener;
use leptos::prelude::{document, window};
use web_sys::Element;

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
    let reload = |_: &web_sys::Event| {
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

/// Should the program break after all, the page says so, and the console says where.
pub(super) fn on_panic() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        let tag = document().document_element().and_then(|root| root.get_attribute("lang"));
        let words = Words::for_languages(tag.as_deref()).unwrap_or(words::ALL[0]);
        show(words, words.broken);
    }));
}
