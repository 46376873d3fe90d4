//! How much of a heading's words a text takes up.

use std::collections::HashSet;

use crate::read::{is_cjk, is_letter};

/// Two Chinese characters that stand together, or a Latin word, as a number: what is asked is only
/// whether a text has it.
pub(super) type Gram = u64;

/// Set in a word's number, so that no pair has the same.
const WORD: u64 = 1 << 63;

/// The pairs of a text, and its words of four bytes or more, folded to small letters.
pub(super) fn grams(text: &str) -> impl Iterator<Item = Gram> + '_ {
    let chars = text.chars().zip(text.chars().skip(1));
    let pairs = chars
        .filter(|(a, b)| [a, b].iter().all(|c| is_cjk(**c) && (is_letter(**c) || c.is_numeric())))
        .map(|(a, b)| u64::from(u32::from(a)) << 32 | u64::from(u32::from(b)));
    let words = text
        .split(|c: char| is_cjk(c) || !c.is_alphabetic())
        .filter(|word| word.len() > 3)
        .map(|word| WORD | word.chars().flat_map(char::to_lowercase).fold(0xCBF2_9CE4, mix));
    pairs.chain(words)
}

/// One step of FNV-1a (Fowler, Noll, Vo), by character.
fn mix(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01B3)
}

/// How many of a heading's pairs and words stand in `known`, in hundredths.
pub(super) fn share(heading: &str, known: &HashSet<Gram>) -> usize {
    let mut all: Vec<Gram> = grams(heading).collect();
    all.sort_unstable();
    all.dedup();
    let found = all.iter().filter(|gram| known.contains(gram)).count();
    (found * 100).checked_div(all.len()).unwrap_or_default()
}
