//! Q1 2019, the fourth quarter, 1H19, first-half profit: quarters and halves of years.

use super::super::super::super::english::ordinal;
use super::super::super::super::value::{Day, Stretch};
use super::year::full_year;
use super::{Read, Reader};

impl Reader<'_> {
    /// First quarter, second half: its first and its last month, and where it ends.
    pub(super) fn piece_of_year(&self, at: usize) -> Option<(i8, i8, usize)> {
        let place = ordinal(self.tokens, at)?;
        let n = i8::try_from(place.value).ok()?;
        let dash = self.tokens.is(place.end, &["-"])
            && self.tokens.joined(place.end + 1)
            && self.earns(place.end + 2);
        let end = place.end + usize::from(dash);
        match self.tokens.word(end) {
            "quarter" | "qtr" if (1..=4).contains(&n) => Some((n * 3 - 2, n * 3, end + 1)),
            "half" if (1..=2).contains(&n) => Some((n * 6 - 5, n * 6, end + 1)),
            _ => None,
        }
    }

    /// 4Q 2019, 1H19: a quarter or a half with its number first, and its year.
    fn quarter_turned(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let (n, _) = tokens.figures(at).filter(|(_, length)| *length == 1)?;
        let n = i8::try_from(n).ok()?;
        let stands = tokens.joined(at + 1) && self.capital(at + 1);
        let (first, last) = match tokens.word(at + 1) {
            "q" if stands && (1..=4).contains(&n) => (n * 3 - 2, n * 3),
            "h" if stands && (1..=2).contains(&n) => (n * 6 - 5, n * 6),
            _ => return None,
        };
        let (value, length) = tokens.figures(at + 2)?;
        let year = full_year(value).filter(|_| length == 4 || length == 2 && tokens.joined(at + 2));
        let month = |month| Day { year, month: Some(month), day: None };
        year.map(|_| Read { stretch: Stretch::days(month(first), month(last)), end: at + 3 })
    }

    /// FY19, fiscal 2019, behind its quarter.
    fn fiscal_year(&self, at: usize) -> Option<(i16, usize)> {
        let from = self.tokens.longest(at, &["fy", "fiscal", "fiscal year"])?;
        let (value, length) = self.tokens.figures(from)?;
        let short = length == 2 && self.tokens.is(at, &["fy"]);
        (short || length == 4).then(|| Some((full_year(value)?, from + 1)))?
    }

    /// Whether a year or what companies tell of stands here: a fourth-quarter touchdown and a first-half goal are of no year.
    fn earns(&self, at: usize) -> bool {
        const TOLD: [&str; 24] = [
            "deliveries",
            "dividend",
            "earnings",
            "estimates",
            "figures",
            "forecast",
            "gdp",
            "growth",
            "guidance",
            "income",
            "loss",
            "losses",
            "net",
            "of",
            "operating",
            "output",
            "performance",
            "production",
            "profit",
            "profits",
            "report",
            "results",
            "revenue",
            "sales",
        ];
        self.tokens.is(at, &TOLD) || self.year_behind(at).is_some()
    }

    /// Q1 2019, 2019-H2, the first quarter of 2019.
    pub(super) fn part_of_year(&self, at: usize) -> Option<Read> {
        const SHORT: [(&str, i8, i8); 6] =
            [("q", 1, 3), ("q", 4, 6), ("q", 7, 9), ("q", 10, 12), ("h", 1, 6), ("h", 7, 12)];
        let tokens = self.tokens;
        let short = |at: usize| {
            let (number, length) = tokens.figures(at + 1)?;
            let stands = length == 1
                && tokens.joined(at + 1)
                && !(tokens.joined(at + 2) && tokens.figures(at + 2).is_some());
            let n = usize::try_from(number).ok()?.checked_sub(1)?;
            let list = if tokens.word(at) == "q" { SHORT.get(..4) } else { SHORT.get(4..) };
            let (letter, from, until) = list?.get(n)?;
            (stands && tokens.word(at) == *letter).then_some((*from, *until, at + 2))
        };
        if let Some(read) = self.quarter_turned(at) {
            return Some(read);
        }
        let of = |year: Option<i16>, from: i8, until: i8, end: usize| {
            let month =
                |month| Day { year: year.or(self.today.year), month: Some(month), day: None };
            Some(Read { stretch: Stretch::days(month(from), month(until)), end })
        };
        if let Some((year, 4)) = tokens.figures(at) {
            // 2019 Q1, 2019's first half.
            let (from, until, end) = match tokens.phrase(at + 1, "' s") {
                Some(place) => self.piece_of_year(place)?,
                None => short(tokens.past(at + 1, &["-", "/", ","]))
                    .or_else(|| self.piece_of_year(at + 1))?,
            };
            return of(i16::try_from(year).ok(), from, until, end);
        }
        let (from, until, end) =
            short(at).or_else(|| self.piece_of_year(tokens.past(at, &["the"])))?;
        let of_year = tokens.past(end, &["of"]);
        let near = [("this year", 0), ("last year", -1), ("next year", 1), ("the year", 0)];
        if let Some((offset, end)) = tokens.any(of_year, &near) {
            return of(self.today.year.map(|year| year + offset), from, until, end);
        }
        let behind = self.year_behind(end).or_else(|| self.fiscal_year(of_year));
        let (year, end) = behind.map_or((None, end), |(year, end)| (Some(year), end));
        of(year, from, until, end)
    }
}
