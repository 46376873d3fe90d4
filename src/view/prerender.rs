//! The page as HTML, for the first paint, for search engines, and for browsers without scripts.

use std::sync::Arc;

use leptos::prelude::*;

use super::library::{Library, Texts};
use super::page::page;
use super::state::{Presentation, Reading, provide_state};
use crate::model::{Article, Edition};

/// The content of `#app`, drawn by the same components as in the browser. `articles` are those whose
/// text is to stand in the page; in a large edition that is the one that `reading` opens. A single article
/// that `reading` opens has the page to itself.
#[must_use]
pub fn prerender(
    edition: &Edition,
    articles: &[Article],
    reading: &Reading,
    presentation: &Presentation,
) -> String {
    let owner = Owner::new();
    owner.with(|| {
        let bodies: Texts = articles
            .iter()
            .filter_map(|article| {
                Some((edition.position(article.id.as_str())?, Arc::new(article.clone())))
            })
            .collect();
        let open = reading.article.as_ref().and_then(|id| edition.position(id));
        let home = open.filter(|_| articles.len() == 1);
        let library = Library { edition: Arc::new(edition.clone()), pack: None, home };
        let languages = vec![edition.facts.language.clone()];
        let state =
            provide_state(library, bodies, reading.clone(), presentation.clone(), languages);
        clean(&page(state).to_html())
    })
}

/// Takes away the marks that hydration would need. Text is escaped, so `<!` is never text.
fn clean(html: &str) -> String {
    let mut clean = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!") {
        clean.push_str(before);
        let end = if after.starts_with("--") { "-->" } else { ">" };
        rest = after.split_once(end).map_or("", |(_, rest)| rest);
    }
    clean.push_str(rest);
    clean
}
