//! The page comes to life: the pack is opened, the same page with signals behind it takes the place of the prerendered
//! one, and the browser's events lead to the state's verbs.
//!
//! Whatever fails on the way leaves the prerendered page where it is, with a notice above it.

mod answers;
mod boot;
mod columns;
mod fetching;
mod frame;
mod history;
mod jump;
mod listen;
mod notice;
mod root;
mod scripts;
mod task;

pub use boot::mount;
pub(super) use boot::to_folder;
