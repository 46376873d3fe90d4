//! What a release tells the press, not the reader: telephone numbers, addresses, the fields of a form.

use super::lexicon::{List, phrases};

/// Whether a line ends in a telephone number, a mail address or a link, or names such a thing before
/// a colon: what a release tells the press, not the reader.
pub(super) fn is_contact(text: &str) -> bool {
    is_called(text) || is_linked(text) || is_field(text)
}

/// Whether a telephone number stands at the end of a line: seven digits, with what may stand between them.
fn is_called(text: &str) -> bool {
    let mut digits = 0;
    text.chars().rev().take(30).any(|c| {
        match c {
            '0'..='9' => digits += 1,
            '-' | '#' | '(' | ')' | '＃' | ' ' => {}
            _ => digits = 0,
        }
        digits > 6
    })
}

/// Whether the last word of a line is a mail address or a link.
fn is_linked(text: &str) -> bool {
    let signs = ["http", "www.", "@"];
    // Few lines have such a sign anywhere.
    signs.iter().any(|sign| text.contains(sign)) && {
        let last = text.split_whitespace().next_back().unwrap_or_default();
        signs.iter().any(|sign| last.contains(sign))
    }
}

/// `地點：某處`: a line of a form, by the word before its colon.
pub(super) fn is_field(text: &str) -> bool {
    let mut opening = text.char_indices().take(12);
    let colon = opening.find(|(_, c)| matches!(c, '：' | ':'));
    let name = colon.and_then(|(at, _)| text.get(..at));
    name.is_some_and(|name| phrases(List::Fields).within(name))
}
