//! May 20, 2026; last Tuesday at 3 p.m.; from June to August; two weeks ago; every Friday.
//!
//! Each function reads at a token and says what stands there and where it ends, so that the whole is read once.

mod apposition;
mod around;
mod beside;
mod bounds;
mod clock;
mod day;
mod daypart;
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
mod quarter;
mod range;
mod relative;
mod repeated;
mod times;
mod year;
mod zone;

use super::super::super::candidate::{Candidate, Subject};
use super::super::super::english::Tokens;
use super::super::super::line::Line;
use super::super::super::value::{Day, Duration, Stretch};
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
        let date = |read: Read| (Kind::Date, read.stretch.iso(), read.end);
        // For two weeks from Monday.
        if word == "for" {
            return self.length_from(at).map(date);
        }
        let read = self.bounded(at);
        let again = self.repeated(at).or_else(|| self.repeated_at(read?));
        if let Some((value, end)) = again {
            return Some((Kind::Date, value, end));
        }
        let from_length = || longer(self.length_from(at), self.named_length(at));
        if let Some(read) = self.beyond(at).or_else(from_length) {
            return Some(date(read));
        }
        match self.length_marked(at) {
            Some((length, end, old)) if read.is_none_or(|read| read.end < end) => {
                Some((Kind::Quantity, Some(length.iso()), old))
            }
            _ => read.map(date),
        }
    }

    /// 3 p.m. every Friday: what comes again behind a time of day.
    fn repeated_at(&self, read: Read) -> Option<(Option<String>, usize)> {
        let first = read.stretch.first();
        let time = first.day == Day::default() && first.time.is_some();
        let again = self.tokens.is(read.end, &["every", "each", "everyday", "daily"]);
        (time && again).then(|| self.repeated(read.end))?
    }

    /// A length of time that readers would want marked: where it ends, and where with the words behind it.
    fn length_marked(&self, at: usize) -> Option<(Duration, usize, usize)> {
        let tokens = self.tokens;
        // More than 4 days.
        let from = tokens.longest(at, &["more than", "less than"]).unwrap_or(at);
        let (length, end) = self.length(from)?;
        let plain = tokens.is(at, &["a", "an"]) && end == at + 2;
        // A 40-year-old, three months old.
        let old = tokens.longest(end, &["old", "- old", "- olds", "of age"]).unwrap_or(end);
        (!plain).then_some((length, end, old))
    }
}
