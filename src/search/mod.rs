//! What a reader's query means, and where in the corpus it is answered.
//!
//! A query is words, and a word is a substring: search means what the browser's own find means, on text that
//! was folded (see [`crate::text::fold`]) on both sides. `docs/search.md` says it for readers.
//!
//! 1. [`Query::parse`] makes terms of what the reader typed; it never fails.
//! 2. [`Searcher::open`] folds every string of an edition into one, once.
//! 3. [`Searcher::search`] scans it for each term, keeps the articles that satisfy all, and orders them.

mod query;
mod searcher;

pub use query::{Clause, Field, Query, Term};
pub use searcher::Searcher;

use crate::model::{At, Span};
use crate::pack::{Pack, PackError};

/// Where a query is answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// How many articles hold the query.
    pub articles: usize,
    /// How many places in them match.
    pub places: usize,
    /// The articles, best first.
    pub found: Vec<Found>,
}

/// One article that answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its index in the edition.
    pub article: usize,
    /// Every place that matches, in reading order; places never overlap.
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
    Ok(Searcher::open(pack).await?.search(query))
}
