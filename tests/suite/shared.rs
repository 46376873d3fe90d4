//! The real texts that tests may read and the project does not carry.

use std::path::{Path, PathBuf};

/// A path below the shared texts (`NEWSPRINT_SHARED`, else `../shared` beside the project), or none,
/// with a line that says so, where it is not there.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let root = std::env::var_os("NEWSPRINT_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let found = root.join(path);
    if found.exists() {
        return Some(found);
    }
    println!("skipped: {} is not there (set NEWSPRINT_SHARED)", found.display());
    None
}
