//! A page as its lines.

use std::ops::Range;

use super::shape::width;

/// A line that has something on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Without white space at either end; bytes of the page.
    pub range: Range<usize>,
    /// From 1.
    pub number: u32,
    /// How many empty lines stand before it.
    pub gap: u32,
    /// How many white space characters stand before it on its line.
    pub indent: usize,
    /// How many columns of a fixed-width font that white space takes.
    pub inset: usize,
}

/// The lines of a page. A line ends as Unicode says (UAX 14, mandatory breaks), so that text copied
/// from a PDF or a word processor falls apart where it did there.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut gap, mut number, mut start) = (0, 1, 0);
    let mut chars = text.char_indices().peekable();
    let mut end_line = |range: Range<usize>, number: u32| {
        let raw = text.get(range.clone()).unwrap_or_default();
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            gap += 1;
            return;
        }
        let before = raw.len() - raw.trim_start().len();
        let white = raw.get(..before).unwrap_or_default();
        let (indent, inset) = (white.chars().count(), width(white));
        let at = range.start + before;
        lines.push(Line { range: at..at + trimmed.len(), number, gap, indent, inset });
        gap = 0;
    };
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            continue;
        }
        end_line(start..at, number);
        if c == '\r' {
            chars.next_if(|(_, next)| *next == '\n');
        }
        start = chars.peek().map_or(text.len(), |(next, _)| *next);
        // Editors count these only.
        number += u32::from(matches!(c, '\n' | '\r'));
    }
    end_line(start..text.len(), number);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_what_stands_before_them() {
        let found = lines("\r\n　　甲\r\n\n\n乙 \u{2028}丙");
        let told: Vec<_> = found.iter().map(|l| (l.number, l.gap, l.indent)).collect();
        assert_eq!(told, [(2, 1, 2), (5, 2, 0), (5, 0, 0)]);
        assert_eq!(found[0].range, 8..11);
    }
}
