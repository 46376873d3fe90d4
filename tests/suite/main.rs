//! Everything that is tested natively, in one binary so that it links once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests say what failed by panicking")]

mod style;
mod tidy;
