//! Dates and times, with their ISO 8601 values as far as the article's day tells them.

mod chinese;
mod english;

use super::super::candidate::Candidate;
use super::super::english::Tokens;
use super::super::line::Line;
use super::super::value::Day;

/// Dates in Chinese and in English.
pub(crate) fn find(line: &Line, tokens: &Tokens, day: Day, found: &mut Vec<Candidate>) {
    chinese::find(line, day, found);
    english::find(line, tokens, day, found);
}
