//! Why a site could not be written, and what to do about it.

use std::io;
use std::path::{Path, PathBuf};

use super::AttachError;

/// Why a site could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The program was compiled before the viewer was.
    #[error(
        "this program was built without the viewer; build that first with \
         `trunk build --release`, then build the program again (`make serve` does both)"
    )]
    NoViewer,
    /// The viewer cannot take the corpus.
    #[error("the corpus does not fit into the viewer: {0}")]
    Attach(#[from] AttachError),
    /// The articles are too many for one file.
    #[error(
        "the articles take {} MB, and one file can carry {} MB; write a folder instead",
        bytes / 1_000_000, most / 1_000_000
    )]
    TooLarge {
        /// The size of the pack, in bytes.
        bytes: usize,
        /// The largest that can be carried.
        most: usize,
    },
    /// Two articles would share an address.
    #[error("two articles have the id `{0}`; give one of them another")]
    SameId(String),
    /// `base_url` is nothing a canonical link can be made of.
    #[error(
        "`{0}` is not the address of a site; write it in full, as in https://example.org/news/"
    )]
    BaseUrl(String),
    /// The output folder holds what Newsprint did not write.
    #[error(
        "{} holds `{file}`, which Newsprint did not write there; \
         nothing was changed: name another folder, or move the file away first", folder.display()
    )]
    Foreign {
        /// The output folder.
        folder: PathBuf,
        /// What was found in it, relative to the folder.
        file: String,
    },
    /// A file or folder could not be read or written.
    #[error("cannot {doing} {}: {source}", path.display())]
    Io {
        /// What was tried, as a verb.
        doing: &'static str,
        /// With what.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl SiteError {
    /// Says of an [`io::Error`] what was tried and with what.
    pub(super) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io { doing, path, source }
    }
}
