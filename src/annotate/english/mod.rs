//! English text as words and figures, and the numbers that words make.

mod numerals;
mod tokens;

pub(crate) use numerals::{begins_number, cardinal, figures, fraction, ordinal, power};
pub(crate) use tokens::Tokens;
