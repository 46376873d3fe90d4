//! What we know about characters: folding for search, sentences and clauses.

mod fold;
mod sentence;
mod table;

pub use fold::{Drop, Folded, fold, fold_into, source_span};
pub use sentence::{clauses, sentences};
