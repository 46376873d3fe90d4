//! 5月20日至22日, 2020至2025年: stretches with two ends.

use super::super::super::super::line::Line;
use super::super::super::super::value::{Day, Moment, Stretch};
use super::Read;
use super::feasts::feast_of_year;
use super::moment::single;
use super::parts::{bare_day, clock, day, gap, month, number, part_of_day, year};

/// What joins two ends.
pub(super) const TO: [char; 8] = ['至', '到', '-', '—', '–', '~', '～', '－'];

/// A date or a range of two.
pub(super) fn stretch(line: &Line, start: usize, today: Day) -> Option<Read> {
    if let Some(range) = bare_range(line, start, today) {
        return Some(range);
    }
    let first = single(line, start, today)?;
    // 7月1日起至8月31日止 says more than it must.
    let begun =
        line.at(first.end) == Some('起') && matches!(line.at(first.end + 1), Some('至' | '到'));
    let at = gap(line, first.end + usize::from(begun));
    let joined = line.at(at).filter(|c| TO.contains(c));
    let second = joined.and_then(|_| {
        single(line, gap(line, at + 1), today)
            .or_else(|| end_of_range(line, gap(line, at + 1), first))
    });
    let Some(second) = second.filter(|_| !matches!(first.stretch, Stretch::Between(..))) else {
        return Some(first);
    };
    let closed = begun && line.at(second.end) == Some('止');
    let second = Read { end: second.end + usize::from(closed), ..second };
    let dated = year(line, start).is_some();
    Some(between(line, first, dated, second, gap(line, at + 1), today))
}

/// The range of two dates that were read each by itself, the second at `to`; `dated` where the first has its year.
fn between(line: &Line, first: Read, dated: bool, second: Read, to: usize, today: Day) -> Read {
    let from = first.stretch.first();
    let mut last = second.stretch.last();
    if last.day == Day::default() && last.time.is_some() {
        last.day = from.day;
        return Read { end: second.end, stretch: Stretch::Between(from, last) };
    }
    // 去年春節到元宵節: a feast of the moon has another day in each year.
    if let Some(day) = feast_after(line, to, from.day) {
        let stretch = Stretch::Between(from, Moment { day, time: None });
        return Read { end: second.end, stretch };
    }
    // 中秋節至國慶節: which day the second is, differs from place to place.
    if last.day == Day::default() {
        return Read { end: second.end, stretch: Stretch::default() };
    }
    let said = year(line, to).is_some() || last.day.year != today.year;
    if !said {
        last.day.year = from.day.year;
        if last.day < from.day && !dated {
            last.day.year = from.day.year.map(|year| year.saturating_add(1));
        }
    }
    last.day = last.day.within(from.day);
    // 5月20日至22日: the month of the first.
    if number(line, to).is_some_and(|n| matches!(line.at(gap(line, n.end)), Some('日' | '号'))) {
        last.day.month = from.day.month;
        last.day.year = from.day.year;
    }
    Read { end: second.end, stretch: Stretch::Between(from, last) }
}

/// A feast without a year of its own, on the first day of it that is not before another day.
fn feast_after(line: &Line, start: usize, day: Day) -> Option<Day> {
    let in_year =
        |year: i16| feast_of_year(line, start, year)?.stretch.first().day.known().map(Day::from);
    let year = day.year.filter(|_| day.day.is_some())?;
    in_year(year).filter(|feast| *feast >= day).or_else(|| in_year(year.checked_add(1)?))
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
    let (year_read, from) =
        year(line, start).map_or((None, start), |(year, end)| (Some(year), gap(line, end)));
    let (month_read, from) =
        month(line, from).map_or((None, from), |(month, end)| (Some(month), gap(line, end)));
    let part = part_of_day(line, from);
    let first = number(line, part.map_or(from, |(_, end)| end))?;
    let joint = gap(line, first.end);
    // 12月25、26日
    let listed = line.at(joint) == Some('、') && month_read.is_some() && first.figures;
    line.at(joint).filter(|c| TO.contains(c) || listed)?;
    let to = gap(line, joint + 1);
    let range =
        |end: usize, first: Day, last: Day| Some(Read { end, stretch: Stretch::days(first, last) });
    if let Some((last, end)) = year(line, to).filter(|_| first.length == 4 && from == start) {
        let of = |year: i16| Day { year: Some(year), ..Day::default() };
        return range(end, of(first.value), of(last));
    }
    let value = i8::try_from(first.value).ok()?;
    if from == start
        && let Some((end, stretch)) = hours_to(line, to, value, part.map(|(late, _)| late))
    {
        return stretch.map(|stretch| Read { end, stretch });
    }
    if part.is_some() {
        return None;
    }
    if let Some((last, end, true)) = day(line, to).filter(|_| (1..=31).contains(&value)) {
        if year_read.is_some() && month_read.is_none() {
            return None;
        }
        let on = |day: i8| match month_read {
            Some(_) if year_read.is_some() => {
                Day { year: year_read, month: month_read, day: Some(day) }
            }
            Some(month) => Day::nearest(month, Some(day), today),
            None => Day { year: today.year, month: today.month, day: Some(day) },
        };
        // Two days that do not follow each other are no stretch.
        if listed && last != value + 1 {
            return Some(Read { end, stretch: Stretch::default() });
        }
        return range(end, on(value), on(last));
    }
    let (last, end) =
        month(line, to).filter(|_| (1..=12).contains(&value) && month_read.is_none())?;
    let of = |month: i8| Day { year: year_read.or(today.year), month: Some(month), day: None };
    range(end, of(value), of(last))
}

/// 上午9至11時, behind the 9: a stretch of the day, or nothing at all where it is a score or a ratio (2至3點 without a part of
/// the day); `None` where no time of day stands here.
fn hours_to(
    line: &Line,
    to: usize,
    value: i8,
    late: Option<bool>,
) -> Option<(usize, Option<Stretch>)> {
    let ((hour, minute, second), end, doubtful) = clock(line, to).filter(|_| value < 25)?;
    let sure = doubtful || minute.is_none() || minute == Some(0);
    let stretch = late.filter(|_| sure).map(|late| {
        let at = |hour: i8| if late && hour < 12 { hour + 12 } else { hour };
        let moment = |hour, minute, second| Moment {
            day: Day::default(),
            time: Some((at(hour), minute, second)),
        };
        Stretch::Between(moment(value, None, None), moment(hour, minute, second))
    });
    Some((end, stretch))
}
