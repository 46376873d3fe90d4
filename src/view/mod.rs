//! (to come)
/// Mounts.
pub fn mount() {}
