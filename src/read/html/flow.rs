//! Makes flat pieces of a tree of elements. Never recursive: a page may nest as deep as it likes.

use dom_query::NodeRef;

use super::super::collector::Collector;
use super::super::seam::needs_space;
use super::super::words::{link, tidy};
use super::super::{Piece, Words};
use super::elements::{inline, is_block, is_silent, name};
use crate::model::{Picture, Styling};

/// A picture of fewer pixels on a side is an ornament, or counts readers.
const SMALLEST: u32 = 32;

/// The pieces of an element's content, without what `leave_out` names.
pub(super) fn pieces(root: &NodeRef<'_>, leave_out: &dyn Fn(&NodeRef<'_>) -> bool) -> Vec<Piece> {
    let mut flow = Flow::default();
    let mut stack: Vec<(NodeRef<'_>, bool)> =
        root.children_it(true).map(|node| (node, true)).collect();
    while let Some((node, enters)) = stack.pop() {
        if !enters {
            flow.leave(&name(&node));
        } else if node.is_text() {
            flow.text(&node.text());
        } else if node.is_element() && !is_silent(&node) && !leave_out(&node) {
            flow.enter(&node);
            stack.push((node, false));
            stack.extend(node.children_it(true).map(|child| (child, true)));
        }
    }
    flow.flush();
    flow.out.figures = 0;
    flow.out.end_block();
    flow.out.pieces
}

/// The length of the pieces' text in code points.
pub(super) fn length(pieces: &[Piece]) -> usize {
    let of = |words: &Words| words.text.chars().count();
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Heading(_, words)
            | Piece::Paragraph(words)
            | Piece::Quote(words)
            | Piece::Note(words)
            | Piece::Figure { text: words, .. } => of(words),
            Piece::List { items, .. } => items.iter().map(of).sum(),
            Piece::Code(text) => text.chars().count(),
            Piece::Table(rows) => rows.iter().flatten().map(of).sum(),
        })
        .sum()
}

/// What has come of a page, and what stands open.
#[derive(Default)]
struct Flow {
    out: Collector,
    words: Words,
    /// Code points in `words.text`, so that no style costs a count.
    length: usize,
    gap: Gap,
    /// Styles that have begun: where, and which; none for a link that may not be followed.
    styles: Vec<(usize, Option<Styling>)>,
    code: Option<String>,
    /// The rows of the open tables that hold data; none for a table that only lays the page out.
    tables: Vec<Option<Vec<Vec<Words>>>>,
}

/// What has come since the last text.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    /// The source's line ended, which is a space where the script has spaces.
    LineEnd,
    /// `br`.
    Break,
}

impl Flow {
    fn enter(&mut self, node: &NodeRef<'_>) {
        let name = name(node);
        match inline(&name) {
            Some(styling) => return self.styles.push((self.length, Some(styling))),
            None if name == "a" => {
                let styling = link(&node.attr("href").unwrap_or_default());
                return self.styles.push((self.length, styling));
            }
            None => {}
        }
        match name.as_str() {
            "br" => self.line_break(),
            "img" => self.picture(node),
            _ if is_block(&name) => {
                self.flush();
                self.enter_block(node, &name);
            }
            _ => {}
        }
    }

