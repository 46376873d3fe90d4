//! What the page was opened with.

use std::sync::Arc;

use crate::model::{Article, At, Edition, Kind, Section};
use crate::order::{Set, sorted};
use crate::pack::{Pack, PackError};

/// An edition of at most so many articles shows them one under another; a larger one shows the one
/// that is open.
pub const SMALL: usize = 40;

/// What the page was opened with: read-only from then on.
#[derive(Clone)]
pub struct Library {
    /// Facts, heads and entities.
    pub edition: Arc<Edition>,
    /// The articles themselves, and what search needs; none while the page is prerendered.
    pub pack: Option<Pack>,
    /// The article whose own page this is, as an index: it stands alone until the reader goes on.
    pub home: Option<usize>,
}

impl Library {
    /// Whether every shown article stands in the reading pane, one under another.
    #[must_use]
    pub fn is_small(&self) -> bool {
        self.home.is_none() && self.edition.heads.len() <= SMALL
    }

    /// An article's text.
    ///
    /// # Errors
    /// As [`Pack::article`]; while the page is prerendered there is no pack, so no article either.
    pub async fn article(&self, index: usize) -> Result<Article, PackError> {
        match &self.pack {
            Some(pack) => pack.article(index).await,
            None => Err(PackError::NoArticle { index }),
        }
    }

    /// The names of the kinds that the author does not want marked at first.
    #[must_use]
    pub fn hidden_by_author(&self) -> Set<String> {
        let kinds = self.edition.facts.kinds.iter().filter(|kind| !kind.shown);
        kinds.map(|kind| kind.kind.as_str().to_owned()).collect()
    }

    /// The kinds that occur, in the author's order, then in [`Kind::ALL`]'s, then by name.
    #[must_use]
    pub fn kinds(&self) -> Vec<Kind> {
        // There are few kinds, however many entities.
        let mut occurring: Vec<&Kind> = Vec::new();
        for entity in &self.edition.entities {
            if !occurring.contains(&&entity.kind) {
                occurring.push(&entity.kind);
            }
        }
        let occurring = sorted(occurring, Ord::cmp);
        let authors = self.edition.facts.kinds.iter().map(|facts| &facts.kind);
        let mut kinds: Vec<Kind> = Vec::new();
        for kind in authors.chain(&Kind::ALL).chain(occurring.iter().copied()) {
            if occurring.contains(&kind) && !kinds.contains(kind) {
                kinds.push(kind.clone());
            }
        }
        kinds
    }
}

/// The articles whose text is here, by their index in the edition. There are few, so a sorted list serves.
#[derive(Clone, Default)]
pub struct Texts(Vec<(usize, Arc<Article>)>);

impl Texts {
    /// The article with this index, if it is here.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&Arc<Article>> {
        let at = self.place(index).ok()?;
        self.0.get(at).map(|(_, article)| article)
    }

    /// Keeps an article; one that is here already stays as it is.
    pub fn keep(&mut self, index: usize, article: Arc<Article>) {
        if let Err(at) = self.place(index) {
            self.0.insert(at, (index, article));
        }
    }

    fn place(&self, index: usize) -> Result<usize, usize> {
        self.0.binary_search_by(|(own, _)| own.cmp(&index))
    }
}

impl FromIterator<(usize, Arc<Article>)> for Texts {
    fn from_iter<I: IntoIterator<Item = (usize, Arc<Article>)>>(articles: I) -> Self {
        let mut texts = Self::default();
        articles.into_iter().for_each(|(index, article)| texts.keep(index, article));
        texts
    }
}

/// The number of a section's first block, counted through the whole article from 0: what
/// [`super::reading::Target::Paragraph`] counts.
#[must_use]
pub fn first_paragraph(sections: &[Section], section: usize) -> usize {
    sections.iter().take(section).map(|section| section.blocks.len()).sum()
}

/// The number of the block that a string stands in, counted likewise; `None` for a string outside the
/// body or in a subhead.
#[must_use]
pub fn paragraph_of(sections: &[Section], at: At) -> Option<usize> {
    Some(first_paragraph(sections, at.section()?) + at.block()?)
}
