//! The list of stories.

use leptos::prelude::*;

use super::live;
use super::state::State;
use super::url;
use super::words::Words;
use crate::model::Head;

/// How many stories are listed at first, and how many more at a time.
const BATCH: usize = 100;
/// The same for what a query found in an edition of which the heads are fetched.
const FETCHED: usize = 20;

pub(super) fn stories(state: State, words: &'static Words) -> AnyView {
    let limit = RwSignal::new(BATCH);
    let batch = move || {
        let narrowed = state.answer.read_untracked().is_some();
        if narrowed && !state.whole.get_untracked() { FETCHED } else { BATCH }
    };
    // Whoever narrows the list anew sees its beginning.
    live::follow_later(move || state.shown.track(), move || limit.set(batch()));
    live::follow(move || {
        state.grown.track();
        state.retried.track();
        let shown = state.shown.read();
        let listed = shown.iter().take(limit.get()).copied();
        let missing: Vec<usize> = listed.filter(|index| !state.has_head(*index)).collect();
        if !missing.is_empty() && state.trouble.get_untracked().is_none() {
            state.with_heads(missing, || ());
        }
    });
    let current = live::memo(move || state.reading.read().article.clone());
    // The rows are few and drawn anew in place, so none can show a count of an earlier query.
    let rows = move || {
        let order = state.order.read();
        state.grown.track();
        state.whole.track();
        let edition = state.edition();
        let current = current.read();
        let shown = state.shown.read();
        let listed = shown.iter().take(limit.get()).filter_map(|index| {
            let head = edition.heads.get(*index).filter(|_| state.has_head(*index))?;
            let hits = order.iter().find(|(article, _)| article == index).map(|(_, hits)| *hits);
            Some(row(head, hits, current.as_deref() == Some(head.id.as_str()), words))
        });
        listed.collect::<Vec<_>>().into_any()
    };
    let left = move || state.shown.read().len().saturating_sub(limit.get());
    let more = move || {
        (left() > 0).then(|| {
            let text = (words.more_stories)(left().min(batch()));
            let add = move |_| *limit.write() += batch();
            view! { <button class="more" type="button" on:click=live::click(add)>{text}</button> }
        })
    };
    view! {
        <nav class="stories" aria-label=words.stories>
            <ol class="story-list">{live::part(rows)}</ol>
            {live::part(move || more().into_any())}
        </nav>
    }
    .into_any()
}

fn row(head: &Head, hits: Option<usize>, current: bool, words: &'static Words) -> AnyView {
    let id = head.id.as_str();
    let tag = head.label.clone().map(|label| view! { <span class="tag">{label}</span> });
    let title = if head.title.is_empty() { words.untitled.to_owned() } else { head.title.clone() };
    let date = head.day.as_deref().map(words.day).or_else(|| head.date.clone());
    let length = Some((words.length)(head.length as usize));
    let meta: Vec<String> = [head.source.clone(), date, length].into_iter().flatten().collect();
    let count = hits.map(|hits| view! { <span class="count">{(words.places)(hits)}</span> });
    view! {
        <li class="story" aria-current=current.then_some("true")>
            <a class="story-link" href=url::link(id, None)>
                {tag}
                <span class="story-title" lang=head.language.clone()>{title}</span>
                <span class="story-meta">{meta.join(" · ")}</span>
                {count}
            </a>
        </li>
    }
    .into_any()
}
