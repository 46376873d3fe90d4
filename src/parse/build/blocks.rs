//! The blocks of a story's text: paragraphs, lists, tables, notes.

use std::ops::Range;

use super::Builder;
use crate::model::{At, Block, Section};
use crate::parse::Place;
use crate::parse::marks::Sort;
use crate::parse::roles::{Part, Role};

impl Builder<'_> {
    /// The blocks of the section that is open.
    fn blocks(&mut self) -> &mut Vec<Block> {
        let fresh = || Section { heading: None, level: 1, blocks: Vec::new() };
        &mut self.section.get_or_insert_with(fresh).blocks
    }

    /// Takes a part in as a block, or as an item or a row of the block that is open.
    pub(super) fn block(&mut self, part: &Part, first: bool) {
        self.marks.extend(part.marks.iter().cloned());
        let mut ranges = part.ranges.clone();
        match part.role {
            Role::Row => return self.row(ranges),
            Role::Note => return self.push(ranges, |text| Block::Note { text }),
            _ => {}
        }
        let remark = self.cut_remark(&mut ranges);
        self.cut_bylines(&mut ranges, first);
        if !ranges.is_empty() {
            if let Role::Item(sort) = part.role {
                self.item(ranges, sort);
            } else {
                if first {
                    self.read_dateline(&ranges);
                }
                self.push(ranges, |text| Block::Paragraph { text });
            }
        }
        if let Some(remark) = remark {
            self.push(vec![remark], |text| Block::Note { text });
        }
    }

    fn push(&mut self, ranges: Vec<Range<usize>>, block: fn(String) -> Block) {
        self.list = None;
        let text = self.text(&ranges);
        let section = self.article.sections.len();
        let blocks = self.blocks();
        blocks.push(block(text));
        let at = At::text(section, blocks.len() - 1);
        self.origin(Place::At(at), ranges);
    }

    fn item(&mut self, ranges: Vec<Range<usize>>, sort: Sort) {
        let text = self.text(&ranges);
        let section = self.article.sections.len();
        let goes_on = self.list.is_some_and(|open| follows(open, sort));
        self.list = Some(sort);
        let blocks = self.blocks();
        let last = match blocks.last_mut() {
            Some(Block::List { items, .. }) if goes_on => {
                items.push(text);
                items.len() - 1
            }
            _ => {
                let (ordered, first) = match sort {
                    Sort::Number(_, number) => (true, number),
                    Sort::Bullet(_) => (false, 1),
                };
                blocks.push(Block::List { ordered, first, items: vec![text], nested: Vec::new() });
                0
            }
        };
        let at = At::item(section, blocks.len() - 1, last);
        self.origin(Place::At(at), ranges);
    }

    fn row(&mut self, cells: Vec<Range<usize>>) {
        self.list = None;
        let texts: Vec<String> =
            cells.iter().map(|cell| self.text(std::slice::from_ref(cell))).collect();
        let section = self.article.sections.len();
        let blocks = self.blocks();
        let row = if let Some(Block::Table { rows }) = blocks.last_mut() {
            rows.push(texts);
            rows.len() - 1
        } else {
            blocks.push(Block::Table { rows: vec![texts] });
            0
        };
        let block = blocks.len() - 1;
        for (column, cell) in cells.into_iter().enumerate() {
            let at = At::cell(section, block, row, column);
            self.origin(Place::At(at), vec![cell]);
        }
    }
}

/// Whether a mark goes on with the list that another mark is of.
fn follows(open: Sort, next: Sort) -> bool {
    match (open, next) {
        (Sort::Bullet(a), Sort::Bullet(b)) => a == b,
        (Sort::Number(a, n), Sort::Number(b, m)) => a == b && m == n + 1,
        _ => false,
    }
}
