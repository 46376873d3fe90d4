//! Dates in figures: 2019-07-04, 7/4/2019, 4.7.2019, 12-2015.

use super::super::super::super::value::Day;
use super::names::{month, weekday};
use super::year::full_year;
use super::{Read, Reader};

/// Two or three figures with one mark between them, of which the second or third may be a month's name.
struct Figures<'a> {
    first: i64,
    first_length: usize,
    /// What stands between them; nothing where spaces do.
    mark: Option<&'a str>,
    second: i64,
    second_length: usize,
    /// Whether the second is a month's name.
    named: bool,
    /// The token after the second.
    second_end: usize,
    /// Where the third stands, if there is one.
    third_at: usize,
    third: Option<(i64, usize)>,
    /// The month's name that stands in the third's place.
    named_last: Option<i8>,
}

/// A day of which each part is possible.
fn dated(year: i64, month: i64, day: i64, end: usize) -> Option<Read> {
    let day = Day {
        year: Some(full_year(year)?),
        month: Some(i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?),
        day: Some(i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?),
    };
    Some(Read { stretch: day.into(), end })
}

/// A month that is possible, of a year.
fn month_of(year: i64, month: i64, end: usize) -> Option<Read> {
    let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    let day = Day { year: full_year(year), month: Some(month), day: None };
    Some(Read { stretch: day.into(), end })
}

