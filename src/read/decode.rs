//! From bytes to text.

use std::borrow::Cow;

use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use super::damage::Damage;
use super::{Place, ReadError, charset, magic};
use crate::model::{Diagnostic, Severity};

/// Text, where its bytes were damaged, and how its encoding was known.
struct Decoded<'a> {
    /// The bytes themselves where they are UTF-8.
    text: Cow<'a, str>,
    damage: Damage,
    encoding: &'static str,
    /// As in `by its byte order mark`.
    known: &'static str,
}

const BY_MARK: &str = "by its byte order mark";

/// The file's text, without a byte order mark; which encoding it was in, where that is not UTF-8;
/// and where its bytes were damaged. `set` is the encoding that the author names.
pub(super) fn decode<'a>(
    name: &str,
    bytes: &'a [u8],
    set: Option<&'static Encoding>,
) -> Result<(Cow<'a, str>, Vec<Diagnostic>), ReadError> {
    let decoded = match bytes {
        // UTF-16's mark is the beginning of UTF-32's.
        [0xFF, 0xFE, 0, 0, rest @ ..] => utf32(rest, 4, u32::from_le_bytes),
        [0, 0, 0xFE, 0xFF, rest @ ..] => utf32(rest, 4, u32::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, 2, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, 2, u16::from_be_bytes),
        _ => unmarked(name, bytes, set)?,
    };
    let Decoded { text, damage, encoding, known } = decoded;
    let mut findings = Vec::new();
    if encoding != UTF_8.name() {
        let at = text.char_indices().find(|(_, c)| !c.is_ascii());
        let range = at.map_or(0..0, |(at, c)| at..at + c.len_utf8());
        let message = format!("read as {encoding}, {known}");
        let help = "where that is wrong, save the file as UTF-8";
        let place = Place::new(name, &text, range);
        findings.push(place.finding(Severity::Note, "encoding/detected", message, help));
    }
    findings.extend(damage.findings(name, &text));
    Ok((text, findings))
}

/// Reads what no byte order mark tells, unless that of UTF-8.
fn unmarked<'a>(
    name: &str,
    bytes: &'a [u8],
    set: Option<&'static Encoding>,
) -> Result<Decoded<'a>, ReadError> {
    if let Some(what) = magic::binary(bytes) {
        return Err(ReadError::NotText { name: name.to_owned(), what, offset: 0 });
    }
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        let what = "binary data (it holds NUL bytes)";
        let error = ReadError::NotText { name: name.to_owned(), what, offset };
        return wide(bytes).ok_or(error);
    }
    if let Some(encoding) = set.filter(|_| std::str::from_utf8(bytes).is_err()) {
        return Ok(legacy(bytes, encoding, "as its author says"));
    }
    let declared = charset::declared(bytes);
    if declared == Some(ISO_2022_JP) && bytes.contains(&0x1B) {
        return Ok(legacy(bytes, ISO_2022_JP, "as it says itself"));
    }
    if charset::shifts_to_japanese(bytes) {
        return Ok(legacy(bytes, ISO_2022_JP, "by its bytes"));
    }
    let marked = bytes.starts_with(b"\xEF\xBB\xBF");
    let (decoded, first) = utf8(bytes, if marked { 3 } else { 0 });
    let Some(offset) = first.filter(|_| !marked) else { return Ok(decoded) };
    // A stray byte or two in a text is damage; where little else than damage is left beside ASCII,
    // the file is in another encoding, and a page of U+FFFD would help nobody.
    let damage = decoded.damage.count;
    let foreign = decoded.text.chars().filter(|c| !c.is_ascii()).count().saturating_sub(damage);
    if damage <= foreign {
        return Ok(decoded);
    }
    other(bytes, declared).ok_or_else(|| ReadError::Encoding { name: name.to_owned(), offset })
}

