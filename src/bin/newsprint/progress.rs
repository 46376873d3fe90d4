//! How far long work has come: on stderr, and only where somebody looks at a terminal.

use indicatif::{ProgressBar, ProgressStyle};

/// Fewer steps than this are done before a bar could be read.
const MANY: usize = 50;

/// A bar for work in `count` steps; invisible where there are few.
pub(crate) fn bar(count: usize, what: &str) -> ProgressBar {
    if count < MANY {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(count as u64).with_message(what.to_owned());
    match ProgressStyle::with_template("{msg:12} {wide_bar} {pos}/{len} {eta}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
