//! Days and months as they are written: 4 July 1995, the second of August, Christmas.

use super::super::super::super::english::{cardinal, ordinal};
use super::super::super::super::value::Day;
use super::names::{month, weekday};
use super::{Read, Reader};

/// Words before the name of a month that can mean something else.
const BEFORE_MONTH: [&str; 25] = [
    "in", "since", "until", "till", "by", "last", "next", "this", "early", "late", "mid", "of",
    "from", "to", "between", "and", "during", "after", "before", "through", "for", "coming",
    "previous", "the", "-",
];

/// Names of months that can mean something else.
const UNCLEAR: [&str; 17] = [
    "may", "march", "april", "june", "august", "mar", "dec", "sep", "jan", "jun", "jul", "oct",
    "feb", "apr", "aug", "nov", "sept",
];

impl Reader<'_> {
    /// A date as calendars have it, without a word that hangs on the page's day.
    pub(super) fn calendar(&self, at: usize) -> Option<Read> {
        let date = self.date(at);
        let with_weekday = || {
            weekday(self.tokens.word(at))?;
            let comma = self.tokens.past(at + 1, &[".", ","]);
            let open = self.tokens.past(comma, &["("]);
            let read = self
                .date(open)
                .filter(|read| read.stretch.first().day.day.is_some())
                .or_else(|| {
                    let the = self.tokens.is(open, &["the"]);
                    self.day_alone(open + usize::from(the), at, the)
                })?;
            let end = read.end + usize::from(open > comma && self.tokens.is(read.end, &[")"]));
            Some(Read { end, ..read })
        };
        let date = date.map(|read| self.weekday_in_brackets(read));
        date.or_else(with_weekday).or_else(|| {
            let the = self.tokens.is(at, &["the"]);
            self.day_alone(at + usize::from(the), at, the)
        })
    }

    /// May 22 (Friday): a date with the day of the week behind it.
    fn weekday_in_brackets(&self, read: Read) -> Read {
        let tokens = self.tokens;
        let stands = read.stretch.first().day.day.is_some()
            && tokens.is(read.end, &["("])
            && weekday(tokens.word(read.end + 1)).is_some()
            && tokens.is(read.end + 2, &[")"]);
        Read { end: read.end + if stands { 3 } else { 0 }, ..read }
    }

    /// A date with at least a month or a year.
    fn date(&self, at: usize) -> Option<Read> {
        self.numeric(at)
            .or_else(|| self.month_first(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.feast(at))
            .or_else(|| self.two_years(at))
            .or_else(|| self.year_of_an_era(at))
            .or_else(|| self.part_of_year(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.season(at))
            .or_else(|| self.year_alone(at))
    }

    /// A day of the month: 1 to 31 in figures or words, and whether it is said as a place in a row.
    pub(super) fn day_number(&self, at: usize) -> Option<(i8, usize, bool)> {
        let tokens = self.tokens;
        let (value, end, placed) = if let Some(place) = ordinal(tokens, at) {
            (place.value, place.end, true)
        } else if let Some((value, 1..=2)) = tokens.figures(at) {
            let number = tokens.joined(at + 1)
                && (tokens.is(at + 1, &[":", "%"])
                    || tokens.is(at + 1, &[",", "."])
                        && tokens.joined(at + 2)
                        && tokens.figures(at + 2).is_some_and(|(_, length)| length != 4));
            (!number).then_some((value.into(), at + 1, false))?
        } else {
            let number = cardinal(tokens, at).filter(|_| !tokens.is(at, &["a", "an"]))?;
            (number.value, number.end, false)
        };
        Some((i8::try_from(value).ok().filter(|day| (1..=31).contains(day))?, end, placed))
    }

    /// A month's name, with the full stop of one cut short.
    pub(super) fn month_name(&self, at: usize) -> Option<(i8, usize)> {
        let month = month(self.tokens.word(at))?;
        let goes_on = self.tokens.figures(at + 2).is_some() || self.tokens.is(at + 2, &[","]);
        let short = self.tokens.word(at).len() <= 4 && self.tokens.is(at + 1, &["."]) && goes_on;
        Some((month, at + 1 + usize::from(short)))
    }

    /// July 4, 1995; May the eleventh; Jan/2; March 2019; August.
    fn month_first(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let (month, end) = self.month_name(at)?;
        let gap = tokens.past(tokens.past(end, &["-", "/", ",", "."]), &["the"]);
        if let Some((day, end, _)) = self.day_number(gap).filter(|(_, end, _)| !self.counts(*end)) {
            return Some(self.with_year(month, day, end));
        }
        self.month_alone(at, month, end)
    }

    /// Whether a number is followed by a word that it counts: 10 May hours are none, 5 people are no day.
    pub(super) fn counts(&self, at: usize) -> bool {
        self.tokens.is(
            at,
            &[
                "years", "people", "percent", "per", "million", "billion", "thousand", "months",
                "days",
            ],
        )
    }

    /// A day and a month, and the year that may follow.
    fn with_year(&self, month: i8, day: i8, end: usize) -> Read {
        match self.year_behind(end) {
            Some((year, end)) => Read {
                stretch: Day { year: Some(year), month: Some(month), day: Some(day) }.into(),
                end,
            },
            None => Read { stretch: Day::nearest(month, Some(day), self.today).into(), end },
        }
    }

    /// A month with its year, or by itself where it can mean nothing else.
    fn month_alone(&self, at: usize, month: i8, end: usize) -> Option<Read> {
        // It may this year rise.
        let verb = matches!(self.tokens.word(at), "may" | "march") && !self.capital(at);
        let behind = self.year_behind(end);
        let near = behind.is_some_and(|(_, end)| self.tokens.is(end - 1, &["year"]));
        if let Some((year, end)) = behind.filter(|_| !near || !verb) {
            return Some(Read {
                stretch: Day { year: Some(year), month: Some(month), day: None }.into(),
                end,
            });
        }
        self.says_month(at, end)
            .then(|| Read { stretch: Day::nearest(month, None, self.today).into(), end })
    }

    /// Whether a word that can be a month is one: July always, May, March and what is cut short where the words around tell.
    fn says_month(&self, at: usize, end: usize) -> bool {
        let (tokens, word) = (self.tokens, self.tokens.word(at));
        if !UNCLEAR.contains(&word) {
            return true;
        }
        let joins = tokens.is(end, &[",", "-", "–", "to", "through", "and"])
            && self.month_name(end + 1).is_some();
        let cue = joins
            || BEFORE_MONTH.contains(&tokens.before(at))
            || self.capital(at) && word != "may" && word != "mar" && at > 0 && word.len() != 3;
        let known = matches!(
            tokens.before(at),
            "in" | "of" | "since" | "during" | "until" | "from" | "last" | "mid" | "late" | "early"
        );
        let verb = matches!(word, "may" | "march") && !self.capital(at) && !known;
        // April Jones and June Smith are people.
        let person = self.capital(at)
            && self.capital(end)
            && !tokens.is(at.wrapping_sub(1), &["in", "since"]);
        cue && !verb && !person
    }

    /// Whether a word ends in a capital letter.
    pub(super) fn capital_within(&self, at: usize) -> bool {
        let last = self.tokens.end(at + 1).checked_sub(1);
        last.and_then(|last| self.line.at(last)).is_some_and(|c| c.is_ascii_uppercase())
    }

    /// Whether a word begins with a capital letter.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.line.folded.get(self.tokens.start(at)).is_some_and(char::is_ascii_uppercase)
    }

    /// 4 July 1995, the 2nd of August, fourth day of July.
    fn day_first(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let the = tokens.is(at, &["the"]);
        let from = at + usize::from(the);
        let label = tokens.is(from.wrapping_sub(1), &[":"])
            && tokens.figures(from.wrapping_sub(2)).is_none();
        let stuck =
            tokens.joined(from) && matches!(tokens.before(from), "." | "," | ":" | "/") && !label;
        if stuck || matches!(tokens.before(from), "$" | "€" | "£" | "¥") {
            return None;
        }
        let (day, end, _) = self.day_number(from)?;
        let end = tokens.phrase(end, "day of").or_else(|| tokens.phrase(end, "of")).unwrap_or(end);
        let gap = tokens.past(end, &["-", "/", "."]);
        let (month, end) = self.month_name(gap)?;
        // 3 May 2019, but “section 3 may apply”.
        let verb = tokens.word(gap) == "may"
            && !self.capital(gap)
            && !tokens.is(gap.wrapping_sub(1), &["of"]);
        (!verb).then(|| self.with_year(month, day, end))
    }

    /// The 21st, Monday the 21st: a day of the page's month, or of the one that makes it this weekday.
    fn day_alone(&self, at: usize, start: usize, the: bool) -> Option<Read> {
        let tokens = self.tokens;
        let (day, end, placed) = self.day_number(at)?;
        let weekday = weekday(tokens.word(start));
        let figures = tokens.figures(at).is_some();
        let range = weekday.is_some() && !the && tokens.is(end, &["-", "–"]);
        let closed = !range
            && (end == tokens.len()
                || !tokens.joined(end)
                    && (tokens.is(
                        end,
                        &[
                            "from", "between", "at", "around", "to", "and", "through", "till",
                            "until", "by",
                        ],
                    ))
                || tokens.is(end, &[",", ".", "!", "?", ";", "-"]));
        let cue = matches!(
            tokens.before(start),
            "on" | "for"
                | "until"
                | "till"
                | "between"
                | "around"
                | "and"
                | "through"
                | "from"
                | "to"
                | "by"
                | "since"
        );
        let believed = match weekday {
            Some(_) => placed || (figures || the) && closed,
            None => (placed && figures || the && cue) && closed && (the || cue),
        };
        if !believed {
            return None;
        }
        Some(Read { stretch: self.day_of_some_month(day, weekday).into(), end })
    }

    /// A day of the page's month, or the nearest that falls on a weekday.
    fn day_of_some_month(&self, day: i8, weekday: Option<i64>) -> Day {
        let falls = |months: i64| {
            let month = self.today.plus_months(months)?;
            let there = Day { day: Some(day), ..month };
            let known = there.known()?;
            weekday
                .is_none_or(|n| i64::from(known.weekday().to_monday_zero_offset()) == n)
                .then_some(there)
        };
        (0..=12)
            .flat_map(|n| [n, -n])
            .find_map(falls)
            .unwrap_or(Day { day: Some(day), ..Day::default() })
    }
}
