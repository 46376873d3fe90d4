//! The reading pane: articles one under another, and what a click in them does.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, MouseEvent};

use super::desk::{Desk, section_of};
use super::story::story;
use super::{copy, load, scroll, turns};
use crate::model::Article;
use crate::view::chips::why_nothing;
use crate::view::element::{El, el};
use crate::view::library::SMALL;
use crate::view::state::State;
use crate::view::words::Words;
use crate::view::{live, url};

/// The id of the reading pane.
pub const PANE: &str = "reading";

/// The reading pane. The first takes the place of the one that was prerendered, with the articles in it, so that the browser
/// has nothing to lay out anew; these are drawn one by one, as [`State::prerendered`] says.
#[must_use]
pub fn reading_pane(desk: Desk, words: &'static Words, is_first: bool) -> AnyView {
    let state = desk.state;
    // In a large edition every story that was ever open would follow the query.
    let kept = if state.library.read_value().is_small() { SMALL } else { 0 };
    let pane = el("main");
    let pane = if is_first { pane.there(PANE.into()) } else { pane };
    pane.class("reading")
        .set("id", PANE)
        .set("tabindex", "-1")
        .on("click", move |click| {
            if let Some(click) = click.dyn_ref() {
                clicked(state, click);
            }
        })
        .child(atlas(state, words))
        .rows(
            kept,
            move || state.pane.get().to_vec(),
            move |index| slot(desk, words, index, is_first),
        )
        .child(live::part_if(move || nothing(state, words)))
        .into()
}

/// The place of the views of names, which a script draws once a reader asks for one (`src/site/atlas`).
fn atlas(state: State, words: &'static Words) -> AnyView {
    let is_open = live::memo(move || state.reading.read().view.is_some());
    live::part_if(move || {
        let place = el("section").class("atlas").set("id", "atlas").set("tabindex", "-1");
        is_open.get().then(|| place.set("aria-label", words.atlas))
    })
}

/// What stands in place of the articles where none is shown; the way back stands with the list.
fn nothing(state: State, words: &'static Words) -> Option<El> {
    let none = state.pane.read().is_empty() && state.shown.read().is_empty();
    none.then(|| el("p").class("nothing").text(why_nothing(state, words)))
}

/// An article's place in the flow: the article, or what is said until it has come.
fn slot(desk: Desk, words: &'static Words, index: usize, is_first: bool) -> AnyView {
    let State { articles, prerendered, .. } = desk.state;
    let body = live::memo(move || {
        let waits = is_first && prerendered.read().contains(&index);
        articles.read().get(index).cloned().map(|article| Body(article, waits))
    });
    load::keep(desk.state, index);
    live::part(move || match body.get() {
        Some(Body(article, true)) => el("").there(article.id.to_string().into()).into(),
        Some(Body(article, false)) => story(desk, words, index, article).into(),
        None => el("p").class("loading").text(words.article_loading).into(),
    })
}

/// An article, and whether what was prerendered of it still stands. It never changes once it is here, so it is enough to
/// know it by its address.
#[derive(Clone)]
struct Body(Arc<Article>, bool);

impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) && self.1 == other.1
    }
}

/// Moves to the place that the reading names, when it comes to name another or is opened again, once
/// its article is here.
pub(super) fn follow_place(desk: Desk) {
    let state = desk.state;
    let place = live::memo(move || {
        let reading = state.reading.read();
        (reading.article.clone(), reading.target)
    });
    let mut been = (0, None, None);
    live::follow(move || {
        let (article, target) = place.get();
        let wanted = (state.opened.get(), article, target);
        let index = wanted.1.as_ref().and_then(|id| state.edition().position(id));
        let Some(index) = index.filter(|_| wanted != been) else {
            been = wanted;
            return;
        };
        let Some(article) = state.articles.read().get(index).cloned() else { return };
        let section = target.and_then(|target| section_of(&article.sections, target));
        if let Some(section) = section {
            desk.unfold(index, section);
        }
        // A place that is not there any more leads to its article.
        let target = target.filter(|_| section.is_some());
        scroll::to_place(url::element_id(article.id.as_str(), target));
        been = wanted;
    });
}

/// Moves to the hit that the reader stepped to, once its article is here.
pub(super) fn follow_step(desk: Desk) {
    let state = desk.state;
    let mut been = None;
    live::follow(move || {
        let step = state.step.get();
        let Some((index, hit)) = step.filter(|_| step != been) else {
            been = step;
            return;
        };
        let Some(article) = state.articles.read().get(index).cloned() else { return };
        let hit = untrack(|| state.hits(index)).get(hit).copied();
        if let Some(section) = hit.and_then(|hit| hit.at.section()) {
            desk.unfold_found(index, section);
        }
        turns::draw_all(state);
        scroll::to_current_hit(article.id.as_str().to_owned());
        been = step;
    });
}

/// One listener for all mentions and permalinks, however many there are; what else a click on a link
/// does is decided for the whole page. What it does with a key held down is the browser's.
fn clicked(state: State, click: &MouseEvent) {
    if click.button() != 0 || click.ctrl_key() || click.meta_key() || click.shift_key() {
        return;
    }
    let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
    let closest = |selector| target.as_ref().and_then(|it| it.closest(selector).ok().flatten());
    if let Some(mention) = closest("a.mention") {
        if let Some(entity) = pointed_at(&mention, click) {
            click.prevent_default();
            state.open_card(&entity);
        }
    } else if let Some(link) = closest("a.para-link") {
        let place = url::from_hash(&link.get_attribute("href").unwrap_or_default());
        copy::text(&link, copy::address(&url::to_hash(&place)));
    }
}

/// Which entity of a mention is meant: of 中俄, where each has its character, the one under the pointer.
fn pointed_at(mention: &Element, click: &MouseEvent) -> Option<String> {
    let ids = mention.get_attribute("data-entity")?;
    let ids: Vec<&str> = ids.split(' ').collect();
    let place = mention.get_bounding_client_rect();
    let along = f64::from(click.client_x()) - place.left();
    let share = place.width() / f64::from(u32::try_from(ids.len()).ok()?);
    let mut reached = share;
    let nth = ids.iter().position(|_| {
        let here = along < reached;
        reached += share;
        here
    });
    ids.get(nth.unwrap_or(0)).map(|id| (*id).to_owned())
}
