//! 農曆八月十五, 正月初三, 大年初一, 閏四月: days and months of the Chinese calendar.

use super::super::super::super::line::Line;
use super::super::super::super::value::{Day, Moon, Stretch, by_the_moon, month_of_the_moon};
use super::Read;
use super::parts::{bare_day, day, gap, number, word, year};

/// A day or a month that is plainly one of the Chinese calendar, in a year that was read already or is read here.
pub(super) fn moon_day(
    line: &Line,
    start: usize,
    year_read: Option<i16>,
    today: Day,
) -> Option<Read> {
    let (before, from) = prefix(line, start);
    // What is no such day is told at once.
    if !before
        && !line.at(from).is_some_and(|c| "0123456789〇零一二三四五六七八九十正腊闰大".contains(c))
    {
        return None;
    }
    // 農曆2021年八月, and 2021年農曆八月, whose year was read.
    let (year_read, from) =
        match before.then(|| year(line, from)).flatten().filter(|_| year_read.is_none()) {
            Some((year, end)) => (Some(year), gap(line, end)),
            None => (year_read, from),
        };
    let on = |moon: Moon, day: i8| in_year(year_read, today, |year| by_the_moon(year, moon, day));
    if let Some((_, at)) = word(line, from, &["大年"]) {
        let (day, end, first) = bare_day(line, at).filter(|(day, ..)| *day <= 30)?;
        let moon = Moon { month: 1, leap: false };
        // 大年三十 is the eve, whatever its number.
        let eve = || on(moon, 1)?.plus_days(-1);
        let day = if first { on(moon, day) } else { eve() };
        return Some(Read::day(end, day.unwrap_or_default()));
    }
    let (moon, end, named) = month_of(line, from)?;
    let said = before || named || moon.leap;
    if let Some((day, day_end, _)) = day(line, end).filter(|_| said) {
        return Some(Read::day(day_end, on(moon, day).unwrap_or_default()));
    }
    if let Some((day, day_end, first)) = bare_day(line, end) {
        let lunar = said || first || line.at(end) == Some('廿');
        return lunar.then(|| Read::day(day_end, on(moon, day).unwrap_or_default()));
    }
    let month = year_read.or(today.year).and_then(|year| month_of_the_moon(year, moon));
    let stretch = month.map_or_else(Stretch::default, |(first, last)| Stretch::days(first, last));
    said.then_some(Read { end, stretch })
}

/// 農曆: whether it stands here, and where what follows begins.
fn prefix(line: &Line, start: usize) -> (bool, usize) {
    let opens = line.at(start).is_some_and(|c| "农阴旧".contains(c));
    let found = opens.then(|| word(line, start, &["农历", "阴历", "旧历"])).flatten();
    found.map_or((false, start), |(_, end)| (true, gap(line, end)))
}

/// 正月, 臘月, 閏四月, 八月: the month, where it ends, and whether it has a name and no number.
fn month_of(line: &Line, start: usize) -> Option<(Moon, usize, bool)> {
    let leap = line.at(start) == Some('闰');
    let from = start + usize::from(leap);
    if let Some((name, end)) = word(line, from, &["正月", "腊月"]) {
        return Some((Moon { month: if name == "正月" { 1 } else { 12 }, leap }, end, true));
    }
    let number = number(line, from)?;
    let month = i8::try_from(number.value).ok().filter(|month| (1..=12).contains(month))?;
    (line.at(number.end) == Some('月')).then_some((Moon { month, leap }, number.end + 1, false))
}

/// A day in the year that was read, or in the one that brings it nearest.
fn in_year(year: Option<i16>, today: Day, day: impl Fn(i16) -> Option<Day>) -> Option<Day> {
    if let Some(year) = year {
        return day(year);
    }
    let (year, here) = (today.year?, today.known());
    let distance = |there: &Day| Some(here?.until(there.known()?).ok()?.get_days().abs());
    let near = here.map_or(0, |_| 1);
    (year - near..=year + near).filter_map(day).min_by_key(distance)
}
