//! 2026年5月20日上午, 20日, 11時20分, 5月20日至22日, 自2016年起, and where the words of `relative` join them.

mod length;
mod parts;
mod pieces;
mod relative;

use super::super::super::candidate::{Candidate, Subject};
use super::super::super::line::Line;
use super::super::super::value::{Day, Moment, Stretch};
use crate::model::Kind;
use length::{by_length, edge_stands, length};
use parts::{bare_day, clock, day, gap, month, number, part_of_day, word, year};
use pieces::{decade, part_of_year, piece_of};
use relative::relative;

/// A date that was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    pub(super) end: usize,
    pub(super) stretch: Stretch,
}

impl Read {
    fn day(end: usize, day: Day) -> Self {
        Self { end, stretch: day.into() }
    }
}

/// What joins two ends.
const TO: [char; 8] = ['至', '到', '-', '—', '–', '~', '～', '－'];

/// Every date, time and length of time in Chinese.
pub(super) fn find(line: &Line, today: Day, found: &mut Vec<Candidate>) {
    let mut index = 0;
    while index < line.folded.len() {
        let Some((kind, end, value)) = expression(line, index, today) else {
            index += 1;
            continue;
        };
        let rule = if kind == Kind::Date { "date" } else { "length of time" };
        let score = if kind == Kind::Date { 90 } else { 71 };
        let mut candidate = Candidate::new(index..end, kind, score, rule);
        if let Some(value) = value {
            candidate = candidate.of(Subject::Value(value));
        }
        found.push(candidate);
        index = end;
    }
}

/// What begins at an index: its kind, where it ends, its value.
fn expression(line: &Line, start: usize, today: Day) -> Option<(Kind, usize, Option<String>)> {
    const OPENING: &str = "0123456789〇零一二三四五六七八九十廿卅两半正民西公昭平令大明万历贞观神龙开元天宝洪武建文永乐统成化弘治嘉靖崇祯顺康熙雍乾隆庆道光咸丰同绪今昨前后当翌次去本上下是即这周星礼晚早凌清中傍午深夜从自每约过最近未还之此农阴";
    let opening = line.at(start)?;
    if !OPENING.contains(opening) {
        return None;
    }
    if let Some((end, value)) = repeated(line, start, today) {
        return Some((Kind::Date, end, value));
    }
    let date = bounded(line, start, today);
    let length = length(line, start).filter(|length| !length.plain);
    match (date, length) {
        (Some(read), length) if length.as_ref().is_none_or(|length| read.end >= length.end) => {
            Some((Kind::Date, read.end, read.stretch.iso()))
        }
        (_, Some(length)) => Some((Kind::Quantity, length.end, Some(length.value.iso()))),
        _ => None,
    }
}

/// 自2016年起, 2015年前, 5月1日或之後, or a stretch without such words.
fn bounded(line: &Line, start: usize, today: Day) -> Option<Read> {
    const BEHIND: [(&str, bool); 19] = [
        ("以前", false),
        ("之前", false),
        ("前", false),
        ("或之前", false),
        ("或以前", false),
        ("及以前", false),
        ("及之前", false),
        ("以后", true),
        ("之后", true),
        ("后", true),
        ("或之后", true),
        ("或以后", true),
        ("及以后", true),
        ("及之后", true),
        ("起", true),
        ("以来", true),
        ("至今", true),
        ("开始", true),
        ("迄今", true),
    ];
    let prefix = word(line, start, &["自从", "从", "自"]);
    let from = prefix.map_or(start, |(_, end)| gap(line, end));
    let read = stretch(line, from, today)?;
    let at = gap(line, read.end);
    let behind = BEHIND
        .iter()
        .filter_map(|(name, since)| Some((*since, word(line, at, &[name])?.1)))
        .max_by_key(|(_, end)| *end);
    // 昨日下午3時開始 says what begins.
    let verb = |end: usize| line.before(end) == Some('始') && prefix.is_none();
    let behind = behind.filter(|(_, end)| edge_stands(line, *end) && !verb(*end));
    let pair = matches!(read.stretch, Stretch::Between(..)) && read.end > from;
    match behind {
        Some((true, end))
            if prefix.is_none_or(|(word, _)| word != "从" || line.before(end) == Some('始')) =>
        {
            Some(Read { end, stretch: Stretch::Since(read.stretch.first()) })
        }
        Some((false, end)) if prefix.is_none() => {
            Some(Read { end, stretch: Stretch::Until(read.stretch.last()) })
        }
        _ => match prefix {
            None => Some(read),
            Some(("自从", _)) => {
                Some(Read { stretch: Stretch::Since(read.stretch.first()), ..read })
            }
            // 從 belongs to a stretch with two ends, and to 開始.
            Some(("从", _)) if pair => Some(read),
            Some(_) => None,
        },
    }
}

