//! Two hours, a year and a half, several weeks: lengths of time.

use super::super::super::super::english::{cardinal, figures, fraction};
use super::super::super::super::value::{Duration, Unit};
use super::Reader;
use super::names::unit;

/// What is added to a number, in hundredths.
const HALVES: [(&str, i64); 3] = [("and a half", 50), ("and half", 50), ("and a quarter", 25)];

/// Words that say how many, in hundredths; a few are three.
const ROUGHLY: [(&str, i64); 14] = [
    ("half an", 50),
    ("half a", 50),
    ("a few", 300),
    ("few", 300),
    ("some", 300),
    ("several", 300),
    ("a couple of", 200),
    ("a couple", 200),
    ("couple of", 200),
    ("all", 100),
    ("the whole", 100),
    ("the entire", 100),
    ("a whole", 100),
    ("an entire", 100),
];

impl Reader<'_> {
    /// A length of time: 3 hours 30 minutes, two and a half years, half an hour, a 15-minute.
    pub(super) fn length(&self, at: usize) -> Option<(Duration, usize)> {
        let mut parts: Vec<(Unit, String)> = Vec::new();
        let mut end = at;
        while parts.len() < 6 {
            let from = if parts.is_empty() { end } else { self.tokens.past(end, &[",", "and"]) };
            let hours = parts.last().is_some_and(|(unit, _)| *unit == Unit::Hour);
            let minutes = || hours.then(|| self.minutes_cut_short(from))?;
            let Some((unit, count, next)) = self.one_length(from).or_else(minutes) else { break };
            if parts.iter().any(|(other, _)| *other == unit) {
                break;
            }
            parts.push((unit, count));
            end = next;
        }
        (!parts.is_empty()).then_some((Duration(parts), end))
    }

    /// The 15m of 2h 15m.
    fn minutes_cut_short(&self, at: usize) -> Option<(Unit, String, usize)> {
        let (minutes, _) = self.tokens.figures(at).filter(|(minutes, _)| *minutes < 60)?;
        let stands = self.tokens.is(at + 1, &["m"]) && self.tokens.joined(at + 1);
        stands.then(|| (Unit::Minute, minutes.to_string(), at + 2))
    }

    /// A number and a unit of time.
    pub(super) fn one_length(&self, at: usize) -> Option<(Unit, String, usize)> {
        let tokens = self.tokens;
        let (count, from) = self.count(at)?;
        let plain = tokens.past(from, &["-"]);
        let plain = tokens.past(plain, &["business", "working", "full", "more", "consecutive"]);
        // “h” and “y” are units only right behind figures; “second” only behind a number.
        let short = tokens.word(plain).len() == 1 && !tokens.joined(plain);
        // In a year's time.
        let word = tokens.word(plain);
        let owner = word.strip_suffix("'s").filter(|_| tokens.is(plain + 1, &["time"]));
        let (unit, many) = unit(owner.unwrap_or(word)).filter(|_| !short)?;
        // Three quarters of an hour.
        if many == 3
            && count < 1000
            && let Some(end) = tokens.phrase(plain + 1, "of an hour")
        {
            return Some((Unit::Minute, (count * 15 / 100).to_string(), end));
        }
        // The week of 2019 week 10 is counted by what follows.
        let numbered = word == "week" && tokens.figures(plain + 1).is_some();
        if numbered && tokens.figures(at).is_some_and(|(_, length)| length == 4) {
            return None;
        }
        // Two million and three quarters is a number.
        if many == 3 && count >= 100_000 {
            return None;
        }
        if unit == Unit::Second
            && (tokens.is(at, &["a", "the"])
                || tokens.is(plain, &["second"])
                    && tokens.figures(at).is_none()
                    && !tokens.is(at, &["one", "half"]))
        {
            return None;
        }
        // One hour and a half.
        let (half, end) = self.half(plain + 1);
        let hundredths = count.checked_add(half)?.checked_mul(many)?;
        let count = match hundredths % 100 {
            0 => (hundredths / 100).to_string(),
            part => format!("{}.{part:02}", hundredths / 100).trim_end_matches('0').to_owned(),
        };
        Some((unit, count, end))
    }

    /// How many, in hundredths: 3, two and a half, half a, a couple of.
    fn count(&self, at: usize) -> Option<(i64, usize)> {
        let tokens = self.tokens;
        if tokens.is(at, &["½"]) {
            return Some((50, at + 1));
        }
        if let Some((number, end)) = figures(tokens, at) {
            return self.count_in_figures(at, &number, end);
        }
        if let Some((number, end)) = tokens.any(at, &ROUGHLY) {
            return Some((*number, end));
        }
        if let Some(number) = cardinal(tokens, at) {
            let (more, end) = self.half(number.end);
            let hundredths = i64::try_from(number.value).ok()?.checked_mul(100)?;
            return Some((hundredths.checked_add(more)?, end));
        }
        if tokens.is(at, &["a", "an"]) {
            return Some((100, at + 1));
        }
        let (above, below, end) = fraction(tokens, at)?;
        Some((i64::try_from(above.checked_mul(100)? / below).ok()?, end))
    }

    /// The same of figures that were read already.
    fn count_in_figures(&self, at: usize, number: &str, end: usize) -> Option<(i64, usize)> {
        let tokens = self.tokens;
        if tokens.joined(at) && matches!(tokens.before(at), "." | "," | "$" | "/" | ":" | "-") {
            return None;
        }
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        let part: String = part.chars().chain("00".chars()).take(2).collect();
        let hundredths =
            whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part.parse().ok()?)?;
        let (more, end) = self.half(end);
        Some((hundredths.checked_add(more)?, end))
    }

    /// What a half or a quarter adds, in hundredths.
    fn half(&self, at: usize) -> (i64, usize) {
        self.tokens.any(at, &HALVES).map_or((0, at), |(part, end)| (*part, end))
    }
}