impl Reader<'_> {
    /// 2019-07-04, 2019/jul/4, 7/4/2019, 4.7.2019, 12-2015.
    pub(super) fn numeric(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let (first, length) = tokens.figures(at)?;
        if length == 8 {
            return self.compact(at, first);
        }
        let it = self.figures_at(at)?;
        let end = it.third_at + 1;
        match (it.first_length, it.second_length, it.third) {
            (4, 1..=2, Some((third, 1..=2))) => dated(first, it.second, third, end),
            (4, 1..=2, None) if it.named_last.is_some() => {
                dated(first, it.named_last?.into(), it.second, end)
            }
            (4, 2, None)
                if it.mark == Some("-") && !it.named && !tokens.joined(it.third_at - 1) =>
            {
                month_of(first, it.second, it.second_end)
            }
            (1..=2, ..) => self.begins_short(at, &it),
            _ => None,
        }
    }

    /// What of a date in figures begins with its day or its month.
    fn begins_short(&self, at: usize, it: &Figures<'_>) -> Option<Read> {
        let (tokens, mark) = (self.tokens, it.mark?);
        let (first, second) = (it.first, it.second);
        match (it.second_length, it.third) {
            (1..=2, Some((third, 2 | 4))) => {
                let day_first = it.named || mark == "." || first > 12;
                let (month, day) = if day_first { (second, first) } else { (first, second) };
                let (month, day) = if month > 12 { (day, month) } else { (month, day) };
                dated(third, month, day, it.third_at + 1)
            }
            (4, None) if mark != "." => month_of(second, first, it.second_end),
            (1..=2, None) => {
                // 11/12, 2016
                if tokens.is(it.third_at - 1, &[",", "."]) {
                    let (year, length) = tokens.figures(it.third_at)?;
                    if length == 4 && tokens.is(it.third_at - 1, &[","]) {
                        let (month, day) =
                            if first > 12 { (second, first) } else { (first, second) };
                        return dated(year, month, day, it.third_at + 1);
                    }
                }
                self.without_year(at, first, second, mark, it.second_end)
            }
            _ => None,
        }
    }

    /// The figures that begin here, with one mark or only spaces between them.
    fn figures_at(&self, at: usize) -> Option<Figures<'_>> {
        let tokens = self.tokens;
        let (first, first_length) = tokens.figures(at)?;
        let spaced = first_length == 4 && tokens.figures(at + 1).is_some();
        let mark = tokens.word(at + 1);
        let marked =
            matches!(mark, "-" | "/" | ".") && tokens.joined(at + 1) && tokens.joined(at + 2);
        if !spaced && !marked || self.goes_before(at) {
            return None;
        }
        let (second_at, step) = if spaced { (at + 1, 1) } else { (at + 2, 2) };
        let name = month(tokens.word(second_at));
        let (second, second_length) = match name {
            Some(month) => (i64::from(month), 2),
            None => tokens.figures(second_at)?,
        };
        let third_at = second_at + step;
        let again = !spaced && tokens.is(second_at + 1, &[mark]);
        let joined = again && tokens.joined(second_at + 1) && tokens.joined(third_at);
        Some(Figures {
            first,
            first_length,
            mark: (!spaced).then_some(mark),
            second,
            second_length,
            named: name.is_some(),
            second_end: second_at + 1,
            third_at,
            third: tokens.figures(third_at).filter(|_| spaced || joined),
            named_last: month(tokens.word(third_at)).filter(|_| again),
        })
    }

    /// Whether the figures here only go on what stands before them: a telephone number, a sum, a version.
    fn goes_before(&self, at: usize) -> bool {
        let (tokens, before) = (self.tokens, self.tokens.before(at));
        let chained = matches!(before, "-" | "/")
            && at > 1
            && tokens.figures(at - 2).is_some_and(|(_, length)| length == 3 || length > 4);
        tokens.joined(at) && (chained || matches!(before, "." | "," | ":" | "$" | "+"))
    }

    /// 20190704, where it is no part of a code.
    fn compact(&self, at: usize, figures: i64) -> Option<Read> {
        let tokens = self.tokens;
        let part = |at: usize| {
            let beyond = tokens.word(at).bytes().next();
            beyond.is_some_and(|byte| byte.is_ascii_alphanumeric() || b"._/#$:=+".contains(&byte))
        };
        let dot = tokens.is(at + 1, &["."]) && !tokens.joined(at + 2);
        let stuck = tokens.joined(at)
            && (part(at.wrapping_sub(1)) || tokens.joined(at - 1) && tokens.is(at - 1, &["-"]))
            || tokens.joined(at + 1) && part(at + 1) && !dot;
        let (year, month, day) = (figures / 10_000, figures / 100 % 100, figures % 100);
        let date = jiff::civil::Date::new(
            i16::try_from(year).ok().filter(|year| !stuck && (1900..2100).contains(year))?,
            i8::try_from(month).ok()?,
            i8::try_from(day).ok()?,
        );
        Some(Read { stretch: Day::from(date.ok()?).into(), end: at + 1 })
    }

    /// Whether what stands around 7/4 makes it a day: a word before, or another of the kind behind.
    fn told_a_day(&self, at: usize, end: usize) -> bool {
        const BEFORE: [&str; 16] = [
            "on", "from", "until", "till", "since", "for", "this", "next", "back", "between", "by",
            "to", "before", "after", "?", "-",
        ];
        let (tokens, before) = (self.tokens, self.tokens.before(at));
        let range = tokens.is(end, &["-", "–"])
            && tokens.joined(end)
            && tokens.figures(end + 1).is_some()
            && tokens.is(end + 2, &["/"]);
        at == 0 || range || before == "(" || weekday(before).is_some() || BEFORE.contains(&before)
    }

    /// Whether a month and a day of the nearest year fall on a weekday: Friday 7-6, but Monday 11-4 are hours.
    fn falls_on(&self, n: Option<i64>, month: i64, day: i64) -> bool {
        let there = || {
            let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
            let day = Day::nearest(month, Some(i8::try_from(day).ok()?), self.today).known()?;
            Some(i64::from(day.weekday().to_monday_zero_offset()))
        };
        n.is_some_and(|n| there() == Some(n))
    }

    /// 7/4 and 22-04, which are more often parts and ranges: where the words around tell that it is a day.
    fn without_year(
        &self,
        at: usize,
        first: i64,
        second: i64,
        mark: &str,
        end: usize,
    ) -> Option<Read> {
        let tokens = self.tokens;
        let (month, day) = if first > 12 { (second, first) } else { (first, second) };
        let before = tokens.before(at);
        let believed = match mark {
            "/" => self.told_a_day(at, end),
            "-" => {
                matches!(before, "on" | "in") && first.max(second) > 12
                    || self.falls_on(weekday(before), month, day)
            }
            _ => weekday(before).is_some(),
        };
        let goes_on = tokens.joined(end)
            && !tokens.is(end, &["-", ",", ".", "?", "!", ")", ";", "~"])
            || tokens.is(end, &["."])
                && tokens.joined(end + 1)
                && tokens.figures(end + 1).is_some();
        if !believed || goes_on {
            return None;
        }
        let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
        let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
        Some(Read { stretch: Day::nearest(month, Some(day), self.today).into(), end })
    }
}
