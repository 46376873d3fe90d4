//! Other words, where a query has no answer.

use std::collections::BTreeMap;

use crate::order::sorted;
use crate::pack::{Pack, PackError};

use super::Searcher;
use super::query::{Field, Query, Term};
use super::shelf::{Match, Shelf};

/// How many words are offered for one that is not there.
const MOST: usize = 3;
/// Words with at least so many letters may be two letters off; shorter ones, one.
const LONG: usize = 8;
/// Shorter words have too many neighbours to be worth offering.
const SHORTEST: usize = 3;

/// A word of a query that the corpus does not have, and what it has instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// As typed.
    pub typed: String,
    /// As printed somewhere: the nearest first, then the more frequent. Each of them is found.
    pub words: Vec<String>,
}

/// Folded words with their distance, how often they stand, and where first.
type Candidates<'a> = BTreeMap<&'a str, (usize, usize, Match)>;

impl Searcher {
    /// For each plain word of `query` that stands nowhere, the nearest words of the corpus: one letter off, two
    /// for long words; for Chinese, strings of the same length with one other character. A pass over the
    /// text, so to be asked only where there is no answer. `pack` tells how the words are printed.
    ///
    /// # Errors
    /// Where an article does not come.
    pub async fn nearest(&self, pack: &Pack, query: &Query) -> Result<Vec<Nearest>, PackError> {
        let everywhere = vec![true; self.shelf.articles()];
        let mut offers = Vec::new();
        for term in query.understood().iter().flat_map(|clause| &clause.any) {
            if !term.not
                && term.field == Field::Text
                && self.shelf.scan(&term.folded, &everywhere).is_empty()
            {
                let words = self.near(pack, term, &everywhere).await?;
                offers.push(Nearest { typed: term.text.clone(), words });
            }
        }
        offers.retain(|offer| !offer.words.is_empty());
        Ok(offers)
    }

    async fn near(
        &self,
        pack: &Pack,
        term: &Term,
        everywhere: &[bool],
    ) -> Result<Vec<String>, PackError> {
        let mut candidates = Candidates::new();
        if term.folded.chars().any(is_han) {
            windows(&self.shelf, &term.folded, everywhere, &mut candidates);
        } else {
            words(&self.shelf, &term.folded, &mut candidates);
        }
        let nearest: Vec<_> = candidates.into_values().collect();
        let nearest = sorted(nearest, |a, b| (a.0, b.1, a.2).cmp(&(b.0, a.1, b.2)));
        let mut words = Vec::new();
        for (_, _, place) in nearest.into_iter().take(MOST) {
            let article = pack.article(self.shelf.article(place.string)).await?;
            for hit in self.shelf.hits(&[place]) {
                words.extend(article.text_at(hit.at).map(|text| hit.span.of(text).to_owned()));
            }
        }
        Ok(words)
    }
}

/// Words between spaces and signs.
fn words<'a>(shelf: &'a Shelf, wanted: &str, candidates: &mut Candidates<'a>) {
    let length = wanted.chars().count();
    if length < SHORTEST {
        return;
    }
    let most = if length < LONG { 1 } else { 2 };
    let text = shelf.text();
    let mut start = 0;
    // One more turn than there are signs: the text ends with one.
    for (end, sign) in text.match_indices(|c: char| !c.is_alphanumeric() || is_han(c)) {
        let word = text.get(start..end).unwrap_or_default();
        // Cheaper than counting code points, of which each is one to four bytes.
        if word.len() + most >= length && word.len() <= (length + most) * 4 {
            let far = strsim::levenshtein(wanted, word);
            if far <= most {
                add(shelf, candidates, far, start, end);
            }
        }
        start = end + sign.len();
    }
}

/// Strings as long as `wanted` with one other character: one half of such a string is as wanted.
fn windows<'a>(
    shelf: &'a Shelf,
    wanted: &str,
    everywhere: &[bool],
    candidates: &mut Candidates<'a>,
) {
    let length = wanted.chars().count();
    if length < SHORTEST {
        return;
    }
    let half = length / 2;
    let (first, second) = wanted.split_at(wanted.char_indices().nth(half).map_or(0, |(at, _)| at));
    let text = shelf.text();
    for it in shelf.scan(first, everywhere) {
        let rest = text.get(it.end..).unwrap_or_default();
        let end = rest.char_indices().nth(length - half).map_or(rest.len(), |(at, _)| at);
        consider(shelf, wanted, it.start, it.end + end, candidates);
    }
    for it in shelf.scan(second, everywhere) {
        let before = text.get(..it.start).unwrap_or_default();
        let start = before.char_indices().rev().nth(half - 1).map_or(0, |(at, _)| at);
        consider(shelf, wanted, start, it.end, candidates);
    }
}

fn consider<'a>(
    shelf: &'a Shelf,
    wanted: &str,
    start: usize,
    end: usize,
    candidates: &mut Candidates<'a>,
) {
    let window = shelf.text().get(start..end).unwrap_or_default();
    let other = window.chars().zip(wanted.chars()).filter(|(a, b)| a != b);
    // A window over the end of a string is no word of it.
    if other.clone().count() == 1 && other.clone().all(|(c, _)| is_han(c)) {
        add(shelf, candidates, 1, start, end);
    }
}

fn add<'a>(
    shelf: &'a Shelf,
    candidates: &mut Candidates<'a>,
    far: usize,
    start: usize,
    end: usize,
) {
    let word = shelf.text().get(start..end).unwrap_or_default();
    candidates.entry(word).or_insert_with(|| (far, 0, shelf.locate(start, end))).1 += 1;
}

fn is_han(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..)
}
