//! Files that are no text, told by their first bytes.

/// What begins with these bytes is no text, and this is what it is.
const MAGIC: [(&[u8], &str); 20] = [
    (b"\x89PNG", "a PNG picture"),
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound or picture file (RIFF)"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (or an ODT or XLSX file)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"\xFD7zXZ\0", "an xz archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xBC\xAF", "a 7-Zip archive"),
    (b"\x28\xB5\x2F\xFD", "a Zstandard archive"),
    (b"\xD0\xCF\x11\xE0", "an old Office file"),
    (b"\0asm", "a WebAssembly module"),
    (b"\x7FELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
];

/// What bytes are that begin like no text.
pub(super) fn binary(bytes: &[u8]) -> Option<&'static str> {
    MAGIC.iter().find(|(magic, _)| has(bytes, magic)).map(|(_, what)| *what)
}

/// Whether bytes begin with a mark, and are what has it. A text may begin with a mark that is a word, as with the name of
/// the format; what else has one holds bytes that no text holds.
fn has(bytes: &[u8], magic: &[u8]) -> bool {
    let Some(rest) = bytes.strip_prefix(magic) else { return false };
    let is_word = magic.iter().all(u8::is_ascii_alphanumeric);
    // ESC stands in mail in seven bits.
    let is_foreign = |byte: &u8| byte.is_ascii_control() && !b"\t\n\x0C\r\x1B".contains(byte);
    !is_word || rest.iter().any(is_foreign)
}
