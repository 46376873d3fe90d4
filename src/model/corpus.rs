use serde::{Deserialize, Serialize};

use super::{Article, ArticleId, Entity, Kind};

/// Everything one site shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corpus {
    /// What the author said of the whole.
    pub facts: Facts,
    /// In the order they are to be listed.
    pub articles: Vec<Article>,
    /// Sorted by id.
    pub entities: Vec<Entity>,
}

/// What the author said of the whole, in `newsprint.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The site's name.
    pub title: String,
    /// The interface's language where the reader's browser asks for none we have; BCP 47.
    pub language: String,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// The kinds of entities and how they are shown, in order.
    pub kinds: Vec<KindFacts>,
}

/// How one kind of entity is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindFacts {
    /// The kind.
    pub kind: Kind,
    /// Its name in the interface, where the author gave one.
    pub name: Option<String>,
    /// Its colour on a light ground as `#rrggbb`, where the author gave one.
    pub colour: Option<String>,
    /// Whether its mentions are marked before the reader chooses.
    pub shown: bool,
}

/// What stands first in a pack: enough to list, filter and open the articles, without their text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edition {
    /// See [`Facts`].
    pub facts: Facts,
    /// One for each article, in the corpus's order.
    pub heads: Vec<Head>,
    /// Sorted by id.
    pub entities: Vec<Entity>,
}

/// What a list shows of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// See [`ArticleId`].
    pub id: ArticleId,
    /// BCP 47.
    pub language: String,
    /// See [`Article::title`].
    pub title: String,
    /// The rubric.
    pub label: Option<String>,
    /// As printed.
    pub byline: Option<String>,
    /// As printed.
    pub source: Option<String>,
    /// As printed.
    pub date: Option<String>,
    /// As ISO 8601.
    pub day: Option<String>,
    /// See [`Article::length`].
    pub length: u32,
    /// Which entities the article mentions, as indices into [`Edition::entities`], and how often; sorted.
    pub entities: Vec<(u32, u32)>,
}

impl Edition {
    /// What stands first in the pack of `corpus`.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        Self { entities: corpus.entities.clone(), ..Self::without_entities(corpus) }
    }

    /// The same without the entities, of which a large corpus has many.
    pub(crate) fn without_entities(corpus: &Corpus) -> Self {
        Self {
            facts: corpus.facts.clone(),
            heads: corpus.articles.iter().map(|a| Head::of(a, &corpus.entities)).collect(),
            entities: Vec::new(),
        }
    }

    /// The index of the article with this id.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.heads.iter().position(|head| head.id.as_str() == id)
    }

    /// The index of the entity with this id.
    #[must_use]
    pub fn entity(&self, id: &str) -> Option<usize> {
        entity_index(&self.entities, id)
    }
}

/// The index of the entity with this id among sorted ones.
pub(crate) fn entity_index(entities: &[Entity], id: &str) -> Option<usize> {
    entities.binary_search_by(|entity| entity.id.as_str().cmp(id)).ok()
}

impl Head {
    fn of(article: &Article, entities: &[Entity]) -> Self {
        let mut counts = std::collections::BTreeMap::new();
        for id in article.mentions.iter().flat_map(|mention| &mention.entities) {
            if let Some(index) = entity_index(entities, id.as_str()) {
                *counts.entry(super::at::small(index)).or_insert(0) += 1;
            }
        }
        Self {
            id: article.id.clone(),
            language: article.language.clone(),
            title: article.title(),
            label: article.label.clone(),
            byline: article.byline.clone(),
            source: article.source.clone(),
            date: article.date.clone(),
            day: article.day.clone(),
            length: super::at::small(article.length()),
            entities: counts.into_iter().collect(),
        }
    }
}
