//! One article: its head, its sections, its pictures, and what was set aside.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::block;
use super::desk::Desk;
use super::dress::{hits_in, is_closed, minutes};
use super::text::text;
use crate::model::{Article, At};
use crate::search::Hit;
use crate::view::library::first_paragraph;
use crate::view::live;
use crate::view::state::{State, Target};
use crate::view::url;
use crate::view::words::Words;

/// What every component of one article needs.
#[derive(Clone)]
pub(super) struct Story {
    pub(super) desk: Desk,
    pub(super) words: &'static Words,
    /// The article's index in the edition.
    pub(super) index: usize,
    pub(super) article: Arc<Article>,
    /// The article's hits, in reading order.
    pub(super) hits: Memo<Vec<Hit>>,
    /// Which of them the reader stepped to.
    pub(super) current: Memo<Option<usize>>,
    /// The kinds whose mentions are not marked.
    pub(super) hidden: Memo<BTreeSet<String>>,
}

impl Story {
    fn new(desk: Desk, words: &'static Words, index: usize, article: Arc<Article>) -> Self {
        let state = desk.state;
        let step = state.step;
        Self {
            desk,
            words,
            index,
            article,
            // Both are read by every string.
            hits: live::memo(move || state.hits(index)),
            current: live::memo(move || {
                step.get().and_then(|(article, hit)| (article == index).then_some(hit))
            }),
            hidden: desk.hidden,
        }
    }

    /// The article's id as text.
    pub(super) fn id(&self) -> &str {
        self.article.id.as_str()
    }

    /// The string at a place inside an element that `around` makes, if there is one.
    fn optional(&self, at: At, around: impl FnOnce(AnyView) -> AnyView) -> Option<AnyView> {
        self.article.text_at(at).is_some().then(|| around(text(self, at)))
    }
}

/// An article as it is read.
pub(super) fn story(
    desk: Desk,
    words: &'static Words,
    index: usize,
    article: Arc<Article>,
) -> AnyView {
    let story = Story::new(desk, words, index, article);
    let sections: Vec<AnyView> =
        (0..story.article.sections.len()).map(|n| section(&story, n)).collect();
    let figures: Vec<AnyView> =
        (0..story.article.captions.len()).map(|n| figure(&story, n)).collect();
    let labelled = story.article.headline.is_some().then(|| headline_id(&story));
    view! {
        <article
            class="article"
            id=story.id().to_owned()
            lang=story.article.language.clone()
            aria-labelledby=labelled
        >
            {head(&story)}
            {sections}
            {figures}
            {furniture(&story)}
        </article>
    }
    .into_any()
}

fn headline_id(story: &Story) -> String {
    format!("{}/h", story.id())
}

fn head(story: &Story) -> AnyView {
    let id = headline_id(story);
    view! {
        <header class="article-head">
            {story.optional(At::Kicker, |it| view! { <p class="kicker">{it}</p> }.into_any())}
            {story.optional(At::Label, |it| view! { <span class="tag">{it}</span> }.into_any())}
            {story
                .optional(
                    At::Headline,
                    |it| view! { <h2 class="headline" id=id>{it}</h2> }.into_any(),
                )}
            {story.optional(At::Deck, |it| view! { <p class="deck">{it}</p> }.into_any())}
            {byline(story)}
            {fold_all(story)}
        </header>
    }
    .into_any()
}

fn byline(story: &Story) -> AnyView {
    let Story { words, article, .. } = story;
    let length = article.length();
    let minutes = minutes(&article.language, length);
    let day = article.day.clone().or_else(|| article.date.clone());
    let date = article.date.clone().or_else(|| article.day.clone());
    view! {
        <p class="byline">
            {story
                .optional(
                    At::Byline,
                    |it| view! { <span class="byline-author">{it}</span> }.into_any(),
                )}
            {article.source.clone().map(|it| view! { <span class="byline-source">{it}</span> })}
            {date.map(|it| view! { <time class="byline-date" datetime=day>{it}</time> })}
            <span class="byline-length">
                {(words.length)(length)} " · " {(words.minutes)(minutes)}
            </span>
        </p>
    }
    .into_any()
}

/// The sections that can be folded: those under a subhead.
fn headed(article: &Article) -> impl Iterator<Item = usize> {
    let sections = article.sections.iter().enumerate();
    sections.filter(|(_, section)| section.heading.is_some()).map(|(n, _)| n)
}

