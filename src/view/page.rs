//! The page as a whole.

use leptos::prelude::*;

use super::article::{self, Desk};
use super::element::{El, button, el};
use super::growing::Wanted;
use super::live;
use super::state::{State, Trouble};
use super::words::Words;
use super::{chips, facets, find, help, masthead, sheets, stories};

/// Everything within `#app`. It is drawn anew, in place, when the interface's language changes.
pub(super) fn page(state: State) -> AnyView {
    let desk = Desk::new(state);
    let mut is_first = true;
    live::part(move || whole(state, desk, state.words.get(), std::mem::take(&mut is_first)))
}

fn whole(state: State, desk: Desk, words: &'static Words, is_first: bool) -> AnyView {
    let stories = el("aside")
        .class("rail rail-start")
        .set("id", "stories")
        .set("aria-label", words.stories)
        .child(find::find(state, words))
        .child(chips::chips(state, words))
        .child(stories::stories(state, words))
        .child(live::part_if(move || {
            state.whole.track();
            state.filterable.get().then(|| facets::facets(state, words))
        }))
        .child(live::part_if(move || more(state, words)));
    let entities = el("aside")
        .class("rail rail-end")
        .set("aria-label", words.outline)
        .child(article::outline(desk, words))
        .child(lists(state, move || article::kinds(desk, words)))
        .child(lists(state, move || article::entities(desk, words)));
    live::all(vec![
        el("a").class("skip").set("href", "#reading").text(words.skip).into(),
        masthead::masthead(state, words).into(),
        trouble(state, words),
        stories.into(),
        article::reading_pane(desk, words, is_first),
        entities.into(),
        lists(state, move || Some(article::card(desk, words))),
        help::help(state, words).into(),
        sheets::thumb_bar(state, words).into(),
    ])
}

/// What needs all heads and entities: drawn anew once they are here.
fn lists<V: Into<AnyView>>(
    state: State,
    mut draw: impl FnMut() -> Option<V> + Send + 'static,
) -> AnyView {
    live::part_if(move || if state.whole.get() { draw() } else { None })
}

/// The way to the names of an edition that is too large to bring them along.
fn more(state: State, words: &'static Words) -> Option<El> {
    let load = move |_| state.fetch(Wanted::Whole);
    (!state.whole.get()).then(|| button(load).class("more").text(words.load_lists))
}

/// What went wrong, with a way out.
fn trouble(state: State, words: &'static Words) -> AnyView {
    let again = move |_| {
        let trouble = state.trouble.get_untracked();
        state.trouble.set(None);
        state.reason.set(String::new());
        match trouble {
            Some(Trouble::Article(_)) => state.articles.notify(),
            Some(Trouble::Search | Trouble::Lists) => {
                state.retried.notify();
                state.try_again();
            }
            _ => {}
        }
    };
    live::part_if(move || {
        let (text, way_out) = match state.trouble.get()? {
            Trouble::NoSuchArticle => (words.no_such_article, words.dismiss),
            Trouble::Article(_) => (words.article_failed, words.retry),
            Trouble::Search => (words.search_failed, words.retry),
            Trouble::Lists => (words.lists_failed, words.retry),
        };
        let reason = state.reason.read_untracked().clone();
        let reason = (!reason.is_empty()).then(|| el("p").text(reason));
        let notice = el("div").class("notice").set("role", "alert").child(el("p").text(text));
        Some(notice.child_if(reason).child(button(again).text(way_out)))
    })
}
