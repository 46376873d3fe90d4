//! Two weeks ago, three days after Easter, the coming three months: a day by its distance from another.

use super::super::super::super::english::cardinal;
use super::super::super::super::value::{Day, Duration, Moment, Stretch, Unit};
use super::names::{unit, weekday};
use super::relative::shift;
use super::{Read, Reader};

/// What follows a length of time that makes it a distance, and on which side of another day it lies.
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

impl Reader<'_> {
    /// The last three months, the next 5 days.
    pub(super) fn many(&self, offset: i64, count: &Duration, end: usize) -> Option<Read> {
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
        let Some(other) = count.away(self.today, offset) else {
            return Some(Read { stretch: Stretch::default(), end });
        };
        let stretch = if other == self.today {
            other.into()
        } else if offset < 0 {
            Stretch::days(other, self.today)
        } else {
            let tomorrow = self.today.plus_days(i64::from(!count.by_the_clock()));
            Stretch::days(tomorrow.unwrap_or(self.today), other)
        };
        Some(Read { stretch, end })
    }

    /// What stands behind last and next: three months, 5 days.
    pub(super) fn counted(&self, at: usize, offset: i64) -> Option<Read> {
        let (count, end) = self.length(at)?;
        // For the last 3 months, and 2 days ago.
        let first = self.one_length(at).filter(|_| self.tokens.is(end, &["ago"]));
        match first {
            Some((unit, many, end)) => self.many(offset, &Duration(vec![(unit, many)]), end),
            None => self.many(offset, &count, end),
        }
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
        // Within the next ten months.
        let near = tokens.past(at + 1, &["the"]);
        if tokens.is(at, &["within"]) && self.length(near + 1).is_some() {
            return self.near(near);
        }
        // Two Sundays from now.
        let number = cardinal(tokens, from)?;
        let n = weekday(tokens.word(number.end).strip_suffix('s')?)?;
        let (sign, end) =
            tokens.any(number.end + 1, &[("from now", 1), ("later", 1), ("ago", -1)])?;
        let day = self
            .today
            .monday(i64::try_from(number.value).ok()? * sign)
            .and_then(|monday| monday.plus_days(n));
        Some(Read { stretch: day.unwrap_or_default().into(), end })
    }

    /// More than two years ago, less than a week from now: the day that is told, and all before or after it.
    pub(super) fn beyond(&self, at: usize) -> Option<Read> {
        let (more, from) = self.tokens.any(at, &[("more than", true), ("less than", false)])?;
        let read = self.distance(from)?;
        let day = read.stretch.first();
        let here = Moment { day: self.today, time: None };
        let stretch = match (read.stretch, more, day.day < self.today) {
            (Stretch::At(_), true, true) => Stretch::Until(day),
            (Stretch::At(_), true, false) => Stretch::Since(day),
            (Stretch::At(_), false, true) => Stretch::Between(day, here),
            (Stretch::At(_), false, false) => Stretch::Between(here, day),
            (other, ..) => other,
        };
        let known = day.day.known().is_some() && self.today.known().is_some();
        Some(if known { Read { stretch, ..read } } else { read })
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
        let tokens = self.tokens;
        let read = |day: Option<Day>, end: usize| {
            Some(Read { stretch: day.unwrap_or_default().into(), end })
        };
        if prefix {
            return self.ahead(count, end, tokens.is(from - 1, &["within"]));
        }
        let (sign, behind) = tokens.any(end, &BEHIND)?;
        // 30 minutes later this week: later belongs to the week.
        if tokens.is(end, &["later", "earlier"]) && tokens.is(behind, &["this", "next"]) {
            return None;
        }
        if tokens.is(behind - 1, &["before", "after", "from", "to", "yesterday", "tomorrow"]) {
            let start =
                if tokens.is(behind - 1, &["yesterday", "tomorrow"]) { behind - 1 } else { behind };
            let base = self.relative_base(start)?;
            return read(count.away(base.stretch.first().day, *sign), base.end);
        }
        // A year ago today, three weeks ago yesterday.
        let near = [("today", 0), ("yesterday", -1), ("tomorrow", 1)];
        let near = tokens.any(behind, &near).filter(|_| tokens.is(behind - 1, &["ago"]));
        let (days, end) = near.map_or((0, behind), |(days, end)| (*days, end));
        read(self.today.plus_days(days).and_then(|day| count.away(day, *sign)), end)
    }

    /// In 3 days, within 3 days, in three weeks' time: what the word in front says of a length of time.
    fn ahead(&self, count: &Duration, end: usize, within: bool) -> Option<Read> {
        let tokens = self.tokens;
        if tokens.is(end, &["of"]) {
            return None;
        }
        let last = count.away(self.today, 1).unwrap_or_default();
        if !within {
            let end = tokens.longest(end, &["time", "' time"]).unwrap_or(end);
            return Some(Read { stretch: last.into(), end });
        }
        let stretch =
            if last == self.today { last.into() } else { Stretch::days(self.today, last) };
        Some(Read { stretch, end })
    }

    /// The day that a distance is counted from.
    fn relative_base(&self, at: usize) -> Option<Read> {
        self.by_word(at)
            .or_else(|| self.near(at))
            .or_else(|| self.calendar(at))
            .or_else(|| self.weekday_alone(at))
    }
}
