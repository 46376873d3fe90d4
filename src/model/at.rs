use std::cmp::Ordering;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Which string of an article is meant.
///
/// Written as a JSON Pointer (RFC 6901) into the article's JSON form, as in `/sections/0/blocks/2/items/3`.
/// Ordered as a reader meets the strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum At {
    /// `/kicker`
    Kicker,
    /// `/headline`
    Headline,
    /// `/deck`
    Deck,
    /// `/label`
    Label,
    /// `/byline`
    Byline,
    /// `/source`
    Source,
    /// `/date`
    Date,
    /// A string below `/sections/N`.
    Section(u32, InSection),
    /// `/captions/N/text`
    Caption(u32),
    /// `/captions/N/credit`
    Credit(u32),
}

/// Which string of a section is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InSection {
    /// `/heading`
    Heading,
    /// `/blocks/N/text`
    Text(u32),
    /// `/blocks/N/items/M`
    Item(u32, u32),
    /// `/blocks/N/rows/R/C`
    Cell(u32, u32, u32),
}

impl Ord for At {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for At {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl At {
    /// Numbers that order places as a reader meets them: a block's place among blocks counts before what sort
    /// of block it is, and a picture's credit follows its caption.
    fn order(self) -> [u32; 7] {
        match self {
            Self::Kicker => [0; 7],
            Self::Headline => [1, 0, 0, 0, 0, 0, 0],
            Self::Deck => [2, 0, 0, 0, 0, 0, 0],
            Self::Label => [3, 0, 0, 0, 0, 0, 0],
            Self::Byline => [4, 0, 0, 0, 0, 0, 0],
            Self::Source => [5, 0, 0, 0, 0, 0, 0],
            Self::Date => [6, 0, 0, 0, 0, 0, 0],
            Self::Section(section, InSection::Heading) => [7, section, 0, 0, 0, 0, 0],
            Self::Section(section, InSection::Text(block)) => [7, section, 1, block, 0, 0, 0],
            Self::Section(section, InSection::Item(block, item)) => {
                [7, section, 1, block, 1, item, 0]
            }
            Self::Section(section, InSection::Cell(block, row, column)) => {
                [7, section, 1, block, 2, row, column]
            }
            Self::Caption(caption) => [8, caption, 0, 0, 0, 0, 0],
            Self::Credit(caption) => [8, caption, 1, 0, 0, 0, 0],
        }
    }

    /// The heading of section `section`.
    #[must_use]
    pub fn heading(section: usize) -> Self {
        Self::Section(small(section), InSection::Heading)
    }

    /// The text of a block that has one.
    #[must_use]
    pub fn text(section: usize, block: usize) -> Self {
        Self::Section(small(section), InSection::Text(small(block)))
    }

    /// One item of a list.
    #[must_use]
    pub fn item(section: usize, block: usize, item: usize) -> Self {
        Self::Section(small(section), InSection::Item(small(block), small(item)))
    }

    /// One cell of a table.
    #[must_use]
    pub fn cell(section: usize, block: usize, row: usize, column: usize) -> Self {
        Self::Section(small(section), InSection::Cell(small(block), small(row), small(column)))
    }

    /// Whether the string stands in the first row of a table.
    #[must_use]
    pub fn is_in_first_row(self) -> bool {
        matches!(self, Self::Section(_, InSection::Cell(_, 0, _)))
    }

    /// The section this string stands in, if it stands in one.
    #[must_use]
    pub fn section(self) -> Option<usize> {
        match self {
            Self::Section(section, _) => Some(section as usize),
            _ => None,
        }
    }

    /// The block within its section, if it stands in one.
    #[must_use]
    pub fn block(self) -> Option<usize> {
        match self {
            Self::Section(
                _,
                InSection::Text(block) | InSection::Item(block, _) | InSection::Cell(block, _, _),
            ) => Some(block as usize),
            _ => None,
        }
    }
}

/// Indices into one article's vectors; beyond 2^32 of anything an article is not held in memory.
pub(crate) fn small(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kicker => f.write_str("/kicker"),
            Self::Headline => f.write_str("/headline"),
            Self::Deck => f.write_str("/deck"),
            Self::Label => f.write_str("/label"),
            Self::Byline => f.write_str("/byline"),
            Self::Source => f.write_str("/source"),
            Self::Date => f.write_str("/date"),
            Self::Caption(n) => write!(f, "/captions/{n}/text"),
            Self::Credit(n) => write!(f, "/captions/{n}/credit"),
            Self::Section(s, InSection::Heading) => write!(f, "/sections/{s}/heading"),
            Self::Section(s, InSection::Text(b)) => write!(f, "/sections/{s}/blocks/{b}/text"),
            Self::Section(s, InSection::Item(b, i)) => {
                write!(f, "/sections/{s}/blocks/{b}/items/{i}")
            }
            Self::Section(s, InSection::Cell(block, row, column)) => {
                write!(f, "/sections/{s}/blocks/{block}/rows/{row}/{column}")
            }
        }
    }
}

