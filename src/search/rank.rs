//! Which article answers best.
//!
//! The score of an article is the sum over the words asked of how rare the word is times how much of the
//! article it makes up (BM25: Robertson and Zaragoza, *The Probabilistic Relevance Framework*, 2009), where a
//! match counts by where it stands and how it begins; and something for words that stand together. Equal
//! scores go by day, the latest first, then by the edition's order.

use crate::model::{At, InSection};
use crate::order::sorted;

use super::shelf::{Match, Shelf};

/// A match in the headline counts as this many in the body. 1: a headline is a line like any other; very large:
/// every article with the word in its headline stands before all others.
const TITLE: f64 = 6.0;
/// The same for a subhead, the line above and the lines below the headline.
const SUBHEAD: f64 = 2.5;
/// A word inside another (*port* in *report*) counts as this part of a whole one. 0: it is found but worth
/// nothing; 1: worth as much.
const INSIDE: f64 = 0.2;
/// The same for the beginning of a word (*port* in *ports*).
const BEGINNING: f64 = 0.6;
/// How soon more matches stop counting for more. 0: one is as good as ten; very large: ten are ten times one.
const SATURATION: f64 = 1.2;
/// How much a long article's matches count for less. 0: length is nothing; 1: twice as long, half as much.
const LENGTH: f64 = 0.4;
/// What words that stand side by side are worth, in parts of the whole score; words farther apart get less of
/// it, words in different strings nothing. 0: scattered is as good as together.
const TOGETHER: f64 = 1.0;

/// One article's score, in whole thousandths, so that the last bit of a logarithm decides nothing.
pub(super) fn score(shelf: &Shelf, article: usize, terms: &[Asked]) -> f64 {
    let average = real(shelf.length(None)) / real(shelf.articles().max(1));
    let length = 1.0 - LENGTH + LENGTH * real(shelf.length(Some(article))) / average.max(1.0);
    let sum: f64 = terms
        .iter()
        .map(|term| {
            let count: f64 = term.matches.iter().map(|it| weight(shelf, it)).sum();
            rarity(term.among, term.articles) * count / (count + SATURATION * length)
        })
        .sum();
    let score = sum * (1.0 + TOGETHER * closeness(terms));
    (score * 1000.0).round()
}

/// One word asked, as one article has it.
pub(super) struct Asked<'a> {
    /// How many articles were looked at for it.
    pub(super) among: usize,
    /// How many of them have it.
    pub(super) articles: usize,
    /// In order.
    pub(super) matches: &'a [Match],
}

/// Between 0 and some 10: a word that every article has says little about any.
fn rarity(all: usize, having: usize) -> f64 {
    let (all, having) = (real(all), real(having));
    (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
}

fn weight(shelf: &Shelf, it: &Match) -> f64 {
    let place = match shelf.place(it.string).map(|place| place.at) {
        Some(At::Headline) => TITLE,
        Some(At::Kicker | At::Deck | At::Section(_, InSection::Heading)) => SUBHEAD,
        _ => 1.0,
    };
    let (before, text, after) = shelf.around(it);
    let joined = |one: Option<char>, other: Option<char>| {
        one.zip(other).is_some_and(|(a, b)| is_word(a) && is_word(b))
    };
    let starts = !joined(before, text.chars().next());
    let ends = !joined(text.chars().next_back(), after);
    place
        * match (starts, ends) {
            (true, true) => 1.0,
            (true, false) => BEGINNING,
            _ => INSIDE,
        }
}

/// Letters and digits of scripts that put spaces between words.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !matches!(u32::from(c), 0x2E80..=0xA4CF | 0xF900..=0xFAFF | 0x20000..)
}

/// How near each other the words asked stand: 1 side by side, 0 where no string has two of them.
fn closeness(terms: &[Asked]) -> f64 {
    if terms.len() < 2 {
        return 0.0;
    }
    let all: Vec<(Match, usize)> = terms
        .iter()
        .enumerate()
        .flat_map(|(n, term)| term.matches.iter().map(move |it| (*it, n)))
        .collect();
    let all = sorted(all, Ord::cmp);
    // Neighbours are enough: whatever stands together has neighbours that do.
    let mut best = vec![0.0_f64; terms.len()];
    for pair in all.windows(2) {
        let [(one, term), (other, next)] = pair else { continue };
        if term == next || one.string != other.string {
            continue;
        }
        let own = real(one.end - one.start + other.end - other.start);
        let near = own / real((other.end.max(one.end) - one.start).max(1));
        for index in [*term, *next] {
            if let Some(best) = best.get_mut(index) {
                *best = best.max(near.min(1.0));
            }
        }
    }
    best.iter().sum::<f64>() / real(best.len())
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
