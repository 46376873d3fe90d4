//! What is shown of a place that matches.

use crate::model::{Article, At, Span};
use crate::text::{clauses, sentences};

use super::Hit;

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
    for pieces in [sentences(text), clauses(text)] {
        if let Some(span) = grown(&pieces, hit, most) {
            return span;
        }
    }
    // No pause near enough: half of what room there is stands before the match.
    let room = most.saturating_sub(hit.len());
    let start = (hit.start as usize).saturating_sub(room / 2);
    let end = whole.len().min((start + most).max(hit.end as usize));
    Span::new(start.min(end.saturating_sub(most))..end)
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
