//! How far long work has come: on stderr, and only where somebody looks at a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// Fewer bytes than this are done before a bar could be read.
const MANY: u64 = 8 << 20;

/// A bar for so many bytes of input, with the rate and the time left; invisible where they are few.
pub(crate) fn bytes(count: u64, what: &str) -> ProgressBar {
    if count < MANY {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(count).with_message(what.to_owned());
    let form = "{msg:13} {wide_bar} {bytes}/{total_bytes}  {bytes_per_sec}  {eta} left";
    let bar = match ProgressStyle::with_template(form) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    };
    // One large file is done all at once: until then, the bar shows that it is being read.
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
