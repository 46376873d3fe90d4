//! 2026年5月20日上午, 20日, 11時20分, 5月20日至22日, and where the words of `relative` join them.

use super::super::super::candidate::{Candidate, Subject};
use super::super::super::line::Line;
use super::super::super::value::{Day, Moment};
use super::parts::{clock, day, month, number, part_of_day, word, year};
use super::relative::relative;
use crate::model::Kind;

/// A date that was read.
#[derive(Clone, Copy)]
pub(super) struct Read {
    pub(super) end: usize,
    pub(super) moment: Moment,
    /// The other end, for words that mean a stretch.
    pub(super) until: Option<Day>,
}

/// Every date and time in Chinese.
pub(super) fn find(line: &Line, today: Day, found: &mut Vec<Candidate>) {
    let mut index = 0;
    while index < line.folded.len() {
        let Some((end, value)) = expression(line, index, today) else {
            index += 1;
            continue;
        };
        let mut candidate = Candidate::new(index..end, Kind::Date, 90, "date");
        if let Some(value) = value {
            candidate = candidate.of(Subject::Value(value));
        }
        found.push(candidate);
        index = end;
    }
}

/// A date or a range of two, and its value.
fn expression(line: &Line, start: usize, today: Day) -> Option<(usize, Option<String>)> {
    let opening = line.at(start)?;
    if !"0123456789〇零一二三四五六七八九十廿卅正民西公昭平令大今明昨前后当同翌次去本上下是即这周星礼晚早凌清中傍午深夜".contains(opening) {
        return None;
    }
    if let Some(range) = bare_range(line, start, today) {
        return Some(range);
    }
    let first = single(line, start, today)?;
    let joined = matches!(line.at(first.end), Some('至' | '到' | '-' | '—' | '–' | '~' | '～'))
        .then(|| single(line, first.end + 1, today))
        .flatten();
    let Some(second) = joined else {
        let value = match first.until {
            Some(until) => interval(first.moment.iso(), until.iso()),
            None => first.moment.iso(),
        };
        return Some((first.end, value));
    };
    let mut last = second.moment;
    last.day = last.day.within(first.moment.day);
    if last.day == Day::default() && last.time.is_some() {
        last.day = first.moment.day;
    }
    Some((second.end, interval(first.moment.iso(), last.iso())))
}

/// 2020至2025年, 20至22日: the first number takes its unit from the second.
fn bare_range(line: &Line, start: usize, today: Day) -> Option<(usize, Option<String>)> {
    let first = number(line, start)?;
    matches!(line.at(first.end), Some('至' | '到' | '-' | '—' | '–' | '~')).then_some(())?;
    let from = first.end + 1;
    if let Some((last, end)) = year(line, from).filter(|_| first.length == 4) {
        return Some((
            end,
            interval(Some(format!("{:04}", first.value)), Some(format!("{last:04}"))),
        ));
    }
    let value = i8::try_from(first.value).ok()?;
    if let Some((last, end, true)) = day(line, from).filter(|_| (1..=31).contains(&value)) {
        let on = |day: i8| Day { year: today.year, month: today.month, day: Some(day) }.iso();
        return Some((end, interval(on(value), on(last))));
    }
    let (last, end) = month(line, from).filter(|_| (1..=12).contains(&value))?;
    let of = |month: i8| Day { year: today.year, month: Some(month), day: None }.iso();
    Some((end, interval(of(value), of(last))))
}

fn interval(from: Option<String>, until: Option<String>) -> Option<String> {
    Some(format!("{}/{}", from?, until?))
}

