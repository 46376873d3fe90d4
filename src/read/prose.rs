//! The text of an article as it stands in one field: lines, or HTML as systems export it.

use super::{Piece, Words, html, source};

/// Whether a text is HTML: an element ends in it, or one that needs no end begins. A sign of less is neither.
fn is_html(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        let tag = text.get(at + 1..).unwrap_or_default();
        let ends = tag
            .strip_prefix('/')
            .is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()));
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).take(4).collect();
        ends || matches!(name.to_ascii_lowercase().as_str(), "p" | "br" | "img" | "hr")
            && tag.contains('>')
    })
}

/// Whether a character may be written as HTML writes it: `&amp;`, `&#8217;`.
fn has_references(text: &str) -> bool {
    text.match_indices('&').any(|(at, _)| {
        let name = text.get(at + 1..).unwrap_or_default();
        let length = name
            .bytes()
            .take(32)
            .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
            .count();
        length > 1 && name.as_bytes().get(length) == Some(&b';')
    })
}

/// The blocks of a text: those of HTML, or each line that has something on it a paragraph.
pub(super) fn blocks(text: &str) -> Vec<Piece> {
    if is_html(text) {
        return html::chapter(text);
    }
    let lines = text.lines().map(line).filter(|line| !line.is_empty());
    lines.map(|line| Piece::Paragraph(Words::from(line.as_str()))).collect()
}

/// A title, a name or a line of text, without what HTML alone needs.
pub(super) fn line(text: &str) -> String {
    let text = text.trim();
    if !is_html(text) && !has_references(text) {
        return text.to_owned();
    }
    source::lines(&html::chapter(text)).join(" ")
}

/// What a field says, in a line where it is no HTML and as many as there are blocks where it is.
pub(super) fn said(text: &str) -> Vec<String> {
    if is_html(text) || has_references(text) {
        source::lines(&blocks(text))
    } else {
        vec![text.to_owned()]
    }
}
