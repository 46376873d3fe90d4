//! Moving the page to a place. How it moves (at once, or gliding for those who like it) is the style sheet's.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::view::live;

/// Where the attribute stands that marks the place a link led to.
const LED_TO: &str = "data-target";

/// Moves to the element with this id and marks it, once what just changed has been drawn.
pub(super) fn to_place(id: String) {
    live::before_frame(move || {
        for old in all(document().document_element().as_ref(), "[data-target]") {
            old.remove_attribute(LED_TO).ok();
        }
        if let Some(place) = document().get_element_by_id(&id) {
            place.set_attribute(LED_TO, "").ok();
            place.scroll_into_view();
        }
    });
}

/// Moves to the current hit within the element with this id, once it has been drawn; to the middle of
/// the window, so that its context is seen.
pub(super) fn to_current_hit(id: String) {
    live::before_frame(move || {
        let article = document().get_element_by_id(&id);
        if let Some(mark) = all(article.as_ref(), "mark.hit[data-current]").next() {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Center);
            mark.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

/// The elements within `root` that a selector names.
pub(super) fn all(root: Option<&Element>, selector: &str) -> impl Iterator<Item = Element> {
    let list = root.and_then(|root| root.query_selector_all(selector).ok());
    let length = list.as_ref().map_or(0, web_sys::NodeList::length);
    (0..length).filter_map(move |n| list.as_ref()?.get(n)?.dyn_into().ok())
}
