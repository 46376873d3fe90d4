//! Bringing articles' text from the pack.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::Article;
use crate::pack::PackError;
use crate::view::live;
use crate::view::state::{State, Trouble};

/// An article's text: what the state holds, else from the pack.
pub(in crate::view) async fn article(
    state: State,
    index: usize,
) -> Result<Arc<Article>, PackError> {
    if let Some(article) = state.articles.read_untracked().get(index).cloned() {
        return Ok(article);
    }
    let library = state.library.get_value();
    library.article(index).await.map(Arc::new)
}

/// Sees to it that the state holds an article's text; tries again whenever `state.articles` is notified.
pub(super) fn keep(state: State, index: usize) {
    let asked = StoredValue::new(false);
    live::follow(move || {
        if state.articles.read().get(index).is_some() || asked.get_value() {
            return;
        }
        asked.set_value(true);
        live::spawn(async move {
            let article = article(state, index).await;
            // The article may have left the pane meanwhile, and what was asked with it.
            asked.try_set_value(false);
            match article {
                Ok(article) => state.articles.update(|articles| {
                    articles.keep(index, article);
                }),
                Err(error) => state.fail(Trouble::Article(index), &error),
            }
        });
    });
}
