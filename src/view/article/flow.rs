//! The reading pane: articles one under another, and what a click in them does.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::desk::{Desk, use_desk};
use super::story::story;
use super::{copy, load, scroll};
use crate::model::Article;
use crate::view::state::{State, Target, use_state};
use crate::view::url;

/// The reading pane. Needs [`super::provide_desk`] above it.
#[must_use]
pub fn reading_pane() -> AnyView {
    let state = use_state();
    let desk = use_desk();
    follow_place(state, desk);
    follow_step(state, desk);
    view! {
        <main class="reading" id="reading" tabindex="-1" on:click=move |click| clicked(state, &click)>
            <For each=move || desk.displayed.get() key=|index| *index let:index>
                {slot(state, desk, index)}
            </For>
        </main>
    }
    .into_any()
}

/// An article's place in the flow: the article, or what is said until it has come.
fn slot(state: State, desk: Desk, index: usize) -> AnyView {
    // An article never changes once it is here, so it is enough to know it by its address.
    let body: Memo<Option<Arc<Article>>> = Memo::new_with_compare(
        move |_| state.articles.read().get(&index).cloned(),
        |old, new| {
            old.map(|it| it.as_ref().map(Arc::as_ptr)) != new.map(|it| it.as_ref().map(Arc::as_ptr))
        },
    );
    let failed = RwSignal::new(false);
    Effect::new(move |_| {
        if body.read().is_none() {
            load::keep(state, index, failed);
        }
    });
    (move || match body.get() {
        Some(article) => story(state, desk, index, article),
        None => waiting(state, index, failed),
    })
    .into_any()
}

fn waiting(state: State, index: usize, failed: RwSignal<bool>) -> AnyView {
    let words = state.words;
    (move || {
        if failed.get() {
            let again = move |_| load::keep(state, index, failed);
            view! {
                <div class="notice" role="alert">
                    <p>{move || words.get().article_failed}</p>
                    <button type="button" on:click=again>{move || words.get().retry}</button>
                </div>
            }
            .into_any()
        } else {
            view! { <p class="loading">{move || words.get().article_loading}</p> }.into_any()
        }
    })
    .into_any()
}

/// Moves to the place that the reading names, when it comes to name another and its article is here.
fn follow_place(state: State, desk: Desk) {
    let place = Memo::new(move |_| {
        let reading = state.reading.read();
        (reading.article.clone(), reading.target)
    });
    Effect::new(move |been: Option<(Option<String>, Option<Target>)>| {
        let wanted = place.get();
        let been = been.unwrap_or_default();
        if wanted == been {
            return been;
        }
        let Some(id) = &wanted.0 else { return wanted };
        let Some(index) = state.edition().position(id) else { return wanted };
        if !state.articles.read().contains_key(&index) {
            return been;
        }
        desk.lead(state, index, wanted.1);
        wanted
    });
}

/// Moves to the hit that the reader stepped to, once its article is here.
fn follow_step(state: State, desk: Desk) {
    Effect::new(move |been: Option<Option<(usize, usize)>>| {
        let step = state.step.get();
        if been == Some(step) {
            return step;
        }
        let Some((index, hit)) = step else { return step };
        let Some(article) = state.articles.read().get(&index).cloned() else {
            return been.flatten();
        };
        let hit = untrack(|| state.hits(index)).get(hit).copied();
        if let Some(section) = hit.and_then(|hit| hit.at.section()) {
            desk.unfold(state, index, section);
        }
        scroll::to_current_hit(article.id.as_str().to_owned());
        step
    });
}

/// One listener for all mentions and permalinks, however many there are. What a click with a key held
/// down means is the browser's.
fn clicked(state: State, click: &MouseEvent) {
    if click.button() != 0 || click.ctrl_key() || click.meta_key() || click.shift_key() {
        return;
    }
    let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
    let closest = |selector| target.as_ref().and_then(|it| it.closest(selector).ok().flatten());
    if let Some(mention) = closest("a.mention") {
        click.prevent_default();
        if let Some(entity) = pointed_at(&mention, click) {
            state.open_card(&entity);
        }
    } else if let Some(link) = closest("a.para-link") {
        click.prevent_default();
        let to = url::from_hash(&link.get_attribute("href").unwrap_or_default());
        if let Some(article) = &to.article {
            state.open(article, to.target);
            copy::link(&link, &url::to_hash(&to));
        }
    }
}

/// Which entity of a mention is meant: of 中俄, where each has its character, the one under the pointer.
fn pointed_at(mention: &Element, click: &MouseEvent) -> Option<String> {
    let ids = mention.get_attribute("data-entity")?;
    let ids: Vec<&str> = ids.split(' ').collect();
    let place = mention.get_bounding_client_rect();
    let along = (f64::from(click.client_x()) - place.left()) / place.width().max(1.0);
    let reached = |n: &usize| {
        let n = u32::try_from(*n).unwrap_or(u32::MAX);
        along * f64::from(u32::try_from(ids.len()).unwrap_or(u32::MAX)) >= f64::from(n)
    };
    let nth = (0..ids.len()).rev().find(reached).unwrap_or(0);
    ids.get(nth).map(|id| (*id).to_owned())
}
