//! The day after Christmas, the Monday before Easter, the week after June 5: a day or a week told by the one beside it.

use super::super::super::super::value::{Day, Moment, Stretch};
use super::names::weekday;
use super::{Read, Reader};

impl Reader<'_> {
    /// A day, a weekend or a week right before or after a day that is named.
    pub(super) fn beside(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let from = tokens.past(at, &["the"]);
        let word = tokens.word(from);
        let side = match tokens.word(from + 1) {
            "before" | "preceding" => -1,
            "after" | "following" => 1,
            _ => return None,
        };
        let there = self.calendar(from + 2)?;
        let Stretch::At(Moment { day, time: None }) = there.stretch else { return None };
        let stretch = match word {
            _ if day.day.is_none() && day != Day::default() => return None,
            "day" | "night" | "morning" | "evening" if from > at || word == "day" => {
                day.plus_days(side).map(Stretch::from)
            }
            "week" if from > at => days(day, side, side * 7),
            "weekend" if from > at => {
                nearest(day, 5, side).and_then(|saturday| days(saturday, 0, 1))
            }
            _ => nearest(day, weekday(word).filter(|_| word.ends_with("day"))?, side)
                .map(Stretch::from),
        };
        Some(Read { stretch: stretch.unwrap_or_default(), end: there.end })
    }
}

/// All days between two distances from a day.
fn days(from: Day, one: i64, other: i64) -> Option<Stretch> {
    Some(Stretch::days(from.plus_days(one.min(other))?, from.plus_days(one.max(other))?))
}

/// The weekday that comes next before or after a day.
fn nearest(day: Day, n: i64, side: i64) -> Option<Day> {
    let there = day.monday(0)?.plus_days(n)?;
    match side {
        1 if there <= day => there.plus_days(7),
        -1 if there >= day => there.plus_days(-7),
        _ => Some(there),
    }
}
