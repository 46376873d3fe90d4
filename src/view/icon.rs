//! The few drawings on buttons, each a path in a square of 16 by 16.

use super::element::{El, el};

pub(super) const SEARCH: &str = "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3 14 14";
pub(super) const CROSS: &str = "M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5";
pub(super) const UP: &str = "M3 10.5 8 5.5 13 10.5";
pub(super) const DOWN: &str = "M3 5.5 8 10.5 13 5.5";
pub(super) const QUERY: &str = "M5.5 6a2.5 2.5 0 1 1 3.4 2.3C8.2 8.6 8 9 8 10M8 12.4v.6";
pub(super) const SUN: &str = "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15\
     M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1";
pub(super) const MOON: &str = "M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5";
pub(super) const HALF: &str =
    "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11V13.5M8 5.5 12 4.6M8 8h5.5M8 10.5 12 11.4";
pub(super) const NAMES: &str = "M4 4.5a1.7 1.7 0 1 0 0-.01M12 6.5a1.7 1.7 0 1 0 0-.01M5.5 12.5a1.7 1.7 0 1 0 0-.01M5.6 4.8l4.8 1.2\
     M4.4 6.1l.8 4.8M7 11.6l3.9-3.8";
pub(super) const MARKS: &str = "M4.5 10.5 8 2.5l3.5 8M5.7 7.8h4.6M3 13.5h10";
pub(super) const PRINT: &str = "M4.5 6V2.5h7V6M4.5 11.5H2.5V6h11v5.5h-2M4.5 9.5h7v4h-7z";
pub(super) const OPEN: &str = "M9 2.5h4.5V7M13.5 2.5 7.5 8.5M6.5 3.5h-4v10h10v-4";

/// A drawing, for the eye only: the button says in words what it does.
pub(super) fn icon(path: &'static str) -> El {
    el("svg")
        .class("icon")
        .set("viewBox", "0 0 16 16")
        .set("aria-hidden", "true")
        .child(el("path").set("d", path))
}
