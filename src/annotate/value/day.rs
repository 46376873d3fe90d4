//! Days, months and years, as far as they are known, and what lies before and after them.

use jiff::{Span, civil};

/// A day as far as it is known: what relative words are relative to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[expect(clippy::struct_field_names, reason = "a day of the month is called a day")]
pub(crate) struct Day {
    pub(crate) year: Option<i16>,
    pub(crate) month: Option<i8>,
    pub(crate) day: Option<i8>,
}

impl Day {
    /// Reads `2026-05-20`, `2026-05`, `2026` and this module's own `--05-20`.
    pub(crate) fn parse(iso: &str) -> Self {
        let (head, rest) = match iso.strip_prefix("--") {
            Some(rest) => (None, rest),
            None => iso.split_once('-').map_or((Some(iso), ""), |(year, rest)| (Some(year), rest)),
        };
        let mut parts = rest.split(|c: char| !c.is_ascii_digit());
        Self {
            year: head.and_then(|year| year.parse().ok()),
            month: parts.next().and_then(|month| month.parse().ok()),
            day: parts.next().and_then(|day| day.parse().ok()),
        }
    }

    pub(crate) fn known(self) -> Option<civil::Date> {
        civil::Date::new(self.year?, self.month?, self.day?).ok()
    }

    /// This day with what it lacks at its head taken from another.
    pub(crate) fn within(self, other: Self) -> Self {
        let month = self.month.or(other.month.filter(|_| self.year.is_none()));
        Self { year: self.year.or(other.year), month, day: self.day }
    }

    pub(crate) fn plus_days(self, days: i64) -> Option<Self> {
        self.known()?.checked_add(Span::new().try_days(days).ok()?).ok().map(Self::from)
    }

    pub(crate) fn plus_months(self, months: i64) -> Option<Self> {
        let first = civil::Date::new(self.year?, self.month?, 1).ok()?;
        let moved = Self::from(first.checked_add(Span::new().try_months(months).ok()?).ok()?);
        Some(Self { day: None, ..moved })
    }

    pub(crate) fn plus_years(self, years: i16) -> Option<Self> {
        Some(Self { year: Some(self.year?.checked_add(years)?), month: None, day: None })
    }

    /// Months later or earlier, the same day or the last there is; a month or a year where no more is known.
    pub(crate) fn months_later(self, months: i64) -> Option<Self> {
        if self.day.is_some() {
            return self
                .known()?
                .checked_add(Span::new().try_months(months).ok()?)
                .ok()
                .map(Self::from);
        }
        if self.month.is_some() {
            return self.plus_months(months);
        }
        (months % 12 == 0).then(|| self.plus_years(i16::try_from(months / 12).ok()?))?
    }

    /// This day of a month, without a year, in the year that brings it nearest to another day.
    pub(crate) fn nearest(month: i8, day: Option<i8>, today: Self) -> Self {
        let partial = Self { year: None, month: Some(month), day };
        let Some(year) = today.year else { return partial };
        let Some(here) =
            civil::Date::new(year, today.month.unwrap_or(month), today.day.unwrap_or(15)).ok()
        else {
            return Self { year: today.year, ..partial };
        };
        let distance = |year: i16| {
            let there = civil::Date::new(year, month, day.unwrap_or(15)).ok()?;
            Some((here.until(there).ok()?.get_days().abs(), year))
        };
        let years = [year, year.saturating_sub(1), year.saturating_add(1)];
        let nearest = years.into_iter().filter_map(distance).min_by_key(|(days, _)| *days);
        Self { year: nearest.map(|(_, year)| year), ..partial }
    }

    /// A day of this day's month; of the month before where this one has no such day.
    pub(crate) fn nearest_day(self, day: i8) -> Self {
        let here = Self { day: Some(day), ..self };
        if here.known().is_some() || self.year.is_none() {
            return here;
        }
        self.plus_months(-1).map_or(here, |month| Self { day: Some(day), ..month })
    }

    /// The last day of this month, or of this year.
    pub(crate) fn end(self) -> Option<Self> {
        let month = civil::Date::new(self.year?, self.month.unwrap_or(12), 1).ok()?;
        Some(Self::from(month.last_of_month()))
    }

    /// The Monday of this day's week, weeks later.
    pub(crate) fn monday(self, weeks: i64) -> Option<Self> {
        let since = i64::from(self.known()?.weekday().to_monday_zero_offset());
        self.plus_days(weeks * 7 - since)
    }

    /// ISO 8601 with what is not known left out at its head: `2026-05-20`, `2026-05`, `--05-20`, `---20`. Papers misprint days,
    /// and 31 June comes to nothing.
    pub(crate) fn iso(self) -> Option<String> {
        // A year in which every day is that is in some year.
        let year = self.year.unwrap_or(2000);
        civil::Date::new(year, self.month.unwrap_or(1), self.day.unwrap_or(1)).ok()?;
        Some(match (self.year, self.month, self.day) {
            (Some(year), Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
            (Some(year), Some(month), None) => format!("{year:04}-{month:02}"),
            (Some(year), None, _) => format!("{year:04}"),
            (None, Some(month), Some(day)) => format!("--{month:02}-{day:02}"),
            (None, Some(month), None) => format!("--{month:02}"),
            (None, None, Some(day)) => format!("---{day:02}"),
            (None, None, None) => return None,
        })
    }
}

impl From<civil::Date> for Day {
    fn from(date: civil::Date) -> Self {
        Self { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()) }
    }
}

/// A day and a time of day, either of which may be unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) day: Day,
    /// Hour, minute, second, as far as they are printed.
    pub(crate) time: Option<(i8, Option<i8>, Option<i8>)>,
}

impl Moment {
    pub(crate) fn iso(self) -> Option<String> {
        let known = self.day.iso();
        let Some((hour, minute, second)) = self.time else { return known };
        if known.is_none() && self.day != Day::default() {
            return None;
        }
        // The end of a day is the beginning of the next.
        let next = self.day.plus_days(1).filter(|_| hour == 24);
        let (day, hour) = next.map_or((self.day, hour), |next| (next, 0));
        let minute = minute.map_or_else(|| ":00".to_owned(), |minute| format!(":{minute:02}"));
        let second = second.map(|second| format!(":{second:02}")).unwrap_or_default();
        Some(format!("{}T{hour:02}{minute}{second}", day.iso().unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_is_in_no_calendar_comes_to_nothing() {
        let iso = |day: &str| Day::parse(day).iso();
        assert_eq!(iso("2026-06-30").as_deref(), Some("2026-06-30"));
        assert_eq!(iso("--02-29").as_deref(), Some("--02-29"));
        for none in ["2026-06-31", "2026-02-29", "2026-13", "--02-30", "---32"] {
            assert_eq!(iso(none), None, "{none}");
        }
        let at_nine =
            |day: &str| Moment { day: Day::parse(day), time: Some((9, None, None)) }.iso();
        assert_eq!(at_nine("2026-06-30").as_deref(), Some("2026-06-30T09:00"));
        assert_eq!(at_nine("").as_deref(), Some("T09:00"));
        assert_eq!(at_nine("2026-06-31"), None);
    }
}
