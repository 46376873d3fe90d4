//! Filters: what can be chosen, with live counts.

use std::sync::Arc;

use leptos::prelude::*;

use super::element::{El, button, el};
use super::live;
use super::live::{Memo, Signal};
use super::narrow::{self, Facet};
use super::state::{Reading, State};
use super::url;
use super::words::Words;

/// How many values of a facet are listed until the reader asks for all.
const BATCH: usize = 8;
/// How many are listed at most: the rest is reached by search and by the list of entities.
const MOST: usize = 100;

pub(super) fn facets(state: State, words: &'static Words) -> AnyView {
    let all = [
        (Facet::Label, words.label),
        (Facet::Source, words.source),
        (Facet::Day, words.date),
        (Facet::Entity, words.entities),
    ];
    let there = all.into_iter().filter_map(|(facet, title)| one(state, words, facet, title));
    live::all(there.map(Into::into).collect())
}

fn one(state: State, words: &'static Words, facet: Facet, title: &'static str) -> Option<El> {
    let edition = state.edition();
    let all = Arc::new(narrow::values(&edition, facet));
    if all.len() < 2 {
        return None;
    }
    // What is short lies open; entities have a rail of their own.
    let open = Signal::new(facet != Facet::Entity && all.len() <= BATCH);
    let every = Signal::new(false);
    let counts = live::memo(move || {
        // Nobody sees the counts of a facet that is closed.
        if open.get() { counted(state, facet) } else { Vec::new() }
    });
    // In the order of the whole edition, so that no line moves under the pointer when counts change.
    let values = all.clone();
    let listed = live::memo(move || listed(&values, &counts.read(), &state.reading.read(), facet));
    let rows = move || {
        let listed = listed.get();
        let most = if every.get() { MOST } else { BATCH };
        listed.into_iter().take(most).collect::<Vec<_>>()
    };
    let row = move |n: usize| {
        let value = all.get(n).cloned().unwrap_or_default();
        option(state, words, facet, value, counts).into()
    };
    let more = move || {
        let all = move |_| every.set(true);
        (!every.get() && listed.read().len() > BATCH)
            .then(|| button(all).class("more").text(words.more))
    };
    let id = id(facet);
    let turn = button(move |_| open.set(!open.get_untracked()))
        .yes_or_no("aria-expanded", move || open.get())
        .set("aria-controls", id)
        .text(title);
    let body = el("fieldset")
        .class("facet-body")
        .set("id", id)
        .set("aria-label", title)
        .flag("hidden", move || !open.get())
        .children(if facet == Facet::Day { days(state, words) } else { Vec::new() })
        .rows(MOST, rows, row)
        .child(live::part_if(more));
    let title = el("h2").class("facet-title").child(turn);
    Some(el("section").class("facet").child(title).child(body))
}

/// How many articles each value would leave.
fn counted(state: State, facet: Facet) -> Vec<(String, usize)> {
    let reading = state.reading.read();
    narrow::counts(&state.edition(), &reading, state.answer.read().as_deref(), facet)
}

/// Which of all values are listed: those that would leave something, and those that are chosen.
fn listed(
    all: &[String],
    counts: &[(String, usize)],
    reading: &Reading,
    facet: Facet,
) -> Vec<usize> {
    let is_listed = |it: &str| count_of(counts, it).is_some() || chosen(reading, facet, it);
    let listed = all.iter().enumerate().filter(|(_, it)| is_listed(it));
    listed.take(MOST).map(|(n, _)| n).collect()
}

fn id(facet: Facet) -> &'static str {
    match facet {
        Facet::Entity => "facet-entity",
        Facet::Label => "facet-label",
        Facet::Source => "facet-source",
        Facet::Day => "facet-day",
    }
}

fn option(
    state: State,
    words: &'static Words,
    facet: Facet,
    value: String,
    counts: Memo<Vec<(String, usize)>>,
) -> El {
    let name = name(state, words, facet, &value);
    let kind = kind(state, facet, &value);
    let (is_chosen, counted, choice) = (value.clone(), value.clone(), value);
    let count = move || count_of(&counts.read(), &counted).unwrap_or_default().to_string();
    let tick = el("input")
        .set("type", "checkbox")
        .checked(move || chosen(&state.reading.read(), facet, &is_chosen))
        .on("change", move |_| state.filter(|reading| toggle(reading, facet, &choice)));
    el("label")
        .class("facet-option")
        .set_some("data-kind", kind)
        .child(tick)
        .child(el("span").class("facet-name").text(name))
        .child(el("span").class("count").says(count))
}

fn count_of(counts: &[(String, usize)], value: &str) -> Option<usize> {
    let at = counts.binary_search_by(|(own, _)| own.as_str().cmp(value)).ok()?;
    counts.get(at).map(|(_, count)| *count)
}

/// From one day to another.
fn days(state: State, words: &'static Words) -> Vec<AnyView> {
    let field = |name: &'static str,
                 get: fn(&Reading) -> &Option<String>,
                 set: fn(&mut Reading, Option<String>)| {
        let change = move |event| {
            let value = Some(event_target_value(&event)).filter(|day| url::is_day(day));
            state.filter(|reading| set(reading, value));
        };
        // A date field takes a whole day only.
        let value = move || get(&state.reading.read()).clone().filter(|day| day.len() == 10);
        let day = el("input")
            .set("type", "date")
            .value(move || value().unwrap_or_default())
            .on("change", change);
        el("label").class("facet-day").child(el("span").text(name)).child(day).into()
    };
    vec![
        field(words.from, |reading| &reading.from, |reading, day| reading.from = day),
        field(words.to, |reading| &reading.to, |reading, day| reading.to = day),
    ]
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
