//! Filters: what can be chosen, with live counts.

use std::sync::Arc;

use leptos::html::Input;
use leptos::prelude::*;

use super::live;
use super::narrow::{self, Facet};
use super::state::{Reading, State};
use super::url;
use super::words::Words;

/// How many values of a facet are listed until the reader asks for all.
const BATCH: usize = 8;
/// How many are listed at most: the rest is reached by search and by the list of entities.
const MOST: usize = 100;

pub(super) fn facets(state: State, words: &'static Words) -> AnyView {
    view! {
        {facet(state, words, Facet::Label, words.label)}
        {facet(state, words, Facet::Source, words.source)}
        {facet(state, words, Facet::Day, words.date)}
        {facet(state, words, Facet::Entity, words.entities)}
    }
    .into_any()
}

fn facet(state: State, words: &'static Words, facet: Facet, title: &'static str) -> AnyView {
    let edition = state.edition();
    let all = Arc::new(narrow::values(&edition, facet));
    if all.len() < 2 {
        return ().into_any();
    }
    // What is short lies open; entities have a rail of their own.
    let open = RwSignal::new(facet != Facet::Entity && all.len() <= BATCH);
    let every = RwSignal::new(false);
    let counts = live::memo(move || {
        // Nobody sees the counts of a facet that is closed.
        if !open.get() {
            return Vec::new();
        }
        let reading = state.reading.read();
        narrow::counts(&state.edition(), &reading, state.answer.read().as_deref(), facet)
    });
    // In the order of the whole edition, so that no line moves under the pointer when counts change.
    let values = all.clone();
    let listed = live::memo(move || {
        let (counts, reading) = (counts.read(), state.reading.read());
        let live = values
            .iter()
            .enumerate()
            .filter(|(_, it)| count_of(&counts, it).is_some() || chosen(&reading, facet, it));
        live.take(MOST).map(|(n, _)| n).collect::<Vec<_>>()
    });
    let rows = move || {
        let listed = listed.get();
        let most = if every.get() { MOST } else { BATCH };
        listed.into_iter().take(most).collect::<Vec<_>>()
    };
    let row = move |n: usize| {
        let value = all.get(n).cloned().unwrap_or_default();
        option(state, words, facet, value, counts)
    };
    let more = move || {
        (!every.get() && listed.read().len() > BATCH).then(|| {
            let all = move |_| every.set(true);
            view! { <button class="more" type="button" on:click=live::click(all)>{words.more}</button> }
        })
    };
    let id = match facet {
        Facet::Entity => "facet-entity",
        Facet::Label => "facet-label",
        Facet::Source => "facet-source",
        Facet::Day => "facet-day",
    };
    let days = (facet == Facet::Day).then(|| days(state, words));
    view! {
        <section class="facet">
            <h2 class="facet-title">
                <button
                    type="button"
                    aria-expanded=live::yes_or_no(move || open.get())
                    aria-controls=id
                    on:click=live::click(move |_| open.set(!open.get_untracked()))
                >
                    {title}
                </button>
            </h2>
            <fieldset class="facet-body" id=id aria-label=title hidden=live::flag(move || !open.get())>
                {days}
                {live::list(rows, row)}
                {live::part(move || more().into_any())}
            </fieldset>
        </section>
    }
    .into_any()
}

fn option(
    state: State,
    words: &'static Words,
    facet: Facet,
    value: String,
    counts: Memo<Vec<(String, usize)>>,
) -> AnyView {
    let name = name(state, words, facet, &value);
    let kind = kind(state, facet, &value);
    let (is_chosen, counted, choice) = (value.clone(), value.clone(), value);
    let count =
        live::text(move || count_of(&counts.read(), &counted).unwrap_or_default().to_string());
    view! {
        <label class="facet-option" data-kind=kind>
            <input
                type="checkbox"
                prop:checked=live::flag(move || chosen(&state.reading.read(), facet, &is_chosen))
                on:change=live::event(move |_| state.filter(|reading| toggle(reading, facet, &choice)))
            />
            <span class="facet-name">{name}</span>
            <span class="count">{count}</span>
        </label>
    }
    .into_any()
}

fn count_of(counts: &[(String, usize)], value: &str) -> Option<usize> {
    let at = counts.binary_search_by(|(own, _)| own.as_str().cmp(value)).ok()?;
    counts.get(at).map(|(_, count)| *count)
}

/// From one day to another.
fn days(state: State, words: &'static Words) -> AnyView {
    let field = |name: &'static str,
                 get: fn(&Reading) -> &Option<String>,
                 set: fn(&mut Reading, Option<String>)| {
        let node: NodeRef<Input> = NodeRef::new();
        let change = move |_| {
            let value = node.get_untracked().map(|input| input.value());
            let value = value.filter(|day| url::is_day(day));
            state.filter(|reading| set(reading, value));
        };
        // A date field takes a whole day only.
        let value = move || get(&state.reading.read()).clone().filter(|day| day.len() == 10);
        view! {
            <label class="facet-day">
                <span>{name}</span>
                <input
                    node_ref=node
                    type="date"
                    prop:value=live::text(move || value().unwrap_or_default())
                    on:change=live::event(change)
                />
            </label>
        }
    };
    view! {
        {field(words.from, |reading| &reading.from, |reading, day| reading.from = day)}
        {field(words.to, |reading| &reading.to, |reading, day| reading.to = day)}
    }
    .into_any()
}

fn chosen(reading: &Reading, facet: Facet, value: &str) -> bool {
    let among = |values: &[String]| values.iter().any(|own| own == value);
    match facet {
        Facet::Entity => among(&reading.entities),
        Facet::Label => among(&reading.labels),
        Facet::Source => among(&reading.sources),
        Facet::Day => [&reading.from, &reading.to].iter().all(|day| day.as_deref() == Some(value)),
    }
}

pub(super) fn toggle(reading: &mut Reading, facet: Facet, value: &str) {
    match facet {
        Facet::Entity => narrow::toggle(&mut reading.entities, value),
        Facet::Label => narrow::toggle(&mut reading.labels, value),
        Facet::Source => narrow::toggle(&mut reading.sources, value),
        Facet::Day => {
            let day = (!chosen(reading, facet, value)).then(|| value.to_owned());
            reading.from.clone_from(&day);
            reading.to = day;
        }
    }
}

pub(super) fn name(state: State, words: &'static Words, facet: Facet, value: &str) -> String {
    match facet {
        Facet::Entity => {
            let edition = state.edition();
            let entity = edition.entity(value).and_then(|index| edition.entities.get(index));
            entity.map_or_else(|| value.to_owned(), |entity| entity.name.clone())
        }
        Facet::Day => (words.day)(value),
        Facet::Label | Facet::Source => value.to_owned(),
    }
}

pub(super) fn kind(state: State, facet: Facet, value: &str) -> Option<String> {
    let edition = state.edition();
    let index = (facet == Facet::Entity).then(|| edition.entity(value))??;
    Some(edition.entities.get(index)?.kind.as_str().to_owned())
}
