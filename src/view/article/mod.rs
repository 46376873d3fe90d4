//! The reading pane: articles, what is marked in them, and what helps to find one's way.
//!
//! [`pieces`] arranges what is said about a string as a tree; the components draw the tree and nothing
//! else is computed in them.

mod pieces;

pub use pieces::{Piece, Wrap, pieces};
