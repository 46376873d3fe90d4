//! The order in which an article's strings are searched, whoever searches them.
//!
//! All text of an edition is one run of folded characters: article after article, in an article class after
//! class, string after string, each string followed by [`BETWEEN`]. A place in it is a *position*, counted in
//! code points from the beginning of the edition. So a position tells the article and the class without any
//! table of strings, and that is all that matching and ranking ask.

use crate::model::{Article, At, InSection};
use crate::text::{Drop, fold_into, source_span};

use super::{Field, Hit};

/// What parts two strings: folding never makes it, so no match crosses from one into the next.
pub(super) const BETWEEN: char = '\n';

/// How many classes of strings there are.
pub(super) const CLASSES: usize = 8;

/// What a string is to search: which fields look there and what a match in it counts. In the order of the text.
pub(super) mod class {
    pub(crate) const HEADLINE: usize = 0;
    /// The line above the headline and the lines below.
    pub(crate) const LINES: usize = 1;
    pub(crate) const SUBHEAD: usize = 2;
    pub(crate) const LABEL: usize = 3;
    pub(crate) const BYLINE: usize = 4;
    pub(crate) const SOURCE: usize = 5;
    /// A source that other strings have too, so that only its own field looks there.
    pub(crate) const REPEATED: usize = 6;
    pub(crate) const BODY: usize = 7;
}

fn class_of(at: At) -> usize {
    match at {
        At::Headline => class::HEADLINE,
        At::Kicker | At::Deck => class::LINES,
        At::Section(_, InSection::Heading) => class::SUBHEAD,
        At::Label => class::LABEL,
        At::Byline => class::BYLINE,
        At::Source => class::SOURCE,
        _ => class::BODY,
    }
}

/// Whether a term of this field looks at strings of a class.
pub(super) fn looks(field: &Field, class: usize) -> bool {
    match field {
        Field::Title => class <= class::LINES,
        Field::Byline => class == class::BYLINE,
        Field::Source => class == class::SOURCE || class == class::REPEATED,
        Field::Label => class == class::LABEL,
        Field::Text => class != class::REPEATED,
        Field::Named(_) | Field::Date { .. } => false,
    }
}

/// An article's text as it is searched.
#[derive(Default)]
pub(super) struct Laid {
    /// Folded; each string ends with [`BETWEEN`].
    pub(super) text: String,
    strings: Vec<Laying>,
    /// What folding left out, string after string.
    drops: Vec<Drop>,
}

/// One string in it.
struct Laying {
    class: usize,
    at: At,
    /// The byte of the text where it begins.
    start: usize,
    /// The first of its drops.
    drops: usize,
}

/// Lays an article's strings out.
///
/// Source and date mostly stand in the text too, where they are found; counted twice they would be places
/// that no reader sees.
pub(super) fn lay_out(article: &Article) -> Laid {
    let mut strings: Vec<(usize, At, &str)> =
        article.texts().map(|(at, text)| (class_of(at), at, text)).collect();
    for (at, text) in [(At::Source, &article.source), (At::Date, &article.date)] {
        let Some(text) = text else { continue };
        let repeats = article.texts().any(|(_, other)| other.contains(text.as_str()));
        match at {
            At::Source if repeats => strings.push((class::REPEATED, at, text)),
            _ if repeats => {}
            _ => strings.push((class_of(at), at, text)),
        }
    }
    let mut laid = Laid::default();
    for class in 0..CLASSES {
        for &(_, at, text) in strings.iter().filter(|(own, ..)| *own == class) {
            let (start, drops) = (laid.text.len(), laid.drops.len());
            laid.strings.push(Laying { class, at, start, drops });
            fold_into(text, &mut laid.text, &mut laid.drops);
            laid.text.push(BETWEEN);
        }
    }
    laid
}

impl Laid {
    /// For each class, how many bytes and how many positions it takes.
    pub(super) fn lengths(&self) -> [(usize, usize); CLASSES] {
        let mut lengths = [(0, 0); CLASSES];
        for n in 0..self.strings.len() {
            let text = self.folded(n);
            let class = self.strings.get(n).map_or(0, |string| string.class);
            if let Some(length) = lengths.get_mut(class) {
                length.0 += text.len();
                length.1 += text.chars().count();
            }
        }
        lengths
    }

    /// A string with what ends it.
    fn folded(&self, string: usize) -> &str {
        let start = |n: usize| self.strings.get(n).map_or(self.text.len(), |string| string.start);
        self.text.get(start(string)..start(string + 1)).unwrap_or_default()
    }

    fn drops(&self, string: usize) -> &[Drop] {
        let first = |n: usize| self.strings.get(n).map_or(self.drops.len(), |string| string.drops);
        self.drops.get(first(string)..first(string + 1)).unwrap_or_default()
    }

    /// Adds to `hits` every place of `needle`, which is folded and not empty, where `field` looks; none
    /// overlapping another.
    pub(super) fn find(&self, field: &Field, needle: &str, hits: &mut Vec<Hit>) {
        for (n, string) in self.strings.iter().enumerate() {
            if !looks(field, string.class) {
                continue;
            }
            let text = self.folded(n);
            // Code points are counted on from the match before, so that a long string is counted once.
            let (mut byte, mut counted) = (0, 0);
            for (offset, found) in text.match_indices(needle) {
                counted += text.get(byte..offset).unwrap_or_default().chars().count();
                byte = offset;
                let end = counted + found.chars().count();
                let span = source_span(self.drops(n), counted, end);
                hits.push(Hit { at: string.at, span });
            }
        }
    }

    /// The positions in this article that a place of a string takes, from and to; nothing where there is no such
    /// string, or nothing of it was kept.
    pub(super) fn positions(&self, hit: &Hit) -> Option<(usize, usize)> {
        let n = self.strings.iter().position(|string| string.at == hit.at)?;
        let kept = |source: u32| {
            let source = source as usize;
            // The drops are in order, and each takes one code point of the source.
            let before = |&(n, drop): &(usize, &Drop)| drop.kept as usize + n < source;
            source - self.drops(n).iter().enumerate().take_while(before).count()
        };
        let text = self.folded(n);
        let length = text.chars().count().saturating_sub(1);
        let (start, end) = (kept(hit.span.start), kept(hit.span.end).min(length));
        let first = self.text.get(..self.strings.get(n)?.start)?.chars().count();
        (start < end).then_some((first + start, first + end))
    }
}
