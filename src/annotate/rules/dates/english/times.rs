//! Monday from 10 to 12, between 3 and 8 yesterday, today before 4 p.m.: a day with a stretch of its hours.

use super::super::super::super::value::{Day, Moment, Stretch};
use super::{Read, Reader};

/// Words between a day and a time that is one end of what is meant.
const BOUNDS: [(&str, bool); 8] = [
    ("before", false),
    ("after", true),
    ("by", false),
    ("until", false),
    ("no later than", false),
    ("not later than", false),
    ("earlier than", false),
    ("later than", true),
];

impl Reader<'_> {
    /// Two times of day with the day behind them: between 3 and 8 yesterday.
    pub(super) fn on_a_day(&self, read: Read) -> Read {
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
    pub(super) fn with_times(&self, day: Read) -> Read {
        let Stretch::At(Moment { day: on, time: None }) = day.stretch else { return day };
        if on.day.is_none() {
            return day;
        }
        let tokens = self.tokens;
        let link = tokens.past(day.end, &["at"]);
        let open = tokens.is(link, &["from", "between"]);
        let late = tokens.is(day.end - 1, &["afternoon", "evening", "night", "tonight"]);
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
        let bound = || {
            let (since, from) = tokens.any(link, &BOUNDS)?;
            let time = self.clock(from, true).filter(|time| time.sure || time.minute.is_some())?;
            let moment = at(Moment { day: on, time: Some(time.time()) });
            let stretch = if *since { Stretch::Since(moment) } else { Stretch::Until(moment) };
            Some(Read { stretch, end: time.end })
        };
        bound().unwrap_or(day)
    }
}