/// A pointer that names no string of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownPlace(String);

impl fmt::Display for UnknownPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` does not point at a string of an article", self.0)
    }
}

impl std::error::Error for UnknownPlace {}

impl FromStr for At {
    type Err = UnknownPlace;

    fn from_str(pointer: &str) -> Result<Self, UnknownPlace> {
        let unknown = || UnknownPlace(pointer.to_owned());
        let number = |digits: &str| digits.parse::<u32>().map_err(|_| unknown());
        let steps: Vec<&str> = pointer.split('/').skip(1).collect();
        Ok(match steps[..] {
            ["kicker"] => Self::Kicker,
            ["headline"] => Self::Headline,
            ["deck"] => Self::Deck,
            ["label"] => Self::Label,
            ["byline"] => Self::Byline,
            ["source"] => Self::Source,
            ["date"] => Self::Date,
            ["captions", n, "text"] => Self::Caption(number(n)?),
            ["captions", n, "credit"] => Self::Credit(number(n)?),
            ["sections", s, "heading"] => Self::Section(number(s)?, InSection::Heading),
            ["sections", s, "blocks", b, "text"] => {
                Self::Section(number(s)?, InSection::Text(number(b)?))
            }
            ["sections", s, "blocks", b, "items", i] => {
                Self::Section(number(s)?, InSection::Item(number(b)?, number(i)?))
            }
            ["sections", s, "blocks", b, "rows", r, c] => {
                Self::Section(number(s)?, InSection::Cell(number(b)?, number(r)?, number(c)?))
            }
            _ => return Err(unknown()),
        })
    }
}

impl TryFrom<String> for At {
    type Error = UnknownPlace;

    fn try_from(pointer: String) -> Result<Self, UnknownPlace> {
        pointer.parse()
    }
}

impl From<At> for String {
    fn from(at: At) -> Self {
        at.to_string()
    }
}

/// A stretch of one string, in Unicode code points: `start` inclusive, `end` exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
}

impl Span {
    /// A span from code point indices.
    #[must_use]
    pub fn new(range: Range<usize>) -> Self {
        Self { start: small(range.start), end: small(range.end) }
    }

    /// The part of `text` that the span covers; empty where the span lies outside.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        let byte = |index: u32| {
            text.char_indices().nth(index as usize).map_or(text.len(), |(offset, _)| offset)
        };
        text.get(byte(self.start)..byte(self.end)).unwrap_or_default()
    }

    /// The number of code points.
    #[must_use]
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether the span covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_survive_being_written_and_read() {
        let places = [
            At::Kicker,
            At::Headline,
            At::heading(3),
            At::text(0, 2),
            At::item(1, 0, 3),
            At::cell(1, 0, 2, 5),
            At::Caption(0),
            At::Credit(7),
        ];
        for at in places {
            assert_eq!(at.to_string().parse(), Ok(at));
        }
        assert!("/sections/0/blocks".parse::<At>().is_err());
        assert!("headline".parse::<At>().is_err());
    }

    #[test]
    fn places_stand_as_a_reader_meets_them() {
        let places = [
            At::Headline,
            At::heading(0),
            At::item(0, 0, 1),
            At::text(0, 1),
            At::cell(0, 2, 0, 1),
            At::cell(0, 2, 1, 0),
            At::text(0, 3),
            At::heading(1),
            At::Caption(0),
            At::Credit(0),
            At::Caption(1),
        ];
        assert!(places.is_sorted());
    }

    #[test]
    fn a_span_counts_code_points() {
        assert_eq!(Span::new(1..3).of("a漢𠀀b"), "漢𠀀");
        assert_eq!(Span::new(3..9).of("a漢𠀀b"), "b");
    }
}
