//! What every target asks: that nothing panics, and that a page loses nothing. `tests/suite/fuzz.rs` asks the same.

use newsprint::parse::explain;
use newsprint::read::{Body, read, unpack};

/// Reads and parses bytes under a name, whose ending says which reader is meant.
///
/// # Panics
/// Where a character of a page stands in its articles not once but never or twice.
pub fn holds(name: &str, bytes: &[u8]) {
    let Ok(unpacked) = unpack(name, bytes.to_vec()) else { return };
    for file in unpacked.files {
        let Ok(reading) = read(&file.name, &file.bytes) else { continue };
        for mut document in reading.documents {
            let parsed = explain(&mut document);
            let Body::Page(text) = &document.body else { continue };
            let mut times = vec![0_u8; text.len()];
            for byte in parsed.origins.iter().flat_map(|origin| &origin.ranges).flat_map(Clone::clone) {
                times[byte] += 1;
            }
            for (at, c) in text.char_indices() {
                assert!(times[at] == 1 || c.is_whitespace() && times[at] == 0, "{c:?} at {at}");
            }
        }
    }
}
