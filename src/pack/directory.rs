//! What stands at a pack's beginning: its version, and where each part is.

use std::fmt;

use super::bytes::{Reader, Writer};
use super::crc::crc32;
use super::{PackError, VERSION};

/// What every pack begins with.
const MAGIC: &[u8; 8] = b"newsprnt";
/// The bytes before the directory.
const PREFIX: usize = 20;

/// Names one part of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartId {
    /// Facts, heads and entities; of a hosted edition, as many as its first page shows.
    Edition,
    /// Some of the articles; numbered from 0 in the edition's order.
    Text(u32),
    /// Where the parts of a hosted edition stand that are not in the pack itself.
    Hosted,
    /// Facts and heads of a hosted edition, all of them.
    Whole,
    /// Some of the heads of a hosted edition; numbered likewise.
    Heads(u32),
    /// What is known of every article before any text is there: see [`crate::search`].
    Map,
    /// Lists of places, by what stands there.
    Index(u32),
    /// One long list of places.
    Long(u32),
    /// One long list of places, counted by article.
    Tally(u32),
    /// What the characters of the edition are searched as.
    Letters,
    /// Every article's label and source.
    Columns,
    /// The words of so many letters.
    Words(u32),
    /// The entities of a hosted edition.
    Entities,
    /// The first article of a hosted edition, which its page shows.
    First,
}

impl PartId {
    /// As two numbers: the kind, and which of its kind.
    pub(super) fn numbers(self) -> (u32, u32) {
        match self {
            Self::Edition => (0, 0),
            Self::Text(number) => (1, number),
            Self::Hosted => (2, 0),
            Self::Whole => (3, 0),
            Self::Heads(number) => (4, number),
            Self::Map => (5, 0),
            Self::Index(number) => (6, number),
            Self::Long(number) => (7, number),
            Self::Tally(number) => (8, number),
            Self::Letters => (9, 0),
            Self::Columns => (10, 0),
            Self::Words(length) => (11, length),
            Self::Entities => (12, 0),
            Self::First => (13, 0),
        }
    }

    pub(super) fn of_numbers((kind, number): (u32, u32)) -> Option<Self> {
        Some(match kind {
            0 => Self::Edition,
            1 => Self::Text(number),
            2 => Self::Hosted,
            3 => Self::Whole,
            4 => Self::Heads(number),
            5 => Self::Map,
            6 => Self::Index(number),
            7 => Self::Long(number),
            8 => Self::Tally(number),
            9 => Self::Letters,
            10 => Self::Columns,
            11 => Self::Words(number),
            12 => Self::Entities,
            13 => Self::First,
            _ => return None,
        })
    }

    /// The kind's name, for messages.
    fn name(self) -> &'static str {
        const NAMES: [&str; 14] = [
            "edition", "text", "hosted", "whole", "heads", "map", "index", "long", "tally",
            "letters", "columns", "words", "entities", "first",
        ];
        NAMES.get(self.numbers().0 as usize).copied().unwrap_or_default()
    }
}

impl fmt::Display for PartId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(n)
            | Self::Heads(n)
            | Self::Index(n)
            | Self::Long(n)
            | Self::Tally(n)
            | Self::Words(n) => {
                write!(f, "part {}-{n}", self.name())
            }
            _ => write!(f, "part {}", self.name()),
        }
    }
}

/// Where a part stands and what it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) id: PartId,
    /// How many articles it holds.
    pub(super) articles: usize,
    /// The index of its first article; reckoned, not written.
    pub(super) first: usize,
    /// In bytes from the end of the directory.
    pub(super) offset: usize,
    /// In bytes.
    pub(super) length: usize,
    pub(super) crc: u32,
}

/// The parts, in the order they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Directory {
    pub(super) entries: Vec<Entry>,
}

impl Directory {
    /// Adds a part after the others.
    pub(super) fn push(&mut self, id: PartId, articles: usize, bytes: &[u8]) {
        self.entries.push(Entry {
            id,
            articles,
            first: self.articles(),
            offset: self.length(),
            length: bytes.len(),
            crc: crc32(bytes),
        });
    }

    pub(super) fn articles(&self) -> usize {
        self.entries.last().map_or(0, |entry| entry.first + entry.articles)
    }

    /// The bytes of all parts together.
    pub(super) fn length(&self) -> usize {
        self.entries.last().map_or(0, |entry| entry.offset + entry.length)
    }

    pub(super) fn entry(&self, id: PartId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The part that holds article `index`.
    pub(super) fn holding(&self, index: usize) -> Option<&Entry> {
        let after = self.entries.partition_point(|entry| entry.first + entry.articles <= index);
        self.entries.get(after)
    }

    /// FNV-1a of the directory's bytes, which hold every part's length and checksum.
    /// <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>
    pub(super) fn id(&self) -> String {
        let hash = self.body().iter().fold(0xCBF2_9CE4_8422_2325_u64, |hash, &byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        });
        format!("{hash:016x}")
    }

    fn body(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.list(&self.entries, |writer, entry| {
            let (kind, number) = entry.id.numbers();
            writer.number(u64::from(kind));
            writer.number(u64::from(number));
            writer.count(entry.articles);
            writer.count(entry.offset);
            writer.count(entry.length);
            writer.bytes.extend_from_slice(&entry.crc.to_le_bytes());
        });
        writer.bytes
    }

    /// All that stands before the parts.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let body = self.body();
        let length = u32::try_from(body.len()).unwrap_or(u32::MAX);
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.extend_from_slice(&length.to_le_bytes());
        bytes.extend_from_slice(&crc32(&body).to_le_bytes());
        bytes.extend_from_slice(&body);
        bytes
    }

    /// Reads the directory and says where the parts begin.
    pub(super) fn read(bytes: &[u8]) -> Result<(Self, usize), PackError> {
        if !bytes.starts_with(MAGIC) {
            return Err(PackError::NotAPack);
        }
        let cut = |expected| PackError::CutShort { expected, got: bytes.len() };
        let version = number_at(bytes, 8).ok_or(cut(PREFIX))?;
        if version != VERSION {
            return Err(PackError::OtherVersion { got: version });
        }
        let (length, crc) = number_at(bytes, 12).zip(number_at(bytes, 16)).ok_or(cut(PREFIX))?;
        let end = PREFIX.saturating_add(length as usize);
        let body = bytes.get(PREFIX..end).ok_or(cut(end))?;
        if crc32(body) != crc {
            return Err(PackError::DamagedDirectory);
        }
        let directory = Self::read_body(body).ok_or(PackError::DamagedDirectory)?;
        Ok((directory, end))
    }

    fn read_body(body: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(body);
        let mut directory = Self::default();
        for _ in 0..reader.count()? {
            let id = PartId::of_numbers((reader.small()?, reader.small()?))?;
            let (articles, first) = (reader.count()?, directory.articles());
            let (offset, length) = (reader.count()?, reader.count()?);
            let crc = u32::from_le_bytes(reader.take(4)?.try_into().ok()?);
            // Parts follow one another without gaps, and no sum of theirs runs over.
            first.checked_add(articles)?;
            if offset != directory.length() || offset.checked_add(length)? > isize::MAX as usize / 2
            {
                return None;
            }
            directory.entries.push(Entry { id, articles, first, offset, length, crc });
        }
        reader.is_empty().then_some(directory)
    }
}

fn number_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
