//! What was learnt: for each feature that counts, thirteen small numbers.
//!
//! The file, before Brotli: `NPW1`; how many bits a feature has (one byte); one bit for each possible feature, set where it has a
//! row; then, label after label, a signed byte for each row; last the 13 × 13 steps from label to label as `i16`, little-endian.
//! A row is found by counting the bits set before its own.

use super::decode::{LABELS, Scores, may_follow};
use super::features::Row;

/// The learnt numbers of one language.
pub struct Weights {
    bits: u32,
    present: Vec<u64>,
    /// How many rows stand before each word of `present`.
    ranks: Vec<u32>,
    rows: Vec<[i8; 16]>,
    steps: [[i32; LABELS]; LABELS],
    before: [Vec<u8>; LABELS],
}

impl Weights {
    /// Weights from rows in the order of their features; `None` where there are as many rows as bits are not set.
    #[must_use]
    pub fn new(
        bits: u32,
        present: Vec<u64>,
        rows: Vec<[i8; 16]>,
        steps: [[i32; LABELS]; LABELS],
    ) -> Option<Self> {
        let mut ranks = Vec::with_capacity(present.len());
        let mut count = 0;
        for word in &present {
            ranks.push(count);
            count += word.count_ones();
        }
        let before = std::array::from_fn(|after| {
            let befores = (0..LABELS).filter(|&before| may_follow(Some(before), Some(after)));
            befores.filter_map(|before| u8::try_from(before).ok()).collect()
        });
        let whole = usize::try_from(count).is_ok_and(|count| count == rows.len())
            && present.len() == 1_usize.checked_shl(bits)? / 64;
        whole.then_some(Self { bits, present, ranks, rows, steps, before })
    }

    /// The labels that may stand before one.
    pub(super) fn before(&self, label: usize) -> &[u8] {
        self.before.get(label).map(Vec::as_slice).unwrap_or_default()
    }

    /// What the step from one label to the next is worth.
    pub(super) fn step(&self, before: u8, after: usize) -> i32 {
        self.steps.get(usize::from(before)).and_then(|row| row.get(after)).copied().unwrap_or(0)
    }

    /// The sum of some features' rows.
    pub(super) fn sum(&self, features: &[Row]) -> Scores {
        let mut sum = [0_i32; 16];
        for &feature in features {
            let index = feature >> (32 - self.bits);
            let (word, bit) = ((index / 64) as usize, index % 64);
            let Some(&set) = self.present.get(word) else { continue };
            if set & (1 << bit) == 0 {
                continue;
            }
            let below = (set & ((1 << bit) - 1)).count_ones();
            let rank = self.ranks.get(word).copied().unwrap_or(0) + below;
            let Some(row) = self.rows.get(rank as usize) else { continue };
            for (sum, weight) in sum.iter_mut().zip(row) {
                *sum += i32::from(*weight);
            }
        }
        sum
    }

    /// The file's bytes, not yet compressed.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = b"NPW1".to_vec();
        bytes.push(u8::try_from(self.bits).unwrap_or(0));
        bytes.extend(self.present.iter().flat_map(|word| word.to_le_bytes()));
        for label in 0..LABELS {
            bytes.extend(
                self.rows.iter().filter_map(|row| row.get(label)).flat_map(|w| w.to_le_bytes()),
            );
        }
        let steps = self.steps.iter().flatten();
        bytes.extend(steps.flat_map(|&step| i16::try_from(step).unwrap_or(0).to_le_bytes()));
        bytes
    }

    /// Weights as [`Weights::write`] wrote them; `None` where the bytes are anything else.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix(b"NPW1")?;
        let (&bits, bytes) = bytes.split_first()?;
        let bits = u32::from(bits);
        if !(6..=28).contains(&bits) {
            return None;
        }
        let (present, bytes) = bytes.split_at_checked((1_usize << bits) / 8)?;
        let present: Vec<u64> =
            present.as_chunks().0.iter().map(|word| u64::from_le_bytes(*word)).collect();
        let count: usize = present.iter().map(|word| word.count_ones() as usize).sum();
        let (columns, steps) = bytes.split_at_checked(count.checked_mul(LABELS)?)?;
        let mut rows = vec![[0_i8; 16]; count];
        for (label, column) in columns.chunks(count.max(1)).enumerate() {
            for (row, byte) in rows.iter_mut().zip(column) {
                *row.get_mut(label)? = i8::from_le_bytes([*byte]);
            }
        }
        if steps.len() != LABELS * LABELS * 2 {
            return None;
        }
        let mut read = steps.as_chunks().0.iter().map(|step| i32::from(i16::from_le_bytes(*step)));
        let steps = std::array::from_fn(|_| std::array::from_fn(|_| read.next().unwrap_or(0)));
        Self::new(bits, present, rows, steps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_read_as_they_were_written_and_nothing_else_is() {
        let rows = vec![[1_i8; 16], [-3; 16]];
        let mut steps = [[0; LABELS]; LABELS];
        steps[0][1] = -200;
        let weights = Weights::new(6, vec![0b101], rows, steps).unwrap();
        let bytes = weights.write();
        let read = Weights::read(&bytes).unwrap();
        assert_eq!(read.write(), bytes);
        assert_eq!(read.sum(&[0, 2 << 26, 1 << 26])[..LABELS], [-2; LABELS]);
        assert_eq!(read.step(0, 1), -200);
        for cut in 0..bytes.len() {
            assert!(Weights::read(&bytes[..cut]).is_none());
        }
    }
}
