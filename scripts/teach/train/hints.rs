//! What another tagger makes of a text, as features for a teacher that sees both.

use newsprint::annotate::tagger::{
    features::Row,
    hash::{hash_chars, mix, spread},
    tokens::Token,
};

/// The words and their classes as the other tagger cut and named them, and where each unit stands among them.
pub(crate) struct Hints {
    /// For each word, what stands for it and for its class.
    words: Vec<[u32; 2]>,
    /// For each unit, its own number, the word it is in, and which part of it it is.
    units: Vec<(u32, usize, u32)>,
}

impl Hints {
    /// From a list of `[word, class]`, which joined are the text; none where there is no list.
    pub(crate) fn new(list: &serde_json::Value, tokens: &[Token]) -> Self {
        let (mut words, mut ends) = (Vec::new(), Vec::new());
        let mut end = 0;
        for pair in list.as_array().into_iter().flatten() {
            let said = |n: usize| pair[n].as_str().unwrap_or_default();
            words.push([0, 1].map(|n| hash_chars(said(n).chars())));
            end += said(0).chars().count();
            ends.push(end);
        }
        let unit = |token: &Token| {
            let word = ends.partition_point(|end| *end <= token.start);
            let start = word.checked_sub(1).map_or(0, |before| ends[before]);
            let is_last = ends.get(word).is_none_or(|end| *end <= token.end);
            (token.id, word, u32::from(token.start <= start) + 2 * u32::from(is_last))
        };
        Self { words, units: tokens.iter().map(unit).collect() }
    }

    /// What is seen at a unit.
    pub(crate) fn rows(&self, at: usize, rows: &mut Vec<Row>) {
        let (id, word, part) = self.units[at];
        let near = |n: isize, which: usize| {
            let near = word.checked_add_signed(n).and_then(|word| self.words.get(word));
            near.map_or(1, |known| known[which])
        };
        let (word, class) = (|n| near(n, 0), |n| near(n, 1));
        let here = mix(class(0), part);
        let seen = [
            here,
            mix(here, id),
            mix(here, class(-1)),
            mix(here, class(1)),
            mix(mix(here, class(-1)), class(1)),
            mix(mix(here, class(-1)), class(-2)),
            mix(mix(here, class(1)), class(2)),
            mix(here, word(-1)),
            mix(here, word(1)),
            mix(here, word(0)),
            mix(mix(here, class(-1)), word(-1)),
            mix(mix(here, word(0)), word(1)),
            mix(mix(here, word(0)), word(-1)),
        ];
        // Numbers of their own, beside those of the tagger's features.
        let templates =
            (0_u32..).map(|n| 0x2000_0000_u32.wrapping_add(n.wrapping_mul(0x1000_0001)));
        rows.extend(
            seen.into_iter().zip(templates).map(|(seen, template)| spread(mix(seen, template))),
        );
    }
}
