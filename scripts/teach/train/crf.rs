//! Learns the weights of a linear-chain conditional random field by stochastic gradient ascent with `AdaGrad`.
//!
//! Everything goes in a fixed order, so that the same sets give the same bytes.

use super::lattice::Lattice;
use newsprint::annotate::tagger::decode::{LABELS, may_follow};
use newsprint::annotate::tagger::weights::Weights;

/// A sentence: for each unit the rows of its features, and its label.
pub(crate) struct Sentence {
    /// Into [`Crf`]'s table, all units' one after another.
    pub(crate) rows: Vec<u32>,
    /// Where each unit's rows end.
    pub(crate) ends: Vec<u32>,
    /// The labels.
    pub(crate) labels: Vec<u8>,
    /// How much it counts beside others.
    pub(crate) weight: f32,
}

pub(crate) type Row = [f32; 16];
pub(crate) type Steps = [[f32; LABELS]; LABELS];

/// The numbers that are learnt.
pub(crate) struct Crf {
    bits: u32,
    weights: Vec<Row>,
    squares: Vec<Row>,
    kept: Vec<bool>,
    steps: Steps,
    step_squares: Steps,
    /// The sums of the weights and steps as they were noted, and how often that was.
    noted: (Vec<Row>, Steps, f32),
    seed: u64,
    used: Vec<u32>,
    used_ends: Vec<u32>,
}

const NEVER: f32 = -1e9;
/// How far a step goes.
const RATE: f32 = 0.1;
/// What is left of a weight after a step.
const DECAY: f32 = 1.0 - 2e-5;
/// How many of a hundred features are left out each time, so that none is relied on alone.
const DROPPED: u64 = 50;
/// As many more are seen when all are there; between this and one, chosen on sets of our own development halves.
const KEPT: f32 = 0.75;

impl Crf {
    /// An untaught field of 2^`bits` features.
    pub(crate) fn new(bits: u32) -> Self {
        let size = 1_usize << bits;
        let steps = std::array::from_fn(|a| {
            std::array::from_fn(|b| if may_follow(Some(a), Some(b)) { 0.0 } else { NEVER })
        });
        Self {
            bits,
            weights: vec![[0.0; 16]; size],
            squares: vec![[0.1; 16]; size],
            kept: vec![true; size],
            steps,
            step_squares: [[0.1; LABELS]; LABELS],
            noted: (Vec::new(), [[0.0; LABELS]; LABELS], 0.0),
            seed: 7,
            used: Vec::new(),
            used_ends: Vec::new(),
        }
    }

    /// Keeps only the features that are seen at least so often.
    pub(crate) fn keep_frequent(&mut self, sentences: &[Sentence], least: u16) {
        let mut counts = vec![0_u16; self.kept.len()];
        for row in sentences.iter().flat_map(|sentence| &sentence.rows) {
            let count = &mut counts[*row as usize];
            *count = count.saturating_add(1);
        }
        for (kept, count) in self.kept.iter_mut().zip(counts) {
            *kept = count >= least;
        }
    }

    /// Keeps only the features with the greatest weights.
    pub(crate) fn keep_greatest(&mut self, most: usize) {
        let size = |row: &Row| {
            let (least, greatest) =
                row[..LABELS].iter().fold((0.0_f32, 0.0_f32), |(a, b), w| (a.min(*w), b.max(*w)));
            greatest - least
        };
        let mut sizes: Vec<(f32, usize)> = self
            .weights
            .iter()
            .enumerate()
            .map(|(at, row)| (size(row), at))
            .filter(|(size, _)| *size > 0.0)
            .collect();
        sizes.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        self.kept.fill(false);
        for (_, at) in sizes.into_iter().take(most) {
            self.kept[at] = true;
        }
        for (row, kept) in self.weights.iter_mut().zip(&self.kept) {
            if !kept {
                *row = [0.0; 16];
            }
        }
    }

    /// Goes once through all sentences in the order given; returns the mean loss of a unit.
    pub(crate) fn learn(&mut self, sentences: &[Sentence], order: &[usize]) -> f64 {
        let (mut loss, mut units) = (0.0, 0);
        for &at in order {
            let sentence = &sentences[at];
            loss += f64::from(self.step(sentence));
            units += sentence.labels.len();
        }
        loss / units.max(1) as f64
    }

    /// Notes the weights as they are now, for their mean.
    pub(crate) fn note(&mut self) {
        let (weights, steps, times) = &mut self.noted;
        weights.resize(self.weights.len(), [0.0; 16]);
        add(weights.iter_mut().flatten(), self.weights.iter().flatten());
        add(steps.iter_mut().flatten(), self.steps.iter().flatten());
        *times += 1.0;
    }

    /// Puts the mean of what was noted in the weights' place.
    pub(crate) fn take_mean(&mut self) {
        let (weights, steps, times) = &self.noted;
        let mean = |sum: &f32| sum / times;
        self.weights = weights.iter().map(|row| row.each_ref().map(mean)).collect();
        self.steps = steps.each_ref().map(|row| row.each_ref().map(mean));
    }

