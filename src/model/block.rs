//! What a section is made of: paragraphs, lists, tables, pictures.

use serde::{Deserialize, Serialize};

fn first_number() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_first_number(number: &u32) -> bool {
    *number == 1
}

/// A list within a list: a stretch of its items, which belong to the item before them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sublist {
    /// Whether its items are numbered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ordered: bool,
    /// Its first item. Never that of the list around it.
    pub start: u32,
    /// One past its last item; those of lists within it count.
    pub end: u32,
}

/// A paragraph or what stands in the place of one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    /// Running text.
    Paragraph {
        /// Without line breaks.
        text: String,
    },
    /// A list.
    List {
        /// Whether the items are numbered.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        ordered: bool,
        /// The number of the first item, where items are numbered.
        #[serde(default = "first_number", skip_serializing_if = "is_first_number")]
        first: u32,
        /// Without their markers, those of lists within it among them.
        items: Vec<String>,
        /// The lists within it, sorted by `start`, of which no two are the same.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        nested: Vec<Sublist>,
    },
    /// What the paper says about the story: an abridgement, a correction.
    Note {
        /// With its brackets.
        text: String,
    },
    /// Words set apart as another's.
    Quote {
        /// Without line breaks.
        text: String,
    },
    /// Text whose white space counts.
    Code {
        /// With line breaks.
        text: String,
    },
    /// Rows of cells; the first row is the head.
    Table {
        /// Rows may differ in length.
        rows: Vec<Vec<String>>,
    },
    /// The place of a picture.
    Figure {
        /// An index into the article's captions.
        caption: u32,
    },
}

/// A picture's words, and the picture where it came along.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Caption {
    /// What the picture shows. Empty where nothing is said of it.
    pub text: String,
    /// Whom the picture is from.
    pub credit: Option<String>,
    /// The picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
}

/// A picture that stands with an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Where it is: as its source names it, and once it is taken along, by its address from the site's folder or as a
    /// `data:` URL.
    pub file: String,
    /// What stands for it where it cannot be seen. May be empty.
    pub alt: String,
    /// In pixels; 0 before the picture is taken along.
    pub width: u32,
    /// Likewise.
    pub height: u32,
}

impl Block {
    /// The block's own text; a list, a table and a figure have none.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Paragraph { text }
            | Self::Note { text }
            | Self::Quote { text }
            | Self::Code { text } => Some(text),
            Self::List { .. } | Self::Table { .. } | Self::Figure { .. } => None,
        }
    }
}
