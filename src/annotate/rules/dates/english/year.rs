//! Years, their quarters and halves, and decades: 1995, nineteen ninety, Q1 2019, the 1990s.

use super::super::super::super::english::{cardinal, ordinal};
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
        let opens = ["-", "(", "~", "/", "'", "\"", "–", "—", "cy"];
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
        let cue = BEFORE_YEAR.contains(&before) && (modern || closed);
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

    /// First quarter, second half: its first and its last month, and where it ends.
    pub(super) fn piece_of_year(&self, at: usize) -> Option<(i8, i8, usize)> {
        let place = ordinal(self.tokens, at)?;
        let n = i8::try_from(place.value).ok()?;
        let dash = self.tokens.is(place.end, &["-"])
            && self.tokens.joined(place.end + 1)
            && self.earns(place.end + 2);
        let end = place.end + usize::from(dash);
        match self.tokens.word(end) {
            "quarter" | "qtr" if (1..=4).contains(&n) => Some((n * 3 - 2, n * 3, end + 1)),
            "half" if (1..=2).contains(&n) => Some((n * 6 - 5, n * 6, end + 1)),
            _ => None,
        }
    }

    /// FY19, fiscal 2019, behind its quarter.
    fn fiscal_year(&self, at: usize) -> Option<(i16, usize)> {
        let from = self.tokens.longest(at, &["fy", "fiscal", "fiscal year"])?;
        let (value, length) = self.tokens.figures(from)?;
        let short = length == 2 && self.tokens.is(at, &["fy"]);
        (short || length == 4).then(|| Some((full_year(value)?, from + 1)))?
    }

    /// Whether a year or what companies tell of stands here: a fourth-quarter touchdown and a first-half goal are of no year.
    fn earns(&self, at: usize) -> bool {
        const TOLD: [&str; 24] = [
            "deliveries",
            "dividend",
            "earnings",
            "estimates",
            "figures",
            "forecast",
            "gdp",
            "growth",
            "guidance",
            "income",
            "loss",
            "losses",
            "net",
            "of",
            "operating",
            "output",
            "performance",
            "production",
            "profit",
            "profits",
            "report",
            "results",
            "revenue",
            "sales",
        ];
        self.tokens.is(at, &TOLD) || self.year_behind(at).is_some()
    }

    /// Q1 2019, 2019-H2, the first quarter of 2019.
    pub(super) fn part_of_year(&self, at: usize) -> Option<Read> {
        const SHORT: [(&str, i8, i8); 6] =
            [("q", 1, 3), ("q", 4, 6), ("q", 7, 9), ("q", 10, 12), ("h", 1, 6), ("h", 7, 12)];
        let tokens = self.tokens;
        let short = |at: usize| {
            let (number, length) = tokens.figures(at + 1)?;
            let stands = length == 1
                && tokens.joined(at + 1)
                && !(tokens.joined(at + 2) && tokens.figures(at + 2).is_some());
            let n = usize::try_from(number).ok()?.checked_sub(1)?;
            let list = if tokens.word(at) == "q" { SHORT.get(..4) } else { SHORT.get(4..) };
            let (letter, from, until) = list?.get(n)?;
            (stands && tokens.word(at) == *letter).then_some((*from, *until, at + 2))
        };
        let of = |year: Option<i16>, from: i8, until: i8, end: usize| {
            let month =
                |month| Day { year: year.or(self.today.year), month: Some(month), day: None };
            Some(Read { stretch: Stretch::days(month(from), month(until)), end })
        };
        if let Some((year, 4)) = tokens.figures(at) {
            // 2019 Q1, 2019's first half.
            let (from, until, end) = match tokens.phrase(at + 1, "' s") {
                Some(place) => self.piece_of_year(place)?,
                None => short(tokens.past(at + 1, &["-", "/", ","]))
                    .or_else(|| self.piece_of_year(at + 1))?,
            };
            return of(i16::try_from(year).ok(), from, until, end);
        }
        let (from, until, end) =
            short(at).or_else(|| self.piece_of_year(tokens.past(at, &["the"])))?;
        let of_year = tokens.past(end, &["of"]);
        let near = [("this year", 0), ("last year", -1), ("next year", 1), ("the year", 0)];
        if let Some((offset, end)) = tokens.any(of_year, &near) {
            return of(self.today.year.map(|year| year + offset), from, until, end);
        }
        let behind = self.year_behind(end).or_else(|| self.fiscal_year(of_year));
        let (year, end) = behind.map_or((None, end), |(year, end)| (Some(year), end));
        of(year, from, until, end)
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
