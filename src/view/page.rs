//! The page as a whole.

use leptos::prelude::*;

use super::article::{self, Desk};
use super::live;
use super::state::{State, Trouble};
use super::words::Words;
use super::{chips, facets, find, help, masthead, sheets, stories};

/// Everything within `#app`. It is drawn anew, in place, when the interface's language changes.
pub(super) fn page(state: State) -> AnyView {
    let desk = Desk::new(state);
    live::part(move || whole(state, desk, state.words.get()))
}

fn whole(state: State, desk: Desk, words: &'static Words) -> AnyView {
    view! {
        <a class="skip" href="#reading">{words.skip}</a>
        {masthead::masthead(state, words)}
        {trouble(state, words)}
        <aside class="rail rail-start" id="stories" aria-label=words.stories>
            {find::find(state, words)}
            {chips::chips(state, words)}
            {stories::stories(state, words)}
            {live::part(move || lists(state, || facets::facets(state, words)))}
            {live::part(move || more(state, words).into_any())}
        </aside>
        {article::reading_pane(desk, words)}
        <aside class="rail rail-end" aria-label=words.outline>
            {article::outline(desk, words)}
            {live::part(move || lists(state, || article::kinds(desk, words)))}
            {live::part(move || lists(state, || article::entities(desk, words)))}
        </aside>
        {live::part(move || lists(state, || article::card(desk, words)))}
        {help::help(state, words)}
        {sheets::thumb_bar(state, words)}
    }
    .into_any()
}

/// What needs all heads and entities: drawn anew once they are here.
fn lists(state: State, draw: impl FnOnce() -> AnyView) -> AnyView {
    if state.whole.get() { draw() } else { ().into_any() }
}

/// The way to the filters and names of an edition that is too large to bring them along.
fn more(state: State, words: &'static Words) -> Option<AnyView> {
    (!state.whole.get()).then(|| {
        let load = live::click(move |_| state.with_whole(|| ()));
        view! { <button class="more" type="button" on:click=load>{words.load_lists}</button> }
            .into_any()
    })
}

/// What went wrong, with a way out.
fn trouble(state: State, words: &'static Words) -> AnyView {
    let text = move || match state.trouble.get()? {
        Trouble::NoSuchArticle => Some(words.no_such_article),
        Trouble::Article(_) => Some(words.article_failed),
        Trouble::Search => Some(words.search_failed),
        Trouble::Lists => Some(words.lists_failed),
    };
    let again = move |_| {
        let trouble = state.trouble.get_untracked();
        state.trouble.set(None);
        state.reason.set(String::new());
        match trouble {
            Some(Trouble::Article(_)) => state.articles.notify(),
            Some(Trouble::Search | Trouble::Lists) => state.retried.notify(),
            _ => {}
        }
    };
    let label = live::word(move || match state.trouble.get() {
        Some(Trouble::NoSuchArticle) | None => Some(words.dismiss),
        Some(_) => Some(words.retry),
    });
    live::part(move || {
        let notice = text().map(|text| {
            let reason = state.reason.read_untracked().clone();
            let reason = (!reason.is_empty()).then(|| view! { <p>{reason}</p> });
            view! {
                <div class="notice" role="alert">
                    <p>{text}</p>
                    {reason}
                    <button type="button" on:click=live::click(again)>{label}</button>
                </div>
            }
        });
        notice.into_any()
    })
}
