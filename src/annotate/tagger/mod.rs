//! The part of the recogniser that has learnt: it labels the units of a string as people, places and organisations.
//!
//! A linear chain (a conditional random field) over what `features` sees; `examples/train` makes its weights and
//! `data/NOTICE.md` says from which texts. Only the program carries the weights: nothing of it reaches the viewer.

pub mod decode;
pub mod features;
pub mod hash;
pub mod lexicon;
pub mod tokens;
pub mod weights;

use decode::{Decoder, Stretch};
use features::View;
use lexicon::Lexicon;
use tokens::{Class, Token};
use weights::Weights;

/// A lexicon and the weights that were learnt with it, for one language.
pub struct Tagger {
    /// The words.
    pub lexicon: Lexicon,
    /// What was learnt.
    pub weights: Weights,
    /// Whether it is for Chinese.
    pub chinese: bool,
}

/// A name that was found, in code points of the string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// The first code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// 0 a person, 1 a place, 2 an organisation.
    pub kind: usize,
    /// How much better it is than no name, for each unit, in the weights' own measure.
    pub margin: i32,
}

/// Whether a string is to be read as Chinese: any Chinese character among eight units is enough.
#[must_use]
pub fn is_chinese(tokens: &[Token]) -> bool {
    let han = tokens.iter().filter(|token| token.class == Class::Han).count();
    han * 8 > tokens.len()
}

/// The most units that are looked at in one go, so that a text without stops takes no more memory than others.
const SENTENCE: usize = 400;

impl Tagger {
    /// A tagger from its two files, each compressed with Brotli; `None` where they are damaged.
    #[must_use]
    pub fn read(words: &[u8], weights: &[u8], chinese: bool) -> Option<Self> {
        let unpack = |mut packed: &[u8]| {
            let mut bytes = Vec::new();
            brotli::BrotliDecompress(&mut packed, &mut bytes).ok().map(|()| bytes)
        };
        let lexicon = Lexicon::parse(std::str::from_utf8(&unpack(words)?).ok()?);
        let weights = Weights::read(&unpack(weights)?)?;
        Some(Self { lexicon, weights, chinese })
    }

    /// A folded string and its units, as they are looked at.
    #[must_use]
    pub fn view<'a>(&self, folded: &[char], tokens: &'a [Token]) -> View<'a> {
        View::new(folded, tokens, &self.lexicon, self.chinese)
    }

    /// The names in a folded string, in order, apart from each other.
    #[must_use]
    pub fn names(&self, folded: &[char], tokens: &[Token], view: &View) -> Vec<Name> {
        let mut decoder = Decoder::default();
        let mut found: Vec<Stretch> = Vec::new();
        let mut from = 0;
        while from < tokens.len() {
            let length = sentence(folded, tokens, from);
            let features = |at: usize, rows: &mut Vec<features::Row>| {
                if self.chinese { view.chinese(at, rows) } else { view.english(at, rows) }
            };
            decoder.decode(&self.weights, from, length, features, &mut found);
            from += length;
        }
        let name = |stretch: Stretch| {
            if self.chinese && self.common(tokens.get(stretch.start..stretch.end)?, stretch.kind) {
                return None;
            }
            let (first, last) =
                (tokens.get(stretch.start)?, tokens.get(stretch.end.checked_sub(1)?)?);
            Some(Name {
                start: first.start,
                end: last.end,
                kind: stretch.kind,
                margin: stretch.margin,
            })
        };
        found.into_iter().filter_map(name).collect()
    }

    /// Whether a folded Chinese string is a word that is hardly anybody's name: no noun, since people are called after those.
    #[must_use]
    pub fn is_common(&self, word: &[char]) -> bool {
        self.chinese && self.is_word(&tokens::tokens(word), b"vdrmcft")
    }

    /// Whether a folded Chinese string is a word of the lexicon and not only a name of somebody's.
    #[must_use]
    pub fn is_listed(&self, word: &[char]) -> bool {
        self.chinese && self.is_word(&tokens::tokens(word), b"nvadmrlcftsoz")
    }

    /// Whether a folded Chinese string is somebody's name in the lexicon.
    #[must_use]
    pub fn is_person(&self, word: &[char]) -> bool {
        self.chinese && self.is_word(&tokens::tokens(word), b"p")
    }

    /// Whether this is a common word and no place or body: 祖國, 新時代. Given names are words often enough.
    fn common(&self, tokens: &[Token], kind: usize) -> bool {
        kind > 0 && self.is_word(tokens, b"nvadmrlcft")
    }

    /// Whether these are a word of several units and of one of these classes.
    fn is_word(&self, tokens: &[Token], classes: &[u8]) -> bool {
        let units: Vec<u32> = tokens.iter().map(|token| token.id).collect();
        let entry = self.lexicon.entry(&units).filter(|_| units.len() > 1);
        entry.is_some_and(|entry| classes.contains(&entry.class))
    }
}

/// How many units the sentence that begins here has.
#[must_use]
pub fn sentence(folded: &[char], tokens: &[Token], from: usize) -> usize {
    let rest = tokens.get(from..).unwrap_or_default();
    let stop = |token: &Token| {
        matches!(folded.get(token.start), Some('。' | '!' | '?' | ';' | '！' | '？' | '；'))
    };
    rest.iter().take(SENTENCE).position(stop).map_or(rest.len().min(SENTENCE), |at| at + 1)
}

/// A string as it is compared: full width to half width, Traditional to Simplified, one code point to one.
#[must_use]
pub fn fold(text: &str) -> Vec<char> {
    super::line::fold(text).chars().collect()
}
