//! Lists of words, kept in `data/words`, looked up at a place in a folded string.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::line::fold;

/// A set of words.
pub(crate) struct Words {
    all: FxHashSet<Vec<char>>,
    /// The first and the last characters of all words, which is mostly enough to say no.
    firsts: Letters,
    lasts: Letters,
    /// In code points.
    longest: usize,
}

/// A set of characters as one bit each, up to the end of the Basic Multilingual Plane; others are always in it.
pub(crate) struct Letters(Vec<u64>);

impl Letters {
    pub(crate) fn of(letters: impl Iterator<Item = char>) -> Self {
        let mut bits = vec![0_u64; 1024];
        for c in letters {
            if let Some(word) = bits.get_mut(c as usize / 64) {
                *word |= 1 << (c as usize % 64);
            }
        }
        Self(bits)
    }

    pub(crate) fn may_have(&self, c: Option<&char>) -> bool {
        let Some(&c) = c else { return false };
        self.0.get(c as usize / 64).is_none_or(|word| word & (1 << (c as usize % 64)) != 0)
    }
}

impl Words {
    /// Words between white space; a line that begins with `#` is a remark.
    pub(crate) fn parse(list: &str) -> Self {
        let lines = list.lines().filter(|line| !line.starts_with('#'));
        let words: FxHashSet<Vec<char>> = lines
            .flat_map(str::split_whitespace)
            .map(|word| fold(word).chars().collect())
            .collect();
        let longest = words.iter().map(Vec::len).max().unwrap_or(0);
        let firsts = Letters::of(words.iter().filter_map(|word| word.first().copied()));
        let lasts = Letters::of(words.iter().filter_map(|word| word.last().copied()));
        Self { all: words, firsts, lasts, longest }
    }

    /// The length of the longest word that begins at an index.
    pub(crate) fn at(&self, folded: &[char], index: usize) -> Option<usize> {
        if !self.firsts.may_have(folded.get(index)) {
            return None;
        }
        let most = self.longest.min(folded.len().saturating_sub(index));
        (1..=most).rev().find(|&length| {
            folded.get(index..index + length).is_some_and(|word| self.all.contains(word))
        })
    }

    /// The length of the longest word that ends before an index.
    pub(crate) fn before(&self, folded: &[char], index: usize) -> Option<usize> {
        if !self.lasts.may_have(folded.get(index.checked_sub(1)?)) {
            return None;
        }
        (1..=self.longest.min(index)).rev().find(|&length| {
            folded.get(index - length..index).is_some_and(|word| self.all.contains(word))
        })
    }

    /// Whether this is one of the words.
    pub(crate) fn contains(&self, word: &[char]) -> bool {
        self.all.contains(word)
    }

    /// Whether this character is a word.
    pub(crate) fn has(&self, c: char) -> bool {
        self.contains(&[c])
    }
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)*) => {
        $($(#[$doc])* pub(crate) static $name: LazyLock<Words> =
            LazyLock::new(|| Words::parse(include_str!(concat!("../../data/words/", $file))));)*
    };
}

lists! {
    SURNAMES = "surnames.txt";
    RARE_SURNAMES = "surnames_rare.txt";
    TITLES = "titles.txt";
    HONORIFICS = "honorifics.txt";
    SPEECH = "speech.txt";
    AFTER = "after.txt";
    BREAKS = "breaks.txt";
    GENERIC = "generic.txt";
    NOT_NAMES = "not_names.txt";
    NOTHING = "nothing.txt";
    TRANSLITERATION = "transliteration.txt";
    ENGLISH_TITLES = "english_titles.txt";
    GIVEN_NAMES = "given_names.txt";
}

/// The endings of organisations: those that are enough, and those that want a place in front.
pub(crate) static BODY_ENDINGS: LazyLock<(Words, Words)> =
    LazyLock::new(|| endings(include_str!("../../data/words/organisation_suffixes.txt")));

/// The endings of places: those that are enough, and those of one character, which are not.
pub(crate) static PLACE_ENDINGS: LazyLock<(Words, Words)> =
    LazyLock::new(|| endings(include_str!("../../data/words/place_suffixes.txt")));

/// A list in two parts, each under its name on a line of its own.
fn endings(list: &str) -> (Words, Words) {
    let body = list.split_once("\nstrong\n").map_or(list, |(_, body)| body);
    let (strong, weak) = body.split_once("\nweak\n").unwrap_or((body, ""));
    (Words::parse(strong), Words::parse(weak))
}
