//! From paragraph to paragraph, mention to mention, article to article.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::view::growing::Wanted;
use crate::view::state::State;

/// How far below the window's edge a paragraph may begin and still be the one that is read, in CSS pixels.
const SLACK: f64 = 8.0;

/// Everything that one reads as a paragraph.
const PARAGRAPHS: &str = ".reading .headline, .reading .section-body > *";

/// Opens the article before or after the open one, else the one that is read, in the order of the list.
pub(super) fn article(state: State, forward: bool) -> bool {
    let shown = state.shown.get_untracked();
    let edition = state.edition();
    let open = state.reading.read_untracked().article.clone();
    let at = open
        .or_else(read)
        .and_then(|id| edition.position(&id))
        .and_then(|open| shown.iter().position(|index| *index == open));
    let next = match at {
        Some(at) if forward => at + 1,
        Some(at) => match at.checked_sub(1) {
            Some(before) => before,
            None => return false,
        },
        None => 0,
    };
    let Some(&next) = shown.get(next) else { return false };
    state.wish(Wanted::Heads(vec![next]), move || {
        if let Some(head) = state.edition().heads.get(next) {
            state.open(head.id.as_str(), None);
        }
    });
    true
}

/// The id of the article at the top of the window.
fn read() -> Option<String> {
    let above = |it: &Element| it.get_bounding_client_rect().top() < SLACK;
    all(".reading > .article").take_while(above).last().map(|it| it.id())
}

/// Moves to the paragraph before or after the one at the top of the window.
pub(super) fn paragraph(forward: bool) -> bool {
    let margin = |element: &Element| {
        let style = window().get_computed_style(element).ok().flatten();
        let margin = style.and_then(|it| it.get_property_value("scroll-margin-top").ok());
        // Rust's own parser would bring 10 kB of tables.
        margin.map_or(0.0, |it| js_sys::parse_float(&it))
    };
    let top = |element: &Element| element.get_bounding_client_rect().top() - margin(element);
    let mut paragraphs = all(PARAGRAPHS).filter(is_visible);
    let next = if forward {
        paragraphs.find(|it| top(it) > SLACK)
    } else {
        paragraphs.take_while(|it| top(it) < -SLACK).last()
    };
    if let Some(next) = &next {
        next.scroll_into_view();
    }
    next.is_some()
}

/// Moves to the next mention: the one after that which has the focus, else the first in view.
pub(super) fn mention() -> bool {
    let mentions: Vec<Element> = all(".reading .mention").filter(is_visible).collect();
    let focused = document().active_element();
    let at = mentions.iter().position(|it| focused.as_ref() == Some(it));
    let first = || mentions.iter().position(|it| it.get_bounding_client_rect().top() >= 0.0);
    let next = at.map(|at| at + 1).or_else(first).unwrap_or_default();
    let Some(next) = mentions.get(next).or(mentions.first()) else { return false };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    next.scroll_into_view_with_scroll_into_view_options(&options);
    if let Some(next) = next.dyn_ref::<HtmlElement>() {
        let _ = next.focus();
    }
    true
}

/// Gives the focus to the first element that a selector names.
pub(super) fn focus(selector: &str) -> bool {
    let element = all(selector).next().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|it| it.focus().is_ok())
}

fn is_visible(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    place.width() > 0.0 && place.height() > 0.0
}

fn all(selector: &str) -> impl Iterator<Item = Element> {
    let list = document().query_selector_all(selector).ok();
    let length = list.as_ref().map_or(0, web_sys::NodeList::length);
    (0..length).filter_map(move |n| list.as_ref()?.get(n)?.dyn_into().ok())
}
