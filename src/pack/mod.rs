//! One versioned, checksummed binary form of a corpus, in parts, shared by writer and reader.
//!
//! A pack is, in this order, numbers being little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `newsprnt` |
//! | 4 | the version of the format, [`VERSION`] |
//! | 4 | the length of the directory |
//! | 4 | the CRC-32 of the directory |
//! | … | the directory: for each part its id, how many articles it holds, offset, length and CRC-32 |
//! | … | the parts, offsets counting from the first |
//!
//! The first parts are what the edition's characters are searched as, and the edition: facts, heads and entities. The others are the articles, some tens of
//! kilobytes to a part. Within a part, numbers are LEB128 varints and strings are UTF-8 behind their length;
//! a string that may come again in the part is written once and then referred to.
//!
//! Nothing is believed: a damaged pack gives a [`PackError`] that names the part, never a panic, and no more
//! memory is taken than the bytes can account for.

mod article;
mod bytes;
mod crc;
mod directory;
mod edition;
mod error;
#[cfg(not(target_arch = "wasm32"))]
mod host;
mod hosted;
mod lists;
mod write;

use std::ops::Deref;
use std::sync::Arc;

use crate::model::{Article, Corpus, Edition};

use crc::crc32;
use directory::{Directory, Entry};
use hosted::Hosted;

pub(crate) use bytes::Reader;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use bytes::Writer;
pub use directory::PartId;
pub use error::PackError;
#[cfg(not(target_arch = "wasm32"))]
pub use host::{HostedEdition, host};
pub use hosted::{Coming, Fetch, HEADS};
pub use write::encode;

/// The version of the format that this program writes and reads. Any change to the bytes raises it.
pub const VERSION: u32 = 4;

/// An edition's parts, however they are reached. Cloning it copies no bytes.
#[derive(Clone)]
pub struct Pack {
    directory: Arc<Directory>,
    /// All parts of the directory.
    bytes: Arc<Vec<u8>>,
    /// Where the first of them begins.
    start: usize,
    /// Those that stand elsewhere.
    hosted: Option<Arc<Hosted>>,
}

/// The bytes of one part, whose checksum is right.
pub struct Part {
    bytes: Arc<Vec<u8>>,
    start: usize,
    end: usize,
}

impl Part {
    fn whole(bytes: Arc<Vec<u8>>) -> Self {
        Self { start: 0, end: bytes.len(), bytes }
    }
}

impl Deref for Part {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.bytes.get(self.start..self.end).unwrap_or_default()
    }
}

impl Pack {
    /// Opens a pack that stands whole in memory. Reads the directory; the parts are looked at when they are
    /// asked for.
    ///
    /// # Errors
    /// Where the bytes are not a pack, one of another version, cut short, or damaged in the directory.
    pub fn open(bytes: Vec<u8>) -> Result<Self, PackError> {
        let (directory, start) = Directory::read(&bytes)?;
        let expected = start + directory.length();
        if bytes.len() < expected {
            return Err(PackError::CutShort { expected, got: bytes.len() });
        }
        Ok(Self { directory: Arc::new(directory), bytes: Arc::new(bytes), start, hosted: None })
    }

    /// Opens a pack of which some parts may stand elsewhere; `fetch` brings them.
    ///
    /// # Errors
    /// As [`Pack::open`], and where the list of those parts is damaged.
    pub fn open_hosted(bytes: Vec<u8>, fetch: Fetch) -> Result<Self, PackError> {
        let mut pack = Self::open(bytes)?;
        if pack.directory.entry(PartId::Hosted).is_some() {
            let part = pack.own(PartId::Hosted)?;
            let hosted = Hosted::read(&mut Reader::new(&part), fetch);
            let hosted = hosted.ok_or(PackError::Unreadable { part: PartId::Hosted })?;
            pack.hosted = Some(Arc::new(hosted));
        }
        Ok(pack)
    }

    /// A pack of `corpus`, as [`encode`] and [`Pack::open`] would make it.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "the corpus is of no use once it is packed")]
    pub fn of(corpus: Corpus) -> Self {
        let (directory, bytes) = write::lay_out(&corpus);
        Self { directory: Arc::new(directory), bytes: Arc::new(bytes), start: 0, hosted: None }
    }

    /// Names the edition by its content, as 16 hexadecimal digits: two packs with the same id hold the same.
    #[must_use]
    pub fn edition_id(&self) -> String {
        self.directory.id()
    }

    /// Whether the articles and what search needs stand elsewhere and are fetched when they are asked for.
    #[must_use]
    pub fn is_hosted(&self) -> bool {
        self.hosted.is_some()
    }

    /// How many articles the pack holds.
    #[must_use]
    pub fn articles(&self) -> usize {
        self.hosted.as_ref().map_or(self.directory.articles(), |hosted| hosted.articles())
    }

    /// The bytes of one part.
    ///
    /// # Errors
    /// Where there is no such part, it is damaged, or it does not come.
    pub async fn part(&self, id: PartId) -> Result<Part, PackError> {
        match &self.hosted {
            Some(hosted) if hosted.has(id) => hosted.bring(id).take().await.map(Part::whole),
            _ => self.own(id),
        }
    }

