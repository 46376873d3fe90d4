//! Where lines meet: whether a line break between two characters stands for a space.

/// Whether a character is written in the manner of Chinese: without spaces, one to the square.
pub(crate) fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{A4CF}'     // radicals, punctuation, kana, bopomofo, ideographs, Yi
        | '\u{F900}'..='\u{FAFF}'   // compatibility ideographs
        | '\u{FE30}'..='\u{FE4F}'   // vertical forms
        | '\u{FF00}'..='\u{FFEF}'   // fullwidth and halfwidth forms
        | '\u{20000}'..='\u{3FFFF}' // further ideographs
    )
}

/// The common ideographs, which are most characters of a Chinese page: letters all of them.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// The common signs of Chinese typesetting: neither letters nor numbers.
fn is_sign(c: char) -> bool {
    matches!(c,
        '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' // ideographic space, stops, brackets
        | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' // full-width signs
    )
}

/// [`char::is_alphabetic`], which looks up in a table what most characters of a Chinese page show at once.
pub(crate) fn is_letter(c: char) -> bool {
    is_han(c) || !is_sign(c) && c.is_alphabetic()
}

/// [`char::is_numeric`], likewise.
pub(crate) fn is_numeric(c: char) -> bool {
    !is_han(c) && !is_sign(c) && c.is_numeric()
}

/// [`char::is_alphanumeric`], likewise.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    is_letter(c) || is_numeric(c)
}

/// Whether a space belongs between the end of one line and the beginning of the next.
pub(crate) fn needs_space(last: char, first: char) -> bool {
    let is_quote = |c| matches!(c, '“' | '”' | '‘' | '’' | '…' | '—');
    let without = is_cjk(last) || is_cjk(first) || is_quote(last) && is_quote(first);
    let spaced = last.is_whitespace() || first.is_whitespace();
    !without && !spaced && last != '-'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_at_once_is_what_the_standard_says() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_numeric(c), c.is_numeric(), "{c:?}");
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn chinese_lines_meet_without_a_space() {
        assert!(!needs_space('臺', '灣'));
        assert!(!needs_space('第', '4'));
        assert!(needs_space('e', 't'));
        assert!(!needs_space('-', 't'));
    }
}
