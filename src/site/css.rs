//! The style sheets as one, a little smaller than they were written.

use std::fmt::Write as _;

use crate::model::{Facts, KindFacts};

/// In the order in which they are to be read; `layers.css` names the cascade layers first.
const SHEETS: [&str; 8] = [
    include_str!("../../style/layers.css"),
    include_str!("../../style/tokens.css"),
    include_str!("../../style/theme.css"),
    include_str!("../../style/base.css"),
    include_str!("../../style/layout.css"),
    include_str!("../../style/article.css"),
    include_str!("../../style/controls.css"),
    include_str!("../../style/print.css"),
];

/// What the views of names add, which is loaded with their script.
const ATLAS: &str = include_str!("../../style/atlas.css");

/// The sheet of the views of names.
pub(super) fn atlas() -> String {
    minified(ATLAS)
}

/// Every style sheet of the page, and the author's colours.
pub(super) fn sheet(facts: &Facts) -> String {
    let mut css: String = SHEETS.iter().map(|sheet| minified(sheet)).collect();
    for kind in &facts.kinds {
        css.extend(colour_rule(kind));
    }
    css
}

/// `--kind-colour` for a kind to which the author gave a colour; a colour that is no `#rrggbb` is left out.
fn colour_rule(kind: &KindFacts) -> Option<String> {
    let digits = kind.colour.as_deref()?.strip_prefix('#')?;
    let is_colour = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    let name = quoted(kind.kind.as_str());
    is_colour.then(|| format!("[data-kind={name}]{{--kind-colour:#{digits}}}"))
}

/// As a CSS string: whatever is not a letter or digit is written as its code point.
fn quoted(name: &str) -> String {
    let mut string = String::from("\"");
    for c in name.chars() {
        if c.is_alphanumeric() {
            string.push(c);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(string, "\\{:x} ", u32::from(c));
        }
    }
    string + "\""
}

/// Without comments, and without the white space that says nothing. Strings stay as they are.
fn minified(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '"' | '\'' => string_length(rest, c),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            _ if c.is_ascii_whitespace() => {
                rest.find(|c: char| !c.is_ascii_whitespace()).unwrap_or(rest.len())
            }
            _ => c.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        rest = after;
        if token.starts_with("/*") || c.is_ascii_whitespace() {
            // A colon begins a pseudo-class or ends a name, so a space behind it says nothing; one before it may.
            if !out.is_empty() && !out.ends_with([' ', '{', '}', ';', ',', ':']) {
                out.push(' ');
            }
            continue;
        }
        if matches!(c, '{' | '}' | ';' | ',') && out.ends_with(' ') {
            out.pop();
        }
        if c == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push_str(token);
    }
    out.truncate(out.trim_end().len());
    out
}

/// The bytes of the string that `rest` begins with, quotes included.
fn string_length(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (offset, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return offset + c.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_says_nothing_goes() {
        let css = "/* a */\n.a  >  .b ,\n.c {\n  width: calc(1px + 2px);\n  content: \"; }  /* \\\" */\";\n}\n";
        let small = ".a > .b,.c{width:calc(1px + 2px);content:\"; }  /* \\\" */\"}";
        assert_eq!(minified(css), small);
        assert_eq!(minified(small), small);
        assert_eq!(minified(".a :is(b)/**/.c{}"), ".a :is(b) .c{}");
        assert_eq!(minified("a{content:'"), "a{content:'");
    }

    #[test]
    fn an_author_cannot_leave_the_rule() {
        let kind = |name: &str, colour: &str| KindFacts {
            kind: name.into(),
            name: None,
            colour: Some(colour.into()),
            shown: true,
        };
        let rule = colour_rule(&kind("a\"]{}*{", "#0a0B0c")).unwrap_or_default();
        assert_eq!(rule, "[data-kind=\"a\\22 \\5d \\7b \\7d \\2a \\7b \"]{--kind-colour:#0a0B0c}");
        assert_eq!(colour_rule(&kind("ship", "red;}")), None);
    }
}
