//! Two weeks starting May 20, three months ended June 30, for 2 hours from 2 p.m.: a stretch by one end and its length.

use super::super::super::super::value::{Day, Duration, Moment, Stretch, Unit};
use super::names::unit;
use super::{Read, Reader};

impl Reader<'_> {
    /// A length of time with the day that it begins on, or the one that it ends on.
    pub(super) fn length_from(&self, at: usize) -> Option<Read> {
        const STARTING: [&str; 6] =
            ["starting", "starting from", "starting on", "beginning", "beginning on", "commencing"];
        let tokens = self.tokens;
        let said = tokens.is(at, &["for"]);
        let (length, end) = self.length(at + usize::from(said))?;
        // 3 days from Easter is a day, for 3 days from Easter a stretch.
        let from = if said {
            tokens.phrase(tokens.past(end, &[","]), "from")?
        } else if let Some(from) = tokens.longest(end, &STARTING) {
            from
        } else {
            return self.length_until(&length, end);
        };
        let start = self.point(from, false).or_else(|| {
            let loose = self.point(from, said && length.by_the_clock());
            loose.filter(|read| self.closes_times(read.end))
        })?;
        Some(Read { stretch: lasting(start.stretch.first(), &length), end: start.end })
    }

    /// The three months ended June 30: a length of time, read already, and its last day.
    fn length_until(&self, length: &Duration, end: usize) -> Option<Read> {
        const ENDING: [&str; 5] = ["ended", "ending", "ended on", "ending on", "to"];
        let from = self.tokens.longest(end, &ENDING)?;
        let last = self.calendar(from)?;
        let day = last.stretch.last().day;
        // Five years to 1990 and ten days to Christmas may as well be how long it takes.
        let countdown = self.tokens.is(from - 1, &["to"])
            && length.0.iter().all(|(unit, _)| *unit > Unit::Month);
        if day.month.is_none() || length.by_the_clock() || countdown {
            return None;
        }
        Some(Read { stretch: until(day, length).unwrap_or_default(), end: last.end })
    }

    /// The week of the 18th, the week commencing May 4, the year ended March 31.
    pub(super) fn named_length(&self, at: usize) -> Option<Read> {
        const HOW: [(&str, bool); 10] = [
            ("starting", true),
            ("starting on", true),
            ("beginning", true),
            ("beginning on", true),
            ("commencing", true),
            ("commencing on", true),
            ("ended", false),
            ("ended on", false),
            ("ending", false),
            ("ending on", false),
        ];
        let tokens = self.tokens;
        let from = tokens.past(tokens.past(at, &["the"]), &["fiscal", "financial"]);
        if let Some(day_at) = tokens.phrase(from, "weekend of") {
            return self.weekend_of(day_at);
        }
        let (length, starts, day_at) = if let Some(end) = tokens.phrase(from, "w / c") {
            (Duration(vec![(Unit::Week, "1".to_owned())]), true, end)
        } else {
            let word = tokens.word(from);
            let (unit, many) = unit(word).filter(|(unit, _)| {
                *unit <= Unit::Week && !word.ends_with('s') && !matches!(word, "y" | "decade")
            })?;
            if let Some(day_at) = tokens.phrase(from + 1, "of").filter(|_| word == "week") {
                return self.week_of(day_at);
            }
            let (starts, day_at) = tokens.any(from + 1, &HOW)?;
            (Duration(vec![(unit, many.to_string())]), *starts, day_at)
        };
        let day = self.relative(day_at).or_else(|| self.calendar(day_at))?;
        let stretch = if starts {
            lasting(day.stretch.first(), &length)
        } else {
            until(day.stretch.last().day, &length).unwrap_or_default()
        };
        Some(Read { stretch, end: day.end })
    }

    /// The weekend of May 9, of May 9-10.
    fn weekend_of(&self, at: usize) -> Option<Read> {
        let read = self.stretch(self.tokens.past(at, &["the"]))?;
        let Stretch::At(Moment { day, time: None }) = read.stretch else { return Some(read) };
        day.day?;
        let monday = day.monday(0);
        let days = monday.and_then(|day| Some(Stretch::days(day.plus_days(5)?, day.plus_days(6)?)));
        Some(Read { stretch: days.unwrap_or_default(), end: read.end })
    }

    /// From Monday to Sunday around a day.
    fn week_of(&self, at: usize) -> Option<Read> {
        let day = self.calendar(at).or_else(|| self.relative(at)).or_else(|| {
            let (number, end, placed) = self.day_number(self.tokens.past(at, &["the"]))?;
            let day = self.today.nearest_day(number);
            placed.then_some(Read { stretch: day.into(), end })
        })?;
        let Stretch::At(moment) = day.stretch else { return None };
        let monday = moment.day.monday(0);
        let week = monday.and_then(|monday| Some(Stretch::days(monday, monday.plus_days(6)?)));
        let says_day = moment.day.day.is_some() || moment.day == Day::default();
        says_day.then_some(Read { stretch: week.unwrap_or_default(), end: day.end })
    }

    /// A moment and how long it goes on from there.
    pub(super) fn moment_for(&self, at: usize) -> Option<Read> {
        let start = self.point(at, false)?;
        let from = self.tokens.phrase(start.end, "for")?;
        let (length, end) = self.length(from)?;
        Some(Read { stretch: lasting(start.stretch.first(), &length), end })
    }
}

/// All from a moment on for so long; without a value where it reaches into another day by the clock.
fn lasting(start: Moment, length: &Duration) -> Stretch {
    let clock = length.by_the_clock();
    let last = match start.time {
        Some(_) if clock => later(start, length),
        // The last day is one of those counted.
        None if !clock => length
            .away(start.day, 1)
            .and_then(|day| day.plus_days(-1))
            .map(|day| Moment { day, time: None }),
        _ => length.away(start.day, 1).map(|day| Moment { day, ..start }),
    };
    last.map_or_else(Stretch::default, |last| Stretch::Between(start, last))
}

/// All for so long up to a day, or to the end of a month or a year.
fn until(last: Day, length: &Duration) -> Option<Stretch> {
    let last = if last.day.is_some() { last } else { last.end()? };
    // Counted from the day after, the three months to June 30 begin with April.
    let first = length.away(last.plus_days(1)?, -1)?;
    Some(Stretch::days(first, last))
}

/// A time of day so many hours and minutes later on the same day.
fn later(start: Moment, length: &Duration) -> Option<Moment> {
    let (hour, minute, second) = start.time?;
    let mut minutes = i64::from(hour) * 60 + i64::from(minute.unwrap_or(0));
    for (unit, many) in &length.0 {
        let many: i64 = many.parse().ok().filter(|many| *many < 1500)?;
        minutes += match unit {
            Unit::Hour => many * 60,
            Unit::Minute => many,
            _ => return None,
        };
    }
    let hour = i8::try_from(minutes / 60).ok().filter(|hour| *hour < 24)?;
    let rest = i8::try_from(minutes % 60).ok()?;
    let minute = (rest > 0 || minute.is_some()).then_some(rest);
    Some(Moment { day: start.day, time: Some((hour, minute, second)) })
}
