//! What is looked at around a unit, each thing seen as one number.

use std::cmp::Ordering;
use std::ops::Range;

use super::super::words::{
    BODY_ENDINGS, ENGLISH_TITLES, GIVEN_NAMES, HONORIFICS, PLACE_ENDINGS, RARE_SURNAMES, SPEECH,
    SURNAMES, TITLES, TRANSLITERATION, Words,
};
use super::hash::{mix, spread};
use super::lexicon::{Lexicon, Place};
use super::tokens::{Class, Token};

/// One thing seen at one unit, as a number spread over 32 bits.
pub type Row = u32;

/// Everything known of a string before its units are looked at one by one.
pub struct View<'a> {
    tokens: &'a [Token],
    places: Vec<Place>,
    /// One bit for each list of ours that the unit is in, and for its class.
    marks: Vec<u32>,
    /// How often a name in letters that the string holds stands in capitals: a headline tells nothing by them.
    shouting: u32,
}

/// How far the `n`th of several units stands from the one of which `before` stand in front.
fn offset(n: usize, before: isize) -> isize {
    isize::try_from(n).unwrap_or(0) - before
}

/// A count, no greater than some most.
fn small(count: usize, most: u32) -> u32 {
    u32::try_from(count).map_or(most, |count| count.min(most))
}

/// Templates get numbers of their own, so that the same word is another feature at another place.
const STEP: u32 = 0x1000_0001;

impl<'a> View<'a> {
    /// Prepares a string: its folded characters, its units, and the lexicon of its language.
    #[must_use]
    pub fn new(folded: &[char], tokens: &'a [Token], lexicon: &Lexicon, chinese: bool) -> Self {
        let class = |index: usize| tokens.get(index).map(|token| token.class);
        let units: Vec<u32> = tokens.iter().map(|t| if chinese { t.id } else { t.lower }).collect();
        let places = if chinese {
            lexicon.cut(&units, |index| class(index) == Some(Class::Han))
        } else {
            lexicon.cut(&units, |index| matches!(class(index), Some(Class::Word)))
        };
        let marks =
            if chinese { chinese_marks(folded, tokens) } else { english_marks(folded, tokens) };
        let letters = tokens.iter().filter(|t| t.class == Class::Word && t.end - t.start > 1);
        let (mut small, mut all) = (0, 0);
        for token in letters {
            all += 1;
            let text = folded.get(token.start..token.end).unwrap_or_default();
            small += u32::from(text.first().is_some_and(|c| c.is_lowercase()));
        }
        let shouting = if all == 0 { 0 } else { 1 + (small * 5).div_ceil(all).min(3) };
        Self { tokens, places, marks, shouting }
    }

    /// Whether the words that the string is cut into leave no name of its own in these units: the first belongs to a word that
    /// ends among them, as 上合 in 网上合作, or all to a longer one that names nothing, as 人行 in 人行道.
    #[must_use]
    pub fn cuts_through(&self, units: Range<usize>) -> bool {
        let (first, last) = (self.place(units.start, 0), self.place(units.end, -1));
        let (before, rest) = (usize::from(first.before), usize::from(first.after) + 1);
        // 中国 is one in 中国人 as well.
        let listed =
            [0, 3, 6, 9].iter().any(|kind| first.names >> kind & 1 & last.names >> (kind + 2) != 0);
        match rest.cmp(&units.len()) {
            Ordering::Less => before > 0,
            Ordering::Equal if before == 0 => false,
            _ => !listed && !matches!(first.class, b'p' | b's' | b'o' | b'z'),
        }
    }

    fn id(&self, at: usize, offset: isize) -> u32 {
        at.checked_add_signed(offset).and_then(|at| self.tokens.get(at)).map_or(1, |t| t.id)
    }
    fn token(&self, at: usize, offset: isize) -> Option<&Token> {
        at.checked_add_signed(offset).and_then(|at| self.tokens.get(at))
    }
    fn mark(&self, at: usize, offset: isize) -> u32 {
        at.checked_add_signed(offset).and_then(|at| self.marks.get(at)).copied().unwrap_or(0)
    }
    fn place(&self, at: usize, offset: isize) -> Place {
        at.checked_add_signed(offset)
            .and_then(|at| self.places.get(at))
            .copied()
            .unwrap_or_default()
    }

