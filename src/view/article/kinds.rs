//! The kinds of mentions, each switched on and off.

use leptos::prelude::*;

use super::desk::Desk;
use crate::model::Kind;
use crate::view::element::{El, el};
use crate::view::live;
use crate::view::state::State;
use crate::view::words::{Words, grouped};

/// One switch for each kind that occurs in the edition, with how often it is mentioned in the pane.
pub(in crate::view) fn kinds(desk: Desk, words: &'static Words) -> Option<El> {
    let state = desk.state;
    let edition = state.edition();
    let counts = live::memo(move || counts(state));
    let switch = |kind: Kind| {
        let title = words.kind_name(&kind, &edition.facts);
        let name = kind.as_str().to_owned();
        let (shown, toggled) = (name.clone(), name.clone());
        let checked = move || !desk.hidden.read().contains(&shown);
        let count = move || {
            let counts = counts.read();
            let own = counts.iter().find(|(own, _)| *own == kind);
            grouped(own.map_or(0, |(_, count)| *count))
        };
        let tick = el("input")
            .set("type", "checkbox")
            .set_some("checked", untrack(&checked).then(String::new))
            .checked(checked)
            .on("change", move |_| state.toggle_kind(&toggled));
        el("label")
            .class("kind")
            .set("data-kind", name)
            .child(tick)
            .child(el("span").class("kind-name").text(title))
            .child(el("span").class("count").says(count))
            .into()
    };
    let switches: Vec<_> = state.library.read_value().kinds().into_iter().map(switch).collect();
    (!switches.is_empty()).then(|| {
        el("section")
            .class("kinds")
            .child(el("h2").class("rail-title").set("id", "kinds").text(words.kinds))
            .child(el("fieldset").set("aria-labelledby", "kinds").children(switches))
    })
}

/// How often each kind is mentioned in the articles of the reading pane.
fn counts(state: State) -> Vec<(Kind, usize)> {
    let articles = state.articles.read();
    let mut counts: Vec<(Kind, usize)> = Vec::new();
    for article in state.pane.read().iter().filter_map(|index| articles.get(*index)) {
        for mention in &article.mentions {
            match counts.iter_mut().find(|(kind, _)| *kind == mention.kind) {
                Some((_, count)) => *count += 1,
                None => counts.push((mention.kind.clone(), 1)),
            }
        }
    }
    counts
}
