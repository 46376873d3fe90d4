//! What a rule proposes, and which proposals stand.

use crate::model::Kind;

/// A stretch of one string that a rule takes for a mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// The first code point.
    pub(crate) start: usize,
    /// One past the last code point.
    pub(crate) end: usize,
    /// What kind of thing it mentions.
    pub(crate) kind: Kind,
    /// How sure the rule is, 0 to 100; the author's word is [`SETTLED`].
    pub(crate) score: u8,
    /// The rule's name, for `inspect --why`.
    pub(crate) rule: &'static str,
    /// What is mentioned.
    pub(crate) subject: Subject,
}

/// What is mentioned, as far as the rule knows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Subject {
    /// Whatever bears the name that stands here.
    Named,
    /// These groups of the gazetteer: two for 中俄.
    Known(Vec<usize>),
    /// Somebody spoken of by family name and title; the name is so many code points long.
    Surname(usize),
    /// Somebody with a title between family name and given name, which are so many code points long: 李總統登輝.
    Around(usize, usize),
    /// What the author declared under this index.
    Declared(usize),
    /// A date or a quantity with this normalised value.
    Value(String),
}

/// The score of what the author said.
pub(crate) const SETTLED: u8 = 255;
/// From this score on, a candidate's text is looked for everywhere else.
pub(crate) const CONFIDENT: u8 = 60;
/// Below this score a candidate does not stand by itself.
pub(crate) const STANDS: u8 = 50;

impl Candidate {
    pub(crate) fn new(
        range: std::ops::Range<usize>,
        kind: Kind,
        score: u8,
        rule: &'static str,
    ) -> Self {
        let subject = Subject::Named;
        Self { start: range.start, end: range.end, kind, score, rule, subject }
    }

    pub(crate) fn of(mut self, subject: Subject) -> Self {
        self.subject = subject;
        self
    }

    pub(crate) fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    fn settled(&self) -> bool {
        self.score == SETTLED
    }
}

/// The candidates that stand: the author's first, then the longest reading, then the surest, never two over
/// one code point; sorted by place.
pub(crate) fn resolve(mut candidates: Vec<Candidate>, length: usize) -> Vec<Candidate> {
    candidates.retain(|c| c.score >= STANDS && c.start < c.end && c.end <= length);
    candidates.sort_by(|a, b| {
        let rank = |c: &Candidate| (c.settled(), c.len(), c.score);
        rank(b)
            .cmp(&rank(a))
            .then_with(|| (a.start, &a.kind, a.rule).cmp(&(b.start, &b.kind, b.rule)))
    });
    let mut taken = vec![false; length];
    let mut standing = Vec::new();
    for candidate in candidates {
        let Some(room) = taken.get_mut(candidate.start..candidate.end) else { continue };
        // No reading is longer than one that stands already, so its ends tell whether they overlap,
        // except where the author's shorter word stands inside.
        if room.iter().any(|&taken| taken) {
            continue;
        }
        room.fill(true);
        standing.push(candidate);
    }
    standing.sort_by_key(|candidate| candidate.start);
    standing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_reading_stands_unless_the_author_spoke() {
        let long = Candidate::new(0..4, Kind::Organisation, 70, "long");
        let short = Candidate::new(1..3, Kind::Place, 90, "short");
        assert_eq!(resolve(vec![short.clone(), long.clone()], 5), std::slice::from_ref(&long));
        let settled = Candidate { score: SETTLED, ..short };
        assert_eq!(resolve(vec![long, settled.clone()], 5), [settled]);
    }
}
