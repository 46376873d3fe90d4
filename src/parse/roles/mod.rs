//! What a line can be seen to be, alone or beside its neighbours.

mod beside;
mod people;
mod sight;
mod top;

use std::ops::Range;

use super::fields::fields;
use super::lines::Line;
use super::marks::Sort;
use super::shape::Shape;
use super::table;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A heading or running text: yet to be told.
    Text,
    /// A line of a heading.
    Head,
    /// Running text.
    Body,
    /// An item of a list.
    Item(Sort),
    /// A row of a table.
    Row,
    /// A rubric.
    Label,
    /// Who wrote it.
    Byline,
    /// Where it comes from.
    Source,
    /// A day and nothing else.
    Date,
    /// Words under a picture.
    Caption,
    /// What the paper says about the story.
    Note,
    /// What no reader reads as the story.
    Furniture,
    /// A line of signs.
    Rule,
    /// The rest of a text that begins in an earlier part.
    Joined,
}

/// A line with what it is; a text that was broken takes its other lines in.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// What it is.
    pub role: Role,
    /// Index of its (first) line.
    pub line: usize,
    /// The text proper, in bytes of the page; for a row, its cells.
    pub ranges: Vec<Range<usize>>,
    /// Whom a caption's picture is from.
    pub credit: Option<Range<usize>>,
    /// Marks before, brackets around.
    pub marks: Vec<Range<usize>>,
    /// What its last line looks like.
    pub shape: Shape,
}

impl Part {
    /// The text proper of its last line.
    pub(super) fn last<'a>(&self, page: &'a str) -> &'a str {
        self.ranges.last().and_then(|range| page.get(range.clone())).unwrap_or_default()
    }

    /// The text proper of its first line.
    pub(super) fn first<'a>(&self, page: &'a str) -> &'a str {
        self.ranges.first().and_then(|range| page.get(range.clone())).unwrap_or_default()
    }
}

/// What each line can be seen to be. What could be a heading or running text stays [`Role::Text`].
pub(super) fn first_sight(page: &str, lines: &[Line]) -> Vec<Part> {
    let of = |line: &Line| page.get(line.range.clone()).unwrap_or_default();
    let mut parts: Vec<Part> = Vec::with_capacity(lines.len());
    let mut rows = table::rows(page, lines);
    for (n, line) in lines.iter().enumerate() {
        let text = of(line);
        if let Some(cells) = rows.remove(&n) {
            parts.push(sight::row(text, n, cells));
            continue;
        }
        let field = |range: Range<usize>| {
            sight::part(
                text.get(range.clone()).unwrap_or_default(),
                n,
                line.range.start + range.start,
            )
        };
        match fields(text) {
            Some(fields) => parts.extend(fields.into_iter().map(field)),
            None => parts.push(field(0..text.len())),
        }
    }
    beside::set_mail_head_aside(page, &mut parts);
    beside::sign_names(page, &mut parts);
    top::set_menu_aside(page, &mut parts);
    top::set_paper_aside(page, &mut parts);
    people::sign_writers(page, lines, &mut parts);
    people::sign_letters(page, lines, &mut parts);
    people::note_writers(page, &mut parts);
    beside::settle_items(page, lines, &mut parts);
    beside::set_related_aside(page, &mut parts);
    parts
}
