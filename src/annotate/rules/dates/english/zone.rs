//! 3 p.m. GMT, 1500 UTC, noon Eastern time: the zone behind a time of day.

use super::Reader;
use super::clock::{Clock, clock};

/// Abbreviations of zones that mean nothing else.
const ABBREVIATIONS: [&str; 22] = [
    "gmt", "utc", "pst", "pdt", "edt", "cst", "cdt", "mst", "mdt", "cet", "cest", "eet", "eest",
    "bst", "jst", "kst", "hkt", "sgt", "aest", "aedt", "nzst", "msk",
];
/// Those that are words or common abbreviations where they are not in capitals.
const CAPITALS: [&str; 6] = ["est", "ist", "et", "pt", "ct", "mt"];
const NAMES: [&str; 15] = [
    "local",
    "eastern",
    "central",
    "mountain",
    "pacific",
    "greenwich mean",
    "british summer",
    "beijing",
    "hong kong",
    "london",
    "moscow",
    "new york",
    "paris",
    "taipei",
    "tokyo",
];

impl Reader<'_> {
    /// A time of day with its zone. A bare number is one only where `loose` says that a time is expected.
    pub(super) fn clock(&self, at: usize, loose: bool) -> Option<Clock> {
        if let Some(time) = clock(self.tokens, at, loose) {
            let end = self.zone(time.end).unwrap_or(time.end);
            return Some(Clock { end, ..time });
        }
        // 1500 GMT
        let zoned = clock(self.tokens, at, true)?;
        self.tokens.figures(at).filter(|(_, length)| *length == 4)?;
        let end = self.zone(zoned.end)?;
        Some(Clock { end, sure: true, ..zoned })
    }

    /// Where the name of a zone ends.
    fn zone(&self, at: usize) -> Option<usize> {
        let tokens = self.tokens;
        // 2 p.m. (EST)
        if tokens.is(at, &["("]) && !tokens.is(at + 1, &["("]) {
            let end = self.zone(at + 1).filter(|end| tokens.is(*end, &[")"]))?;
            return Some(end + 1);
        }
        let short = tokens.is(at, &ABBREVIATIONS)
            || tokens.is(at, &CAPITALS) && self.capital(at) && self.capital_within(at);
        if short && (!tokens.joined(at) || tokens.is(at.wrapping_sub(1), &["("])) {
            // UTC+8
            let offset =
                tokens.is(at + 1, &["+", "-"]) && tokens.joined(at + 1) && tokens.joined(at + 2);
            let hours = tokens.figures(at + 2).filter(|(_, length)| offset && *length <= 2);
            return Some(if hours.is_some() { at + 3 } else { at + 1 });
        }
        let named = tokens.longest(at, &NAMES)?;
        let named = tokens.past(named, &["standard", "daylight"]);
        tokens.is(named, &["time", "timezone"]).then_some(named + 1)
    }
}
