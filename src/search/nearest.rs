//! Other words, where a query has no answer.

use crate::model::Article;
use crate::order::sorted;
use crate::pack::PackError;

use super::Searcher;
use super::layout::{CLASSES, lay_out};
use super::map::small;
use super::parts::{Parts, Stop, answered, so_far};
use super::query::{Field, Query, Term};
use super::searcher::Source;
use super::shelf::Shelf;
use super::words::{FARTHEST, LONGEST, is_han, listed, words};

/// How many words are offered for one that is not there.
const MOST: usize = 3;
/// Words with at least so many letters may be [`FARTHEST`] letters off; shorter ones, one.
const LONG: usize = 8;
/// Shorter words have too many neighbours to be worth offering.
const SHORTEST: usize = 3;
/// Of the articles of a hosted edition that may have a Chinese string, so many are looked at.
const LOOKED_AT: usize = 12;

/// A word of a query that the corpus does not have, and what it has instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// As typed.
    pub typed: String,
    /// As printed somewhere: the nearest first, then the more frequent. Each of them is found.
    pub words: Vec<String>,
}

impl Searcher {
    /// For each plain word of `query` that stands nowhere, the nearest words of the corpus: one letter off, two
    /// for long words; for Chinese, strings of the same length with one other character. To be asked only where
    /// there is no answer: it is a pass over the text, or, of a hosted edition, some parts to fetch.
    ///
    /// # Errors
    /// Where a part does not come.
    pub async fn nearest(&self, query: &Query) -> Result<Vec<Nearest>, PackError> {
        let mut offers = Vec::new();
        for term in query.understood().iter().flat_map(|clause| &clause.any) {
            let length = term.folded.chars().count();
            let is_word = !term.not && term.field == Field::Text;
            if is_word && (SHORTEST..=LONGEST).contains(&length) {
                let words = self.near(term).await?;
                offers.push(Nearest { typed: term.text.clone(), words });
            }
        }
        offers.retain(|offer| !offer.words.is_empty());
        Ok(offers)
    }

    async fn near(&self, term: &Term) -> Result<Vec<String>, PackError> {
        let wanted = Wanted::of(&term.folded);
        let near = match &self.source {
            Source::Shelf(texts, _) => texts.near(&wanted),
            Source::Index => answered(&self.pack, |parts| self.near_in(parts, &wanted)).await?,
        };
        let nearest = sorted(near, |a, b| {
            let later = || (a.article, &a.word).cmp(&(b.article, &b.word));
            (a.far, b.count).cmp(&(b.far, a.count)).then_with(later)
        });
        let mut words = Vec::new();
        for near in nearest.into_iter().take(MOST) {
            let article = self.pack.article(near.article).await?;
            words.extend(printed(&article, &near.word));
        }
        Ok(words)
    }

    /// What a hosted edition has near a word that stands nowhere.
    fn near_in(&self, parts: &mut Parts, wanted: &Wanted) -> Result<Vec<Near>, Stop> {
        let chars: Vec<char> = wanted.word.chars().collect();
        if !self.intersected(parts, &chars)?.is_empty() {
            return Ok(Vec::new());
        }
        if wanted.is_chinese() {
            return self.with_another(parts, &chars);
        }
        let mut near = Vec::new();
        let lengths = chars.len() - wanted.most..=chars.len() + wanted.most;
        listed(parts, lengths, |word, count, article| {
            if let Some(far) = wanted.distance(word) {
                near.push(Near { word: word.to_owned(), far, count, article });
            }
        })?;
        Ok(near)
    }

    /// Strings with one other character, in the first articles that may have one.
    fn with_another(&self, parts: &mut Parts, chars: &[char]) -> Result<Vec<Near>, Stop> {
        let (mut starts, mut waiting) = (Vec::new(), false);
        for other in 0..chars.len() {
            starts.extend(so_far(self.around(parts, chars, other), &mut waiting)?);
        }
        let starts = sorted(starts.concat(), Ord::cmp);
        let (mut near, mut articles) = (Vec::new(), Vec::new());
        for &start in starts.iter().filter(|_| !waiting) {
            let article = self.guide.map.article(start);
            if articles.last() != Some(&article) {
                articles.push(article);
            }
        }
        articles.truncate(LOOKED_AT);
        for article in articles {
            let Some(text) = so_far(parts.article(article), &mut waiting)? else { continue };
            let text: Vec<char> = lay_out(&text).text.chars().collect();
            let first = self.guide.map.start(article);
            for start in starts.iter().filter(|start| self.guide.map.article(**start) == article) {
                let window = text.get((start - first) as usize..).unwrap_or_default();
                let window: String = window.iter().take(chars.len()).collect();
                if differs_by_one(&window, chars.iter().copied()) {
                    add(&mut near, &window, 1, article);
                }
            }
        }
        if waiting { Err(Stop::Waiting) } else { Ok(near) }
    }

