//! Parts of a year or a month, and what is longer than a year: 上半年, 的第一周, 1990年代.

use super::super::super::super::line::Line;
use super::super::super::super::value::{Day, Stretch};
use super::Read;
use super::feasts::feast_of_year;
use super::parts::{gap, number, weekday, word};

/// What follows a year and belongs to it: 底, 上半年, 第三季度.
pub(super) fn part_of_year(line: &Line, end: usize, year: i16) -> Read {
    const PARTS: [(&str, i8, i8); 19] = [
        ("上半年", 1, 6),
        ("前半年", 1, 6),
        ("下半年", 7, 12),
        ("后半年", 7, 12),
        ("第一季度", 1, 3),
        ("第二季度", 4, 6),
        ("第三季度", 7, 9),
        ("第四季度", 10, 12),
        ("一季度", 1, 3),
        ("二季度", 4, 6),
        ("三季度", 7, 9),
        ("四季度", 10, 12),
        ("首季", 1, 3),
        ("次季", 4, 6),
        ("第一季", 1, 3),
        ("第二季", 4, 6),
        ("第三季", 7, 9),
        ("第四季", 10, 12),
        ("末季", 10, 12),
    ];
    const EDGES: [&str; 22] = [
        "初", "底", "年底", "年初", "末", "年末", "中", "中期", "年中", "春", "夏", "秋", "冬",
        "春天", "夏天", "秋天", "冬天", "春季", "夏季", "秋季", "冬季", "终",
    ];
    let of = |month: i8| Day { year: Some(year), month: Some(month), day: None };
    let part = PARTS
        .iter()
        .filter_map(|(name, from, until)| Some((*from, *until, word(line, end, &[name])?.1)));
    if let Some((from, until, end)) = part.max_by_key(|(.., end)| *end) {
        return Read { end, stretch: Stretch::days(of(from), of(until)) };
    }
    if let Some(feast) = feast_of_year(line, end, year) {
        return feast;
    }
    let end = word(line, end, &EDGES)
        .filter(|(edge, after)| *edge != "中" || line.at(*after) != Some('国'))
        .map_or(end, |(_, end)| end);
    Read::day(end, Day { year: Some(year), month: None, day: None })
}

/// A month with what follows it and belongs to it: 底, 中旬.
pub(super) fn part_of_month(line: &Line, end: usize, month: Day) -> Read {
    let part = word(line, end, &["初", "底", "中旬", "上旬", "下旬", "中", "末"])
        .filter(|(part, after)| *part != "中" || line.at(*after) != Some('国'));
    let (name, end) = part.unwrap_or(("", end));
    let days = match name {
        "上旬" => Some((1, 10)),
        "中旬" => Some((11, 20)),
        "下旬" => month.end().and_then(|end| Some((21, end.day?))),
        _ => None,
    };
    let day = |day| Day { day: Some(day), ..month };
    let days = days.filter(|_| month.month.is_some());
    let stretch = days.map_or_else(|| month.into(), |(a, b)| Stretch::days(day(a), day(b)));
    Read { end, stretch }
}

/// 的第一周, 的第三個月, 的前2周, 最後4個月: a piece of the year or month that was read.
pub(super) fn piece_of(line: &Line, read: Read) -> Read {
    let Stretch::At(moment) = read.stretch else { return read };
    let day = moment.day;
    if moment.time.is_some()
        || day.day.is_some()
        || !matches!(line.before(read.end), Some('年' | '月' | '份'))
    {
        return read;
    }
    let from = word(line, read.end, &["的"]).map_or(read.end, |(_, end)| end);
    let Some((which, at)) = word(line, from, &["第", "前", "最后", "后", "头", "首"]) else {
        return read;
    };
    let at = gap(line, at);
    // 前兩季: 兩 is no number of a date.
    let two = (line.at(at) == Some('两')).then_some((2, at + 1));
    let Some((count, count_end)) = number(line, at).map(|n| (n.value, n.end)).or(two) else {
        return read;
    };
    let unit_at =
        word(line, gap(line, count_end), &["个"]).map_or(gap(line, count_end), |(_, end)| end);
    let Some((unit, end)) = word(line, unit_at, &["周", "星期", "礼拜", "月", "天", "季度", "季"])
    else {
        return read;
    };
    let n = i64::from(count);
    let place = if which == "最后" { -1 } else { n };
    let one = which == "第" || which == "最后" && n == 1;
    if let Some((stretch, end)) = weekday_of(line, day, place, unit, end).filter(|_| one) {
        return Read { end, stretch };
    }
    let (place, many) = match which {
        "第" => (n, 1),
        "前" | "头" | "首" => (1, n),
        _ => (-1, n),
    };
    match piece(day, place, many, unit) {
        Some(stretch) => Read { end, stretch },
        None => read,
    }
}