/// A date or a range of two.
fn stretch(line: &Line, start: usize, today: Day) -> Option<Read> {
    if let Some(range) = bare_range(line, start, today) {
        return Some(range);
    }
    let first = single(line, start, today)?;
    let at = gap(line, first.end);
    let joined = line.at(at).filter(|c| TO.contains(c));
    let second = joined.and_then(|_| {
        single(line, gap(line, at + 1), today)
            .or_else(|| end_of_range(line, gap(line, at + 1), first))
    });
    let Some(second) = second.filter(|_| !matches!(first.stretch, Stretch::Between(..))) else {
        return Some(first);
    };
    let from = first.stretch.first();
    let mut last = second.stretch.last();
    if last.day == Day::default() && last.time.is_some() {
        last.day = from.day;
        return Some(Read { end: second.end, stretch: Stretch::Between(from, last) });
    }
    let said = year(line, gap(line, at + 1)).is_some() || last.day.year != today.year;
    if !said {
        last.day.year = from.day.year;
        if last.day < from.day && year(line, start).is_none() {
            last.day.year = from.day.year.map(|year| year.saturating_add(1));
        }
    }
    last.day = last.day.within(from.day);
    // 5月20日至22日: the month of the first.
    if number(line, gap(line, at + 1))
        .is_some_and(|n| matches!(line.at(gap(line, n.end)), Some('日' | '号')))
    {
        last.day.month = from.day.month;
        last.day.year = from.day.year;
    }
    Some(Read { end: second.end, stretch: Stretch::Between(from, last) })
}

/// 八月十日到十二 has no 日, 早上五到六點 no 點 in the first: what ends a range by its first end's unit.
fn end_of_range(line: &Line, start: usize, first: Read) -> Option<Read> {
    if let (Some((hour, ..)), Some((mut time, end, _))) =
        (first.stretch.first().time, clock(line, start))
    {
        if hour >= 12 && time.0 < 12 {
            time.0 += 12;
        }
        return Some(Read {
            end,
            stretch: Stretch::At(Moment { day: Day::default(), time: Some(time) }),
        });
    }
    let (day, end, _) =
        bare_day(line, start).filter(|_| first.stretch.first().day.day.is_some())?;
    Some(Read::day(end, Day { day: Some(day), ..first.stretch.first().day }))
}

/// 2020至2025年, 20至22日, 一月19到20日: the first number takes its unit from the second.
fn bare_range(line: &Line, start: usize, today: Day) -> Option<Read> {
    let (month_read, from) =
        month(line, start).map_or((None, start), |(month, end)| (Some(month), gap(line, end)));
    let part = part_of_day(line, from);
    let first = number(line, part.map_or(from, |(_, end)| end))?;
    let joint = gap(line, first.end);
    line.at(joint).filter(|c| TO.contains(c))?;
    let to = gap(line, joint + 1);
    let range =
        |end: usize, first: Day, last: Day| Some(Read { end, stretch: Stretch::days(first, last) });
    if let Some((last, end)) = year(line, to).filter(|_| first.length == 4 && month_read.is_none())
    {
        let of = |year: i16| Day { year: Some(year), ..Day::default() };
        return range(end, of(first.value), of(last));
    }
    let value = i8::try_from(first.value).ok()?;
    if let Some(((hour, minute, second), end, doubtful)) =
        clock(line, to).filter(|_| value < 25 && month_read.is_none())
    {
        // Without a part of the day it is a score or a ratio.
        let (late, _) = part.filter(|_| doubtful || minute.is_none() || minute == Some(0))?;
        let at = |hour: i8| if late && hour < 12 { hour + 12 } else { hour };
        let moment = |hour, minute, second| Moment {
            day: Day::default(),
            time: Some((at(hour), minute, second)),
        };
        return Some(Read {
            end,
            stretch: Stretch::Between(moment(value, None, None), moment(hour, minute, second)),
        });
    }
    if part.is_some() {
        return None;
    }
    if let Some((last, end, true)) = day(line, to).filter(|_| (1..=31).contains(&value)) {
        let on = |day: i8| match month_read {
            Some(month) => Day::nearest(month, Some(day), today),
            None => Day { year: today.year, month: today.month, day: Some(day) },
        };
        return range(end, on(value), on(last));
    }
    let (last, end) =
        month(line, to).filter(|_| (1..=12).contains(&value) && month_read.is_none())?;
    let of = |month: i8| Day { year: today.year, month: Some(month), day: None };
    range(end, of(value), of(last))
}