    /// Where a string may begin of which one character is another: where what stands before that and what stands after
    /// it are. The list of a frequent single character is long and is not asked for; the text will tell.
    fn around(&self, parts: &mut Parts, chars: &[char], other: usize) -> Result<Vec<u32>, Stop> {
        let (before, after) = chars.split_at(other);
        let sides = [(0, before), (other + 1, after.get(1..).unwrap_or_default())];
        let (mut starts, mut waiting) = (None::<Vec<u32>>, false);
        for (at, side) in sides {
            let gram: String = side.iter().collect();
            if side.is_empty() || side.len() == 1 && self.guide.split_number(&gram).is_some() {
                continue;
            }
            let found = so_far(self.intersected(parts, side), &mut waiting)?.unwrap_or_default();
            let found = found.iter().filter_map(|it| it.at.checked_sub(small(at)));
            starts = Some(match starts {
                None => found.collect(),
                Some(left) => found.filter(|it| left.binary_search(it).is_ok()).collect(),
            });
        }
        if waiting { Err(Stop::Waiting) } else { Ok(starts.unwrap_or_default()) }
    }
}

/// A word that stands nowhere.
struct Wanted<'a> {
    /// Folded.
    word: &'a str,
    /// In code points.
    length: usize,
    /// How many letters another may be off.
    most: usize,
}

/// A word that stands somewhere instead.
struct Near {
    /// Folded.
    word: String,
    /// How many letters it is off.
    far: usize,
    /// How often it stands.
    count: usize,
    /// The first article that has it.
    article: usize,
}

impl<'a> Wanted<'a> {
    fn of(word: &'a str) -> Self {
        let length = word.chars().count();
        Self { word, length, most: if length < LONG { 1 } else { FARTHEST } }
    }

    fn is_chinese(&self) -> bool {
        self.word.chars().any(is_han)
    }

    /// How many letters another word is off, where that is near.
    fn distance(&self, other: &str) -> Option<usize> {
        // Cheaper than counting code points, of which each is one to four bytes.
        let room = self.length + self.most;
        if other.len() + self.most < self.length || other.len() > room * 4 {
            return None;
        }
        Some(strsim::levenshtein(self.word, other)).filter(|far| *far <= self.most)
    }
}

impl Shelf {
    /// What the text has near a word that stands nowhere.
    fn near(&self, wanted: &Wanted) -> Vec<Near> {
        let mut near = Vec::new();
        let text = self.text();
        let mut meet =
            |word: &str, far, at| add(&mut near, word, far, self.stretch_of(at) / CLASSES);
        if text.contains(wanted.word) {
            return Vec::new();
        }
        if wanted.is_chinese() {
            windows(text, wanted, |window, at| meet(window, 1, at));
        } else {
            for (at, word) in words(text) {
                if let Some(far) = wanted.distance(word) {
                    meet(word, far, at);
                }
            }
        }
        near
    }
}

/// Tells of every string as long as a word with one other character: one half of such a string is as wanted.
fn windows<'a>(text: &'a str, wanted: &Wanted, mut tell: impl FnMut(&'a str, usize)) {
    let half = wanted.length / 2;
    let middle = wanted.word.char_indices().nth(half).map_or(0, |(at, _)| at);
    let (first, second) = wanted.word.split_at(middle);
    let mut consider = |start: usize, end: usize| {
        let window = text.get(start..end).unwrap_or_default();
        if differs_by_one(window, wanted.word.chars()) {
            tell(window, start);
        }
    };
    for (start, it) in text.match_indices(first) {
        let rest = text.get(start + it.len()..).unwrap_or_default();
        let end = rest.char_indices().nth(wanted.length - half).map_or(rest.len(), |(at, _)| at);
        consider(start, start + it.len() + end);
    }
    for (at, it) in text.match_indices(second) {
        let before = text.get(..at).unwrap_or_default();
        let start = before.char_indices().rev().nth(half - 1).map_or(0, |(at, _)| at);
        consider(start, at + it.len());
    }
}

/// Whether one Chinese character is another one. A window over the end of a string is no word of it.
fn differs_by_one(window: &str, wanted: impl Iterator<Item = char>) -> bool {
    let mut others = window.chars().zip(wanted).filter(|(a, b)| a != b).map(|(a, _)| a);
    others.next().is_some_and(is_han) && others.next().is_none()
}

fn add(near: &mut Vec<Near>, word: &str, far: usize, article: usize) {
    // There are few, since a word that is near to another is rare.
    match near.iter_mut().find(|own| own.word == word) {
        Some(own) => own.count += 1,
        None => near.push(Near { word: word.to_owned(), far, count: 1, article }),
    }
}

/// A folded word as an article prints it.
fn printed(article: &Article, word: &str) -> Option<String> {
    let mut hits = Vec::new();
    lay_out(article).find(&Field::Text, word, &mut hits);
    let hit = hits.first()?;
    Some(hit.span.of(article.text_at(hit.at)?).to_owned())
}
