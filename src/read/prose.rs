//! The text of an article as it stands in one field: lines, or HTML as systems export it.

use super::{Piece, Words, html, source};

/// Elements of which text is made. Where a text has a tag of none of these, it speaks of tags and is none: `<script>` or `<svg>`
/// alone make no HTML, and `a <b` is a comparison.
const OF_TEXT: [&str; 28] = [
    "p",
    "br",
    "div",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "figure",
    "figcaption",
    "table",
    "section",
    "article",
    "hr",
    "a",
    "b",
    "i",
    "em",
    "strong",
    "u",
    "span",
    "sup",
    "sub",
];

/// Whether a text is HTML: an element of text ends in it, or a paragraph or a line break begins.
fn is_html(text: &str) -> bool {
    // Looked for once, however many tags begin: behind the last no tag ends.
    let Some(last) = text.rfind('>') else { return false };
    text.match_indices('<').take_while(|(at, _)| *at < last).any(|(at, _)| {
        let tag = text.get(at + 1..).unwrap_or_default();
        let (ends, tag) = tag.strip_prefix('/').map_or((false, tag), |name| (true, name));
        let length = tag.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count();
        let (name, rest) = tag.split_at_checked(length).unwrap_or_default();
        let name = name.to_ascii_lowercase();
        let known =
            if ends { OF_TEXT.contains(&&*name) } else { matches!(&*name, "p" | "br" | "hr") };
        known && rest.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace())
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

/// A title, a name or a line of text, without what HTML alone needs. Where it is no HTML, a `<` is one.
pub(super) fn line(text: &str) -> String {
    let text = text.trim();
    let html = if is_html(text) {
        text.to_owned()
    } else if has_references(text) {
        text.replace('<', "&lt;")
    } else {
        return text.to_owned();
    };
    source::lines(&html::chapter(&html)).join(" ")
}

/// What a field says, in a line where it is no HTML and as many as there are blocks where it is.
pub(super) fn said(text: &str) -> Vec<String> {
    if is_html(text) || has_references(text) {
        source::lines(&blocks(text))
    } else {
        vec![text.to_owned()]
    }
}