/// One date, with the time of day that follows it.
fn single(line: &Line, start: usize, today: Day) -> Option<Read> {
    let calendar = relative(line, start, today).or_else(|| printed(line, start, today));
    let from = calendar.map_or(start, |read| weekday_in_brackets(line, read.end));
    let dated = calendar.is_some();
    let gap = usize::from(dated && line.at(from) == Some(' '));
    let part = part_of_day(line, from + gap);
    let last = if dated { line.before(from) } else { None };
    let on_a_day = matches!(last, Some('日' | '号' | '天' | '晚' | '夜' | '早' | '晨'));
    let hour_at = part.map_or(from + gap, |(_, end)| end);
    let time =
        clock(line, hour_at).filter(|(_, _, doubtful)| !doubtful || part.is_some() || on_a_day);
    let mut read = calendar.unwrap_or(Read { end: start, moment: Moment::default(), until: None });
    if let Some(((hour, minute, second), end, _)) = time {
        let evening = part.is_none() && matches!(last, Some('晚' | '夜'));
        let late = (evening || part.is_some_and(|(late, _)| late)) && hour < 12;
        // 午後15時 says the same twice: the clock is what counts.
        let restated = !dated && hour >= 13 && part.is_some();
        if restated {
            return None;
        }
        read.moment.time = Some((if late { hour + 12 } else { hour }, minute, second));
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
    let read =
        |end: usize, day: Day| Some(Read { end, moment: Moment { day, time: None }, until: None });
    let (year_read, from) = match year(line, start) {
        Some((value, end)) => (Some(value), end),
        None => (None, start),
    };
    if let Some((month, end)) = month(line, from) {
        let year = year_read.or(today.year);
        if let Some((day, end, _)) = day(line, end) {
            return read(end, Day { year, month: Some(month), day: Some(day) });
        }
        let end = word(line, end, &["初", "底", "中旬", "上旬", "下旬", "中", "末"])
            .map_or(end, |(_, end)| end);
        return read(end, Day { year, month: Some(month), day: None });
    }
    if let Some(year) = year_read {
        return Some(part_of_year(line, from, year));
    }
    if let Some(decade) = decade(line, start) {
        return Some(decade);
    }
    let (day, end, alone) = day(line, start)?;
    alone.then_some(())?;
    read(end, Day { year: today.year, month: today.month, day: Some(day) })
}

/// What follows a year and belongs to it: 底, 前, 上半年, 第三季度.
pub(super) fn part_of_year(line: &Line, end: usize, year: i16) -> Read {
    const HALVES: [(&str, i8, i8); 10] = [
        ("上半年", 1, 6),
        ("下半年", 7, 12),
        ("第一季度", 1, 3),
        ("第二季度", 4, 6),
        ("第三季度", 7, 9),
        ("第四季度", 10, 12),
        ("首季", 1, 3),
        ("次季", 4, 6),
        ("第三季", 7, 9),
        ("第四季", 10, 12),
    ];
    let of = |month: i8| Day { year: Some(year), month: Some(month), day: None };
    for (name, from, until) in HALVES {
        if let Some((_, end)) = word(line, end, &[name]) {
            return Read {
                end,
                moment: Moment { day: of(from), time: None },
                until: Some(of(until)),
            };
        }
    }
    let whole = Day { year: Some(year), month: None, day: None };
    let end = word(
        line,
        end,
        &[
            "初", "底", "年底", "年初", "末", "中", "中期", "前", "以前", "之前", "春", "夏", "秋",
            "冬", "春天", "夏天", "秋天", "冬天", "春季", "夏季", "秋季", "冬季",
        ],
    )
    .filter(|(edge, after)| *edge != "中" || line.at(*after) != Some('国'))
    .map_or(end, |(_, end)| end);
    Read { end, moment: Moment { day: whole, time: None }, until: None }
}

/// 1990年代, 上世紀九十年代, 21世紀.
fn decade(line: &Line, start: usize) -> Option<Read> {
    let plain = |end: usize| Some(Read { end, moment: Moment::default(), until: None });
    let (century, from) = match word(line, start, &["上世纪", "本世纪"]) {
        Some((_, end)) => (true, end),
        None => number(line, start)
            .and_then(|n| Some((true, word(line, n.end, &["世纪"])?.1)))
            .unwrap_or((false, start)),
    };
    if let Some((_, end)) = number(line, from).and_then(|n| word(line, n.end, &["年代"])) {
        return plain(end);
    }
    century.then(|| {
        plain(
            word(line, from, &["初", "末", "中叶", "下半叶", "上半叶"])
                .map_or(from, |(_, end)| end),
        )
    })?
}