/// One date, with the time of day that follows it.
fn single(line: &Line, start: usize, today: Day) -> Option<Read> {
    let about = word(line, start, &["大约", "约", "大概", "约莫"]);
    if let Some((_, end)) = about {
        return timed(line, end, today, true).filter(|read| read.stretch.first().time.is_some());
    }
    timed(line, start, today, false)
}

/// The same, where `sure` says that a time is expected.
fn timed(line: &Line, start: usize, today: Day, sure: bool) -> Option<Read> {
    let calendar = by_length(line, start, today)
        .or_else(|| relative(line, start, today))
        .or_else(|| printed(line, start, today))
        .map(|read| piece_of(line, read));
    let from = calendar.map_or(start, |read| weekday_in_brackets(line, read.end));
    let dated = calendar.is_some();
    let gap = usize::from(dated && line.at(from) == Some(' '));
    let part = part_of_day(line, from + gap);
    let last = if dated { line.before(from) } else { None };
    let on_a_day = matches!(last, Some('日' | '号' | '天' | '晚' | '夜' | '早' | '晨'))
        || matches!(last, Some('一' | '二' | '三' | '四' | '五' | '六'));
    let hour_at = part.map_or(from + gap, |(_, end)| end);
    let time = clock(line, hour_at)
        .filter(|(_, _, doubtful)| !doubtful || sure || part.is_some() || on_a_day);
    let mut read = calendar.unwrap_or(Read { end: start, stretch: Stretch::default() });
    if let Some(((hour, minute, second), end, _)) = time {
        let evening = part.is_none() && matches!(last, Some('晚' | '夜'));
        let late = (evening || part.is_some_and(|(late, _)| late)) && hour < 12;
        // 午後15時 says the same twice: the clock is what counts.
        let restated = !dated && hour >= 13 && part.is_some();
        if restated {
            return None;
        }
        let hour = if late { hour + 12 } else { hour };
        let day = read.stretch.first().day;
        read.stretch = Stretch::At(Moment { day, time: Some((hour, minute, second)) });
        read.end = end;
    } else if dated {
        read.end = part.map_or(from, |(_, end)| end);
    } else {
        return None;
    }
    Some(read)
}

/// （星期三） after a date belongs to it.
fn weekday_in_brackets(line: &Line, end: usize) -> usize {
    let open = usize::from(line.at(end) == Some('('));
    let Some((_, after)) = word(line, end + open, &["星期", "周", "礼拜"]) else { return end };
    let weekday = line.at(after).is_some_and(|c| "一二三四五六日天".contains(c));
    match (weekday, open) {
        (true, 0) => after + 1,
        (true, _) if line.at(after + 1) == Some(')') => after + 2,
        _ => end,
    }
}

