//! What dates and numbers come to: ISO 8601, and plain decimals with a unit.

mod day;
mod duration;
mod feast;
mod moon;
mod number;
mod stretch;

pub(crate) use day::{Day, Moment};
pub(crate) use duration::{Duration, Unit};
pub(crate) use feast::Feast;
pub(crate) use moon::{Moon, by_the_moon, month_of_the_moon};
pub(crate) use number::{chinese_integer, decimal, lowered, ratio, shifted};
pub(crate) use stretch::Stretch;
