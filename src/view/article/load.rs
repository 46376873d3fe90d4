//! Bringing articles' text from the pack.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::Article;
use crate::view::state::{State, Trouble};

/// An article's text: what the state holds, else from the pack; `None` where it does not come.
pub(super) async fn article(state: State, index: usize) -> Option<Arc<Article>> {
    if let Some(article) = state.articles.read_untracked().get(&index).cloned() {
        return Some(article);
    }
    let pack = state.library.read_value().pack.clone()?;
    pack.article(index).await.ok().map(Arc::new)
}

/// Sees to it that the state holds an article's text; tries again whenever `state.articles` is notified.
pub(super) fn keep(state: State, index: usize) {
    let asked = StoredValue::new(false);
    Effect::new(move |_| {
        if state.articles.read().contains_key(&index) || asked.get_value() {
            return;
        }
        asked.set_value(true);
        crate::view::live::spawn(async move {
            let article = article(state, index).await;
            // The article may have left the pane meanwhile, and what was asked with it.
            asked.try_set_value(false);
            match article {
                Some(article) => state.articles.update(|articles| {
                    articles.insert(index, article);
                }),
                None => state.trouble.set(Some(Trouble::Article(index))),
            }
        });
    });
}
