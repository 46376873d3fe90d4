//! Names that were read one character too long.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;

use super::held::Held;
use super::line::fold;
use crate::model::{Corpus, Kind};

/// Three characters that were read as a name whose first two stand by themselves elsewhere, before
/// other characters: 李明接 of 李明接受 beside 李明指出.
pub(super) fn overlong_names(corpus: &Corpus, proposed: &[Held]) -> BTreeSet<String> {
    let mut readings: BTreeSet<String> = BTreeSet::new();
    for (article, found) in corpus.articles.iter().zip(proposed) {
        for (at, candidates) in found.strings() {
            let people = candidates.iter().filter(|c| c.kind == Kind::Person && c.len() == 3);
            let text = article.text_at(at).unwrap_or_default();
            let mut folded: Option<Vec<char>> = None;
            for person in people {
                let folded = folded.get_or_insert_with(|| fold(text).chars().collect());
                readings.extend(
                    folded
                        .get(person.start..person.end)
                        .map(|name| name.iter().collect::<String>()),
                );
            }
        }
    }
    let heads: BTreeSet<String> =
        readings.iter().map(|name| name.chars().take(2).collect()).collect();
    let followers = followers(corpus, &heads);
    let overlong = |name: &String| {
        let mut chars = name.chars();
        let head: String = chars.by_ref().take(2).collect();
        let Some(counts) = followers.get(&head) else { return false };
        let all: usize = counts.values().sum();
        let here = chars.next().and_then(|last| counts.get(&last)).copied().unwrap_or(0);
        counts.len() > 2 && here * 2 < all
    };
    readings.into_iter().filter(overlong).collect()
}

/// How often each character follows each of these strings.
fn followers(corpus: &Corpus, heads: &BTreeSet<String>) -> BTreeMap<String, BTreeMap<char, usize>> {
    let mut counts: BTreeMap<String, BTreeMap<char, usize>> = BTreeMap::new();
    let Ok(automaton) = AhoCorasick::new(heads) else { return counts };
    if heads.is_empty() {
        return counts;
    }
    for text in corpus.articles.iter().flat_map(|article| article.texts().map(|(_, text)| text)) {
        let folded = fold(text);
        for hit in automaton.find_overlapping_iter(&folded) {
            let after = folded.get(hit.end()..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
            let head = folded.get(hit.range()).unwrap_or_default().to_owned();
            *counts.entry(head).or_default().entry(after).or_default() += 1;
        }
    }
    counts
}