/// Reads bytes in the encoding that they declare, or that they look like; none where little but damage comes of it.
fn other(bytes: &[u8], declared: Option<&'static Encoding>) -> Option<Decoded<'static>> {
    let (encoding, known) = match declared.filter(|encoding| charset::fits(bytes, encoding)) {
        Some(encoding) => (encoding, "as it says itself"),
        None => (charset::guessed(bytes), "by its bytes"),
    };
    let decoded = legacy(bytes, encoding, known);
    let length = decoded.text.chars().count();
    let controls = decoded.text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    ((decoded.damage.count + controls) * 20 <= length).then_some(decoded)
}

/// The text, and the first byte of the file that is not UTF-8.
fn utf8(bytes: &[u8], start: usize) -> (Decoded<'_>, Option<usize>) {
    if let Ok(text) = std::str::from_utf8(bytes.get(start..).unwrap_or_default()) {
        let (text, damage) = (Cow::Borrowed(text), Damage::default());
        return (Decoded { text, damage, encoding: UTF_8.name(), known: "" }, None);
    }
    let mut text = String::with_capacity(bytes.len());
    let mut damage = Damage::default();
    let mut consumed = start;
    let mut first = None;
    for chunk in bytes.get(start..).unwrap_or_default().utf8_chunks() {
        text.push_str(chunk.valid());
        consumed += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            first.get_or_insert(consumed);
            damage.replace(&mut text, consumed);
            consumed += chunk.invalid().len();
        }
    }
    (Decoded { text: text.into(), damage, encoding: UTF_8.name(), known: "" }, first)
}

/// `start` is how many bytes of the file stand before `bytes`.
fn utf16(bytes: &[u8], start: usize, unit: fn([u8; 2]) -> u16) -> Decoded<'static> {
    let mut text = String::with_capacity(bytes.len());
    let mut damage = Damage::default();
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut offset = start;
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
    let little = unit([1, 0]) == 1;
    let encoding = if little { UTF_16LE.name() } else { UTF_16BE.name() };
    Decoded { text: text.into(), damage, encoding, known: BY_MARK }
}

/// `start` is how many bytes of the file stand before `bytes`.
fn utf32(bytes: &[u8], start: usize, unit: fn([u8; 4]) -> u32) -> Decoded<'static> {
    let mut text = String::with_capacity(bytes.len());
    let mut damage = Damage::default();
    let (units, rest) = bytes.as_chunks::<4>();
    for (n, bytes) in units.iter().enumerate() {
        match char::from_u32(unit(*bytes)) {
            Some(c) => text.push(c),
            None => damage.replace(&mut text, start + 4 * n),
        }
    }
    if !rest.is_empty() {
        damage.replace(&mut text, start + 4 * units.len());
    }
    let encoding = if unit([1, 0, 0, 0]) == 1 { "UTF-32LE" } else { "UTF-32BE" };
    Decoded { text: text.into(), damage, encoding, known: BY_MARK }
}

/// Text in units of two or four bytes without a mark: of the four readings the one that is whole and
/// has the largest share of characters that pages are made of.
fn wide(bytes: &[u8]) -> Option<Decoded<'static>> {
    let readings = [
        utf32(bytes, 0, u32::from_le_bytes),
        utf32(bytes, 0, u32::from_be_bytes),
        utf16(bytes, 0, u16::from_le_bytes),
        utf16(bytes, 0, u16::from_be_bytes),
    ];
    let usual = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{3000}'..='\u{9FFF}');
    let is_text = |text: &str| !text.chars().any(|c| c.is_control() && !c.is_whitespace());
    let whole = readings.into_iter().filter(|read| read.damage.count == 0 && is_text(&read.text));
    // Compared in thousandths, so that the first of equals is told exactly.
    let share = |read: &Decoded<'_>| {
        let count = read.text.chars().count().max(1);
        read.text.chars().filter(|c| usual(*c)).count() * 1000 / count
    };
    let best = whole.max_by_key(share)?;
    (share(&best) >= 500).then_some(Decoded { known: "by its bytes", ..best })
}

