//! Keys and clicks, each listened for in one place.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, EventTarget, HtmlElement};

use super::jump;
use crate::view::keys::{Action, Press, action};
use crate::view::state::{Panel, State};
use crate::view::{find, live, url};

pub(super) fn listen(state: State) {
    let _ = live::listen("keydown", move |event| key(state, event.unchecked_ref()));
    let _ = live::listen("click", move |event| click(state, event.unchecked_ref()));
}

fn key(state: State, event: &ev::KeyboardEvent) {
    if event.default_prevented() {
        return;
    }
    let key = event.key();
    let press = Press {
        key: &key,
        command: event.ctrl_key() || event.meta_key(),
        alt: event.alt_key(),
        writing: event.is_composing() || event.key_code() == 229 || is_field(event.target()),
    };
    let in_dialog = document().query_selector("dialog[open]").ok().flatten().is_some();
    let Some(action) = action(press, state.letters.get_untracked()).filter(|_| !in_dialog) else {
        return;
    };
    if act(state, action) {
        event.prevent_default();
    }
}

/// Does what a key asks for; `false` where there is nothing to do.
fn act(state: State, action: Action) -> bool {
    match action {
        Action::Search => {
            find::open(state);
            true
        }
        Action::Article { forward } => jump::article(state, forward),
        Action::Paragraph { forward } => jump::paragraph(forward),
        Action::Mention => jump::mention(),
        Action::Outline => {
            state.panel.set(Panel::Outline);
            jump::focus(".outline a")
        }
        Action::Names => {
            let open = state.reading.read_untracked().view.is_some();
            state.turn_to((!open).then(|| "names".to_owned()));
            true
        }
        Action::Help => {
            state.help.set(true);
            true
        }
        Action::Close => {
            let open = state.panel.get_untracked() != Panel::None;
            state.panel.set(Panel::None);
            open
        }
    }
}

fn is_field(target: Option<EventTarget>) -> bool {
    let Some(element) = target.and_then(|it| it.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    let text = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select";
    element.is_content_editable() || element.matches(text).unwrap_or_default()
}

/// A link within the page changes the place, or opens a card; the rest of the reading stays as it is.
/// With a key held down or another button, the browser opens a tab as always.
fn click(state: State, event: &ev::MouseEvent) {
    let held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || held || event.button() != 0 {
        return;
    }
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let Some(link) = target.and_then(|it| it.closest("a[href^=\"#\"]").ok().flatten()) else {
        return;
    };
    let hash = link.get_attribute("href").unwrap_or_default();
    let aim = url::from_hash(&hash);
    event.prevent_default();
    let id = aim.article.as_deref().unwrap_or_default();
    if aim.view.is_some() {
        state.turn_to(aim.view);
    } else if let Some(card) = &aim.card {
        state.open_card(card);
    } else if let Some(element) = skipped_to(state, id) {
        // As the link that skips to the text.
        element.scroll_into_view();
        if let Ok(element) = element.dyn_into::<HtmlElement>() {
            let _ = element.focus();
        }
    } else if hash == "#" {
        state.start_over();
        window().scroll_to_with_x_and_y(0.0, 0.0);
    } else {
        state.open(id, aim.target);
    }
}

/// What a link within the page leads to, if that is no article.
fn skipped_to(state: State, id: &str) -> Option<Element> {
    let is_article = state.library.read_value().edition.position(id).is_some();
    document().get_element_by_id(id).filter(|_| !is_article)
}
