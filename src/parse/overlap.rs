//! How much of a heading's words a text takes up.

use std::collections::BTreeSet;

use crate::read::is_cjk;

/// Two characters that stand together, or a Latin word, folded to small letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gram {
    /// Neighbours in Chinese text.
    Pair(char, char),
    /// A word of four letters or more.
    Word(String),
}

/// The pairs and words of a text.
pub(super) fn grams(text: &str) -> impl Iterator<Item = Gram> + '_ {
    let chars = text.chars().zip(text.chars().skip(1));
    let pairs = chars
        .filter(|(a, b)| [a, b].iter().all(|c| is_cjk(**c) && c.is_alphanumeric()))
        .map(|(a, b)| Gram::Pair(a, b));
    let words = text
        .split(|c: char| !c.is_alphabetic() || is_cjk(c))
        .filter(|word| word.len() > 3)
        .map(|word| Gram::Word(word.to_lowercase()));
    pairs.chain(words)
}

/// How many of a heading's pairs and words stand in `known`, in hundredths.
pub(super) fn share(heading: &str, known: &BTreeSet<Gram>) -> usize {
    let all: BTreeSet<Gram> = grams(heading).collect();
    let found = all.iter().filter(|gram| known.contains(gram)).count();
    if all.is_empty() { 0 } else { found * 100 / all.len() }
}
