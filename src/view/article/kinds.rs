//! The kinds of mentions, each switched on and off.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::desk::Desk;
use crate::model::Kind;
use crate::view::live;
use crate::view::state::State;
use crate::view::words::{Words, grouped};

/// One switch for each kind that occurs in the edition, with how often it is mentioned in the pane.
pub(in crate::view) fn kinds(desk: Desk, words: &'static Words) -> AnyView {
    let state = desk.state;
    let edition = state.edition();
    let counts = live::memo(move || counts(state));
    let switch = |kind: Kind| {
        let title = words.kind_name(&kind, &edition.facts);
        let name = kind.as_str().to_owned();
        let (shown, toggled) = (name.clone(), name.clone());
        let checked = move || !desk.hidden.read().contains(&shown);
        let count = move || grouped(counts.read().get(kind.as_str()).copied().unwrap_or_default());
        view! {
            <label class="kind" data-kind=name>
                <input
                    type="checkbox"
                    checked=untrack(&checked)
                    prop:checked=live::flag(checked)
                    on:change=live::event(move |_| state.toggle_kind(&toggled))
                />
                <span class="kind-name">{title}</span>
                <span class="count">{live::text(count)}</span>
            </label>
        }
        .into_any()
    };
    let switches: Vec<_> = state.library.read_value().kinds().into_iter().map(switch).collect();
    (!switches.is_empty())
        .then(|| {
            view! {
                <section class="kinds">
                    <h2 class="rail-title" id="kinds">{words.kinds}</h2>
                    <fieldset aria-labelledby="kinds">{switches}</fieldset>
                </section>
            }
        })
        .into_any()
}

/// How often each kind is mentioned in the articles of the reading pane.
fn counts(state: State) -> BTreeMap<String, usize> {
    let articles = state.articles.read();
    let mut counts = BTreeMap::new();
    for article in state.pane.read().iter().filter_map(|index| articles.get(index)) {
        for mention in &article.mentions {
            match counts.get_mut(mention.kind.as_str()) {
                Some(count) => *count += 1,
                None => {
                    counts.insert(mention.kind.as_str().to_owned(), 1);
                }
            }
        }
    }
    counts
}
