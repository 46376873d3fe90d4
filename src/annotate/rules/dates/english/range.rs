//! From June to August, Monday from 10 to 12, November 19-20: stretches with two ends, either of which may lack what the other says.

use super::super::super::super::english::{cardinal, ordinal};
use super::super::super::super::value::{Day, Moment, Stretch};
use super::names::{unit, weekday};
use super::{Read, Reader, longer};

/// Words between the two ends of a stretch.
const TO: [&str; 9] = ["to", "-", "–", "—", "~", "until", "till", "through", "and"];

/// What says that an end is the page's day.
const NOW: [&str; 5] =
    ["now", "the present", "the present day", "the current date", "current date"];

impl Reader<'_> {
    /// From one moment to another, or one moment.
    pub(super) fn stretch(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let opened = tokens.is(at, &["from", "between"]);
        let from = at + usize::from(opened);
        let pair = self.pair(from, tokens.is(at, &["between"]), opened);
        if opened {
            let pair = pair.map(|read| self.on_a_day(read));
            return pair.or_else(|| self.moment_for(from).filter(|_| tokens.is(at, &["from"])));
        }
        let read = longer(self.point(at, false), pair)?;
        Some(self.with_times(self.on_a_day(read)))
    }

    /// Two ends with a word between them, either of which may lack what the other says.
    pub(super) fn pair(&self, at: usize, between: bool, opened: bool) -> Option<Read> {
        let tokens = self.tokens;
        let first = self.end_of_pair(at, opened);
        let number = self.bare_number(at);
        let joint = first.map_or(0, |read| read.end);
        let first = first.filter(|read| self.joins(read.end, between));
        let Some(first) = first else {
            // 5 to 6 pm, 9 to 12 of June.
            let (value, end) =
                number.filter(|(_, end)| self.joins(*end, between) && *end != joint)?;
            return self.number_to(value, end + 1, opened);
        };
        // Between the ninth and the seventeenth of April: both of April.
        if let Some((value, end)) = number.filter(|(_, end)| *end == first.end)
            && let Some(read) = self.days_of_a_month(value, end + 1)
        {
            return Some(read);
        }
        let now = tokens.longest(first.end + 1, &NOW).is_some();
        let to = tokens.past(first.end + 1, &["the"]);
        let loose = first.stretch.first().time.is_some();
        let bare = self.bare_number(to);
        let second = if now {
            self.end_of_pair(first.end + 1, false)
        } else {
            let loose = loose && bare.is_none_or(|(value, _)| value < 25);
            self.point(to, loose).or_else(|| self.point(first.end + 1, false))
        };
        // Till the seventeenth: of the same month.
        let same_month = |read: &Read| {
            bare.is_some_and(|(_, end)| end == read.end)
                && !loose
                && first.stretch.first().day.day.is_some()
        };
        let Some(second) = second.filter(|read| !same_month(read)) else {
            let (value, end) = bare.filter(|_| !loose)?;
            return self.until_day(first.stretch.first().day, value, end);
        };
        // A time of day alone ends in a time.
        let alone = loose && first.stretch.first().day == Day::default();
        let fits = now || !alone || second.stretch.last().time.is_some();
        fits.then(|| self.joined_pair(at, first, second))
    }

    /// November 19-20, April ninth through seventeenth: a day until a number, which may be followed by the year of both.
    fn until_day(&self, first: Day, value: i64, end: usize) -> Option<Read> {
        first.day?;
        let day = i8::try_from(value).ok().filter(|day| (1..=31).contains(day));
        let year = self.year_behind(end).filter(|_| self.tokens.is(end, &[","]));
        let (year, end) = year.map_or((first.year, end), |(year, end)| (Some(year), end));
        let (first, last) = (Day { year, ..first }, Day { year, day: Some(day?), ..first });
        Some(Read { stretch: Stretch::days(first, last), end })
    }

    /// Whether a word that joins two ends stands here; “and” only behind “between”.
    fn joins(&self, at: usize, between: bool) -> bool {
        self.tokens.is(at, &TO) && (between || !self.tokens.is(at, &["and"]))
    }

    /// One end of a pair: now, the end of a month, or a moment.
    fn end_of_pair(&self, at: usize, loose: bool) -> Option<Read> {
        if let Some(end) = self.tokens.longest(at, &NOW) {
            return Some(Read { stretch: self.today.into(), end });
        }
        let at = self.without_article(at);
        let number = self.bare_number(at).map_or(0, |(_, end)| end);
        let date = self.point(at, false);
        date.or_else(|| loose.then(|| self.point(at, true).filter(|read| read.end > number))?)
    }

    /// A number or a place in a row by itself.
    pub(super) fn bare_number(&self, at: usize) -> Option<(i64, usize)> {
        let at = self.tokens.past(at, &["the"]);
        if self.tokens.joined(at) && matches!(self.tokens.before(at), "/" | "." | ":" | "$" | ",") {
            return None;
        }
        if let Some(place) = ordinal(self.tokens, at) {
            return Some((i64::try_from(place.value).ok()?, place.end));
        }
        if let Some((value, length)) = self.tokens.figures(at) {
            let (tokens, end) = (self.tokens, at + 1);
            let decimal = tokens.is(end, &["."])
                && tokens.joined(end)
                && tokens.joined(end + 1)
                && tokens
                    .figures(end + 1)
                    .is_some_and(|_| !tokens.is(end + 2, &["pm", "am", "p", "a"]));
            return (length <= 2 && !decimal).then_some((value, end));
        }
        let number = cardinal(self.tokens, at).filter(|_| !self.tokens.is(at, &["a", "an"]))?;
        Some((i64::try_from(number.value).ok()?, number.end))
    }

    /// 4 to 23 in next month, the ninth and the seventeenth of April, behind the first number.
    fn days_of_a_month(&self, value: i64, to: usize) -> Option<Read> {
        let (last, end) = self.bare_number(to)?;
        // From 5 to 10 in May is how many there were.
        let of = self.tokens.longest(end, &["of", "in"])?;
        let near = self.near(of).filter(|read| self.tokens.is(read.end - 1, &["month"]));
        let month =
            near.or_else(|| self.tokens.is(of - 1, &["of"]).then(|| self.calendar(of))?)?;
        let Stretch::At(Moment { day: of, time: None }) = month.stretch else { return None };
        of.month.filter(|_| of.day.is_none())?;
        let day = |number: i64| {
            let day = i8::try_from(number).ok().filter(|day| (1..=31).contains(day));
            Some(Day { day: Some(day?), ..of })
        };
        // From the 27th to the 3rd of April begins in March.
        let before = of.plus_months(-1).filter(|_| value > last).unwrap_or(of);
        let first = Day { month: before.month, year: before.year, ..day(value)? };
        Some(Read { stretch: Stretch::days(first, day(last)?), end: month.end })
    }

    /// What a bare number says before what follows “to”: the same month's day, or the same half of the day.
    fn number_to(&self, value: i64, to: usize, opened: bool) -> Option<Read> {
        if let Some(read) = self.days_of_a_month(value, to) {
            return Some(read);
        }
        // 18 to 24-year-olds are no times of day.
        let (ahead, dash) = (self.bare_number(to).map_or(to, |(_, end)| end), &["-"]);
        if self.tokens.is(ahead, dash) && unit(self.tokens.word(ahead + 1)).is_some() {
            return None;
        }
        let loose = || self.point(to, true).filter(|read| opened && self.closes_times(read.end));
        let second = self.point(to, false).or_else(loose)?;
        let second_end = second.end;
        let mut last = second.stretch.last();
        let first = match (last.time, last.day.day) {
            (Some((hour, ..)), _) => {
                let value = i8::try_from(value).ok().filter(|value| (0..=24).contains(value))?;
                let same = value % 12 + 12 * i8::from(hour >= 12);
                let hour = if value > 12 || same > hour && value <= hour { value } else { same };
                let hour = if self.tokens.figures(to).is_some() && hour > last.time?.0 {
                    value
                } else {
                    hour
                };
                // From 10 to 4 ends in the afternoon.
                if let Some((until, minute, second)) = last.time
                    && until < hour.min(12)
                    && !self.says_half(to, second_end)
                {
                    last.time = Some((until + 12, minute, second));
                }
                Moment { day: last.day, time: Some((hour, None, None)) }
            }
            (None, Some(_)) => {
                let day = i8::try_from(value).ok().filter(|day| (1..=31).contains(day));
                day?;
                Moment { day: Day { day, ..last.day }, time: None }
            }
            _ => return None,
        };
        Some(Read { stretch: Stretch::Between(first, last), end: second.end })
    }

    /// The stretch between two ends, each completed from the other.
    fn joined_pair(&self, at: usize, first: Read, second: Read) -> Read {
        let (mut from, mut until) = (first.stretch.first(), second.stretch.last());
        if until.day == Day::default() && until.time.is_some() {
            until.day = from.day;
        }
        if from.day == Day::default() && from.time.is_some() {
            // From 2 p.m. to tomorrow 4 p.m. begins today.
            let day_first = self.clock(first.end + 1, true).is_none();
            from.day = if day_first { self.today } else { until.day };
        }
        // From 3 to 5 p.m.
        if let (Some((a, ma, sa)), Some((b, mb, sb))) = (from.time, until.time)
            && from.day == until.day
        {
            if a < 12 && b >= 12 && (a + 12, ma) < (b, mb) && !self.says_half(at, first.end) {
                from.time = Some((a + 12, ma, sa));
            } else if (b, mb) < (a, ma) && b < 12 && !self.says_half(first.end, second.end) {
                until.time = Some((b + 12, mb, sb));
            }
        }
        until.day = self.not_before(from.day, until.day, second.end);
        if from.day.year.is_some()
            && until.day.year.is_some()
            && from.day.month.is_some()
            && until.day.month.is_some()
        {
            match (self.says_year(at, first.end), self.says_year(first.end, second.end)) {
                (false, true) => {
                    let wraps = (from.day.month, from.day.day) > (until.day.month, until.day.day);
                    from.day.year = until.day.year.map(|year| year - i16::from(wraps));
                }
                (true, false) if until.day < from.day => until.day.year = from.day.year,
                (false, false) if until.day < from.day => {
                    until.day.year = from.day.year.map(|year| {
                        year + i16::from(
                            (until.day.month, until.day.day) < (from.day.month, from.day.day),
                        )
                    });
                }
                _ => {}
            }
        }
        Read { stretch: Stretch::Between(from, until), end: second.end }
    }

    /// From today to Sunday ends with the next Sunday: a last day, or the same of the week after where it lies before the first.
    fn not_before(&self, first: Day, last: Day, end: usize) -> Day {
        let weekday = weekday(self.tokens.word(end - 1)).is_some();
        let early = weekday && last < first && last.known().is_some();
        early.then(|| last.plus_days(7)).flatten().unwrap_or(last)
    }

    fn says_year(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| {
            self.tokens.figures(at).is_some_and(|(_, length)| length == 4)
                || self.tokens.is(
                    at,
                    &["this", "next", "last", "today", "now", "hundred", "thousand", "nineteen"],
                )
        })
    }

    fn says_half(&self, from: usize, to: usize) -> bool {
        (from..to)
            .any(|at| self.tokens.is(at, &["am", "pm", "a", "p", "morning", "noon", "midnight"]))
    }
}
