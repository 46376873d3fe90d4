//! 元旦, 去年聖誕節, 2019年中秋: feasts of the sun and of the moon.

use std::sync::LazyLock;

use jiff::civil::Weekday;

use super::super::super::super::line::Line;
use super::super::super::super::value::{Day, Feast};
use super::super::super::super::words::Letters;
use super::Read;
use super::parts::word;

/// Feasts under all their names, folded, and whether each stands by itself: 聖誕 alone begins 聖誕樹, and 國慶 names.
const FEASTS: [(&str, Feast, bool); 57] = [
    ("元旦", Feast::On(1, 1), true),
    ("元旦日", Feast::On(1, 1), true),
    ("情人节", Feast::On(2, 14), true),
    ("妇女节", Feast::On(3, 8), true),
    ("愚人节", Feast::On(4, 1), true),
    ("劳动节", Feast::On(5, 1), true),
    ("平安夜", Feast::On(12, 24), false),
    ("圣诞", Feast::On(12, 25), false),
    ("圣诞节", Feast::On(12, 25), true),
    ("圣诞日", Feast::On(12, 25), true),
    ("母亲节", Feast::Nth(5, 2, Weekday::Sunday), true),
    ("感恩节", Feast::Nth(11, 4, Weekday::Thursday), true),
    ("复活节", Feast::Easter(0), true),
    ("耶稣受难日", Feast::Easter(-2), true),
    ("复活节星期一", Feast::Easter(1), true),
    ("春节", Feast::Moon(1, 1), true),
    ("农历新年", Feast::Moon(1, 1), true),
    ("除夕", Feast::MoonEve, true),
    ("元宵", Feast::Moon(1, 15), false),
    ("元宵节", Feast::Moon(1, 15), true),
    ("端午", Feast::Moon(5, 5), false),
    ("端午节", Feast::Moon(5, 5), true),
    ("七夕", Feast::Moon(7, 7), false),
    ("七夕节", Feast::Moon(7, 7), true),
    ("中元节", Feast::Moon(7, 15), true),
    ("中秋", Feast::Moon(8, 15), false),
    ("中秋节", Feast::Moon(8, 15), true),
    ("重阳", Feast::Moon(9, 9), false),
    ("重阳节", Feast::Moon(9, 9), true),
    ("腊八节", Feast::Moon(12, 8), true),
    ("清明", Feast::ClearBright, false),
    ("清明节", Feast::ClearBright, true),
    ("冬至", Feast::WinterSolstice, true),
    ("国庆", Feast::Elsewhere, false),
    ("国庆节", Feast::Elsewhere, true),
    ("国庆日", Feast::Elsewhere, true),
    ("教师节", Feast::Elsewhere, true),
    ("父亲节", Feast::Elsewhere, true),
    ("台湾光复节", Feast::On(10, 25), true),
    ("光复节", Feast::Elsewhere, true),
    ("双十节", Feast::On(10, 10), true),
    ("双十国庆", Feast::On(10, 10), true),
    ("行宪纪念日", Feast::On(12, 25), true),
    ("万圣节", Feast::On(10, 31), true),
    ("护士节", Feast::On(5, 12), true),
    ("儿童节", Feast::Elsewhere, true),
    ("青年节", Feast::Elsewhere, true),
    ("记者节", Feast::Elsewhere, true),
    ("五四青年节", Feast::On(5, 4), true),
    ("植树节", Feast::On(3, 12), true),
    ("建军节", Feast::On(8, 1), true),
    ("军人节", Feast::On(9, 3), true),
    ("佛诞", Feast::Moon(4, 8), true),
    ("佛诞日", Feast::Moon(4, 8), true),
    ("浴佛节", Feast::Moon(4, 8), true),
    ("和平纪念日", Feast::On(2, 28), true),
    ("世界地球日", Feast::On(4, 22), true),
];

/// The first character of each name, which tells at once where none stands.
static FIRST: LazyLock<Letters> =
    LazyLock::new(|| Letters::of(FEASTS.iter().filter_map(|(name, ..)| name.chars().next())));

/// The longest feast that stands here, where it ends, and whether it stands by itself.
fn dated(line: &Line, start: usize) -> Option<(Feast, usize, bool)> {
    if !FIRST.may_have(line.folded.get(start)) {
        return None;
    }
    let feasts = FEASTS
        .iter()
        .filter_map(|(name, feast, alone)| Some((*feast, word(line, start, &[name])?.1, *alone)));
    feasts.max_by_key(|(_, end, _)| *end)
}

/// Whether a feast stands here that stands by itself.
pub(super) fn begins_feast(line: &Line, start: usize) -> bool {
    dated(line, start).is_some_and(|(.., alone)| alone)
}

/// A feast behind a year.
pub(super) fn feast_of_year(line: &Line, start: usize, year: i16) -> Option<Read> {
    let (feast, end, _) = dated(line, start)?;
    Some(Read::day(end, feast.in_year(year).unwrap_or_default()))
}

/// A feast by its whole name, in the year that brings it nearest.
pub(super) fn feast_alone(line: &Line, start: usize, today: Day) -> Option<Read> {
    let stands = FIRST.may_have(line.folded.get(start));
    let prefix = stands
        .then(|| word(line, start, &["农历"]))
        .flatten()
        .filter(|(_, end)| dated(line, *end).is_some());
    let from = prefix.map_or(start, |(_, end)| end);
    let (feast, end, _) = dated(line, from).filter(|(.., alone)| *alone || from > start)?;
    let nearest = today.year.and_then(|year| {
        let day = feast.in_year(year)?;
        feast.in_year(Day::nearest(day.month?, day.day, today).year?)
    });
    Some(Read::day(end, nearest.unwrap_or_default()))
}
