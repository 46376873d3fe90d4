//! May 20, 2026; last Tuesday at 3 p.m.; from June to August; two weeks ago; every Friday.
//!
//! Each function reads at a token and says what stands there and where it ends, so that the whole is read once.

mod clock;
mod day;
mod names;
mod relative;

use super::super::super::candidate::{Candidate, Subject};
use super::super::super::english::Tokens;
use super::super::super::line::Line;
use super::super::super::value::{Day, Moment, Stretch};
use crate::model::Kind;
use clock::{Clock, clock};
use names::{month, unit, weekday};

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

/// Words between the two ends of a stretch.
const TO: [&str; 9] = ["to", "-", "–", "—", "~", "until", "till", "through", "and"];

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
        if from > at
            && let Some(read) = self.distance(from)
        {
            return Some((Kind::Date, read.stretch.iso(), read.end));
        }
        let length = self.length(from).filter(|(_, end)| !plain(*end));
        match (read, length) {
            (Some(read), Some((_, end))) if read.end >= end => {
                Some((Kind::Date, read.stretch.iso(), read.end))
            }
            (Some(read), None) => Some((Kind::Date, read.stretch.iso(), read.end)),
            (_, Some((length, end))) => Some((Kind::Quantity, Some(length.iso()), end)),
            (None, None) => None,
        }
    }

    /// Since August, before 2018, a day or later, or a stretch or a moment.
    fn bounded(&self, at: usize) -> Option<Read> {
        const BEFORE: [(&str, bool); 18] = [
            ("since", true),
            ("after", true),
            ("later than", true),
            ("as early as", true),
            ("starting from", true),
            ("starting on", true),
            ("starting", true),
            ("beginning on", true),
            ("before", false),
            ("prior to", false),
            ("until", false),
            ("till", false),
            ("by", false),
            ("no later than", false),
            ("as late as", false),
            ("earlier than", false),
            ("up to", false),
            ("not later than", false),
        ];
        const BEHIND: [(&str, bool); 11] = [
            ("or later", true),
            ("and later", true),
            ("onwards", true),
            ("onward", true),
            ("or after", true),
            ("and after", true),
            ("or earlier", false),
            ("and earlier", false),
            ("or before", false),
            ("and before", false),
            ("or prior", false),
        ];
        let open = |read: Read, since: bool| {
            let stretch = match read.stretch {
                Stretch::Since(_) | Stretch::Until(_) => read.stretch,
                inner if since => Stretch::Since(inner.first()),
                inner => Stretch::Until(inner.last()),
            };
            Read { stretch, ..read }
        };
        if let Some((since, from)) = self.tokens.any(at, &BEFORE) {
            let year = self.tokens.phrase(from, "the year").map(|end| end - 1);
            let from = year.unwrap_or_else(|| self.without_article(from));
            return self.stretch(from).map(|read| open(read, *since));
        }
        let read = self.stretch(at)?;
        Some(match self.tokens.any(read.end, &BEHIND) {
            Some((since, end))
                if end >= self.tokens.len()
                    || !self.tokens.is(end, &["my", "the", "his", "her", "a", "than"]) =>
            {
                open(Read { end, ..read }, *since)
            }
            _ => read,
        })
    }

    /// From one moment to another, or one moment.
    fn stretch(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let opened = tokens.is(at, &["from", "between"]);
        let from = at + usize::from(opened);
        let pair = self.pair(from, tokens.is(at, &["between"]), opened);
        if opened {
            return pair.map(|read| self.on_a_day(read));
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

    /// One past “the”, where what follows says which part of a month or year is meant.
    fn without_article(&self, at: usize) -> usize {
        let the = self.tokens.is(at, &["the"])
            && self.tokens.is(at + 1, &["end", "beginning", "start", "middle"]);
        at + usize::from(the)
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

    /// Whether nothing follows that two bare numbers could count: from 3 to 5 percent is no time.
    fn closes_times(&self, at: usize) -> bool {
        const BEHIND: [&str; 14] = [
            ",",
            ".",
            "?",
            "!",
            ";",
            ")",
            "on",
            "in",
            "today",
            "tomorrow",
            "yesterday",
            "tonight",
            "last",
            "next",
        ];
        at >= self.tokens.len()
            || self.tokens.is(at, &BEHIND)
            || weekday(self.tokens.word(at)).is_some()
            || self.month_name(at).is_some()
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
    fn bare_number(&self, at: usize) -> Option<(i64, usize)> {
        use super::super::super::english::{cardinal, ordinal};
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

    /// A date, a time, or both; where `loose`, a bare number is a time.
    fn point(&self, at: usize, loose: bool) -> Option<Read> {
        let tokens = self.tokens;
        let around = tokens.past(at, &["around", "circa", "about", "approximately"]);
        let at_clock = tokens.past(around, &["at"]);
        if around > at || at_clock > at {
            if around > at {
                let read = self.point_plain(at_clock, true)?;
                let number = self.bare_number(at_clock).map_or(0, |(_, end)| end);
                let timed = matches!(read.stretch, Stretch::At(Moment { time: Some(_), .. }));
                return (timed && read.end > number).then_some(read);
            }
            return loose.then(|| self.point_plain(at_clock, true))?;
        }
        let read = self.point_plain(at, loose);
        // Behind “at” a bare number is a time, if nothing follows that it could count.
        let said = tokens.before(at) == "at" && tokens.figures(at).is_some();
        read.or_else(|| {
            said.then(|| self.point_plain(at, true))?.filter(|read| self.closes_times(read.end))
        })
    }

    fn point_plain(&self, at: usize, loose: bool) -> Option<Read> {
        let day = self.day(at);
        let time = clock(self.tokens, at, loose);
        match (day, time) {
            (Some(day), time)
                if time
                    .is_none_or(|time| time.end <= day.end && !time.sure || time.end < day.end) =>
            {
                Some(self.with_time(at, day))
            }
            (_, Some(time)) => Some(self.with_day(time)),
            _ => {
                // Five-thirty tomorrow: spoken, and believed for the day behind it.
                let time = clock(self.tokens, at, true).filter(|time| time.minute.is_some());
                let spoken = time
                    .map(|time| (self.with_day(time), time.end))
                    .filter(|(read, end)| read.end > *end);
                spoken.map(|(read, _)| read).or_else(|| self.part_of_day(at))
            }
        }
    }

    /// A day or longer, with what says which part of it.
    fn day(&self, at: usize) -> Option<Read> {
        const PARTS: [&str; 18] = [
            "early",
            "late",
            "mid",
            "mid -",
            "earlier",
            "later",
            "early in",
            "late in",
            "later in",
            "earlier in",
            "early in the day",
            "beginning of",
            "start of",
            "end of",
            "end of the",
            "middle of",
            "remaining of",
            "rest of",
        ];
        let plain = |at: usize| longer(self.relative(at), self.calendar(at));
        if let Some(from) = self.tokens.longest(at, &PARTS) {
            let article = self.tokens.is(from - 1, &["the"]);
            let whole =
                plain(from).or_else(|| self.the_unit(if article { from - 1 } else { from }));
            return whole.filter(|read| read.stretch.first().time.is_none());
        }
        plain(at)
    }

    /// A day with the time, or the part of the day, that follows it.
    fn with_time(&self, at: usize, day: Read) -> Read {
        const PARTS: [(&str, bool); 12] = [
            ("morning", false),
            ("early morning", false),
            ("late morning", false),
            ("mornings", false),
            ("afternoon", true),
            ("early afternoon", true),
            ("late afternoon", true),
            ("evening", true),
            ("late evening", true),
            ("early evening", true),
            ("night", true),
            ("at night", true),
        ];
        let tokens = self.tokens;
        if matches!(day.stretch, Stretch::Between(..))
            || day.stretch.first().day.day.is_none() && day.stretch.first().day != Day::default()
        {
            return day;
        }
        let part = tokens.any(day.end, &PARTS).or_else(|| {
            tokens.any(
                tokens.past(day.end, &["in"]),
                &[("the morning", false), ("the afternoon", true), ("the evening", true)],
            )
        });
        let end = part.map_or(day.end, |(_, end)| end);
        let said_late =
            tokens.is(day.end - 1, &["tonight", "evening", "night", "afternoon"]).then_some(true);
        let half = part.map(|(late, _)| *late).or(said_late);
        let comma = tokens.past(end, &[",", "-"]);
        let link = tokens.past(tokens.past(comma, &["at"]), &["around", "by"]);
        let loose = tokens.is(link.wrapping_sub(1), &["at", "around"]) && link > end;
        // March eighteenth, nine thirty.
        let spoken = tokens.figures(link).is_none();
        let time = clock(tokens, link, loose || spoken)
            .filter(|time| !spoken || loose || time.sure || time.minute.is_some())
            .filter(|time| link > comma || time.minute.is_some() || time.sure || comma == end);
        let Some(time) = time.filter(|_| !tokens.is(at, &["the"]) || loose || link == end) else {
            return Read { end, ..day };
        };
        let time = half.filter(|_| !time.sure).map_or(time, |late| {
            // Tonight at 2 is in the small hours.
            if late && time.hour < 5 { time } else { time.in_half(late) }
        });
        let moment = Moment { day: day.stretch.first().day, time: Some(time.time()) };
        Read { stretch: Stretch::At(moment), end: time.end }
    }

    /// A time with the day that follows it.
    fn with_day(&self, time: Clock) -> Read {
        let tokens = self.tokens;
        let link = tokens.past(tokens.past(time.end, &[","]), &["on"]);
        let day = self.day(link).filter(|day| {
            let first = day.stretch.first();
            first.time.is_none()
                && !matches!(day.stretch, Stretch::Between(..))
                && (first.day.day.is_some() || first.day == Day::default())
        });
        let Some(day) = day else {
            return Read {
                stretch: Stretch::At(Moment { day: Day::default(), time: Some(time.time()) }),
                end: time.end,
            };
        };
        let (late, end) = tokens
            .any(
                day.end,
                &[("morning", false), ("afternoon", true), ("evening", true), ("night", true)],
            )
            .map_or((None, day.end), |(late, end)| (Some(*late), end));
        let said =
            tokens.is(end - 1, &["evening", "night", "tonight", "afternoon"]).then_some(true);
        let time = late.or(said).filter(|_| !time.sure).map_or(time, |late| time.in_half(late));
        Read {
            stretch: Stretch::At(Moment { day: day.stretch.first().day, time: Some(time.time()) }),
            end,
        }
    }

    /// In the morning, in the morning at 7.
    fn part_of_day(&self, at: usize) -> Option<Read> {
        const PARTS: [(&str, bool); 4] = [
            ("in the morning", false),
            ("in the afternoon", true),
            ("in the evening", true),
            ("at night", true),
        ];
        let tokens = self.tokens;
        let from = tokens.past(at, &["early", "late", "later", "earlier"]);
        let (late, end) = tokens.any(from, &PARTS)?;
        let link = tokens.past(end, &["at"]);
        let stretch = match clock(tokens, link, link > end) {
            Some(time) => {
                let time = time.in_half(*late);
                return Some(Read {
                    stretch: Stretch::At(Moment { day: Day::default(), time: Some(time.time()) }),
                    end: time.end,
                });
            }
            None => Stretch::default(),
        };
        Some(Read { stretch, end })
    }

    /// Every Friday, each two days, weekly: what comes again, and how often where a length says it.
    fn repeated(&self, at: usize) -> Option<(Option<String>, usize)> {
        const WORDS: [(&str, &str); 16] = [
            ("daily", "P1D"),
            ("everyday", "P1D"),
            ("weekly", "P1W"),
            ("biweekly", "P2W"),
            ("bi - weekly", "P2W"),
            ("fortnightly", "P2W"),
            ("monthly", "P1M"),
            ("bimonthly", "P2M"),
            ("bi - monthly", "P2M"),
            ("quarterly", "P3M"),
            ("yearly", "P1Y"),
            ("annually", "P1Y"),
            ("semiannually", "P0.5Y"),
            ("semi - annually", "P0.5Y"),
            ("hourly", "PT1H"),
            ("once a day", "P1D"),
        ];
        let tokens = self.tokens;
        if let Some((value, end)) = tokens.any(at, &WORDS).filter(|_| !self.capital(at)) {
            return Some((Some((*value).to_owned()), end));
        }
        let plural = tokens
            .word(at)
            .strip_suffix('s')
            .is_some_and(|day| day.ends_with("day") && weekday(day).is_some());
        if plural {
            let end = self.with_time(at, Read { stretch: Stretch::default(), end: at + 1 }).end;
            return Some((None, end));
        }
        let from = tokens.is(at, &["every", "each"]).then_some(at + 1)?;
        let other = tokens.is(from, &["other"]);
        let from = from + usize::from(other);
        if weekday(tokens.word(from).strip_suffix('s').unwrap_or(tokens.word(from))).is_some() {
            let end = self.with_time(at, Read { stretch: Stretch::default(), end: from + 1 }).end;
            return Some((None, end));
        }
        if let Some(end) =
            tokens.longest(from, &["morning", "afternoon", "evening", "night", "weekend"])
        {
            return Some((None, self.with_time(at, Read { stretch: Stretch::default(), end }).end));
        }
        if let Some((length, end)) = self.length(from) {
            return Some((Some(length.iso()), end));
        }
        let (unit, many) = unit(tokens.word(from)).filter(|_| !tokens.word(from).ends_with('s'))?;
        let many = if other { many * 2 } else { many };
        let length = super::super::super::value::Duration(vec![(unit, many.to_string())]);
        let end =
            clock(tokens, tokens.past(from + 1, &["at"]), false).map_or(from + 1, |time| time.end);
        Some((Some(length.iso()), end))
    }
}

/// Whether a word can begin an expression of time; most words cannot, which is told here at once.
#[expect(clippy::too_many_lines, reason = "a list of words")]
fn may_begin(word: &str) -> bool {
    const WORDS: [&str; 98] = [
        "a",
        "all",
        "about",
        "after",
        "an",
        "and",
        "annually",
        "april",
        "around",
        "armistice",
        "as",
        "at",
        "before",
        "beginning",
        "between",
        "bi",
        "bimonthly",
        "biweekly",
        "black",
        "boxing",
        "by",
        "calendar",
        "christmas",
        "circa",
        "coming",
        "couple",
        "current",
        "cy",
        "daily",
        "day",
        "each",
        "earlier",
        "early",
        "earth",
        "easter",
        "end",
        "every",
        "everyday",
        "few",
        "following",
        "fortnightly",
        "from",
        "good",
        "h",
        "half",
        "halloween",
        "hourly",
        "in",
        "independence",
        "international",
        "juneteenth",
        "labor",
        "last",
        "late",
        "later",
        "less",
        "memorial",
        "fiscal",
        "financial",
        "school",
        "academic",
        "fy",
        "sy",
        "mid",
        "midday",
        "middle",
        "midnight",
        "monthly",
        "more",
        "mother's",
        "father's",
        "new",
        "next",
        "no",
        "noon",
        "noonish",
        "not",
        "once",
        "past",
        "previous",
        "prior",
        "q",
        "quarter",
        "quarterly",
        "same",
        "semi",
        "several",
        "since",
        "some",
        "st",
        "starting",
        "thanksgiving",
        "that",
        "the",
        "this",
        "till",
        "to",
        "today",
    ];
    const MORE: [&str; 22] = [
        "tomorrow",
        "tonight",
        "tonite",
        "twelve",
        "until",
        "up",
        "upcoming",
        "valentine's",
        "valentines",
        "veterans",
        "rest",
        "remaining",
        "week",
        "weekly",
        "within",
        "start",
        "xmas",
        "year",
        "yearly",
        "yesterday",
        "½",
        "may",
    ];
    let first = word.as_bytes().first().copied().unwrap_or(b' ');
    first.is_ascii_digit()
        || WORDS.contains(&word)
        || MORE.contains(&word)
        || month(word).is_some()
        || weekday(word.strip_suffix('s').unwrap_or(word)).is_some()
        || super::super::super::english::begins_number(word)
}
