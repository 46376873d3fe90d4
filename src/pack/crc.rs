//! CRC-32 as zlib, gzip and PNG have it (ISO 3309, reflected, polynomial `0xEDB88320`).
//!
//! Own code, since crc32fast brings a table of 16 kB that does not compress, a tenth of all that a reader
//! downloads; this table is reckoned when it is first needed. A test holds the two to the same sums.

use std::sync::OnceLock;

/// The CRC-32 of `bytes`.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    static TABLE: OnceLock<Vec<u32>> = OnceLock::new();
    let table = TABLE.get_or_init(|| (0..=255).map(entry).collect());
    let step = |sum: u32, byte: &u8| {
        let index = (sum ^ u32::from(*byte)) & 0xFF;
        (sum >> 8) ^ table.get(index as usize).copied().unwrap_or_default()
    };
    !bytes.iter().fold(u32::MAX, step)
}

fn entry(byte: u32) -> u32 {
    (0..8).fold(byte, |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 })
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn sums_are_those_of_crc32fast() {
        let bytes: Vec<u8> = (0..=255).cycle().take(10_000).collect();
        for length in [0, 1, 9, 256, 10_000] {
            assert_eq!(crc32(&bytes[..length]), crc32fast::hash(&bytes[..length]));
        }
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }
}
