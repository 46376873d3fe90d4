//! Dates in figures: 2019-07-04, 7/4/2019, 4.7.2019, 12-2015.

use super::super::super::super::value::Day;
use super::names::{month, weekday};
use super::year::full_year;
use super::{Read, Reader};

impl Reader<'_> {
    /// 2019-07-04, 2019/jul/4, 7/4/2019, 4.7.2019, 12-2015.
    pub(super) fn numeric(&self, at: usize) -> Option<Read> {
        let tokens = self.tokens;
        let (first, first_length) = tokens.figures(at)?;
        if first_length == 8 {
            return self.compact(at, first);
        }
        let mark = tokens.word(at + 1);
        let spaced = first_length == 4 && tokens.figures(at + 1).is_some();
        let (second_at, step) = if spaced { (at + 1, 1) } else { (at + 2, 2) };
        if !spaced
            && (!matches!(mark, "-" | "/" | ".")
                || !tokens.joined(at + 1)
                || !tokens.joined(at + 2))
        {
            return None;
        }
        let chained = matches!(tokens.before(at), "-" | "/")
            && at > 1
            && tokens.figures(at - 2).is_some_and(|(_, length)| length == 3 || length > 4);
        if tokens.joined(at)
            && (chained || matches!(tokens.before(at), "." | "," | ":" | "$" | "+"))
        {
            return None;
        }
        let name = month(tokens.word(second_at));
        let (second, second_length) = match name {
            Some(month) => (i64::from(month), 2),
            None => tokens.figures(second_at)?,
        };
        let third_at = second_at + step;
        let third = tokens.figures(third_at).filter(|_| {
            spaced
                || tokens.is(second_at + 1, &[mark])
                    && tokens.joined(second_at + 1)
                    && tokens.joined(third_at)
        });
        let named_last =
            month(tokens.word(third_at)).filter(|_| !spaced && tokens.is(second_at + 1, &[mark]));
        let read = |year: i64, month: i64, day: i64, end: usize| {
            let date = Day {
                year: Some(full_year(year)?),
                month: Some(i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?),
                day: Some(i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?),
            };
            Some(Read { stretch: date.into(), end })
        };
        match (first_length, second_length, third) {
            (4, 1..=2, Some((third, 1..=2))) => read(first, second, third, third_at + 1),
            (4, 1..=2, None) if named_last.is_some() => {
                read(first, named_last?.into(), second, third_at + 1)
            }
            (1..=2, 1..=2, Some((third, 2 | 4))) if !spaced => {
                let (month, day) = if name.is_some() || mark == "." || first > 12 {
                    (second, first)
                } else {
                    (first, second)
                };
                let (month, day) = if month > 12 { (day, month) } else { (month, day) };
                read(third, month, day, third_at + 1)
            }
            (4, 1..=2, None)
                if mark == "-"
                    && name.is_none()
                    && second_length == 2
                    && !tokens.joined(third_at - 1) =>
            {
                let month = i8::try_from(second).ok().filter(|month| (1..=12).contains(month))?;
                let day = Day { year: full_year(first), month: Some(month), day: None };
                Some(Read { stretch: day.into(), end: second_at + 1 })
            }
            (1..=2, 4, None) if !spaced && mark != "." => {
                let month = i8::try_from(first).ok().filter(|month| (1..=12).contains(month))?;
                let day = Day { year: full_year(second), month: Some(month), day: None };
                Some(Read { stretch: day.into(), end: second_at + 1 })
            }
            (1..=2, 1..=2, None) if !spaced && tokens.is(third_at - 1, &[",", "."]) => {
                // 11/12, 2016
                let (year, length) = tokens.figures(third_at)?;
                let (month, day) = if first > 12 { (second, first) } else { (first, second) };
                if length == 4 && tokens.is(third_at - 1, &[","]) {
                    read(year, month, day, third_at + 1)
                } else {
                    self.without_year(at, first, second, mark, second_at + 1)
                }
            }
            (1..=2, 1..=2, None) if !spaced => {
                self.without_year(at, first, second, mark, second_at + 1)
            }
            _ => None,
        }
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
        let cue = weekday(before).is_some()
            || matches!(
                before,
                "on" | "from"
                    | "until"
                    | "till"
                    | "since"
                    | "for"
                    | "this"
                    | "next"
                    | "back"
                    | "between"
                    | "by"
                    | "to"
                    | "before"
                    | "after"
                    | "?"
                    | "-"
                    | "("
            )
            || at == 0
            || tokens.is(end, &["-", "–"])
                && tokens.joined(end)
                && tokens.figures(end + 1).is_some()
                && tokens.is(end + 2, &["/"]);
        let believed = match mark {
            "/" => cue,
            "-" => matches!(before, "on" | "in") && first.max(second) > 12,
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
