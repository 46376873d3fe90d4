//! Stretches of time by their length alone, as ISO 8601 has them: `P6D`, `PT1.5H`.

use super::day::Day;

/// What a length of time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Year,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
}

/// A length of time: how many of each unit, as plain decimals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Duration(pub(crate) Vec<(Unit, String)>);

impl Duration {
    /// How many, where it is a whole number of one unit.
    pub(crate) fn whole(&self) -> Option<(Unit, i64)> {
        match self.0.as_slice() {
            [(unit, count)] => Some((*unit, count.parse().ok()?)),
            _ => None,
        }
    }

    /// Whether it is of hours, minutes and seconds only.
    pub(crate) fn by_the_clock(&self) -> bool {
        self.0.iter().all(|(unit, _)| *unit >= Unit::Hour)
    }

    /// The day so long before (`sign` -1) or after another, as exactly as that one is known.
    ///
    /// Less than a day by the clock stays on the day, since a page tells no hour that it is of.
    pub(crate) fn away(&self, from: Day, sign: i64) -> Option<Day> {
        let mut day = from;
        for (unit, many) in &self.0 {
            let many: f64 = many.parse().ok().filter(|many| *many < 1e6)?;
            #[expect(clippy::cast_possible_truncation, reason = "at most a few million")]
            let whole = |many: f64| many as i64;
            let days = |many: f64| {
                #[expect(clippy::cast_precision_loss, reason = "a sign")]
                let many = (many * sign as f64).floor();
                whole(many)
            };
            day = match unit {
                Unit::Year => day.months_later(sign * whole(many * 12.0))?,
                Unit::Month => day.months_later(sign * whole(many))?,
                Unit::Week => day.plus_days(days(many * 7.0))?,
                Unit::Day => day.plus_days(days(many))?,
                Unit::Hour if many >= 24.0 => day.plus_days(days(many / 24.0))?,
                Unit::Hour | Unit::Minute | Unit::Second => day,
            };
        }
        Some(day)
    }

    /// `P` and its parts, those of the clock behind a `T`.
    pub(crate) fn iso(&self) -> String {
        let mut parts = self.0.clone();
        parts.sort_by_key(|(unit, _)| *unit);
        let mut iso = "P".to_owned();
        let mut clock = false;
        for (unit, count) in parts {
            if unit >= Unit::Hour && !clock {
                iso.push('T');
                clock = true;
            }
            iso.push_str(&count);
            iso.push(match unit {
                Unit::Year => 'Y',
                Unit::Month | Unit::Minute => 'M',
                Unit::Week => 'W',
                Unit::Day => 'D',
                Unit::Hour => 'H',
                Unit::Second => 'S',
            });
        }
        iso
    }
}
