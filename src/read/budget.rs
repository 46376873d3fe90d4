//! How much an archive may unpack to.
//!
//! A few kilobytes can unpack to more than any machine holds ("zip bombs"). So what comes out is counted while it
//! comes, against two limits. Neither is taken from what the archive says of itself: that two files in it share their
//! bytes, or that one is read twice, leaves it as large as it is.

use std::io::{self, Read};

/// An archive's files may hold this many bytes in all.
pub(super) const MOST: u64 = 1 << 30;

/// Text shrinks to a third or a tenth, tables to a fiftieth; more than this many times its packed size is no text.
const MOST_TIMES: u64 = 250;

/// So much may come out of anything, however small: one long line of the same letter is no attack.
const HARMLESS: u64 = 32 << 20;

/// What an archive has unpacked to so far, of all files together: many small bombs are a large one.
#[derive(Debug)]
pub(super) struct Budget {
    /// How much more text would be than so many bytes.
    plausible: u64,
    /// How many bytes came out so far.
    unpacked: u64,
}

/// Why something was not unpacked.
#[derive(Debug)]
pub(super) enum Refusal {
    /// More in all than [`MOST`].
    TooLarge,
    /// More than [`MOST_TIMES`] its packed size.
    Bomb,
    /// Damaged, or packed in a way that is not read.
    Damaged(io::Error),
}

impl Budget {
    /// For an archive of so many bytes, with what is packed within what is packed in it.
    pub(super) fn of(packed: usize) -> Self {
        let plausible = (packed as u64).saturating_mul(MOST_TIMES).max(HARMLESS);
        Self { plausible, unpacked: 0 }
    }

    /// All that `from` gives.
    pub(super) fn read(&mut self, from: impl Read) -> Result<Vec<u8>, Refusal> {
        let left = self.plausible.min(MOST).saturating_sub(self.unpacked);
        let mut bytes = Vec::new();
        from.take(left + 1).read_to_end(&mut bytes).map_err(Refusal::Damaged)?;
        let length = bytes.len() as u64;
        if length > left {
            return Err(if self.plausible >= MOST { Refusal::TooLarge } else { Refusal::Bomb });
        }
        self.unpacked += length;
        Ok(bytes)
    }
}

impl Refusal {
    /// As a sentence's end, after `it`.
    pub(super) fn why(&self) -> String {
        match self {
            Self::TooLarge => format!("unpacks to more than {} MB", MOST / 1_000_000),
            Self::Bomb => format!("unpacks to more than {MOST_TIMES} times its size"),
            Self::Damaged(error) => format!("cannot be unpacked: {error}"),
        }
    }
}
