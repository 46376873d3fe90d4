//! 今年, 昨日, 當晚, 下周三, 今（22）日: words whose value hangs on the article's day.

use super::super::super::super::line::Line;
use super::super::super::super::value::{Day, Stretch};
use super::Read;
use super::moon::moon_day;
use super::parts::{day, gap, month, number, weekday, word};
use super::pieces::{part_of_month, part_of_year};

/// Words for days, and how many days after the article's they are.
const DAYS: [(&str, i64); 33] = [
    ("上个小时", 0),
    ("下个小时", 0),
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
    ("大前天", -3),
    ("大后天", 3),
    ("前晚", -2),
    ("明晨", 1),
    ("后日", 2),
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

/// Words for months, likewise.
const MONTHS: [(&str, i64); 11] = [
    ("本月", 0),
    ("这个月", 0),
    ("上月", -1),
    ("上个月", -1),
    ("下月", 1),
    ("下个月", 1),
    ("当月", 0),
    ("同月", 0),
    ("上上个月", -2),
    ("下下个月", 2),
    ("这月", 0),
];

/// Words for years, likewise.
const YEARS: [(&str, i16); 9] = [
    ("今年", 0),
    ("本年", 0),
    ("去年", -1),
    ("前年", -2),
    ("明年", 1),
    ("后年", 2),
    ("翌年", 1),
    ("同年", 0),
    ("大前年", -3),
];

/// Words before a week, and how many weeks after the article's it is.
const WHICH: [(&str, i64); 19] = [
    ("本", 0),
    ("这", 0),
    ("这个", 0),
    ("这一个", 0),
    ("上", -1),
    ("上个", -1),
    ("上一个", -1),
    ("上上", -2),
    ("上上个", -2),
    ("上上上个", -3),
    ("下", 1),
    ("下个", 1),
    ("下一个", 1),
    ("下下", 2),
    ("下下个", 2),
    ("下下下个", 3),
    ("当", 0),
    ("今", 0),
    ("同", 0),
];

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
        ('年', _) => {
            let offset = if number.value < 1000 { 1911 } else { 0 };
            let year = Day { year: number.value.checked_add(offset), ..Day::default() };
            return Some(relative_year(line, number.end + 2, Some(year), today));
        }
        _ => return None,
    };
    Some(Read::day(number.end + 2, day))
}

/// 今年, 昨日, 上月: a word that says all.
fn by_word(line: &Line, start: usize, today: Day) -> Option<Read> {
    let read = |end: usize, day: Option<Day>| Read::day(end, day.unwrap_or_default());
    if let Some((_, end)) = word(line, start, &["今明年", "今明两年"]) {
        let years = today.plus_years(0).zip(today.plus_years(1));
        let stretch = years.map(|(first, last)| Stretch::days(first, last)).unwrap_or_default();
        return Some(Read { end, stretch });
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
            return Some(part_of_month(line, end, today.plus_months(offset).unwrap_or_default()));
        }
    }
    for (name, offset) in YEARS {
        if let Some((_, end)) = word(line, start, &[name]) {
            return Some(relative_year(line, end, today.plus_years(offset), today));
        }
    }
    week(line, start, today).or_else(|| placed_weekday(line, start))
}

/// 最後一個周三, 第三個星期日, of a month that is not named.
pub(super) fn placed_weekday(line: &Line, start: usize) -> Option<Read> {
    let (_, at) = word(line, start, &["最后一个", "第"])?;
    let at = match number(line, at) {
        Some(number) if line.at(start) == Some('第') => {
            word(line, number.end, &["个"]).map(|(_, end)| end)?
        }
        _ => at,
    };
    let (_, from) = word(line, at, &["星期", "礼拜", "周"])?;
    weekday(line.at(from)?)?;
    Some(Read { end: from + 1, stretch: Stretch::default() })
}

/// 今年, and 今年5月20日, 去年底, 去年本月十日.
fn relative_year(line: &Line, end: usize, year: Option<Day>, today: Day) -> Read {
    let value = year.and_then(|day| day.year);
    if let Some(read) = moon_day(line, gap(line, end), value, today) {
        return read;
    }
    let month_read = month(line, gap(line, end))
        .or_else(|| word(line, end, &["本月"]).and_then(|(_, end)| Some((today.month?, end))));
    if let Some((month, end)) = month_read {
        let of = Day { year: value, month: Some(month), day: None };
        return match day(line, gap(line, end)) {
            Some((day, end, _)) => Read::day(end, Day { day: Some(day), ..of }),
            None => part_of_month(line, end, of),
        };
    }
    match value {
        Some(value) => part_of_year(line, end, value),
        None => Read { stretch: Stretch::default(), ..part_of_year(line, end, 1) },
    }
}

/// 本周, 上周三, 下下周日, 星期日, 周末.
fn week(line: &Line, start: usize, today: Day) -> Option<Read> {
    let which =
        WHICH.iter().filter_map(|(name, weeks)| Some((*weeks, word(line, start, &[name])?.1)));
    let (offset, from) =
        which.max_by_key(|(_, end)| *end).map_or((None, start), |(weeks, end)| (Some(weeks), end));
    let (name, from) = word(line, from, &["星期", "礼拜", "周"])?;
    let weekday = line.at(from).and_then(weekday);
    // 今周刊 and 上周年 are other words.
    if name == "周" && matches!(line.at(from), Some('刊' | '报' | '年' | '岁')) {
        return None;
    }
    let weekend = line.at(from) == Some('末');
    let monday = today.monday(offset.unwrap_or(0));
    let days = |skip: i64, last: i64| {
        let days = monday.and_then(|monday| {
            Some(Stretch::days(monday.plus_days(skip)?, monday.plus_days(last)?))
        });
        days.unwrap_or_default()
    };
    let (end, stretch) = match weekday {
        Some(n) => {
            let day = monday.and_then(|monday| monday.plus_days(n));
            (from + 1, day.unwrap_or_default().into())
        }
        None if weekend => (from + 1, days(5, 6)),
        None if offset.is_some() => return Some(Read { end: from, stretch: days(0, 6) }),
        None => return None,
    };
    // 周一 alone is a weekday; 一周一次 and 周三人 are not.
    let alone = offset.is_some()
        || name != "周"
        || line
            .before(start)
            .is_none_or(|c| !"一二两每几数三四五六七八九十整".contains(c) && !c.is_ascii_digit());
    alone.then_some(Read { end, stretch })
}