    /// What is seen at a unit of a Chinese string.
    pub fn chinese(&self, at: usize, rows: &mut Vec<Row>) {
        let mut template = 0_u32;
        let mut add = |value: u32| {
            template = template.wrapping_add(STEP);
            rows.push(spread(mix(value, template)));
        };
        let c: [u32; 9] = std::array::from_fn(|n| self.id(at, offset(n, 4)));
        let pair = |a: usize, b: usize| mix(c[a], c[b]);
        let triple = |a: usize, b: usize, d: usize| mix(pair(a, b), c[d]);
        add(0);
        for id in &c[1..8] {
            add(*id);
        }
        for n in 2..6 {
            add(pair(n, n + 1));
        }
        add(pair(3, 5));
        add(pair(1, 2));
        add(pair(6, 7));
        for n in 2..5 {
            add(triple(n, n + 1, n + 2));
        }
        add(triple(1, 2, 3));
        add(triple(5, 6, 7));
        add(mix(triple(1, 2, 3), c[4]));
        add(mix(triple(4, 5, 6), c[7]));
        add(mix(triple(3, 4, 5), c[6]));
        add(mix(triple(2, 3, 4), c[5]));
        add(mix(mix(triple(4, 5, 6), c[7]), c[8]));
        add(mix(mix(triple(0, 1, 2), c[3]), c[4]));
        let marks: [u32; 5] = std::array::from_fn(|n| self.mark(at, offset(n, 2)));
        add(marks[2]);
        add(mix(marks[1], marks[2]));
        add(mix(marks[2], marks[3]));
        add(mix(mix(marks[1], marks[2]), marks[3]));
        add(mix(mix(mix(marks[0], marks[1]), marks[2]), mix(marks[3], marks[4])));
        let here = self.place(at, 0);
        let cut = mix(u32::from(here.before.min(3)), u32::from(here.after.min(3)));
        let class = u32::from(here.class);
        let after = self.place(at, isize::from(here.after) + 1);
        let second = self.place(at, isize::from(here.after) + 2 + isize::from(after.after));
        let before = self.place(at, -isize::from(here.before) - 1);
        let first = self.place(at, -isize::from(here.before) - 2 - isize::from(before.before));
        add(mix(cut, class));
        add(mix(cut, here.word));
        add(mix(cut, before.word));
        add(mix(cut, after.word));
        add(mix(mix(cut, first.word), 3));
        add(mix(mix(cut, second.word), 3));
        add(mix(mix(cut, class), mix(u32::from(before.class), u32::from(after.class))));
        add(mix(mix(cut, before.word), after.word));
        add(mix(mix(cut, before.word), here.word));
        add(mix(mix(cut, here.word), after.word));
        let names = u32::from(here.names);
        add(names);
        add(mix(
            mix(u32::from(self.place(at, -1).names), names),
            u32::from(self.place(at, 1).names),
        ));
        add(mix(names, mix(cut, class)));
        add(mix(names, c[4]));
        // The next word that names bodies or places end in, and how far it is.
        let ahead = (0_u32..10).zip(0_isize..).map_while(|(n, offset)| {
            let token = self.token(at, offset)?;
            (token.class != Class::Sign).then(|| (n, self.mark(at, offset)))
        });
        let ending = ahead.into_iter().find(|(_, marks)| marks & (ENDS_BODY | ENDS_PLACE) != 0);
        let ending = ending.map_or(99, |(n, marks)| mix(n, marks & (ENDS_BODY | ENDS_PLACE)));
        add(ending);
        add(mix(ending, mix(cut, class)));
        if self.token(at, 0).is_some_and(|token| token.class == Class::Word) {
            self.word(at, &mut add);
        }
    }

    /// What is seen at a unit of a string in letters.
    pub fn english(&self, at: usize, rows: &mut Vec<Row>) {
        let mut template = 0x4000_0000_u32;
        let mut add = |value: u32| {
            template = template.wrapping_add(STEP);
            rows.push(spread(mix(value, template)));
        };
        let lower = |offset: isize| self.token(at, offset).map_or(1, |token| token.lower);
        let shape = |offset: isize| self.token(at, offset).map_or(1, |token| token.shape);
        add(0);
        for offset in -3..=3 {
            add(lower(offset));
        }
        add(self.id(at, 0));
        add(mix(lower(-1), lower(0)));
        add(mix(lower(0), lower(1)));
        add(mix(lower(-2), lower(-1)));
        add(mix(lower(1), lower(2)));
        add(mix(lower(-1), lower(1)));
        add(mix(lower(0), shape(0)));
        for offset in -2..=2 {
            add(shape(offset));
        }
        let shouting = self.shouting;
        add(mix(shape(0), shouting));
        add(mix(mix(shape(-1), shape(0)), shouting));
        add(mix(mix(shape(0), shape(1)), shouting));
        add(mix(mix(mix(shape(-1), shape(0)), shape(1)), shouting));
        add(mix(mix(mix(shape(-2), shape(-1)), mix(shape(0), shape(1))), shape(2)));
        add(mix(mix(shape(0), lower(-1)), shouting));
        add(mix(mix(shape(0), lower(1)), shouting));
        add(mix(mix(shape(0), shape(1)), lower(2)));
        add(mix(mix(shape(-1), shape(0)), lower(-2)));
        add(mix(mix(lower(-1), shape(0)), lower(1)));
        let first = u32::from(at == 0);
        add(mix(mix(first, shape(0)), shouting));
        add(mix(mix(small(at, 3), small(self.tokens.len(), 8)), mix(shape(0), shouting)));
        let marks: [u32; 5] = std::array::from_fn(|n| self.mark(at, offset(n, 2)));
        add(marks[2]);
        add(mix(marks[2], shape(0)));
        add(mix(marks[1], marks[2]));
        add(mix(marks[2], marks[3]));
        add(mix(mix(marks[1], marks[2]), marks[3]));
        let here = self.place(at, 0);
        let names = u32::from(here.names);
        let cut = mix(u32::from(here.before.min(3)), u32::from(here.after.min(3)));
        let class = u32::from(here.class);
        add(mix(cut, class));
        add(mix(mix(cut, class), shape(0)));
        let beside = |offset: isize| {
            mix(u32::from(self.place(at, offset).class), u32::from(self.place(at, offset).names))
        };
        add(names);
        add(mix(mix(beside(-1), mix(names, class)), beside(1)));
        add(mix(beside(-1), mix(names, class)));
        add(mix(mix(names, class), beside(1)));
        add(mix(mix(names, class), lower(-1)));
        add(mix(mix(names, class), lower(1)));
        let joined = self.token(at, 1).is_some_and(|token| !token.spaced);
        add(mix(u32::from(joined), shape(1)));
        self.word(at, &mut add);
    }

