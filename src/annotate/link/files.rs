//! What the mentions of a corpus are filed under.

use std::collections::BTreeMap;

use super::super::candidate::{Candidate, Subject};
use super::super::corrections::Corrections;
use super::Key;
use super::names::around;
use crate::model::{Kind, small};

/// What was gathered of one thing.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) kind: Option<Kind>,
    /// Every printed form without its brackets, and how often; those of pairs are not among them.
    pub(super) forms: Forms,
}

/// Printed forms, sorted, each with how often it stands. Most things have one, so a list.
#[derive(Default)]
pub(super) struct Forms(Vec<(String, usize)>);

impl Forms {
    /// Counts a form so many times more.
    fn count(&mut self, form: &str, times: usize) {
        match self.0.binary_search_by(|(own, _)| own.as_str().cmp(form)) {
            Ok(place) => {
                if let Some((_, count)) = self.0.get_mut(place) {
                    *count += times;
                }
            }
            Err(place) => {
                self.0.reserve_exact(1);
                self.0.insert(place, (form.to_owned(), times));
            }
        }
    }

    /// Every form, and how often it stands.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&String, usize)> {
        self.0.iter().map(|(form, count)| (form, *count))
    }

    /// Every form.
    pub(super) fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(form, _)| form)
    }
}

/// What was gathered, each with a number: a corpus has many more mentions than things that are mentioned.
#[derive(Default)]
pub(super) struct Files(BTreeMap<Key, (usize, Gathered)>);

impl Files {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Everything, with its key and its number.
    pub(super) fn each(&self) -> impl Iterator<Item = (&Key, usize, &Gathered)> {
        self.0.iter().map(|(key, (number, gathered))| (key, *number, gathered))
    }

    /// Where a key's things are gathered.
    fn drawer(&mut self, key: Key) -> &mut (usize, Gathered) {
        let next = self.0.len();
        self.0.entry(key).or_insert_with(|| (next, Gathered::default()))
    }

    /// Files a candidate, printed like this, under its keys; their numbers.
    pub(super) fn file(
        &mut self,
        keys: Vec<Key>,
        candidate: &Candidate,
        printed: &str,
    ) -> Vec<u32> {
        let only = keys.len() == 1;
        let file = |key: Key| {
            // 美 for 美國 is no name that a heading would print.
            let short = matches!(key, Key::Known(_)) && candidate.len() == 1;
            let (number, gathered) = self.drawer(key);
            gathered.kind.get_or_insert_with(|| candidate.kind.clone());
            if only && !short {
                gathered.forms.count(printed, 1);
            }
            // A heading prints the name without the title in it, which may stand nowhere.
            if let Subject::Around(surname, given) = candidate.subject {
                gathered.forms.count(&around(printed, surname, given), 0);
            }
            small(*number)
        };
        keys.into_iter().map(file).collect()
    }

    /// Gives what the author declared the kind that he gave it.
    pub(super) fn declare(&mut self, corrections: &Corrections) {
        for (index, declared) in corrections.entities.iter().enumerate() {
            if let Some(kind) = &declared.kind {
                self.drawer(Key::Declared(index)).1.kind = Some(kind.clone());
            }
        }
    }
}
