//! The page: Leptos components over one [`state`], which the URL says in full.

pub mod article;
pub mod library;
pub mod narrow;
pub mod reading;
pub mod state;
pub mod url;
pub mod words;

/// Mounts.
pub fn mount() {}
