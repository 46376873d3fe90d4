//! English text as words and figures, and the numbers that words make.

mod figures;
mod numerals;
mod tokens;

pub(crate) use figures::figures;
pub(crate) use numerals::{
    Cardinal, begins_number, cardinal, cardinal_without_and, fraction, ordinal, parts, power,
};
pub(crate) use tokens::Tokens;
