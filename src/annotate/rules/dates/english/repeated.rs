//! Every Friday, each two days, weekly: what comes again.

use super::super::super::super::english::{cardinal, ordinal};
use super::super::super::super::value::{Duration, Stretch, Unit};
use super::feasts::feast;
use super::names::{month, unit, weekday};
use super::{Read, Reader};

/// Words that say how often.
const WORDS: [(&str, &str); 19] = [
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
    ("once a week", "P1W"),
    ("once a month", "P1M"),
    ("once a year", "P1Y"),
];

impl Reader<'_> {
    /// Every Friday, each two days, weekly: what comes again, and how often where a length says it.
    pub(super) fn repeated(&self, at: usize) -> Option<(Option<String>, usize)> {
        let tokens = self.tokens;
        if let Some((value, end)) = tokens.any(at, &WORDS).filter(|_| !self.capital(at)) {
            // Daily at 6.
            let hour = self.clock(tokens.past(end, &["at"]), tokens.is(end, &["at"]));
            return Some((Some((*value).to_owned()), hour.map_or(end, |hour| hour.end)));
        }
        if let Some(end) = self.times_in(at) {
            return Some((None, end));
        }
        // On weekends, but three weekends.
        let on = matches!(tokens.before(at), "" | "on" | "at" | "during" | "and" | "or");
        if tokens.is(at, &["weekends", "weekdays", "weeknights"]) && on {
            return Some((None, at + 1));
        }
        let plural = tokens
            .word(at)
            .strip_suffix('s')
            .is_some_and(|day| day.ends_with("day") && weekday(day).is_some());
        if plural {
            let end = self.with_time(at, Read { stretch: Stretch::default(), end: at + 1 }).end;
            return Some((None, end));
        }
        if let Some(found) = self.placed(at) {
            return Some(found);
        }
        self.every(tokens.is(at, &["every", "each"]).then_some(at + 1)?)
    }

    /// Twice a week, three times a year: where it ends.
    fn times_in(&self, at: usize) -> Option<usize> {
        let tokens = self.tokens;
        let figures = || tokens.figures(at).map(|_| at + 1);
        let counted = || figures().or_else(|| Some(cardinal(tokens, at)?.end));
        let end = match tokens.word(at) {
            "twice" | "thrice" => at + 1,
            _ => tokens.phrase(counted()?, "times")?,
        };
        let from = tokens.is(end, &["a", "an", "per", "each", "every"]).then_some(end + 1)?;
        let word = tokens.word(from);
        unit(word).filter(|_| !word.ends_with('s') && word.len() > 2).map(|_| from + 1)
    }

    /// What stands behind “every”.
    fn every(&self, from: usize) -> Option<(Option<String>, usize)> {
        let (tokens, at) = (self.tokens, from - 1);
        let other = tokens.is(from, &["other"]);
        let from = from + usize::from(other);
        // Every third Thursday, every fourth year.
        if let Some(place) = ordinal(tokens, from) {
            if weekday(tokens.word(place.end)).is_some() {
                return Some((None, place.end + 1));
            }
            let (unit, many) = unit(tokens.word(place.end))?;
            let many = i64::try_from(place.value).ok()?.checked_mul(many)?;
            return Some((Some(Duration(vec![(unit, many.to_string())]).iso()), place.end + 1));
        }
        if weekday(tokens.word(from).strip_suffix('s').unwrap_or(tokens.word(from))).is_some() {
            let end = self.with_time(at, Read { stretch: Stretch::default(), end: from + 1 }).end;
            return Some((None, end));
        }
        if let Some(end) = tokens.longest(
            from,
            &["morning", "afternoon", "evening", "night", "weekday", "weekend", "weeknight"],
        ) {
            return Some((None, self.with_time(at, Read { stretch: Stretch::default(), end }).end));
        }
        if let Some(end) = self.day_of_each_year(from) {
            return Some((Some("P1Y".to_owned()), end));
        }
        if let Some((length, end)) = self.length(from) {
            return Some((Some(length.iso()), end));
        }
        let (unit, many) = unit(tokens.word(from)).filter(|_| !tokens.word(from).ends_with('s'))?;
        let many = if other { many * 2 } else { many };
        let length = Duration(vec![(unit, many.to_string())]);
        let end =
            self.clock(tokens.past(from + 1, &["at"]), false).map_or(from + 1, |time| time.end);
        Some((Some(length.iso()), end))
    }

    /// Every June, every June 5, every Christmas, every summer: where it ends, where no year follows.
    fn day_of_each_year(&self, from: usize) -> Option<usize> {
        let season = ["spring", "summer", "autumn", "fall", "winter"];
        if let Some(end) = self.tokens.longest(from, &season) {
            return Some(end);
        }
        let read = month(self.tokens.word(from))
            .filter(|_| self.capital(from))
            .map(|_| from + 1)
            .or_else(|| Some(feast(self.tokens, from)?.1))?;
        let end = self.calendar(from).map_or(read, |date| date.end.max(read));
        (self.tokens.figures(end - 1).is_none_or(|(_, length)| length < 4)).then_some(end)
    }

    /// The 19th of every month, the first Monday of each month.
    fn placed(&self, at: usize) -> Option<(Option<String>, usize)> {
        let tokens = self.tokens;
        let from = tokens.past(at, &["the"]);
        let end = if tokens.is(from, &["last"]) { from + 1 } else { ordinal(tokens, from)?.end };
        let day = weekday(tokens.word(end)).is_some() || tokens.is(end, &["day"]);
        let of = end + usize::from(day);
        let every = tokens.longest(of, &["of every", "of each"])?;
        let (unit, many) = unit(tokens.word(every)).filter(|(unit, _)| *unit < Unit::Week)?;
        Some((Some(Duration(vec![(unit, many.to_string())]).iso()), every + 1))
    }
}
