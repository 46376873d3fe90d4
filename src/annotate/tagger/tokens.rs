//! A folded string cut into the units that are labelled: one for each Chinese character, one for each word or number in letters
//! and figures, one for each other sign. White space is none, but is remembered.

use super::super::line::is_han;
use super::hash::{hash_chars, mix};

/// What a unit is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// One Chinese character.
    Han,
    /// Letters of another script, with figures, hyphens and apostrophes inside.
    Word,
    /// Figures.
    Number,
    /// Anything else.
    Sign,
}

/// One unit of a string.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Its first code point.
    pub start: usize,
    /// One past its last code point.
    pub end: usize,
    /// What it is made of.
    pub class: Class,
    /// Stands for its text, numbers as one; equal texts have equal ids.
    pub id: u32,
    /// Stands for its text in small letters.
    pub lower: u32,
    /// How it is written: capitals, small letters, figures; equal patterns have equal shapes.
    pub shape: u32,
    /// Whether white space, or nothing, stands before it.
    pub spaced: bool,
    /// For a word: its first one to three letters, and its last one to four, each as one number.
    pub affixes: [u32; 7],
}

/// The units of a folded string, in order.
#[must_use]
pub fn tokens(folded: &[char]) -> Vec<Token> {
    let mut found = Vec::with_capacity(folded.len());
    let mut at = 0;
    let mut spaced = true;
    while let Some(&c) = folded.get(at) {
        if c.is_whitespace() {
            spaced = true;
            at += 1;
            continue;
        }
        let (class, end) = unit(folded, at, c);
        let text = folded.get(at..end).unwrap_or_default();
        found.push(token(text, at, class, spaced));
        spaced = false;
        at = end;
    }
    found
}

/// The class of the unit that begins here, and where it ends.
fn unit(folded: &[char], at: usize, c: char) -> (Class, usize) {
    if is_han(c) {
        return (Class::Han, at + 1);
    }
    if c.is_numeric() {
        let inside = |end: usize| {
            let here = folded.get(end).is_some_and(|c| c.is_numeric());
            let point = matches!(folded.get(end), Some('.' | ','))
                && folded.get(end + 1).is_some_and(|c| c.is_numeric());
            here || point
        };
        let mut end = at + 1;
        while inside(end) {
            end += 1;
        }
        return (Class::Number, end);
    }
    if !c.is_alphabetic() {
        return (Class::Sign, at + 1);
    }
    (Class::Word, word_end(folded, at))
}

/// Where a word ends: letters and figures, a hyphen or an apostrophe between letters, and the stops of U.S.
fn word_end(folded: &[char], at: usize) -> usize {
    let letter =
        |index: usize| folded.get(index).is_some_and(|&c| c.is_alphanumeric() && !is_han(c));
    let mut end = at + 1;
    loop {
        let possessive = matches!(folded.get(end), Some('\'' | '’'))
            && matches!(folded.get(end + 1), Some('s' | 'S'))
            && !letter(end + 2);
        let joined = matches!(folded.get(end), Some('-' | '\'' | '’' | '&')) && letter(end + 1);
        if letter(end) || joined && !possessive {
            end += 1;
        } else {
            break;
        }
    }
    // U.S. and J. keep their stops.
    let initials = end == at + 1 && folded.get(at).is_some_and(|c| c.is_uppercase());
    if initials && folded.get(end) == Some(&'.') {
        end += 1;
        while folded.get(end).is_some_and(|c| c.is_uppercase()) && folded.get(end + 1) == Some(&'.')
        {
            end += 2;
        }
    }
    end
}

fn token(text: &[char], start: usize, class: Class, spaced: bool) -> Token {
    let end = start + text.len();
    if class == Class::Number {
        let length = u32::try_from(text.len().min(5)).unwrap_or(5);
        return Token {
            start,
            end,
            class,
            id: length,
            lower: length,
            shape: length,
            spaced,
            affixes: [0; 7],
        };
    }
    let id = hash_chars(text.iter().copied());
    if class != Class::Word {
        return Token {
            start,
            end,
            class,
            id,
            lower: id,
            shape: if class == Class::Han { 6 } else { id },
            spaced,
            affixes: [0; 7],
        };
    }
    let lower = hash_chars(text.iter().flat_map(|c| c.to_lowercase()));
    Token { start, end, class, id, lower, shape: shape(text), spaced, affixes: affixes(text) }
}

fn affixes(text: &[char]) -> [u32; 7] {
    let small = |part: Option<&[char]>| {
        let letters = part.unwrap_or_default().iter().filter_map(|c| c.to_lowercase().next());
        hash_chars(letters)
    };
    let first = |count: usize| small(text.get(..count));
    let last =
        |count: usize| small(text.len().checked_sub(count).and_then(|from| text.get(from..)));
    [first(1), first(2), first(3), last(1), last(2), last(4), last(3)]
}

/// Runs of capitals, small letters, figures and others, each as one sign.
fn shape(text: &[char]) -> u32 {
    let mut hash = 7;
    let mut last = 0;
    for &c in text {
        let sign = match c {
            _ if c.is_uppercase() => 1,
            _ if c.is_alphabetic() => 2,
            _ if c.is_numeric() => 3,
            '.' => 4,
            _ => 5,
        };
        if sign != last {
            hash = mix(hash, sign);
        }
        last = sign;
    }
    // One capital is an initial; several are an abbreviation or a headline.
    if text.len() == 1 { mix(hash, 9) } else { hash }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        tokens(&chars).iter().map(|t| chars[t.start..t.end].iter().collect()).collect()
    }

    #[test]
    fn words_numbers_and_characters_are_told_apart() {
        assert_eq!(cut("在UN说3,5万 a."), ["在", "UN", "说", "3,5", "万", "a", "."]);
        assert_eq!(
            cut("J. Smith's U.S. all-rounder"),
            ["J.", "Smith", "'", "s", "U.S.", "all-rounder"]
        );
    }
}
