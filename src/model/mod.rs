//! What the articles are once they are understood: plain data, and nothing that knows of files or of a screen.
//!
//! A [`Corpus`] holds [`Article`]s and the [`Entity`]s they speak of. An article is a tree of strings
//! (kicker, headline, sections, blocks, captions); whatever is said *about* a string, a [`Mention`] or a
//! [`Style`], stands beside the tree and points into it with an [`At`] and a [`Span`]. So the text
//! itself is never copied and never marked up.

mod article;
mod at;
mod block;
mod corpus;
mod diagnostic;
mod entity;
mod ids;
mod length;

pub use article::{Article, Mention, Section, Style, Styling};
pub(crate) use at::small;
pub use at::{At, InSection, Span};
pub use block::{Block, Caption, Picture, Sublist};
pub(crate) use corpus::entity_index;
pub use corpus::{Corpus, Edition, Facts, Head, KindFacts};
pub use diagnostic::{Diagnostic, Severity};
pub use entity::{Entity, Kind};
pub use ids::{ArticleId, EntityId};
pub(crate) use length::is_wide;
pub use length::{amount, sets_no_spaces};
