//! The names of months, days of the week, feasts and units.

use super::super::super::super::english::Tokens;
use super::super::super::super::value::{Feast, Unit};
use jiff::civil::Weekday;

/// Months as they are written out and cut short.
pub(super) fn month(word: &str) -> Option<i8> {
    Some(match word {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sep" | "sept" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// Days of the week, counted from Monday as nought.
pub(super) fn weekday(word: &str) -> Option<i64> {
    Some(match word {
        "monday" | "mon" => 0,
        "tuesday" | "tue" | "tues" => 1,
        "wednesday" | "wed" | "weds" => 2,
        "thursday" | "thu" | "thur" | "thurs" => 3,
        "friday" | "fri" => 4,
        "saturday" | "sat" => 5,
        "sunday" | "sun" => 6,
        _ => return None,
    })
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

const FEASTS: [(&str, Feast); 37] = [
    ("black friday", Feast::AfterNth(11, 4, Weekday::Thursday)),
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
    ("mother's day", Feast::Nth(5, 2, Weekday::Sunday)),
    ("father's day", Feast::Nth(6, 3, Weekday::Sunday)),
    ("memorial day", Feast::Nth(5, -1, Weekday::Monday)),
    ("labor day", Feast::Nth(9, 1, Weekday::Monday)),
    ("thanksgiving", Feast::Nth(11, 4, Weekday::Thursday)),
    ("thanksgiving day", Feast::Nth(11, 4, Weekday::Thursday)),
    ("good friday", Feast::Easter(-2)),
    ("easter", Feast::Easter(0)),
    ("easter sunday", Feast::Easter(0)),
    ("easter monday", Feast::Easter(1)),
];

/// A feast that is named here, and where its name ends.
pub(super) fn feast(tokens: &Tokens, start: usize) -> Option<(Feast, usize)> {
    tokens.any(start, &FEASTS).map(|(feast, end)| (*feast, end))
}
