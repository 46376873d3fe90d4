//! 元旦, 去年聖誕節, 2019年中秋: feasts, of which those of the moon's calendar have no value.

use jiff::civil::Weekday;

use super::super::super::super::line::Line;
use super::super::super::super::value::{Day, Feast, Stretch};
use super::Read;
use super::parts::word;

/// Feasts of our calendar whose day is the same wherever Chinese is read, folded; 國慶 and 父親節 are not.
const FEASTS: [(&str, Feast); 15] = [
    ("元旦", Feast::On(1, 1)),
    ("元旦日", Feast::On(1, 1)),
    ("情人节", Feast::On(2, 14)),
    ("妇女节", Feast::On(3, 8)),
    ("愚人节", Feast::On(4, 1)),
    ("劳动节", Feast::On(5, 1)),
    ("平安夜", Feast::On(12, 24)),
    ("圣诞", Feast::On(12, 25)),
    ("圣诞节", Feast::On(12, 25)),
    ("圣诞日", Feast::On(12, 25)),
    ("母亲节", Feast::Nth(5, 2, Weekday::Sunday)),
    ("感恩节", Feast::Nth(11, 4, Weekday::Thursday)),
    ("复活节", Feast::Easter(0)),
    ("耶稣受难日", Feast::Easter(-2)),
    ("复活节星期一", Feast::Easter(1)),
];

/// Feasts by the moon, or whose day differs from place to place.
const MOVABLE: [&str; 21] = [
    "春节",
    "除夕",
    "元宵",
    "元宵节",
    "清明",
    "清明节",
    "端午",
    "端午节",
    "七夕",
    "七夕节",
    "中元节",
    "中秋",
    "中秋节",
    "重阳",
    "重阳节",
    "冬至",
    "国庆",
    "国庆节",
    "国庆日",
    "教师节",
    "父亲节",
];

fn dated(line: &Line, start: usize) -> Option<(Feast, usize)> {
    let feasts =
        FEASTS.iter().filter_map(|(name, feast)| Some((*feast, word(line, start, &[name])?.1)));
    feasts.max_by_key(|(_, end)| *end)
}

/// A feast behind a year.
pub(super) fn feast_of_year(line: &Line, start: usize, year: i16) -> Option<Read> {
    if let Some((feast, end)) = dated(line, start) {
        return Some(Read::day(end, feast.in_year(year)?));
    }
    let (_, end) = word(line, start, &MOVABLE)?;
    Some(Read { end, stretch: Stretch::default() })
}

/// A feast by its whole name, in the year that brings it nearest.
pub(super) fn feast_alone(line: &Line, start: usize, today: Day) -> Option<Read> {
    let (feast, end) = dated(line, start)?;
    // 聖誕 alone begins other words, as 聖誕樹 and 聖誕島.
    let whole = matches!(line.before(end), Some('节' | '旦' | '日'));
    let nearest = today.year.and_then(|year| {
        let day = feast.in_year(year)?;
        feast.in_year(Day::nearest(day.month?, day.day, today).year?)
    });
    whole.then(|| Read::day(end, nearest.unwrap_or_default()))
}
