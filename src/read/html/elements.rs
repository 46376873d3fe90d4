//! What HTML's elements are to a reader.

use dom_query::NodeRef;

use crate::model::Styling;

/// An element's name in lower case; nothing for what is no element.
pub(super) fn name(node: &NodeRef<'_>) -> String {
    node.node_name().unwrap_or_default().to_string()
}

/// Whether an element's text is not for readers, or hidden from them.
pub(super) fn is_silent(node: &NodeRef<'_>) -> bool {
    let silent = matches!(
        name(node).as_str(),
        "audio"
            | "button"
            | "canvas"
            | "embed"
            | "frameset"
            | "head"
            | "iframe"
            | "input"
            | "noscript"
            | "object"
            | "option"
            | "script"
            | "select"
            | "style"
            | "svg"
            | "template"
            | "textarea"
            | "title"
            | "video"
    );
    let style = node.attr("style").unwrap_or_default().replace(' ', "").to_ascii_lowercase();
    silent || node.has_attr("hidden") || style.contains("display:none")
}

/// The styling of an element within a line.
pub(super) fn inline(name: &str) -> Option<Styling> {
    match name {
        "em" | "i" | "cite" | "dfn" | "var" => Some(Styling::Emphasis),
        "strong" | "b" => Some(Styling::Strong),
        "code" | "kbd" | "samp" | "tt" => Some(Styling::Code),
        _ => None,
    }
}

/// Whether an element stands in a line of its own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}
