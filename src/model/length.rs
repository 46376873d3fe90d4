//! How much there is to read.

/// How many characters and words a text has, as word processors count where both kinds of script meet: each character of a
/// script that sets no spaces is one, its punctuation included, and each run of others between spaces is one.
///
/// ```
/// use newsprint::model::amount;
///
/// assert_eq!(amount("一條長廊，20 米。"), 8);
/// assert_eq!(amount("A twenty-metre arcade, rebuilt."), 4);
/// ```
#[must_use]
pub fn amount(text: &str) -> usize {
    let mut in_word = false;
    let begins = |c: &char| {
        let (alone, goes_on) = (is_wide(*c), in_word);
        in_word = !alone && !c.is_whitespace();
        alone || in_word && !goes_on
    };
    text.chars().filter(begins).count()
}

/// Whether what is written in a language, by its BCP 47 tag, is mostly counted by characters: it sets no spaces.
#[must_use]
pub fn sets_no_spaces(language: &str) -> bool {
    matches!(language.split('-').next(), Some("zh" | "ja" | "yue" | "lzh"))
}

/// Han, kana and the punctuation that is set as wide as they are: between two of these, white space is
/// where a line was broken or a headline was spaced out, and no reader types it.
// Written once into the viewer.
#[inline(never)]
pub(crate) fn is_wide(c: char) -> bool {
    matches!(u32::from(c),
        0x2E80..=0x2FDF | 0x3001..=0x30FF | 0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF
        | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF01..=0xFF0F | 0xFF1A..=0xFF20 | 0xFF3B..=0xFF40
        | 0xFF5B..=0xFF9F | 0x20000..=0x323AF)
}
