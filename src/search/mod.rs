//! What a reader's query means, and where in the corpus it is answered.
//!
//! A query is words, and a word is a substring: search means what the browser's own find means, on text that
//! was folded (see [`crate::text::fold`]) on both sides. `docs/search.md` says it for readers.
//!
//! 1. [`Query::parse`] makes terms of what the reader typed; it never fails.
//! 2. [`Searcher::open`] folds every string of an edition into one, once.
//! 3. [`Searcher::search`] scans it for each term, keeps the articles that satisfy all, and ranks them.
//! 4. [`excerpt`] cuts what is shown of a place, [`facets`] counts what the answer is made of, and
//!    [`Searcher::nearest`] offers other words where there is no answer.

mod excerpt;
mod facets;
mod listing;
mod nearest;
mod query;
mod rank;
mod searcher;
mod shelf;

pub use excerpt::{Excerpt, excerpt};
pub use facets::{Facets, Filter, facets};
pub use listing::{Listing, Place};
pub use nearest::Nearest;
pub use query::{Clause, Field, Query, Term};
pub use searcher::Searcher;

use crate::model::{At, Span};
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
}

/// One article that answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its index in the edition.
    pub article: usize,
    /// Every place that matches, in reading order. Places never overlap: where matches of two words do, they
    /// are one place.
    pub places: Vec<Hit>,
}

/// One place that matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// In which string.
    pub at: At,
    /// Where in it.
    pub span: Span,
}

/// Answers one query. Whoever asks more than once opens a [`Searcher`] and keeps it.
///
/// # Errors
/// Where a part of the pack is damaged or does not come: never a wrong answer.
pub async fn search(pack: &Pack, query: &Query) -> Result<Answer, PackError> {
    Ok(Searcher::open(pack).await?.search(query, &Filter::default()))
}
