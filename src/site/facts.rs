//! What a page says of itself to machines: description, Open Graph, JSON-LD.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::html::meta;
use crate::model::{Article, Block, Corpus, Entity, EntityId, Kind, Picture};

/// The longest description in code points, about what a search engine or a link preview shows.
const DESCRIPTION: usize = 120;

/// The deck, else the beginning of what is told in paragraphs, else of the text.
pub(super) fn description(article: &Article) -> String {
    if let Some(deck) = article.deck.as_deref() {
        return shortened(deck);
    }
    let blocks = article.sections.iter().flat_map(|section| &section.blocks);
    // A row of a table says nothing outside it.
    let mut body: Vec<&str> = blocks
        .filter_map(|block| match block {
            Block::Paragraph { text } => Some(text.as_str()),
            _ => None,
        })
        .take(DESCRIPTION)
        .collect();
    if body.is_empty() {
        let texts = article.texts().filter(|(at, _)| at.block().is_some());
        body = texts.map(|(_, text)| text).take(DESCRIPTION).collect();
    }
    shortened(&body.join(" "))
}

/// The titles of the articles.
pub(super) fn contents(corpus: &Corpus) -> String {
    let titles: Vec<String> =
        corpus.articles.iter().take(DESCRIPTION).map(Article::title).collect();
    shortened(&titles.join(" · "))
}

fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= DESCRIPTION {
        return text;
    }
    text.chars().take(DESCRIPTION - 1).chain(['…']).collect()
}

/// The site's name, else that of its first article.
pub(super) fn site_title(corpus: &Corpus) -> String {
    let given = corpus.facts.title.trim();
    if !given.is_empty() {
        return given.to_owned();
    }
    corpus.articles.first().map_or_else(|| "Newsprint".to_owned(), Article::title)
}

/// The picture that a link's preview shows, the first of these articles' own. Previews want its full address, so there is
/// none where that of the site is not known.
pub(super) fn preview(articles: &[Article], base: Option<&str>) -> String {
    let first = articles.iter().flat_map(pictures).next();
    let Some((base, picture)) = base.zip(first) else { return String::new() };
    [
        meta("property", "og:image", &format!("{base}{}", picture.file)),
        meta("property", "og:image:width", &picture.width.to_string()),
        meta("property", "og:image:height", &picture.height.to_string()),
        meta("property", "og:image:alt", &picture.alt),
    ]
    .concat()
}

fn pictures(article: &Article) -> impl Iterator<Item = &Picture> {
    article.captions.iter().filter_map(|caption| caption.picture.as_ref())
}

/// The article as a `NewsArticle` of schema.org, with the entities it speaks of as `mentions`. It stands at `path` below
/// the site's address, where that is known.
pub(super) fn news_article(
    corpus: &Corpus,
    article: &Article,
    base: Option<&str>,
    path: &str,
) -> Value {
    let below = |path: &str| base.map(|base| format!("{base}{path}"));
    let images: Vec<String> = pictures(article).filter_map(|it| below(&it.file)).collect();
    let mut facts = Map::new();
    let mut say = |name: &str, value: Value| {
        if !(value.is_null() || value == json!([])) {
            facts.insert(name.to_owned(), value);
        }
    };
    let named = |kind: &str, name: &Option<String>| {
        name.as_ref().map_or(Value::Null, |name| json!({ "@type": kind, "name": name }))
    };
    say("@context", json!("https://schema.org"));
    say("@type", json!("NewsArticle"));
    say("headline", json!(article.title()));
    say("alternativeHeadline", json!(article.deck));
    say("inLanguage", json!(article.language));
    say("datePublished", json!(article.day));
    say("author", named("Person", &article.byline));
    say("publisher", named("Organization", &article.source));
    say("articleSection", json!(article.label));
    say("isPartOf", json!({ "@type": "CreativeWork", "name": site_title(corpus) }));
    say("mainEntityOfPage", json!(below(path)));
    say("image", json!(images));
    say("mentions", mentions(corpus, article));
    Value::Object(facts)
}

fn mentions(corpus: &Corpus, article: &Article) -> Value {
    let ids: BTreeSet<&EntityId> = article.mentions.iter().flat_map(|m| &m.entities).collect();
    ids.into_iter()
        .filter_map(|id| {
            let index = corpus.entities.binary_search_by(|entity| entity.id.cmp(id)).ok()?;
            thing(corpus.entities.get(index)?)
        })
        .collect()
}

/// Days and quantities are no things that an article could be said to mention.
fn thing(entity: &Entity) -> Option<Value> {
    let kind = match entity.kind {
        Kind::Person => "Person",
        Kind::Place => "Place",
        Kind::Organisation => "Organization",
        Kind::Work => "CreativeWork",
        Kind::Event => "Event",
        Kind::Other(_) => "Thing",
        Kind::Date | Kind::Quantity => return None,
    };
    let mut thing = json!({ "@type": kind, "name": entity.name });
    if let (Some(facts), false) = (thing.as_object_mut(), entity.aliases.is_empty()) {
        facts.insert("alternateName".to_owned(), json!(entity.aliases));
    }
    if let (Some(facts), Some(item)) = (thing.as_object_mut(), entity.wikidata()) {
        facts.insert("sameAs".to_owned(), json!(item));
    }
    Some(thing)
}
