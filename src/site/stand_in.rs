//! Stands where the rooms that are still being built will be called.
use std::fmt::Write as _;

use super::html::escaped;
use crate::model::{Article, ArticleId, Corpus, Edition};

/// The corpus in its binary form.
pub(super) fn packed(corpus: &Corpus) -> Vec<u8> {
    serde_json::json!({ "articles": corpus.articles, "entities": corpus.entities })
        .to_string()
        .into_bytes()
}

/// What the viewer shows first, as the inner HTML of `#app`.
pub(super) fn prerender(
    edition: &Edition,
    articles: &[Article],
    _open: Option<&ArticleId>,
) -> String {
    let mut html = format!("<h1>{}</h1><main>", escaped(&edition.facts.title));
    for article in articles {
        let _ = write!(
            html,
            "<article class=\"article\" id=\"{}\" lang=\"{}\"><h2>{}</h2>",
            escaped(article.id.as_str()),
            escaped(&article.language),
            escaped(&article.title())
        );
        for (_, text) in article.texts().filter(|(at, _)| at.section().is_some()) {
            let _ = write!(html, "<p>{}</p>", escaped(text));
        }
        html.push_str("</article>");
    }
    html + "</main>"
}
