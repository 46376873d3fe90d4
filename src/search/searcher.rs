//! The folded text of an edition, and how it is scanned.

use crate::model::{Article, At};
use crate::pack::{Pack, PackError};
use crate::text::{Drop, fold_into, source_span};

use super::query::Query;
use super::{Answer, Found, Hit};

/// What parts two strings: folding never makes it, so no match crosses from one into the next.
const BETWEEN: char = '\n';

/// Every string of an edition, folded, in one text.
pub struct Searcher {
    text: String,
    /// In the order of the text.
    strings: Vec<Place>,
    /// What folding left out, string after string.
    drops: Vec<Drop>,
    /// For each article, the index of its first string; one more at the end.
    articles: Vec<usize>,
}

/// One string.
struct Place {
    at: At,
    /// The byte of the text where it begins.
    start: usize,
    /// The first of its drops.
    drops: usize,
}

/// A stretch of the folded text that a term matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Match {
    /// The index of its string.
    string: usize,
    /// Bytes of the text.
    start: usize,
    end: usize,
}

impl Searcher {
    /// Loads and folds all articles of a pack.
    ///
    /// # Errors
    /// Where a part is damaged or does not come.
    pub async fn open(pack: &Pack) -> Result<Self, PackError> {
        let mut searcher =
            Self { text: String::new(), strings: Vec::new(), drops: Vec::new(), articles: vec![0] };
        for part in pack.text_parts() {
            for article in pack.articles_of(part).await? {
                searcher.add(&article);
            }
        }
        Ok(searcher)
    }

    fn add(&mut self, article: &Article) {
        for (at, text) in article.texts() {
            self.strings.push(Place { at, start: self.text.len(), drops: self.drops.len() });
            fold_into(text, &mut self.text, &mut self.drops);
            self.text.push(BETWEEN);
        }
        self.articles.push(self.strings.len());
    }

    /// Where `query` is answered.
    #[must_use]
    pub fn search(&self, query: &Query) -> Answer {
        let count = self.articles.len() - 1;
        let mut holding = vec![true; count];
        let mut matches = Vec::new();
        for clause in query.understood() {
            let mut any = vec![false; count];
            for term in &clause.any {
                let found = self.scan(&term.folded);
                let mut has = vec![false; count];
                for it in &found {
                    let article = self.articles.partition_point(|&first| first <= it.string) - 1;
                    has[article] = true;
                }
                for (any, has) in any.iter_mut().zip(&has) {
                    *any |= *has != term.not;
                }
                if !term.not {
                    matches.extend(found);
                }
            }
            for (holding, any) in holding.iter_mut().zip(&any) {
                *holding &= any;
            }
        }
        matches.sort_unstable();
        let mut found = Vec::new();
        for (article, _) in holding.iter().enumerate().filter(|(_, holds)| **holds) {
            let strings = self.articles[article]..self.articles[article + 1];
            let first = matches.partition_point(|it| it.string < strings.start);
            let after = matches.partition_point(|it| it.string < strings.end);
            let mut places: Vec<Hit> = Vec::new();
            for it in &matches[first..after] {
                let hit = self.hit(it);
                match places.last_mut() {
                    Some(last) if last.at == hit.at && hit.span.start < last.span.end => {
                        last.span.end = last.span.end.max(hit.span.end);
                    }
                    _ => places.push(hit),
                }
            }
            found.push(Found { article, places });
        }
        let places = found.iter().map(|it| it.places.len()).sum();
        Answer { articles: found.len(), places, found }
    }

    fn scan(&self, needle: &str) -> Vec<Match> {
        let mut found = Vec::new();
        for (start, _) in self.text.match_indices(needle) {
            let string = self.strings.partition_point(|place| place.start <= start) - 1;
            found.push(Match { string, start, end: start + needle.len() });
        }
        found
    }

    fn hit(&self, it: &Match) -> Hit {
        let place = &self.strings[it.string];
        let next = self.strings.get(it.string + 1).map_or(self.drops.len(), |next| next.drops);
        let before = self.text[place.start..it.start].chars().count();
        let length = self.text[it.start..it.end].chars().count();
        let span = source_span(&self.drops[place.drops..next], before, before + length);
        Hit { at: place.at, span }
    }
}
