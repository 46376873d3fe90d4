//! Every test that goes in at a public verb, in one binary.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what went wrong by stopping"
)]

mod fold;
mod pack;
mod search;
mod strategies;
