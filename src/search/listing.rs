//! An answer as the page's door for scripts and the program list it: one line a place.

use std::sync::{Arc, PoisonError};

use serde::Serialize;

use super::layout::{Laid, lay_out};
use super::{Answer, Found, Searcher, excerpt};
use crate::model::{Article, At, Span};
use crate::pack::PackError;

/// How long an excerpt is at most, in code points.
const EXCERPT: usize = 80;

/// How many articles are kept as they were read, for the next key or the same query again.
const KEPT: usize = 96;

/// An article and its folded text.
pub(super) type Recent = (Article, Laid);

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

impl Searcher {
    /// Lists the first `limit` places of an answer that this searcher gave.
    ///
    /// # Errors
    /// Where an article's part of the pack is damaged or does not come.
    pub async fn list(&self, answer: &Answer, limit: usize) -> Result<Listing, PackError> {
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
            for recent in self.recent(now).await? {
                let (article, laid) = &*recent;
                let places = answer.hits_in(article, laid);
                let lines = places.len().max(1).min(limit - hits.len());
                hits.extend((0..lines).map(|nth| Place::of(article, &places, nth)));
            }
            found = later;
        }
        let (articles, places) = (answer.articles, answer.places);
        Ok(Listing { articles, places, loose: answer.loose, hits })
    }

    /// Articles with their folded text: those read lately, and the others from the pack, all at once.
    async fn recent(&self, found: &[Found]) -> Result<Vec<Arc<Recent>>, PackError> {
        let kept = |index: usize| {
            let recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
            recent.iter().find(|(own, _)| *own == index).map(|(_, it)| it.clone())
        };
        let known: Vec<Option<Arc<Recent>>> = found.iter().map(|it| kept(it.article)).collect();
        let pairs = found.iter().zip(&known).filter(|(_, known)| known.is_none());
        let missing: Vec<usize> = pairs.map(|(found, _)| found.article).collect();
        let read = self.pack.some_articles(&missing).await?;
        let mut fresh = Vec::new();
        for (index, article) in missing.into_iter().zip(read) {
            let laid = lay_out(&article);
            fresh.push((index, Arc::new((article, laid))));
        }
        let mut next = fresh.iter();
        let recent = known.into_iter().filter_map(|it| it.or_else(|| Some(next.next()?.1.clone())));
        let recent = recent.collect();
        let mut kept = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        kept.extend(fresh);
        let gone = kept.len().saturating_sub(KEPT);
        kept.drain(..gone);
        Ok(recent)
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
