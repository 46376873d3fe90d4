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
//! The first part is the edition: what its characters are searched as, facts, heads and entities. The others are the articles, some tens of
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
mod write;

use std::ops::Deref;
use std::sync::Arc;

use crate::model::{Article, Corpus, Edition};

use bytes::Reader;
use crc::crc32;
use directory::{Directory, Entry};

pub use directory::PartId;
pub use error::PackError;
pub use write::encode;

/// The version of the format that this program writes and reads. Any change to the bytes raises it.
pub const VERSION: u32 = 2;

/// An edition's parts, however they are reached. Cloning it copies no bytes.
#[derive(Clone)]
pub struct Pack {
    directory: Arc<Directory>,
    source: Source,
}

/// Where the bytes of the parts are.
#[derive(Clone)]
enum Source {
    /// All of them here, the first part at the offset given.
    Memory(Arc<Vec<u8>>, usize),
}

/// The bytes of one part, whose checksum is right.
pub struct Part {
    bytes: Arc<Vec<u8>>,
    start: usize,
    end: usize,
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
        Ok(Self { directory: Arc::new(directory), source: Source::Memory(Arc::new(bytes), start) })
    }

    /// A pack of `corpus`, as [`encode`] and [`Pack::open`] would make it.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "the corpus is of no use once it is packed")]
    pub fn of(corpus: Corpus) -> Self {
        let (directory, bytes) = write::lay_out(&corpus);
        Self { directory: Arc::new(directory), source: Source::Memory(Arc::new(bytes), 0) }
    }

    /// Names the edition by its content, as 16 hexadecimal digits: two packs with the same id hold the same.
    #[must_use]
    pub fn edition_id(&self) -> String {
        self.directory.id()
    }

    /// How many articles the pack holds.
    #[must_use]
    pub fn articles(&self) -> usize {
        self.directory.articles()
    }

    /// The bytes of one part.
    ///
    /// # Errors
    /// Where there is no such part, it is damaged, or it does not come.
    #[expect(clippy::unused_async, reason = "a part may stand behind a connection")]
    pub async fn part(&self, id: PartId) -> Result<Part, PackError> {
        let entry = self.directory.entry(id).ok_or(PackError::Missing { part: id })?;
        let part = match &self.source {
            Source::Memory(bytes, start) => {
                let start = start + entry.offset;
                Part { bytes: bytes.clone(), start, end: start + entry.length }
            }
        };
        entry.check(&part)?;
        Ok(part)
    }

    /// The edition's facts, heads and entities.
    ///
    /// # Errors
    /// Where the part is damaged or does not come.
    pub async fn edition(&self) -> Result<Edition, PackError> {
        let part = self.part(PartId::Edition).await?;
        let mut reader = Reader::new(&part);
        edition::read_letters(&mut reader)
            .and_then(|_| edition::read(&mut reader))
            .ok_or(PackError::Unreadable { part: PartId::Edition })
    }

    /// What the characters of the edition and of queries are searched as: see [`crate::text::letters_of`].
    ///
    /// # Errors
    /// As [`Pack::edition`].
    pub async fn letters(&self) -> Result<Vec<(char, char)>, PackError> {
        let part = self.part(PartId::Edition).await?;
        edition::read_letters(&mut Reader::new(&part))
            .ok_or(PackError::Unreadable { part: PartId::Edition })
    }

    /// One article, by its index in the edition.
    ///
    /// # Errors
    /// Where there is no such article, or its part is damaged or does not come.
    pub async fn article(&self, index: usize) -> Result<Article, PackError> {
        let entry = self.directory.holding(index).ok_or(PackError::NoArticle { index })?;
        let part = self.part(entry.id).await?;
        let mut reader = Reader::new(&part);
        // An article may refer to a string of those before it in its part.
        for _ in entry.first..index {
            article::read(&mut reader).ok_or(PackError::Unreadable { part: entry.id })?;
        }
        article::read(&mut reader).ok_or(PackError::Unreadable { part: entry.id })
    }

    /// The parts that hold articles, in order; see [`Pack::articles_of`].
    pub fn text_parts(&self) -> impl Iterator<Item = PartId> + '_ {
        self.directory.entries.iter().map(|entry| entry.id).filter(|id| *id != PartId::Edition)
    }

    /// All articles of one part, in the edition's order.
    ///
    /// # Errors
    /// As [`Pack::part`].
    pub async fn articles_of(&self, id: PartId) -> Result<Vec<Article>, PackError> {
        let part = self.part(id).await?;
        let count = self.directory.entry(id).map_or(0, |entry| entry.articles);
        let mut reader = Reader::new(&part);
        let articles: Option<Vec<Article>> =
            (0..count).map(|_| article::read(&mut reader)).collect();
        articles.filter(|_| reader.is_empty()).ok_or(PackError::Unreadable { part: id })
    }

    /// The whole corpus again.
    ///
    /// # Errors
    /// Where any part is damaged or does not come.
    pub async fn corpus(&self) -> Result<Corpus, PackError> {
        let Edition { facts, entities, .. } = self.edition().await?;
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
