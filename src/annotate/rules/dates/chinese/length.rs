//! Lengths of time: 三年半, 8天20小時, 半小時, 3至6個月.

use super::super::super::super::line::Line;
use super::super::super::super::value::{Duration, Unit, decimal};
use super::parts::{gap, word};
use super::range::TO;

const UNITS: [(&str, Unit, i64); 27] = [
    ("日历天", Unit::Day, 1),
    ("个日历天", Unit::Day, 1),
    ("年", Unit::Year, 1),
    ("个年头", Unit::Year, 1),
    ("个月", Unit::Month, 1),
    ("个季度", Unit::Month, 3),
    ("季度", Unit::Month, 3),
    ("个星期", Unit::Week, 1),
    ("星期", Unit::Week, 1),
    ("个礼拜", Unit::Week, 1),
    ("个周", Unit::Week, 1),
    ("周", Unit::Week, 1),
    ("天", Unit::Day, 1),
    ("日", Unit::Day, 1),
    ("个工作天", Unit::Day, 1),
    ("个工作日", Unit::Day, 1),
    ("个交易日", Unit::Day, 1),
    ("小时", Unit::Hour, 1),
    ("个小时", Unit::Hour, 1),
    ("个钟头", Unit::Hour, 1),
    ("钟头", Unit::Hour, 1),
    ("分钟", Unit::Minute, 1),
    ("刻钟", Unit::Minute, 15),
    ("个刻钟", Unit::Minute, 15),
    ("秒钟", Unit::Second, 1),
    ("秒", Unit::Second, 1),
    ("世纪", Unit::Year, 100),
];

/// What 個半 and 個多 may stand before, without the 個.
const BEHIND_HALF: [(&str, Unit, i64); 7] = [
    ("月", Unit::Month, 1),
    ("季度", Unit::Month, 3),
    ("星期", Unit::Week, 1),
    ("礼拜", Unit::Week, 1),
    ("小时", Unit::Hour, 1),
    ("钟头", Unit::Hour, 1),
    ("世纪", Unit::Year, 100),
];

/// A length of time that was read.
pub(in super::super::super) struct Length {
    pub(in super::super::super) value: Duration,
    pub(in super::super::super) end: usize,
    /// 一年, 兩天: so plain that no reader would mark it.
    pub(in super::super::super) plain: bool,
}

/// How many characters are a number here: 2.5, 35,000, 2000萬, 十二.
fn number_length(line: &Line, start: usize) -> usize {
    let run = |from: usize, test: fn(char) -> bool| {
        line.folded.iter().skip(from).take(13).take_while(|c| test(**c)).count()
    };
    let figures = run(start, |c| c.is_ascii_digit() || matches!(c, '.' | ','));
    if !line.at(start).is_some_and(|c| c.is_ascii_digit()) {
        return run(start, |c| "〇零○一二三四五六七八九十百千万亿两俩廿".contains(c));
    }
    // A comma groups three figures, or it is no part of the number.
    let text = line.folded(start, start + figures);
    let grouped = text
        .split(',')
        .skip(1)
        .all(|group| group.split('.').next().is_some_and(|whole| whole.len() == 3));
    if !grouped {
        return text.find(',').unwrap_or(figures);
    }
    figures + run(start + figures, |c| "千万亿".contains(c))
}

/// How many, in hundredths, and where that ends: 三, 2.5, 半, 十多.
fn count(line: &Line, start: usize) -> Option<(i64, usize)> {
    if line.at(start) == Some('半') {
        let half = !line.before(start).is_some_and(|c| "上下前后多大小对一".contains(c));
        return half.then_some((50, start + 1));
    }
    let length = number_length(line, start);
    if !(1..=12).contains(&length) {
        return None;
    }
    let value = decimal(line.folded(start, start + length))?;
    let (whole, part) = value.split_once('.').unwrap_or((&value, ""));
    let part: String = part.chars().chain("00".chars()).take(2).collect();
    let hundredths =
        whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part.parse().ok()?)?;
    let end = start + length;
    let more = usize::from(
        matches!(line.at(end), Some('多' | '几' | '余')) && line.at(end + 1) != Some('年')
            || matches!(line.at(end), Some('多' | '余')),
    );
    Some((hundredths, end + more))
}

/// Whether a number that begins here goes on from what stands in front: a place in a row, or figures of the same number.
fn goes_on(line: &Line, start: usize) -> bool {
    line.at(start).is_some_and(|c| c.is_ascii_digit())
        && (line.inside_number(start) || line.before(start).is_some_and(|c| c.is_ascii_digit()))
        || line.before(start).is_some_and(|c| "第〇零一二三四五六七八九十百千万两几每".contains(c))
}

/// 3至6個月, 13天—8周: where a length ends that lies between two.
pub(super) fn between_lengths(line: &Line, start: usize) -> Option<usize> {
    if goes_on(line, start) {
        return None;
    }
    let (least, end) = count(line, start)?;
    let first = one(line, start, false);
    let joint = gap(line, first.map_or(end, |(.., end)| end));
    line.at(joint).filter(|c| TO.contains(c))?;
    // A dash in Chinese is as wide as two characters.
    let wide = usize::from(line.at(joint) == Some('—') && line.at(joint + 1) == Some('—'));
    let to = gap(line, joint + wide + 1);
    let (unit, most, end) = one(line, to, false)?;
    let years = |hundredths: i64| unit == Unit::Year && hundredths >= 100_000;
    let grows = first.is_some() || least < most;
    (grows && !years(least) && !years(most)).then_some(end)
}

