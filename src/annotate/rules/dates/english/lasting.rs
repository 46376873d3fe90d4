//! Two weeks starting May 20, from 2 p.m. for 2 hours: a stretch by one end and its length.

use super::super::super::super::value::{Duration, Moment, Stretch, Unit};
use super::distance::away;
use super::{Read, Reader};

impl Reader<'_> {
    /// A length of time and the day that it begins on.
    pub(super) fn length_from(&self, at: usize) -> Option<Read> {
        const STARTING: [&str; 6] =
            ["starting", "starting from", "starting on", "beginning", "beginning on", "commencing"];
        let (length, end) = self.length(at)?;
        let from = self.tokens.longest(end, &STARTING)?;
        let start = self.point(from, false)?;
        Some(Read { stretch: lasting(start.stretch.first(), &length), end: start.end })
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
    let clock = length.0.iter().all(|(unit, _)| *unit >= Unit::Hour);
    let last = match start.time {
        Some(_) if clock => later(start, length),
        // The last day is one of those counted.
        None if !clock => away(start.day, length, 1)
            .and_then(|day| day.plus_days(-1))
            .map(|day| Moment { day, time: None }),
        _ => away(start.day, length, 1).map(|day| Moment { day, ..start }),
    };
    last.map_or_else(Stretch::default, |last| Stretch::Between(start, last))
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
