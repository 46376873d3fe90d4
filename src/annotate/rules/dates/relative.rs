//! 今年, 昨日, 當晚, 下周三, 今（22）日: words whose value hangs on the article's day.

use super::super::super::line::Line;
use super::super::super::value::{Day, Moment};
use super::chinese::{Read, part_of_year};
use super::parts::{day, month, number, word};

/// 今年, 昨日, 上月, 下周三: relative to the article's day.
pub(super) fn relative(line: &Line, start: usize, today: Day) -> Option<Read> {
    bracketed(line, start, today).or_else(|| by_word(line, start, today))
}

/// 今（22）日, 去（2025）年: the figure stands in brackets inside the word.
fn bracketed(line: &Line, start: usize, today: Day) -> Option<Read> {
    let (which, open) = word(line, start, &["今", "昨", "明", "前", "去", "本", "上", "下"])?;
    let number = (line.at(open) == Some('(')).then(|| number(line, open + 1)).flatten()?;
    let unit = (line.at(number.end) == Some(')')).then(|| line.at(number.end + 1)).flatten()?;
    let small = i8::try_from(number.value).ok();
    let day = match (unit, which) {
        ('日' | '天', "今" | "昨" | "明" | "前") => {
            let offset = match which {
                "昨" => -1,
                "前" => -2,
                "明" => 1,
                _ => 0,
            };
            let on = Day { year: today.year, month: today.month, day: small };
            today.plus_days(offset).filter(|day| day.day == small).unwrap_or(on)
        }
        ('月', _) => Day { year: today.year, month: small, day: None },
        // The Republic's years have at most three figures.
        ('年', _) if number.value < 1000 => {
            Day { year: number.value.checked_add(1911), ..Day::default() }
        }
        ('年', _) => Day { year: Some(number.value), ..Day::default() },
        _ => return None,
    };
    Some(Read { end: number.end + 2, moment: Moment { day, time: None }, until: None })
}

fn by_word(line: &Line, start: usize, today: Day) -> Option<Read> {
    const DAYS: [(&str, i64); 26] = [
        ("今天", 0),
        ("今日", 0),
        ("今晚", 0),
        ("今早", 0),
        ("今晨", 0),
        ("今夜", 0),
        ("昨天", -1),
        ("昨日", -1),
        ("昨晚", -1),
        ("昨夜", -1),
        ("昨晨", -1),
        ("前天", -2),
        ("前日", -2),
        ("明天", 1),
        ("明日", 1),
        ("明晚", 1),
        ("明早", 1),
        ("后天", 2),
        ("当天", 0),
        ("当日", 0),
        ("当晚", 0),
        ("同日", 0),
        ("是日", 0),
        ("翌日", 1),
        ("次日", 1),
        ("即日", 0),
    ];
    const MONTHS: [(&str, i64); 9] = [
        ("本月", 0),
        ("这个月", 0),
        ("上月", -1),
        ("上个月", -1),
        ("下月", 1),
        ("下个月", 1),
        ("当月", 0),
        ("同月", 0),
        ("上上个月", -2),
    ];
    const YEARS: [(&str, i16); 8] = [
        ("今年", 0),
        ("本年", 0),
        ("去年", -1),
        ("前年", -2),
        ("明年", 1),
        ("后年", 2),
        ("翌年", 1),
        ("同年", 0),
    ];
    let read = |end: usize, day: Option<Day>| Read {
        end,
        moment: Moment { day: day.unwrap_or_default(), time: None },
        until: None,
    };
    if let Some((_, end)) = word(line, start, &["今明年", "今明两年"]) {
        return Some(Read { until: today.plus_years(1), ..read(end, today.plus_years(0)) });
    }
    for (name, offset) in DAYS {
        if let Some((_, end)) = word(line, start, &[name]) {
            // 查明日本, and 走到今天, which is no day.
            let other = name.ends_with('日') && line.at(end) == Some('本')
                || name == "今天" && line.before(start) == Some('到');
            if other {
                return None;
            }
            return Some(read(end, today.plus_days(offset)));
        }
    }
    for (name, offset) in MONTHS {
        if let Some((_, end)) = word(line, start, &[name]) {
            return Some(read(end, today.plus_months(offset)));
        }
    }
    for (name, offset) in YEARS {
        if let Some((_, end)) = word(line, start, &[name]) {
            return Some(relative_year(line, end, today.plus_years(offset)));
        }
    }
    week(line, start, today)
}

/// 今年, and 今年5月20日, 去年底.
fn relative_year(line: &Line, end: usize, year: Option<Day>) -> Read {
    let value = year.and_then(|day| day.year);
    if let Some((month, end)) = month(line, end) {
        let (day, end) = day(line, end).map_or((None, end), |(day, end, _)| (Some(day), end));
        let day = Day { year: value, month: Some(month), day };
        return Read { end, moment: Moment { day, time: None }, until: None };
    }
    match value {
        Some(value) => part_of_year(line, end, value),
        None => Read { moment: Moment::default(), until: None, ..part_of_year(line, end, 1) },
    }
}

/// 本周, 上周三, 星期日, 周末.
fn week(line: &Line, start: usize, today: Day) -> Option<Read> {
    let (offset, from) = match word(line, start, &["这个", "上个", "下个", "本", "上", "下", "这"])
    {
        Some((which, end)) => {
            (Some(i64::from(which.starts_with('下')) - i64::from(which.starts_with('上'))), end)
        }
        None => (None, start),
    };
    let (name, from) = word(line, from, &["星期", "礼拜", "周"])?;
    let weekday = line
        .at(from)
        .and_then(|c| "一二三四五六日天".chars().position(|d| d == c))
        .map(|n| n.min(6));
    let weekend = line.at(from) == Some('末');
    let monday = today.monday(offset.unwrap_or(0));
    let (end, day) = match weekday {
        Some(n) => (from + 1, monday.and_then(|monday| monday.plus_days(i64::try_from(n).ok()?))),
        None if weekend => (from + 1, monday.and_then(|monday| monday.plus_days(5))),
        None if offset.is_some() => {
            let until = monday.and_then(|monday| monday.plus_days(6));
            let moment = Moment { day: monday.unwrap_or_default(), time: None };
            return Some(Read { end: from, moment, until });
        }
        None => return None,
    };
    // 周一 alone is a weekday; 一周一次 and 周三人 are not.
    let alone = offset.is_some()
        || name != "周"
        || line.before(start).is_none_or(|c| !"一两每几数三四五六七八九十整".contains(c));
    alone.then_some(Read {
        end,
        moment: Moment { day: day.unwrap_or_default(), time: None },
        until: None,
    })
}
