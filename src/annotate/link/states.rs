//! States by their first character and 國, as the news of Taiwan calls them: 吐國 for 吐瓦魯.

use std::collections::BTreeMap;

use super::super::candidate::Subject;
use super::super::gazetteer::GAZETTEER;
use super::super::held::Held;
use super::super::line::{Line, is_han};
use crate::model::{Article, Kind};

/// In one article, from a character to the state whose name begins with it, if there is only one.
pub(super) struct States(BTreeMap<char, Option<usize>>);

impl States {
    /// The states of an article.
    pub(super) fn of(article: &Article, found: &Held) -> Self {
        let mut here = BTreeMap::new();
        for (at, candidates) in found.strings() {
            let known: Vec<(usize, usize)> = candidates
                .iter()
                .filter(|c| c.len() > 1)
                .filter_map(|c| Some((c.start, state(&c.subject)?)))
                .collect();
            if known.is_empty() {
                continue;
            }
            let line = Line::new(article.text_at(at).unwrap_or_default());
            for (start, group) in known {
                let Some(first) = line.at(start).filter(|c| is_han(*c)) else { continue };
                let only = here.entry(first).or_insert(Some(group));
                if *only != Some(group) {
                    *only = None;
                }
            }
        }
        Self(here)
    }

    /// The state that two characters mean here.
    pub(super) fn meant(&self, kind: &Kind, folded: &str) -> Option<usize> {
        let mut chars = folded.chars();
        let (first, last) = (chars.next()?, chars.next()?);
        let fits = *kind == Kind::Place && last == '国' && chars.next().is_none();
        self.0.get(&first).copied().flatten().filter(|_| fits)
    }
}

/// The one state that is meant.
fn state(subject: &Subject) -> Option<usize> {
    let Subject::Known(groups) = subject else { return None };
    let [group] = groups[..] else { return None };
    GAZETTEER.groups.get(group).filter(|known| known.state).map(|_| group)
}
