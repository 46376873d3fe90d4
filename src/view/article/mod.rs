//! The reading pane: articles, what is marked in them, and what helps to find one's way.
//!
//! [`pieces`] arranges what is said about a string as a tree; the components draw the tree and nothing
//! else is computed in them.

mod block;
mod card;
mod copy;
mod desk;
mod dress;
mod entities;
mod flow;
mod foot;
mod kinds;
pub(super) mod load;
mod mentioned;
mod outline;
mod pieces;
mod scroll;
mod story;
mod text;
mod turns;

pub(super) use card::card;
pub use desk::Desk;
pub(super) use entities::entities;
pub use flow::{PANE, reading_pane};
pub(super) use kinds::kinds;
pub(super) use outline::outline;
pub use pieces::{Piece, Wrap, pieces};
