//! 2026年5月20日, 五月中旬, 2010-01-10: years, months and days as they are written.

use super::super::super::super::line::{Line, is_han};
use super::super::super::super::value::{Day, Stretch};
use super::Read;
use super::moon::moon_day;
use super::parts::{bare_day, day, gap, month, number, word, year};
use super::pieces::{decade, part_of_month, part_of_year};

/// A year, a month or a day in figures.
pub(super) fn printed(line: &Line, start: usize, today: Day) -> Option<Read> {
    // 西元前221年 has no value.
    if let Some((_, at)) = word(line, start, &["西元前", "公元前"]) {
        let number = number(line, gap(line, at))?;
        let (_, end) = word(line, gap(line, number.end), &["年", "世纪"])?;
        return Some(Read { end, stretch: Stretch::default() });
    }
    let (year_read, from) = match year(line, start) {
        Some((value, end)) => (Some(value), end),
        None => (None, start),
    };
    let after = if from > start { gap(line, from) } else { start };
    if let Some(read) = moon_day(line, after, year_read, today) {
        return Some(read);
    }
    if let Some((month, end)) = month(line, after) {
        let on = |day: Option<i8>| match year_read {
            Some(year) => Day { year: Some(year), month: Some(month), day },
            None => Day::nearest(month, day, today),
        };
        if let Some((day, end, _)) = day(line, gap(line, end)) {
            return Some(Read::day(end, on(Some(day))));
        }
        if let Some((day, end, _)) = bare_day(line, end) {
            return Some(Read::day(end, on(Some(day))));
        }
        return Some(part_of_month(line, end, on(None)));
    }
    if let Some(read) = numeric(line, start) {
        return Some(read);
    }
    if let Some(decade) = decade(line, start, today) {
        return Some(decade);
    }
    if let Some(year) = year_read {
        return Some(part_of_year(line, from, year));
    }
    let (day, end, alone) = day(line, start)?;
    alone.then_some(())?;
    Some(Read::day(end, today.nearest_day(day)))
}

/// 2010-01-10, 2010/1/10, 2010.01.10, and 110.01.10 by the years of the Republic.
fn numeric(line: &Line, start: usize) -> Option<Read> {
    let year = number(line, start).filter(|n| n.figures && matches!(n.length, 3 | 4))?;
    let mark = line.at(year.end).filter(|c| matches!(c, '-' | '/' | '.'))?;
    let part = |from: usize, most: i8| {
        let figures = line.folded.iter().skip(from).take(3).take_while(|c| c.is_ascii_digit());
        let end = from + figures.count();
        let value: i8 = line.folded(from, end).parse().ok()?;
        (1..=most).contains(&value).then_some((value, end))
    };
    let (month, end) = part(year.end + 1, 12)?;
    let (day, end) = (line.at(end) == Some(mark)).then(|| part(end + 1, 31)).flatten()?;
    let goes_on = line.at(end) == Some(mark)
        && line.at(end + 1).is_some_and(|c| c.is_ascii_digit())
        && mark == '.';
    // 110.12.31 among Chinese, but a version among English.
    let republic = year.length == 3;
    let near = line.folded.get(start.saturating_sub(8)..(end + 8).min(line.folded.len()));
    let chinese = || near.is_some_and(|near| near.iter().any(|c| is_han(*c)));
    if goes_on || republic && !((90..150).contains(&year.value) && chinese()) {
        return None;
    }
    let year = year.value + if republic { 1911 } else { 0 };
    Some(Read::day(end, Day { year: Some(year), month: Some(month), day: Some(day) }))
}