    fn enter_block(&mut self, node: &NodeRef<'_>, name: &str) {
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.out.heading = name.strip_prefix('h').and_then(|level| level.parse().ok());
            }
            "pre" => self.code = Some(String::new()),
            "ul" | "ol" => {
                let start = node.attr("start").and_then(|start| start.trim().parse().ok());
                self.out.open_list(name == "ol", start.unwrap_or(1));
            }
            "li" => self.out.open_item(),
            "blockquote" => self.out.quotes += 1,
            "figcaption" | "caption" => self.out.captions += 1,
            "figure" => self.out.figures += 1,
            "table" => self.tables.push(holds_data(node).then(Vec::new)),
            "tr" => {
                if let Some(Some(rows)) = self.tables.last_mut() {
                    rows.push(Vec::new());
                }
            }
            _ => {}
        }
    }

    fn leave(&mut self, name: &str) {
        if name == "a" || inline(name).is_some() {
            if let Some((start, Some(styling))) = self.styles.pop()
                && start < self.length
            {
                self.words.styles.push((start..self.length, styling));
            }
        } else if matches!(name, "td" | "th") && matches!(self.tables.last(), Some(Some(_))) {
            let cell = self.take_words();
            if let Some(Some(rows)) = self.tables.last_mut() {
                match rows.last_mut() {
                    Some(row) => row.push(cell),
                    None => rows.push(vec![cell]),
                }
            }
        } else if is_block(name) {
            self.flush();
            self.leave_block(name);
        }
    }

    fn leave_block(&mut self, name: &str) {
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.out.heading = None,
            "ul" | "ol" => self.out.close_list(),
            "blockquote" => self.out.quotes = self.out.quotes.saturating_sub(1),
            "figcaption" | "caption" => self.out.captions = self.out.captions.saturating_sub(1),
            "figure" => {
                self.out.figures = self.out.figures.saturating_sub(1);
                self.out.end_block();
            }
            "table" => {
                if let Some(Some(mut rows)) = self.tables.pop() {
                    rows.retain(|row| row.iter().any(|cell| !cell.text.is_empty()));
                    if !rows.is_empty() {
                        self.out.push(Piece::Table(rows));
                    }
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            return code.push_str(text);
        }
        // Only ASCII white space is collapsed: an ideographic space is the writer's.
        let is_gap = |c: char| c.is_ascii_whitespace();
        for run in text.split_inclusive(is_gap) {
            let word = run.trim_end_matches(is_gap);
            self.word(word);
            match run.get(word.len()..) {
                Some("\n" | "\r") => self.gap = self.gap.max(Gap::LineEnd),
                Some("") | None => {}
                _ => self.gap = self.gap.max(Gap::Space),
            }
        }
    }

    fn word(&mut self, word: &str) {
        let Some(first) = word.chars().next() else { return };
        let gap = std::mem::take(&mut self.gap);
        if let Some(last) = self.words.text.chars().next_back() {
            let spaced = match gap {
                Gap::None => false,
                Gap::Space => true,
                Gap::LineEnd | Gap::Break => needs_space(last, first),
            };
            if spaced {
                self.words.text.push(' ');
                self.length += 1;
            }
        }
        self.words.text.push_str(word);
        self.length += word.chars().count();
    }

    /// One break ends a line, two end a paragraph.
    fn line_break(&mut self) {
        if let Some(code) = &mut self.code {
            code.push('\n');
        } else if self.gap == Gap::Break && self.styles.is_empty() {
            self.flush();
        } else {
            self.gap = Gap::Break;
        }
    }

    /// Makes a piece of the text that has come since the last one.
    fn flush(&mut self) {
        if matches!(self.tables.last(), Some(Some(_))) && self.out.captions == 0 {
            self.gap = self.gap.max(Gap::LineEnd);
            if let Some(code) = self.code.take() {
                self.text(&code);
            }
            return;
        }
        if let Some(code) = self.code.take()
            && !code.trim().is_empty()
        {
            self.out.push(Piece::Code(code.trim_matches('\n').to_owned()));
        }
        let words = self.take_words();
        if !words.text.is_empty() {
            self.out.words(words);
        }
        self.out.end_block();
    }

    /// A picture, unless it is known to be an ornament. Pages that load pictures late name them elsewhere than in `src`.
    fn picture(&mut self, node: &NodeRef<'_>) {
        let value = |name: &str| node.attr(name).unwrap_or_default().trim().to_owned();
        let sources = ["data-src", "data-original", "data-lazy-src", "src"].map(value);
        let Some(file) = sources.into_iter().find(|source| !source.is_empty()) else { return };
        let is_small = |side: &str| value(side).parse().is_ok_and(|side: u32| side < SMALLEST);
        if !is_small("width") && !is_small("height") && value("role") != "presentation" {
            let alt = value("alt").split_whitespace().collect::<Vec<_>>().join(" ");
            self.out.picture(Picture { file, alt, width: 0, height: 0 });
        }
    }

    /// The words that have come. Styles that are still open go on in the next words.
    fn take_words(&mut self) -> Words {
        let mut words = std::mem::take(&mut self.words);
        for (start, styling) in &mut self.styles {
            if let Some(styling) = styling
                && *start < self.length
            {
                words.styles.push((*start..self.length, styling.clone()));
            }
            *start = 0;
        }
        self.length = 0;
        self.gap = Gap::None;
        tidy(words)
    }
}

/// Whether a table is one to a reader: two rows and two columns, and neither tables nor headings in it.
fn holds_data(table: &NodeRef<'_>) -> bool {
    let mut rows = 0;
    let mut cells = 0;
    for node in table.descendants_it() {
        match name(&node).as_str() {
            "tr" => rows += 1,
            "td" | "th" => cells += 1,
            "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "article" | "pre" => return false,
            _ => {}
        }
    }
    rows >= 2 && cells >= 2 * rows
}
