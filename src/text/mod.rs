//! What we know about characters: folding for search, sentences and clauses.

mod fold;
mod letters;
mod sentence;
mod table;

pub use fold::{Drop, Folded, fold, fold_into, source_span};
pub use letters::letters_of;
pub use sentence::{clauses, sentences};
#[cfg(target_arch = "wasm32")]
pub use table::learn;
