//! Places in a row: the 25th, third-largest, penultimate, next to last.

use super::super::super::super::english::{Tokens, ordinal};
use super::super::super::super::line::Line;
use super::unit::closes;

/// What has its ordinal for a name: third parties, the fourth estate.
const NAMED: [&str; 10] = [
    "party", "parties", "world", "person", "column", "estate", "sense", "heaven", "degree", "rail",
];

/// Places counted from the end, of which the last is the first.
const FROM_END: [(&str, &str); 14] = [
    ("penultimate", "#-2"),
    ("next to last", "#-2"),
    ("next - to - last", "#-2"),
    ("second to last", "#-2"),
    ("second - to - last", "#-2"),
    ("second from last", "#-2"),
    ("second last", "#-2"),
    ("second - last", "#-2"),
    ("last but one", "#-2"),
    ("the one before the last one", "#-2"),
    ("the one before the last", "#-2"),
    ("antepenultimate", "#-3"),
    ("third to last", "#-3"),
    ("third - to - last", "#-3"),
];

/// A place in a row, and where it ends. First and second, in words, readers would not want marked.
pub(super) fn place(line: &Line, tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let place = ordinal(tokens, at)?;
    let told = tokens.figures(at).is_some() || place.value > 10;
    (told || place.value > 2 && counts(line, tokens, at, place.end))
        .then(|| (format!("#{}", place.value), place.end))
}

/// Penultimate, next to last.
pub(super) fn from_end(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let (place, end) = tokens.any(at, &FROM_END)?;
    Some(((*place).to_owned(), end))
}

/// Whether a small ordinal in words counts: in a name (Fifth Avenue) it has a capital, and a third may be a part of one.
fn counts(line: &Line, tokens: &Tokens, at: usize, end: usize) -> bool {
    let capital = line.at(tokens.start(at)).is_some_and(|c| c.is_ascii_uppercase());
    let part = matches!(tokens.before(at), "a" | "one") && closes(tokens, end);
    let named = tokens.is(tokens.past(end, &["-"]), &NAMED);
    (at == 0 || !capital) && !part && !named
}
