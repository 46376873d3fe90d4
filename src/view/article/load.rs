//! Bringing articles' text from the pack into the state.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::Article;
use crate::pack::PackError;
use crate::view::state::State;

/// An article's text: what the state holds, else from the pack.
pub(super) async fn article(state: State, index: usize) -> Result<Arc<Article>, PackError> {
    if let Some(article) = state.articles.read_untracked().get(&index).cloned() {
        return Ok(article);
    }
    let library = state.library.get_value();
    library.article(index).await.map(Arc::new)
}

/// Sees to it that the state holds an article's text; `failed` says whether it did not come.
pub(super) fn keep(state: State, index: usize, failed: RwSignal<bool>) {
    failed.set(false);
    leptos::task::spawn_local(async move {
        match article(state, index).await {
            Ok(article) => state.articles.update(|articles| {
                articles.insert(index, article);
            }),
            Err(_) => failed.set(true),
        }
    });
}
