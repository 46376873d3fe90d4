//! What a line can be seen to be, alone or beside its neighbours.

use std::ops::Range;

use super::brackets::trimmed;
use super::fields::fields;
use super::furniture::is_furniture;
use super::lexicon::{List, phrases};
use super::lines::Line;
use super::marks::{self, Sort};
use super::shape::{End, Shape, stops};
use super::writer::is_post;
use super::{byline, caption, day, note, source};
use crate::read::is_alphanumeric;

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
    for (n, line) in lines.iter().enumerate() {
        let text = of(line);
        let field = |range: Range<usize>| {
            part(text.get(range.clone()).unwrap_or_default(), n, line.range.start + range.start)
        };
        match fields(text) {
            Some(fields) => parts.extend(fields.into_iter().map(field)),
            None => parts.push(field(0..text.len())),
        }
    }
    sign_names(page, &mut parts);
    settle_items(page, lines, &mut parts);
    set_related_aside(page, &mut parts);
    parts
}

/// A name over `Staff Reporter` is the writer's.
fn sign_names(page: &str, parts: &mut [Part]) {
    for n in 1..parts.len() {
        let posted =
            parts.get(n).is_some_and(|part| part.role == Role::Byline && is_post(part.first(page)));
        let Some(above) = n.checked_sub(1).and_then(|n| parts.get_mut(n)) else { continue };
        let words = above.first(page).split_whitespace();
        let is_name = (2..=4).contains(&words.clone().count())
            && words.clone().all(|word| word.starts_with(char::is_uppercase));
        if posted && above.role == Role::Text && is_name {
            above.role = Role::Byline;
        }
    }
}

fn part(text: &str, line: usize, start: usize) -> Part {
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

/// A number makes an item only beside its neighbour in the list; a short line behind a bullet that
/// running text follows is a heading.
fn settle_items(page: &str, lines: &[Line], parts: &mut [Part]) {
    for n in 0..parts.len() {
        let Some(part) = parts.get(n) else { continue };
        let Role::Item(sort) = part.role else { continue };
        let near = |m: Option<usize>| m.and_then(|m| parts.get(m));
        let before = near(n.checked_sub(1));
        let (after, later) = (near(Some(n + 1)), near(Some(n + 2)));
        let is_item = match sort {
            Sort::Number(style, value) => {
                let at = |part: Option<&Part>, wanted: Option<u32>| {
                    part.is_some_and(|part| match part.role {
                        Role::Item(Sort::Number(s, v)) => s == style && Some(v) == wanted,
                        _ => false,
                    })
                };
                let broken =
                    part.shape.end != End::Stop || after.is_some_and(|a| a.shape.end != End::Stop);
                let two_before = near(n.checked_sub(2));
                at(before, value.checked_sub(1))
                    || at(after, Some(value + 1))
                    || broken && at(later, Some(value + 1))
                    || at(two_before, value.checked_sub(1))
                        && before.is_some_and(|b| b.role == Role::Text)
            }
            Sort::Bullet(_) => {
                let same =
                    |part: Option<&Part>| part.is_some_and(|part| part.role == Role::Item(sort));
                let headed = part.shape.end == End::Bare && part.shape.size <= 20;
                let text_follows = after.is_some_and(|after| match after.role {
                    Role::Text => true,
                    Role::Item(other) => other != sort,
                    _ => false,
                });
                same(before) || same(after) || !(headed && text_follows)
            }
        };
        if let Some(part) = parts.get_mut(n)
            && !is_item
        {
            part.role = Role::Text;
            if matches!(sort, Sort::Number(..))
                && let Some(line) = lines.get(part.line)
            {
                part.marks.clear();
                part.ranges = vec![line.range.clone()];
                part.shape = Shape::of(page.get(line.range.clone()).unwrap_or_default());
            }
        }
    }
}

/// Below 相關新聞 stand headlines of stories that are not on this page: until text comes, they are
/// furniture as well.
fn set_related_aside(page: &str, parts: &mut [Part]) {
    let mut after_related = false;
    let mut n = 0;
    while n < parts.len() {
        let follows_text = parts.get(n + 1).is_some_and(|next| {
            next.role == Role::Text && next.shape.end == End::Stop || next.role == Role::Label
        });
        let Some(part) = parts.get_mut(n) else { break };
        if !after_related && part.role != Role::Furniture {
            n += 1;
            continue;
        }
        let text = part.first(page);
        let asks = text.ends_with(['？', '！', '?', '!']) || part.shape.end == End::Bare;
        // A line in capitals alone is a heading of the paper's.
        let shouts = !part.shape.cjk && !text.contains(char::is_lowercase);
        let link = matches!(part.role, Role::Text | Role::Item(_))
            && asks
            && !shouts
            && part.shape.size <= 40
            && !text.contains(['。', '；']);
        if after_related && link && !follows_text {
            part.role = Role::Furniture;
            part.ranges = vec![whole(part)];
            part.marks.clear();
        } else {
            let names_related = || {
                phrases(List::Related)
                    .has(part.first(page).trim_matches(|c: char| !c.is_alphanumeric()))
            };
            after_related = part.role == Role::Furniture && names_related();
        }
        n += 1;
    }
}

/// From the first of its marks to the end of its text.
fn whole(part: &Part) -> Range<usize> {
    let starts = part.marks.iter().chain(&part.ranges).map(|range| range.start).min();
    let ends = part.marks.iter().chain(&part.ranges).map(|range| range.end).max();
    starts.unwrap_or_default()..ends.unwrap_or_default()
}
