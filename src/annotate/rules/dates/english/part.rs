//! The first week of May, the third quarter of 2020, week 12: parts of a month or a year.

use super::super::super::super::english::{cardinal, ordinal};
use super::super::super::super::value::{Day, Moment, Stretch};
use super::clock::Clock;
use super::names::weekday;
use super::{Read, Reader};

impl Reader<'_> {
    /// The first week of May, the last Friday of 2019, the 20th of next month, Tuesday of last week.
    pub(super) fn part_of(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let from = tokens.past(at, &["the"]);
        if let Some(n) = weekday(tokens.word(from)) {
            return self.weekday_of_week(n, from + 1);
        }
        let (place, end) = if tokens.is(from, &["last", "final"]) {
            (-1, from + 1)
        } else {
            let place = ordinal(tokens, from)?;
            (i64::try_from(place.value).ok().filter(|n| *n < 60)?, place.end)
        };
        // Of next month, of the month.
        let figures = tokens.figures(from).is_some();
        let of = tokens.longest(end, &["of", "day of"]).or(figures.then_some(end));
        let of = of.filter(|of| place > 0 && (*of > end || self.near(*of).is_some()));
        if let Some(of) = of {
            return self.day_of_near_month(place, of);
        }
        let number = cardinal(tokens, end)
            .map(|n| (n.value, n.end))
            .or_else(|| tokens.figures(end).map(|(n, _)| (n.into(), end + 1)));
        let (many, unit_at) =
            number.map_or((1, end), |(n, end)| (i64::try_from(n).unwrap_or(1), end));
        if !tokens.is(unit_at + 1, &["of", "in"]) {
            return self.weekday_with_times(at, place, unit_at);
        }
        let of = unit_at + 2;
        let whole = self.near(of).or_else(|| self.calendar(of)).or_else(|| self.the_unit(of))?;
        let (first, last) = (whole.stretch.first().day, whole.stretch.last().day);
        let stretch = piece(place, many, tokens.word(unit_at), first, last)?;
        let known = first != Day::default();
        Some(Read { stretch: if known { stretch } else { Stretch::default() }, end: whole.end })
    }

    /// Tuesday of last week, Friday evening of next week, behind the day.
    fn weekday_of_week(&self, n: i64, at: usize) -> Option<Read> {
        const WEEKS: [(&str, i64); 5] = [
            ("this week", 0),
            ("next week", 1),
            ("last week", -1),
            ("previous week", -1),
            ("the week after next", 2),
        ];
        let tokens = self.tokens;
        let of = tokens.past(at, &["of"]);
        let of = tokens.longest(of, &["morning", "afternoon", "evening", "night"]).unwrap_or(of);
        let (offset, end) = tokens.any(of, &WEEKS)?;
        Some(self.weekday_in(n, *offset, false, end))
    }

    /// The 20th of next month, the third of the month, behind the “of”.
    fn day_of_near_month(&self, place: i64, of: usize) -> Option<Read> {
        let whole = self.near(of).or_else(|| {
            let end = self.tokens.phrase(of, "the month")?;
            Some(Read { stretch: self.unit_away("month", 0).unwrap_or_default(), end })
        })?;
        let day = Some(i8::try_from(place).ok().filter(|day| (1..=31).contains(day))?);
        let month = whole.stretch.first().day;
        let day = if month.month.is_some() { Day { day, ..month } } else { Day::default() };
        let is_month = self.tokens.is(whole.end - 1, &["month"]);
        is_month.then_some(Read { stretch: day.into(), end: whole.end })
    }

    /// The first Monday, the first Monday 2 p.m. to 4 p.m. of next month: of an unnamed month without what follows.
    fn weekday_with_times(&self, at: usize, place: i64, day_at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let n = weekday(tokens.word(day_at)).filter(|_| tokens.word(day_at).ends_with("day"))?;
        let unnamed = Read { stretch: Stretch::default(), end: day_at + 1 };
        let at_clock = |time: Clock| Moment { day: Day::default(), time: Some(time.time()) };
        let times = self.clock(day_at + 1, false).and_then(|first| {
            let to = tokens.is(first.end, &["to", "-", "–", "until"]);
            let last = to.then(|| self.clock(first.end + 1, false)).flatten();
            let end = last.map_or(first.end, |last| last.end);
            let stretch = match last {
                Some(last) => Stretch::Between(at_clock(first), at_clock(last)),
                None => Stretch::At(at_clock(first)),
            };
            tokens.is(end, &["of"]).then_some(Read { stretch, end })
        });
        let Some(times) = times else {
            // The last Friday is mostly Friday a week ago, and a second Monday may be any.
            return (place > 0 && !tokens.is(at, &["a"])).then_some(unnamed);
        };
        let month = self.near(times.end + 1).or_else(|| self.calendar(times.end + 1))?;
        let (first, last) = (month.stretch.first().day, month.stretch.last().day);
        let Some(Stretch::At(Moment { day, .. })) = piece_weekday(place, n, first, last) else {
            return Some(Read { end: month.end, ..unnamed });
        };
        let on = |moment: Moment| Moment { day, ..moment };
        let stretch = match times.stretch {
            Stretch::Between(from, until) => Stretch::Between(on(from), on(until)),
            other => Stretch::At(on(other.first())),
        };
        Some(Read { stretch, end: month.end })
    }

    /// The year, the month, the week.
    pub(super) fn the_unit(&self, at: usize) -> Option<Read> {
        let end = ["the month", "the year", "the week", "month", "year"]
            .iter()
            .find_map(|phrase| self.tokens.phrase(at, phrase))?;
        Some(Read { stretch: self.unit_away(self.tokens.word(end - 1), 0)?, end })
    }

    /// Week 23, week 3 of 2027.
    pub(super) fn week_number(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let (week, _) = tokens.figures(at + 1).filter(|_| tokens.is(at, &["week"]))?;
        (1..=53).contains(&week).then_some(())?;
        let behind = self.year_behind(at + 2).filter(|_| tokens.is(at + 2, &["of", "in", ","]));
        let (year, end) = behind.map_or((self.today.year, at + 2), |(year, end)| (Some(year), end));
        let fourth = Day { year, month: Some(1), day: Some(4) };
        let monday = fourth.monday(week - 1);
        let stretch = monday.and_then(|monday| Some(Stretch::days(monday, monday.plus_days(6)?)));
        Some(Read { stretch: stretch.unwrap_or_default(), end })
    }
}

