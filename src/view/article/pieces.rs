//! A string cut where mentions, styles and hits begin and end.

use std::iter::Peekable;
use std::ops::Range;
use std::slice::Iter;

use crate::model::{Span, Styling};
use crate::order::sorted;

/// A part of a string as it is to be shown: a run of text, or something drawn around parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A run of the string, in bytes; end exclusive. Never empty.
    Text(Range<usize>),
    /// What is drawn around the parts within. Never empty.
    Around(Wrap, Vec<Piece>),
}

/// What can be drawn around a stretch of text. Numbers are indices into the lists given to [`pieces`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrap {
    /// The link that is this style.
    Link(usize),
    /// This mention; `linked` where it lies within a link, so that it cannot be one itself.
    Mention {
        /// Which mention.
        index: usize,
        /// Whether a link lies around it.
        linked: bool,
    },
    /// Program text.
    Code,
    /// Strong emphasis.
    Strong,
    /// Emphasis.
    Emphasis,
    /// This hit.
    Hit(usize),
}

/// A stretch in code points, end exclusive, and what stands there.
#[derive(Clone, Copy)]
struct Stretch {
    start: usize,
    end: usize,
    wrap: Wrap,
}

/// Arranges what is said about stretches of `text` as a tree that elements can be made of.
///
/// The runs of the tree, one after another, are `text`. Spans count code points; they may overlap in
/// any way and may reach beyond the end. What nests stays whole; where two stretches cross, the one
/// that matters less is cut: a hit is cut by nothing but another hit, a link by hits, a mention by
/// hits and links, emphasis by all of them. Of two hits (links, mentions) in one place, the one that
/// begins later is shown. Takes time n log n in the number of spans, and one pass over the text.
///
/// ```
/// use newsprint::model::Span;
/// use newsprint::view::article::{Piece, Wrap, pieces};
///
/// let mention = Wrap::Mention { index: 0, linked: false };
/// let tree = pieces("訪習近平", &[Span::new(1..4)], &[], &[Span::new(2..4)]);
/// let hit = Piece::Around(Wrap::Hit(0), vec![Piece::Text(6..12)]);
/// assert_eq!(tree, [
///     Piece::Text(0..3),
///     Piece::Around(mention, vec![Piece::Text(3..6), hit]),
/// ]);
/// ```
#[must_use]
pub fn pieces(
    text: &str,
    mentions: &[Span],
    styles: &[(Span, &Styling)],
    hits: &[Span],
) -> Vec<Piece> {
    let mut cursor = Cursor { text, byte: 0, point: 0 };
    if mentions.is_empty() && styles.is_empty() && hits.is_empty() {
        return cursor.run_to_end().into_iter().collect();
    }
    let length = text.chars().count();
    let of_sort = |wanted: fn(usize, &Styling) -> Option<Wrap>| {
        let wraps = styles.iter().enumerate();
        disjoint(
            length,
            wraps.filter_map(|(n, (span, styling))| Some((*span, wanted(n, styling)?))),
        )
    };
    let hits = disjoint(length, hits.iter().enumerate().map(|(n, span)| (*span, Wrap::Hit(n))));
    let links = of_sort(|n, styling| matches!(styling, Styling::Link(_)).then_some(Wrap::Link(n)));
    let mentions = mentions.iter().enumerate().map(|(index, span)| (*span, named(index, false)));
    let mentions = apart(disjoint(length, mentions), &links);

    let mut layers = vec![hits];
    let emphases = [
        of_sort(|_, styling| (*styling == Styling::Code).then_some(Wrap::Code)),
        of_sort(|_, styling| (*styling == Styling::Strong).then_some(Wrap::Strong)),
        of_sort(|_, styling| (*styling == Styling::Emphasis).then_some(Wrap::Emphasis)),
    ];
    for layer in [links, mentions].into_iter().chain(emphases) {
        let cut = layers.iter().fold(layer, |layer, above| uncrossed(layer, above));
        layers.push(cut);
    }
    let all: Vec<Stretch> = layers.into_iter().flatten().collect();
    let all = sorted(all, |a, b| (a.start, b.end, a.wrap).cmp(&(b.start, a.end, b.wrap)));
    let mut tree = cursor.grow(&mut all.iter().peekable(), length);
    tree.extend(cursor.run_to_end());
    tree
}

fn named(index: usize, linked: bool) -> Wrap {
    Wrap::Mention { index, linked }
}

