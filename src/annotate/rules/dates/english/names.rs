//! The names of months, days of the week and units.

use super::super::super::super::value::Unit;

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
