//! One versioned, checksummed binary form of a corpus, in parts, shared by writer and reader.

use std::sync::Arc;

use crate::model::{Article, Corpus, Edition};

/// An edition's parts, however they are reached.
#[derive(Clone)]
pub struct Pack {
    corpus: Arc<Corpus>,
}

/// Why a pack or one of its parts cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// No such part.
    Missing,
}

impl Pack {
    /// Skeleton: stands until the binary form does.
    #[must_use]
    pub fn of(corpus: Corpus) -> Self {
        Self { corpus: Arc::new(corpus) }
    }

    /// The edition's facts, heads and entities.
    ///
    /// # Errors
    /// Where the part is damaged or does not come.
    pub async fn edition(&self) -> Result<Edition, PackError> {
        Ok(Edition::of(&self.corpus))
    }

    /// One article, by its index in the edition.
    ///
    /// # Errors
    /// Where the part is damaged or does not come.
    pub async fn article(&self, index: usize) -> Result<Article, PackError> {
        self.corpus.articles.get(index).cloned().ok_or(PackError::Missing)
    }
}
