//! The Chinese calendar: its months and days in ours.

use jiff::civil;

use super::day::Day;

/// The first year of [`YEARS`], and the day of ours that it begins on.
const FIRST: i16 = 1900;
const FIRST_DAY: civil::Date = civil::date(1900, 1, 31);

/// The years 1900 to 2049 as almanacs print them: bits 4 to 15 tell the first (15) to the twelfth month that has 30 days and not 29,
/// bit 16 whether the leap month has them, and the last four bits which month it follows, if there is one.
#[rustfmt::skip]
const YEARS: [u32; 150] = [
    0x0_4bd8, 0x0_4ae0, 0x0_a570, 0x0_54d5, 0x0_d260, 0x0_d950, 0x1_6554, 0x0_56a0, 0x0_9ad0, 0x0_55d2,
    0x0_4ae0, 0x0_a5b6, 0x0_a4d0, 0x0_d250, 0x1_d255, 0x0_b540, 0x0_d6a0, 0x0_ada2, 0x0_95b0, 0x1_4977,
    0x0_4970, 0x0_a4b0, 0x0_b4b5, 0x0_6a50, 0x0_6d40, 0x1_ab54, 0x0_2b60, 0x0_9570, 0x0_52f2, 0x0_4970,
    0x0_6566, 0x0_d4a0, 0x0_ea50, 0x0_6e95, 0x0_5ad0, 0x0_2b60, 0x1_86e3, 0x0_92e0, 0x1_c8d7, 0x0_c950,
    0x0_d4a0, 0x1_d8a6, 0x0_b550, 0x0_56a0, 0x1_a5b4, 0x0_25d0, 0x0_92d0, 0x0_d2b2, 0x0_a950, 0x0_b557,
    0x0_6ca0, 0x0_b550, 0x1_5355, 0x0_4da0, 0x0_a5b0, 0x1_4573, 0x0_52b0, 0x0_a9a8, 0x0_e950, 0x0_6aa0,
    0x0_aea6, 0x0_ab50, 0x0_4b60, 0x0_aae4, 0x0_a570, 0x0_5260, 0x0_f263, 0x0_d950, 0x0_5b57, 0x0_56a0,
    0x0_96d0, 0x0_4dd5, 0x0_4ad0, 0x0_a4d0, 0x0_d4d4, 0x0_d250, 0x0_d558, 0x0_b540, 0x0_b6a0, 0x1_95a6,
    0x0_95b0, 0x0_49b0, 0x0_a974, 0x0_a4b0, 0x0_b27a, 0x0_6a50, 0x0_6d40, 0x0_af46, 0x0_ab60, 0x0_9570,
    0x0_4af5, 0x0_4970, 0x0_64b0, 0x0_74a3, 0x0_ea50, 0x0_6b58, 0x0_55c0, 0x0_ab60, 0x0_96d5, 0x0_92e0,
    0x0_c960, 0x0_d954, 0x0_d4a0, 0x0_da50, 0x0_7552, 0x0_56a0, 0x0_abb7, 0x0_25d0, 0x0_92d0, 0x0_cab5,
    0x0_a950, 0x0_b4a0, 0x0_baa4, 0x0_ad50, 0x0_55d9, 0x0_4ba0, 0x0_a5b0, 0x1_5176, 0x0_52b0, 0x0_a930,
    0x0_7954, 0x0_6aa0, 0x0_ad50, 0x0_5b52, 0x0_4b60, 0x0_a6e6, 0x0_a4e0, 0x0_d260, 0x0_ea65, 0x0_d530,
    0x0_5aa0, 0x0_76a3, 0x0_96d0, 0x0_4afb, 0x0_4ad0, 0x0_a4d0, 0x1_d0b6, 0x0_d250, 0x0_d520, 0x0_dd45,
    0x0_b5a0, 0x0_56d0, 0x0_55b2, 0x0_49b0, 0x0_a577, 0x0_a4b0, 0x0_aa50, 0x1_b255, 0x0_6d20, 0x0_ada0,
];

/// A month of the Chinese calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moon {
    /// 1 to 12.
    pub(crate) month: i8,
    /// Whether it is the second of its number.
    pub(crate) leap: bool,
}

/// The months of a year in their order, each with its days.
fn months(code: u32) -> impl Iterator<Item = (Moon, i64)> {
    let after = code & 15;
    let days = move |bit: u32| 29 + i64::from(code >> bit & 1);
    (1..=12_u32).zip(1_i8..).flat_map(move |(number, month)| {
        let leap = (number == after).then(|| (Moon { month, leap: true }, days(16)));
        std::iter::once((Moon { month, leap: false }, days(16 - number))).chain(leap)
    })
}

/// The day of ours on which a month of the Chinese calendar begins, and how many days it has.
fn begins(year: i16, moon: Moon) -> Option<(civil::Date, i64)> {
    let index = usize::try_from(year.checked_sub(FIRST)?).ok()?;
    let code = *YEARS.get(index)?;
    let whole: i64 =
        YEARS.iter().take(index).flat_map(|code| months(*code)).map(|(_, days)| days).sum();
    let before: i64 =
        months(code).take_while(|(other, _)| *other != moon).map(|(_, days)| days).sum();
    let (_, length) = months(code).find(|(other, _)| *other == moon)?;
    let days = jiff::Span::new().try_days(whole + before).ok()?;
    Some((FIRST_DAY.checked_add(days).ok()?, length))
}

/// The day of ours on which a day of the Chinese calendar falls; its year bears the number of the year of ours that it begins in.
pub(crate) fn by_the_moon(year: i16, moon: Moon, day: i8) -> Option<Day> {
    let (first, length) = begins(year, moon)?;
    let within = (1..=length).contains(&i64::from(day));
    within.then(|| Day::from(first).plus_days(i64::from(day) - 1))?
}

/// The first and the last day of ours in a month of the Chinese calendar.
pub(crate) fn month_of_the_moon(year: i16, moon: Moon) -> Option<(Day, Day)> {
    let (first, length) = begins(year, moon)?;
    let first = Day::from(first);
    Some((first, first.plus_days(length - 1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_the_moon_fall_where_almanacs_have_them() {
        let cases = [
            (2000, 1, false, 1, "2000-02-05"),
            (2024, 1, false, 1, "2024-02-10"),
            (2027, 1, false, 1, "2027-02-06"),
            (2030, 1, false, 1, "2030-02-03"),
            (2023, 2, true, 1, "2023-03-22"),
            (2026, 8, false, 15, "2026-09-25"),
            (2020, 4, true, 29, "2020-06-20"),
            (1987, 6, true, 1, "1987-07-26"),
        ];
        for (year, month, leap, day, iso) in cases {
            let found = by_the_moon(year, Moon { month, leap }, day).and_then(Day::iso);
            assert_eq!(found.as_deref(), Some(iso), "{year} {month} {day}");
        }
        assert_eq!(by_the_moon(2024, Moon { month: 4, leap: true }, 1), None);
        assert_eq!(by_the_moon(2050, Moon { month: 1, leap: false }, 1), None);
    }
}
