//! Times of day: 8:45 a.m., half past seven, 5 in the afternoon, noon.

use super::super::super::super::english::{Tokens, cardinal};

/// A time of day that was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    pub(super) hour: i8,
    pub(super) minute: Option<i8>,
    pub(super) second: Option<i8>,
    /// Whether it is said, or plain from the hour, which half of the day is meant.
    pub(super) sure: bool,
    pub(super) end: usize,
}

impl Clock {
    fn new(hour: i8, minute: Option<i8>, end: usize) -> Self {
        Self { hour, minute, second: None, sure: hour > 12 || hour == 0, end }
    }

    /// The same, in the half of the day that a word tells.
    pub(super) fn in_half(self, late: bool) -> Self {
        let hour = if self.hour > 12 || self.sure {
            self.hour
        } else {
            self.hour % 12 + 12 * i8::from(late)
        };
        Self { hour, sure: true, ..self }
    }

    /// Hour, minute and second, as a moment has them.
    pub(super) fn time(self) -> (i8, Option<i8>, Option<i8>) {
        (self.hour % 24, self.minute, self.second)
    }
}

/// A time of day. A bare number is one only where `loose` says that a time is expected.
pub(super) fn clock(tokens: &Tokens, at: usize, loose: bool) -> Option<Clock> {
    let read = named(tokens, at)
        .or_else(|| past_or_to(tokens, at))
        .or_else(|| in_figures(tokens, at, loose))
        .or_else(|| in_words(tokens, at, loose))?;
    // 5 in the afternoon, 11 at night.
    Some(match part_behind(tokens, read.end) {
        Some((late, end)) => Clock { end, ..read.in_half(late) },
        None => read,
    })
}

fn named(tokens: &Tokens, at: usize) -> Option<Clock> {
    const NAMES: [(&str, i8); 9] = [
        ("noon", 12),
        ("noonish", 12),
        ("midday", 12),
        ("mid day", 12),
        ("12 noon", 12),
        ("midnight", 0),
        ("mid night", 0),
        ("mid - night", 0),
        ("12 midnight", 0),
    ];
    let (hour, end) = tokens.any(at, &NAMES)?;
    Some(Clock { sure: true, ..Clock::new(*hour, Some(0), end) })
}

/// An hour in figures or in words.
fn hour(tokens: &Tokens, at: usize) -> Option<(i8, usize)> {
    let (value, end) = if let Some((value, length)) = tokens.figures(at) {
        ((length <= 2).then_some(value)?.into(), at + 1)
    } else {
        let number = cardinal(tokens, at).filter(|_| !tokens.is(at, &["a", "an"]))?;
        (number.value, number.end)
    };
    Some((i8::try_from(value).ok().filter(|hour| (0..=24).contains(hour))?, end))
}

/// Half past seven, a quarter to five, 20 minutes past 8.
fn past_or_to(tokens: &Tokens, at: usize) -> Option<Clock> {
    let from = tokens.past(at, &["a"]);
    let mut counted = false;
    let (minutes, end) = match tokens.word(from) {
        "half" => (30, from + 1),
        "quarter" => (15, from + 1),
        _ => {
            let (minutes, end) = match tokens.figures(at) {
                Some((minutes, _)) => (minutes.into(), at + 1),
                None => cardinal(tokens, at).map(|number| (number.value, number.end))?,
            };
            let behind = tokens.past(end, &["minutes", "minute", "min", "mins"]);
            counted = behind > end;
            (minutes, behind)
        }
    };
    let minutes = i8::try_from(minutes).ok().filter(|minutes| (1..60).contains(minutes))?;
    // Ten minutes after midnight, 20 minutes before noon.
    let side =
        tokens.any(end, &[("after", false), ("past", false), ("before", true), ("to", true)]);
    if let Some((before, from)) = side.filter(|_| counted)
        && let Some(middle) = named(tokens, from)
    {
        let hour = if *before { (middle.hour + 23) % 24 } else { middle.hour };
        let minute = if *before { 60 - minutes } else { minutes };
        return Some(Clock { hour, minute: Some(minute), ..middle });
    }
    let to = tokens.is(end, &["to", "till"]);
    if !to && !tokens.is(end, &["past", "after"]) {
        return None;
    }
    let (hour, end) = hour(tokens, end + 1).filter(|(hour, _)| (1..=12).contains(hour))?;
    // Five to seven is as well from five to seven.
    let said = tokens.is(end, &["o'clock", "oclock"]);
    let (half, end) = half(tokens, tokens.past(end, &["o'clock", "oclock"]))
        .unwrap_or((None, end + usize::from(said)));
    if to && minutes < 15 && !said && !counted || tokens.is(end.wrapping_sub(2), &["after"]) {
        return None;
    }
    let read = if to {
        Clock::new((hour + 23) % 24, Some(60 - minutes), end)
    } else {
        Clock::new(hour, Some(minutes), end)
    };
    Some(half.map_or(read, |late| read.in_half(late)))
}

