//! The whole text as one run of numbers, and the lists of its grams. Native only, as `indexing` is.

use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::pack::{Reader, Writer};

use super::grams::{Guide, Posting, is_word, write_list, write_postings};
use super::map::small;
use super::places::{Gathering, Tally, tallies};
use super::query::Field;
use super::symbols::Symbols;

/// Positions are sorted so many at a time, which bounds the memory that it takes.
const BATCH: usize = 1 << 20;

/// How many bits a character takes while positions are sorted, and how many characters are sorted by: 96 bits in all.
const NARROW: (u32, usize) = (16, 6);
const WIDE: (u32, usize) = (24, 4);

/// The whole text, each character as its number among those that occur.
#[derive(Default)]
pub(super) struct Run {
    symbols: Symbols,
    symbol_of: FxHashMap<char, u32>,
    /// The characters that occur, in the order of their numbers; once sorted, [`BETWEEN`](super::layout::BETWEEN) comes first.
    alphabet: Vec<char>,
    /// Bits a symbol, and how many symbols are sorted by.
    width: (u32, usize),
}

/// Grams and their lists, end to end as [`write_list`] has them: a large corpus has some hundred thousand, most of them short.
#[derive(Default)]
pub(super) struct Lists {
    writer: Writer,
    /// How long the lists are together, without their grams, in bytes.
    pub(super) length: usize,
}

impl Lists {
    pub(super) fn push(&mut self, gram: &str, list: &[u8]) {
        write_list(&mut self.writer, gram, list);
        self.length += list.len();
    }

    /// Gives back the room for more.
    fn close(mut self) -> Self {
        self.writer.bytes.shrink_to_fit();
        self
    }

    /// Every gram, and the bytes that it and its list take.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        let mut rest = self.writer.bytes.as_slice();
        std::iter::from_fn(move || {
            let (gram, after) = entry(rest)?;
            let (own, others) = rest.split_at_checked(rest.len() - after.len())?;
            rest = others;
            Some((gram, own))
        })
    }
}

/// The gram that begins some lists, and what stands behind its list.
fn entry(lists: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut reader = Reader::new(lists);
    let length = reader.count()?;
    let gram = reader.take(length)?;
    let length = reader.count()?;
    reader.take(length)?;
    Some((gram, reader.rest()))
}

/// A gram that is split, its list, and its tallies.
pub(super) type Split = (String, Vec<u8>, Vec<u8>);

impl Run {
    /// Adds text after what is there.
    pub(super) fn add(&mut self, text: &str) {
        for c in text.chars() {
            let symbol = *self.symbol_of.entry(c).or_insert_with(|| {
                self.alphabet.push(c);
                small(self.alphabet.len() - 1)
            });
            self.symbols.push(symbol);
        }
    }

    /// Has the numbers of characters sort as the characters do. To be called once, when all text is there.
    pub(super) fn sort(&mut self) {
        // Folded text has no control character but `BETWEEN`, so nothing sorts before that one.
        let mut sorted = self.alphabet.clone();
        sorted.sort_unstable();
        let number = |c: &char| sorted.binary_search(c).map_or(0, small);
        let numbers: Vec<u32> = self.alphabet.iter().map(number).collect();
        self.symbols.renumber(&numbers);
        self.width = if sorted.len() <= 1 << NARROW.0 { NARROW } else { WIDE };
        self.alphabet = sorted;
        self.symbol_of = FxHashMap::default();
    }

    /// No gram has more characters.
    pub(super) fn longest(&self) -> usize {
        self.width.1
    }

    /// The lists of all grams, sorted by gram, those that are split apart.
    pub(super) fn lists(&self, guide: &Guide, often: usize) -> (Vec<Lists>, Vec<Split>) {
        let batches = self.batches().into_par_iter();
        let done: Vec<(Lists, Vec<Split>)> =
            batches.map(|(first, held)| self.batch(&first, held, guide, often)).collect();
        let (lists, split): (Vec<Lists>, Vec<Vec<Split>>) = done.into_iter().unzip();
        // Batches run side by side; split grams come out in no order that holds across them.
        let mut split: Vec<Split> = split.into_iter().flatten().collect();
        split.sort_unstable();
        (lists, split)
    }

    /// Ranges of first symbols, and how many positions have them: about [`BATCH`].
    fn batches(&self) -> Vec<(Range<u32>, usize)> {
        let mut counts = vec![0_usize; self.alphabet.len()];
        for symbol in self.symbols.iter() {
            if let Some(count) = counts.get_mut(symbol as usize) {
                *count += 1;
            }
        }
        let most = BATCH.min(self.symbols.len() / rayon::current_num_threads().max(1) + 1);
        let (mut batches, mut first, mut held) = (Vec::new(), 1, 0);
        for (symbol, count) in (0_u32..).zip(counts).skip(1) {
            if held > 0 && held + count > most {
                batches.push((first..symbol, held));
                (first, held) = (symbol, 0);
            }
            held += count;
        }
        batches.push((first..small(self.alphabet.len()), held));
        batches
    }

