//! Ids for articles that bring none: derived from what they say. Where they stand counts only among those that say the same.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::model::{Article, ArticleId};

/// Gives every article without an id one of its own, and makes ids unique.
///
/// The id hashes the headline and the kicker; articles that share those hash the first paragraph in
/// as well. Articles that share that too, or bring the same id, are numbered in their order.
pub(super) fn assign(articles: &mut [Article]) {
    let first: Vec<String> = articles.iter().map(|article| hash(&[&head(article)])).collect();
    let mut shared: BTreeMap<&str, usize> = BTreeMap::new();
    for id in &first {
        *shared.entry(id).or_default() += 1;
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (article, id) in articles.iter_mut().zip(&first) {
        let mut own = article.id.as_str().to_owned();
        if own.is_empty() {
            let alone = shared.get(id.as_str()) == Some(&1) && article.headline.is_some();
            own = if alone { id.clone() } else { hash(&[&head(article), opening(article)]) };
        }
        let count = seen.entry(own.clone()).or_default();
        *count += 1;
        article.id = match *count {
            1 => ArticleId::new(&own),
            n => ArticleId::new(&format!("{own}-{n}")),
        };
    }
}

fn head(article: &Article) -> String {
    let line = |text: &Option<String>| text.clone().unwrap_or_default();
    format!("{}\n{}", line(&article.headline), line(&article.kicker))
}

fn opening(article: &Article) -> &str {
    article
        .sections
        .first()
        .map_or("", |section| section.texts(0).map(|(_, text)| text).next().unwrap_or_default())
}

/// A letter, so that it may stand as an id in HTML, and ten hexadecimal digits of SHA-256.
fn hash(texts: &[&str]) -> String {
    let digest = Sha256::digest(texts.join("\n"));
    let digits = digest.iter().take(5).map(|byte| format!("{byte:02x}"));
    format!("a{}", digits.collect::<String>())
}
