//! Numbers of characters, one after another, two bytes each: few corpora have more than 65,536 different ones. Native only.

/// A long run of numbers below 2²⁴.
#[derive(Default)]
pub(super) struct Symbols {
    /// The low 16 bits of each.
    low: Vec<u16>,
    /// The other bits of each; empty where all of them are 0.
    high: Vec<u8>,
}

impl Symbols {
    pub(super) fn len(&self) -> usize {
        self.low.len()
    }

    pub(super) fn push(&mut self, symbol: u32) {
        let (low, high) = parted(symbol);
        if high > 0 && self.high.is_empty() {
            self.high = vec![0; self.low.len()];
        }
        if !self.high.is_empty() || high > 0 {
            self.high.push(high);
        }
        self.low.push(low);
    }

    pub(super) fn get(&self, position: usize) -> Option<u32> {
        let high = self.high.get(position).copied().unwrap_or(0);
        self.low.get(position).map(|low| whole(*low, high))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        let high = self.high.iter().copied().chain(std::iter::repeat(0));
        self.low.iter().zip(high).map(|(low, high)| whole(*low, high))
    }

    /// Puts in the place of each number the one that `numbers` has at its index; none is larger than the largest before.
    pub(super) fn renumber(&mut self, numbers: &[u32]) {
        let mut highs = self.high.iter_mut();
        for low in &mut self.low {
            let mut none = 0;
            let high = highs.next().unwrap_or(&mut none);
            let number = numbers.get(whole(*low, *high) as usize).copied().unwrap_or(0);
            (*low, *high) = parted(number);
        }
    }
}

fn parted(symbol: u32) -> (u16, u8) {
    ((symbol & 0xFFFF) as u16, (symbol >> 16 & 0xFF) as u8)
}

fn whole(low: u16, high: u8) -> u32 {
    u32::from(high) << 16 | u32::from(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_out_as_they_went_in() {
        for numbers in [&[3, 0, 65_535][..], &[3, 65_535, 65_536, 0, 0x0010_FFFF, 7]] {
            let mut symbols = Symbols::default();
            for number in numbers {
                symbols.push(*number);
            }
            assert_eq!(symbols.iter().collect::<Vec<u32>>(), numbers);
            assert_eq!(symbols.get(1), Some(numbers[1]));
            assert_eq!(symbols.get(numbers.len()), None);
        }
    }

    #[test]
    fn numbers_are_changed_in_their_places() {
        let mut symbols = Symbols::default();
        for number in 0..70_000 {
            symbols.push(number);
        }
        let numbers: Vec<u32> = (0..70_000).rev().collect();
        symbols.renumber(&numbers);
        assert_eq!(symbols.iter().collect::<Vec<u32>>(), numbers);
    }
}
