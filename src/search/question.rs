//! Questions: what to look for where no article has all that was asked.

use super::grams::is_word;
use super::query::{Clause, Field, MAX_TERMS, Query, Term};

/// A query of so many Latin words may be a question …
const QUESTION_WORDS: usize = 5;
/// … and so may one of so many pairs of Chinese characters: no name is so long …
const QUESTION_PAIRS: usize = 12;
/// … or of half as many with a sign or a word that asks.
const ASKING: [char; 11] = ['?', '？', '誰', '谁', '何', '哪', '什', '甚', '幾', '几', '嗎'];

impl Query {
    /// The query for articles that have some of what a question asks, to be put where none has all of it: any of its
    /// words, of which Latin ones lose their endings and Chinese strings are taken two characters at a time. Nothing
    /// where the query is no question: with quotes, operators or fields it means what it says, and what is
    /// short is a name or a word.
    #[must_use]
    pub fn loosened(&self) -> Option<Self> {
        let terms = || self.clauses.iter().flat_map(|clause| &clause.any);
        let plain = |term: &Term| !term.not && !term.phrase && term.field == Field::Text;
        if self.clauses.iter().any(|clause| clause.any.len() > 1) || !terms().all(plain) {
            return None;
        }
        let (mut latin, mut pairs, mut asks) = (0, 0, false);
        for term in terms() {
            let words = words(&term.folded);
            let is_latin = |word: &&String| word.chars().next().is_some_and(is_word);
            let count = words.iter().filter(is_latin).count();
            (latin, pairs) = (latin + count, pairs + words.len() - count);
            asks |= term.text.contains(ASKING);
        }
        let long = latin >= QUESTION_WORDS
            || pairs >= QUESTION_PAIRS
            || (asks && pairs >= QUESTION_PAIRS / 2);
        let mut any: Vec<Term> = Vec::new();
        for word in terms().flat_map(|term| words(&term.folded)) {
            let term = Term {
                not: false,
                field: Field::Text,
                text: word.clone(),
                phrase: false,
                folded: word,
            };
            if any.len() < MAX_TERMS && !any.contains(&term) {
                any.push(term);
            }
        }
        (long && !any.is_empty()).then(|| Self { clauses: vec![Clause { any }], left_out: 0 })
    }
}

/// The words of a folded string: Latin ones between spaces and signs, without their endings; Chinese ones two characters
/// at a time, each with the next.
fn words(folded: &str) -> Vec<String> {
    let mut words = Vec::new();
    for run in folded.split(|c: char| !c.is_alphanumeric()) {
        let mut chars = run.chars().peekable();
        let mut latin = String::new();
        while let Some(c) = chars.next() {
            if is_word(c) {
                latin.push(c);
                continue;
            }
            words.extend(stem(std::mem::take(&mut latin)));
            if let Some(next) = chars.peek().filter(|next| !is_word(**next)) {
                words.push([c, *next].iter().collect());
            }
        }
        words.extend(stem(latin));
    }
    words
}

/// An English word without a common ending, so that other forms of it are found too; nothing where there is no word.
fn stem(mut word: String) -> Option<String> {
    const ENDINGS: [&str; 6] = ["ing", "ies", "ed", "es", "s", "e"];
    let ending = ENDINGS.iter().find(|ending| word.ends_with(**ending));
    if let Some(ending) = ending.filter(|ending| word.len() >= ending.len() + 4) {
        word.truncate(word.len() - ending.len());
    }
    (!word.is_empty()).then_some(word)
}
