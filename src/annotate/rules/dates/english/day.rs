//! Days, months and years as they are written: 4 July 1995, the second of August, 2019-07-04, Q1 2019, the 1990s.

use super::super::super::super::english::{cardinal, ordinal};
use super::super::super::super::value::{Day, Stretch};
use super::names::{feast, month, weekday};
use super::{Read, Reader};

/// Words before a number that make it a year.
const BEFORE_YEAR: [&str; 24] = [
    "in", "since", "by", "of", "from", "until", "till", "during", "before", "after", "to", "and",
    "or", "early", "late", "mid", "year", "through", "between", "than", "circa", "around", "not",
    "=",
];
/// Words before the name of a month that can mean something else.
const BEFORE_MONTH: [&str; 25] = [
    "in", "since", "until", "till", "by", "last", "next", "this", "early", "late", "mid", "of",
    "from", "to", "between", "and", "during", "after", "before", "through", "for", "coming",
    "previous", "the", "-",
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
                .or_else(|| self.day_alone(self.tokens.past(open, &["the"]), at, true))?;
            let end = read.end + usize::from(open > comma && self.tokens.is(read.end, &[")"]));
            Some(Read { end, ..read })
        };
        date.or_else(with_weekday).or_else(|| {
            let the = self.tokens.is(at, &["the"]);
            self.day_alone(at + usize::from(the), at, the)
        })
    }

    /// A date with at least a month or a year.
    fn date(&self, at: usize) -> Option<Read> {
        self.numeric(at)
            .or_else(|| self.month_first(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.feast(at))
            .or_else(|| self.part_of_year(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.year_alone(at))
    }

    /// 2019-07-04, 2019/jul/4, 7/4/2019, 4.7.2019, 12-2015.
    fn numeric(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let (first, first_length) = tokens.figures(at)?;
        let mark = tokens.word(at + 1);
        let spaced = first_length == 4 && tokens.figures(at + 1).is_some();
        let (second_at, step) = if spaced { (at + 1, 1) } else { (at + 2, 2) };
        if !spaced
            && (!matches!(mark, "-" | "/" | ".")
                || !tokens.joined(at + 1)
                || !tokens.joined(at + 2))
        {
            return None;
        }
        let chained = matches!(tokens.before(at), "-" | "/")
            && at > 1
            && tokens.figures(at - 2).is_some_and(|(_, length)| length == 3 || length > 4);
        if tokens.joined(at)
            && (chained || matches!(tokens.before(at), "." | "," | ":" | "$" | "+"))
        {
            return None;
        }
        let name = month(tokens.word(second_at));
        let (second, second_length) = match name {
            Some(month) => (i64::from(month), 2),
            None => tokens.figures(second_at)?,
        };
        let third_at = second_at + step;
        let third = tokens.figures(third_at).filter(|_| {
            spaced
                || tokens.is(second_at + 1, &[mark])
                    && tokens.joined(second_at + 1)
                    && tokens.joined(third_at)
        });
        let named_last =
            month(tokens.word(third_at)).filter(|_| !spaced && tokens.is(second_at + 1, &[mark]));
        let read = |year: i64, month: i64, day: i64, end: usize| {
            let date = Day {
                year: Some(full_year(year)?),
                month: Some(i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?),
                day: Some(i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?),
            };
            Some(Read { stretch: date.into(), end })
        };
        match (first_length, second_length, third) {
            (4, 1..=2, Some((third, 1..=2))) => read(first, second, third, third_at + 1),
            (4, 1..=2, None) if named_last.is_some() => {
                read(first, named_last?.into(), second, third_at + 1)
            }
            (1..=2, 1..=2, Some((third, 2 | 4))) if !spaced => {
                let (month, day) = if name.is_some() || mark == "." || first > 12 {
                    (second, first)
                } else {
                    (first, second)
                };
                let (month, day) = if month > 12 { (day, month) } else { (month, day) };
                read(third, month, day, third_at + 1)
            }
            (4, 1..=2, None)
                if mark == "-"
                    && name.is_none()
                    && second_length == 2
                    && !tokens.joined(third_at - 1) =>
            {
                let month = i8::try_from(second).ok().filter(|month| (1..=12).contains(month))?;
                let day = Day { year: full_year(first), month: Some(month), day: None };
                Some(Read { stretch: day.into(), end: second_at + 1 })
            }
            (1..=2, 4, None) if !spaced && mark != "." => {
                let month = i8::try_from(first).ok().filter(|month| (1..=12).contains(month))?;
                let day = Day { year: full_year(second), month: Some(month), day: None };
                Some(Read { stretch: day.into(), end: second_at + 1 })
            }
            (1..=2, 1..=2, None) if !spaced && tokens.is(third_at - 1, &[",", "."]) => {
                // 11/12, 2016
                let (year, length) = tokens.figures(third_at)?;
                let (month, day) = if first > 12 { (second, first) } else { (first, second) };
                if length == 4 && tokens.is(third_at - 1, &[","]) {
                    read(year, month, day, third_at + 1)
                } else {
                    self.without_year(at, first, second, mark, second_at + 1)
                }
            }
            (1..=2, 1..=2, None) if !spaced => {
                self.without_year(at, first, second, mark, second_at + 1)
            }
            _ => None,
        }
    }

    /// 7/4 and 22-04, which are more often parts and ranges: where the words around tell that it is a day.
    fn without_year(
        &self,
        at: usize,
        first: i64,
        second: i64,
        mark: &str,
        end: usize,
    ) -> Option<Read> {
        let tokens = self.tokens;
        let (month, day) = if first > 12 { (second, first) } else { (first, second) };
        let before = tokens.before(at);
        let cue = weekday(before).is_some()
            || matches!(
                before,
                "on" | "from"
                    | "until"
                    | "till"
                    | "since"
                    | "for"
                    | "this"
                    | "next"
                    | "back"
                    | "between"
                    | "by"
                    | "to"
                    | "before"
                    | "after"
                    | "?"
                    | "-"
                    | "("
            )
            || at == 0
            || tokens.is(end, &["-", "–"])
                && tokens.joined(end)
                && tokens.figures(end + 1).is_some()
                && tokens.is(end + 2, &["/"]);
        let believed = match mark {
            "/" => cue,
            "-" => matches!(before, "on" | "in") && first.max(second) > 12,
            _ => weekday(before).is_some(),
        };
        let goes_on = tokens.joined(end)
            && !tokens.is(end, &["-", ",", ".", "?", "!", ")", ";", "~"])
            || tokens.is(end, &["."])
                && tokens.joined(end + 1)
                && tokens.figures(end + 1).is_some();
        if !believed || goes_on {
            return None;
        }
        let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
        let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
        Some(Read { stretch: Day::nearest(month, Some(day), self.today).into(), end })
    }

    /// A day of the month: 1 to 31 in figures or words, and whether it is said as a place in a row.
    fn day_number(&self, at: usize) -> Option<(i8, usize, bool)> {
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
    fn counts(&self, at: usize) -> bool {
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
        let tokens = self.tokens;
        if let Some((year, end)) = self.year_behind(end) {
            return Some(Read {
                stretch: Day { year: Some(year), month: Some(month), day: None }.into(),
                end,
            });
        }
        let word = tokens.word(at);
        let clear = !matches!(
            word,
            "may"
                | "march"
                | "april"
                | "june"
                | "august"
                | "mar"
                | "dec"
                | "sep"
                | "jan"
                | "jun"
                | "jul"
                | "oct"
                | "feb"
                | "apr"
                | "aug"
                | "nov"
                | "sept"
        );
        let joins = tokens.is(end, &["-", "–", "to", "through", "and"])
            && self.month_name(end + 1).is_some();
        let cue = joins
            || BEFORE_MONTH.contains(&tokens.before(at))
            || self.capital(at) && word != "may" && word != "mar" && at > 0 && word.len() != 3;
        let known = matches!(
            tokens.before(at),
            "in" | "of" | "since" | "during" | "until" | "from" | "last" | "mid" | "late" | "early"
        );
        let named = matches!(word, "may" | "march") && !self.capital(at) && !known;
        // April Jones and June Smith are people.
        let person = self.capital(at)
            && self.capital(end)
            && !tokens.is(at.wrapping_sub(1), &["in", "since"]);
        if !clear && (!cue || named || person) {
            return None;
        }
        Some(Read { stretch: Day::nearest(month, None, self.today).into(), end })
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
    fn year_alone(&self, at: usize) -> Option<Read> {
        const SAID: [&str; 9] = [
            "year",
            "calendar year",
            "fiscal year",
            "financial year",
            "school year",
            "academic year",
            "cy",
            "fy",
            "sy",
        ];
        let tokens = self.tokens;
        let said = tokens.longest(at, &SAID).filter(|&end| !tokens.is(end, &["of"]));
        let from = said.unwrap_or(at);
        let read = |year: i16, end: usize| {
            Some(Read { stretch: Day { year: Some(year), ..Day::default() }.into(), end })
        };
        if let Some((value, length)) = tokens.figures(from) {
            if tokens.is(at, &["cy", "fy", "sy"]) && length == 2 {
                return read(full_year(value)?, from + 1);
            }
            // 2017 April
            let month =
                month(tokens.word(from + 1)).filter(|_| length == 4 && !tokens.joined(from + 1));
            if month.is_some() && (1000..=2199).contains(&value) && !tokens.joined(from) {
                let year = i16::try_from(value).ok();
                let day = self
                    .day_number(from + 2)
                    .filter(|(_, end, placed)| *placed || *end == tokens.len());
                let (day, end) = day.map_or((None, from + 2), |(day, end, _)| (Some(day), end));
                return Some(Read { stretch: Day { year, month, day }.into(), end });
            }
            let end = from + 1;
            let part = tokens.joined(from)
                && !matches!(
                    tokens.before(from),
                    "-" | "(" | "~" | "/" | "'" | "\"" | "–" | "—" | "cy"
                )
                || tokens.joined(end)
                    && (tokens.is(end, &["%", ":", "/", "+", "$", "x", "m", "k", "s"])
                        || tokens.is(end, &[",", "."])
                            && tokens.joined(end + 1)
                            && tokens.figures(end + 1).is_some());
            let valid = length == 4 && (1000..=2199).contains(&value) && !part;
            if !valid {
                return None;
            }
            let before = tokens.before(from);
            let modern = (1800..=2150).contains(&value);
            let closed = from + 1 == tokens.len()
                || tokens.is(end, &[",", ".", ";", ")", "?", "!", "and", "or", "but"]);
            let number = matches!(before, "$" | "no" | "#" | "€" | "£");
            let cue = BEFORE_YEAR.contains(&before) && (modern || closed);
            let free = modern
                && closed
                && !tokens.joined(from)
                && before.is_empty() == (at == 0)
                && tokens.figures(from.wrapping_sub(1)).is_none();
            let spans = modern
                && (tokens.is(end, &["-", "~", "–", "—", "to", "through", "till"])
                    || matches!(before, "-" | "~" | "–" | "—"))
                && tokens
                    .figures(end + 1)
                    .or(tokens.figures(from.wrapping_sub(2)))
                    .is_some_and(|(_, length)| length == 4);
            let counts = self.counts(end);
            return (!number && !counts && (said.is_some() || cue || free || spans))
                .then(|| read(i16::try_from(value).ok()?, end))?;
        }
        let (year, end) = self
            .year_in_words(from)
            .filter(|_| said.is_some() || BEFORE_YEAR.contains(&tokens.before(from)))?;
        read(year, end)
    }

    /// A feast, in the year that follows its name or the one that brings it nearest.
    fn feast(&self, at: usize) -> Option<Read> {
        let (day_in, end) = feast(self.tokens, at)?;
        if let Some((year, end)) = self.year_behind(end) {
            return Some(Read { stretch: day_in(year)?.into(), end });
        }
        let of = self.tokens.past(end, &["of"]);
        let relative = [("this year", 0), ("last year", -1), ("next year", 1)];
        if let Some((offset, end)) = self.tokens.any(of, &relative) {
            let day = self.today.year.and_then(|year| day_in(year + offset)).unwrap_or_default();
            return Some(Read { stretch: day.into(), end });
        }
        let day = self.today.year.and_then(&day_in);
        let nearest =
            day.and_then(|day| day_in(Day::nearest(day.month?, day.day, self.today).year?));
        Some(Read { stretch: nearest.unwrap_or_default().into(), end })
    }

    /// Q1 2019, 2019-H2, the first quarter of 2019.
    fn part_of_year(&self, at: usize) -> Option<Read> {
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
        if let Some((from, until, end)) = short(at) {
            let (year, end) =
                self.year_behind(end).map_or((None, end), |(year, end)| (Some(year), end));
            return of(year, from, until, end);
        }
        if let Some((year, 4)) = tokens.figures(at) {
            let (from, until, end) = short(tokens.past(at + 1, &["-", "/", ","]))?;
            return of(i16::try_from(year).ok(), from, until, end);
        }
        let place_at = tokens.past(at, &["the"]);
        let place = ordinal(tokens, place_at)?;
        let n = i8::try_from(place.value).ok()?;
        let (from, until, end) = match tokens.word(place.end) {
            "quarter" if (1..=4).contains(&n) => (n * 3 - 2, n * 3, place.end + 1),
            "half" if (1..=2).contains(&n) => (n * 6 - 5, n * 6, place.end + 1),
            _ => return None,
        };
        let of_year = tokens.past(end, &["of"]);
        let near = [("this year", 0), ("last year", -1), ("next year", 1), ("the year", 0)];
        if let Some((offset, end)) = tokens.any(of_year, &near) {
            return of(self.today.year.map(|year| year + offset), from, until, end);
        }
        let (year, end) =
            self.year_behind(end).map_or((None, end), |(year, end)| (Some(year), end));
        of(year, from, until, end)
    }

    /// The 1990s, the 15th century.
    fn decade(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let from = tokens.past(at, &["the"]);
        let years = |first: i64, many: i64, end: usize| {
            let year = |year: i64| Day { year: i16::try_from(year).ok(), ..Day::default() };
            Some(Read { stretch: Stretch::days(year(first), year(first + many - 1)), end })
        };
        if let Some(place) = ordinal(tokens, from).filter(|place| (1..=30).contains(&place.value)) {
            let dash = tokens.past(place.end, &["-"]);
            let century = i64::try_from(place.value).ok()?;
            return tokens
                .is(dash, &["century"])
                .then(|| years((century - 1) * 100, 100, dash + 1))?;
        }
        let (value, length) = tokens.figures(from)?;
        let end = from + 1 + usize::from(tokens.is(from + 1, &["'"]));
        let plural = tokens.is(end, &["s"]) || tokens.is(end, &["'s"]);
        match length {
            4 if plural && value % 10 == 0 && (1000..2200).contains(&value) => {
                years(value, 10, end + 1)
            }
            2 if plural && value % 10 == 0 && tokens.joined(end) && value >= 20 && from > at => {
                years(1900 + value, 10, end + 1)
            }
            _ => None,
        }
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

/// A year of two figures in the hundred years around now: from 40 on the twentieth century.
fn full_year(value: i64) -> Option<i16> {
    let value = i16::try_from(value).ok()?;
    match value {
        0..40 => Some(2000 + value),
        40..100 => Some(1900 + value),
        1000..3000 => Some(value),
        _ => None,
    }
}
