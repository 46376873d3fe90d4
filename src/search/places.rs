//! Where one term stands, however that was found out.

use super::layout::{CLASSES, class, looks};
use super::map::{Map, small};
use super::query::Field;

/// A match in the headline counts as this many in the body, in hundredths. 100: a headline is a line like any other;
/// very large: every article with the word in its headline stands before all others.
const TITLE: u32 = 600;
/// The same for a subhead, the line above and the lines below the headline.
const SUBHEAD: u32 = 250;
/// A match in the body. The three and those below make whole numbers, so that sums are exact in any order.
const BODY: u32 = 100;
/// A word inside another (*port* in *report*) counts as this part of a whole one, in fiftieths. 0: it is found but
/// worth nothing; 50: worth as much.
const INSIDE: u32 = 10;
/// The same for the beginning of a word (*port* in *ports*).
const BEGINNING: u32 = 30;
const WHOLE: u32 = 50;

/// A match: positions, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Match {
    pub(super) article: u32,
    pub(super) start: u32,
    pub(super) end: u32,
    /// What it counts, by where it stands and how it begins.
    pub(super) weight: u32,
}

/// What one article has of a term.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) article: u32,
    /// How many places.
    pub(super) places: u32,
    /// What they count together.
    pub(super) weight: u32,
}

/// Takes matches as they are found, in order of position, and keeps those that count: where the field looks, none
/// overlapping the one before.
pub(super) struct Gathering<'a> {
    map: &'a Map,
    field: &'a Field,
    stretch: usize,
    free_from: u32,
    pub(super) matches: Vec<Match>,
}

impl<'a> Gathering<'a> {
    pub(super) fn new(map: &'a Map, field: &'a Field) -> Self {
        Self { map, field, stretch: 0, free_from: 0, matches: Vec::new() }
    }

    /// `inside` is whether a letter of the same word stands before it, `begins` whether one stands after it.
    pub(super) fn add(&mut self, start: u32, length: u32, inside: bool, begins: bool) {
        if start < self.free_from {
            return;
        }
        self.stretch = self.map.stretch(self.stretch, start);
        let (article, class) = (self.stretch / CLASSES, self.stretch % CLASSES);
        if !looks(self.field, class) {
            return;
        }
        let end = start.saturating_add(length);
        self.free_from = end;
        let weight = weight(class, inside, begins);
        self.matches.push(Match { article: small(article), start, end, weight });
    }
}

fn weight(class: usize, inside: bool, begins: bool) -> u32 {
    let place = match class {
        class::HEADLINE => TITLE,
        class::LINES | class::SUBHEAD => SUBHEAD,
        _ => BODY,
    };
    place
        * match (inside, begins) {
            (false, false) => WHOLE,
            (false, true) => BEGINNING,
            (true, _) => INSIDE,
        }
        / WHOLE
}

/// The matches, which are in order, counted by article.
pub(super) fn tallies(matches: &[Match]) -> Vec<Tally> {
    let mut tallies: Vec<Tally> = Vec::new();
    for it in matches {
        match tallies.last_mut().filter(|last| last.article == it.article) {
            Some(last) => {
                last.places += 1;
                last.weight = last.weight.saturating_add(it.weight);
            }
            None => tallies.push(Tally { article: it.article, places: 1, weight: it.weight }),
        }
    }
    tallies
}
