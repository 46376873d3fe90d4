//! The filters that are set, each with its way back, and what to do where nothing is left.

use leptos::prelude::*;

use super::element::{El, button, el};
use super::facets::{kind, name, toggle};
use super::live;
use super::narrow::Facet;
use super::state::{Reading, State};
use super::words::Words;
use crate::search::Query;

/// The filters that are set.
fn set_filters(reading: &Reading) -> Vec<(Facet, String)> {
    let all = [
        (Facet::Label, &reading.labels),
        (Facet::Source, &reading.sources),
        (Facet::Entity, &reading.entities),
    ];
    let mut set: Vec<_> = all
        .into_iter()
        .flat_map(|(facet, values)| values.iter().map(move |value| (facet, value.clone())))
        .collect();
    if reading.from.is_some() || reading.to.is_some() {
        set.push((Facet::Day, String::new()));
    }
    set
}

fn take_back(reading: &mut Reading, facet: Facet, value: &str) {
    if facet == Facet::Day {
        reading.from = None;
        reading.to = None;
    } else {
        toggle(reading, facet, value);
    }
}

/// The filters that are set, each taken back by a click, and what to do where nothing is left.
pub(super) fn chips(state: State, words: &'static Words) -> AnyView {
    let set = live::memo(move || set_filters(&state.reading.read()));
    let rows = move || {
        let set = set.get();
        let several = set.len() > 1;
        let mut rows: Vec<AnyView> =
            set.into_iter().map(|(facet, value)| chip(state, words, facet, value).into()).collect();
        if several {
            rows.push(el("li").child(clear_all(state, words)).into());
        }
        live::all(rows)
    };
    let list = el("ul")
        .class("chips")
        .set("aria-label", words.filters)
        .flag("hidden", move || set.read().is_empty())
        .child(live::part(rows));
    let empty = move || state.shown.read().is_empty().then(|| empty(state, words));
    live::all(vec![list.into(), live::part_if(empty)])
}

fn chip(state: State, words: &'static Words, facet: Facet, value: String) -> El {
    let name = if facet == Facet::Day {
        let reading = state.reading.read();
        (words.days)(reading.from.as_deref(), reading.to.as_deref())
    } else {
        name(state, words, facet, &value)
    };
    let label = (words.take_back)(&name);
    let kind = kind(state, facet, &value);
    let chip = button(move |_| state.filter(|reading| take_back(reading, facet, &value)))
        .class("chip")
        .set_some("data-kind", kind)
        .set("aria-label", label)
        .text(name)
        .child(el("span").set("aria-hidden", "true").text(" ×"));
    el("li").child(chip)
}

fn clear_all(state: State, words: &'static Words) -> El {
    let clear = move |_| {
        state.filter(|reading| {
            let query = std::mem::take(&mut reading.query);
            reading.widen();
            reading.query = query;
        });
    };
    button(clear).class("chip").text(words.clear_all)
}

/// Why nothing is shown.
pub(super) fn why_nothing(state: State, words: &Words) -> &'static str {
    let filtered = !set_filters(&state.reading.read()).is_empty();
    if filtered { words.nothing_filtered } else { words.nothing_found }
}

/// Nothing matches: why, and the way back.
fn empty(state: State, words: &'static Words) -> AnyView {
    let last = move || set_filters(&state.reading.read()).pop();
    let back = move |_| match untrack(last) {
        Some((facet, value)) => state.filter(|reading| take_back(reading, facet, &value)),
        None => state.ask(""),
    };
    let label = if last().is_some() { words.take_last_back } else { words.clear_search };
    let text = el("p")
        .class("empty")
        .text(why_nothing(state, words))
        .text(" ")
        .child(button(back).text(label));
    live::all(vec![text.into(), live::part_if(move || nearest(state, words))])
}

/// Words near to those that were not found, each a query of its own.
fn nearest(state: State, words: &'static Words) -> Option<El> {
    let nearest = state.nearest.read();
    let offers: Vec<AnyView> = nearest
        .iter()
        .flat_map(|offer| offer.words.iter().map(|word| (offer.typed.clone(), word.clone())))
        .map(|(typed, word)| {
            let instead = word.clone();
            let ask = move |_| {
                let query = &state.reading.read_untracked().query;
                state.ask(&Query::with_another(query, &typed, &instead));
            };
            button(ask).text(word).into()
        })
        .collect();
    let line = el("p").class("empty nearest").text(words.did_you_mean).text(" ");
    (!offers.is_empty()).then(|| line.children(offers))
}
