//! Other words, where a query has no answer.

use crate::order::sorted;
use crate::pack::PackError;

use super::Searcher;
use super::layout::{CLASSES, lay_out};
use super::query::{Field, Query, Term};
use super::searcher::Source;
use super::shelf::Shelf;

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

/// Folded words with their distance, how often they stand, and at which byte first.
type Candidates<'a> = Vec<(&'a str, (usize, usize, usize))>;

impl Searcher {
    /// For each plain word of `query` that stands nowhere, the nearest words of the corpus: one letter off, two
    /// for long words; for Chinese, strings of the same length with one other character. A pass over the
    /// text, so to be asked only where there is no answer, and answered only where the text is in memory.
    ///
    /// # Errors
    /// Where an article does not come.
    pub async fn nearest(&self, query: &Query) -> Result<Vec<Nearest>, PackError> {
        let Source::Shelf(whole, _) = &self.source else { return Ok(Vec::new()) };
        let mut offers = Vec::new();
        for term in query.understood().iter().flat_map(|clause| &clause.any) {
            if !term.not && term.field == Field::Text && !whole.text().contains(&term.folded) {
                let words = self.near(whole, term).await?;
                offers.push(Nearest { typed: term.text.clone(), words });
            }
        }
        offers.retain(|offer| !offer.words.is_empty());
        Ok(offers)
    }

    async fn near(&self, whole: &Shelf, term: &Term) -> Result<Vec<String>, PackError> {
        let mut candidates = Candidates::new();
        if term.folded.chars().any(is_han) {
            windows(whole.text(), &term.folded, &mut candidates);
        } else {
            words(whole.text(), &term.folded, &mut candidates);
        }
        let nearest = sorted(candidates, |(_, a), (_, b)| (a.0, b.1, a.2).cmp(&(b.0, a.1, b.2)));
        let mut words = Vec::new();
        for (word, (.., at)) in nearest.into_iter().take(MOST) {
            // As it is printed in the article that has it first.
            let article = self.pack.article(whole.stretch_of(at) / CLASSES).await?;
            let mut hits = Vec::new();
            lay_out(&article).find(&Field::Text, word, &mut hits);
            let printed = hits.first().and_then(|hit| Some(hit.span.of(article.text_at(hit.at)?)));
            words.extend(printed.map(str::to_owned));
        }
        Ok(words)
    }
}

/// Words between spaces and signs.
fn words<'a>(text: &'a str, wanted: &str, candidates: &mut Candidates<'a>) {
    let length = wanted.chars().count();
    if length < SHORTEST {
        return;
    }
    let most = if length < LONG { 1 } else { 2 };
    let mut start = 0;
    // One more turn than there are signs: the text ends with one.
    for (end, sign) in text.match_indices(|c: char| !c.is_alphanumeric() || is_han(c)) {
        let word = text.get(start..end).unwrap_or_default();
        // Cheaper than counting code points, of which each is one to four bytes.
        if word.len() + most >= length && word.len() <= (length + most) * 4 {
            let far = strsim::levenshtein(wanted, word);
            if far <= most {
                add(text, candidates, far, start, end);
            }
        }
        start = end + sign.len();
    }
}

/// Strings as long as `wanted` with one other character: one half of such a string is as wanted.
fn windows<'a>(text: &'a str, wanted: &str, candidates: &mut Candidates<'a>) {
    let length = wanted.chars().count();
    if length < SHORTEST {
        return;
    }
    let half = length / 2;
    let (first, second) = wanted.split_at(wanted.char_indices().nth(half).map_or(0, |(at, _)| at));
    for (start, it) in text.match_indices(first) {
        let rest = text.get(start + it.len()..).unwrap_or_default();
        let end = rest.char_indices().nth(length - half).map_or(rest.len(), |(at, _)| at);
        consider(text, wanted, start, start + it.len() + end, candidates);
    }
    for (at, it) in text.match_indices(second) {
        let before = text.get(..at).unwrap_or_default();
        let start = before.char_indices().rev().nth(half - 1).map_or(0, |(at, _)| at);
        consider(text, wanted, start, at + it.len(), candidates);
    }
}

fn consider<'a>(
    text: &'a str,
    wanted: &str,
    start: usize,
    end: usize,
    candidates: &mut Candidates<'a>,
) {
    let window = text.get(start..end).unwrap_or_default();
    let other = window.chars().zip(wanted.chars()).filter(|(a, b)| a != b);
    // A window over the end of a string is no word of it.
    if other.clone().count() == 1 && other.clone().all(|(c, _)| is_han(c)) {
        add(text, candidates, 1, start, end);
    }
}

fn add<'a>(text: &'a str, candidates: &mut Candidates<'a>, far: usize, start: usize, end: usize) {
    let word = text.get(start..end).unwrap_or_default();
    // There are few, since a word that is near to another is rare.
    match candidates.iter_mut().find(|(own, _)| *own == word) {
        Some((_, (_, count, _))) => *count += 1,
        None => candidates.push((word, (far, 1, start))),
    }
}

fn is_han(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..)
}
