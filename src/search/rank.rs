//! Which article answers best.
//!
//! The score of an article is the sum over the words asked of how rare the word is times how much of the
//! article it makes up (BM25: Robertson and Zaragoza, *The Probabilistic Relevance Framework*, 2009), where a
//! match counts by where it stands and how it begins (see `places`); and something for words that stand together.
//! Equal scores go by day, the latest first, then by the edition's order.

use crate::order::sorted;

use super::map::Map;
use super::places::{Match, Tally};

/// How soon more matches stop counting for more. 0: one is as good as ten; very large: ten are ten times one.
const SATURATION: f64 = 1.2;
/// How much a long article's matches count for less. 0: length is nothing; 1: twice as long, half as much.
const LENGTH: f64 = 0.4;
/// What words that stand side by side are worth, in parts of the whole score; words farther apart get less of
/// it. 0: scattered is as good as together.
const TOGETHER: f64 = 1.0;
/// What the weight of a whole word in the body is.
const UNIT: f64 = 100.0;

/// How long the articles are beside one another.
pub(super) struct Lengths<'a> {
    map: &'a Map,
    average: f64,
}

impl<'a> Lengths<'a> {
    pub(super) fn of(map: &'a Map) -> Self {
        let average = f64::from(map.length(None)) / real(map.articles().max(1));
        Self { map, average: average.max(1.0) }
    }

    /// 1 for an article of average length.
    fn share(&self, article: usize) -> f64 {
        1.0 - LENGTH + LENGTH * f64::from(self.map.length(Some(article))) / self.average
    }
}

/// Between 0 and some 10: a word that every article has says little about any.
pub(super) fn rarity(all: usize, having: usize) -> f64 {
    let (all, having) = (real(all), real(having));
    (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
}

/// One article's score, in whole thousandths, so that the last bit of a logarithm decides nothing. `terms` are the
/// words that the article has, each with its rarity; `matches` where each of them stands in it.
pub(super) fn score(
    lengths: &Lengths,
    article: usize,
    terms: &[(f64, Tally)],
    matches: &[&[Match]],
) -> f64 {
    let share = SATURATION * lengths.share(article);
    let one = |(rarity, tally): &(f64, Tally)| {
        let count = f64::from(tally.weight) / UNIT;
        rarity * count / (count + share)
    };
    let sum: f64 = terms.iter().map(one).sum();
    (sum * (1.0 + TOGETHER * closeness(matches)) * 1000.0).round()
}

/// How near each other the words asked stand: 1 side by side, nearly 0 far apart.
fn closeness(terms: &[&[Match]]) -> f64 {
    if terms.len() < 2 {
        return 0.0;
    }
    let all = terms.iter().enumerate();
    let all = all.flat_map(|(n, matches)| matches.iter().map(move |it| (*it, n))).collect();
    let all = sorted(all, Ord::cmp);
    // Neighbours are enough: whatever stands together has neighbours that do.
    let mut best = vec![0.0_f64; terms.len()];
    for pair in all.windows(2) {
        let [(one, term), (other, next)] = pair else { continue };
        if term == next {
            continue;
        }
        let own = f64::from(one.end - one.start + other.end - other.start);
        let near = own / f64::from((other.end.max(one.end) - one.start).max(1));
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
