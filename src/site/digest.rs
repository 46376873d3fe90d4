//! SHA-256, and how it is written in names and policies.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

pub(super) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// In lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or_default();
    bytes.iter().flat_map(|&byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// In the standard alphabet of RFC 4648, padded.
pub(super) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The same, behind what is there.
pub(super) fn add_base64(bytes: &[u8], to: &mut String) {
    STANDARD.encode_string(bytes, to);
}

/// A file's name with its content in it, so that a browser may keep the file for ever.
pub(super) fn hashed(stem: &str, extension: &str, content: &[u8]) -> String {
    let digest: String = hex(&sha256(content)).chars().take(16).collect();
    format!("{stem}-{digest}.{extension}")
}

/// The source expression that lets one inline script or style sheet through a Content Security Policy.
pub(super) fn csp_hash(inline: &str) -> String {
    format!("'sha256-{}'", base64(&sha256(inline.as_bytes())))
}