    /// The beginnings and endings of a word.
    fn word(&self, at: usize, add: &mut impl FnMut(u32)) {
        let affix = |offset: isize| self.token(at, offset).map(|token| token.affixes);
        let Some(here) = affix(0) else { return };
        for part in here {
            add(part);
        }
        for offset in [-1, 1] {
            add(affix(offset).map_or(1, |parts| parts[6]));
        }
        add(mix(here[6], affix(1).map_or(1, |parts| parts[6])));
    }
}

const FAMILY: u32 = 1;
const RARE_FAMILY: u32 = 2;
const SOUNDS: u32 = 4;
const TITLE_BEFORE: u32 = 8;
const TITLE_AFTER: u32 = 16;
const SPEAKS_AFTER: u32 = 32;
const ENDS_BODY: u32 = 64;
const ENDS_PLACE: u32 = 128;
const CLASSES: u32 = 256;
const GIVEN: u32 = 8192;
const TITLE: u32 = 16384;

fn chinese_marks(folded: &[char], tokens: &[Token]) -> Vec<u32> {
    let mark = |token: &Token| {
        let at = token.start;
        let ends = |words: &Words| words.before(folded, token.end).is_some();
        let one = folded.get(at).copied().unwrap_or(' ');
        let tests = [
            (SURNAMES.at(folded, at).is_some(), FAMILY),
            (RARE_SURNAMES.has(one), RARE_FAMILY),
            (TRANSLITERATION.has(one), SOUNDS),
            (TITLES.before(folded, at).is_some(), TITLE_BEFORE),
            (HONORIFICS.at(folded, token.end).is_some(), TITLE_AFTER),
            (SPEECH.at(folded, token.end).is_some(), SPEAKS_AFTER),
            (ends(&BODY_ENDINGS.0) || ends(&BODY_ENDINGS.1), ENDS_BODY),
            (ends(&PLACE_ENDINGS.0) || ends(&PLACE_ENDINGS.1), ENDS_PLACE),
        ];
        let lists: u32 = tests.iter().filter(|(is, _)| *is).map(|(_, bit)| bit).sum();
        lists | class_bits(token, one)
    };
    tokens.iter().map(mark).collect()
}

fn english_marks(folded: &[char], tokens: &[Token]) -> Vec<u32> {
    let mark = |token: &Token| {
        let text = folded.get(token.start..token.end).unwrap_or_default();
        let tests = [(GIVEN_NAMES.contains(text), GIVEN), (ENGLISH_TITLES.contains(text), TITLE)];
        let lists: u32 = tests.iter().filter(|(is, _)| *is).map(|(_, bit)| bit).sum();
        lists | class_bits(token, text.first().copied().unwrap_or(' '))
    };
    tokens.iter().map(mark).collect()
}

/// The class of a unit, some signs apart.
fn class_bits(token: &Token, first: char) -> u32 {
    let class = match (token.class, first) {
        (Class::Han, _) => 0,
        (Class::Word, _) => 1,
        (Class::Number, _) => 2,
        (Class::Sign, '·') => 3,
        (Class::Sign, '、' | ',' | '，') => 4,
        (Class::Sign, '「' | '“' | '『' | '"' | '《') => 5,
        (Class::Sign, '」' | '”' | '』' | '》') => 6,
        (Class::Sign, '(' | ')') => 7,
        (Class::Sign, '-' | '.' | '/') => 8,
        (Class::Sign, _) => 9,
    };
    class * CLASSES
}
