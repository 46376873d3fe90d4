//! The paragraphs, lists, tables and notes of a text.

use roxmltree::Node;

use super::super::{attribute, path};
use super::{Reader, child, is_silent, own};
use crate::model::Picture;
use crate::read::{Piece, Words};

impl Reader {
    /// The paragraphs and tables of a body, in order, each followed by what stands in its text boxes: a table by the
    /// pictures in its cells, too. Never recursive.
    pub(super) fn blocks(&mut self, body: Node<'_, '_>) {
        let mut stack: Vec<Node<'_, '_>> = body.children().rev().collect();
        while let Some(node) = stack.pop() {
            let boxes = match node.tag_name().name() {
                "p" => {
                    let boxes = self.pictures(node);
                    self.paragraph(node);
                    boxes
                }
                "tbl" => {
                    self.table(node);
                    self.pictures(node)
                }
                "sectPr" => continue,
                name if is_silent(name) => continue,
                _ => {
                    stack.extend(node.children().rev());
                    continue;
                }
            };
            stack.extend(boxes.into_iter().rev().flat_map(|text| text.children().rev()));
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
            let level = number.and_then(|n| attribute(child(n, "ilvl")?, "val")?.parse().ok());
            let level: usize = level.unwrap_or_default();
            let levels = list.and_then(|n| self.numbered.get(n));
            let is_number = levels.and_then(|levels| levels.get(level)) == Some(&true);
            self.item(words, level, is_number || style.starts_with("list number"));
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

    /// An item of the list that is open at that level, of which there are nine (ECMA-376, part 1, 17.9.3); the first opens one.
    fn item(&mut self, words: Words, level: usize, is_numbered: bool) {
        self.structured = true;
        let level = level.min(8);
        let goes_on = self.lists.get(level) == Some(&is_numbered);
        self.close_lists(if goes_on { level + 1 } else { level });
        while self.lists.len() <= level {
            self.out.open_list(is_numbered, 1);
            self.lists.push(is_numbered);
        }
        self.out.open_item();
        self.out.words(words);
    }

    /// The pictures of a paragraph or a table, each with what stands for it (ECMA-376, part 1, 20.2.2.5 and 20.1.8.13).
    /// Gives the text boxes, whose pictures are their own.
    fn pictures<'a, 'input>(&mut self, block: Node<'a, 'input>) -> Vec<Node<'a, 'input>> {
        let mut boxes = Vec::new();
        let mut alt = "";
        for node in own(block) {
            match node.tag_name().name() {
                "txbxContent" => boxes.push(node),
                "drawing" => alt = "",
                "docPr" => alt = attribute(node, "descr").unwrap_or_default(),
                "blip" => self.picture(node, alt),
                _ => {}
            }
        }
        boxes
    }

    fn picture(&mut self, blip: Node<'_, '_>, alt: &str) {
        let Some(target) = attribute(blip, "embed").and_then(|id| self.links.get(id)) else {
            return;
        };
        let file = path("word", target);
        let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
        let picture = Some(Picture { file, alt, width: 0, height: 0 });
        self.close_list();
        self.out.push(Piece::Figure { picture, text: Words::default(), credit: None });
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
        self.close_lists(0);
    }

    /// Closes lists until so many are open.
    fn close_lists(&mut self, open: usize) {
        while self.lists.len() > open {
            self.lists.pop();
            self.out.close_list();
        }
    }

    fn table(&mut self, table: Node<'_, '_>) {
        self.structured = true;
        self.close_list();
        // A table within a table is read as its words.
        let rows: Vec<Vec<Words>> = parts(table, "tr")
            .into_iter()
            .map(|row| parts(row, "tc").into_iter().map(|cell| self.words(cell)).collect())
            .collect();
        if !rows.is_empty() {
            self.out.push(Piece::Table(rows));
        }
    }

    /// The notes at the feet of pages or at the end, after the text.
    pub(super) fn notes(&mut self, notes: Node<'_, '_>) {
        let is_note = |node: &Node<'_, '_>| {
            matches!(node.tag_name().name(), "footnote" | "endnote")
                // The first two are the lines that part notes from text.
                && attribute(*node, "type").is_none()
        };
        for note in notes.descendants().filter(is_note) {
            let words = self.words(note);
            if !words.text.is_empty() {
                self.out.push(Piece::Note(words));
            }
        }
    }
}

/// The rows of a table or the cells of a row, those too that a form control holds; not those of a table within.
fn parts<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Vec<Node<'a, 'input>> {
    let mut found = Vec::new();
    let mut stack: Vec<Node<'_, '_>> = node.children().rev().collect();
    while let Some(node) = stack.pop() {
        match node.tag_name().name() {
            own if own == name => found.push(node),
            "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => {
                stack.extend(node.children().rev());
            }
            _ => {}
        }
    }
    found
}
