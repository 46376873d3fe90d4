//! The filters that are set, each with its way back, and what to do where nothing is left.

use leptos::prelude::*;

use super::facets::{kind, name, toggle};
use super::live;
use super::narrow::Facet;
use super::state::{Reading, State};
use super::words::Words;

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
    let chip = move |(facet, value): (Facet, String)| {
        let name = if facet == Facet::Day {
            let reading = state.reading.read();
            (words.days)(reading.from.as_deref(), reading.to.as_deref())
        } else {
            name(state, words, facet, &value)
        };
        let label = (words.take_back)(&name);
        let kind = kind(state, facet, &value);
        let click = move |_| state.filter(|reading| take_back(reading, facet, &value));
        view! {
            <li>
                <button class="chip" type="button" data-kind=kind aria-label=label on:click=live::click(click)>
                    {name}
                    <span aria-hidden="true">{" ×"}</span>
                </button>
            </li>
        }
        .into_any()
    };
    let all = move || {
        (set.read().len() > 1).then(|| {
            let clear = move |_| {
                state.filter(|reading| {
                    let query = std::mem::take(&mut reading.query);
                    reading.widen();
                    reading.query = query;
                });
            };
            view! {
                <li>
                    <button class="chip" type="button" on:click=live::click(clear)>{words.clear_all}</button>
                </li>
            }
        })
    };
    view! {
        <ul class="chips" aria-label=words.filters hidden=live::flag(move || set.read().is_empty())>
            {live::part(move || set.get().into_iter().map(chip).collect::<Vec<_>>().into_any())}
            {live::part(move || all().into_any())}
        </ul>
        {live::part(move || state.shown.read().is_empty().then(|| empty(state, words)).into_any())}
    }
    .into_any()
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
    view! {
        <p class="empty">
            {why_nothing(state, words)}
            " "
            <button type="button" on:click=live::click(back)>{label}</button>
        </p>
        {live::part(move || nearest(state, words).into_any())}
    }
    .into_any()
}

/// Words near to those that were not found, each a query of its own.
fn nearest(state: State, words: &'static Words) -> Option<AnyView> {
    let nearest = state.nearest.read();
    let offers: Vec<AnyView> = nearest
        .iter()
        .flat_map(|offer| offer.words.iter().map(|word| (offer.typed.clone(), word.clone())))
        .map(|(typed, word)| {
            let instead = word.clone();
            let ask = move |_| {
                let query = state.reading.read_untracked().query.replace(&typed, &instead);
                state.ask(&query);
            };
            view! { <button type="button" on:click=live::click(ask)>{word}</button> }.into_any()
        })
        .collect();
    (!offers.is_empty())
        .then(|| view! { <p class="empty nearest">{words.did_you_mean} {offers}</p> }.into_any())
}
