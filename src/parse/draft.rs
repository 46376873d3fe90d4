//! A story as it is found in a page, before an article is made of it.

/// A story as it is found: indices of parts.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// The lines above the headline.
    pub kicker: Vec<usize>,
    /// The headline.
    pub headline: Option<usize>,
    /// The lines below it.
    pub deck: Vec<usize>,
    /// Rubrics.
    pub label: Vec<usize>,
    /// Who wrote it.
    pub byline: Vec<usize>,
    /// Where it comes from, where that has a line to itself.
    pub source: Vec<usize>,
    /// The day, likewise.
    pub date: Vec<usize>,
    /// Subheads and blocks.
    pub flow: Vec<Flow>,
    /// Words under pictures.
    pub captions: Vec<usize>,
    /// What no reader reads as the story.
    pub furniture: Vec<usize>,
}

/// What stands in a story's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// A subhead: its first part, and how many it is set in.
    Subhead(usize, usize),
    /// A paragraph, an item, a row, a note.
    Block(usize),
}
