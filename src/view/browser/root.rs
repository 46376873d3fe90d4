//! What the state says on `<html>` and on `#app`, for the style sheet.

use leptos::prelude::*;
use web_sys::Element;

use crate::view::state::{State, Theme};

pub(super) fn follow(state: State) {
    let Some(root) = document().document_element() else { return };
    let app = document().get_element_by_id("app");
    // A render effect runs at once, so that the first paint is right already.
    let kept = RenderEffect::new({
        let root = root.clone();
        move |_| {
            let presentation = state.presentation.read();
            let theme = presentation.theme;
            set(&root, "data-theme", (theme != Theme::Auto).then_some(theme.as_str()));
            set(&root, "data-marks", Some(state.marks.get().as_str()));
            set(&root, "lang", Some(state.words.get().tag));
            if let Some(app) = &app {
                set(app, "data-ui", Some(presentation.ui.as_str()));
                set(app, "data-panel", Some(state.panel.get().as_str()));
                set(app, "data-embed", presentation.embed.then_some(""));
            }
        }
    });
    on_cleanup(move || drop(kept));
}

/// Says that the page is ready.
pub(super) fn ready() {
    if let Some(root) = document().document_element() {
        set(&root, "data-ready", Some(""));
    }
}

fn set(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