/// a.m. or p.m.: whether it lies after noon, where it says so, and where it ends.
fn half(tokens: &Tokens, at: usize) -> Option<(Option<bool>, usize)> {
    match tokens.word(at) {
        "am" => Some((Some(false), at + 1)),
        "pm" => Some((Some(true), at + 1)),
        "ampm" => Some((None, at + 1)),
        half @ ("a" | "p") => {
            let late = Some(half == "p");
            if tokens.is(at + 1, &["m"]) {
                return Some((late, at + 2));
            }
            if let Some(end) = tokens.phrase(at + 1, ". m .").filter(|_| !tokens.joined(at + 1)) {
                return Some((late, end));
            }
            if tokens.phrase(at + 1, ". m").is_some() && tokens.joined(at + 1) {
                let dot = usize::from(tokens.is(at + 3, &["."]) && tokens.joined(at + 3));
                return Some((late, at + 3 + dot));
            }
            tokens.joined(at).then_some((late, at + 1))
        }
        _ => None,
    }
}

fn in_figures(tokens: &Tokens, at: usize, loose: bool) -> Option<Clock> {
    let (value, length) = tokens.figures(at)?;
    let inside = tokens.joined(at) && tokens.is(at.wrapping_sub(1), &[":", ".", ",", "/", "$"]);
    if length > 4 || inside && at > 0 {
        return None;
    }
    let read = hour_and_minute(tokens, at)?;
    let colon = tokens.is(at + 1, &[":", "h"]) && read.minute.is_some();
    let valid = (0..=24).contains(&read.hour) && read.minute.is_none_or(|minute| minute < 60);
    if !valid || goes_on(tokens, read.end) {
        return None;
    }
    if let Some((late, end)) = half(tokens, read.end).filter(|_| read.hour <= 12 || colon) {
        return Some(Clock { end, ..late.map_or(read, |late| read.in_half(late)) });
    }
    let said = tokens.is(read.end, &["o'clock", "oclock", "hrs", "hours"])
        && (length == 4 || colon || !tokens.is(read.end, &["hrs", "hours"]))
        || tokens.is(read.end, &["ish"]) && tokens.joined(read.end) && length <= 2;
    if said {
        let (late, end) = half(tokens, read.end + 1).unwrap_or((None, read.end + 1));
        return Some(Clock { end, ..late.map_or(read, |late| read.in_half(late)) });
    }
    let in_part = length <= 2 && part_behind(tokens, read.end).is_some();
    (colon || in_part || loose && (length <= 2 || value % 100 % 5 == 0)).then_some(read)
}

/// 8, 845, 8.45, 8:45 or 8:45:30, as they are printed.
fn hour_and_minute(tokens: &Tokens, at: usize) -> Option<Clock> {
    let (value, length) = tokens.figures(at)?;
    let part = |index: usize, mark: &str| {
        let (part, length) = tokens.figures(index + 1)?;
        let stands = tokens.is(index, &[mark]) && tokens.joined(index) && tokens.joined(index + 1);
        (stands && length == 2 && part < 60).then(|| i8::try_from(part).ok())?
    };
    if length > 2 {
        let minute = i8::try_from(value % 100).ok()?;
        return Some(Clock::new(i8::try_from(value / 100).ok()?, Some(minute), at + 1));
    }
    let hour = i8::try_from(value).ok()?;
    if let Some(minute) = part(at + 1, ":").or_else(|| part(at + 1, "h")) {
        let second = part(at + 3, ":");
        let end = at + if second.is_some() { 5 } else { 3 };
        return Some(Clock { second, ..Clock::new(hour, Some(minute), end) });
    }
    let minute = part(at + 1, ".");
    Some(Clock::new(hour, minute, at + if minute.is_some() { 3 } else { 1 }))
}

/// Whether figures go on: 4:3 and 1:00:00.5 are no times of day; 2.30 is one where one is expected.
fn goes_on(tokens: &Tokens, at: usize) -> bool {
    let figures = tokens.joined(at + 1) && tokens.figures(at + 1).is_some();
    tokens.joined(at)
        && (tokens.is(at, &[":", "%", "/", "'", "x"]) || tokens.is(at, &[".", ","]) && figures)
}

/// Five thirty, six forty-five p.m., seven o'clock.
fn in_words(tokens: &Tokens, at: usize, loose: bool) -> Option<Clock> {
    if tokens.figures(at).is_some() || tokens.is(at, &["a", "an"]) {
        return None;
    }
    let (hour, end) = hour(tokens, at).filter(|(hour, _)| (1..=12).contains(hour))?;
    let from = tokens.past(end, &["-"]);
    let minutes = cardinal(tokens, from).filter(|minutes| (10..60).contains(&minutes.value));
    let read = match minutes {
        Some(minutes) => Clock::new(
            hour,
            i8::try_from(minutes.value).ok(),
            tokens.past(minutes.end, &["minutes"]),
        ),
        None => Clock::new(hour, None, end),
    };
    if let Some((late, end)) = half(tokens, read.end) {
        return Some(Clock { end, ..late.map_or(read, |late| read.in_half(late)) });
    }
    let said = tokens.is(read.end, &["o'clock", "oclock"]);
    if said {
        return Some(Clock { end: read.end + 1, ..read });
    }
    let in_part = part_behind(tokens, read.end).is_some();
    (loose || in_part).then_some(read)
}

/// In the morning, at night: whether it lies after noon, and where it ends.
pub(super) fn part_behind(tokens: &Tokens, at: usize) -> Option<(bool, usize)> {
    const PARTS: [(&str, bool); 7] = [
        ("in the morning", false),
        ("in the early morning", false),
        ("early morning", false),
        ("in the afternoon", true),
        ("in the evening", true),
        ("in the night", true),
        ("at night", true),
    ];
    tokens.any(at, &PARTS).map(|(late, end)| (*late, end))
}
