//! What the reading pane, the outline and the cards share besides the state.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::view::state::{State, Target};

/// What the reading pane, the outline and the cards share besides the state. It is `Copy`.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The articles that stand in the reading pane, as indices into the edition's heads.
    pub displayed: Memo<Vec<usize>>,
    /// The kinds whose mentions are not marked.
    pub(super) hidden: Memo<BTreeSet<String>>,
    /// Sections (article's index, section) that the reader folded although the query found something
    /// in them. Forgotten when the query changes.
    pub(super) shut: RwSignal<BTreeSet<(usize, usize)>>,
    /// Where the reader is: the article's index and the section.
    pub(super) here: RwSignal<Option<(usize, Option<usize>)>>,
}

/// Makes the [`Desk`] and hands it to every component below.
#[expect(clippy::must_use_candidate, reason = "mostly called for the context it provides")]
pub fn provide_desk(state: State) -> Desk {
    let shut = RwSignal::new(BTreeSet::new());
    let desk = Desk {
        // Read by the pane, the outline, the kinds.
        displayed: Memo::new(move |_| state.pane.read().to_vec()),
        // Read by every string.
        hidden: Memo::new(move |_| state.hidden_kinds()),
        shut,
        here: RwSignal::new(None),
    };
    let query = Memo::new(move |_| state.reading.read().query.clone());
    Effect::new(move |before: Option<String>| {
        let query = query.get();
        if before.is_some_and(|before| before != query) {
            shut.update(BTreeSet::clear);
        }
        query
    });
    provide_context(desk);
    desk
}

/// The desk that [`provide_desk`] made.
pub(super) fn use_desk() -> Desk {
    expect_context()
}

impl Desk {
    /// Opens a section if it is closed, for whatever reason.
    pub(super) fn unfold(self, state: State, index: usize, section: usize) {
        if self.shut.with_untracked(|shut| shut.contains(&(index, section))) {
            self.shut.update(|shut| {
                shut.remove(&(index, section));
            });
        }
        if let Some(head) = state.edition().heads.get(index) {
            state.fold(head.id.as_str(), section, false);
        }
    }

    /// Folds a section, also while the query finds something in it.
    pub(super) fn fold(self, state: State, index: usize, section: usize) {
        self.shut.update(|shut| {
            shut.insert((index, section));
        });
        if let Some(head) = state.edition().heads.get(index) {
            state.fold(head.id.as_str(), section, true);
        }
    }

    /// Leads to a place in an article that is displayed: opens the section around it, then scrolls.
    pub(super) fn lead(self, state: State, index: usize, target: Option<Target>) {
        let Some(article) = state.articles.read_untracked().get(&index).cloned() else { return };
        let section = match target {
            Some(Target::Section(section)) => Some(section),
            Some(Target::Paragraph(paragraph)) => section_of(&article.sections, paragraph),
            None => None,
        };
        if let Some(section) = section {
            self.unfold(state, index, section);
        }
        super::scroll::to_place(crate::view::url::element_id(article.id.as_str(), target));
    }
}

/// The section that holds a block, which is counted through the whole article.
fn section_of(sections: &[crate::model::Section], paragraph: usize) -> Option<usize> {
    let mut end = 0;
    sections.iter().position(|section| {
        end += section.blocks.len();
        paragraph < end
    })
}
