//! Numbers and strings as bytes.

use std::collections::BTreeMap;

/// Writes one part.
#[derive(Default)]
pub(crate) struct Writer {
    pub(crate) bytes: Vec<u8>,
    words: BTreeMap<String, u64>,
}

impl Writer {
    pub(crate) fn number(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push(low_bits(value) | 0x80);
            value >>= 7;
        }
        self.bytes.push(low_bits(value));
    }

    pub(crate) fn count(&mut self, value: usize) {
        self.number(value as u64);
    }

    /// A number that is mostly near the one `before`.
    pub(crate) fn near(&mut self, value: u32, before: u32) {
        let step = i64::from(value) - i64::from(before);
        self.number(((step << 1) ^ (step >> 63)).cast_unsigned());
    }

    pub(crate) fn flag(&mut self, value: bool) {
        self.bytes.push(u8::from(value));
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.count(text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// A text that may come again in this part.
    pub(crate) fn word(&mut self, text: &str) {
        if let Some(&index) = self.words.get(text) {
            return self.number(index + 1);
        }
        self.number(0);
        self.text(text);
        self.words.insert(text.to_owned(), self.words.len() as u64);
    }

    pub(crate) fn maybe(&mut self, text: Option<&str>) {
        self.flag(text.is_some());
        if let Some(text) = text {
            self.text(text);
        }
    }

    pub(crate) fn maybe_word(&mut self, text: Option<&str>) {
        self.flag(text.is_some());
        if let Some(text) = text {
            self.word(text);
        }
    }

    pub(crate) fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.count(items.len());
        for item in items {
            write(self, item);
        }
    }
}

fn low_bits(value: u64) -> u8 {
    (value & 0x7F) as u8
}

/// Reads one part. Every method gives nothing where the bytes do not hold what is asked for.
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    words: Vec<&'a str>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, words: Vec::new() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(first)
    }

    pub(crate) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        Some(taken)
    }

    /// What is not yet read.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.bytes
    }

    pub(crate) fn number(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7F);
            if shift == 63 && bits > 1 {
                return None;
            }
            value |= bits << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    pub(crate) fn count(&mut self) -> Option<usize> {
        self.number()?.try_into().ok()
    }

    pub(crate) fn small(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    pub(crate) fn near(&mut self, before: u32) -> Option<u32> {
        let folded = self.number()?;
        let step = (folded >> 1).cast_signed() ^ -(folded & 1).cast_signed();
        i64::from(before).checked_add(step)?.try_into().ok()
    }

    pub(crate) fn flag(&mut self) -> Option<bool> {
        match self.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    fn str(&mut self) -> Option<&'a str> {
        let length = self.count()?;
        std::str::from_utf8(self.take(length)?).ok()
    }

    pub(crate) fn text(&mut self) -> Option<String> {
        self.str().map(str::to_owned)
    }

    pub(crate) fn word(&mut self) -> Option<&'a str> {
        if let Some(index) = self.count()?.checked_sub(1) {
            return self.words.get(index).copied();
        }
        let word = self.str()?;
        self.words.push(word);
        Some(word)
    }

    /// A text that may be absent; the outer option is whether the bytes hold either.
    #[expect(clippy::option_option, reason = "unreadable is not absent")]
    pub(crate) fn maybe(&mut self) -> Option<Option<String>> {
        if self.flag()? { self.text().map(Some) } else { Some(None) }
    }

    /// As [`Reader::maybe`], for a text that may come again.
    #[expect(clippy::option_option, reason = "unreadable is not absent")]
    pub(crate) fn maybe_word(&mut self) -> Option<Option<String>> {
        if self.flag()? { self.word().map(|word| Some(word.to_owned())) } else { Some(None) }
    }

    pub(crate) fn list<T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        // The list grows as items are read, each taking a byte at least: a count alone takes no memory.
        let count = self.count()?;
        let mut items = Vec::new();
        for _ in 0..count {
            items.push(read(self)?);
        }
        Some(items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_survive() {
        let mut writer = Writer::default();
        let numbers = [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX];
        for number in numbers {
            writer.number(number);
        }
        writer.near(u32::MAX, 0);
        writer.near(0, u32::MAX);
        let mut reader = Reader::new(&writer.bytes);
        for number in numbers {
            assert_eq!(reader.number(), Some(number));
        }
        assert_eq!(reader.near(0), Some(u32::MAX));
        assert_eq!(reader.near(u32::MAX), Some(0));
        assert_eq!(reader.number(), None);
    }

    #[test]
    fn a_number_too_long_is_refused() {
        assert_eq!(Reader::new(&[0xFF; 11]).number(), None);
    }
}
