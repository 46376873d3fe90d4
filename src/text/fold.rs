//! Folding: text as it is searched.

use super::table::{Class, Table, table, voiced};
use crate::model::{Span, is_wide};

/// Text as it is searched, and where it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// What was left out, in order.
    pub drops: Vec<Drop>,
}

/// A code point of the source that has no place in the folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drop {
    /// How many code points of the folded text come before it.
    pub kept: u32,
    /// Whether it belongs to the letter before it, as a combining accent does.
    pub clings: bool,
}

/// Folds `text`: what two strings have in common when a reader calls them the same.
///
/// - width, and other compatibility forms that are one character: `Ａ` and `①` are `a` and `1`, `ｶﾞ` is `ガ`;
/// - case; diacritics, composed or combining;
/// - Traditional, Simplified, Taiwan and Hong Kong forms of a Han character, each class being one;
/// - typographic quotes, apostrophes and hyphens are the plain ones;
/// - what is not seen (zero-width characters, soft hyphens, controls, bidirectional marks) is left out;
/// - white space between two Han or kana characters or their wide punctuation is left out: a line broke there,
///   or a headline was spaced out. Any other run of white space is one space.
///
/// One code point becomes one code point or none, so each place maps back: see [`Folded::source`].
/// The folded text has no control characters, hence no line breaks, and folding it again changes nothing.
///
/// ```
/// use newsprint::text::fold;
/// assert_eq!(fold("Ｃafé 習近平").text, fold("cafe\u{301} 习近平").text);
/// assert_eq!(fold("會議　部署\n工作").text, fold("會議部署工作").text);
/// let text = "e\u{301}té";
/// assert_eq!(fold(text).source(0, 1).of(text), "e\u{301}");
/// ```
#[must_use]
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded::default();
    fold_into(text, &mut folded.text, &mut folded.drops);
    folded
}

/// Appends `text`, folded, to `out`, and what was left out to `drops`, both counted from here.
pub fn fold_into(text: &str, out: &mut String, drops: &mut Vec<Drop>) {
    fold_with(table(), text, out, drops);
}

/// `text` folded by another table than the program's own.
#[cfg(test)]
pub(super) fn fold_by(table: &Table, text: &str) -> Folded {
    let mut folded = Folded::default();
    fold_with(table, text, &mut folded.text, &mut folded.drops);
    folded
}

fn fold_with(table: &Table, text: &str, out: &mut String, drops: &mut Vec<Drop>) {
    let mut folder = Folder { out, drops, kept: 0, last: None, space: None };
    folder.out.reserve(text.len());
    let mut chars = text.chars();
    // Most characters are searched as themselves: those since `from`, all of them kept, are copied at once.
    let mut from = text;
    loop {
        let rest = chars.as_str();
        let Some(c) = chars.next() else { break };
        if table.is_plain(c) && folder.space.is_none() {
            folder.kept += 1;
            folder.last = Some(c);
            continue;
        }
        folder.copy(from, rest);
        from = chars.as_str();
        match table.class(c) {
            Class::As(to @ '\u{3040}'..='\u{30FF}') => {
                let mark = from.chars().next();
                folder.keep(c, mark.and_then(|mark| voiced(to, mark)).unwrap_or(to));
            }
            Class::As(to) => folder.keep(c, to),
            Class::Space => folder.space(),
            Class::Mark => folder.drop(true),
            Class::Unseen => folder.drop(false),
        }
    }
    folder.copy(from, "");
    folder.settle(false);
}

struct Folder<'a> {
    out: &'a mut String,
    drops: &'a mut Vec<Drop>,
    kept: u32,
    /// The last character kept, as it stood in the source.
    last: Option<char>,
    /// Where in `drops` a run of white space began that may yet be kept.
    space: Option<usize>,
}

impl Folder<'_> {
    /// Appends what stands in `from` before `rest`, which is its end.
    fn copy(&mut self, from: &str, rest: &str) {
        let length = from.len() - rest.len();
        self.out.push_str(from.get(..length).unwrap_or_default());
    }

    fn keep(&mut self, c: char, to: char) {
        if self.space.is_some() {
            self.settle(is_wide(c) && self.last.is_some_and(is_wide));
        }
        self.out.push(to);
        self.kept += 1;
        self.last = Some(c);
    }

    fn drop(&mut self, clings: bool) {
        // An accent after a space has no letter to cling to.
        let clings = clings && self.space.is_none();
        self.drops.push(Drop { kept: self.kept, clings });
    }

    fn space(&mut self) {
        self.space.get_or_insert(self.drops.len());
        self.drop(false);
    }

    /// Decides on the white space that was passed: `inside` Chinese it stays left out, elsewhere its first
    /// code point becomes one space.
    fn settle(&mut self, inside: bool) {
        let Some(first) = self.space.take() else { return };
        if inside {
            return;
        }
        self.out.push(' ');
        self.kept += 1;
        self.drops.remove(first);
        for drop in self.drops.iter_mut().skip(first) {
            drop.kept += 1;
        }
    }
}

impl Folded {
    /// Where in the source the folded code points from `start` up to `end` stand.
    #[must_use]
    pub fn source(&self, start: usize, end: usize) -> Span {
        source_span(&self.drops, start, end)
    }
}

/// The source of the folded code points from `start` up to `end`, given what was left out. Marks that cling
/// to the last letter are part of it.
#[must_use]
pub fn source_span(drops: &[Drop], start: usize, end: usize) -> Span {
    let before = |kept: usize| drops.partition_point(|drop| (drop.kept as usize) < kept);
    let first = start + before(start + 1);
    if end <= start {
        return Span::new(first..first);
    }
    let passed = before(end);
    let clinging = drops
        .iter()
        .skip(passed)
        .take_while(|drop| drop.clings && drop.kept as usize == end)
        .count();
    Span::new(first..end + passed + clinging)
}
