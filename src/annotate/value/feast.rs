//! Feasts by the rule that gives their day in each year.

use jiff::civil;

use super::day::Day;
use super::moon::{Moon, by_the_moon};

/// How a feast's day is found in a year.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Feast {
    /// A day of a month.
    On(i8, i8),
    /// The n-th weekday of a month, from its end where n is negative.
    Nth(i8, i8, civil::Weekday),
    /// The day after such a weekday.
    AfterNth(i8, i8, civil::Weekday),
    /// So many days after Easter Sunday.
    Easter(i64),
    /// A month and a day of the Chinese calendar.
    Moon(i8, i8),
    /// The day before the Chinese New Year.
    MoonEve,
    /// 清明, when the sun stands 15 degrees past the spring equinox.
    ClearBright,
    /// 冬至, the winter solstice in China.
    WinterSolstice,
    /// By a calendar that is not read here, or on another day from country to country.
    Elsewhere,
}

impl Feast {
    /// Its day in a year.
    pub(crate) fn in_year(self, year: i16) -> Option<Day> {
        match self {
            Self::On(month, day) => civil::Date::new(year, month, day).ok().map(Day::from),
            Self::Nth(month, n, weekday) => {
                let first = civil::Date::new(year, month, 1).ok()?;
                first.nth_weekday_of_month(n, weekday).ok().map(Day::from)
            }
            Self::AfterNth(month, n, weekday) => {
                Self::Nth(month, n, weekday).in_year(year)?.plus_days(1)
            }
            Self::Easter(days) => easter(year)?.plus_days(days),
            Self::Moon(month, day) => by_the_moon(year, Moon { month, leap: false }, day),
            Self::MoonEve => Self::Moon(1, 1).in_year(year)?.plus_days(-1),
            Self::ClearBright => solar_term(year, 4, [5.59, 4.81]),
            Self::WinterSolstice => solar_term(year, 12, [22.60, 21.94]),
            Self::Elsewhere => None,
        }
    }
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

/// The day of a month on which a solar term falls, by the rule of thumb of almanacs, with its constants for the twentieth and the
/// twenty-first century. Reckoned from the sun's longitude (Meeus, Astronomical Algorithms, chapter 25), that rule is a day off
/// in four years from 1929 on, when China began to count from 120 degrees east.
fn solar_term(year: i16, month: i8, constants: [f64; 2]) -> Option<Day> {
    let constant = match year {
        1901..=2000 => constants[0],
        2001..=2099 => constants[1],
        _ => return None,
    };
    let within = if year == 2000 { 100 } else { year % 100 };
    #[expect(clippy::cast_possible_truncation, reason = "a day of a month")]
    let day = (f64::from(within) * 0.2422 + constant).floor() as i8;
    let leaps = i8::try_from(within / 4).ok()?;
    let off = match (year, month) {
        (1947 | 1980 | 1984, 12) => 1,
        (2021, 12) => -1,
        _ => 0,
    };
    civil::Date::new(year, month, day.checked_sub(leaps)? + off).ok().map(Day::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn solar_terms_fall_where_the_sun_stands() {
        let on =
            |feast: Feast, year: i16| feast.in_year(year).and_then(Day::iso).unwrap_or_default();
        assert_eq!(on(Feast::ClearBright, 2026), "2026-04-05");
        assert_eq!(on(Feast::ClearBright, 2024), "2024-04-04");
        assert_eq!(on(Feast::WinterSolstice, 2026), "2026-12-22");
        assert_eq!(on(Feast::WinterSolstice, 2021), "2021-12-21");
        assert_eq!(on(Feast::WinterSolstice, 1980), "1980-12-22");
        assert_eq!(on(Feast::WinterSolstice, 1850), "");
    }
}
