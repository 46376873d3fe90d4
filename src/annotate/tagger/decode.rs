//! The best sequence of labels for the units of a string.

use super::features::Row;
use super::weights::Weights;

/// Outside of names; and four labels (first, inside, last, single) for each of three kinds.
pub const LABELS: usize = 13;
/// The labels of one unit with room to the next power of two, so that sums go four at a time.
pub type Scores = [i32; 16];

/// Whether one label may follow another; `None` stands before the first and after the last.
#[must_use]
pub fn may_follow(before: Option<usize>, after: Option<usize>) -> bool {
    let open = |label: usize| label > 0 && matches!((label - 1) % 4, 0 | 1);
    let goes_on = |label: usize| label > 0 && matches!((label - 1) % 4, 1 | 2);
    match (before, after) {
        (Some(a), Some(b)) if open(a) => goes_on(b) && (a - 1) / 4 == (b - 1) / 4,
        (Some(a), None) => !open(a),
        (_, Some(b)) => !goes_on(b),
        (None, None) => true,
    }
}

/// A stretch of units that is a name, with its kind (0 person, 1 place, 2 organisation) and how much better it is than none,
/// for each unit, in the weights' own measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first unit.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
    /// Which kind of name.
    pub kind: usize,
    /// The mean difference to the label for no name.
    pub margin: i32,
}

/// Finds the best labels of one sentence after another, keeping its tables between them.
#[derive(Default)]
pub struct Decoder {
    scores: Vec<Scores>,
    back: Vec<[u8; LABELS]>,
}

impl Decoder {
    /// The names in a sentence of `length` units from unit `from` on, of which `features` tells the rows.
    pub fn decode(
        &mut self,
        weights: &Weights,
        from: usize,
        length: usize,
        mut features: impl FnMut(usize, &mut Vec<Row>),
        found: &mut Vec<Stretch>,
    ) {
        self.scores.clear();
        let mut rows = Vec::with_capacity(64);
        for index in from..from + length {
            rows.clear();
            features(index, &mut rows);
            self.scores.push(weights.sum(&rows));
        }
        let labels = self.best(weights);
        self.stretches(from, &labels, found);
    }

    /// The labels with the greatest sum, by Viterbi's algorithm.
    fn best(&mut self, weights: &Weights) -> Vec<u8> {
        let never = i32::MIN / 4;
        let mut so_far = [never; LABELS];
        self.back.clear();
        for (n, scores) in self.scores.iter().enumerate() {
            let mut here = [never; LABELS];
            let mut back = [0_u8; LABELS];
            for (label, ((here, back), score)) in
                here.iter_mut().zip(&mut back).zip(scores).enumerate()
            {
                if n == 0 {
                    *here = if may_follow(None, Some(label)) { *score } else { never };
                    continue;
                }
                for before in weights.before(label) {
                    let step = weights.step(*before, label);
                    let sum = so_far.get(usize::from(*before)).map_or(never, |sum| sum + step);
                    if sum > *here {
                        (*here, *back) = (sum, *before);
                    }
                }
                *here = here.saturating_add(*score).max(never);
            }
            so_far = here;
            self.back.push(back);
        }
        let ends = so_far.iter().enumerate().filter(|(label, _)| may_follow(Some(*label), None));
        let last = ends
            .max_by_key(|(label, sum)| (**sum, std::cmp::Reverse(*label)))
            .map_or(0, |(label, _)| label);
        let mut label = u8::try_from(last).unwrap_or(0);
        let mut labels = vec![label; self.back.len()];
        for (slot, back) in labels.iter_mut().zip(&self.back).rev() {
            *slot = label;
            label = back.get(usize::from(label)).copied().unwrap_or(0);
        }
        labels
    }

    fn stretches(&self, from: usize, labels: &[u8], found: &mut Vec<Stretch>) {
        let mut open = 0;
        let mut sum = 0;
        for (n, (label, scores)) in labels.iter().zip(&self.scores).enumerate() {
            let Some(part) = label.checked_sub(1) else { continue };
            if matches!(part % 4, 0 | 3) {
                (open, sum) = (n, 0);
            }
            sum += scores.get(usize::from(*label)).copied().unwrap_or(0) - scores[0];
            if matches!(part % 4, 2 | 3) {
                let units = i32::try_from(n + 1 - open).unwrap_or(1);
                found.push(Stretch {
                    start: from + open,
                    end: from + n + 1,
                    kind: usize::from(part / 4),
                    margin: sum / units,
                });
            }
        }
    }
}
