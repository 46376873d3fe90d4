//! Numbers with what they count: 30周年, 第25次, 百分之五, 1.2億元, US$5 million, 15 km.

mod chinese;
mod currencies;
mod english;
mod units;

use super::super::candidate::Candidate;
use super::super::english::Tokens;
use super::super::line::Line;

/// Quantities in Chinese and in English.
pub(crate) fn find(line: &Line, tokens: &Tokens, found: &mut Vec<Candidate>) {
    chinese::find(line, found);
    english::find(line, tokens, found);
}
