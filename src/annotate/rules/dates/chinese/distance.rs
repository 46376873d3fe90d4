//! 兩年前, 過去十年, 3天後: days by their distance from the article's day.

use super::super::super::super::line::Line;
use super::super::super::super::value::{Day, Stretch, Unit};
use super::Read;
use super::length::length;
use super::parts::{gap, number, word};

/// 兩年前, 3天後, 過去十年, 未來三個月: a day or stretch that a length of time tells.
pub(super) fn by_length(line: &Line, start: usize, today: Day) -> Option<Read> {
    match longest(line, start, &AHEAD) {
        Some((sign, from)) => from_today(line, start, sign, from, today),
        None => away(line, start, today),
    }
}

/// Words before a length, and whether it lies behind today or before it.
const AHEAD: [(&str, i64); 13] = [
    ("过去", -1),
    ("最近", -1),
    ("近", -1),
    ("之前", -1),
    ("此前", -1),
    ("前", -1),
    ("未来", 1),
    ("今后", 1),
    ("接下来", 1),
    ("接下来的", 1),
    ("过去的", -1),
    ("未来的", 1),
    ("之后", 1),
];

/// Words behind a length, likewise.
const BEHIND: [(&str, i64); 7] =
    [("前", -1), ("以前", -1), ("之前", -1), ("后", 1), ("以后", 1), ("之后", 1), ("以来", -1)];

/// What the longest of these words that stands here says, and where it ends.
fn longest(line: &Line, start: usize, words: &[(&str, i64)]) -> Option<(i64, usize)> {
    let here = words.iter().filter_map(|(name, sign)| Some((*sign, word(line, start, &[name])?.1)));
    here.max_by_key(|(_, end)| *end)
}

/// 過去三年, 未來兩週內: the length at `from`, up to today or from today on.
fn from_today(line: &Line, start: usize, sign: i64, from: usize, today: Day) -> Option<Read> {
    let length = length(line, gap(line, from)).or_else(|| {
        let from = from + 1;
        (line.at(from - 1) == Some('的')).then(|| length(line, from)).flatten()
    })?;
    // 前三天 is as well the first three days.
    let first_days = word(line, start, &["前"]).is_some() && line.before(start).is_some();
    if first_days {
        return None;
    }
    let other = length.value.away(today, sign);
    let stretch =
        other.map(
            |other| {
                if sign < 0 { Stretch::days(other, today) } else { Stretch::days(today, other) }
            },
        );
    let within = word(line, length.end, &["内", "之内", "以内"]).map(|(_, end)| end);
    let end = within.filter(|end| edge_stands(line, *end)).unwrap_or(length.end);
    Some(Read { end, stretch: stretch.unwrap_or_default() })
}

/// 112年前三季: whether quarters or months follow that the year before 前 has.
fn first_of_more(line: &Line, at: usize) -> bool {
    let count = number(line, at).map(|number| number.end);
    let count = count.or_else(|| (line.at(at) == Some('两')).then_some(at + 1));
    count.is_some_and(|end| word(line, end, &["季", "个月"]).is_some())
}

/// 三天前, 兩年後, 三年以來: so far from today.
fn away(line: &Line, start: usize, today: Day) -> Option<Read> {
    let length = length(line, start)?;
    let (sign, end) = longest(line, length.end, &BEHIND)?;
    if !edge_stands(line, end) || line.before(end) == Some('前') && first_of_more(line, end) {
        return None;
    }
    let roughly = length.value.whole().is_some_and(|(unit, _)| unit == Unit::Year);
    let day = length
        .value
        .away(today, sign.signum())
        .map(|day| if roughly { Day { year: day.year, ..Day::default() } } else { day });
    let since = line.before(end) == Some('来');
    let stretch = match day {
        Some(day) if since => Stretch::days(day, today),
        Some(day) => day.into(),
        None => Stretch::default(),
    };
    Some(Read { end, stretch })
}

/// Whether 前, 後, 起 and the like that end here are words of their own, and not the heads of 前往, 後來, 起訴.
pub(super) fn edge_stands(line: &Line, end: usize) -> bool {
    let next = line.at(end);
    let goes_on = |others: &str| next.is_some_and(|c| others.contains(c));
    !match line.before(end) {
        Some('前') => goes_on("往来夕后进途线期景卫锋赴身者提述任总首主副"),
        Some('后') => goes_on("天来续者面方备勤果悔代起期卫门台人"),
        Some('内') => goes_on("容部外政地阁涵心幕陆线科存"),
        Some('起') => goes_on("来飞诉义草点步码源床身火因用"),
        _ => false,
    }
}
