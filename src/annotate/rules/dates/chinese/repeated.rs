//! 每日, 每兩年: what comes again.

use super::super::super::super::line::Line;
use super::super::super::super::value::Day;
use super::moment::timed;
use super::parts::{day, month, word};
use super::range::TO;

/// 每日, 每周一下午八點, 每兩年: what comes again, and how often where that is a length of time.
pub(super) fn repeated(line: &Line, start: usize, today: Day) -> Option<(usize, Option<String>)> {
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
    // 每年三月, 每月15日; but 每年 6月至7月.
    let longer = match value {
        "P1Y" => {
            month(line, end).map_or(end, |(_, end)| day(line, end).map_or(end, |(_, end, _)| end))
        }
        "P1M" => day(line, end).map_or(end, |(_, end, _)| end),
        _ => end,
    };
    let to = line.at(longer).is_some_and(|c| TO.contains(&c));
    let end = if to { end } else { longer };
    let timed = timed(line, end, today, false).filter(|read| read.stretch.first().time.is_some());
    Some((timed.map_or(end, |read| read.end), Some(value.to_owned())))
}
