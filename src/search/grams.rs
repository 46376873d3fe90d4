//! The index: which short strings stand where.
//!
//! A *gram* is a string of one to six folded characters. Every single character and every pair has a list of all
//! its positions; where a pair (or a longer gram) stands more often than [`SPLIT`] times, it is *split*: the grams
//! that are one character longer have lists too. So a word's list is about as long as the word is frequent, and a
//! longer string is decided by intersecting the lists of the grams that cover it, shifted, without any text.
//!
//! The list of a split gram is a part of its own ([`PartId::Long`]), with a second one that counts by article what
//! a query of this gram alone asks ([`PartId::Tally`]). All others stand in [`PartId::Index`] parts, by a hash of the
//! gram: nobody needs a dictionary of all grams, only the short one of those that are split.

#[cfg(not(target_arch = "wasm32"))]
use crate::pack::Writer;
use crate::pack::{Pack, PackError, PartId, Reader};

use super::map::{Map, small};

/// A gram that stands more often is split. Lower: more and longer lists to write, fewer bytes for a query; higher: a
/// query of three characters fetches two lists of two that are longer.
pub const SPLIT: usize = 4096;

/// What is known before any list is fetched: what [`PartId::Map`] holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Guide {
    pub(super) map: Map,
    /// How many [`PartId::Index`] parts there are.
    pub(super) blocks: u32,
    /// No gram is longer, in code points.
    pub(super) longest: usize,
    /// Those that are split, sorted; the number of each is that of its [`PartId::Long`].
    pub(super) split: Vec<String>,
}

/// One gram of a cover.
pub(super) struct Piece {
    /// Where in the string, in code points.
    pub(super) at: usize,
    pub(super) gram: String,
    /// The part that has its list.
    pub(super) part: PartId,
    /// Whether it reaches to the string's end.
    pub(super) ends: bool,
}

impl Guide {
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn write(&self, writer: &mut Writer) {
        self.map.write(writer);
        writer.number(u64::from(self.blocks));
        writer.count(self.longest);
        writer.list(&self.split, |writer, gram| writer.text(gram));
    }

    pub(super) fn read(reader: &mut Reader) -> Option<Self> {
        let guide = Self {
            map: Map::read(reader)?,
            blocks: reader.small()?,
            longest: reader.count()?,
            split: reader.list(Reader::text)?,
        };
        reader.is_empty().then_some(guide)
    }

    /// The guide of a hosted edition.
    pub(super) async fn fetched(pack: &Pack) -> Result<Self, PackError> {
        let part = pack.part(PartId::Map).await?;
        Self::read(&mut Reader::new(&part)).ok_or(PackError::Unreadable { part: PartId::Map })
    }

    /// The number of a split gram.
    pub(super) fn split_number(&self, gram: &str) -> Option<u32> {
        self.split.binary_search_by(|own| own.as_str().cmp(gram)).ok().map(small)
    }

    /// The grams that cover `string`, which is not empty, each beginning where the one before ends or earlier.
    pub(super) fn cover(&self, string: &[char]) -> Vec<Piece> {
        let mut pieces = vec![self.piece(string, 0)];
        let mut last = 0;
        let mut end = pieces.first().map_or(0, |piece| piece.gram.chars().count());
        while end < string.len() {
            let ends = |at: usize| at + self.length(string, at);
            // As far as possible; at the string's end rather a short list, then the longer gram.
            let split = |at: usize| self.split_number(&text(string, at, ends(at))).is_some();
            let mut best = end;
            for at in (last + 1..end).rev() {
                let better = ends(at) > ends(best)
                    || ends(at) == ends(best) && (split(best) || ends(best) - best == 1);
                if better {
                    best = at;
                }
            }
            (last, end) = (best, ends(best));
            pieces.push(self.piece(string, best));
        }
        pieces
    }

    fn piece(&self, string: &[char], at: usize) -> Piece {
        let end = at + self.length(string, at);
        let gram = text(string, at, end);
        let part = match self.split_number(&gram) {
            Some(number) => PartId::Long(number),
            None => PartId::Index(block(gram.as_bytes(), self.blocks)),
        };
        Piece { at, gram, part, ends: end == string.len() }
    }

    /// The length of the longest gram that has a list and begins at `at`.
    fn length(&self, string: &[char], at: usize) -> usize {
        let room = (string.len() - at).min(self.longest);
        let mut length = room.min(2);
        while length < room && self.split_number(&text(string, at, at + length)).is_some() {
            length += 1;
        }
        length
    }
}

fn text(string: &[char], start: usize, end: usize) -> String {
    string.get(start..end).unwrap_or_default().iter().collect()
}

/// The [`PartId::Index`] part that has a gram's list: FNV-1a of its bytes.
pub(super) fn block(gram: &[u8], blocks: u32) -> u32 {
    let hash = gram
        .iter()
        .fold(0x811C_9DC5_u32, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash.checked_rem(blocks).unwrap_or_default()
}

/// Letters and digits of scripts that put spaces between words.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !matches!(u32::from(c), 0x2E80..=0xA4CF | 0xF900..=0xFAFF | 0x20000..)
}

/// A place of a gram: its position, and whether the character before it, and the one after it, belongs to the same
/// word as the gram's own first, and last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting {
    pub(super) at: u32,
    pub(super) after_letter: bool,
    pub(super) before_letter: bool,
}

/// Which of the two flags a gram's list has: only a letter can be in the middle of a word.
fn flags(gram: &str) -> (bool, bool) {
    (gram.chars().next().is_some_and(is_word), gram.chars().next_back().is_some_and(is_word))
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write_postings(writer: &mut Writer, gram: &str, postings: &[Posting]) {
    let (front, back) = flags(gram);
    let mut before = 0;
    for posting in postings {
        let mut number = u64::from(posting.at - before);
        if front {
            number = number << 1 | u64::from(posting.after_letter);
        }
        if back {
            number = number << 1 | u64::from(posting.before_letter);
        }
        writer.number(number);
        before = posting.at;
    }
}

pub(super) fn read_postings(bytes: &[u8], gram: &str) -> Option<Vec<Posting>> {
    let (front, back) = flags(gram);
    let mut reader = Reader::new(bytes);
    // Most take a byte or two.
    let mut postings = Vec::with_capacity(bytes.len() / 2);
    let mut at = 0_u32;
    while !reader.is_empty() {
        let mut number = reader.number()?;
        let mut flag = |there: bool| {
            let set = there && number & 1 == 1;
            number >>= u32::from(there);
            set
        };
        let before_letter = flag(back);
        let after_letter = flag(front);
        at = at.checked_add(u32::try_from(number).ok()?)?;
        postings.push(Posting { at, after_letter, before_letter });
    }
    Some(postings)
}

/// The list of a gram in a [`PartId::Index`] part; empty where it has none.
pub(super) fn list_in<'a>(part: &'a [u8], gram: &str) -> Option<&'a [u8]> {
    let mut reader = Reader::new(part);
    while !reader.is_empty() {
        let length = reader.count()?;
        let own = reader.take(length)?;
        let length = reader.count()?;
        let list = reader.take(length)?;
        if own == gram.as_bytes() {
            return Some(list);
        }
    }
    Some(&[])
}

/// Adds a gram's list to a [`PartId::Index`] part.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write_list(writer: &mut Writer, gram: &str, list: &[u8]) {
    writer.text(gram);
    writer.count(list.len());
    writer.bytes.extend_from_slice(list);
}