/// Cuts stretches of one sort so that none overlaps another: the one that begins later is on top.
fn disjoint(length: usize, spans: impl Iterator<Item = (Span, Wrap)>) -> Vec<Stretch> {
    let spans: Vec<Stretch> = spans
        .map(|(span, wrap)| Stretch {
            start: span.start as usize,
            end: (span.end as usize).min(length),
            wrap,
        })
        .filter(|it| it.start < it.end)
        .collect();
    let spans = sorted(spans, |a, b| (a.start, a.end).cmp(&(b.start, b.end)));
    let mut flat: Vec<Stretch> = Vec::with_capacity(spans.len());
    let mut under: Vec<Stretch> = Vec::new();
    let mut done = 0;
    let mut emit = |from: usize, to: usize, wrap: Wrap| {
        if from < to {
            flat.push(Stretch { start: from, end: to, wrap });
        }
    };
    for next in spans {
        while let Some(top) = under.last().filter(|top| top.end <= next.start) {
            emit(done, top.end, top.wrap);
            done = done.max(top.end);
            under.pop();
        }
        if let Some(top) = under.last() {
            emit(done, next.start, top.wrap);
        }
        done = next.start;
        under.push(next);
    }
    while let Some(top) = under.pop() {
        emit(done, top.end, top.wrap);
        done = done.max(top.end);
    }
    flat
}

/// Cuts mentions at the ends of links, since no link may lie within another.
fn apart(mentions: Vec<Stretch>, links: &[Stretch]) -> Vec<Stretch> {
    if links.is_empty() {
        return mentions;
    }
    let mut parts = Vec::with_capacity(mentions.len());
    for whole in mentions {
        let Wrap::Mention { index, .. } = whole.wrap else { continue };
        let mut from = whole.start;
        let first = links.partition_point(|link| link.end <= whole.start);
        for link in links.iter().skip(first).take_while(|link| link.start < whole.end) {
            let (start, end) = (link.start.max(from), link.end.min(whole.end));
            parts.push(Stretch { start: from, end: start, wrap: named(index, false) });
            parts.push(Stretch { start, end, wrap: named(index, true) });
            from = end;
        }
        parts.push(Stretch { start: from, end: whole.end, wrap: named(index, false) });
    }
    parts.retain(|it| it.start < it.end);
    parts
}

/// Cuts the stretches of `layer` where they cross one of `above`, so that each pair nests or is apart.
fn uncrossed(layer: Vec<Stretch>, above: &[Stretch]) -> Vec<Stretch> {
    if above.is_empty() {
        return layer;
    }
    // The one stretch of `above` that has `point` inside it, not at its edge.
    let over = |point: usize| {
        let it = above.get(above.partition_point(|it| it.end <= point))?;
        (it.start < point).then_some(it)
    };
    let mut parts = Vec::with_capacity(layer.len());
    for mut it in layer {
        if let Some(crossing) = over(it.start).filter(|crossing| crossing.end < it.end) {
            parts.push(Stretch { end: crossing.end, ..it });
            it.start = crossing.end;
        }
        if let Some(crossing) = over(it.end).filter(|crossing| crossing.start > it.start) {
            parts.push(Stretch { end: crossing.start, ..it });
            it.start = crossing.start;
        }
        parts.push(it);
    }
    parts
}

/// Walks the text once, turning code points into bytes.
struct Cursor<'t> {
    text: &'t str,
    byte: usize,
    point: usize,
}

impl Cursor<'_> {
    /// The run from here up to code point `point`; none where it would be empty.
    fn run_to(&mut self, point: usize) -> Option<Piece> {
        let from = self.byte;
        let rest = self.text.get(from..).unwrap_or_default();
        let ahead = point.saturating_sub(self.point);
        let length = rest.char_indices().nth(ahead).map_or(rest.len(), |(offset, _)| offset);
        self.byte += length;
        self.point += ahead;
        (length > 0).then_some(Piece::Text(from..self.byte))
    }

    fn run_to_end(&mut self) -> Option<Piece> {
        let from = self.byte;
        self.byte = self.text.len();
        (from < self.byte).then_some(Piece::Text(from..self.byte))
    }

    /// The parts up to code point `end`, from stretches that nest, sorted with the outer first.
    fn grow(&mut self, ahead: &mut Peekable<Iter<'_, Stretch>>, end: usize) -> Vec<Piece> {
        let mut parts = Vec::new();
        while let Some(next) = ahead.next_if(|next| next.start < end) {
            parts.extend(self.run_to(next.start));
            let within = self.grow(ahead, next.end);
            parts.push(Piece::Around(next.wrap, within));
        }
        parts.extend(self.run_to(end));
        parts
    }
}