/// A year, a month or a day in figures.
fn printed(line: &Line, start: usize, today: Day) -> Option<Read> {
    let moon = word(line, start, &["农历", "阴历"]).map_or(start, |(_, end)| end);
    let (year_read, from) = match year(line, moon) {
        Some((value, end)) => (Some(value), end),
        None => (None, moon),
    };
    let after = gap(line, from);
    let new_year = word(line, from, &["大年"]).and_then(|(_, end)| bare_day(line, end));
    if let Some((_, end, _)) = new_year {
        return Some(Read { end, stretch: Stretch::default() });
    }
    if let Some((month, end)) = month(line, after) {
        let on = |day: Option<i8>| match year_read {
            Some(year) => Day { year: Some(year), month: Some(month), day },
            None => Day::nearest(month, day, today),
        };
        if let Some((day, end, _)) = day(line, gap(line, end)) {
            return Some(Read::day(end, on(Some(day))));
        }
        if let Some((day, end, lunar)) = bare_day(line, end) {
            // A day of the moon's calendar falls on another of ours.
            let moons = lunar || moon > start || line.at(after) == Some('正');
            return Some(if moons {
                Read { end, stretch: Stretch::default() }
            } else {
                Read::day(end, on(Some(day)))
            });
        }
        let part = word(line, end, &["初", "底", "中旬", "上旬", "下旬", "中", "末"]);
        let (name, end) = part.unwrap_or(("", end));
        let month = on(None);
        let days = match name {
            "上旬" => Some((1, 10)),
            "中旬" => Some((11, 20)),
            "下旬" => month.end().and_then(|end| Some((21, end.day?))),
            _ => None,
        };
        let stretch = days.map_or_else(
            || month.into(),
            |(first, last)| {
                let day = |day| Day { day: Some(day), ..month };
                Stretch::days(day(first), day(last))
            },
        );
        return (moon == start).then_some(Read { end, stretch });
    }
    if moon > start {
        return None;
    }
    if let Some(read) = numeric(line, start) {
        return Some(read);
    }
    if let Some(year) = year_read {
        return Some(part_of_year(line, from, year));
    }
    if let Some(decade) = decade(line, start, today) {
        return Some(decade);
    }
    let (day, end, alone) = day(line, start)?;
    alone.then_some(())?;
    Some(Read::day(end, today.nearest_day(day)))
}

/// 2010-01-10, 2010/1/10, 2010.01.10.
fn numeric(line: &Line, start: usize) -> Option<Read> {
    let year = number(line, start).filter(|n| n.figures && n.length == 4)?;
    let mark = line.at(year.end).filter(|c| matches!(c, '-' | '/' | '.'))?;
    let month = number(line, year.end + 1)
        .filter(|n| n.figures && n.length <= 2 && (1..=12).contains(&n.value))?;
    let digits = |from: usize| {
        line.folded.iter().skip(from).take(3).take_while(|c| c.is_ascii_digit()).count()
    };
    let day_at = (line.at(month.end) == Some(mark)).then_some(month.end + 1)?;
    let end = day_at + digits(day_at);
    let day: i8 = line.folded(day_at, end).parse().ok().filter(|day| (1..=31).contains(day))?;
    let goes_on = line.at(end) == Some(mark)
        && line.at(end + 1).is_some_and(|c| c.is_ascii_digit())
        && mark == '.';
    (!goes_on).then_some(Read::day(
        end,
        Day { year: Some(year.value), month: i8::try_from(month.value).ok(), day: Some(day) },
    ))
}

/// 每日, 每周一下午八點, 每兩年: what comes again, and how often where that is a length of time.
fn repeated(line: &Line, start: usize, today: Day) -> Option<(usize, Option<String>)> {
    const EVERY: [(&str, &str); 17] = [
        ("每日", "P1D"),
        ("每天", "P1D"),
        ("每周", "P1W"),
        ("每星期", "P1W"),
        ("每个星期", "P1W"),
        ("每礼拜", "P1W"),
        ("每月", "P1M"),
        ("每个月", "P1M"),
        ("每季", "P3M"),
        ("每季度", "P3M"),
        ("每个季度", "P3M"),
        ("每年", "P1Y"),
        ("每小时", "PT1H"),
        ("每个小时", "PT1H"),
        ("每分钟", "PT1M"),
        ("每晚", "P1D"),
        ("每早", "P1D"),
    ];
    let (_, from) = word(line, start, &["每"])?;
    if let Some((_, after)) = word(line, from, &["星期", "周", "礼拜"])
        && line.at(after).is_some_and(|c| "一二三四五六日天".contains(c))
    {
        let time =
            timed(line, after + 1, today, true).filter(|read| read.stretch.first().time.is_some());
        return Some((time.map_or(after + 1, |read| read.end), None));
    }
    let named =
        EVERY.iter().filter_map(|(name, value)| Some((*value, word(line, start, &[name])?.1)));
    let (value, end) = named.max_by_key(|(_, end)| *end)?;
    let timed = timed(line, end, today, false).filter(|read| read.stretch.first().time.is_some());
    Some((timed.map_or(end, |read| read.end), Some(value.to_owned())))
}
