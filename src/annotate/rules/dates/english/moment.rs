//! Tuesday at 3 p.m., five-thirty tomorrow: a day, a time of day, or both.

use super::super::super::super::value::{Day, Moment, Stretch};
use super::clock::Clock;
use super::names::weekday;
use super::{Read, Reader, longer};

impl Reader<'_> {
    /// A date, a time, or both; where `loose`, a bare number is a time.
    pub(super) fn point(&self, at: usize, loose: bool) -> Option<Read> {
        let tokens = self.tokens;
        let around = tokens.past(at, &["around", "circa", "about", "approximately"]);
        let at_clock = tokens.past(around, &["at"]);
        if around > at {
            if let Some(read) = self.year_around(at, around) {
                return Some(read);
            }
            let read = self.point_plain(at_clock, true)?;
            let number = self.bare_number(at_clock).map_or(0, |(_, end)| end);
            let first = read.stretch.first();
            let dated = tokens.is(at, &["around", "circa"]) && first.day.day.is_some();
            return ((first.time.is_some() || dated) && read.end > number).then_some(read);
        }
        if at_clock > at {
            return loose.then(|| self.point_plain(at_clock, true))?;
        }
        let read = self.point_plain(at, loose);
        // Behind “at” a bare number is a time, if nothing follows that it could count.
        let said = tokens.before(at) == "at" && tokens.figures(at).is_some();
        read.or_else(|| {
            said.then(|| self.point_plain(at, true))?.filter(|read| self.closes_times(read.end))
        })
        .or_else(|| self.hour_of_a_part(at))
    }

    pub(super) fn point_plain(&self, at: usize, loose: bool) -> Option<Read> {
        let day = self.day(at);
        let time = self.clock(at, loose);
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
                let time = self.clock(at, true).filter(|time| time.minute.is_some());
                let spoken = time
                    .map(|time| (self.with_day(time), time.end))
                    .filter(|(read, end)| read.end > *end);
                spoken.map(|(read, _)| read).or_else(|| self.part_of_day(at))
            }
        }
    }

    /// Whether nothing follows that two bare numbers could count: from 3 to 5 percent is no time.
    pub(super) fn closes_times(&self, at: usize) -> bool {
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

    /// A day or longer, with what says which part of it.
    pub(super) fn day(&self, at: usize) -> Option<Read> {
        const PARTS: [&str; 25] = [
            "early",
            "early on",
            "early -",
            "late",
            "late on",
            "late -",
            "end -",
            "later on",
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
            "remainder of",
        ];
        let plain = |at: usize| {
            longer(longer(self.relative(at), self.calendar(at)), self.part_of_a_day(at))
        };
        if let Some(from) = self.tokens.longest(at, &PARTS) {
            let article = self.tokens.is(from - 1, &["the"]);
            let whole =
                plain(from).or_else(|| self.the_unit(if article { from - 1 } else { from }));
            let whole = whole.filter(|read| read.stretch.first().time.is_none());
            // Mid-Autumn is the name of a feast.
            return whole.map(|read| self.side_of_today(at, read)).or_else(|| plain(at));
        }
        plain(at)
    }

    /// Later this week, earlier this month, the rest of the year: what of a stretch lies on one side of today.
    fn side_of_today(&self, at: usize, read: Read) -> Read {
        let (first, last) = (read.stretch.first().day, read.stretch.last().day);
        let last = if last.day.is_some() { Some(last) } else { last.end() };
        let around =
            last.filter(|last| first <= self.today && self.today <= *last && first != *last);
        let Some(last) = around.filter(|_| self.today.known().is_some()) else { return read };
        let stretch = match self.tokens.word(at) {
            "later" | "rest" | "remaining" | "remainder" => Stretch::days(self.today, last),
            "earlier" => {
                let (month, day) = (first.month.or(Some(1)), first.day.or(Some(1)));
                Stretch::days(Day { month, day, ..first }, self.today)
            }
            _ => return read,
        };
        Read { stretch, ..read }
    }

    /// A day with the time, or the part of the day, that follows it.
    pub(super) fn with_time(&self, at: usize, day: Read) -> Read {
        let tokens = self.tokens;
        if matches!(day.stretch, Stretch::Between(..))
            || day.stretch.first().day.day.is_none() && day.stretch.first().day != Day::default()
        {
            return day;
        }
        if let Some(read) = self.time_of_iso(&day) {
            return read;
        }
        let (half, end) = self.part_behind_day(day.end);
        let comma = tokens.past(end, &[",", "-"]);
        let link = tokens.past(tokens.past(comma, &["at", "@", "for"]), &["around"]);
        let loose = tokens.is(link.wrapping_sub(1), &["at", "@", "around"]) && link > end;
        // March eighteenth, nine thirty.
        let spoken = tokens.figures(link).is_none();
        let time = self
            .clock(link, loose || spoken)
            .filter(|time| !spoken || loose || time.sure || time.minute.is_some())
            .filter(|time| link > comma || time.minute.is_some() || time.sure || comma == end);
        let Some(time) = time.filter(|_| !tokens.is(at, &["the"]) || loose || link == end) else {
            return Read { end, ..day };
        };
        let time = half.filter(|_| !time.sure).map_or(time, |late| {
            // Tonight at 2 is in the small hours.
            let night = tokens.is(end - 1, &["tonight", "tonite", "night"]);
            if late && night && time.hour < 5 { time } else { time.in_half(late) }
        });
        let moment = Moment { day: day.stretch.first().day, time: Some(time.time()) };
        Read { stretch: Stretch::At(moment), end: time.end }
    }

    /// Whether the part of the day behind a day, or said with it, lies after noon, where there is one; and where it ends.
    fn part_behind_day(&self, at: usize) -> (Option<bool>, usize) {
        const PARTS: [(&str, bool); 20] = [
            ("am", false),
            ("pm", true),
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
            ("the morning", false),
            ("the afternoon", true),
            ("the evening", true),
            ("in the morning", false),
            ("in the afternoon", true),
            ("in the evening", true),
        ];
        if let Some((late, end)) = self.tokens.any(at, &PARTS) {
            return (Some(*late), end);
        }
        let late = self.tokens.is(at - 1, &["tonight", "evening", "night", "afternoon"]);
        (late.then_some(true), at)
    }

    /// 2019-07-04T14:30:00Z: the time behind a date in figures.
    fn time_of_iso(&self, day: &Read) -> Option<Read> {
        let tokens = self.tokens;
        let stands = tokens.is(day.end, &["t"])
            && tokens.joined(day.end)
            && tokens.joined(day.end + 1)
            && tokens.figures(day.end - 1).is_some();
        let time = self.clock(day.end + 1, false).filter(|_| stands)?;
        let zulu = tokens.is(time.end, &["z"]) && tokens.joined(time.end);
        let moment = Moment { day: day.stretch.first().day, time: Some(time.time()) };
        Some(Read { stretch: Stretch::At(moment), end: time.end + usize::from(zulu) })
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
}