/// Whether an article has anything to fold.
pub(super) fn has_folds(article: &Article) -> bool {
    headed(article).next().is_some()
}

/// Whether everything in an article is folded that can be.
pub(super) fn is_folded(state: State, article: &Article) -> bool {
    headed(article).all(|section| state.is_folded(article.id.as_str(), section))
}

/// One button that folds every section of the article, or unfolds them once all are folded.
fn fold_all(story: &Story) -> Option<AnyView> {
    let Story { words, article, index, desk, .. } = story.clone();
    let state = desk.state;
    headed(&article).nth(1)?;
    let all_folded = live::memo({
        let article = article.clone();
        move || is_folded(state, &article)
    });
    let toggle = move |_| {
        let fold = !all_folded.get_untracked();
        desk.shut.update(|shut| shut.retain(|(article, _)| *article != index));
        state.fold_all(std::slice::from_ref(&article), fold);
    };
    let label =
        live::word(move || Some(if all_folded.get() { words.unfold_all } else { words.fold_all }));
    Some(
        view! { <button type="button" class="tool fold-all" on:click=live::click(toggle)>{label}</button> }
            .into_any(),
    )
}

fn section(story: &Story, n: usize) -> AnyView {
    let Some(section) = story.article.sections.get(n) else { return ().into_any() };
    let first = first_paragraph(&story.article.sections, n);
    let blocks: Vec<AnyView> =
        (0..section.blocks.len()).map(|b| block::block(story, n, b, first + b)).collect();
    let id = url::element_id(story.id(), Some(Target::Section(n)));
    let level = section.level.to_string();
    if section.heading.is_none() {
        return view! {
            <section class="section" id=id data-level=level>
                <div class="section-body">{blocks}</div>
            </section>
        }
        .into_any();
    }
    let Story { desk, index, hits, .. } = *story;
    let found = live::memo(move || hits_in(&hits.read(), n));
    let closed = live::memo({
        let article = story.id().to_owned();
        move || {
            let shut = desk.shut.with(|shut| shut.contains(&(index, n)));
            is_closed(desk.state.is_folded(&article, n), found.get(), shut)
        }
    });
    let body = format!("{id}/body");
    let toggle = move |_| {
        if closed.get_untracked() {
            desk.unfold(index, n);
        } else {
            desk.fold(index, n);
        }
    };
    let count = live::part(move || {
        let count = (found.get() > 0).then(|| view! { <span class="count">{found.get()}</span> });
        count.into_any()
    });
    let fold = view! {
        <button
            type="button"
            class="fold"
            aria-expanded=live::yes_or_no(move || !closed.get())
            aria-controls=body.clone()
            on:click=live::click(toggle)
        >
            <span class="fold-mark" aria-hidden={"true"}></span>
            <span class="subhead-text">{text(story, At::heading(n))}</span>
            {count}
        </button>
    };
    let heading = if section.level > 1 {
        view! { <h4 class="subhead">{fold}</h4> }.into_any()
    } else {
        view! { <h3 class="subhead">{fold}</h3> }.into_any()
    };
    view! {
        <section class="section" id=id data-level=level>
            {heading}
            <div
                class="section-body"
                id=body
                // Found by the browser's own search all the same; where a browser does not know the
                // value, it means hidden.
                hidden=live::word(move || closed.get().then_some("until-found"))
                on:beforematch=live::event(move |_| desk.unfold(index, n))
            >
                {blocks}
            </div>
        </section>
    }
    .into_any()
}

fn figure(story: &Story, n: usize) -> AnyView {
    let n = u32::try_from(n).unwrap_or(u32::MAX);
    view! {
        <figure class="picture" aria-label=story.words.picture>
            <figcaption class="caption">
                {text(story, At::Caption(n))} " "
                {story
                    .optional(
                        At::Credit(n),
                        |it| view! { <span class="credit">{it}</span> }.into_any(),
                    )}
            </figcaption>
        </figure>
    }
    .into_any()
}

fn furniture(story: &Story) -> Option<AnyView> {
    let furniture = &story.article.furniture;
    let items: Vec<_> = furniture.iter().map(|it| view! { <li>{it.clone()}</li> }).collect();
    (!items.is_empty()).then(|| {
        view! {
            <details class="furniture">
                <summary>{story.words.set_aside}</summary>
                <ul>{items}</ul>
            </details>
        }
        .into_any()
    })
}
