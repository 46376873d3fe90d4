//! The paragraphs, lists, tables and notes of a text.

use roxmltree::Node;

use super::super::{attribute, path};
use super::{Reader, child, is_twin};
use crate::model::Picture;
use crate::read::{Piece, Words};

impl Reader {
    /// The paragraphs and tables of a body, a cell or a text box, in order. Never recursive.
    pub(super) fn blocks(&mut self, body: Node<'_, '_>) {
        let mut stack: Vec<Node<'_, '_>> = body.children().rev().collect();
        while let Some(node) = stack.pop() {
            match node.tag_name().name() {
                "p" => {
                    self.pictures(node);
                    self.paragraph(node);
                    // What stands in a text box stands after the paragraph that holds the box.
                    let boxes: Vec<Node<'_, '_>> = node
                        .descendants()
                        .filter(|node| node.tag_name().name() == "txbxContent" && !is_twin(*node))
                        .collect();
                    stack.extend(boxes.into_iter().rev().flat_map(|text| text.children().rev()));
                }
                "tbl" => self.table(node),
                "sectPr" => {}
                _ => stack.extend(node.children().rev()),
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>) {
        let words = self.words(node);
        if words.text.is_empty() {
            return;
        }
        let properties = child(node, "pPr");
        let style = self.style(properties);
        let number = properties.and_then(|p| child(p, "numPr"));
        let list = number.and_then(|n| attribute(child(n, "numId")?, "val"));
        let level = style.strip_prefix("heading").and_then(|n| n.trim().parse::<u8>().ok());
        if let Some(level) = level {
            self.structured = true;
            self.close_list();
            self.out.push(Piece::Heading(level.min(6), words));
        } else if style == "title" && self.title.is_none() {
            self.title = Some(words.text);
        } else if style == "subtitle" && self.deck.is_none() {
            self.structured = true;
            self.deck = Some(words.text);
        } else if style == "caption" {
            self.close_list();
            self.caption(words);
        } else if style.contains("quote") {
            self.structured = true;
            self.close_list();
            self.out.push(Piece::Quote(words));
        } else if list.is_some_and(|list| list != "0") || style.starts_with("list ") {
            let is_number = list.is_some_and(|n| self.numbered.get(n) == Some(&true));
            self.item(words, is_number || style.starts_with("list number"));
        } else {
            self.close_list();
            self.out.words(words);
        }
    }

    /// The name of a paragraph's style, in lower case.
    fn style(&self, properties: Option<Node<'_, '_>>) -> String {
        let id = properties.and_then(|p| attribute(child(p, "pStyle")?, "val"));
        let id = id.unwrap_or_default();
        self.styles.get(id).cloned().unwrap_or_else(|| id.to_lowercase())
    }

    /// An item of the list that is open; the first opens one.
    fn item(&mut self, words: Words, is_numbered: bool) {
        self.structured = true;
        if !std::mem::replace(&mut self.in_list, true) {
            self.out.open_list(is_numbered);
        }
        self.out.open_item();
        self.out.words(words);
    }

    /// The pictures of a paragraph, each with what stands for it (ECMA-376, part 1, 20.2.2.5 and 20.1.8.13).
    fn pictures(&mut self, paragraph: Node<'_, '_>) {
        let blips = paragraph.descendants().filter(|node| node.tag_name().name() == "blip");
        for blip in blips.filter(|blip| !is_twin(*blip)) {
            let Some(target) = attribute(blip, "embed").and_then(|id| self.links.get(id)) else {
                continue;
            };
            let inline = blip.ancestors().find_map(|above| child(above, "docPr"));
            let alt = inline.and_then(|facts| attribute(facts, "descr")).unwrap_or_default();
            let file = path("word", target);
            let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
            let picture = Some(Picture { file, alt, width: 0, height: 0 });
            self.close_list();
            self.out.push(Piece::Figure { picture, text: Words::default(), credit: None });
        }
    }

    /// The words of the picture before, unless that has some or there is none.
    fn caption(&mut self, words: Words) {
        match self.out.pieces.last_mut() {
            Some(Piece::Figure { picture: Some(_), text, .. }) if text.text.is_empty() => {
                *text = words;
            }
            _ => self.out.push(Piece::Figure { picture: None, text: words, credit: None }),
        }
    }

    fn close_list(&mut self) {
        if std::mem::take(&mut self.in_list) {
            self.out.close_list();
        }
    }

    fn table(&mut self, table: Node<'_, '_>) {
        self.structured = true;
        self.close_list();
        let named = |name: &'static str| {
            move |node: &Node<'_, '_>| node.is_element() && node.tag_name().name() == name
        };
        // A table within a table is read as its words.
        let rows: Vec<Vec<Words>> = table
            .children()
            .filter(named("tr"))
            .map(|row| row.children().filter(named("tc")).map(|cell| self.words(cell)).collect())
            .collect();
        if !rows.is_empty() {
            self.out.push(Piece::Table(rows));
        }
    }

    /// The notes at the feet of pages, after the text.
    pub(super) fn footnotes(&mut self, notes: Node<'_, '_>) {
        let all = notes.descendants().filter(|node| node.tag_name().name() == "footnote");
        // The first two are the lines that part notes from text.
        for note in all.filter(|note| attribute(*note, "type").is_none()) {
            let words = self.words(note);
            if !words.text.is_empty() {
                self.out.push(Piece::Note(words));
            }
        }
    }
}
