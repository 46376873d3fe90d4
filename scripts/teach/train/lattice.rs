//! How likely each label is at each unit of a sentence: the forward-backward algorithm.

use super::crf::{Row, Steps};
use newsprint::annotate::tagger::decode::{LABELS, may_follow};

fn scale(chances: &mut [f32; LABELS]) {
    let sum: f32 = chances.iter().sum::<f32>().max(1e-30);
    for chance in chances {
        *chance /= sum;
    }
}

/// How likely each label of each unit is before what stands in front, and before what follows; each position scaled to one.
pub(crate) struct Lattice {
    potential: Vec<[f32; LABELS]>,
    forward: Vec<[f32; LABELS]>,
    backward: Vec<[f32; LABELS]>,
}

impl Lattice {
    /// From the scores of each unit, and the exponentials of the steps.
    pub(crate) fn new(scores: &[Row], steps: &Steps) -> Self {
        let exponential = |row: &Row| {
            let most = row[..LABELS].iter().copied().fold(f32::MIN, f32::max);
            std::array::from_fn(|label| (row[label] - most).exp().max(1e-30))
        };
        let potential: Vec<[f32; LABELS]> = scores.iter().map(exponential).collect();
        let may = |may: bool| f32::from(u8::from(may));
        let mut forward: Vec<[f32; LABELS]> = Vec::with_capacity(potential.len());
        for potential in &potential {
            let mut here = [0.0_f32; LABELS];
            if let Some(before) = forward.last() {
                for (before, row) in before.iter().zip(steps) {
                    for (here, step) in here.iter_mut().zip(row) {
                        *here += before * step;
                    }
                }
                here.iter_mut().zip(potential).for_each(|(here, potential)| *here *= potential);
            } else {
                here = std::array::from_fn(|l| may(may_follow(None, Some(l))) * potential[l]);
            }
            scale(&mut here);
            forward.push(here);
        }
        let last = std::array::from_fn(|l| may(may_follow(Some(l), None)));
        let mut backward = vec![last; potential.len()];
        for n in (0..potential.len().saturating_sub(1)).rev() {
            let after: [f32; LABELS] =
                std::array::from_fn(|l| backward[n + 1][l] * potential[n + 1][l]);
            backward[n] = std::array::from_fn(|label| {
                steps[label].iter().zip(&after).map(|(step, after)| step * after).sum()
            });
            scale(&mut backward[n]);
        }
        Self { potential, forward, backward }
    }

    /// How likely each label of a unit is.
    pub(crate) fn chances(&self, n: usize) -> [f32; LABELS] {
        let mut chances = std::array::from_fn(|l| self.forward[n][l] * self.backward[n][l]);
        scale(&mut chances);
        chances
    }

    /// Takes away how likely each step to a unit is.
    pub(crate) fn take_moves(&self, n: usize, steps: &Steps, moves: &mut Steps) {
        let after: [f32; LABELS] =
            std::array::from_fn(|l| self.backward[n][l] * self.potential[n][l]);
        let mut pairs = [[0.0_f32; LABELS]; LABELS];
        let mut sum = 0.0;
        for ((pairs, before), steps) in pairs.iter_mut().zip(&self.forward[n - 1]).zip(steps) {
            for ((pair, step), after) in pairs.iter_mut().zip(steps).zip(&after) {
                *pair = before * step * after;
                sum += *pair;
            }
        }
        for (moves, pairs) in moves.iter_mut().zip(&pairs) {
            for (change, pair) in moves.iter_mut().zip(pairs) {
                *change -= pair / sum;
            }
        }
    }
}
