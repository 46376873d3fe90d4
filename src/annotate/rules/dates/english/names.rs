//! The names of months, days of the week, feasts and units.

use super::super::super::super::english::Tokens;
use super::super::super::super::value::{Day, Unit};
use jiff::civil;

/// Months as they are written out and cut short.
pub(super) fn month(word: &str) -> Option<i8> {
    const MONTHS: [(&str, &[&str]); 12] = [
        ("january", &["jan"]),
        ("february", &["feb"]),
        ("march", &["mar"]),
        ("april", &["apr"]),
        ("may", &[]),
        ("june", &["jun"]),
        ("july", &["jul"]),
        ("august", &["aug"]),
        ("september", &["sep", "sept"]),
        ("october", &["oct"]),
        ("november", &["nov"]),
        ("december", &["dec"]),
    ];
    let n = MONTHS.iter().position(|(full, short)| *full == word || short.contains(&word))?;
    i8::try_from(n + 1).ok()
}

/// Days of the week, counted from Monday as nought.
pub(super) fn weekday(word: &str) -> Option<i64> {
    const DAYS: [(&str, &[&str]); 7] = [
        ("monday", &["mon"]),
        ("tuesday", &["tue", "tues"]),
        ("wednesday", &["wed", "weds"]),
        ("thursday", &["thu", "thur", "thurs"]),
        ("friday", &["fri"]),
        ("saturday", &["sat"]),
        ("sunday", &["sun"]),
    ];
    let n = DAYS.iter().position(|(full, short)| *full == word || short.contains(&word))?;
    i64::try_from(n).ok()
}

/// What a length of time is counted in, and how many of that unit one is.
pub(super) fn unit(word: &str) -> Option<(Unit, i64)> {
    Some(match word {
        "second" | "seconds" | "sec" | "secs" => (Unit::Second, 1),
        "minute" | "minutes" | "min" | "mins" => (Unit::Minute, 1),
        "hour" | "hours" | "hr" | "hrs" | "h" => (Unit::Hour, 1),
        "day" | "days" | "night" | "nights" => (Unit::Day, 1),
        "week" | "weeks" | "wk" | "wks" => (Unit::Week, 1),
        "fortnight" | "fortnights" => (Unit::Week, 2),
        "month" | "months" => (Unit::Month, 1),
        "quarter" | "quarters" => (Unit::Month, 3),
        "year" | "years" | "yr" | "yrs" | "y" => (Unit::Year, 1),
        "decade" | "decades" => (Unit::Year, 10),
        "century" | "centuries" => (Unit::Year, 100),
        _ => return None,
    })
}

/// How a feast's day is found in a year.
#[derive(Clone, Copy)]
enum Feast {
    On(i8, i8),
    /// The n-th weekday of a month, from its end where n is negative.
    Nth(i8, i8, civil::Weekday),
    /// So many days after Easter Sunday.
    Easter(i64),
}

const FEASTS: [(&str, Feast); 36] = [
    ("new year", Feast::On(1, 1)),
    ("new year's", Feast::On(1, 1)),
    ("new year day", Feast::On(1, 1)),
    ("new year's day", Feast::On(1, 1)),
    ("new years day", Feast::On(1, 1)),
    ("new year's eve", Feast::On(12, 31)),
    ("new years eve", Feast::On(12, 31)),
    ("valentine's day", Feast::On(2, 14)),
    ("valentines day", Feast::On(2, 14)),
    ("international women's day", Feast::On(3, 8)),
    ("st patrick's day", Feast::On(3, 17)),
    ("april fool's day", Feast::On(4, 1)),
    ("earth day", Feast::On(4, 22)),
    ("may day", Feast::On(5, 1)),
    ("international workers' day", Feast::On(5, 1)),
    ("international workers ' day", Feast::On(5, 1)),
    ("juneteenth", Feast::On(6, 19)),
    ("independence day", Feast::On(7, 4)),
    ("halloween", Feast::On(10, 31)),
    ("armistice day", Feast::On(11, 11)),
    ("veterans day", Feast::On(11, 11)),
    ("christmas", Feast::On(12, 25)),
    ("christmas day", Feast::On(12, 25)),
    ("xmas", Feast::On(12, 25)),
    ("christmas eve", Feast::On(12, 24)),
    ("boxing day", Feast::On(12, 26)),
    ("mother's day", Feast::Nth(5, 2, civil::Weekday::Sunday)),
    ("father's day", Feast::Nth(6, 3, civil::Weekday::Sunday)),
    ("memorial day", Feast::Nth(5, -1, civil::Weekday::Monday)),
    ("labor day", Feast::Nth(9, 1, civil::Weekday::Monday)),
    ("thanksgiving", Feast::Nth(11, 4, civil::Weekday::Thursday)),
    ("thanksgiving day", Feast::Nth(11, 4, civil::Weekday::Thursday)),
    ("good friday", Feast::Easter(-2)),
    ("easter", Feast::Easter(0)),
    ("easter sunday", Feast::Easter(0)),
    ("easter monday", Feast::Easter(1)),
];

/// A feast that is named here, as a day of each year, and where its name ends.
pub(super) fn feast(
    tokens: &Tokens,
    start: usize,
) -> Option<(impl Fn(i16) -> Option<Day> + use<>, usize)> {
    if let Some(end) = tokens.phrase(start, "black friday") {
        return Some(dated((Feast::Nth(11, 4, civil::Weekday::Thursday), 1, end)));
    }
    let (feast, end) = tokens.any(start, &FEASTS)?;
    Some(dated((*feast, 0, end)))
}

/// The day of a feast in a year, so many days later.
fn dated((feast, later, end): (Feast, i64, usize)) -> (impl Fn(i16) -> Option<Day> + use<>, usize) {
    let in_year = move |year: i16| {
        let day = match feast {
            Feast::On(month, day) => civil::Date::new(year, month, day).ok().map(Day::from),
            Feast::Nth(month, n, weekday) => civil::Date::new(year, month, 1)
                .ok()?
                .nth_weekday_of_month(n, weekday)
                .ok()
                .map(Day::from),
            Feast::Easter(days) => easter(year)?.plus_days(days),
        };
        day?.plus_days(later)
    };
    (in_year, end)
}

/// Easter Sunday in the Gregorian calendar, by the anonymous algorithm as Meeus gives it (Astronomical Algorithms, ch. 8).
#[expect(clippy::many_single_char_names, reason = "the letters of the book")]
fn easter(year: i16) -> Option<Day> {
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    let (month, day) = (i8::try_from(sum / 31).ok()?, i8::try_from(sum % 31 + 1).ok()?);
    civil::Date::new(i16::try_from(year).ok()?, month, day).ok().map(Day::from)
}
