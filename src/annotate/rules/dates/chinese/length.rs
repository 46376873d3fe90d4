//! Lengths of time: 三年半, 8天20小時, 半小時; and what they say of a day: 兩年前, 過去十年, 3天後.

use super::super::super::super::line::Line;
use super::super::super::super::value::{Day, Duration, Stretch, Unit, decimal};
use super::Read;
use super::parts::{gap, word};

const UNITS: [(&str, Unit, i64); 22] = [
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
    ("小时", Unit::Hour, 1),
    ("个小时", Unit::Hour, 1),
    ("个钟头", Unit::Hour, 1),
    ("钟头", Unit::Hour, 1),
    ("分钟", Unit::Minute, 1),
    ("秒钟", Unit::Second, 1),
    ("秒", Unit::Second, 1),
    ("世纪", Unit::Year, 100),
];

/// A length of time that was read.
pub(in super::super::super) struct Length {
    pub(in super::super::super) value: Duration,
    pub(in super::super::super) end: usize,
    /// 一年, 兩天: so plain that no reader would mark it.
    pub(in super::super::super) plain: bool,
}

/// How many, in hundredths, and where that ends: 三, 2.5, 半, 十多.
fn count(line: &Line, start: usize) -> Option<(i64, usize)> {
    if line.at(start) == Some('半') {
        let half = !line.before(start).is_some_and(|c| "上下前后多大小对一".contains(c));
        return half.then_some((50, start + 1));
    }
    let figures = line.at(start).is_some_and(|c| c.is_ascii_digit());
    let test = |c: char| {
        if figures {
            c.is_ascii_digit() || c == '.'
        } else {
            "〇零○一二三四五六七八九十百两廿".contains(c)
        }
    };
    let length = line.folded.iter().skip(start).take(8).take_while(|c| test(**c)).count();
    if !(1..=7).contains(&length) {
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

/// A length of time in one or more units.
pub(in super::super::super) fn length(line: &Line, start: usize) -> Option<Length> {
    if line.at(start).is_some_and(|c| c.is_ascii_digit())
        && (line.inside_number(start) || line.before(start).is_some_and(|c| c.is_ascii_digit()))
        || line.before(start).is_some_and(|c| "第〇零一二三四五六七八九十百千万两几每".contains(c))
    {
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
    // 2026年 is a year, 20日 a day.
    let calendar = parts.len() == 1
        && (line.before(end) == Some('日')
            || unit == Unit::Year && hundredths >= 100_000
            || unit == Unit::Year
                && hundredths % 100 == 0
                && matches!(line.at(end), Some('代' | '级' | '度' | '月' | '底' | '初'))
            || unit == Unit::Year
                && line.before(end) == Some('年')
                && line.at(end).is_some_and(|c| c.is_ascii_digit()));
    let whole = |h: i64| {
        if h % 100 == 0 {
            (h / 100).to_string()
        } else {
            format!("{}.{:02}", h / 100, h % 100).trim_end_matches('0').to_owned()
        }
    };
    let plain = parts.len() == 1
        && !line.at(start).is_some_and(|c| c.is_ascii_digit() || c == '半')
        && matches!(hundredths, 100 | 200);
    let value = Duration(parts.into_iter().map(|(unit, h)| (unit, whole(h))).collect());
    (!calendar).then_some(Length { value, end, plain })
}

fn one(line: &Line, start: usize, follows: bool) -> Option<(Unit, i64, usize)> {
    let (mut hundredths, end) = count(line, start)?;
    let at = gap(line, end);
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
        || name == "日" && !follows
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

/// A day so long before (`sign` -1) or after another; `None` where hours count or the day is not known.
fn away(from: Day, length: &Duration, sign: i64) -> Option<Day> {
    let mut day = from;
    for (unit, many) in &length.0 {
        let months = match unit {
            Unit::Year => many.parse::<f64>().ok().map(|years| years * 12.0),
            Unit::Month => many.parse::<f64>().ok(),
            _ => None,
        };
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a number of months that a text names, cut to whole ones"
        )]
        let months = months.map(|months| months.clamp(0.0, 1e6) as i64);
        let days = many.parse::<i64>().ok().filter(|days| *days < 1_000_000);
        day = match unit {
            Unit::Year | Unit::Month => day.same_day_months_later(sign * months?)?,
            Unit::Week => day.plus_days(sign * days? * 7)?,
            Unit::Day => day.plus_days(sign * days?)?,
            _ => return None,
        };
    }
    Some(day)
}

/// 兩年前, 3天後, 過去十年, 未來三個月: a day or stretch that a length of time tells.
pub(super) fn by_length(line: &Line, start: usize, today: Day) -> Option<Read> {
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
    const BEHIND: [(&str, i64); 8] = [
        ("前", -1),
        ("以前", -1),
        ("之前", -1),
        ("后", 1),
        ("以后", 1),
        ("之后", 1),
        ("内", 0),
        ("之内", 0),
    ];
    let opened = AHEAD
        .iter()
        .filter_map(|(name, sign)| Some((*sign, word(line, start, &[name])?.1)))
        .max_by_key(|(_, end)| *end);
    if let Some((sign, from)) = opened {
        let length = length(line, gap(line, from)).or_else(|| {
            let from = from + 1;
            (line.at(from - 1) == Some('的')).then(|| length(line, from)).flatten()
        })?;
        // 前三天 is as well the first three days.
        let first_days = word(line, start, &["前"]).is_some() && line.before(start).is_some();
        if first_days {
            return None;
        }
        let other = away(today, &length.value, sign);
        let stretch = other.map(|other| {
            if sign < 0 { Stretch::days(other, today) } else { Stretch::days(today, other) }
        });
        return Some(Read { end: length.end, stretch: stretch.unwrap_or_default() });
    }
    let length = length(line, start)?;
    let (sign, end) = BEHIND
        .iter()
        .filter_map(|(name, sign)| Some((*sign, word(line, length.end, &[name])?.1)))
        .max_by_key(|(_, end)| *end)?;
    if !edge_stands(line, end) {
        return None;
    }
    let roughly = length.value.whole().is_some_and(|(unit, _)| unit == Unit::Year);
    let day = away(today, &length.value, sign.signum())
        .map(|day| if roughly { Day { year: day.year, ..Day::default() } } else { day });
    let stretch = match (sign, day) {
        (0, _) | (_, None) => Stretch::default(),
        (_, Some(day)) => day.into(),
    };
    (sign != 0).then_some(Read { end, stretch })
}

/// Whether 前, 後, 起 and the like that end here are words of their own, and not the heads of 前往, 後來, 起訴.
pub(super) fn edge_stands(line: &Line, end: usize) -> bool {
    let next = line.at(end);
    let goes_on = |others: &str| next.is_some_and(|c| others.contains(c));
    !match line.before(end) {
        Some('前') => goes_on("往来夕后进途线期景卫锋赴身者提述任总首主副"),
        Some('后') => goes_on("天来续者面方备勤果悔代起期卫门台人"),
        Some('起') => goes_on("来飞诉义草点步码源床身火因用"),
        _ => false,
    }
}
