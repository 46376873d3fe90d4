//! The words of a paragraph, and how they are set.

use roxmltree::Node;

use super::super::attribute;
use super::{Reader, child};
use crate::model::Styling;
use crate::read::Words;
use crate::read::words::{link, tidy};

impl Reader {
    /// The words of a paragraph or of all paragraphs in a cell. What was deleted while changes were
    /// tracked is in other elements and stays out; text boxes are read by themselves.
    pub(super) fn words(&self, node: Node<'_, '_>) -> Words {
        let mut words = Words::default();
        let mut length = 0;
        let mut stack: Vec<Node<'_, '_>> = node.children().rev().collect();
        while let Some(node) = stack.pop() {
            let text = match node.tag_name().name() {
                "t" => node.text().unwrap_or_default(),
                "tab" | "br" | "cr" => " ",
                "noBreakHyphen" => "-",
                "txbxContent" | "Fallback" | "pPr" | "rPr" | "del" => continue,
                "p" if length > 0 => {
                    stack.extend(node.children().rev());
                    " "
                }
                _ => {
                    stack.extend(node.children().rev());
                    continue;
                }
            };
            let end = length + text.chars().count();
            words.text.push_str(text);
            for styling in self.stylings(node) {
                match words.styles.iter_mut().rfind(|(_, known)| *known == styling) {
                    Some((range, _)) if range.end == length => range.end = end,
                    _ => words.styles.push((length..end, styling)),
                }
            }
            length = end;
        }
        tidy(words)
    }

    /// How a run of text was set: bold, italic, a link.
    fn stylings(&self, text: Node<'_, '_>) -> Vec<Styling> {
        let mut stylings = Vec::new();
        let run = text.ancestors().find(|node| node.tag_name().name() == "r");
        let properties = run.and_then(|run| child(run, "rPr"));
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
