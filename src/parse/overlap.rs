//! How much of a heading's words a text takes up.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use crate::read::{is_cjk, is_letter, is_numeric};

/// Two Chinese characters that stand together, or a Latin word, as a number: what is asked is only
/// whether a text has it.
pub(super) type Gram = u64;

/// Grams of a text; nothing ever goes through them in their order.
pub(super) type Grams = HashSet<Gram, BuildHasherDefault<Spread>>;

/// 2 to the 64 over the golden ratio.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// Hashes a gram by one multiplication (Fibonacci hashing; Knuth, TAOCP 3, 6.4). Both halves are mixed: tables go by the
/// lower bits and by the highest.
#[derive(Default)]
pub(super) struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }
    fn write_u64(&mut self, gram: Gram) {
        let mixed = (self.0 ^ gram).wrapping_mul(SPREAD);
        self.0 = mixed ^ mixed >> 32;
    }
}

/// What the number of a word begins from.
const SEED: u64 = 0xCBF2_9CE4;

/// Set in a word's number, so that no pair has the same.
const WORD: u64 = 1 << 63;

/// Gives `take` the pairs of a text, and its words of four bytes or more, folded to small letters.
pub(super) fn each_gram(text: &str, mut take: impl FnMut(Gram)) {
    let (mut last, mut word) = (None, Latin::default());
    for c in text.chars() {
        if is_cjk(c) {
            word.end(&mut take);
            let wide = (is_letter(c) || is_numeric(c)).then_some(u64::from(u32::from(c)));
            if let (Some(last), Some(wide)) = (last, wide) {
                take(last << 32 | wide);
            }
            last = wide;
            continue;
        }
        last = None;
        if c.is_alphabetic() {
            word.add(c);
        } else {
            word.end(&mut take);
        }
    }
    word.end(&mut take);
}

/// A word that is being read.
#[derive(Default)]
struct Latin {
    hash: u64,
    /// In bytes.
    length: usize,
}

impl Latin {
    fn add(&mut self, c: char) {
        if self.length == 0 {
            self.hash = SEED;
        }
        self.length += c.len_utf8();
        self.hash = c.to_lowercase().fold(self.hash, mix);
    }

    fn end(&mut self, take: &mut impl FnMut(Gram)) {
        if self.length > 3 && EVERYWHERE.binary_search(&self.hash).is_err() {
            take(WORD | self.hash);
        }
        self.length = 0;
    }
}

/// English words that stand in every text, and so tell of none what it speaks of.
static EVERYWHERE: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let words = "about after also been before could from have into more other over said says some than that their them \
                 then there they this told were what when where which while will with would";
    let numbers = words.split_whitespace().map(|word| word.chars().fold(SEED, mix));
    let mut all: Vec<u64> = numbers.collect();
    all.sort_unstable();
    all
});

/// One step of FNV-1a (Fowler, Noll, Vo), by character.
fn mix(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01B3)
}

/// How many of a heading's pairs and words stand in `known`, in hundredths.
pub(super) fn share(heading: &str, known: &Grams) -> usize {
    let all = each_once(heading);
    let found = all.iter().filter(|gram| known.contains(gram)).count();
    (found * 100).checked_div(all.len()).unwrap_or_default()
}

/// How many of a heading's pairs and words stand in a text, in hundredths. For texts that are asked for one heading only.
pub(super) fn share_in(heading: &str, text: &str) -> usize {
    let all = each_once(heading);
    if all.is_empty() {
        return 0;
    }
    // One bit of sixty-four for each: most of the text's have another.
    let bit = |gram: &Gram| 1_u64 << (gram.wrapping_mul(SPREAD) >> 58);
    let bits = all.iter().fold(0, |bits, gram| bits | bit(gram));
    let mut found = vec![false; all.len()];
    each_gram(text, |gram| {
        if bits & bit(&gram) != 0
            && let Ok(n) = all.binary_search(&gram)
            && let Some(found) = found.get_mut(n)
        {
            *found = true;
        }
    });
    found.iter().filter(|found| **found).count() * 100 / all.len()
}

/// The pairs and words of a heading, sorted.
fn each_once(heading: &str) -> Vec<Gram> {
    let mut all = Vec::with_capacity(heading.len() / 3);
    each_gram(heading, |gram| all.push(gram));
    all.sort_unstable();
    all.dedup();
    all
}
