//! The style sheets as one, a little smaller than they were written.

use std::fmt::Write as _;

use crate::model::{Facts, KindFacts};

/// In the order in which they are to be read; `layers.css` names the cascade layers first.
const SHEETS: [&str; 11] = [
    include_str!("../../style/layers.css"),
    include_str!("../../style/tokens.css"),
    include_str!("../../style/theme.css"),
    include_str!("../../style/base.css"),
    include_str!("../../style/layout.css"),
    include_str!("../../style/article.css"),
    include_str!("../../style/foot.css"),
    include_str!("../../style/marks.css"),
    include_str!("../../style/controls.css"),
    include_str!("../../style/notices.css"),
    include_str!("../../style/print.css"),
];

/// What only the viewer opens.
const DIALOGS: &str = include_str!("../../style/dialogs.css");

/// What the views of names add, which is loaded with their script.
const ATLAS: [&str; 3] = [
    include_str!("../../style/atlas.css"),
    include_str!("../../style/atlas-drawings.css"),
    include_str!("../../style/atlas-corrections.css"),
];

/// The sheet of the views of names.
pub(super) fn atlas() -> String {
    ATLAS.iter().map(|sheet| minified(sheet)).collect()
}

/// Every style sheet of the page, and the author's colours.
pub(super) fn sheet(facts: &Facts) -> String {
    still(facts) + &dialogs()
}

/// The sheet of what stands over the page once the viewer runs.
pub(super) fn dialogs() -> String {
    minified(DIALOGS)
}

/// The sheet of the page as it is read without the viewer, and the author's colours.
pub(super) fn still(facts: &Facts) -> String {
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
    let colour = u32::from_str_radix(digits, 16).ok().filter(|_| is_colour)?;
    let name = quoted(kind.kind.as_str());
    let (day, night) = (readable(colour, DAY_PAPER), readable(colour, NIGHT_PAPER));
    Some(format!("[data-kind={name}]{{--kind-colour:light-dark(#{day:06x},#{night:06x})}}"))
}

/// The papers of `style/tokens.css`, which a colour must be told from.
const DAY_PAPER: u32 = 0x00f8_f7f3;
const NIGHT_PAPER: u32 = 0x0016_1513;

/// The colour, or the first mixture of it with black or white, whichever is farther from the paper, that has a contrast of 4.5 to
/// one with the paper.
fn readable(colour: u32, paper: u32) -> u32 {
    let towards: u32 = if luminance(paper) > 0.5 { 0 } else { 255 };
    let mixed = |part: u32| {
        let channel = |shift: u32| ((colour >> shift & 255) * (20 - part) + towards * part) / 20;
        channel(16) << 16 | channel(8) << 8 | channel(0)
    };
    (0..=20).map(mixed).find(|mixed| contrast(*mixed, paper) >= 4.5).unwrap_or(colour)
}

/// The contrast of two colours, from 1 to 21: WCAG 2.2, "contrast ratio".
fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// WCAG 2.2, "relative luminance", from 0 to 1.
fn luminance(colour: u32) -> f64 {
    let channel = |shift: u32| {
        let part = f64::from(colour >> shift & 255) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
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

/// Without comments, and without the white space and the noughts that say nothing. Strings stay as they are.
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
        // 0.5 is as much as .5 where a number begins.
        if c == '0' && rest.starts_with('.') && out.ends_with([' ', ':', ',', '(']) {
            continue;
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
        assert_eq!(minified("a{b: 0.5em 10.5em -0.5em}"), "a{b:.5em 10.5em -0.5em}");
    }

    #[test]
    fn an_authors_colour_is_told_from_both_papers() {
        let tokens = include_str!("../../style/tokens.css");
        for (paper, name) in [(DAY_PAPER, "--day-paper"), (NIGHT_PAPER, "--night-paper")] {
            assert!(tokens.contains(&format!("{name}: #{paper:06x};")), "{name}");
            for colour in [0, 0x00ff_ffff, 0x00a3_341f, 0x00ff_ff00, 0x0000_00ff, 0x0080_8080] {
                assert!(contrast(readable(colour, paper), paper) >= 4.5, "{colour:06x} on {name}");
            }
        }
        assert_eq!(readable(0x00a3_341f, DAY_PAPER), 0x00a3_341f);
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
        assert_eq!(
            rule,
            "[data-kind=\"a\\22 \\5d \\7b \\7d \\2a \\7b \"]{--kind-colour:light-dark(#0a0b0c,#848585)}"
        );
        assert_eq!(colour_rule(&kind("ship", "red;}")), None);
    }
}
