//! What a reader's query means, and where in the corpus it is answered.

use crate::model::{At, Span};

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
    /// Every place that matches, in reading order.
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
