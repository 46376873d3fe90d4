//! What an expression of time comes to: a moment, or all from one to another.

use super::day::{Day, Moment};

/// A moment or a stretch of time; ends are included, and one of them may lie open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stretch {
    At(Moment),
    Between(Moment, Moment),
    /// From here on.
    Since(Moment),
    /// Up to here.
    Until(Moment),
}

impl Default for Stretch {
    fn default() -> Self {
        Self::At(Moment::default())
    }
}

impl From<Day> for Stretch {
    fn from(day: Day) -> Self {
        Self::At(Moment { day, time: None })
    }
}

impl Stretch {
    /// All days from one to another.
    pub(crate) fn days(first: Day, last: Day) -> Self {
        let at = |day| Moment { day, time: None };
        Self::Between(at(first), at(last))
    }

    /// Where it begins; for what lies open there, its end.
    pub(crate) fn first(self) -> Moment {
        match self {
            Self::At(first) | Self::Between(first, _) | Self::Since(first) | Self::Until(first) => {
                first
            }
        }
    }

    /// Where it ends; for what lies open there, its beginning.
    pub(crate) fn last(self) -> Moment {
        match self {
            Self::At(last) | Self::Between(_, last) | Self::Since(last) | Self::Until(last) => last,
        }
    }

    /// ISO 8601: a date or time, an interval `first/last`, or one that lies open, `first/..` and `../last`.
    pub(crate) fn iso(self) -> Option<String> {
        Some(match self {
            Self::At(moment) => moment.iso()?,
            // Within the next hour is all today.
            Self::Between(first, last) if first == last => first.iso()?,
            Self::Between(first, last) => format!("{}/{}", first.iso()?, last.iso()?),
            Self::Since(first) => format!("{}/..", first.iso()?),
            Self::Until(last) => format!("../{}", last.iso()?),
        })
    }
}
