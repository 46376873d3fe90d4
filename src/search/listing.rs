//! An answer as the page's door for scripts and the program list it: one line a place.

use serde::Serialize;

use super::{Answer, excerpt};
use crate::model::{Article, At, Span};
use crate::pack::{Pack, PackError};

/// How long an excerpt is at most, in code points.
const EXCERPT: usize = 80;

/// How many articles are asked for at once.
const AT_ONCE: usize = 16;

/// An answer, its places one after another: those of the best article first, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Listing {
    /// How many articles hold the query.
    pub articles: usize,
    /// How many places in them match.
    pub places: usize,
    /// Whether no article has all that was asked, and these have some of it.
    pub loose: bool,
    /// The places, up to the limit that was asked for.
    pub hits: Vec<Place>,
}

/// One place that matches. An article that answers without any place, as for `-x`, is one too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The article's id.
    pub article: String,
    /// The article's title.
    pub title: String,
    /// The section's number in the article, from 0; none for a place in the headline and the like.
    pub section: Option<usize>,
    /// The block's number in the section, from 0; none for a place in a subhead.
    pub paragraph: Option<usize>,
    /// The words around the place.
    pub excerpt: String,
    /// Every place that stands in the excerpt, in its code points.
    #[serde(skip)]
    pub marks: Vec<Span>,
}

impl Listing {
    /// Lists the first `limit` places of an answer that `pack` gave.
    ///
    /// # Errors
    /// Where an article's part of the pack is damaged or does not come.
    pub async fn of(pack: &Pack, answer: &Answer, limit: usize) -> Result<Self, PackError> {
        let mut hits: Vec<Place> = Vec::new();
        let mut found = answer.found.as_slice();
        while !found.is_empty() && hits.len() < limit {
            // As many articles at once as will be listed, and no more than are kept.
            let mut lines = hits.len();
            let count = found.iter().take(AT_ONCE).take_while(|found| {
                let wanted = lines < limit;
                lines = lines.saturating_add(found.places.max(1));
                wanted
            });
            let (now, later) = found.split_at(count.count());
            let indices: Vec<usize> = now.iter().map(|found| found.article).collect();
            for article in pack.some_articles(&indices).await? {
                let places = answer.hits(&article);
                let lines = places.len().max(1).min(limit - hits.len());
                hits.extend((0..lines).map(|nth| Place::of(&article, &places, nth)));
            }
            found = later;
        }
        Ok(Self { articles: answer.articles, places: answer.places, loose: answer.loose, hits })
    }
}

impl Place {
    fn of(article: &Article, places: &[super::Hit], nth: usize) -> Self {
        let at = places.get(nth).map(|hit| hit.at);
        let excerpt = excerpt(article, places, nth, EXCERPT);
        let (excerpt, marks) = excerpt.map(|it| (it.text, it.marks)).unwrap_or_default();
        Self {
            article: article.id.as_str().to_owned(),
            title: article.title(),
            section: at.and_then(At::section),
            paragraph: at.and_then(At::block),
            excerpt,
            marks,
        }
    }
}
