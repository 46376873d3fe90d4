//! Lines that hold several facts about a story beside one another.

use std::ops::Range;

use super::{byline, day, source};
use crate::read::is_numeric;

/// The stretches of a line that are each a day, a source or a byline, where nothing else stands on it:
/// `2026-06-05 10:32 聯合新聞網／記者林佳穎`. None where it is one whole, as most lines are.
pub(super) fn fields(text: &str) -> Option<Vec<Range<usize>>> {
    let is_day = |range: &Range<usize>| text.get(range.clone()).is_some_and(day::is_day);
    let named =
        |range: &Range<usize>| text.get(range.clone()).is_some_and(|t| source::line(t).is_some());
    let short = text.chars().nth(80).is_none();
    // A day has a figure, a source its word.
    let tells = || text.contains(|c| is_numeric(c) || matches!(c, '源' | '刊'));
    if !(short && text.contains([' ', '　', '\t', '|', '｜']) && tells()) {
        return None;
    }
    let fields = split_fields(text, 0, 3)?;
    let told = fields.iter().any(is_day) || fields.iter().any(named);
    (fields.len() > 1 && told).then_some(fields)
}

/// The text from `start` on as at most so many fields.
fn split_fields(text: &str, start: usize, most: usize) -> Option<Vec<Range<usize>>> {
    let is_gap = |c: char| c.is_whitespace() || matches!(c, '|' | '｜');
    let is_field =
        |t: &str| day::is_day(t) || source::line(t).is_some() || byline::line(t).is_some();
    let rest = text.get(start..)?;
    if most > 1 {
        // From the end, so that the hour stays with its day.
        for (at, _) in rest.char_indices().rev().filter(|(_, c)| is_gap(*c)) {
            let (before, after) = rest.split_at(at);
            let after = after.trim_start_matches(is_gap);
            let next = rest.len() - after.len();
            if after.is_empty() || !is_field(before.trim_end_matches(is_gap)) {
                continue;
            }
            if let Some(mut later) = split_fields(text, start + next, most - 1) {
                // A stroke between the two stays with the first.
                let end = rest.get(..next)?.trim_end().len();
                later.insert(0, start..start + end);
                return Some(later);
            }
        }
    }
    is_field(rest).then(|| std::iter::once(start..text.len()).collect())
}
