//! What is shown of a place that matches.

use crate::model::{Article, At, Span};
use crate::text::{clauses, sentences};

use super::Hit;

/// How far around a place one must look to tell whether a sentence ends there, in code points.
const SIGHT: usize = 8;

/// A piece of a string with a match in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Which string.
    pub at: At,
    /// Where the piece stands in it. It was cut in front where `start` is not 0, and behind where `end` is
    /// less than the string has.
    pub span: Span,
    /// The piece.
    pub text: String,
    /// The matches in the piece, counted from its beginning; those cut off in part are shortened.
    pub marks: Vec<Span>,
}

/// The piece around `places[around]`, at most `most` code points of it: the whole string where it is short
/// enough, else its sentence and those after it that fit, else its clause and its neighbours, else what stands
/// about the match.
///
/// `places` are those of one article, sorted, as in [`super::Found`]. Nothing where there is no such place.
#[must_use]
pub fn excerpt(article: &Article, places: &[Hit], around: usize, most: usize) -> Option<Excerpt> {
    let hit = places.get(around)?;
    let text = article.text_at(hit.at)?;
    let span = cut(text, hit.span, most);
    let marks = places
        .iter()
        .filter(|place| place.at == hit.at)
        .filter_map(|place| overlap(place.span, span))
        .collect();
    Some(Excerpt { at: hit.at, span, text: span.of(text).to_owned(), marks })
}

fn cut(text: &str, hit: Span, most: usize) -> Span {
    let whole = Span::new(0..text.chars().count());
    if whole.len() <= most {
        return whole;
    }
    let (start, end) = (hit.start as usize, hit.end as usize);
    let near = start.min(end.saturating_sub(most + SIGHT))..end.max(start + most) + SIGHT;
    if let Some(span) = paused(text, hit, most, Span::new(near.start..near.end.min(whole.len()))) {
        return span;
    }
    // No pause near enough: half of what room there is stands before the match.
    let room = most.saturating_sub(hit.len());
    let start = (hit.start as usize).saturating_sub(room / 2);
    let end = whole.len().min((start + most).max(hit.end as usize));
    Span::new(start.min(end.saturating_sub(most))..end)
}

/// The sentences, else the clauses, that hold `hit`, with their neighbours, as far as they stand in the span `near`, which
/// cuts none that would be short enough.
fn paused(text: &str, hit: Span, most: usize, near: Span) -> Option<Span> {
    let text = near.of(text);
    let hit = Span { start: hit.start - near.start, end: hit.end - near.start };
    let span = grown(&sentences(text), hit, most).or_else(|| grown(&clauses(text), hit, most))?;
    Some(Span { start: span.start + near.start, end: span.end + near.start })
}

/// The pieces that hold `hit`, with as many after and before them as fit.
fn grown(pieces: &[Span], hit: Span, most: usize) -> Option<Span> {
    let mut first = pieces.iter().position(|piece| piece.end > hit.start)?;
    let mut last = pieces.iter().rposition(|piece| piece.start < hit.end)?;
    let span = |first: usize, last: usize| {
        let (start, end) = (pieces.get(first)?.start, pieces.get(last)?.end);
        let span = Span { start, end };
        (span.len() <= most).then_some(span)
    };
    let mut best = span(first, last)?;
    while let Some(wider) = span(first, last + 1) {
        (best, last) = (wider, last + 1);
    }
    while let Some(wider) = first.checked_sub(1).and_then(|before| span(before, last)) {
        (best, first) = (wider, first - 1);
    }
    Some(best)
}

fn overlap(mark: Span, span: Span) -> Option<Span> {
    let start = mark.start.max(span.start);
    let end = mark.end.min(span.end);
    (start < end).then(|| Span { start: start - span.start, end: end - span.start })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_stands_far_off_does_not_matter(text in "[一二三ab，。！」.A ]{1,80}", start in 0..80_usize, length in 1..6_usize, most in 1..30_usize) {
            let count = text.chars().count();
            let start = start % count;
            let hit = Span::new(start..(start + length).min(count));
            let all = paused(&text, hit, most, Span::new(0..count));
            if count > most && let Some(all) = all {
                prop_assert_eq!(cut(&text, hit, most), all);
            }
        }
    }
}
