//! Titles of works and events with and without the states in front: 中法海洋保育公約, 海洋保育公約.

use std::collections::BTreeMap;

use super::super::candidate::Candidate;
use super::super::gazetteer::GAZETTEER;
use super::super::held::Held;
use super::super::line::Line;
use super::bare;
use crate::model::{Corpus, Kind};

/// From a title without the states in front to the full one, if there is only one.
pub(super) type Titles = BTreeMap<String, Option<String>>;

/// The titles of a corpus.
pub(super) fn gather(corpus: &Corpus, standing: &[Held]) -> Titles {
    let mut titles = Titles::new();
    for (article, found) in corpus.articles.iter().zip(standing) {
        for (at, candidates) in found.strings() {
            let named: Vec<&Candidate> =
                candidates.iter().filter(|c| matches!(c.kind, Kind::Work | Kind::Event)).collect();
            if named.is_empty() {
                continue;
            }
            let line = Line::new(article.text_at(at).unwrap_or_default());
            for candidate in named {
                note(&mut titles, bare(line.folded(candidate.start, candidate.end)));
            }
        }
    }
    titles
}

/// Notes a title that begins with states under what is left without them.
fn note(titles: &mut Titles, folded: &str) {
    let name = normal_title(folded);
    let states = leading_states(&name);
    if states == 0 {
        return;
    }
    let core: String = name.chars().skip(states).collect();
    let full = titles.entry(core).or_insert_with(|| Some(name.clone()));
    if full.as_ref().is_some_and(|full| *full != name) {
        *full = None;
    }
}

/// A folded title with the two states it begins with in one order, since 中俄 and 俄中 name one event.
pub(super) fn normal_title(folded: &str) -> String {
    let mut chars: Vec<char> = folded.chars().collect();
    let pair: String = chars.iter().take(2).collect();
    if leading_states(folded) == 2 && GAZETTEER.group(&pair).is_none() {
        chars.get_mut(..2).into_iter().for_each(<[char]>::sort_unstable);
    }
    chars.into_iter().collect()
}

/// How many code points of a folded title are names of states, with 和 between them.
pub(in super::super) fn leading_states(title: &str) -> usize {
    super::super::rules::leading_states(&Line::new(title))
}
