//! Brackets and white space around what a line says.

use std::ops::Range;

/// What closes a bracket.
pub(super) fn counterpart(open: char) -> Option<char> {
    Some(match open {
        '（' => '）',
        '(' => ')',
        '【' => '】',
        '〔' => '〕',
        '［' => '］',
        '[' => ']',
        _ => return None,
    })
}

/// What brackets around a whole range enclose.
pub(super) fn bracketed(line: &str, range: Range<usize>) -> Option<Range<usize>> {
    let text = line.get(range.clone())?;
    let (open, last) = (text.chars().next()?, text.chars().next_back()?);
    if counterpart(open) != Some(last) || text.len() == open.len_utf8() {
        return None;
    }
    let inner = range.start + open.len_utf8()..range.end.checked_sub(last.len_utf8())?;
    let alone = !line.get(inner.clone())?.contains([open, last]);
    (alone && !inner.is_empty()).then_some(inner)
}

/// A range without the white space at its ends.
pub(super) fn trimmed(line: &str, range: Range<usize>) -> Range<usize> {
    let text = line.get(range.clone()).unwrap_or_default();
    let start = range.start + (text.len() - text.trim_start().len());
    start..start + text.trim().len()
}
