//! Writing HTML: everything that comes from a corpus goes through [`escaped`].

/// Text as it may stand between tags and in a quoted attribute.
///
/// Control characters that HTML does not allow become U+FFFD (HTML Living Standard, 13.1.4).
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(c),
            _ if c.is_control() => out.push('\u{FFFD}'),
            _ => out.push(c),
        }
    }
    out
}

/// JSON as it may stand in a `script` element: no `<` ends the element, no `&` means anything.
pub(super) fn json_in_script(json: &serde_json::Value) -> String {
    json.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// A `meta` element for which there is something to say.
pub(super) fn meta(attribute: &str, name: &str, content: &str) -> String {
    if content.is_empty() {
        return String::new();
    }
    format!("<meta {attribute}=\"{name}\" content=\"{}\">\n", escaped(content))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_place() {
        assert_eq!(
            escaped("<b a=\"'\">&amp;\0\n"),
            "&lt;b a=&quot;&#39;&quot;&gt;&amp;amp;\u{FFFD}\n"
        );
        let json = json_in_script(&serde_json::json!({ "a": "</script><!--&" }));
        assert_eq!(json, "{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026\"}");
        assert_eq!(meta("name", "description", ""), "");
    }
}
