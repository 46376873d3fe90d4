//! Golden pairs.
