//! All text of an edition, folded, in memory: the way of small editions.

use super::grams::is_word;
use super::layout::{BETWEEN, Laid};
use super::map::{Map, small};
use super::places::{Gathering, Match};
use super::query::Field;

/// All text of an edition, as `layout` lays it out.
#[derive(Default)]
pub(super) struct Shelf {
    text: String,
    /// Where each class of each article ends, in bytes.
    ends: Vec<usize>,
}

impl Shelf {
    /// Adds an article after the others.
    pub(super) fn add(&mut self, laid: &Laid) {
        let mut end = self.text.len();
        for (bytes, _) in laid.lengths() {
            end += bytes;
            self.ends.push(end);
        }
        self.text.push_str(&laid.text);
    }

    /// Every match of `needle`, which is folded and not empty, where `field` looks.
    pub(super) fn scan(&self, map: &Map, field: &Field, needle: &str) -> Vec<Match> {
        let mut gathering = Gathering::new(map, field);
        let length = small(needle.chars().count());
        let first = needle.chars().next().is_some_and(is_word);
        let last = needle.chars().next_back().is_some_and(is_word);
        // Positions are counted on from the match before, or from the beginning of the stretch.
        let (mut stretch, mut byte, mut position) = (0, 0, 0);
        for (offset, _) in self.text.match_indices(needle) {
            let next = self.stretch(stretch, offset);
            if next > stretch {
                stretch = next;
                byte = self.ends.get(stretch - 1).copied().unwrap_or_default();
                position = map.end(stretch - 1);
            }
            position += small(self.piece(byte, offset).chars().count());
            byte = offset;
            let before = first && self.piece(0, offset).chars().next_back().is_some_and(is_word);
            let rest = self.piece(offset + needle.len(), self.text.len());
            let after = last && rest.chars().next().is_some_and(is_word);
            gathering.add(position, length, before, after);
        }
        gathering.matches
    }

    fn piece(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The stretch that holds byte `at`, which `near` or one after it does.
    fn stretch(&self, near: usize, at: usize) -> usize {
        let (mut low, mut step) = (near, 1);
        while self.ends.get(low + step - 1).is_some_and(|end| *end <= at) {
            low += step;
            step *= 2;
        }
        let within = self.ends.get(low..self.ends.len().min(low + step)).unwrap_or_default();
        low + within.partition_point(|end| *end <= at)
    }

    /// The stretch that holds byte `at`.
    pub(super) fn stretch_of(&self, at: usize) -> usize {
        self.ends.partition_point(|end| *end <= at)
    }

    /// All of the text, string after string with [`BETWEEN`] after each.
    pub(super) fn text(&self) -> &str {
        debug_assert!(self.text.is_empty() || self.text.ends_with(BETWEEN));
        &self.text
    }
}
