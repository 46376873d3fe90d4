//! What hangs on the page's day: last Tuesday, two weeks ago, the first week of May, next year.

use super::super::super::super::english::{cardinal, figures, fraction, ordinal};
use super::super::super::super::value::{Day, Duration, Stretch, Unit};
use super::names::{feast, month, unit, weekday};
use super::{Read, Reader, longer};

/// This, next, last: how many units away.
fn shift(word: &str) -> Option<i64> {
    match word {
        "this" | "current" | "same" | "that" => Some(0),
        "next" | "coming" | "following" | "upcoming" => Some(1),
        "last" | "past" | "previous" | "prior" => Some(-1),
        _ => None,
    }
}

impl Reader<'_> {
    /// A day or stretch of days told by its distance from the page's day, or from another day.
    pub(super) fn relative(&self, at: usize) -> Option<Read> {
        let read = longer(self.by_word(at), self.near(at));
        let read = longer(longer(read, self.distance(at)), self.part_of(at));
        read.or_else(|| self.weekday_alone(at)).or_else(|| self.week_number(at))
    }

    fn days_away(&self, days: i64) -> Stretch {
        self.today.plus_days(days).unwrap_or_default().into()
    }

    fn by_word(&self, at: usize) -> Option<Read> {
        const WORDS: [(&str, i64); 15] = [
            ("today", 0),
            ("tonight", 0),
            ("tonite", 0),
            ("yesterday", -1),
            ("tomorrow", 1),
            ("last night", -1),
            ("the day after tomorrow", 2),
            ("day after tomorrow", 2),
            ("the day before yesterday", -2),
            ("day before yesterday", -2),
            ("the next day", 1),
            ("the following day", 1),
            ("the previous day", -1),
            ("the day before", -1),
            ("the day after", 1),
        ];
        let (days, end) = self.tokens.any(at, &WORDS)?;
        // The day before the vote says no day.
        let open = self.tokens.is(end - 1, &["before", "after"])
            && end < self.tokens.len()
            && !self.tokens.is(end, &[".", ",", "?", "!", ";"]);
        (!open).then(|| Read { stretch: self.days_away(*days), end })
    }

    /// Next week, this past Wednesday, last May, the coming three months.
    fn near(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let the = tokens.is(at, &["the"]);
        let from = at + usize::from(the);
        let mut offset = shift(tokens.word(from))?;
        let mut to = from + 1;
        // This past, this coming: the nearest one.
        let nearest =
            tokens.is(from, &["this"]) && shift(tokens.word(to)).is_some_and(|shift| shift != 0);
        if nearest {
            offset = shift(tokens.word(to))?;
            to += 1;
        }
        to = tokens.past(
            to,
            &["calendar", "fiscal", "school", "financial", "academic", "working", "business"],
        );
        let word = tokens.word(to);
        if let Some(n) = weekday(word).filter(|_| !the || offset != 0) {
            let read =
                self.weekday_in(n, offset, nearest || tokens.is(from, &["upcoming"]), to + 1);
            // This Friday (Jun 15): the date says more.
            return Some(self.date_behind(read.end).unwrap_or(read));
        }
        if let Some((day_in, end)) = feast(tokens, to) {
            let day = self.today.year.and_then(|year| {
                let this = day_in(year)?;
                match offset {
                    1 if this <= self.today => day_in(year + 1),
                    -1 if this >= self.today => day_in(year - 1),
                    _ => Some(this),
                }
            });
            return (!the).then_some(Read { stretch: day.unwrap_or_default().into(), end });
        }
        let verb = word == "may" && (!self.capital(to) || tokens.is(from, &["that", "same"]));
        if let Some(month) = month(word).filter(|_| !the && !verb && !tokens.is(from, &["that"])) {
            let day = Day { year: self.today.year, month: Some(month), day: None };
            let here = self.today.month.unwrap_or(month);
            let years = match offset {
                1 => i16::from(month <= here),
                -1 => -i16::from(month >= here),
                _ => 0,
            };
            let day = Day { year: day.year.map(|year| year + years), ..day };
            // This May 12 goes on as a date.
            if let Some(read) = self
                .calendar(to)
                .filter(|read| read.end > to + 1 && read.stretch.first().day.day.is_some())
            {
                return Some(read);
            }
            return Some(Read { stretch: day.into(), end: to + 1 });
        }
        // Next 5/12, this 6th of April.
        if let Some(date) = self.calendar(to).filter(|read| {
            !the && read.stretch.first().day.day.is_some() && !tokens.is(from, &["that", "same"])
        }) {
            let day = date.stretch.first().day;
            let later = offset == 1 && day <= self.today && day.known().is_some();
            let day = Day { year: day.year.map(|year| year + i16::from(later)), ..day };
            return Some(Read { stretch: day.into(), end: date.end });
        }
        if let Some(count) = self.length(to).filter(|_| !the) {
            return self.many(offset, &count.0, count.1);
        }
        if !the
            && tokens.is(to, &["few", "couple", "several"])
            && !tokens.is(to + 1, &["hours", "minutes", "seconds"])
        {
            let of = tokens.past(to + 1, &["of"]);
            let (unit, _) = unit(tokens.word(of))?;
            let many = if tokens.is(to, &["couple"]) { "2" } else { "3" };
            return self.many(offset, &Duration(vec![(unit, many.to_owned())]), of + 1);
        }
        let stretch = self.unit_away(word, offset)?;
        // Next week on Tuesday, this week Friday.
        if word == "week" {
            let day = tokens.past(tokens.past(to + 1, &["'s"]), &["on"]);
            if let Some(n) = weekday(tokens.word(day)) {
                return Some(self.weekday_in(n, offset, false, day + 1));
            }
        }
        let believed = !the || offset != 0 && matches!(word, "decade" | "century" | "day");
        believed.then_some(Read { stretch, end: to + 1 })
    }

    /// A date, in brackets or not, right behind a day of the week.
    fn date_behind(&self, at: usize) -> Option<Read> {
        let open = self.tokens.past(at, &["("]);
        let date = self.calendar(open).filter(|read| {
            read.stretch.first().day.day.is_some() && (open > at || !self.tokens.is(at, &["the"]))
        })?;
        Some(Read {
            end: if open > at { self.tokens.past(date.end, &[")"]) } else { date.end },
            ..date
        })
    }

    /// A week, month or year so many away, under its name.
    fn unit_away(&self, word: &str, offset: i64) -> Option<Stretch> {
        let years = |first: i16, many: i16| {
            let year = |year: i16| Day { year: Some(year), ..Day::default() };
            Stretch::days(year(first), year(first + many - 1))
        };
        let unknown = Some(Stretch::default());
        let monday = |weeks: i64| self.today.monday(weeks);
        let days = |from: Option<Day>, skip: i64, last: i64| {
            let from = from?;
            Some(Stretch::days(from.plus_days(skip)?, from.plus_days(last)?))
        };
        match word {
            "day" if offset != 0 => Some(self.days_away(offset)),
            "week" => days(monday(offset), 0, 6).or(unknown),
            "weekend" => days(monday(offset), 5, 6).or(unknown),
            "fortnight" => days(monday(offset * 2), 0, 13).or(unknown),
            "month" => Some(self.today.plus_months(offset).unwrap_or_default().into()),
            "quarter" => {
                let Some(month) = self.today.month else { return unknown };
                let first = i64::from((month - 1) / 3 * 3 + 1 - month) + offset * 3;
                let pair = self.today.plus_months(first).zip(self.today.plus_months(first + 2));
                pair.map(|(first, last)| Stretch::days(first, last)).or(unknown)
            }
            "year" | "summer" | "winter" | "spring" | "autumn" | "fall" | "season" => {
                Some(self.today.plus_years(i16::try_from(offset).ok()?).unwrap_or_default().into())
            }
            "decade" | "century" => {
                let many = if word == "decade" { 10 } else { 100 };
                let Some(year) = self.today.year else { return unknown };
                Some(years(year / many * many + i16::try_from(offset).ok()? * many, many))
            }
            "hour" | "minute" | "second" | "evening" | "morning" | "afternoon" | "night"
                if offset != 0 || word.len() > 6 || word == "night" =>
            {
                Some(if word.ends_with("ing") || word.ends_with('n') || word == "night" {
                    self.days_away(offset)
                } else {
                    Stretch::default()
                })
            }
            _ => None,
        }
    }

    /// The last three months, the next 5 days.
    fn many(&self, offset: i64, count: &Duration, end: usize) -> Option<Read> {
        if offset == 0 {
            return None;
        }
        let calendar = self.tokens.word(end - 1).starts_with("quarter");
        if let Some((unit, many)) = count.whole().filter(|_| calendar) {
            let here = i64::from(
                (self.today.month.unwrap_or(1) - 1) / 3 * 3 + 1 - self.today.month.unwrap_or(1),
            );
            let many = if unit == Unit::Month { many } else { return None };
            let (first, last) =
                if offset < 0 { (here - many, here - 1) } else { (here + 3, here + 2 + many) };
            let pair = self.today.plus_months(first).zip(self.today.plus_months(last));
            return Some(Read {
                stretch: pair.map(|(a, b)| Stretch::days(a, b)).unwrap_or_default(),
                end,
            });
        }
        let stretch = if offset < 0 {
            away(self.today, count, -1).map(|first| Stretch::days(first, self.today))
        } else {
            let first = self.today.plus_days(1);
            let last = away(self.today, count, 1);
            first.zip(last).map(|(first, last)| Stretch::days(first, last))
        };
        Some(Read { stretch: stretch.unwrap_or_default(), end })
    }

    /// Two weeks ago, in 3 days, three days after Christmas, 5 months later.
    pub(super) fn distance(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let prefix = tokens.is(at, &["in", "within"]);
        let from = at + usize::from(prefix);
        let from = tokens.past(from, &["about"]);
        if let Some(read) = self.counted_near(at) {
            return Some(read);
        }
        if let Some((count, end)) = self.length(from) {
            return self.measured(from, &count, end, prefix);
        }
        // Two Sundays from now.
        let number = cardinal(tokens, from)?;
        let n = weekday(tokens.word(number.end).strip_suffix('s')?)?;
        let end = tokens.phrase(number.end + 1, "from now")?;
        let day = self
            .today
            .monday(i64::try_from(number.value).ok()?)
            .and_then(|monday| monday.plus_days(n));
        Some(Read { stretch: day.unwrap_or_default().into(), end })
    }

    /// 5 upcoming years, the 2 next days.
    fn counted_near(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let number = tokens.figures(at).map(|(n, _)| (n, at + 1)).or_else(|| {
            let number = cardinal(tokens, at)?;
            Some((i64::try_from(number.value).ok()?, number.end))
        });
        let (many, from) = number?;
        let offset = shift(tokens.word(from)).filter(|offset| *offset != 0)?;
        let (unit, each) =
            unit(tokens.word(from + 1)).filter(|_| tokens.word(from + 1).ends_with('s'))?;
        let count = many.checked_mul(each)?.to_string();
        self.many(offset, &Duration(vec![(unit, count)]), from + 2)
    }

    /// What a length of time says where it is followed by ago, later, from now or after another day.
    fn measured(&self, from: usize, count: &Duration, end: usize, prefix: bool) -> Option<Read> {
        const BEHIND: [(&str, i64); 12] = [
            ("ago", -1),
            ("earlier", -1),
            ("later", 1),
            ("from now", 1),
            ("from today", 1),
            ("hence", 1),
            ("from yesterday", 1),
            ("from tomorrow", 1),
            ("before", -1),
            ("after", 1),
            ("from", 1),
            ("prior to", -1),
        ];
        let tokens = self.tokens;
        let read = |day: Option<Day>, end: usize| {
            Some(Read { stretch: day.unwrap_or_default().into(), end })
        };
        if prefix {
            return match tokens.word(from - 1) {
                _ if tokens.is(end, &["of"]) => None,
                "within" => Some(Read {
                    stretch: away(self.today, count, 1)
                        .map(|last| Stretch::days(self.today, last))
                        .unwrap_or_default(),
                    end,
                }),
                _ => read(away(self.today, count, 1), end),
            };
        }
        let (sign, behind) = tokens.any(end, &BEHIND)?;
        if tokens.is(behind - 1, &["before", "after", "from", "to", "yesterday", "tomorrow"]) {
            let start =
                if tokens.is(behind - 1, &["yesterday", "tomorrow"]) { behind - 1 } else { behind };
            let base = self.relative_base(start)?;
            return read(away(base.stretch.first().day, count, *sign), base.end);
        }
        read(away(self.today, count, *sign), behind)
    }

    /// The day that a distance is counted from.
    fn relative_base(&self, at: usize) -> Option<Read> {
        self.by_word(at)
            .or_else(|| self.near(at))
            .or_else(|| self.calendar(at))
            .or_else(|| self.weekday_alone(at))
    }

    /// A length of time: 3 hours 30 minutes, two and a half years, half an hour, a 15-minute.
    pub(super) fn length(&self, at: usize) -> Option<(Duration, usize)> {
        let mut parts: Vec<(Unit, String)> = Vec::new();
        let mut end = at;
        while parts.len() < 6 {
            let from = if parts.is_empty() { end } else { self.tokens.past(end, &[",", "and"]) };
            let Some((unit, count, next)) = self.one_length(from) else { break };
            if parts.iter().any(|(other, _)| *other == unit) {
                break;
            }
            parts.push((unit, count));
            end = next;
        }
        (!parts.is_empty()).then_some((Duration(parts), end))
    }

    /// A number and a unit of time.
    fn one_length(&self, at: usize) -> Option<(Unit, String, usize)> {
        let tokens = self.tokens;
        let (tenths, from) = self.count(at)?;
        let plain = tokens.past(from, &["-"]);
        let plain = tokens.past(plain, &["business", "working", "full", "more", "consecutive"]);
        // “h” and “y” are units only right behind figures; “second” only behind a number.
        let short = tokens.word(plain).len() == 1 && !tokens.joined(plain);
        let (unit, many) = unit(tokens.word(plain)).filter(|_| !short)?;
        if unit == Unit::Second
            && (tokens.is(at, &["a", "the"])
                || tokens.is(plain, &["second"])
                    && tokens.figures(at).is_none()
                    && !tokens.is(at, &["one", "half"]))
        {
            return None;
        }
        // One hour and a half.
        let (tenths, end) = match tokens
            .any(plain + 1, &[("and a half", 50), ("and half", 50), ("and a quarter", 25)])
        {
            Some((half, end)) => (tenths + half, end),
            None => (tenths, plain + 1),
        };
        let hundredths = tenths * many;
        let count = match hundredths % 100 {
            0 => (hundredths / 100).to_string(),
            part => format!("{}.{part:02}", hundredths / 100).trim_end_matches('0').to_owned(),
        };
        Some((unit, count, end))
    }

    /// How many, in hundredths: 3, two and a half, half a, a couple of.
    fn count(&self, at: usize) -> Option<(i64, usize)> {
        let tokens = self.tokens;
        let half = |end: usize| {
            tokens
                .any(end, &[("and a half", 50), ("and half", 50), ("and a quarter", 25)])
                .map_or((0, end), |(part, end)| (*part, end))
        };
        if tokens.is(at, &["½"]) {
            return Some((50, at + 1));
        }
        if let Some((number, end)) = figures(tokens, at) {
            if tokens.joined(at) && matches!(tokens.before(at), "." | "," | "$" | "/" | ":" | "-") {
                return None;
            }
            let (whole, part) = number.split_once('.').unwrap_or((&number, ""));
            let part: String = part.chars().chain("00".chars()).take(2).collect();
            let hundredths =
                whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part.parse().ok()?)?;
            let (more, end) = half(end);
            return Some((hundredths + more, end));
        }
        if let Some((number, end)) = tokens.any(
            at,
            &[
                ("half an", 50),
                ("half a", 50),
                ("a few", 300),
                ("few", 300),
                ("some", 300),
                ("several", 300),
                ("a couple of", 200),
                ("a couple", 200),
                ("couple of", 200),
                ("all", 100),
            ],
        ) {
            return Some((*number, end));
        }
        if let Some(number) = cardinal(tokens, at) {
            let (more, end) = half(number.end);
            return Some((
                i64::try_from(number.value).ok()?.checked_mul(100)?.checked_add(more)?,
                end,
            ));
        }
        if tokens.is(at, &["a", "an"]) {
            return Some((100, at + 1));
        }
        let (above, below, end) = fraction(tokens, at)?;
        Some((i64::try_from(above.checked_mul(100)? / below).ok()?, end))
    }

    /// The first week of May, the last Friday of 2019, the 20th of next month, Tuesday of last week.
    fn part_of(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let from = tokens.past(at, &["the"]);
        if let Some(n) = weekday(tokens.word(from)) {
            let of = tokens.past(from + 1, &["of"]);
            let part = ["morning", "afternoon", "evening", "night"];
            let of = tokens.longest(of, &part).unwrap_or(of);
            let whole = tokens.any(
                of,
                &[
                    ("this week", 0),
                    ("next week", 1),
                    ("last week", -1),
                    ("previous week", -1),
                    ("the week after next", 2),
                ],
            );
            let (offset, end) = whole?;
            return Some(self.weekday_in(n, *offset, false, end));
        }
        let (place, end) = if tokens.is(from, &["last"]) {
            (-1, from + 1)
        } else {
            let place = ordinal(tokens, from)?;
            (i64::try_from(place.value).ok().filter(|n| *n < 60)?, place.end)
        };
        // Of next month, of the month.
        if let Some(of) =
            tokens.phrase(end, "of").or_else(|| tokens.phrase(end, "day of")).filter(|_| place > 0)
        {
            let whole = self.near(of).or_else(|| {
                tokens.phrase(of, "the month").map(|end| Read {
                    stretch: self.unit_away("month", 0).unwrap_or_default(),
                    end,
                })
            })?;
            let month = whole.stretch.first().day;
            let day =
                Day { day: i8::try_from(place).ok().filter(|day| (1..=31).contains(day)), ..month };
            return (tokens.is(whole.end - 1, &["month"]) && day.day.is_some()).then_some(Read {
                stretch: if month.month.is_some() { day } else { Day::default() }.into(),
                end: whole.end,
            });
        }
        let number = cardinal(tokens, end)
            .map(|n| (n.value, n.end))
            .or_else(|| tokens.figures(end).map(|(n, _)| (n.into(), end + 1)));
        let (many, unit_at) =
            number.map_or((1, end), |(n, end)| (i64::try_from(n).unwrap_or(1), end));
        let word = tokens.word(unit_at);
        let of = tokens.is(unit_at + 1, &["of", "in"]).then_some(unit_at + 2)?;
        let whole = self.near(of).or_else(|| self.calendar(of)).or_else(|| self.the_unit(of))?;
        let (first, last) = (whole.stretch.first().day, whole.stretch.last().day);
        let stretch = piece(place, many, word, first, last)?;
        Some(Read {
            stretch: if first == Day::default() { Stretch::default() } else { stretch },
            end: whole.end,
        })
    }

    /// The year, the month, the week.
    pub(super) fn the_unit(&self, at: usize) -> Option<Read> {
        let end = ["the month", "the year", "the week", "month", "year"]
            .iter()
            .find_map(|phrase| self.tokens.phrase(at, phrase))?;
        Some(Read { stretch: self.unit_away(self.tokens.word(end - 1), 0)?, end })
    }

    /// A weekday of the week so many away; the nearest one back or ahead where `nearest` says so.
    fn weekday_in(&self, n: i64, offset: i64, nearest: bool, end: usize) -> Read {
        let day = if nearest {
            let this = self.today.monday(0).and_then(|monday| monday.plus_days(n));
            this.and_then(|day| match offset {
                1 if day <= self.today => day.plus_days(7),
                -1 if day >= self.today => day.plus_days(-7),
                _ => Some(day),
            })
        } else {
            self.today.monday(offset).and_then(|monday| monday.plus_days(n))
        };
        Read { stretch: day.unwrap_or_default().into(), end }
    }

    /// Friday: the nearest one. Cut short, only where the words around tell that it is one.
    fn weekday_alone(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let word = tokens.word(at);
        let n = weekday(word)?;
        let full = word.ends_with("day");
        let cue = matches!(tokens.before(at), "on" | "or" | "week")
            && !matches!(word, "sun" | "sat" | "wed");
        if !full && !cue {
            return None;
        }
        let monday = self.today.monday(0);
        let near = |weeks: i64| monday.and_then(|monday| monday.plus_days(weeks * 7 + n));
        let distance = |day: &Day| {
            let (Some(there), Some(here)) = (day.known(), self.today.known()) else {
                return i32::MAX;
            };
            here.until(there).map_or(i32::MAX, |span| span.get_days().abs())
        };
        let nearest = [near(0), near(-1), near(1)].into_iter().flatten().min_by_key(distance);
        Some(Read { stretch: nearest.unwrap_or_default().into(), end: at + 1 })
    }

    /// Week 23, week 3 of 2027.
    fn week_number(&self, at: usize) -> Option<Read> {
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

/// A day so long before or after another; `None` where hours count, or the day is not known.
fn away(from: Day, count: &Duration, sign: i64) -> Option<Day> {
    let mut day = from;
    for (unit, many) in &count.0 {
        let many: i64 = many.parse().ok().filter(|many| *many < 100_000)?;
        day = match unit {
            Unit::Year => day.same_day_months_later(sign * many * 12)?,
            Unit::Month => day.same_day_months_later(sign * many)?,
            Unit::Week => day.plus_days(sign * many * 7)?,
            Unit::Day => day.plus_days(sign * many)?,
            _ => return None,
        };
    }
    Some(day)
}

/// So many days, weeks or months from the head or the end of a month or a year.
fn piece(place: i64, many: i64, word: &str, first: Day, last: Day) -> Option<Stretch> {
    let unknown = Some(Stretch::default());
    let one = Day { month: first.month.or(Some(1)), day: Some(1), ..first };
    let singular = word.strip_suffix('s').unwrap_or(word);
    if let Some(n) = weekday(singular) {
        let fall = |n: i64| one.monday(0).and_then(|monday| monday.plus_days(n));
        let Some(start) = fall(n) else { return unknown };
        let weeks = i64::from(start < one) + place - 1;
        let end = last.end();
        let day = if place > 0 {
            start.plus_days(weeks * 7)
        } else {
            end.and_then(|end| {
                let day = end.monday(0)?.plus_days(n)?;
                if day > end { day.plus_days(-7) } else { Some(day) }
            })
        };
        return Some(day.unwrap_or_default().into());
    }
    match singular {
        "week" => {
            // A month's first week is the one that its first Thursday is in, as with a year's.
            let Some(monday) = one.plus_days(3).and_then(|day| day.monday(0)) else {
                return unknown;
            };
            let start = if place > 0 {
                monday.plus_days((place - 1) * 7)
            } else {
                last.end().and_then(|end| end.plus_days(-3)?.monday(1 - many))
            };
            Some(
                start
                    .and_then(|start| Some(Stretch::days(start, start.plus_days(many * 7 - 1)?)))
                    .unwrap_or_default(),
            )
        }
        "month" if first.month.is_none() => {
            let start = if place > 0 { place } else { 13 - many };
            let month = |n: i64| {
                Some(Day {
                    month: Some(i8::try_from(n).ok().filter(|n| (1..=12).contains(n))?),
                    ..first
                })
            };
            let (a, b) = (month(start)?, month(start + many - 1)?);
            Some(if a == b { a.into() } else { Stretch::days(a, b) })
        }
        "day" => {
            let start = if place > 0 {
                one.plus_days(place - 1)
            } else {
                last.end().and_then(|end| end.plus_days(1 - many))
            };
            let Some(start) = start else { return unknown };
            Some(if many == 1 {
                start.into()
            } else {
                Stretch::days(start, start.plus_days(many - 1)?)
            })
        }
        _ => None,
    }
}