/// 第三個星期日 of a month or a year, behind the 星期.
fn weekday_of(
    line: &Line,
    whole: Day,
    place: i64,
    unit: &str,
    at: usize,
) -> Option<(Stretch, usize)> {
    let n = weekday(line.at(at)?).filter(|_| matches!(unit, "周" | "星期" | "礼拜"))?;
    let first = Day { month: whole.month.or(Some(1)), day: Some(1), ..whole };
    let day = || {
        if place > 0 {
            let day = first.monday(0)?.plus_days(n)?;
            return day.plus_days((i64::from(day < first) + place - 1) * 7);
        }
        let last = whole.end()?;
        let day = last.monday(0)?.plus_days(n)?;
        if day > last { day.plus_days(-7) } else { Some(day) }
    };
    Some((day().unwrap_or_default().into(), at + 1))
}

fn piece(whole: Day, place: i64, many: i64, unit: &str) -> Option<Stretch> {
    let first = Day { month: whole.month.or(Some(1)), day: Some(1), ..whole };
    let last = whole.end();
    let run = |start: Option<Day>, days: i64| {
        let start = start?;
        Some(if days == 1 {
            start.into()
        } else {
            Stretch::days(start, start.plus_days(days - 1)?)
        })
    };
    match unit {
        // A month's first week is the one with its first Thursday, as with a year's.
        "周" | "星期" | "礼拜" => {
            let monday = if place > 0 {
                first.plus_days(3)?.monday(place - 1)
            } else {
                last?.plus_days(-3)?.monday(1 - many)
            };
            run(monday, many * 7)
        }
        "天" => run(
            if place > 0 { first.plus_days(place - 1) } else { last?.plus_days(1 - many) },
            many,
        ),
        "月" | "季度" | "季" if whole.month.is_none() => {
            let size = if unit == "月" { 1 } else { 3 };
            let start = if place > 0 { (place - 1) * size + 1 } else { 13 - many * size };
            let month = |n: i64| {
                Some(Day {
                    month: Some(i8::try_from(n).ok().filter(|n| (1..=12).contains(n))?),
                    ..whole
                })
            };
            let (a, b) = (month(start)?, month(start + many * size - 1)?);
            Some(if a == b { a.into() } else { Stretch::days(a, b) })
        }
        _ => None,
    }
}

/// 1990年代, 上世紀九十年代, 50年代, 21世紀.
pub(super) fn decade(line: &Line, start: usize, today: Day) -> Option<Read> {
    let years = |first: i16, many: i16, end: usize| {
        let year = |year: i16| Day { year: Some(year), ..Day::default() };
        Some(Read { end, stretch: Stretch::days(year(first), year(first.checked_add(many - 1)?)) })
    };
    let (century, from) = century(line, start, today);
    let within = from > start;
    if let Some((n, end)) =
        number(line, from).and_then(|n| Some((n.value, word(line, gap(line, n.end), &["年代"])?.1)))
    {
        let end = word(line, end, &["初", "末", "中期", "初期", "末期", "后期"])
            .map_or(end, |(_, end)| end);
        let first = match n {
            0..100 if within => century.map(|century| century + n),
            20..100 => Some(1900 + n),
            100.. if !within => Some(n),
            _ => None,
        };
        return match first.filter(|first| first % 10 == 0) {
            Some(first) => years(first, 10, end),
            None => Some(Read { end, stretch: Stretch::default() }),
        };
    }
    within.then(|| {
        let end = word(line, from, &["初", "末", "中叶", "下半叶", "上半叶", "后期", "前期"])
            .map_or(from, |(_, end)| end);
        match century {
            Some(first) => years(first, 100, end),
            None => Some(Read { end, stretch: Stretch::default() }),
        }
    })?
}

/// 上世紀, 21世紀: the first year of a century, as far as the page's day tells it, and where it ends; the start itself where
/// none stands.
fn century(line: &Line, start: usize, today: Day) -> (Option<i16>, usize) {
    let near = [("上世纪", 100), ("上个世纪", 100), ("本世纪", 0), ("这个世纪", 0)];
    for (name, back) in near {
        if let Some((_, end)) = word(line, start, &[name]) {
            return (today.year.map(|year| year / 100 * 100 - back), end);
        }
    }
    let counted = number(line, start)
        .filter(|n| (1..=30).contains(&n.value))
        .and_then(|n| Some((n.value, word(line, n.end, &["世纪"])?.1)));
    counted.map_or((None, start), |(n, end)| (Some((n - 1) * 100), end))
}
