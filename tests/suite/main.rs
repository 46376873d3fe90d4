//! Everything that is tested through the library's public face, in one binary.

mod parse;
mod parse_golden;
mod parse_properties;
mod parse_score;
mod shared;
