//! Encodings older than Unicode: which a file is in, and its text.
//!
//! The tables are those of the WHATWG Encoding Standard, by `encoding_rs`: its Big5 has the Hong Kong
//! characters (HKSCS), its gb18030 reads GBK and GB 2312, its EUC-KR the whole of Windows-949. The
//! guess is `chardetng`'s, the one that Firefox makes.

use std::collections::BTreeMap;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

use super::damage::Damage;

/// How far a file is searched for what it says of itself, in bytes: the HTML Standard's prescan (13.2.3.2).
const PRESCAN: usize = 1024;

/// The encoding that the beginning of a web page or an XML file names.
pub(super) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..PRESCAN).unwrap_or(bytes).to_ascii_lowercase();
    let start = head.trim_ascii_start();
    if !start.starts_with(b"<") {
        return None;
    }
    let labels: [&[u8]; 2] = [b"charset", b"encoding"];
    let label = labels.iter().find_map(|label| {
        let at = head.windows(label.len()).position(|window| window == *label)?;
        let after = head.get(at + label.len()..)?.trim_ascii_start().strip_prefix(b"=")?;
        let value = after.trim_ascii_start();
        let value = value.strip_prefix(b"\"").or(value.strip_prefix(b"'")).unwrap_or(value);
        let ends = |byte: &u8| b"\"'>;? \t\r\n/".contains(byte);
        value.split(ends).next()
    })?;
    let encoding = whole(Encoding::for_label_no_replacement(label)?);
    let unicode = [UTF_8, UTF_16BE, UTF_16LE].contains(&encoding);
    (!unicode).then_some(encoding)
}

/// Unicode by its byte order mark, else UTF-8: all that XML in a package may be in (ECMA-376, part 2, 6.2.5).
pub(super) fn marked(bytes: &[u8]) -> &'static Encoding {
    Encoding::for_bom(bytes).map_or(UTF_8, |(encoding, _)| encoding)
}

/// Whether bytes are text in an encoding that the file names: one bad place in two hundred may be damage.
pub(super) fn fits(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let (text, damage) = decode(bytes, encoding);
    let foreign = text.chars().filter(|c| !c.is_ascii()).count();
    damage.count * 200 <= foreign.max(200)
}

/// The encoding that bytes which are not UTF-8 are most likely in.
///
/// One damaged byte rules an encoding of several bytes to the character out for the detector; so where
/// it finds one of single bytes, which nothing rules out, the lines are asked each for itself, and what
/// most of them say is taken where all the bytes are text in it.
pub(super) fn guessed(bytes: &[u8]) -> &'static Encoding {
    let whole = guess(bytes);
    if !whole.is_single_byte() {
        return whole;
    }
    let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
    for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_ascii()) {
        let weight = line.iter().filter(|byte| !byte.is_ascii()).count();
        *votes.entry(guess(line).name()).or_default() += weight;
    }
    let most = votes.iter().max_by_key(|(_, weight)| **weight);
    let of_lines = most.and_then(|(name, _)| Encoding::for_label(name.as_bytes()));
    of_lines.filter(|encoding| !encoding.is_single_byte() && fits(bytes, encoding)).unwrap_or(whole)
}

/// Whether bytes of seven bits hold the sequence with which ISO-2022-JP, the encoding of old Japanese mail, begins a
/// stretch of Japanese: ESC $ @ or ESC $ B (RFC 1468).
pub(super) fn shifts_to_japanese(bytes: &[u8]) -> bool {
    bytes.is_ascii() && bytes.windows(3).any(|three| matches!(three, b"\x1B$@" | b"\x1B$B"))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    whole(detector.guess(None, Utf8Detection::Deny))
}

/// GBK and gb18030 are decoded alike; the larger gives the name.
fn whole(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == GBK { GB18030 } else { encoding }
}

/// The text, with U+FFFD for each sequence of bytes that is none.
pub(super) fn decode(bytes: &[u8], encoding: &'static Encoding) -> (String, Damage) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::new();
    let mut damage = Damage::default();
    let mut read = 0;
    loop {
        let rest = bytes.get(read..).unwrap_or_default();
        let room = decoder.max_utf8_buffer_length_without_replacement(rest.len().min(1 << 16));
        text.reserve(room.unwrap_or(1 << 18));
        let (result, taken) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        read += taken;
        match result {
            DecoderResult::InputEmpty => return (text, damage),
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(length, after) => {
                let back = usize::from(length) + usize::from(after);
                damage.replace(&mut text, read.saturating_sub(back));
            }
        }
    }
}
