//! Bytes as text, denser than in base64: 1.23 characters a byte rather than 1.33.
//!
//! Thirteen bits are two digits of base 91 (91² = 8281, 2¹³ = 8192). The digits are the
//! printable characters of ASCII without the space and without `<`, `&` and `\`: so nothing in the text ends an
//! element, begins a comment or a character reference, and it stays what it is in every encoding that is saved, sent
//! or declared by mistake.

/// `bytes` in digits. What is left at the end is one digit for up to six bits, else two; so as many bytes come back
/// as went in. `open.js` has the way back.
pub(super) fn dense(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for &byte in bytes {
        held |= u32::from(byte) << bits;
        bits += 8;
        if bits >= 13 {
            push_pair(&mut text, held & 0x1fff);
            held >>= 13;
            bits -= 13;
        }
    }
    match bits {
        0 => {}
        1..=6 => text.push(digit(held)),
        _ => push_pair(&mut text, held),
    }
    text
}

fn push_pair(text: &mut String, value: u32) {
    text.push(digit(value % 91));
    text.push(digit(value / 91));
}

/// The digit of a value below 91.
fn digit(value: u32) -> char {
    let mut code = value + 0x21;
    for left_out in ['&', '<', '\\'] {
        code += u32::from(code >= u32::from(left_out));
    }
    char::from_u32(code).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `open.js` does it.
    fn undone(text: &str) -> Vec<u8> {
        let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0_u32);
        let digits: Vec<u32> = text
            .chars()
            .map(u32::from)
            .map(|c| c - 33 - u32::from(c > 38) - u32::from(c > 60) - u32::from(c > 92))
            .collect();
        for pair in digits.chunks(2) {
            let (value, more) = match pair {
                [low, high] => (low + high * 91, 13),
                [last] => (*last, 6),
                _ => (0, 0),
            };
            held |= value << bits;
            bits += more;
            while bits >= 8 {
                bytes.push(held.to_le_bytes()[0]);
                held >>= 8;
                bits -= 8;
            }
        }
        bytes
    }

    #[test]
    fn every_length_comes_back_whole() {
        let bytes: Vec<u8> = (0..=255_u8).chain((0..=255).rev()).cycle().take(600).collect();
        for length in 0..bytes.len() {
            let part = bytes.get(..length).unwrap_or_default();
            assert_eq!(undone(&dense(part)), part, "{length}");
        }
    }

    #[test]
    fn the_digits_are_harmless() {
        let digits: String = (0..91).map(digit).collect();
        assert!(digits.bytes().all(|byte| byte.is_ascii_graphic()));
        assert!(!digits.contains(['<', '&', '\\', ' ']));
        assert_eq!(digits.chars().collect::<std::collections::BTreeSet<_>>().len(), 91);
    }
}
