//! Everything that is tested through the library's public face, in one binary.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod parse;
mod parse_golden;
mod parse_properties;
mod parse_score;
mod shared;
