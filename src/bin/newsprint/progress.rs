//! How far long work has come: on stderr, and only where somebody looks at a terminal.

use indicatif::{ProgressBar, ProgressStyle};

/// Fewer bytes than this are done before a bar could be read.
const MANY: u64 = 8 << 20;

/// A bar for so many bytes of input, with the rate and the time left; invisible where they are few.
pub(crate) fn bytes(count: u64, what: &str) -> ProgressBar {
    if count < MANY {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(count).with_message(what.to_owned());
    let form = "{msg:12} {wide_bar} {bytes}/{total_bytes}  {bytes_per_sec}  {eta} left";
    match ProgressStyle::with_template(form) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
