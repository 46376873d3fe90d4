//! What dates and numbers come to: ISO 8601, and plain decimals with a unit.

mod day;
mod number;

pub(crate) use day::{Day, Moment};
pub(crate) use number::{chinese_integer, decimal};
