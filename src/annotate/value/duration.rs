//! Stretches of time by their length alone, as ISO 8601 has them: `P6D`, `PT1.5H`.

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
