//! From bytes to text.

use super::{Place, ReadError};
use crate::model::{Diagnostic, Severity};

/// More findings of damaged bytes than this are summed up in one.
const MOST_FINDINGS: usize = 20;

/// What begins with these bytes is no text, and this is what it is.
const MAGIC: [(&[u8], &str); 20] = [
    (b"\x89PNG", "a PNG picture"),
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound or picture file (RIFF)"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (or a DOCX, EPUB or ODT file)"),
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

/// The file's text, without a byte order mark, and where its bytes were damaged.
pub(super) fn decode(name: &str, bytes: &[u8]) -> Result<(String, Vec<Diagnostic>), ReadError> {
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(ReadError::NotText { name: name.to_owned(), what, offset: 0 });
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Ok(utf16(name, rest, u16::from_le_bytes));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Ok(utf16(name, rest, u16::from_be_bytes));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        let what = "binary data (it holds NUL bytes)";
        return Err(ReadError::NotText { name: name.to_owned(), what, offset });
    }
    utf8(name, bytes)
}

fn utf8(name: &str, bytes: &[u8]) -> Result<(String, Vec<Diagnostic>), ReadError> {
    let mut text = String::with_capacity(bytes.len());
    let mut damage = Damage::default();
    let mut consumed = 0;
    let mut first = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        consumed += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            first.get_or_insert(consumed);
            damage.replace(&mut text, consumed);
            consumed += chunk.invalid().len();
        }
    }
    // A stray byte or two in a text is damage; where little else than damage is left beside ASCII,
    // the file is in another encoding, and a page of U+FFFD would help nobody.
    let foreign = text.chars().filter(|c| !c.is_ascii()).count().saturating_sub(damage.count);
    if let Some(offset) = first
        && damage.count > foreign
        && damage.count * 20 > text.chars().count()
    {
        return Err(ReadError::Encoding { name: name.to_owned(), offset });
    }
    let findings = damage.findings(name, &text);
    Ok((text, findings))
}

fn utf16(name: &str, bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, Vec<Diagnostic>) {
    let mut text = String::with_capacity(bytes.len());
    let mut damage = Damage::default();
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut offset = 2;
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        if let Ok(c) = decoded {
            text.push(c);
            offset += 2 * c.len_utf16();
        } else {
            damage.replace(&mut text, offset);
            offset += 2;
        }
    }
    if !rest.is_empty() {
        damage.replace(&mut text, offset);
    }
    let findings = damage.findings(name, &text);
    (text, findings)
}

/// Places where bytes were no text: in the decoded text and in the file.
#[derive(Default)]
struct Damage {
    count: usize,
    places: Vec<(usize, usize)>,
}

impl Damage {
    fn replace(&mut self, text: &mut String, offset: usize) {
        self.count += 1;
        if self.places.len() < MOST_FINDINGS {
            self.places.push((text.len(), offset));
        }
        text.push(char::REPLACEMENT_CHARACTER);
    }

    fn findings(&self, name: &str, text: &str) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for (n, (at, offset)) in self.places.iter().enumerate() {
            let range = *at..*at + char::REPLACEMENT_CHARACTER.len_utf8();
            let rest = self.count - n;
            let message = if n + 1 == MOST_FINDINGS && rest > 1 {
                format!(
                    "bytes that are no text at byte {offset}, and {} more such places",
                    rest - 1
                )
            } else {
                format!("bytes that are no text at byte {offset} are shown as U+FFFD")
            };
            let help = "save the file as UTF-8, or mend the place";
            let code = "encoding/replaced";
            let place = Place::new(name, text, range);
            findings.push(place.finding(Severity::Warning, code, message, help));
        }
        findings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, usize) {
        let (text, findings) = decode("x", bytes).expect("text");
        (text, findings.len())
    }

    #[test]
    fn the_byte_order_mark_tells_the_encoding_and_is_not_text() {
        assert_eq!(text("\u{FEFF}港".as_bytes()), ("港".to_owned(), 0));
        assert_eq!(text(b"\xFF\xFE\x2F\x6E"), ("港".to_owned(), 0));
        assert_eq!(text(b"\xFE\xFF\x6E\x2F\xD8"), ("港\u{FFFD}".to_owned(), 1));
    }

    #[test]
    fn damage_is_told_with_its_place() {
        let mut bytes = "第一行\n港口".as_bytes().to_vec();
        bytes.insert(10, 0xFF);
        let (decoded, findings) = decode("x", &bytes).expect("text");
        assert_eq!(decoded, "第一行\n\u{FFFD}港口");
        assert_eq!((findings[0].line, findings[0].range.clone()), (2, 10..13));
    }

    #[test]
    fn what_is_no_text_is_named() {
        let told = |bytes: &[u8]| decode("x", bytes).expect_err("no text").to_string();
        assert!(told(b"\x89PNG\r\n").contains("PNG"));
        assert!(told(b"a\0b").contains("byte 1"));
        assert!(told(&[0xA4, 0xA4, 0xA4, 0xE5, 0xB3, 0xF8, 0xAF, 0xC8]).contains("UTF-8"));
    }
}
