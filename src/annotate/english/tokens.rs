//! A string as words, figures and marks, in lower case.

use super::super::line::Line;

/// The words, runs of figures and single marks of a string, without the space between them.
///
/// What is in other scripts is one token for each run, so that a Chinese paragraph costs little.
pub(crate) struct Tokens {
    /// The string in ASCII lower case, with straight apostrophes.
    lower: String,
    list: Vec<Token>,
}

struct Token {
    /// In `lower`.
    bytes: std::ops::Range<usize>,
    /// The first code point of the string, and one past the last.
    start: usize,
    end: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Figure,
    Letter,
    Mark,
    Other,
}

impl Tokens {
    pub(crate) fn of(line: &Line) -> Self {
        let mut lower = String::with_capacity(line.plain.len());
        let mut list: Vec<Token> = Vec::new();
        let mut last_class = Class::Space;
        for (index, &printed) in line.folded.iter().enumerate() {
            let c = if printed == '’' { '\'' } else { printed.to_ascii_lowercase() };
            let follows = line.folded.get(index + 1).is_some_and(char::is_ascii_alphabetic);
            let sort = match c {
                _ if c.is_whitespace() => Class::Space,
                '0'..='9' => Class::Figure,
                'a'..='z' => Class::Letter,
                '\'' if last_class == Class::Letter && follows => Class::Letter,
                _ if c.is_alphanumeric() => Class::Other,
                _ => Class::Mark,
            };
            let from = lower.len();
            lower.push(c);
            match list.last_mut() {
                Some(previous)
                    if sort == last_class && sort != Class::Mark && sort != Class::Space =>
                {
                    previous.end = index + 1;
                    previous.bytes.end = lower.len();
                }
                _ if sort == Class::Space => {}
                _ => list.push(Token { bytes: from..lower.len(), start: index, end: index + 1 }),
            }
            last_class = sort;
        }
        Self { lower, list }
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The word at an index; empty beyond the ends.
    pub(crate) fn word(&self, index: usize) -> &str {
        let token = self.list.get(index);
        token.and_then(|token| self.lower.get(token.bytes.clone())).unwrap_or_default()
    }

    /// The word before an index; empty at the beginning.
    pub(crate) fn before(&self, index: usize) -> &str {
        index.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// The code point at which a token begins.
    pub(crate) fn start(&self, index: usize) -> usize {
        self.list.get(index).map_or(usize::MAX, |token| token.start)
    }

    /// One past the last code point of the token before an index.
    pub(crate) fn end(&self, index: usize) -> usize {
        index.checked_sub(1).and_then(|last| self.list.get(last)).map_or(0, |token| token.end)
    }

    /// The single space between a token and the one before it.
    pub(crate) fn space_before(&self, index: usize) -> Option<char> {
        let from = self.list.get(index.checked_sub(1)?)?.bytes.end;
        let mut between = self.lower.get(from..self.list.get(index)?.bytes.start)?.chars();
        between.next().filter(|_| between.next().is_none())
    }

    /// Whether a token stands right after the one before it, without space.
    pub(crate) fn joined(&self, index: usize) -> bool {
        index > 0 && self.end(index) == self.start(index)
    }

    /// Whether a word is one of these.
    pub(crate) fn is(&self, index: usize, words: &[&str]) -> bool {
        words.contains(&self.word(index))
    }

    /// One past a token, if it is one of these, or else the index itself.
    pub(crate) fn past(&self, index: usize, words: &[&str]) -> usize {
        index + usize::from(self.is(index, words))
    }

    /// Where several words end that stand one after the other, given with spaces between them.
    pub(crate) fn phrase(&self, index: usize, phrase: &str) -> Option<usize> {
        let mut end = index;
        for word in phrase.split(' ') {
            if self.word(end) != word {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// The longest of some phrases that stands here: which it is and where it ends.
    pub(crate) fn any<'a, T>(
        &self,
        index: usize,
        phrases: &'a [(&str, T)],
    ) -> Option<(&'a T, usize)> {
        let first = self.word(index).as_bytes().first();
        let may_stand = phrases.iter().filter(|(phrase, _)| phrase.as_bytes().first() == first);
        let hits = may_stand.filter_map(|(phrase, t)| Some((t, self.phrase(index, phrase)?)));
        hits.max_by_key(|(_, end)| *end)
    }

    /// Where the longest of some phrases ends that stands here.
    pub(crate) fn longest(&self, index: usize, phrases: &[&str]) -> Option<usize> {
        let first = self.word(index).as_bytes().first();
        let may_stand = phrases.iter().filter(|phrase| phrase.as_bytes().first() == first);
        may_stand.filter_map(|phrase| self.phrase(index, phrase)).max()
    }

    /// A run of figures as a number, and how many figures it has.
    pub(crate) fn figures(&self, index: usize) -> Option<(i64, usize)> {
        let word = self.word(index);
        let all = !word.is_empty() && word.len() < 19 && word.bytes().all(|b| b.is_ascii_digit());
        Some((all.then(|| word.parse().ok()).flatten()?, word.len()))
    }
}
