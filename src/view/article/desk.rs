//! What the reading pane and the outline share besides the state.

use crate::model::Section;
use crate::order::Set;
use crate::view::live;
use crate::view::live::{Memo, Signal};
use crate::view::state::{State, Target};

/// What the reading pane and the outline share besides the state. It is `Copy`.
#[derive(Clone, Copy)]
pub struct Desk {
    /// See [`State`].
    pub(super) state: State,
    /// The kinds whose mentions are not marked.
    pub(super) hidden: Memo<Set<String>>,
    /// Sections (article's index, section) that the reader folded although the query found something
    /// in them. Forgotten when the query changes.
    pub(super) shut: Signal<Vec<(usize, usize)>>,
    /// Where the reader is: the id of the article's or section's element.
    pub(super) here: Signal<Option<String>>,
}

impl Desk {
    /// An empty desk, which outlives the components that share it: the page is drawn anew in another
    /// language, and the reader stays where they are. Below an owner, as any signal.
    #[must_use]
    pub fn new(state: State) -> Self {
        let shut = Signal::new(Vec::new());
        live::follow_later(move || state.query.track(), move || shut.update(Vec::clear));
        let hidden = live::memo(move || state.hidden_kinds());
        let desk = Self { state, hidden, shut, here: Signal::new(None) };
        super::flow::follow_place(desk);
        super::flow::follow_step(desk);
        desk
    }

    /// Opens a section if it is closed, for whatever reason.
    pub(super) fn unfold(self, index: usize, section: usize) {
        if self.shut.read_untracked().contains(&(index, section)) {
            self.unfold_found(index, section);
        }
        if let Some(head) = self.state.edition().heads.get(index) {
            self.state.fold(head.id.as_str(), section, false);
        }
    }

    /// Brings what the query found in a section into sight. What the reader had folded before the
    /// query stays folded after it.
    pub(super) fn unfold_found(self, index: usize, section: usize) {
        self.shut.update(|shut| shut.retain(|it| *it != (index, section)));
    }

    /// Folds a section, also while the query finds something in it.
    pub(super) fn fold(self, index: usize, section: usize) {
        self.shut.update(|shut| {
            shut.push((index, section));
        });
        if let Some(head) = self.state.edition().heads.get(index) {
            self.state.fold(head.id.as_str(), section, true);
        }
    }
}

/// The section that a place lies in, if there is such a place; a block is counted through the whole
/// article.
pub(super) fn section_of(sections: &[Section], target: Target) -> Option<usize> {
    let paragraph = match target {
        Target::Section(section) => return (section < sections.len()).then_some(section),
        Target::Paragraph(paragraph) => paragraph,
    };
    let mut end = 0;
    sections.iter().position(|section| {
        end += section.blocks.len();
        paragraph < end
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Block;

    #[test]
    fn a_place_lies_in_a_section() {
        let section = |blocks| Section {
            blocks: vec![Block::Note { text: String::new() }; blocks],
            ..Section::default()
        };
        let sections = [section(2), section(0), section(1)];
        let of = |n| section_of(&sections, Target::Paragraph(n));
        assert_eq!([of(0), of(1), of(2), of(3)], [Some(0), Some(0), Some(2), None]);
        assert_eq!(section_of(&sections, Target::Section(1)), Some(1));
        assert_eq!(section_of(&sections, Target::Section(3)), None);
    }
}
