//! The 1990s, the nineties, the 15th century, summer 2019: decades, centuries and seasons.

use super::super::super::super::english::ordinal;
use super::super::super::super::value::{Day, Stretch};
use super::{Read, Reader};

/// Decades of the twentieth century in words; “the twenties” and “the tens” are other things as well.
const TENS: [(&str, i64); 7] = [
    ("thirties", 30),
    ("forties", 40),
    ("fifties", 50),
    ("sixties", 60),
    ("seventies", 70),
    ("eighties", 80),
    ("nineties", 90),
];

impl Reader<'_> {
    /// The 1990s, the 15th century.
    pub(super) fn decade(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let from = tokens.past(at, &["the"]);
        let years = |first: i64, many: i64, end: usize| {
            let year = |year: i64| Day { year: i16::try_from(year).ok(), ..Day::default() };
            Some(Read { stretch: Stretch::days(year(first), year(first + many - 1)), end })
        };
        if let Some(place) = ordinal(tokens, from).filter(|place| (1..=30).contains(&place.value)) {
            let dash = tokens.past(place.end, &["-"]);
            let century = i64::try_from(place.value).ok()?;
            tokens.is(dash, &["century"]).then_some(())?;
            if tokens.is(dash + 1, &["bc", "bce"]) && self.capital_within(dash + 1) {
                return Some(Read { stretch: Stretch::default(), end: dash + 2 });
            }
            return years((century - 1) * 100, 100, dash + 1);
        }
        if let Some((tens, end)) = tokens.any(from, &TENS) {
            // In his seventies says how old, and in the seventies how warm it is or when it was.
            let said = from > at || tokens.is(at.wrapping_sub(1), &["early", "late", "mid", "-"]);
            return said.then(|| years(1900 + *tens, 10, end))?;
        }
        // The '60s.
        let cut = tokens.is(from, &["'"]) && tokens.joined(from + 1) && !tokens.joined(from);
        let from = from + usize::from(cut);
        let (value, length) = tokens.figures(from)?;
        let end = from + 1 + usize::from(tokens.is(from + 1, &["'"]));
        let plural = tokens.is(end, &["s"]) || tokens.is(end, &["'s"]);
        match length {
            4 if plural && value % 10 == 0 && (1000..2200).contains(&value) => {
                years(value, 10, end + 1)
            }
            2 if plural && value % 10 == 0 && tokens.joined(end) && value >= 20 && from > at => {
                years(1900 + value, 10, end + 1)
            }
            _ => None,
        }
    }

    /// Summer 2019, the winter of 1986: its year, since seasons begin at other times elsewhere.
    pub(super) fn season(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let from = tokens.past(at, &["the"]);
        let end = tokens.longest(from, &["spring", "summer", "autumn", "fall", "winter"])?;
        let of = tokens.is(end, &["of"]);
        // Prices fall 2000 points.
        let cue = of
            || from > at
            || matches!(
                tokens.before(from),
                "in" | "since" | "by" | "early" | "late" | "until" | "mid"
            );
        let year_at = end + usize::from(of);
        if let Some(read) = self.two_years(year_at).filter(|_| cue) {
            return Some(read);
        }
        let (year, end) = self.year_behind(end).filter(|_| cue && !tokens.is(end, &["in", ","]))?;
        Some(Read { stretch: Day { year: Some(year), ..Day::default() }.into(), end })
    }

    /// 1986/87, 2019-20, fiscal 2019/20: a year that begins in one and ends in the next.
    pub(super) fn two_years(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let from = match tokens.figures(at) {
            Some(_) => at,
            None => tokens.longest(at, &["fiscal", "fiscal year", "fy"])?,
        };
        let (first, _) = tokens.figures(from).filter(|(_, length)| *length == 4)?;
        let (next, length) = tokens.figures(from + 2)?;
        // 2019/2020, and 2019/20.
        let whole = length == 4 && tokens.is(from + 1, &["/"]) && next == first + 1;
        let next = if whole { next % 100 } else { Some(next).filter(|_| length == 2)? };
        let over = tokens.is(from + 1, &["/", "-", "–"])
            && tokens.joined(from + 1)
            && tokens.joined(from + 2)
            && !(tokens.joined(from) && from == at)
            && !(tokens.joined(from + 3)
                && tokens.is(from + 3, &["/", "-", "–", ".", "%"])
                && tokens.figures(from + 4).is_some());
        let follows = (1800..2150).contains(&first) && next == (first + 1) % 100;
        let year = |year: i64| Day { year: i16::try_from(year).ok(), ..Day::default() };
        // 1914-18, where the second can be no month and lies not far ahead.
        let ahead = i64::from(self.today.year.unwrap_or(2030)) + 10;
        let last = first / 100 * 100 + next;
        let later =
            (1800..2150).contains(&first) && next > 12 && (first + 1..=ahead).contains(&last);
        if over && later && !tokens.is(from + 1, &["/"]) {
            return Some(Read { stretch: Stretch::days(year(first), year(last)), end: from + 3 });
        }
        (over && follows)
            .then(|| Read { stretch: Stretch::days(year(first), year(first + 1)), end: from + 3 })
    }

    /// 44 BC, AD 79: a year of another count; before our era without a value.
    pub(super) fn year_of_an_era(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let capitals = |at: usize| self.capital(at) && self.capital_within(at);
        let year =
            |at: usize| tokens.figures(at).filter(|(value, length)| *value > 0 && *length <= 4);
        let free = !tokens.joined(at);
        if let Some((value, _)) =
            tokens.is(at, &["ad"]).then(|| year(at + 1)).flatten().filter(|_| capitals(at) && free)
        {
            let day = Day { year: i16::try_from(value).ok(), ..Day::default() };
            return Some(Read { stretch: day.into(), end: at + 2 });
        }
        let (value, _) = year(at).filter(|_| free && !tokens.joined(at + 1) && capitals(at + 1))?;
        let day = match tokens.word(at + 1) {
            "bc" | "bce" => Day::default(),
            "ad" | "ce" => Day { year: i16::try_from(value).ok(), ..Day::default() },
            _ => return None,
        };
        Some(Read { stretch: day.into(), end: at + 2 })
    }
}
