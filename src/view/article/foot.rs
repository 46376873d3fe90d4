//! The foot of an article: a citation to take along, and the ways on where the article stands alone.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event};

use super::copy;
use super::dress::direction;
use super::story::Story;
use crate::model::Article;
use crate::view::element::{El, button, el};
use crate::view::growing::Wanted;
use crate::view::live;
use crate::view::state::State;
use crate::view::url;
use crate::view::words::{Cited, Words};

pub(super) fn foot(story: &Story) -> El {
    let Story { desk, words, index, .. } = *story;
    let article = story.article.clone();
    let cite = move |event: Event| {
        let mark = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
        if let Some(mark) = mark {
            copy::text(&mark, cited(&article, words));
        }
    };
    el("footer")
        .class("article-foot")
        // Within the story, whose language is its own.
        .set("lang", words.tag)
        .child(
            button(cite)
                .class("tool cite")
                // Whoever presses it wants what is selected, which pressing would end.
                .on("mousedown", |event| event.prevent_default())
                .text(words.cite),
        )
        .child(live::part_if(move || ways_on(desk.state, words, index)))
}

/// The citation of an article, or of the words that are selected in it, as one writes it in the article's language.
fn cited(article: &Article, words: &'static Words) -> String {
    let quoted = copy::selected(article.id.as_str());
    let hash = quoted.as_ref().and_then(|quoted| quoted.1.clone());
    let hash = hash.unwrap_or_else(|| url::link(article.id.as_str(), None));
    let words = Words::for_languages([article.language.as_str()]).unwrap_or(words);
    (words.cited)(&Cited {
        quote: quoted.as_ref().map(|quoted| quoted.0.as_str()).unwrap_or_default(),
        author: article.byline.as_deref().unwrap_or_default(),
        title: &article.title(),
        source: article.source.as_deref().unwrap_or_default(),
        day: article.day.as_deref().unwrap_or_default(),
        address: &copy::address(&hash),
    })
}

/// The stories before and after this one, in the order of the list; where they stand above and below it, nobody
/// needs a way to them.
fn ways_on(state: State, words: &'static Words, index: usize) -> Option<El> {
    state.grown.track();
    state.whole.track();
    let shown = state.shown.read();
    let alone = state.pane.read().len() == 1;
    let at = shown.iter().position(|it| *it == index).filter(|_| alone && shown.len() > 1)?;
    let before = at.checked_sub(1).and_then(|at| shown.get(at)).copied();
    let after = shown.get(at + 1).copied();
    let missing: Vec<usize> = [before, after].into_iter().flatten().collect();
    state.fetch(Wanted::Heads(missing));
    let way = |index: Option<usize>, rel, name| {
        let edition = state.edition();
        let head = edition.heads.get(index?).filter(|head| !head.id.as_str().is_empty())?;
        let title = if head.title.is_empty() { words.untitled } else { &head.title };
        let title = el("span")
            .class("way-title")
            .set("lang", head.language.clone())
            .set_some("dir", direction(&head.language).map(str::to_owned))
            .text(title);
        let link = el("a").class("way").set("href", url::link(head.id.as_str(), None));
        Some(link.set("rel", rel).child(el("span").class("way-name").text(name)).child(title))
    };
    let ways = el("nav").class("ways-on").set("aria-label", words.stories);
    Some(ways.child_if(way(before, "prev", words.previous_article)).child_if(way(
        after,
        "next",
        words.next_article,
    )))
}
