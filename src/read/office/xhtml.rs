//! XHTML on its way to a reader of HTML: `<a id="page-7"/>` ends at once in the one, and in the other goes on.

/// Elements that end at once in HTML too (HTML Standard, 13.1.2).
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// The page with an end for each element that has none but a stroke in its beginning.
pub(super) fn closed(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    // A comment that does not end is looked for once.
    let last_comment = page.rfind("-->");
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let begins = page.len() - from.len();
        let length = if from.starts_with("<!--") && last_comment.is_some_and(|last| last > begins) {
            from.find("-->").map_or(from.len(), |end| end + 3)
        } else {
            tag(from)
        };
        let (tag, after) = from.split_at(length);
        out.push_str(tag);
        if let Some(name) = ends_at_once(tag) {
            // Without its stroke, the same in both.
            out.truncate(out.len() - 2);
            out.push_str("></");
            out.push_str(name);
            out.push('>');
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The length of the tag at the beginning: what stands in quotation marks does not end it.
fn tag(from: &str) -> usize {
    let mut quote = None;
    for (at, byte) in from.bytes().enumerate().skip(1) {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            // A tag holds no other: what looked like one was text.
            (_, b'<') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    from.len()
}

/// The name of an element that is its beginning alone, and would go on in HTML.
fn ends_at_once(tag: &str) -> Option<&str> {
    let inner = tag.strip_prefix('<')?.strip_suffix("/>")?;
    let end = inner.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inner.len());
    let name = inner.get(..end).filter(|name| name.starts_with(|c: char| c.is_alphabetic()))?;
    (!VOID.contains(&name.to_ascii_lowercase().as_str())).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_at_once_ends_in_html_too() {
        for (page, wanted) in [
            (r#"<a id="1"/>潮水"#, r#"<a id="1"></a>潮水"#),
            ("<title/><br/><P />", "<title></title><br/><P ></P>"),
            (r#"<a title="1 > 0/>"/>"#, r#"<a title="1 > 0/>"></a>"#),
            ("<!-- <i/> --><?xml x?><p>1 < 2<i/></p>", "<!-- <i/> --><?xml x?><p>1 < 2<i></i></p>"),
            ("<!-- <i/>", "<!-- <i></i>"),
            ("<a b=\"<i/>", "<a b=\"<i></i>"),
            ("潮水 <a", "潮水 <a"),
        ] {
            assert_eq!(closed(page), wanted);
        }
    }
}