    /// Several parts, all asked for at once.
    ///
    /// # Errors
    /// As [`Pack::part`].
    pub async fn parts(&self, ids: &[PartId]) -> Result<Vec<Part>, PackError> {
        let coming: Vec<Option<Coming>> = ids
            .iter()
            .map(|id| self.hosted.as_ref().filter(|it| it.has(*id)).map(|it| it.bring(*id)))
            .collect();
        let mut parts = Vec::new();
        for (id, coming) in ids.iter().zip(coming) {
            // Where one does not come, the others are still waited for, so that they are kept.
            parts.push(match coming {
                Some(coming) => coming.take().await.map(Part::whole),
                None => self.own(*id),
            });
        }
        parts.into_iter().collect()
    }

    /// A part that stands in the pack itself.
    fn own(&self, id: PartId) -> Result<Part, PackError> {
        let entry = self.directory.entry(id).ok_or(PackError::Missing { part: id })?;
        let start = self.start + entry.offset;
        let part = Part { bytes: self.bytes.clone(), start, end: start + entry.length };
        entry.check(&part)?;
        Ok(part)
    }

    /// What the characters of the edition and of queries are searched as: see [`crate::text::letters_of`].
    ///
    /// # Errors
    /// As [`Pack::edition`].
    pub async fn letters(&self) -> Result<Vec<(char, char)>, PackError> {
        let part = self.part(PartId::Letters).await?;
        edition::read_letters(&mut Reader::new(&part))
            .ok_or(PackError::Unreadable { part: PartId::Letters })
    }

    /// The part that holds an article's text, and which of its articles it is.
    pub(crate) fn text_part(&self, index: usize) -> Option<(PartId, usize)> {
        if let Some(hosted) = &self.hosted {
            return hosted.text_part(index);
        }
        let entry = self.directory.holding(index)?;
        Some((entry.id, index - entry.first))
    }

    /// One article, by its index in the edition.
    ///
    /// # Errors
    /// Where there is no such article, or its part is damaged or does not come.
    pub async fn article(&self, index: usize) -> Result<Article, PackError> {
        // What a hosted edition's page shows at first came along with it.
        if index == 0 && self.directory.entry(PartId::First).is_some() {
            let part = self.own(PartId::First)?;
            let unreadable = PackError::Unreadable { part: PartId::First };
            return article::read(&mut Reader::new(&part)).ok_or(unreadable);
        }
        let mut articles = self.some_articles(&[index]).await?;
        articles.pop().ok_or(PackError::NoArticle { index })
    }

    /// Some articles, by their indices in the edition, all asked for at once.
    ///
    /// # Errors
    /// As [`Pack::article`].
    pub async fn some_articles(&self, indices: &[usize]) -> Result<Vec<Article>, PackError> {
        let mut ids = Vec::new();
        for &index in indices {
            ids.push(self.text_part(index).ok_or(PackError::NoArticle { index })?);
        }
        let parts = self.parts(&ids.iter().map(|(id, _)| *id).collect::<Vec<_>>()).await?;
        let mut articles = Vec::new();
        for ((part, nth), bytes) in ids.into_iter().zip(parts) {
            articles.push(Self::nth_article(&bytes, nth).ok_or(PackError::Unreadable { part })?);
        }
        Ok(articles)
    }

    /// One of the articles of a text part.
    pub(crate) fn nth_article(part: &[u8], nth: usize) -> Option<Article> {
        let mut reader = Reader::new(part);
        // An article may refer to a string of those before it in its part.
        for _ in 0..nth {
            article::read(&mut reader)?;
        }
        article::read(&mut reader)
    }

    /// The parts that hold articles, in order; see [`Pack::articles_of`].
    #[must_use]
    pub fn text_parts(&self) -> Vec<PartId> {
        if let Some(hosted) = &self.hosted {
            return hosted.text_parts();
        }
        let is_text = |id: &PartId| matches!(id, PartId::Text(_));
        self.directory.entries.iter().map(|entry| entry.id).filter(is_text).collect()
    }

    /// All articles of one part, in the edition's order.
    ///
    /// # Errors
    /// As [`Pack::part`].
    pub async fn articles_of(&self, id: PartId) -> Result<Vec<Article>, PackError> {
        let part = self.part(id).await?;
        let mut reader = Reader::new(&part);
        let mut articles = Vec::new();
        while !reader.is_empty() {
            articles.push(article::read(&mut reader).ok_or(PackError::Unreadable { part: id })?);
        }
        Ok(articles)
    }

    /// The whole corpus again.
    ///
    /// # Errors
    /// Where any part is damaged or does not come.
    pub async fn corpus(&self) -> Result<Corpus, PackError> {
        let Edition { facts, entities, .. } = self.whole_edition().await?;
        let mut articles = Vec::new();
        for id in self.text_parts() {
            articles.extend(self.articles_of(id).await?);
        }
        Ok(Corpus { facts, articles, entities })
    }
}

impl Entry {
    fn check(&self, part: &[u8]) -> Result<(), PackError> {
        let got = crc32(part);
        if got == self.crc {
            return Ok(());
        }
        Err(PackError::Damaged { part: self.id, expected: self.crc, got })
    }
}
