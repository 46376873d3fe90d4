//! Years, their quarters and halves, and decades: 1995, nineteen ninety, Q1 2019, the 1990s.

use super::super::super::super::english::cardinal;
use super::super::super::super::value::{Day, Stretch};
use super::names::month;
use super::{Read, Reader};

/// Words before a number that make it a year.
const BEFORE_YEAR: [&str; 24] = [
    "in", "since", "by", "of", "from", "until", "till", "during", "before", "after", "to", "and",
    "or", "early", "late", "mid", "year", "through", "between", "than", "circa", "around", "not",
    "=",
];

/// Words before a number that say that it is a year.
const SAID: [&str; 12] = [
    "year",
    "year end",
    "year - end",
    "fiscal",
    "calendar year",
    "fiscal year",
    "financial year",
    "school year",
    "academic year",
    "cy",
    "fy",
    "sy",
];

/// A year, all of it, and where it ends.
fn whole_year((year, end): (i16, usize)) -> Read {
    Read { stretch: Day { year: Some(year), ..Day::default() }.into(), end }
}

impl Reader<'_> {
    /// A year behind a month or a day: “, 1995”, “of 87”, “in 2019”.
    pub(super) fn year_behind(&self, at: usize) -> Option<(i16, usize)> {
        let tokens = self.tokens;
        if let Some(read) = self.near_year(at) {
            return Some(read);
        }
        let from = match tokens.word(at) {
            "," | "-" | "/" | "." => at + 1,
            "of" | "in" => tokens.phrase(at + 1, "the year").unwrap_or(at + 1),
            _ => at,
        };
        if let Some((value, length)) = tokens.figures(from) {
            if length == 2 && tokens.is(at, &["of", "/"]) && !tokens.joined(from + 1) {
                return Some((full_year(value)?, from + 1));
            }
            let part = tokens.joined(from + 1) && tokens.is(from + 1, &[":", "%"]);
            let valid = length == 4 && (1000..=2999).contains(&value) && !part;
            return valid.then(|| Some((i16::try_from(value).ok()?, from + 1)))?;
        }
        if tokens.is(from, &["'"]) && tokens.joined(from + 1) {
            let (value, length) = tokens.figures(from + 1)?;
            return (length == 2).then(|| Some((full_year(value)?, from + 2)))?;
        }
        self.year_in_words(from)
    }

    /// The year of “June last year” and “May 5 this year”.
    fn near_year(&self, at: usize) -> Option<(i16, usize)> {
        const NEAR: [(&str, i16); 4] =
            [("this year", 0), ("last year", -1), ("next year", 1), ("the following year", 1)];
        let (offset, end) = self.tokens.any(self.tokens.past(at, &["of"]), &NEAR)?;
        Some((self.today.year?.checked_add(*offset)?, end))
    }

    /// Nineteen ninety-six, two thousand and fifteen.
    fn year_in_words(&self, at: usize) -> Option<(i16, usize)> {
        let head = cardinal(self.tokens, at).filter(|_| !self.tokens.is(at, &["a", "an"]))?;
        if (1000..3000).contains(&head.value) {
            return Some((i16::try_from(head.value).ok()?, head.end));
        }
        if !(13..=20).contains(&head.value) {
            return None;
        }
        let zero = self.tokens.is(head.end, &["zero", "oh", "o"]);
        let tail = cardinal(self.tokens, head.end + usize::from(zero))?;
        let valid =
            if zero { (1..10).contains(&tail.value) } else { (10..100).contains(&tail.value) };
        valid.then(|| Some((i16::try_from(head.value * 100 + tail.value).ok()?, tail.end)))?
    }

    /// A year by itself, where the words around tell that it is one.
    pub(super) fn year_alone(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let said = tokens.longest(at, &SAID).filter(|&end| !tokens.is(end, &["of"]));
        let from = said.unwrap_or(at);
        let Some((value, length)) = tokens.figures(from) else {
            let told = said.is_some() || BEFORE_YEAR.contains(&tokens.before(from));
            return self.year_in_words(from).filter(|_| told).map(whole_year);
        };
        if tokens.is(at, &["cy", "fy", "sy"]) && length == 2 {
            return Some(whole_year((full_year(value)?, from + 1)));
        }
        if length == 4
            && let Some(read) = self.month_behind(from, value)
        {
            return Some(read);
        }
        let is_year = length == 4
            && (1000..=2199).contains(&value)
            && !self.is_part_of_more(from)
            && !matches!(tokens.before(from), "$" | "no" | "#" | "€" | "£")
            && !self.counts(from + 1)
            && (said.is_some() || self.is_told_a_year(at, from, value));
        is_year.then(|| Some(whole_year((i16::try_from(value).ok()?, from + 1))))?
    }

    /// Year to date: from its first day to the page's.
    pub(super) fn year_to_date(&self, at: usize) -> Option<Read> {
        let end = self.tokens.longest(at, &["year to date", "year - to - date"])?;
        let today = self.today;
        let first = Day { month: Some(1), day: Some(1), ..today };
        let stretch = today.known().map(|_| Stretch::days(first, today)).unwrap_or_default();
        Some(Read { stretch, end })
    }

    /// 2017 April, 2017 April 5.
    fn month_behind(&self, from: usize, value: i64) -> Option<Read> {
        let tokens = self.tokens;
        let month = month(tokens.word(from + 1)).filter(|_| !tokens.joined(from + 1));
        if month.is_none() || !(1000..=2199).contains(&value) || tokens.joined(from) {
            return None;
        }
        let day = self.day_number(from + 2);
        let day = day.filter(|(_, end, placed)| *placed || *end == tokens.len());
        let (day, end) = day.map_or((None, from + 2), |(day, end, _)| (Some(day), end));
        let year = i16::try_from(value).ok();
        Some(Read { stretch: Day { year, month, day }.into(), end })
    }

    /// Whether figures belong to a longer number, a code or a clock.
    fn is_part_of_more(&self, from: usize) -> bool {
        let (tokens, end) = (self.tokens, from + 1);
        let opens = ["-", "(", "~", "/", "'", "\"", "–", "—", "cy", "fy", "sy"];
        let behind = tokens.joined(from) && !opens.contains(&tokens.before(from));
        let before = tokens.is(end, &["%", ":", "/", "+", "$", "x", "m", "k", "s"])
            || tokens.is(end, &[",", "."])
                && tokens.joined(end + 1)
                && tokens.figures(end + 1).is_some();
        behind || tokens.joined(end) && before
    }

    /// Whether what stands around four figures makes them a year: a word before, an end after, or another year.
    fn is_told_a_year(&self, at: usize, from: usize, value: i64) -> bool {
        let (tokens, end) = (self.tokens, from + 1);
        let before = tokens.before(from);
        let modern = (1800..=2150).contains(&value);
        let closed = end == tokens.len()
            || tokens.is(end, &[",", ".", ";", ")", "?", "!", "and", "or", "but"]);
        // Mid-2019, end-2020.
        let dashed = before == "-"
            && tokens.joined(from)
            && tokens.is(from.wrapping_sub(2), &["mid", "end", "early", "late"]);
        let cue = (BEFORE_YEAR.contains(&before) || dashed) && (modern || closed);
        let free = modern
            && closed
            && !tokens.joined(from)
            && before.is_empty() == (at == 0)
            && tokens.figures(from.wrapping_sub(1)).is_none();
        let spans = modern
            && !self.within_a_code(from)
            && (tokens.is(end, &["-", "~", "–", "—", "to", "through", "till"])
                || matches!(before, "-" | "~" | "–" | "—"))
            && tokens
                .figures(end + 1)
                .or(tokens.figures(from.wrapping_sub(2)))
                .is_some_and(|(_, length)| length == 4);
        cue || free || spans
    }

    /// Whether figures are a part of 138-2010-2015 or 2010-2015-86, which are telephone numbers.
    fn within_a_code(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let dash = |at: usize| tokens.is(at, &["-"]) && tokens.joined(at) && tokens.joined(at + 1);
        let before = at > 1 && dash(at - 1);
        let odd = tokens.figures(at.wrapping_sub(2)).is_some_and(|(_, length)| length != 4);
        before && (odd || at > 3 && dash(at - 3)) || dash(at + 1) && dash(at + 3)
    }
}

/// A year of two figures in the hundred years around now: from 40 on the twentieth century.
pub(super) fn full_year(value: i64) -> Option<i16> {
    let value = i16::try_from(value).ok()?;
    match value {
        0..40 => Some(2000 + value),
        40..100 => Some(1900 + value),
        1000..3000 => Some(value),
        _ => None,
    }
}
