//! Why a pack cannot be used, and what to do about it.

use std::fmt;

use super::{PartId, VERSION};

/// Why a pack or one of its parts cannot be used. Its text says what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The bytes do not begin as a pack does.
    NotAPack,
    /// The pack is of another version of the format than [`VERSION`].
    OtherVersion {
        /// The version the pack says it has.
        got: u32,
    },
    /// The pack ends too early. In bytes.
    CutShort {
        /// The length the directory speaks of.
        expected: usize,
        /// The length there is.
        got: usize,
    },
    /// The directory's checksum is wrong, or it contradicts itself.
    DamagedDirectory,
    /// A part's checksum is wrong.
    Damaged {
        /// Which part.
        part: PartId,
        /// Its CRC-32 as the directory has it.
        expected: u32,
        /// Its CRC-32 as it came.
        got: u32,
    },
    /// A part's checksum is right, and yet it does not read: it was written wrongly.
    Unreadable {
        /// Which part.
        part: PartId,
    },
    /// The pack has no such part.
    Missing {
        /// Which part.
        part: PartId,
    },
    /// The edition has no such article.
    NoArticle {
        /// The index asked for.
        index: usize,
    },
    /// The part did not come over the connection.
    DidNotCome {
        /// Which part.
        part: PartId,
        /// What the connection said.
        reason: String,
    },
}

impl PackError {
    /// Whether asking again may help.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::DidNotCome { .. } | Self::Damaged { .. })
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPack => f.write_str(
                "this is not a Newsprint pack; build the site again with `newsprint build`",
            ),
            Self::OtherVersion { got } => write!(
                f,
                "the pack is of version {got} and this viewer reads version {VERSION}; build the site again, \
                 so that both come from one program"
            ),
            Self::CutShort { expected, got } => write!(
                f,
                "the pack is cut short: {expected} bytes expected, {got} there; copy or upload it again"
            ),
            Self::DamagedDirectory => {
                f.write_str("the pack's directory is damaged; copy or upload it again")
            }
            Self::Damaged { part, expected, got } => write!(
                f,
                "{part} is damaged: checksum {expected:08x} expected, {got:08x} found; load it again, or \
                 upload it again"
            ),
            Self::Unreadable { part } => {
                write!(
                    f,
                    "{part} does not read as version {VERSION} writes it; build the site again"
                )
            }
            Self::Missing { part } => write!(f, "the pack has no {part}; build the site again"),
            Self::NoArticle { index } => write!(f, "the edition has no article number {index}"),
            Self::DidNotCome { part, reason } => {
                write!(f, "{part} did not come: {reason}; try again")
            }
        }
    }
}

impl std::error::Error for PackError {}
