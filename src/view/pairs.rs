//! Keys and values as they stand in a URL: `key=value` pairs with `&` between them, escaped.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What is escaped: everything but RFC 3986's unreserved characters and `:`, which entities' ids hold.
pub(super) const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b':');

pub(super) fn pairs(keys: &str) -> impl Iterator<Item = (&str, &str)> {
    keys.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

pub(super) fn escape(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

/// The text that an escaped one stands for; `+` is a space, as in a form. `None` where it is not UTF-8
/// or longer than `limit` code points.
pub(super) fn unescape(text: &str, limit: usize) -> Option<String> {
    let spaced = text.replace('+', " ");
    let plain = percent_decode_str(&spaced).decode_utf8().ok()?;
    (plain.chars().take(limit + 1).count() <= limit).then(|| plain.into_owned())
}

/// Writes `key=value` pairs after what stands there.
pub(super) struct Keys<'a> {
    pub(super) out: &'a mut String,
    pub(super) next: char,
}

impl Keys<'_> {
    pub(super) fn text(&mut self, key: &str, value: &str) {
        self.raw(key, &escape(value));
    }

    pub(super) fn raw(&mut self, key: &str, value: &str) {
        self.out.push(std::mem::replace(&mut self.next, '&'));
        self.out.push_str(key);
        self.out.push('=');
        self.out.push_str(value);
    }
}
