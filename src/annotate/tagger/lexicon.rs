//! The words of a language as far as they help to tell names: in Chinese, what a string of characters is cut into.
//!
//! A line of the file is a class (one letter), how frequent the words on it are (the logarithm to the base 2), and the words.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::super::line::is_han;
use super::hash::{hash_chars, mix, spread};

/// A word's class and the logarithm of its frequency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// One letter: `p` person, `s` place, `o` organisation, `z` other names, `n` noun, `v` verb and so on.
    pub class: u8,
    /// To the base 2.
    pub frequency: u8,
}

/// Words by their hash; nothing ever goes through the map in its order.
pub struct Lexicon {
    words: HashMap<u32, Entry, BuildHasherDefault<Same>>,
    longest: usize,
}

/// The keys are hashes already.
#[derive(Default)]
struct Same(u64);

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
    fn write_u32(&mut self, key: u32) {
        self.0 = u64::from(key) << 32 | u64::from(key);
    }
}

/// Where a string is cut, by the word that each unit belongs to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place {
    /// Stands for the word.
    pub word: u32,
    /// Its class; 0 where it is not in the lexicon.
    pub class: u8,
    /// How many units of it stand before this one.
    pub before: u8,
    /// How many stand after it.
    pub after: u8,
    /// One bit for each part (first, inside, last) of each kind of name that any word of the lexicon has here.
    pub names: u16,
}

impl Lexicon {
    /// Reads the list.
    #[must_use]
    pub fn parse(list: &str) -> Self {
        let mut words = HashMap::default();
        let mut longest = 0;
        for line in list.lines() {
            let mut parts = line.split_ascii_whitespace();
            let Some((class, frequency)) = parts.next().and_then(|head| head.split_at_checked(1))
            else {
                continue;
            };
            let class = class.bytes().next().unwrap_or(b'x');
            let entry = Entry { class, frequency: frequency.parse().unwrap_or(1) };
            for word in parts {
                let units = units(word);
                longest = longest.max(units.len());
                words.insert(spread(units.into_iter().fold(0, mix)), entry);
            }
        }
        Self { words, longest }
    }

    /// What is known of a word, given by its units.
    #[must_use]
    pub fn entry(&self, units: &[u32]) -> Option<Entry> {
        self.words.get(&spread(units.iter().fold(0, |hash, unit| mix(hash, *unit)))).copied()
    }

    /// Cuts a string, given by its units, into the most frequent words; units of which `word` says no stand alone.
    #[must_use]
    pub fn cut(&self, units: &[u32], word: impl Fn(usize) -> bool) -> Vec<Place> {
        let count = units.len();
        let mut places = vec![Place::default(); count];
        // From the last unit on: the cost of the rest, and how long the best word here is.
        let mut best: Vec<(u32, u8, Entry)> =
            vec![(0, 1, Entry { class: 0, frequency: 0 }); count + 1];
        for at in (0..count).rev() {
            let rest = best.get(at + 1).map_or(0, |next| next.0);
            let mut choice = (rest + 27, 1_u8, Entry { class: 0, frequency: 0 });
            let mut hash = 0;
            for length in 1..=self.longest.min(count - at) {
                if !word(at + length - 1) {
                    break;
                }
                hash = mix(hash, units.get(at + length - 1).copied().unwrap_or(0));
                let Some(&entry) = self.words.get(&spread(hash)) else { continue };
                let rest = best.get(at + length).map_or(0, |next| next.0);
                let cost = rest + 26_u32.saturating_sub(u32::from(entry.frequency));
                if cost <= choice.0 {
                    choice = (cost, u8::try_from(length).unwrap_or(1), entry);
                }
                mark(&mut places, at, length, entry.class);
            }
            if let Some(slot) = best.get_mut(at) {
                *slot = choice;
            }
        }
        let mut at = 0;
        while at < count {
            let Some(&(_, length, entry)) = best.get(at) else { break };
            let end = at + usize::from(length.max(1));
            let word = spread(
                units
                    .get(at..end)
                    .unwrap_or_default()
                    .iter()
                    .fold(0, |hash, unit| mix(hash, *unit)),
            );
            for (n, place) in places.get_mut(at..end).unwrap_or_default().iter_mut().enumerate() {
                let before = u8::try_from(n).unwrap_or(0);
                place.word = word;
                place.class = entry.class;
                place.before = before;
                place.after = length.saturating_sub(before + 1);
            }
            at = end;
        }
        places
    }
}

/// The units of a word of the list: its Chinese characters, or its words, written with `_` between them.
fn units(word: &str) -> Vec<u32> {
    if word.chars().any(is_han) {
        return word.chars().map(unit).collect();
    }
    word.split('_').map(|part| hash_chars(part.chars())).collect()
}

/// The number of a character among the units that [`Lexicon::cut`] is given.
#[must_use]
pub fn unit(c: char) -> u32 {
    hash_chars(std::iter::once(c))
}

/// Notes a name of the lexicon over the units it covers.
fn mark(places: &mut [Place], at: usize, length: usize, class: u8) {
    let kind = match class {
        b'p' => 0,
        b's' => 1,
        b'o' => 2,
        b'z' => 3,
        _ => return,
    };
    if length < 2 {
        return;
    }
    for (n, place) in places.get_mut(at..at + length).unwrap_or_default().iter_mut().enumerate() {
        let part = if n == 0 {
            0
        } else if n + 1 == length {
            2
        } else {
            1
        };
        place.names |= 1 << (kind * 3 + part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_is_cut_into_the_most_frequent_words() {
        let lexicon =
            Lexicon::parse("n10 南京市 大桥\ns12 南京 长江\np5 江大桥\nn4 市长\ns8 长江大桥\n");
        let units: Vec<u32> = "南京市长江大桥".chars().map(unit).collect();
        let places = lexicon.cut(&units, |_| true);
        let begins: Vec<usize> = (0..units.len()).filter(|&n| places[n].before == 0).collect();
        assert_eq!(begins, [0, 3]);
        assert_eq!(places[0].names, 1 << 3);
    }
}
