//! Pages that nest without end, made shallow before they become a tree.
//!
//! Building and judging a tree takes time with the square of its depth. Browsers stop nesting at 512
//! elements and go on beside the last; so does this.

use std::borrow::Cow;

use super::super::tags::Ends;
use super::open::Open;

/// No deeper, in elements.
const DEEPEST: usize = 512;

/// The page without the tags that nest deeper than [`DEEPEST`]; their text stays.
pub(super) fn shallow(page: &str) -> Cow<'_, str> {
    let ends = Ends::of_text(page);
    let mut open = Open::default();
    let mut kept: Option<String> = None;
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        let begins = page.len() - from.len();
        // In a drawing, script and style are elements like others.
        let length =
            if open.is_drawing() { ends.of_tag(from, begins) } else { ends.of(from, begins) };
        let (tag, after) = from.split_at(length.unwrap_or(1));
        rest = after;
        let too_deep = depth(&mut open, tag).is_some_and(|depth| depth > DEEPEST);
        if too_deep && kept.is_none() {
            kept = Some(page.get(..begins - before.len()).unwrap_or_default().to_owned());
        }
        if let Some(kept) = &mut kept {
            kept.push_str(before);
            // What stood in two elements stays apart.
            kept.push_str(if too_deep { "<br>" } else { tag });
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

/// How deep the element stands that a tag opens or closes; nothing for one that does not nest, a comment and what is no tag.
fn depth(open: &mut Open, tag: &str) -> Option<usize> {
    let inner = tag.strip_prefix('<')?;
    let closes = inner.starts_with('/');
    let name = inner.trim_start_matches('/');
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let name = name.get(..end).filter(|name| !name.is_empty() && name.len() <= 10)?;
    let name = name.to_ascii_lowercase();
    if closes { open.close(&name) } else { open.open(&name, tag.ends_with("/>")) }
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

    #[test]
    fn what_the_parser_closes_by_itself_is_not_deep() {
        let drawing = "<svg><path d=\"\"/></svg><svg/>";
        for piece in [
            "<a id=\"p1\"/>潮水",
            "<div><span><q>潮水</div>",
            "<table><tr><td><div>潮水<td>退去</table>",
            "<script>x = '<div><b>'</script><style>/* <ul> */</style><!-- <ul><b> -->",
            drawing,
            "1 < 2 <3 ",
        ] {
            assert!(matches!(shallow(&piece.repeat(600)), Cow::Borrowed(_)), "{piece}");
        }
    }

    #[test]
    fn what_only_looks_closed_is_deep() {
        for piece in [
            "<div/>",
            "<font size=1>",
            "<div><object></div>",
            "<span><table><td></span>",
            "<svg><style><div>",
            "<div><svg></div>",
            "<!-- <div>",
        ] {
            let deep = piece.repeat(2000);
            assert!(matches!(shallow(&(deep + "</style>")), Cow::Owned(_)), "{piece}");
        }
    }
}