/// So many days, weeks or months from the head or the end of a month or a year.
fn piece(place: i64, many: i64, word: &str, first: Day, last: Day) -> Option<Stretch> {
    let singular = word.strip_suffix('s').unwrap_or(word);
    if let Some(n) = weekday(singular) {
        return Some(piece_weekday(place, n, first, last).unwrap_or_default());
    }
    let one = Day { month: first.month.or(Some(1)), day: Some(1), ..first };
    match singular {
        "weekend" => Some(weekends(place, many, first, last).unwrap_or_default()),
        "week" => Some(weeks(place, many, one, last).unwrap_or_default()),
        "half" => half_of_month(place, first),
        "month" if first.month.is_none() => months(place, many, first),
        "day" => {
            let start = if place > 0 {
                one.plus_days(place - 1)
            } else {
                last.end().and_then(|end| end.plus_days(1 - many))
            };
            let Some(start) = start else { return Some(Stretch::default()) };
            Some(if many == 1 {
                start.into()
            } else {
                Stretch::days(start, start.plus_days(many - 1)?)
            })
        }
        _ => None,
    }
}

/// Weeks of a month or a year. A month's first week is the one that its first Thursday is in, as with a year's.
fn weeks(place: i64, many: i64, one: Day, last: Day) -> Option<Stretch> {
    let monday = one.plus_days(3)?.monday(0)?;
    let start = if place > 0 {
        monday.plus_days((place - 1) * 7)?
    } else {
        last.end()?.plus_days(-3)?.monday(1 - many)?
    };
    Some(Stretch::days(start, start.plus_days(many * 7 - 1)?))
}

/// Weekends of a month or a year, by their Saturdays.
fn weekends(place: i64, many: i64, first: Day, last: Day) -> Option<Stretch> {
    let Stretch::At(Moment { day, .. }) = piece_weekday(place, 5, first, last)? else {
        return None;
    };
    let start = if place > 0 { day } else { day.plus_days((1 - many) * 7)? };
    Some(Stretch::days(start, start.plus_days(many * 7 - 6)?))
}

/// The first or the second half of a month, up to its fifteenth day or from its sixteenth.
fn half_of_month(place: i64, month: Day) -> Option<Stretch> {
    month.month.filter(|_| month.day.is_none())?;
    let day = |day: i8| Day { day: Some(day), ..month };
    match place {
        1 => Some(Stretch::days(day(1), day(15))),
        2 | -1 => Some(Stretch::days(day(16), month.end()?)),
        _ => None,
    }
}

/// Months of a year.
fn months(place: i64, many: i64, year: Day) -> Option<Stretch> {
    let start = if place > 0 { place } else { 13 - many };
    let month = |n: i64| {
        let month = i8::try_from(n).ok().filter(|n| (1..=12).contains(n))?;
        Some(Day { month: Some(month), ..year })
    };
    let (a, b) = (month(start)?, month(start + many - 1)?);
    Some(if a == b { a.into() } else { Stretch::days(a, b) })
}

/// The weekday that is so many weeks from the head or the end of a month or a year.
fn piece_weekday(place: i64, n: i64, first: Day, last: Day) -> Option<Stretch> {
    let one = Day { month: first.month.or(Some(1)), day: Some(1), ..first };
    let day = if place > 0 {
        let start = one.monday(0)?.plus_days(n)?;
        start.plus_days((i64::from(start < one) + place - 1) * 7)?
    } else {
        let end = last.end()?;
        let day = end.monday(0)?.plus_days(n)?;
        if day > end { day.plus_days(-7)? } else { day }
    };
    Some(day.into())
}
