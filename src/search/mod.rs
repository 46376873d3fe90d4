//! What a reader's query means, and where in the corpus it is answered.
//!
//! A query is words, and a word is a substring: search means what the browser's own find means, on text that
//! was folded (see [`crate::text::fold`]) on both sides. `docs/search.md` says it for readers.
//!
//! 1. [`Query::parse`] makes terms of what the reader typed; it never fails.
//! 2. [`Searcher::open`] folds every string of a small edition into one, once; of a hosted edition it fetches an
//!    outline (`layout` says how the text is laid out for both, `grams` what the index is).
//! 3. [`Searcher::search`] finds where each term stands, by a scan or from the index; keeps the articles that satisfy
//!    all, and ranks them. Both ways give the same answer.
//! 4. [`Answer::hits`] finds the places in an article that is here, [`excerpt`] cuts what is shown of a place, [`company`] counts
//!    what an entity stands with, and [`Searcher::nearest`] offers other words where there is no answer.

mod answering;
mod columns;
mod company;
mod excerpt;
mod filter;
mod grams;
#[cfg(not(target_arch = "wasm32"))]
mod indexing;
mod layout;
mod listing;
mod lookup;
mod map;
mod mentioned;
mod nearest;
mod parts;
mod places;
mod query;
mod question;
mod rank;
#[cfg(not(target_arch = "wasm32"))]
mod run;
mod searcher;
mod shelf;
#[cfg(not(target_arch = "wasm32"))]
mod symbols;
mod token;
mod words;

pub use company::company;
pub use excerpt::{Excerpt, excerpt};
pub use filter::Filter;
pub use grams::SPLIT;
#[cfg(not(target_arch = "wasm32"))]
pub use indexing::index;
pub use listing::{Listing, Place};
pub use lookup::position;
pub use nearest::Nearest;
pub use query::{Clause, Field, Query, Term};
pub use searcher::Searcher;

use crate::model::{Article, At, EntityId, Span};
use crate::order::sorted;
use crate::pack::{Pack, PackError};

/// Where a query is answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// How many articles hold the query.
    pub articles: usize,
    /// How many places in them match.
    pub places: usize,
    /// The articles, best first.
    pub found: Vec<Found>,
    /// Whether no article has all that was asked, and these have some of it.
    pub loose: bool,
    /// What is painted: where, and what, folded.
    pub(crate) marks: Vec<(Field, String)>,
    /// The entities that are painted.
    pub(crate) meant: Vec<EntityId>,
}

/// One article that answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its index in the edition.
    pub article: usize,
    /// How many places in it match. Places never overlap: where matches of two words do, they are one place.
    pub places: usize,
}

/// One place that matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// In which string.
    pub at: At,
    /// Where in it.
    pub span: Span,
}

impl Answer {
    /// Every place that matches in an article that answers, in reading order.
    #[must_use]
    pub fn hits(&self, article: &Article) -> Vec<Hit> {
        self.hits_in(article, &layout::lay_out(article))
    }

    fn hits_in(&self, article: &Article, laid: &layout::Laid) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (field, needle) in &self.marks {
            laid.find(field, needle, &mut hits);
        }
        for mention in &article.mentions {
            if mention.entities.iter().any(|entity| self.meant.contains(entity)) {
                hits.push(Hit { at: mention.at, span: mention.span });
            }
        }
        merged(hits)
    }

    /// Sums up what was found.
    fn count(&mut self) {
        self.articles = self.found.len();
        self.places = self.found.iter().map(|found| found.places).sum();
    }
}

/// Places in reading order, those that overlap made one.
fn merged(places: Vec<Hit>) -> Vec<Hit> {
    let mut places = sorted(places, Ord::cmp);
    places.dedup_by(|next, last| {
        let one = next.at == last.at && next.span.start < last.span.end;
        if one {
            last.span.end = last.span.end.max(next.span.end);
        }
        one
    });
    places
}

/// Answers one query. Whoever asks more than once opens a [`Searcher`] and keeps it.
///
/// # Errors
/// Where a part of the pack is damaged or does not come: never a wrong answer.
pub async fn search(pack: &Pack, query: &Query) -> Result<Answer, PackError> {
    Searcher::open(pack).await?.search(query, &Filter::default()).await
}
