//! The bar at the thumb, where there is no room for rails.

use super::element::{El, button, el};
use super::find;
use super::state::{Panel, State};
use super::words::Words;

pub(super) fn thumb_bar(state: State, words: &'static Words) -> El {
    let turn_to = |panel: Panel, name: &'static str| {
        button(move |_| turn(state, panel))
            .yes_or_no("aria-pressed", move || state.panel.get() == panel)
            .text(name)
    };
    el("nav")
        .class("thumb-bar")
        .set("aria-label", words.tools)
        .child(turn_to(Panel::Stories, words.stories))
        .child(turn_to(Panel::Search, words.search))
        .child(turn_to(Panel::Outline, words.outline))
        .child(turn_to(Panel::Entities, words.entities))
}

/// Opens a sheet, or closes it.
fn turn(state: State, panel: Panel) {
    if state.panel.get_untracked() == panel {
        state.panel.set(Panel::None);
    } else if panel == Panel::Search {
        find::open(state);
    } else {
        state.panel.set(panel);
    }
}
