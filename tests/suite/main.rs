//! The integration tests, one binary.

mod pieces;
