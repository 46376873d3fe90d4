//! One string, prepared for looking into: by code points, and folded so that rules are written once.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A string as its code points, beside the same folded: full width to half width, Traditional to Simplified.
///
/// Folding takes one code point to one code point, so an index holds in both.
pub(crate) struct Line {
    /// As printed.
    pub(crate) chars: Vec<char>,
    /// As compared.
    pub(crate) folded: Vec<char>,
    /// `folded` as a string, for automata and patterns.
    pub(crate) plain: String,
    /// Where each code point of `plain` begins, in bytes, and where the last one ends.
    starts: Vec<usize>,
}

impl Line {
    pub(crate) fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let folded: Vec<char> = chars.iter().copied().map(fold_char).collect();
        let mut plain = String::with_capacity(text.len());
        let mut starts = Vec::with_capacity(chars.len() + 1);
        for &c in &folded {
            starts.push(plain.len());
            plain.push(c);
        }
        starts.push(plain.len());
        Self { chars, folded, plain, starts }
    }

    /// The index of the code point that begins at, or holds, this byte of `plain`.
    pub(crate) fn index(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start < byte)
    }

    /// The folded code point at an index.
    pub(crate) fn at(&self, index: usize) -> Option<char> {
        self.folded.get(index).copied()
    }

    /// The folded code point before an index.
    pub(crate) fn before(&self, index: usize) -> Option<char> {
        self.at(index.checked_sub(1)?)
    }

    /// The printed text between two indices.
    pub(crate) fn text(&self, start: usize, end: usize) -> String {
        self.chars.get(start..end).unwrap_or_default().iter().collect()
    }

    /// The folded text between two indices.
    pub(crate) fn folded(&self, start: usize, end: usize) -> &str {
        let byte = |index: usize| self.starts.get(index).copied().unwrap_or(self.plain.len());
        self.plain.get(byte(start)..byte(end)).unwrap_or_default()
    }

    /// Whether a folded word stands at an index.
    pub(crate) fn has(&self, start: usize, word: &str) -> bool {
        // Most words fail at their first character.
        let rest = self.starts.get(start).and_then(|byte| self.plain.get(*byte..));
        self.at(start) == word.chars().next() && rest.is_some_and(|rest| rest.starts_with(word))
    }

    /// Whether a figure and a decimal point or comma stand before an index.
    pub(crate) fn inside_number(&self, index: usize) -> bool {
        let figure = index.checked_sub(1).and_then(|point| self.before(point));
        matches!(self.before(index), Some('.' | ','))
            && figure.is_some_and(|c| c.is_ascii_digit())
            && index
                .checked_sub(1)
                .and_then(|point| self.chars.get(point))
                .is_some_and(char::is_ascii)
    }

    /// Whether nothing that belongs to the same word can stand before an index.
    pub(crate) fn opens(&self, index: usize) -> bool {
        self.before(index).is_none_or(|c| !c.is_alphanumeric())
    }

    /// Whether nothing that belongs to the same word can stand from an index on.
    pub(crate) fn closes(&self, index: usize) -> bool {
        self.at(index).is_none_or(|c| !c.is_alphanumeric())
    }

    /// Whether a stretch does not cut a word written in letters or a number in two.
    pub(crate) fn whole_words(&self, start: usize, end: usize) -> bool {
        let joined = |left: Option<char>, right: Option<char>| matches!((left, right), (Some(l), Some(r)) if is_letter(l) && is_letter(r));
        !joined(self.before(start), self.at(start)) && !joined(self.before(end), self.at(end))
    }
}

/// Letters and digits of scripts that put spaces between words.
pub(crate) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c)
}

/// A Chinese character, as far as names are written with it.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '〇')
}

/// A string as it is compared.
pub(crate) fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// A Traditional character's Simplified one, from `OpenCC`.
static SIMPLIFIED: LazyLock<FxHashMap<char, char>> = LazyLock::new(|| {
    let pair = |line: &str| {
        let mut chars = line.chars();
        Some((chars.next()?, chars.next()?))
    };
    include_str!("../../data/simplified.txt").lines().filter_map(pair).collect()
});

/// A character as it is compared.
fn fold_char(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '‧' | '・' | '•' | '∙' => '·',
        '\u{2e80}'.. => SIMPLIFIED.get(&c).copied().unwrap_or(c),
        _ => c,
    }
}