    fn scores(&self, rows: &[u32], ends: &[u32]) -> Vec<Row> {
        let mut from = 0;
        let mut all = Vec::with_capacity(ends.len());
        for &end in ends {
            let mut sum = [0.0; 16];
            for &row in &rows[from..end as usize] {
                for (sum, weight) in sum.iter_mut().zip(&self.weights[row as usize]) {
                    *sum += weight;
                }
            }
            from = end as usize;
            all.push(sum);
        }
        all
    }

    /// The rows that this sentence is learnt by: those kept, each left out now and then, so that none is relied on alone.
    fn choose(&mut self, sentence: &Sentence) {
        self.used.clear();
        self.used_ends.clear();
        let mut from = 0;
        for &end in &sentence.ends {
            for &row in &sentence.rows[from..end as usize] {
                self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                if self.kept[row as usize] && (self.seed >> 33) % 100 >= DROPPED {
                    self.used.push(row);
                }
            }
            from = end as usize;
            self.used_ends.push(self.used.len() as u32);
        }
    }

    /// Learns from one sentence; returns its loss.
    fn step(&mut self, sentence: &Sentence) -> f32 {
        if sentence.labels.is_empty() {
            return 0.0;
        }
        self.choose(sentence);
        let used = std::mem::take(&mut self.used);
        let used_ends = std::mem::take(&mut self.used_ends);
        let steps: Steps = self.steps.map(|row| row.map(f32::exp));
        let lattice = Lattice::new(&self.scores(&used, &used_ends), &steps);
        let mut loss = 0.0;
        let mut from = 0;
        let mut moves = [[0.0_f32; LABELS]; LABELS];
        for (n, &label) in sentence.labels.iter().enumerate() {
            let expected = lattice.chances(n);
            let gold = usize::from(label);
            loss -= expected[gold].max(1e-12).ln();
            if n > 0 {
                lattice.take_moves(n, &steps, &mut moves);
                moves[usize::from(sentence.labels[n - 1])][gold] += 1.0;
            }
            let mut change: Row = [0.0; 16];
            for (label, change) in change.iter_mut().take(LABELS).enumerate() {
                *change = (f32::from(u8::from(label == gold)) - expected[label]) * sentence.weight;
            }
            let end = used_ends[n] as usize;
            if change.iter().any(|change| change.abs() > 1e-3) {
                self.change(&used[from..end], &change);
            }
            from = end;
        }
        self.change_steps(&moves, sentence.weight);
        (self.used, self.used_ends) = (used, used_ends);
        loss
    }

    fn change_steps(&mut self, moves: &Steps, weight: f32) {
        let rows = self.steps.iter_mut().zip(&mut self.step_squares).zip(moves);
        for ((steps, squares), moves) in rows {
            for ((step, square), change) in steps.iter_mut().zip(squares).zip(moves) {
                let change = change * weight;
                if *step > NEVER && change != 0.0 {
                    *square += change * change;
                    *step += RATE * change / square.sqrt();
                }
            }
        }
    }

    fn change(&mut self, rows: &[u32], change: &Row) {
        for &row in rows {
            let row = row as usize;
            let (weights, squares) = (&mut self.weights[row], &mut self.squares[row]);
            for ((weight, square), change) in weights.iter_mut().zip(squares).zip(change) {
                *square += change * change;
                *weight += RATE * change / square.sqrt();
                // A little back to nought each time, so that what is seldom seen stays small.
                *weight *= DECAY;
            }
        }
    }

    /// The weights as small whole numbers.
    pub(crate) fn weights(&self) -> Option<Weights> {
        let mut present = vec![0_u64; self.kept.len() / 64];
        let mut rows = Vec::new();
        let mut sizes: Vec<f32> = self
            .weights
            .iter()
            .flat_map(|row| row[..LABELS].iter().map(|w| w.abs()))
            .filter(|w| *w > 0.0)
            .collect();
        sizes.sort_by(f32::total_cmp);
        // The greatest few in ten thousand are cut, so that the others get finer steps.
        let most =
            sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 5000)).copied().unwrap_or(1.0);
        let unit = most / 127.0;
        println!("{} weights, the greatest {:?}, unit {unit}", sizes.len(), sizes.last());
        for (at, row) in self.weights.iter().enumerate() {
            let whole: [i8; 16] = row.map(|w| (w / unit).round().clamp(-127.0, 127.0) as i8);
            if whole != [0; 16] {
                present[at / 64] |= 1 << (at % 64);
                rows.push(whole);
            }
        }
        println!("{} rows", rows.len());
        let steps = self
            .steps
            .map(|row| row.map(|w| if w > NEVER { (w / unit / KEPT).round() as i32 } else { 0 }));
        Weights::new(self.bits, present, rows, steps)
    }
}

fn add<'a>(sums: impl Iterator<Item = &'a mut f32>, more: impl Iterator<Item = &'a f32>) {
    sums.zip(more).for_each(|(sum, more)| *sum += more);
}
