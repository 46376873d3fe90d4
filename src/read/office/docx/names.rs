//! What the parts beside the text tell by their ids: names of styles, targets of links, which lists are numbered.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::super::attribute;
use super::child;

/// The names of styles by their ids, in lower case: ids are translated, these names are not.
pub(super) fn style_names(styles: Node<'_, '_>) -> BTreeMap<String, String> {
    let all = styles.descendants().filter(|node| node.tag_name().name() == "style");
    all.filter_map(|style| {
        let name = attribute(child(style, "name")?, "val")?;
        Some((attribute(style, "styleId")?.to_owned(), name.to_lowercase()))
    })
    .collect()
}

/// Where links lead, by their ids.
pub(super) fn targets(links: Node<'_, '_>) -> BTreeMap<String, String> {
    let all = links.descendants().filter(|node| node.tag_name().name() == "Relationship");
    all.filter_map(|link| {
        Some((attribute(link, "Id")?.to_owned(), attribute(link, "Target")?.to_owned()))
    })
    .collect()
}

/// Which levels of which lists are numbered: by the numbering's id, through its abstract one.
pub(super) fn numbered(numbering: Node<'_, '_>) -> BTreeMap<String, Vec<bool>> {
    let elements = |name: &'static str| {
        numbering.descendants().filter(move |node| node.tag_name().name() == name)
    };
    let is_number =
        |form: Node<'_, '_>| attribute(form, "val").is_some_and(|form| form != "bullet");
    let forms: BTreeMap<&str, Vec<bool>> = elements("abstractNum")
        .filter_map(|list| {
            let forms = list.descendants().filter(|node| node.tag_name().name() == "numFmt");
            Some((attribute(list, "abstractNumId")?, forms.map(is_number).collect()))
        })
        .collect();
    elements("num")
        .filter_map(|list| {
            let form = attribute(child(list, "abstractNumId")?, "val")?;
            Some((
                attribute(list, "numId")?.to_owned(),
                forms.get(form).cloned().unwrap_or_default(),
            ))
        })
        .collect()
}
