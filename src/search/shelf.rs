//! Every string of an edition, folded, in one text.

use crate::model::{Article, At, Span};
use crate::text::{Drop, fold, fold_into, source_span};

use super::Hit;

/// What parts two strings: folding never makes it, so no match crosses from one into the next.
const BETWEEN: char = '\n';

/// Every string of an edition, folded, in one text, and the way back to each.
pub(super) struct Shelf {
    text: String,
    /// In the order of the text.
    strings: Vec<Place>,
    /// What folding left out, string after string.
    drops: Vec<Drop>,
    /// For each article, the index of its first string; one more at the end.
    firsts: Vec<usize>,
}

/// One string.
pub(super) struct Place {
    pub(super) at: At,
    /// Whether it says again what the article says elsewhere, so that only its own field looks there.
    pub(super) repeats: bool,
    /// The byte of the text where it begins.
    start: usize,
    /// The first of its drops.
    drops: usize,
}

/// A stretch of the folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Match {
    /// The index of its string.
    pub(super) string: usize,
    /// Bytes of the text; end exclusive.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Shelf {
    pub(super) fn new() -> Self {
        Self { text: String::new(), strings: Vec::new(), drops: Vec::new(), firsts: vec![0] }
    }

    /// Adds an article after the others.
    pub(super) fn add(&mut self, article: &Article) {
        let mut strings: Vec<(At, &str, bool)> =
            article.texts().map(|(at, text)| (at, text, false)).collect();
        // Source and date mostly stand in the text too, where they are found; counted twice they would be
        // places that no reader sees.
        for (at, text) in [(At::Source, &article.source), (At::Date, &article.date)] {
            if let Some(text) = text {
                let repeats = article.texts().any(|(_, other)| other.contains(text.as_str()));
                let before = strings.partition_point(|(other, ..)| *other < at);
                strings.insert(before, (at, text, repeats));
            }
        }
        for (at, text, repeats) in strings {
            let (start, drops) = (self.text.len(), self.drops.len());
            self.strings.push(Place { at, repeats, start, drops });
            fold_into(text, &mut self.text, &mut self.drops);
            self.text.push(BETWEEN);
        }
        self.firsts.push(self.strings.len());
    }

    /// How many articles there are.
    pub(super) fn articles(&self) -> usize {
        self.firsts.len() - 1
    }

    /// The bytes of an article's text, or of all of it.
    pub(super) fn length(&self, article: Option<usize>) -> usize {
        article.map_or(self.text.len(), |article| self.begin(article + 1) - self.begin(article))
    }

    /// The byte where an article begins, or where the last one ends.
    fn begin(&self, article: usize) -> usize {
        let string = self.firsts.get(article).and_then(|&first| self.strings.get(first));
        string.map_or(self.text.len(), |place| place.start)
    }

    pub(super) fn place(&self, string: usize) -> Option<&Place> {
        self.strings.get(string)
    }

    /// The article that a string belongs to.
    pub(super) fn article(&self, string: usize) -> usize {
        self.firsts.partition_point(|&first| first <= string) - 1
    }

    /// The indices of an article's strings.
    pub(super) fn strings(&self, article: usize) -> std::ops::Range<usize> {
        let first =
            |article: usize| self.firsts.get(article).copied().unwrap_or(self.strings.len());
        first(article)..first(article + 1)
    }

    /// Every match of `needle`, which is folded and not empty, in the articles of `within`; in order, none
    /// overlapping another.
    pub(super) fn scan(&self, needle: &str, within: &[bool]) -> Vec<Match> {
        let mut found = Vec::new();
        let mut string = 0;
        for (start, end) in self.stretches(within) {
            let Some(stretch) = self.text.get(start..end) else { continue };
            for (offset, _) in stretch.match_indices(needle) {
                let start = start + offset;
                string = self.string_after(string, start);
                found.push(Match { string, start, end: start + needle.len() });
            }
        }
        found
    }

    /// The bytes of the articles asked for, neighbours joined.
    fn stretches(&self, within: &[bool]) -> Vec<(usize, usize)> {
        let mut stretches: Vec<(usize, usize)> = Vec::new();
        for article in within.iter().enumerate().filter_map(|(n, wanted)| wanted.then_some(n)) {
            let (start, end) = (self.begin(article), self.begin(article + 1));
            match stretches.last_mut() {
                Some(last) if last.1 == start => last.1 = end,
                _ => stretches.push((start, end)),
            }
        }
        stretches
    }

    /// The string that holds byte `at`, which `string` or one after it does. Looks near first: common words
    /// match several times in a string.
    fn string_after(&self, string: usize, at: usize) -> usize {
        let (mut low, mut step) = (string, 1);
        while self.strings.get(low + step).is_some_and(|place| place.start <= at) {
            low += step;
            step *= 2;
        }
        let near = self.strings.get(low..self.strings.len().min(low + step)).unwrap_or_default();
        low + near.partition_point(|place| place.start <= at).saturating_sub(1)
    }

    /// The folded text of a match, and the characters before and after it.
    pub(super) fn around(&self, it: &Match) -> (Option<char>, &str, Option<char>) {
        let piece = |range: std::ops::Range<usize>| self.text.get(range).unwrap_or_default();
        let start = self.strings.get(it.string).map_or(0, |place| place.start);
        let before = piece(start..it.start).chars().next_back();
        let after = piece(it.end..self.text.len()).chars().next().filter(|c| *c != BETWEEN);
        (before, piece(it.start..it.end), after)
    }

    /// Where matches stand in their articles' own strings. They must be in order.
    pub(super) fn hits<'a>(&'a self, matches: &'a [Match]) -> impl Iterator<Item = Hit> + 'a {
        // Code points are counted on from the match before, so that a long string is counted once.
        let mut last = (usize::MAX, 0, 0);
        matches.iter().filter_map(move |it| {
            let place = self.strings.get(it.string)?;
            let (from, counted) = if last.0 == it.string && last.1 <= it.start {
                (last.1, last.2)
            } else {
                (place.start, 0)
            };
            let first = counted + self.text.get(from..it.start)?.chars().count();
            let length = self.text.get(it.start..it.end)?.chars().count();
            last = (it.string, it.start, first);
            Some(Hit { at: place.at, span: self.source(it.string, first, first + length)? })
        })
    }

    fn source(&self, string: usize, start: usize, end: usize) -> Option<Span> {
        let first = self.strings.get(string)?.drops;
        let after = self.strings.get(string + 1).map_or(self.drops.len(), |next| next.drops);
        Some(source_span(self.drops.get(first..after)?, start, end))
    }

    /// All of the text, string after string with a line break between.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where byte range `start..end` of the text stands.
    pub(super) fn locate(&self, start: usize, end: usize) -> Match {
        Match { string: self.string_after(0, start), start, end }
    }
}

/// Whether `name`, folded, has `needle`.
pub(super) fn holds(name: &str, needle: &str) -> bool {
    fold(name).text.contains(needle)
}
