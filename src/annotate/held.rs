//! What was found in an article, kept small: that of all articles is held at once.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::candidate::{Candidate, Subject};
use crate::model::{At, Kind, small};

/// The candidates of each string of one article. One takes 24 bytes here, and 88 and its value's at work.
#[derive(Default)]
pub(super) struct Held {
    /// Each string, and the index after its last candidate.
    strings: Vec<(At, u32)>,
    candidates: Vec<Small>,
    kinds: Vec<Kind>,
    rules: Vec<&'static str>,
    subjects: Vec<Subject>,
}

/// A candidate by numbers: its code points, and where its parts stand in the tables of its article.
struct Small {
    start: u32,
    end: u32,
    subject: u32,
    kind: u32,
    rule: u32,
    score: u8,
}

/// The strings of one article with their candidates, as they are worked on.
pub(super) type Found = Vec<(At, Vec<Candidate>)>;

/// What was found in some articles, kept small. This is done on one thread, since allocators keep memory apart by threads: what
/// all of them made in turn would be free in many places and of use in none.
pub(super) fn all(found: Vec<Found>) -> impl Iterator<Item = Held> {
    found.into_iter().map(Held::from_iter)
}

/// The different things of one sort, in the order in which they came.
type Table<T> = IndexSet<T, FxBuildHasher>;

impl FromIterator<(At, Vec<Candidate>)> for Held {
    fn from_iter<T: IntoIterator<Item = (At, Vec<Candidate>)>>(found: T) -> Self {
        let mut held = Self::default();
        let mut kinds = Table::<Kind>::default();
        let mut rules = Table::<&'static str>::default();
        let mut subjects = Table::<Subject>::default();
        for (at, candidates) in found {
            held.candidates.extend(candidates.into_iter().map(|candidate| Small {
                start: small(candidate.start),
                end: small(candidate.end),
                subject: small(subjects.insert_full(candidate.subject).0),
                kind: small(kinds.insert_full(candidate.kind).0),
                rule: small(rules.insert_full(candidate.rule).0),
                score: candidate.score,
            }));
            held.strings.push((at, small(held.candidates.len())));
        }
        held.strings.shrink_to_fit();
        held.candidates.shrink_to_fit();
        held.kinds = kinds.into_iter().collect();
        held.rules = rules.into_iter().collect();
        held.subjects = subjects.into_iter().collect();
        held
    }
}

impl Held {
    /// Each string with its candidates, as they were put in.
    pub(super) fn strings(&self) -> impl Iterator<Item = (At, Vec<Candidate>)> + '_ {
        let mut start = 0;
        self.strings.iter().map(move |&(at, end)| {
            let end = end as usize;
            let some = self.candidates.get(start..end).unwrap_or_default();
            start = end;
            (at, some.iter().filter_map(|it| self.candidate(it)).collect())
        })
    }

    fn candidate(&self, it: &Small) -> Option<Candidate> {
        Some(Candidate {
            start: it.start as usize,
            end: it.end as usize,
            kind: self.kinds.get(it.kind as usize)?.clone(),
            score: it.score,
            rule: self.rules.get(it.rule as usize)?,
            subject: self.subjects.get(it.subject as usize)?.clone(),
        })
    }
}
