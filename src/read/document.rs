//! What reading gives: a file's text and what the file said of it.

use std::ops::Range;

use super::names;
use crate::model::{Picture, Styling, Sublist};

/// What a file held before anyone asks where its stories are.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The input's name as the author gave it.
    pub name: String,
    /// The line of the file at which it begins, from 1.
    pub line: u32,
    /// What the file says of the story outside its text.
    pub given: Given,
    /// The text.
    pub body: Body,
}

/// The text of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Running text as it was pasted, in which the stories are yet to be found.
    Page(String),
    /// One story, whose structure the format tells.
    Story(Vec<Piece>),
}

/// What a format says of a story outside its text. Each is as the author wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The article's id.
    pub id: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The line above it.
    pub kicker: Option<String>,
    /// The lines below it.
    pub deck: Option<String>,
    /// The rubric.
    pub label: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
    /// The day.
    pub date: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
}

/// A block of a story whose structure is known.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A heading; 1 is the highest level.
    Heading(u8, Words),
    /// Running text.
    Paragraph(Words),
    /// A list.
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// The number of the first item.
        first: u32,
        /// In order, whatever their depth.
        items: Vec<Words>,
        /// Which of them are lists within it; see [`crate::model::Block::List`].
        nested: Vec<Sublist>,
    },
    /// Words set apart as another's.
    Quote(Words),
    /// A remark about the text: a footnote.
    Note(Words),
    /// Text whose white space counts.
    Code(String),
    /// Rows of cells; the first is the head.
    Table(Vec<Vec<Words>>),
    /// A picture, its words, or both.
    Figure {
        /// The picture, as the source names it.
        picture: Option<Picture>,
        /// What it shows. May be empty.
        text: Words,
        /// Whom it is from.
        credit: Option<String>,
    },
}

/// Text and how stretches of it were set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// Without line breaks.
    pub text: String,
    /// Stretches in code points, end exclusive; they may nest.
    pub styles: Vec<(Range<usize>, Styling)>,
}

impl Document {
    /// A pasted page.
    #[must_use]
    pub fn page(name: &str, text: String) -> Self {
        Self { name: name.to_owned(), line: 1, given: Given::default(), body: Body::Page(text) }
    }

    /// The blocks of a story whose structure is known; none of a pasted page.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        match &self.body {
            Body::Story(pieces) => pieces,
            Body::Page(_) => &[],
        }
    }

    /// Takes the blocks out of a story whose structure is known.
    pub(crate) fn take_pieces(&mut self) -> Vec<Piece> {
        match &mut self.body {
            Body::Story(pieces) => std::mem::take(pieces),
            Body::Page(_) => Vec::new(),
        }
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), styles: Vec::new() }
    }
}

impl Given {
    /// Takes a field by the name under which authors and programs write it. Says whether the name
    /// is one of those; an empty value counts as none. The first of two names for one field stays.
    pub(super) fn set(&mut self, name: &str, value: &str) -> bool {
        let field = match names::field(name) {
            Some("id") => &mut self.id,
            Some("title") => &mut self.title,
            Some("kicker") => &mut self.kicker,
            Some("deck") => &mut self.deck,
            Some("label") => &mut self.label,
            Some("byline") => &mut self.byline,
            Some("source") => &mut self.source,
            Some("date") => &mut self.date,
            Some("language") => &mut self.language,
            _ => return false,
        };
        let value = value.trim();
        if field.is_none() && !value.is_empty() {
            *field = Some(value.to_owned());
        }
        true
    }
}
