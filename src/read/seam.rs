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

/// [`char::is_alphabetic`], which looks the common ideographs up in a table though all of them are.
pub(crate) fn is_letter(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}') || c.is_alphabetic()
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
    use super::needs_space;

    #[test]
    fn chinese_lines_meet_without_a_space() {
        assert!(!needs_space('臺', '灣'));
        assert!(!needs_space('第', '4'));
        assert!(needs_space('e', 't'));
        assert!(!needs_space('-', 't'));
    }
}
