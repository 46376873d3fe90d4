//! The bar at the thumb, where there is no room for rails.

use leptos::prelude::*;

use super::state::{Panel, State};
use super::words::Words;
use super::{find, live};

pub(super) fn thumb_bar(state: State, words: &'static Words) -> AnyView {
    let button = |panel: Panel, name: &'static str| {
        let pressed = live::yes_or_no(move || state.panel.get() == panel);
        view! {
            <button type="button" aria-pressed=pressed on:click=live::click(move |_| turn(state, panel))>
                {name}
            </button>
        }
    };
    view! {
        <nav class="thumb-bar" aria-label=words.tools>
            {button(Panel::Stories, words.stories)}
            {button(Panel::Search, words.search)}
            {button(Panel::Outline, words.outline)}
            {button(Panel::Entities, words.entities)}
        </nav>
    }
    .into_any()
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
