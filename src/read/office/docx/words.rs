//! The words of a paragraph, and how they are set.

use std::ops::Range;

use roxmltree::Node;

use super::super::attribute;
use super::{Reader, child, own};
use crate::model::Styling;
use crate::read::Words;
use crate::read::words::{link, tidy};

impl Reader {
    /// The words of a paragraph or of all paragraphs in a cell; text boxes are read by themselves.
    pub(super) fn words(&self, node: Node<'_, '_>) -> Words {
        let mut words = Words::default();
        let mut length = 0;
        // Which styles reach to the end of the text so far: only these can go on.
        let mut reaching: Vec<usize> = Vec::new();
        for node in own(node) {
            let text = match node.tag_name().name() {
                "t" => node.text().unwrap_or_default(),
                "tab" | "br" | "cr" => " ",
                "noBreakHyphen" => "-",
                "p" if length > 0 => " ",
                _ => continue,
            };
            if text.is_empty() {
                continue;
            }
            let start = length;
            words.text.push_str(text);
            length += text.chars().count();
            let stylings = self.stylings(node).into_iter();
            reaching = stylings
                .map(|styling| go_on(&mut words.styles, &reaching, start..length, styling))
                .collect();
        }
        tidy(words)
    }

    /// How a run of text was set: bold, italic, a link.
    fn stylings(&self, text: Node<'_, '_>) -> Vec<Styling> {
        let mut stylings = Vec::new();
        let run = text.parent_element().filter(|node| node.tag_name().name() == "r");
        // They come first (ECMA-376, part 1, 17.3.2.25).
        let properties = run.and_then(|run| run.first_element_child());
        let properties = properties.filter(|node| node.tag_name().name() == "rPr");
        let is_set = |name| {
            let property = properties.and_then(|properties| child(properties, name));
            property.is_some_and(|p| !matches!(attribute(p, "val"), Some("0" | "false" | "none")))
        };
        if is_set("b") {
            stylings.push(Styling::Strong);
        }
        if is_set("i") {
            stylings.push(Styling::Emphasis);
        }
        let anchor = run.and_then(|run| run.parent_element());
        let anchor = anchor.filter(|node| node.tag_name().name() == "hyperlink");
        let target = anchor.and_then(|anchor| self.links.get(attribute(anchor, "id")?));
        stylings.extend(target.and_then(|url| link(url)));
        stylings
    }
}

/// Lengthens that of the styles in `reaching` that is this styling, or adds one for the range; gives its index.
fn go_on(
    styles: &mut Vec<(Range<usize>, Styling)>,
    reaching: &[usize],
    range: Range<usize>,
    styling: Styling,
) -> usize {
    let is_same = |n: &&usize| styles.get(**n).is_some_and(|(_, known)| *known == styling);
    if let Some(n) = reaching.iter().find(is_same).copied()
        && let Some((known, _)) = styles.get_mut(n)
    {
        known.end = range.end;
        return n;
    }
    styles.push((range, styling));
    styles.len() - 1
}
