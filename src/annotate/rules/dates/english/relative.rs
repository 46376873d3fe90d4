//! What hangs on the page's day: last Tuesday, next year, tomorrow.

use super::super::super::super::value::{Day, Duration, Feast, Stretch};
use super::feasts::feast;
use super::names::{month, unit, weekday};
use super::{Read, Reader, longer};

/// This, next, last: how many units away.
pub(super) fn shift(word: &str) -> Option<i64> {
    match word {
        "this" | "current" | "same" | "that" => Some(0),
        "next" | "coming" | "following" | "upcoming" => Some(1),
        "last" | "past" | "previous" | "prior" | "preceding" => Some(-1),
        _ => None,
    }
}

impl Reader<'_> {
    /// A day or stretch of days told by its distance from the page's day, or from another day.
    pub(super) fn relative(&self, at: usize) -> Option<Read> {
        let read = longer(longer(self.beside(at), self.by_word(at)), self.near(at));
        let read = longer(read, self.next_but_one(at));
        let read = longer(longer(read, self.distance_and_weekday(at)), self.part_of(at));
        read.or_else(|| self.weekday_alone(at)).or_else(|| self.week_number(at))
    }

    fn days_away(&self, days: i64) -> Stretch {
        self.today.plus_days(days).unwrap_or_default().into()
    }

    pub(super) fn by_word(&self, at: usize) -> Option<Read> {
        const WORDS: [(&str, i64); 16] = [
            ("today", 0),
            ("tonight", 0),
            ("tonite", 0),
            ("yesterday", -1),
            ("tomorrow", 1),
            ("tmrw", 1),
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
        // Tomorrow (June 5), today, June 5: the date says more.
        if let Some(read) = self.date_behind(self.tokens.past(end, &[","])) {
            return Some(read);
        }
        // The day before the vote says no day.
        let open = self.tokens.is(end - 1, &["before", "after"])
            && end < self.tokens.len()
            && !self.tokens.is(end, &[".", ",", "?", "!", ";"]);
        (!open).then(|| Read { stretch: self.days_away(*days), end })
    }

    /// Next week, this past Wednesday, last May, the coming three months.
    pub(super) fn near(&self, at: usize) -> Option<Read> {
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
        let worked = tokens.is(to, &["working", "business"]) && tokens.is(to + 1, &["week"]);
        to = tokens.past(
            to,
            &["calendar", "fiscal", "school", "financial", "academic", "working", "business"],
        );
        let word = if worked { "workweek" } else { tokens.word(to) };
        if let Some(n) = weekday(word).filter(|_| !the || offset != 0) {
            let read =
                self.weekday_in(n, offset, nearest || tokens.is(from, &["upcoming"]), to + 1);
            // This Friday (Jun 15): the date says more.
            return Some(self.date_behind(read.end).unwrap_or(read));
        }
        if let Some((feast, end)) = feast(tokens, to) {
            let day = self.feast_near(feast, offset);
            return (!the).then_some(Read { stretch: day.unwrap_or_default().into(), end });
        }
        let verb = word == "may" && (!self.capital(to) || tokens.is(from, &["that", "same"]));
        if let Some(month) = month(word).filter(|_| !the && !verb && !tokens.is(from, &["that"])) {
            return Some(self.month_near(to, month, offset));
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
        self.near_unit(to, word, offset, the, nearest)
    }

    /// Last Christmas, next Easter: the one before today, or after it.
    fn feast_near(&self, feast: Feast, offset: i64) -> Option<Day> {
        let year = self.today.year?;
        let this = feast.in_year(year)?;
        match offset {
            1 if this <= self.today => feast.in_year(year + 1),
            -1 if this >= self.today => feast.in_year(year - 1),
            _ => Some(this),
        }
    }

    /// Last May, this June, next July: the month that stands at `to`, which may go on as a date.
    fn month_near(&self, to: usize, month: i8, offset: i64) -> Read {
        // This May 12 goes on as a date.
        let date = self.calendar(to);
        let date = date.filter(|read| read.end > to + 1 && read.stretch.first().day.day.is_some());
        if let Some(read) = date {
            return read;
        }
        let here = self.today.month.unwrap_or(month);
        let years = match offset {
            1 => i16::from(month <= here),
            -1 => -i16::from(month >= here),
            _ => 0,
        };
        let year = self.today.year.map(|year| year + years);
        let day = Day { year, month: Some(month), day: None };
        Read { stretch: day.into(), end: to + 1 }
    }

    /// The past three months, next few days, next year's first quarter, behind the word that tells which.
    fn near_unit(
        &self,
        to: usize,
        word: &str,
        offset: i64,
        the: bool,
        nearest: bool,
    ) -> Option<Read> {
        let tokens = self.tokens;
        if !the && self.length(to).is_some() {
            return self.counted(to, offset);
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
        // Next year's first quarter.
        if word == "year's" && !the {
            let (first, last, end) = self.piece_of_year(to + 1)?;
            let year =
                self.today.year.and_then(|year| year.checked_add(i16::try_from(offset).ok()?));
            let month = |month| Day { year, month: Some(month), day: None };
            return Some(Read { stretch: Stretch::days(month(first), month(last)), end });
        }
        // This coming weekend is this week's.
        let offset = if nearest && word == "weekend" { offset.min(0) } else { offset };
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

    /// The week after next, the Monday before last.
    fn next_but_one(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let from = tokens.past(at, &["the"]);
        let (offset, end) = tokens.any(from + 1, &[("after next", 2), ("before last", -2)])?;
        let word = tokens.word(from);
        if let Some(n) = weekday(word) {
            return Some(self.weekday_in(n, *offset, false, end));
        }
        let unit = ["day", "night", "week", "weekend", "month", "year"].contains(&word);
        Some(Read { stretch: unit.then(|| self.unit_away(word, *offset))??, end })
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
    pub(super) fn unit_away(&self, word: &str, offset: i64) -> Option<Stretch> {
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
            "workweek" => days(monday(offset), 0, 4).or(unknown),
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
                    self.today.into()
                })
            }
            _ => None,
        }
    }

    /// A weekday of the week so many away; the nearest one back or ahead where `nearest` says so.
    pub(super) fn weekday_in(&self, n: i64, offset: i64, nearest: bool, end: usize) -> Read {
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
    pub(super) fn weekday_alone(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let word = tokens.word(at);
        let n = weekday(word)?;
        let full = word.ends_with("day");
        // Mon-Fri, Tue to Thu.
        let joint = |at: usize| tokens.is(at, &["-", "–", "to", "through"]);
        let pair = joint(at + 1) && weekday(tokens.word(at + 2)).is_some()
            || at > 1 && joint(at - 1) && weekday(tokens.word(at - 2)).is_some();
        let cue = matches!(tokens.before(at), "on" | "or" | "week")
            && !matches!(word, "sun" | "sat" | "wed")
            || pair && self.capital(at);
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
}
