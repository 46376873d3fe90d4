//! May 20, 2026; last Tuesday at 3 p.m.; from June to August; two weeks ago; every Friday.
//!
//! Each function reads at a token and says what stands there and where it ends, so that the whole is read once.

mod apposition;
mod bounds;
mod clock;
mod day;
mod decade;
mod distance;
mod feasts;
mod lasting;
mod length;
mod moment;
mod names;
mod numeric;
mod opening;
mod part;
mod range;
mod relative;
mod repeated;
mod times;
mod year;
mod zone;

use super::super::super::candidate::{Candidate, Subject};
use super::super::super::english::Tokens;
use super::super::super::line::Line;
use super::super::super::value::{Day, Stretch};
use crate::model::Kind;
use opening::may_begin;

/// An expression that was read, and the index of the token behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    stretch: Stretch,
    end: usize,
}

/// The reading that goes further; of two that end together the first.
fn longer(one: Option<Read>, other: Option<Read>) -> Option<Read> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if other.end > one.end { other } else { one }),
        (one, other) => one.or(other),
    }
}

/// A string with the day that its dates are relative to.
pub(super) struct Reader<'a> {
    line: &'a Line,
    tokens: &'a Tokens,
    today: Day,
}

/// Every date, time and length of time in English.
pub(super) fn find(line: &Line, tokens: &Tokens, today: Day, found: &mut Vec<Candidate>) {
    let reader = Reader { line, tokens, today };
    let mut at = 0;
    while at < tokens.len() {
        let Some((kind, value, end)) = reader.expression(at) else {
            at += 1;
            continue;
        };
        let rule = if kind == Kind::Date { "date" } else { "length of time" };
        let candidate = Candidate::new(tokens.start(at)..tokens.end(end), kind, 88, rule);
        found.push(match value {
            Some(value) => candidate.of(Subject::Value(value)),
            None => candidate,
        });
        at = end.max(at + 1);
    }
}

impl Reader<'_> {
    /// What begins at a token: its kind, its value and where it ends.
    fn expression(&self, at: usize) -> Option<(Kind, Option<String>, usize)> {
        let word = self.tokens.word(at);
        if !may_begin(word) {
            return None;
        }
        // For two weeks from Monday.
        if word == "for" {
            let read = self.length_from(at)?;
            return Some((Kind::Date, read.stretch.iso(), read.end));
        }
        if let Some((value, end)) = self.repeated(at) {
            return Some((Kind::Date, value, end));
        }
        let read = self.bounded(at);
        if let Some(read) = read.filter(|read| {
            read.stretch.first().day == Day::default() && read.stretch.first().time.is_some()
        }) && let Some((value, end)) = self
            .repeated(read.end)
            .filter(|_| self.tokens.is(read.end, &["every", "each", "everyday", "daily"]))
        {
            return Some((Kind::Date, value, end));
        }
        // More than 4 days.
        let from = ["more than", "less than"]
            .iter()
            .find_map(|phrase| self.tokens.phrase(at, phrase))
            .unwrap_or(at);
        let plain = |end: usize| matches!(self.tokens.word(from), "a" | "an") && end == from + 2;
        if let Some(read) = self.beyond(at) {
            return Some((Kind::Date, read.stretch.iso(), read.end));
        }
        if let Some(read) = longer(self.length_from(at), self.named_length(at)) {
            return Some((Kind::Date, read.stretch.iso(), read.end));
        }
        let length = self.length(from).filter(|(_, end)| !plain(*end));
        match (read, length) {
            (Some(read), Some((_, end))) if read.end >= end => {
                Some((Kind::Date, read.stretch.iso(), read.end))
            }
            (Some(read), None) => Some((Kind::Date, read.stretch.iso(), read.end)),
            (_, Some((length, end))) => {
                // A 40-year-old, three months old.
                let old =
                    self.tokens.longest(end, &["old", "- old", "- olds", "of age"]).unwrap_or(end);
                Some((Kind::Quantity, Some(length.iso()), old))
            }
            (None, None) => None,
        }
    }
}
