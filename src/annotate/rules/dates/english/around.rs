//! Circa 1900, by 6 tomorrow evening: figures that are a year or an hour by the words around them.

use super::super::super::super::value::Day;
use super::{Read, Reader};

impl Reader<'_> {
    /// Circa 1900, around 1845: a year and no time of day, unless a zone or “hours” follows.
    pub(super) fn year_around(&self, at: usize, from: usize) -> Option<Read> {
        let tokens = self.tokens;
        let (year, _) = tokens.figures(from).filter(|(_, length)| *length == 4)?;
        let clock = tokens.is(from + 1, &["hours", "hrs", "o'clock", "am", "pm"])
            || tokens.before(at) == "at"
            || self.clock(from, false).is_some();
        let year = i16::try_from(year).ok().filter(|year| (1000..2100).contains(year) && !clock)?;
        // Around 2000 soldiers are no year.
        let counts = tokens.word(from + 1).ends_with('s') && !self.capital(from + 1);
        let year_alone = tokens.is(at, &["circa"]) || !counts && self.year_alone(from).is_some();
        let day = Day { year: Some(year), ..Day::default() };
        year_alone.then(|| Read { stretch: day.into(), end: from + 1 })
    }

    /// By 6 tomorrow evening, set for 10 tonight: an hour in figures with the part of a day that it is in.
    pub(super) fn hour_of_a_part(&self, at: usize) -> Option<Read> {
        const BEFORE: [&str; 9] =
            ["at", "by", "for", "from", "until", "till", "before", "after", "since"];
        let tokens = self.tokens;
        tokens.figures(at).filter(|_| BEFORE.contains(&tokens.before(at)))?;
        let read = self.point_plain(at, true)?;
        let parts = ["morning", "afternoon", "evening", "night", "tonight"];
        (read.end > at + 1 && tokens.is(read.end - 1, &parts)).then_some(read)
    }
}