/// A length of time in one or more units.
pub(in super::super::super) fn length(line: &Line, start: usize) -> Option<Length> {
    if goes_on(line, start) {
        return None;
    }
    let mut parts: Vec<(Unit, i64)> = Vec::new();
    let mut end = start;
    while parts.len() < 7 {
        let from = if parts.is_empty() {
            end
        } else {
            word(line, end, &["又", "零", "余", "多", "加", "和"]).map_or(end, |(_, end)| end)
        };
        let Some((unit, hundredths, next)) = one(line, from, !parts.is_empty()) else { break };
        if parts.iter().any(|(other, _)| *other == unit) {
            break;
        }
        parts.push((unit, hundredths));
        end = next;
    }
    let (unit, hundredths) = *parts.first()?;
    // 07年 is 2007.
    let nought = unit == Unit::Year
        && matches!(line.at(start), Some('0' | '零' | '〇'))
        && line.at(start + 1) != Some('.');
    if nought {
        return None;
    }
    let calendar = parts.len() == 1
        && match unit {
            Unit::Year => is_year(line, end, hundredths),
            _ => line.before(end) == Some('日') && day_of_a_month(line, start, end, hundredths),
        };
    let plain = parts.len() == 1
        && !line.at(start).is_some_and(|c| c.is_ascii_digit() || c == '半')
        && matches!(hundredths, 100 | 200);
    let end = behind(line, start, end);
    let value = Duration(parts.into_iter().map(|(unit, h)| (unit, printed(h))).collect());
    (!calendar).then_some(Length { value, end, plain })
}

/// Hundredths as a plain decimal.
fn printed(hundredths: i64) -> String {
    match hundredths % 100 {
        0 => (hundredths / 100).to_string(),
        part => format!("{}.{part:02}", hundredths / 100).trim_end_matches('0').to_owned(),
    }
}

/// Whether 年 counts no years here: 2026年, 50年代, 15年5月.
fn is_year(line: &Line, end: usize, hundredths: i64) -> bool {
    let behind = line.at(end);
    hundredths >= 100_000
        || hundredths % 100 == 0 && matches!(behind, Some('代' | '级' | '度' | '月' | '底' | '初'))
        || line.before(end) == Some('年') && behind.is_some_and(|c| c.is_ascii_digit())
}

/// Whether 日 counts no days here: 20日, but 90日, 兩日 and 十個交易日.
fn day_of_a_month(line: &Line, start: usize, end: usize, hundredths: i64) -> bool {
    let working = matches!(line.before(end - 1), Some('易' | '作'));
    !working && hundredths <= 3100 && line.at(start) != Some('两')
}

/// Where a length ends with the words behind it that belong to it: 三年多, 三天三夜, 三個月大.
fn behind(line: &Line, start: usize, end: usize) -> usize {
    let next = line.at(end + 1);
    let among = |list: &str| next.is_some_and(|c| list.contains(c));
    match line.at(end) {
        Some('多') if !among("次元数样项个名人家处方边国位地达于种少久款云") => {
            end + 1
        }
        Some('大') if next.is_none() || among("的,.，。、;；)）!！?？婴孩小女男时就已仍了") => {
            end + 1
        }
        Some(count) if next == Some('夜') && line.at(start) == Some(count) && end == start + 2 => {
            end + 2
        }
        _ => end,
    }
}

/// A unit behind 個半, which adds a half, or 個多; or behind the half of 一分半鐘.
fn behind_half(line: &Line, at: usize) -> Option<(Unit, i64, i64, usize)> {
    if let Some((_, end)) = word(line, at, &["分半钟"]) {
        return Some((Unit::Minute, 1, 50, end));
    }
    let (which, from) = word(line, at, &["个半", "个多", "多个", "个余"])?;
    BEHIND_HALF.iter().find_map(|(name, unit, many)| {
        let (_, end) = word(line, from, &[name])?;
        Some((*unit, *many, if which == "个半" { 50 } else { 0 }, end))
    })
}

fn one(line: &Line, start: usize, follows: bool) -> Option<(Unit, i64, usize)> {
    let (mut hundredths, end) = count(line, start)?;
    let at = gap(line, end);
    if let Some((unit, many, more, end)) = behind_half(line, at) {
        return Some((unit, (hundredths + more).checked_mul(many)?, end));
    }
    let (name, unit, many, mut end) = UNITS
        .iter()
        .filter_map(|(name, unit, many)| Some((*name, *unit, *many, word(line, at, &[name])?.1)))
        .max_by_key(|(.., end)| *end)
        .or_else(|| {
            // 20時, 50分 behind a longer unit.
            let (unit, end) = match line.at(at)? {
                '时' if follows => (Unit::Hour, at + 1),
                '分' if follows => (Unit::Minute, at + 1),
                _ => return None,
            };
            Some(("", unit, 1, end))
        })?;
    // 三周年 is an anniversary, 一周一次 and 周三 are other words, 半天 is mostly no half of a day.
    let other = name == "周"
        && line.at(end).is_some_and(|c| "年一二三四五六日岁刊报边围密末".contains(c))
        || matches!(name, "年" | "天")
            && line.at(end).is_some_and(|c| "年级生才空气下堂".contains(c))
        || name == "日"
            && (matches!(line.at(end), Some('元' | '圆' | '本'))
                || !follows && day_of_a_month(line, start, end, hundredths))
        || name == "世纪";
    if other {
        return None;
    }
    if line.at(end) == Some('半') && hundredths % 100 == 0 {
        hundredths += 50;
        end += 1;
    }
    Some((unit, hundredths.checked_mul(many)?, end))
}
