//! Friday, three days from now; in two weeks on Monday: a distance and the day of the week that it falls on.

use super::super::super::super::value::{Day, Moment, Stretch};
use super::names::weekday;
use super::{Read, Reader};

impl Reader<'_> {
    /// A distance, with the day of the week before it or behind it where there is one, which is the one nearest to it.
    pub(super) fn distance_and_weekday(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let full =
            |at: usize| weekday(tokens.word(at)).filter(|_| tokens.word(at).ends_with("day"));
        if let Some(n) = full(at) {
            let read = self.distance(tokens.past(at + 1, &[","]))?;
            return Some(Read { stretch: nearest(n, read.stretch)?, ..read });
        }
        let read = self.distance(at)?;
        let ago = tokens.is(read.end - 1, &["ago"]).then_some(read.end);
        let on = tokens.phrase(read.end, "on").or(ago).and_then(|on| Some((on + 1, full(on)?)));
        let both = on.and_then(|(end, n)| Some(Read { stretch: nearest(n, read.stretch)?, end }));
        Some(both.unwrap_or(read))
    }
}

/// The weekday nearest to a day; without a value where that is not known.
fn nearest(n: i64, stretch: Stretch) -> Option<Stretch> {
    let Stretch::At(Moment { day, time: None }) = stretch else { return None };
    let there = |weeks: i64| day.monday(weeks)?.plus_days(n);
    let distance = |other: &Day| {
        let (here, other) = (day.known()?, other.known()?);
        Some(here.until(other).ok()?.get_days().abs())
    };
    let days = [there(0), there(-1), there(1)];
    Some(days.into_iter().flatten().min_by_key(distance).unwrap_or_default().into())
}
