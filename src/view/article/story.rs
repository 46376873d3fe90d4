//! One article: its head, its sections, its pictures, and what was set aside.

use std::sync::Arc;

use super::block;
use super::desk::Desk;
use super::dress::{direction, hits_in, is_closed, minutes};
use super::foot::foot;
use super::text::text;
use super::turns;
use crate::model::{Article, At};
use crate::order::Set;
use crate::search::Hit;
use crate::view::element::{El, button, el};
use crate::view::library::first_paragraph;
use crate::view::live;
use crate::view::live::{Memo, Signal};
use crate::view::state::{State, Target};
use crate::view::to_folder;
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
    /// The same as they are drawn.
    pub(super) drawn: Signal<Vec<Hit>>,
    /// Which of them the reader stepped to.
    pub(super) current: Memo<Option<usize>>,
    /// The kinds whose mentions are not marked.
    pub(super) hidden: Memo<Set<String>>,
}

impl Story {
    fn new(desk: Desk, words: &'static Words, index: usize, article: Arc<Article>) -> Self {
        let state = desk.state;
        let step = state.step;
        // What is drawn and `current` are read by every string, the hits by every section.
        let hits = live::memo(move || state.hits(index));
        let drawn = turns::in_turn(state, index, hits);
        Self {
            desk,
            words,
            index,
            article,
            hits,
            drawn,
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

    /// The string at a place inside an element, if there is one.
    fn optional(&self, at: At, around: El) -> Option<El> {
        self.article.text_at(at).is_some().then(|| around.child(text(self, at)))
    }
}

/// An article as it is read.
pub(super) fn story(desk: Desk, words: &'static Words, index: usize, article: Arc<Article>) -> El {
    let story = Story::new(desk, words, index, article);
    let article = &story.article;
    let sections = (0..article.sections.len()).filter_map(|n| section(&story, n)).map(Into::into);
    let placed = crate::model::small(article.placed());
    let captions = crate::model::small(article.captions.len());
    let figures = (placed..captions).map(|n| figure(&story, n).into());
    el("article")
        .class("article")
        .set("id", story.id().to_owned())
        .set("lang", article.language.clone())
        .set_some("dir", direction(&article.language).map(str::to_owned))
        .set_some("aria-labelledby", article.headline.is_some().then(|| headline_id(&story)))
        .child(head(&story))
        .children(sections.collect())
        .children(figures.collect())
        .child_if(furniture(&story))
        .child(foot(&story))
}

fn headline_id(story: &Story) -> String {
    [story.id(), "/h"].concat()
}

fn head(story: &Story) -> El {
    let headline = el("h2").class("headline").set("id", headline_id(story));
    el("header")
        .class("article-head")
        .child_if(story.optional(At::Kicker, el("p").class("kicker")))
        .child_if(story.optional(At::Label, el("span").class("tag")))
        .child_if(story.optional(At::Headline, headline))
        .child_if(story.optional(At::Deck, el("p").class("deck")))
        .child(byline(story))
        .child_if(fold_all(story))
}

fn byline(story: &Story) -> El {
    let Story { words, article, .. } = story;
    let length = article.length();
    let minutes = minutes(&article.language, length);
    let day = article.day.clone();
    // What is no day of the calendar is no time to a machine.
    let tag = if day.is_some() { "time" } else { "span" };
    let date = article.date.clone().or_else(|| day.clone());
    let date = date.map(|it| el(tag).class("byline-date").set_some("datetime", day).text(it));
    let source = article.source.clone().map(|it| el("span").class("byline-source").text(it));
    let length = [(words.length)(length, &article.language), (words.minutes)(minutes)].join(" · ");
    el("p")
        .class("byline")
        .child_if(story.optional(At::Byline, el("span").class("byline-author")))
        .child_if(source)
        .child_if(date)
        .child(el("span").class("byline-length").set("lang", words.tag).text(length))
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
fn fold_all(story: &Story) -> Option<El> {
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
        move || (if all_folded.get() { words.unfold_all } else { words.fold_all }).to_owned();
    Some(button(toggle).class("tool fold-all").set("lang", words.tag).says(label))
}

fn section(story: &Story, n: usize) -> Option<El> {
    let section = story.article.sections.get(n)?;
    let first = first_paragraph(&story.article.sections, n);
    let blocks = (0..section.blocks.len()).filter_map(|b| block::block(story, n, b, first + b));
    let body = el("div").class("section-body").children(blocks.map(Into::into).collect());
    let id = url::element_id(story.id(), Some(Target::Section(n)));
    let around = el("section")
        .class("section")
        .set("id", id.clone())
        .set("data-level", section.level.to_string());
    if section.heading.is_none() {
        return Some(around.child(body));
    }
    let Story { desk, index, hits, .. } = *story;
    let found = live::memo(move || hits_in(&hits.read(), n));
    let closed = live::memo({
        let article = story.id().to_owned();
        move || {
            let shut = desk.shut.read().contains(&(index, n));
            is_closed(desk.state.is_folded(&article, n), found.get(), shut)
        }
    });
    let body_id = [&id, "/body"].concat();
    let fold = fold(story, n, &body_id, found, closed);
    let heading = el(if section.level > 1 { "h4" } else { "h3" }).class("subhead").child(fold);
    let body = body
        .set("id", body_id)
        // Found by the browser's own search all the same; where a browser does not know the
        // value, it means hidden.
        .live("hidden", move || closed.get().then_some("until-found".into()))
        .on("beforematch", move |_| desk.unfold(index, n));
    Some(around.child(heading).child(body))
}

/// The button in a subhead that folds what stands below it.
fn fold(story: &Story, n: usize, body: &str, found: Memo<usize>, closed: Memo<bool>) -> El {
    let Story { desk, index, .. } = *story;
    let toggle = move |_| {
        if closed.get_untracked() {
            desk.unfold(index, n);
        } else {
            desk.fold(index, n);
        }
    };
    let count = move || {
        let found = found.get();
        (found > 0).then(|| el("span").class("count").text(found.to_string()))
    };
    button(toggle)
        .class("fold")
        .yes_or_no("aria-expanded", move || !closed.get())
        .set("aria-controls", body.to_owned())
        .child(el("span").class("fold-mark").set("aria-hidden", "true"))
        .child(el("span").class("subhead-text").child(text(story, At::heading(n))))
        .child(live::part_if(count))
}

/// The picture and the words under it, as far as there are any.
pub(super) fn figure(story: &Story, n: u32) -> El {
    let caption = story.article.captions.get(n as usize);
    let picture = caption.and_then(|caption| caption.picture.clone()).map(|it| {
        let file = [to_folder(), it.file.as_str()].concat();
        // Its size keeps its place until it comes.
        el("img")
            .set("loading", "lazy")
            .set("width", it.width.to_string())
            .set("height", it.height.to_string())
            .set("alt", it.alt)
            .set("src", file)
    });
    let words = el("figcaption")
        .class("caption")
        .child(text(story, At::Caption(n)))
        .text(" ")
        .child_if(story.optional(At::Credit(n), el("span").class("credit")));
    let is_said = caption.is_some_and(|it| !it.text.is_empty() || it.credit.is_some());
    el("figure")
        .class("picture")
        .set("aria-label", story.words.picture)
        .child_if(picture)
        .child_if(is_said.then_some(words))
}

fn furniture(story: &Story) -> Option<El> {
    let furniture = &story.article.furniture;
    let items = furniture.iter().map(|it| el("li").text(it.clone()).into());
    (!furniture.is_empty()).then(|| {
        el("details")
            .class("furniture")
            .child(el("summary").set("lang", story.words.tag).text(story.words.set_aside))
            .child(el("ul").children(items.collect()))
    })
}
