//! From where the terms hold to the articles, best first.

use crate::order::sorted;

use super::map::small;
use super::places::{Match, Tally};
use super::query::{Field, Term};
use super::rank::{Lengths, rarity, score};
use super::{Answer, Found, Searcher};

/// Where one term holds.
pub(super) struct Holding<'a> {
    pub(super) term: &'a Term,
    pub(super) tallies: Vec<Tally>,
    /// Left out where only the tallies are asked for.
    pub(super) matches: Vec<Match>,
}

impl Holding<'_> {
    fn is_text(&self) -> bool {
        !matches!(self.term.field, Field::Date { .. } | Field::Named(_))
    }
}

impl Searcher {
    /// The articles of `admitted`, best first, and the score of each.
    pub(super) fn ranked(&self, admitted: &[bool], asked: &[Holding]) -> (Answer, Vec<f64>) {
        let lengths = Lengths::of(&self.guide.map);
        let rarities: Vec<f64> =
            asked.iter().map(|it| rarity(admitted.len(), it.tallies.len())).collect();
        let alone = asked.iter().filter(|it| !is_date(&it.term.field)).count() == 1;
        let mut tally_cursors = vec![0; asked.len()];
        let mut match_cursors = vec![0; asked.len()];
        let mut found: Vec<(f64, Found)> = Vec::new();
        // Of one article at a time.
        let mut terms: Vec<(f64, Tally)> = Vec::new();
        let (mut matches, mut near): (Vec<&[Match]>, Vec<&[Match]>) = (Vec::new(), Vec::new());
        for article in (0..admitted.len()).filter(|&n| admitted.get(n) == Some(&true)) {
            let number = small(article);
            terms.clear();
            matches.clear();
            near.clear();
            let cursors = tally_cursors.iter_mut().zip(&mut match_cursors);
            for ((it, rarity), (tally, cursor)) in asked.iter().zip(&rarities).zip(cursors) {
                let tallies = slice(&it.tallies, tally, |it| it.article, number);
                let here = slice(&it.matches, cursor, |it| it.article, number);
                if it.is_text() {
                    terms.extend(tallies.first().map(|tally| (*rarity, *tally)));
                    near.push(here);
                }
                matches.push(here);
            }
            let places = match terms.first() {
                Some((_, tally)) if alone => tally.places as usize,
                _ => merged(&matches),
            };
            found.push((score(&lengths, article, &terms, &near), Found { article, places }));
        }
        if asked.iter().any(|it| !is_date(&it.term.field)) {
            let day = |found: &Found| self.guide.map.day(found.article);
            found = sorted(found, |(a, one), (b, other)| {
                b.total_cmp(a).then_with(|| day(other).cmp(&day(one)))
            });
        }
        let scores = found.iter().map(|(score, _)| *score).collect();
        let found = found.into_iter().map(|(_, found)| found).collect();
        let mut answer = Answer { found, ..Answer::default() };
        answer.count();
        (answer, scores)
    }
}

pub(super) fn is_date(field: &Field) -> bool {
    matches!(field, Field::Date { .. })
}

/// The items of one article, which come from `cursor` on; the cursor moves past them.
fn slice<'a, T>(
    items: &'a [T],
    cursor: &mut usize,
    article: impl Fn(&T) -> u32,
    number: u32,
) -> &'a [T] {
    while items.get(*cursor).is_some_and(|it| article(it) < number) {
        *cursor += 1;
    }
    let start = *cursor;
    while items.get(*cursor).is_some_and(|it| article(it) == number) {
        *cursor += 1;
    }
    items.get(start..*cursor).unwrap_or_default()
}

/// How many places the matches of several terms are, those that overlap being one.
fn merged(terms: &[&[Match]]) -> usize {
    let all: Vec<Match> = terms.iter().flat_map(|matches| matches.iter().copied()).collect();
    let (mut places, mut end) = (0, 0);
    for it in sorted(all, Ord::cmp) {
        if places == 0 || it.start >= end {
            places += 1;
            end = it.end;
        }
        end = end.max(it.end);
    }
    places
}
