//! (to come)

pub mod article;

/// Mounts.
pub fn mount() {}
