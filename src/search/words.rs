//! The words of an edition: what is looked through where a word is not there. A hosted edition serves those of one
//! length as one part.

use std::ops::RangeInclusive;

#[cfg(not(target_arch = "wasm32"))]
use rustc_hash::FxHashMap;

use super::map::small;
use super::parts::{Parts, Stop, so_far};
#[cfg(not(target_arch = "wasm32"))]
use crate::pack::Writer;
use crate::pack::{PartId, Reader};

/// Longer ones, in code points, are pasted rather than typed.
pub(super) const LONGEST: usize = 32;
/// And those near one are at most so many letters off.
pub(super) const FARTHEST: usize = 2;

/// Every word between spaces, signs and Chinese characters, and the byte where it begins. The text ends with a sign.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    let is_sign = |c: char| !c.is_alphanumeric() || is_han(c);
    text.match_indices(is_sign).filter_map(move |(end, sign)| {
        let word = (start, text.get(start..end)?);
        start = end + sign.len();
        (!word.1.is_empty()).then_some(word)
    })
}

pub(super) fn is_han(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..)
}

/// The words of an edition: how often each stands, and in which article first.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Default)]
pub(super) struct Counts(FxHashMap<String, (u64, usize)>);

#[cfg(not(target_arch = "wasm32"))]
impl Counts {
    /// Adds the words of an article's text, which ends with a sign.
    pub(super) fn add(&mut self, article: usize, text: &str) {
        for (_, word) in words(text) {
            if let Some((count, _)) = self.0.get_mut(word) {
                *count += 1;
            } else {
                self.0.insert(word.to_owned(), (1, article));
            }
        }
    }

    /// The parts that list the words: sorted, each with what it shares with the one before, how often it stands, and the
    /// first article that has it.
    pub(super) fn parts(self) -> Vec<(PartId, Vec<u8>)> {
        let mut lengths: Vec<Vec<Counted>> = vec![Vec::new(); LONGEST + FARTHEST + 1];
        let counted = self.0.iter().map(|(word, (count, article))| (&**word, *count, *article));
        for counted in counted.collect::<Vec<_>>() {
            if let Some(words) = lengths.get_mut(counted.0.chars().count()) {
                words.push(counted);
            }
        }
        let written = lengths.into_iter().map(written);
        (0..).map(PartId::Words).zip(written).collect()
    }
}

/// A word, how often it stands, and in which article first.
#[cfg(not(target_arch = "wasm32"))]
type Counted<'a> = (&'a str, u64, usize);

#[cfg(not(target_arch = "wasm32"))]
fn written(mut words: Vec<Counted>) -> Vec<u8> {
    words.sort_unstable();
    let mut writer = Writer::default();
    let mut before = "";
    for (word, count, article) in words {
        let same = before.chars().zip(word.chars()).take_while(|(a, b)| a == b);
        let shared: usize = same.map(|(c, _)| c.len_utf8()).sum();
        writer.count(shared);
        writer.text(word.get(shared..).unwrap_or_default());
        writer.number(count);
        writer.count(article);
        before = word;
    }
    writer.bytes
}

/// Tells of every word of these lengths, how often it stands, and the first article that has it.
pub(super) fn listed(
    parts: &mut Parts,
    lengths: RangeInclusive<usize>,
    mut tell: impl FnMut(&str, usize, usize),
) -> Result<(), Stop> {
    let mut waiting = false;
    for length in lengths {
        let part = PartId::Words(small(length));
        if let Some(bytes) = so_far(parts.get(part), &mut waiting)? {
            read(bytes, &mut tell).ok_or(Stop::unreadable(part))?;
        }
    }
    if waiting { Err(Stop::Waiting) } else { Ok(()) }
}

fn read(bytes: &[u8], tell: &mut impl FnMut(&str, usize, usize)) -> Option<()> {
    let mut reader = Reader::new(bytes);
    let mut word = String::new();
    while !reader.is_empty() {
        let shared = reader.count()?;
        word = [word.get(..shared)?, &reader.text()?].concat();
        tell(&word, reader.count()?, reader.count()?);
    }
    Some(())
}