    /// The lists of the grams that begin with certain symbols, which so many positions have.
    fn batch(
        &self,
        first: &Range<u32>,
        held: usize,
        guide: &Guide,
        often: usize,
    ) -> (Lists, Vec<Split>) {
        let (bits, longest) = self.width;
        let mut keys: Vec<u128> = Vec::with_capacity(held);
        for (position, symbol) in self.symbols.iter().enumerate() {
            if first.contains(&symbol) {
                let mut key = 0_u128;
                for n in 0..longest {
                    let symbol = self.symbols.get(position + n).unwrap_or(0);
                    key = key << bits | u128::from(symbol);
                }
                keys.push(key << 32 | u128::from(small(position)));
            }
        }
        keys.sort_unstable();
        let (lists, split) = (Lists::default(), Vec::new());
        let mut done = Done { run: self, guide, often, lists, split };
        done.descend(&keys, 1);
        (done.lists.close(), done.split)
    }

    /// A sorted key's first `length` symbols, as a number to compare.
    fn beginning(&self, key: u128, length: usize) -> u128 {
        key >> (32 + self.width.0 as usize * (self.width.1 - length))
    }

    fn gram(&self, position: u32, length: usize) -> String {
        let start = position as usize;
        let symbols = (start..start + length).filter_map(|position| self.symbols.get(position));
        symbols.filter_map(|symbol| self.alphabet.get(symbol as usize)).collect()
    }

    fn is_letter(&self, position: Option<usize>) -> bool {
        let symbol = position.and_then(|position| self.symbols.get(position));
        symbol.and_then(|it| self.alphabet.get(it as usize)).is_some_and(|c| is_word(*c))
    }
}

struct Done<'a> {
    run: &'a Run,
    guide: &'a Guide,
    often: usize,
    lists: Lists,
    split: Vec<Split>,
}

impl Done<'_> {
    /// Writes the lists of the grams of `length` that `keys`, which are sorted, begin with, and of longer ones where
    /// they are to have lists.
    fn descend(&mut self, keys: &[u128], length: usize) {
        let run = self.run;
        for keys in keys.chunk_by(|a, b| run.beginning(*a, length) == run.beginning(*b, length)) {
            let Some(&first) = keys.first() else { continue };
            // A gram does not go over the end of a string.
            let mask = (1_u128 << run.width.0) - 1;
            if run.beginning(first, length) & mask == 0 {
                continue;
            }
            let gram = run.gram(position(first), length);
            let mut places: Vec<u32> = keys.iter().map(|key| position(*key)).collect();
            places.sort_unstable();
            let postings = self.postings(&gram, length, &places);
            let mut writer = Writer::default();
            write_postings(&mut writer, &gram, &postings);
            let is_split = postings.len() > self.often;
            if is_split {
                let tallies = self.tallied(&postings, small(length));
                writer.bytes.shrink_to_fit();
                self.split.push((gram, writer.bytes, tallies));
            } else {
                self.lists.push(&gram, &writer.bytes);
            }
            if length < run.longest() && (length == 1 || is_split) {
                self.descend(keys, length + 1);
            }
        }
    }

    fn postings(&self, gram: &str, length: usize, places: &[u32]) -> Vec<Posting> {
        let front = gram.chars().next().is_some_and(is_word);
        let back = gram.chars().next_back().is_some_and(is_word);
        let posting = |&at: &u32| Posting {
            at,
            after_letter: front && self.run.is_letter((at as usize).checked_sub(1)),
            before_letter: back && self.run.is_letter(Some(at as usize + length)),
        };
        places.iter().map(posting).collect()
    }

    fn tallied(&self, postings: &[Posting], length: u32) -> Vec<u8> {
        let mut gathering = Gathering::new(&self.guide.map, &Field::Text);
        for it in postings {
            gathering.add(it.at, length, it.after_letter, it.before_letter);
        }
        write_tallies(&tallies(&gathering.matches))
    }
}

/// Column by column, since equal numbers side by side compress best: see `lookup::read_tallies`.
fn write_tallies(tallies: &[Tally]) -> Vec<u8> {
    let mut writer = Writer::default();
    let mut before = 0;
    writer.list(tallies, |writer, tally| {
        writer.number(u64::from(tally.article - before));
        before = tally.article;
    });
    for tally in tallies {
        writer.number(u64::from(tally.places));
    }
    for tally in tallies {
        writer.near(tally.weight / 10, tally.places.saturating_mul(10));
    }
    writer.bytes
}

fn position(key: u128) -> u32 {
    u32::try_from(key & u128::from(u32::MAX)).unwrap_or_default()
}
