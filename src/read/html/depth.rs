//! Pages that nest without end, made shallow before they become a tree.
//!
//! Building and judging a tree takes time with the square of its depth. Browsers stop nesting at 512
//! elements and go on beside the last; so does this.

use std::borrow::Cow;

/// No deeper, in elements.
const DEEPEST: usize = 512;

/// Elements whose end may not be left out, and that nest in one another. Those whose end is often missing, `p` and `li`,
/// end where the next one begins.
const NESTING: [&str; 34] = [
    "a",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "center",
    "cite",
    "code",
    "details",
    "div",
    "dl",
    "em",
    "figure",
    "font",
    "form",
    "i",
    "main",
    "nav",
    "ol",
    "pre",
    "q",
    "s",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "u",
    "ul",
];

/// The page without the tags that nest deeper than [`DEEPEST`]; their text stays.
pub(super) fn shallow(page: &str) -> Cow<'_, str> {
    let mut depth = 0_usize;
    let mut kept: Option<String> = None;
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        rest = after;
        let was = depth;
        if let Some((closes, true)) = nesting(tag) {
            depth = if closes { depth.saturating_sub(1) } else { depth + 1 };
        }
        let too_deep = was.max(depth) > DEEPEST;
        if too_deep && kept.is_none() {
            let read = page.len() - rest.len() - tag.len() - before.len();
            kept = Some(page.get(..read).unwrap_or_default().to_owned());
        }
        if let Some(kept) = &mut kept {
            kept.push_str(before);
            // What stood in two elements stays apart.
            kept.push_str(if too_deep && nesting(tag).is_some_and(|(_, nests)| nests) {
                "<br>"
            } else {
                tag
            });
        }
    }
    match kept {
        Some(mut kept) => {
            kept.push_str(rest);
            Cow::Owned(kept)
        }
        None => Cow::Borrowed(page),
    }
}

/// Whether a tag closes, and whether its element nests; nothing for a comment and what is no tag.
fn nesting(tag: &str) -> Option<(bool, bool)> {
    let inner = tag.strip_prefix('<')?;
    let closes = inner.starts_with('/');
    let name = inner.trim_start_matches('/');
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let name = name.get(..end).filter(|name| !name.is_empty() && name.len() <= 10)?;
    let name = name.to_ascii_lowercase();
    Some((closes, NESTING.binary_search(&name.as_str()).is_ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_too_deep_loses_its_tags() {
        let page = "<div><p>潮水<b>退去</b></div>";
        assert!(matches!(shallow(page), Cow::Borrowed(_)));
        let deep = "<div>".repeat(600) + "潮水<i>退去</i>" + &"</div>".repeat(600) + "<b>碼頭</b>";
        let kept = shallow(&deep);
        assert_eq!(kept.matches("<div>").count(), DEEPEST);
        assert_eq!(kept.matches("</div>").count(), DEEPEST);
        assert!(kept.contains("潮水<br>退去<br>"));
        assert!(kept.ends_with("</div><b>碼頭</b>"));
    }
}