fn legacy(bytes: &[u8], encoding: &'static Encoding, known: &'static str) -> Decoded<'static> {
    let (text, damage) = charset::decode(bytes, encoding);
    Decoded { text: text.into(), damage, encoding: encoding.name(), known }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, usize) {
        let (text, findings) = decode("x", bytes, None).expect("text");
        (text.into_owned(), findings.len())
    }

    #[test]
    fn the_byte_order_mark_tells_the_encoding_and_is_not_text() {
        assert_eq!(text("\u{FEFF}港".as_bytes()), ("港".to_owned(), 0));
        assert_eq!(text(b"\xFF\xFE\x2F\x6E"), ("港".to_owned(), 1));
        assert_eq!(text(b"\xFE\xFF\x6E\x2F\xD8"), ("港\u{FFFD}".to_owned(), 2));
    }

    #[test]
    fn mail_in_seven_bits_is_japanese() {
        let mail = b"\x1B$B9A$ND+\x1B(B, by ferry";
        assert_eq!(text(mail), ("港の朝, by ferry".to_owned(), 1));
        assert_eq!(text(b"costs $B 5 \x1B[0m"), ("costs $B 5 \x1B[0m".to_owned(), 0));
    }

    #[test]
    fn damage_is_told_with_its_place() {
        let mut bytes = "第一行\n港口".as_bytes().to_vec();
        bytes.insert(10, 0xFF);
        let (decoded, findings) = decode("x", &bytes, None).expect("text");
        assert_eq!(decoded, "第一行\n\u{FFFD}港口");
        assert_eq!((findings[0].line, findings[0].range.clone()), (2, 10..13));
    }

    #[test]
    fn an_encoding_other_than_utf8_is_found_and_told() {
        let page = "潮水退去之後，老船員認得舊碼頭。清晨，海面平靜得像一張紙，沒有風，也沒有浪。";
        let (big5, ..) = encoding_rs::BIG5.encode(page);
        let wide: Vec<u8> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let line_end = [&wide[..], b"\n\0"].concat();
        let utf32: Vec<u8> =
            "\u{FEFF}港".chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
        for (bytes, name) in
            [(&*big5, "Big5"), (&line_end[..], "UTF-16LE"), (&utf32[..], "UTF-32BE")]
        {
            let (text, findings) = decode("x", bytes, None).expect("text");
            assert!(text.starts_with(['潮', '港']), "{name}: {text}");
            assert!(findings[0].message.contains(name), "{}", findings[0].message);
            assert_eq!((findings[0].code.as_str(), findings.len()), ("encoding/detected", 1));
        }
    }

    #[test]
    fn damage_in_another_encoding_is_told_with_its_place() {
        let page = "潮水退去之後，老船員認得舊碼頭，也認得每一條船。\n清晨，海面平靜得像一張紙，沒有風，也沒有浪。";
        let (big5, ..) = encoding_rs::BIG5.encode(page);
        let at = big5.iter().position(|byte| *byte == b'\n').expect("two lines") + 1;
        let mut bytes = big5.into_owned();
        bytes.insert(at, 0xFF);
        let (text, findings) = decode("x", &bytes, None).expect("text");
        assert!(text.contains("\n\u{FFFD}清晨"), "{text}");
        assert_eq!((findings[1].line, findings[1].code.as_str()), (2, "encoding/replaced"));
        assert!(findings[1].message.contains(&format!("byte {at} ")));
    }

    #[test]
    fn a_text_may_begin_with_the_name_of_a_format() {
        for page in ["GIF89a turns 30", "RIFF: a new album", "BZh9", "OggS", "ID3 tags\r\n\t潮水"]
        {
            assert_eq!(text(page.as_bytes()), (page.to_owned(), 0));
        }
        for bytes in [&b"GIF89a\x40\x01\xF0\0"[..], b"BZh91AY&SY\x07", b"ID3\x03\0", b"%PDF-1.7\n"]
        {
            assert!(matches!(decode("x", bytes, None), Err(ReadError::NotText { offset: 0, .. })));
        }
    }

    #[test]
    fn encodings_that_are_listed_to_be_refused_are_none() {
        let mut options = super::super::Options::default();
        for label in ["iso-2022-kr", "hz-gb-2312", "replacement"] {
            assert!(!options.set_encoding(label), "{label}");
        }
        assert!(options.set_encoding("big5"));
        let page = "<meta charset=\"hz-gb-2312\"><p>The tide is out \u{2014} again</p>";
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(page);
        assert!(text(&bytes).0.contains("The tide"));
    }

    #[test]
    fn what_is_no_text_is_named() {
        let told = |bytes: &[u8]| decode("x", bytes, None).expect_err("no text").to_string();
        assert!(told(b"\x89PNG\r\n").contains("PNG"));
        assert!(told(b"a\0b").contains("byte 1"));
        let noise: Vec<u8> = (1..=255).collect();
        assert!(told(&noise).contains("UTF-8"));
    }
}
