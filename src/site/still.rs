//! The pages as they are before the viewer runs, and where it never does.

use std::collections::{BTreeMap, BTreeSet};

use dom_query::Document;

use super::html::escaped;
use super::names::encoded;
use crate::model::{Article, ArticleId, Corpus, Edition};
use crate::view::library::SMALL;
use crate::view::reading::{Presentation, Reading, Theme};
use crate::view::{prerender, url};

/// What the front page shows: every article of a small edition, the first of a large one.
pub(super) fn front(edition: &Edition, articles: &[Article]) -> String {
    let shown =
        if articles.len() <= SMALL { articles } else { articles.get(..1).unwrap_or_default() };
    prerender(edition, shown, &Reading::default(), &presentation(edition))
}

/// What an article's own page shows. Links to other articles lead to their pages, in `folders`.
pub(super) fn alone(
    edition: &Edition,
    article: &Article,
    folders: &BTreeMap<&ArticleId, String>,
) -> String {
    let reading = Reading { article: Some(article.id.to_string()), ..Reading::default() };
    // Of a large edition only this article is named: ten thousand lists of ten thousand stories would
    // be the larger part of the site.
    let small = edition.heads.len() <= SMALL;
    let own = if small { None } else { Some(Edition::of(&only(edition, article))) };
    let edition = own.as_ref().unwrap_or(edition);
    let article = &from_its_page(article);
    let articles = std::slice::from_ref(article);
    let mut html = prerender(edition, articles, &reading, &presentation(edition));
    for head in edition.heads.iter().filter(|head| head.id != article.id) {
        if let Some(folder) = folders.get(&head.id) {
            let here = format!("href=\"{}\"", escaped(&url::link(head.id.as_str(), None)));
            html = html.replace(&here, &format!("href=\"../{}/\"", encoded(folder)));
        }
    }
    html
}

/// The front page of one file. There the viewer comes with the page, so what it alone can do is not drawn before it:
/// cards of entities, and what lies below or over all else, such that nothing moves when it is there.
pub(super) fn lean_front(edition: &Edition, articles: &[Article]) -> String {
    let page = Document::fragment(front(edition, articles));
    page.select("dialog, .facet, .kinds, .entities, .thumb-bar, .para-link").remove();
    let mentions = page.select(".mention");
    mentions.rename("span");
    mentions.remove_attrs(&["href", "tabindex", "data-entity"]);
    // A fragment's nodes stand within an element of its own (HTML Living Standard, 13.4).
    page.select("html").inner_html().to_string()
}

/// The article with its pictures named as from its own page.
fn from_its_page(article: &Article) -> Article {
    let mut article = article.clone();
    for picture in article.captions.iter_mut().filter_map(|caption| caption.picture.as_mut()) {
        picture.file.insert_str(0, "../../");
    }
    article
}

fn presentation(edition: &Edition) -> Presentation {
    let theme = Theme::from_name(&edition.facts.theme).unwrap_or_default();
    Presentation { theme, ..Presentation::default() }
}

/// The corpus as if it had this one article.
fn only(edition: &Edition, article: &Article) -> Corpus {
    let ids = article.mentions.iter().flat_map(|mention| &mention.entities);
    let named: BTreeSet<usize> = ids.filter_map(|id| edition.entity(id.as_str())).collect();
    let entities = named.into_iter().filter_map(|index| edition.entities.get(index));
    Corpus {
        facts: edition.facts.clone(),
        articles: vec![article.clone()],
        entities: entities.cloned().collect(),
    }
}
