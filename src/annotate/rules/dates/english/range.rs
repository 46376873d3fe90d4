//! From June to August, Monday from 10 to 12, November 19-20: stretches with two ends, either of which may lack what the other says.

use super::super::super::super::english::{cardinal, ordinal};
use super::super::super::super::value::{Day, Moment, Stretch};
use super::clock::clock;
use super::{Read, Reader, longer};

/// Words between the two ends of a stretch.
const TO: [&str; 9] = ["to", "-", "–", "—", "~", "until", "till", "through", "and"];

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

    /// Two times of day with the day behind them: between 3 and 8 yesterday.
    fn on_a_day(&self, read: Read) -> Read {
        let Stretch::Between(first, last) = read.stretch else { return read };
        let timed = first.day == Day::default()
            && first.time.is_some()
            && last.time.is_some()
            && last.day == Day::default();
        let link = self.tokens.past(read.end, &["on", "of"]);
        let day = self
            .day(link)
            .filter(|day| timed && matches!(day.stretch, Stretch::At(Moment { time: None, .. })));
        let Some(day) = day else { return read };
        let on = day.stretch.first().day;
        let evening = self.tokens.is(day.end, &["afternoon", "evening", "night"]);
        let at = |moment: Moment| Moment { day: on, ..moment };
        Read { stretch: Stretch::Between(at(first), at(last)), end: day.end + usize::from(evening) }
    }

    /// A day with the times behind it: Monday from 10 to 12, today before 4 p.m.
    fn with_times(&self, day: Read) -> Read {
        let Stretch::At(Moment { day: on, time: None }) = day.stretch else { return day };
        if on.day.is_none() {
            return day;
        }
        let tokens = self.tokens;
        let link = tokens.past(day.end, &["at"]);
        let open = tokens.is(link, &["from", "between"]);
        let close = tokens.word(day.end - 1).to_owned();
        let late = matches!(close.as_str(), "afternoon" | "evening" | "night" | "tonight");
        let at = |moment: Moment| match moment.time {
            Some((hour, minute, second)) if late && hour < 12 => {
                Moment { day: on, time: Some((hour + 12, minute, second)) }
            }
            time => Moment { day: on, time },
        };
        if let Some(read) = open.then(|| self.moment_for(link + 1)).flatten()
            && let Stretch::Between(first, last) = read.stretch
            && first.day == Day::default()
        {
            return Read { stretch: Stretch::Between(at(first), at(last)), ..read };
        }
        if open || tokens.figures(link).is_some() {
            let pair = self.pair(link + usize::from(open), tokens.is(link, &["between"]), true);
            if let Some(Read { stretch: Stretch::Between(first, last), end }) = pair
                && first.day == Day::default()
                && first.time.is_some()
                && last.time.is_some()
            {
                return Read { stretch: Stretch::Between(at(first), at(last)), end };
            }
        }
        if let Some((since, from)) =
            tokens.any(link, &[("before", false), ("after", true), ("by", false), ("until", false)])
        {
            let time = clock(tokens, from, true).filter(|time| time.sure || time.minute.is_some());
            if let Some(time) = time {
                let moment = at(Moment { day: on, time: Some(time.time()) });
                let stretch = if *since { Stretch::Since(moment) } else { Stretch::Until(moment) };
                return Read { stretch, end: time.end };
            }
        }
        day
    }

    /// Two ends with a word between them, either of which may lack what the other says.
    fn pair(&self, at: usize, between: bool, opened: bool) -> Option<Read> {
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
        let to = tokens.past(first.end + 1, &["the"]);
        let loose = first.stretch.first().time.is_some();
        let bare = self.bare_number(to);
        let second = if tokens.is(to, &["now"]) {
            self.end_of_pair(to, false)
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
        let times = |read: &Read| {
            !(loose
                && first.stretch.first().day == Day::default()
                && read.stretch.last().time.is_none())
        };
        if let Some(second) = second.filter(|read| !same_month(read)) {
            if !times(&second) {
                return None;
            }
            return Some(self.joined_pair(at, first, second));
        }
        // November 19-20, April ninth through seventeenth.
        let day = first.stretch.first().day;
        let (value, end) =
            bare.filter(|_| day.day.is_some() && first.stretch.first().time.is_none())?;
        let last =
            Day { day: i8::try_from(value).ok().filter(|day| (1..=31).contains(day)), ..day };
        last.day?;
        let (last, first_day, end) = match self.year_behind(end).filter(|_| tokens.is(end, &[","]))
        {
            Some((year, end)) => {
                (Day { year: Some(year), ..last }, Day { year: Some(year), ..day }, end)
            }
            None => (last, day, end),
        };
        Some(Read { stretch: Stretch::days(first_day, last), end })
    }

    /// Whether a word that joins two ends stands here; “and” only behind “between”.
    fn joins(&self, at: usize, between: bool) -> bool {
        self.tokens.is(at, &TO) && (between || !self.tokens.is(at, &["and"]))
    }

    /// One end of a pair: now, the end of a month, or a moment.
    fn end_of_pair(&self, at: usize, loose: bool) -> Option<Read> {
        let at = self.without_article(at);
        if self.tokens.is(at, &["now"]) {
            return Some(Read { stretch: self.today.into(), end: at + 1 });
        }
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
            return (length <= 2).then_some((value, at + 1));
        }
        let number = cardinal(self.tokens, at).filter(|_| !self.tokens.is(at, &["a", "an"]))?;
        Some((i64::try_from(number.value).ok()?, number.end))
    }

    /// What a bare number says before what follows “to”: the same month's day, or the same half of the day.
    fn number_to(&self, value: i64, to: usize, opened: bool) -> Option<Read> {
        let loose = || self.point(to, true).filter(|read| opened && self.closes_times(read.end));
        let second = self.point(to, false).or_else(loose)?;
        let last = second.stretch.last();
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
            from.day = until.day;
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
        (from..to).any(|at| self.tokens.is(at, &["am", "pm", "a", "p", "morning", "noon"]))
    }
}
