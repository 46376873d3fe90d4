//! Every test that goes in at a public verb, in one binary, so that it is linked once.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what went wrong by stopping"
)]

mod fold;
mod pack;
mod pieces;
mod pieces_drawn;
mod search;
mod strategies;
mod style;
mod view;
