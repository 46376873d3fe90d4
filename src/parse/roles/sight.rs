//! What a line alone can be seen to be.

use std::ops::Range;

use super::{Part, Role};
use crate::parse::brackets::trimmed;
use crate::parse::furniture::is_furniture;
use crate::parse::lexicon::{List, phrases};
use crate::parse::shape::{Shape, stops};
use crate::parse::{byline, caption, day, marks, note, source};
use crate::read::is_alphanumeric;

/// A stretch of the line of this index, which begins at `start`, in bytes of the page.
pub(super) fn part(text: &str, line: usize, start: usize) -> Part {
    let moved = |range: Range<usize>| start + range.start..start + range.end;
    let seen = see(text);
    let ranges: Vec<Range<usize>> = seen.ranges.into_iter().map(moved).collect();
    let proper = seen.proper.and_then(|range| text.get(range)).unwrap_or(text);
    Part {
        role: seen.role,
        line,
        ranges,
        credit: seen.credit.map(moved),
        marks: seen.marks.into_iter().map(moved).filter(|range| !range.is_empty()).collect(),
        shape: Shape::of(proper),
    }
}

/// The row of a table on the line of this index; cells in bytes of the page.
pub(super) fn row(text: &str, line: usize, cells: Vec<Range<usize>>) -> Part {
    let (role, shape) = (Role::Row, Shape::of(text));
    Part { role, line, ranges: cells, credit: None, marks: Vec::new(), shape }
}

/// What one line was seen to be; ranges in bytes of the line.
struct Seen {
    role: Role,
    ranges: Vec<Range<usize>>,
    /// The stretch to be measured; the whole line where none is told.
    proper: Option<Range<usize>>,
    credit: Option<Range<usize>>,
    marks: Vec<Range<usize>>,
}

impl Seen {
    fn new(role: Role, text: Range<usize>, marks: Vec<Range<usize>>) -> Self {
        Self { role, ranges: vec![text.clone()], proper: Some(text), credit: None, marks }
    }
}

fn see(text: &str) -> Seen {
    let whole = || 0..text.len();
    if is_rule(text) {
        return Seen::new(Role::Rule, whole(), Vec::new());
    }
    if let Some((cells, marks)) = cells(text) {
        return Seen { role: Role::Row, ranges: cells, proper: None, credit: None, marks };
    }
    if is_furniture(text) {
        return Seen::new(Role::Furniture, whole(), Vec::new());
    }
    if note::is_note(text) {
        return Seen::new(Role::Note, whole(), Vec::new());
    }
    if caption::credit_line(text) {
        return Seen::new(Role::Caption, whole(), Vec::new());
    }
    if let Some(found) = byline::line(text) {
        return Seen::new(Role::Byline, found.text, found.marks);
    }
    if let Some(found) = source::line(text) {
        return Seen::new(Role::Source, found.text, found.marks);
    }
    if let Some((label, marks)) = label(text) {
        return Seen::new(Role::Label, label, marks);
    }
    if day::is_day(text) {
        return Seen::new(Role::Date, whole(), Vec::new());
    }
    if let Some(found) = caption::line(text) {
        let credit = found.credit;
        return Seen { credit, ..Seen::new(Role::Caption, found.text, found.marks) };
    }
    match marks::mark(text) {
        Some(mark) => Seen::new(Role::Item(mark.sort), mark.text..text.len(), vec![mark.range]),
        None => Seen::new(Role::Text, whole(), Vec::new()),
    }
}

/// A line of signs alone, such as `***`; a full stop or an ellipsis alone is text.
fn is_rule(text: &str) -> bool {
    !text.contains(is_alphanumeric) && !text.ends_with(stops)
}

type Ranges = Vec<Range<usize>>;

/// The cells of a row as saved web pages print it: `| Name | Address |`.
fn cells(text: &str) -> Option<(Ranges, Ranges)> {
    if !(text.starts_with('|') && text.ends_with('|') && text.len() > 2) {
        return None;
    }
    let strokes: Vec<usize> = text.match_indices('|').map(|(at, _)| at).collect();
    if strokes.len() < 3 {
        return None;
    }
    let cells = strokes.iter().zip(strokes.iter().skip(1));
    let cells = cells.map(|(from, to)| trimmed(text, from + 1..*to)).collect();
    Some((cells, strokes.into_iter().map(|at| at..at + 1).collect()))
}

/// A rubric alone on its line, in brackets or behind a bullet or not.
fn label(text: &str) -> Option<(Range<usize>, Vec<Range<usize>>)> {
    if text.chars().nth(24).is_some() {
        return None;
    }
    let bare = text.trim_matches(|c: char| {
        marks::is_bullet(c) || "【】[]［］〔〕〈〉《》（）()｜|／/".contains(c) || c.is_whitespace()
    });
    let start = text.find(bare)?;
    let range = start..start + bare.len();
    let marks = [0..start, range.end..text.len()];
    phrases(List::Rubrics)
        .has(bare)
        .then(|| (range, marks.into_iter().filter(|m| !m.is_empty()).collect()))
}
