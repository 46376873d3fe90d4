//! Which article and which class a position belongs to, and of which day the article is.

use crate::pack::Reader;
#[cfg(not(target_arch = "wasm32"))]
use crate::pack::Writer;

use super::layout::{CLASSES, Laid};

/// The outline of an edition's text: what is known of every article before any text is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Map {
    /// Where each class of each article ends: a position, exclusive.
    ends: Vec<u32>,
    /// For each article its day as a number: see [`day_number`].
    days: Vec<u32>,
}

impl Map {
    /// Adds an article after the others.
    pub(super) fn add(&mut self, laid: &Laid, day: Option<&str>) {
        self.add_lengths(laid.lengths().map(|(_, positions)| small(positions)), day_number(day));
    }

    fn add_lengths(&mut self, lengths: [u32; CLASSES], day: u32) {
        let mut end = self.length(None);
        for length in lengths {
            end = end.saturating_add(length);
            self.ends.push(end);
        }
        self.days.push(day);
    }

    /// How many articles there are.
    pub(super) fn articles(&self) -> usize {
        self.days.len()
    }

    /// The positions of an article, or of all.
    pub(super) fn length(&self, article: Option<usize>) -> u32 {
        match article {
            Some(article) => self.start(article + 1) - self.start(article),
            None => self.ends.last().copied().unwrap_or_default(),
        }
    }

    /// Where an article begins, or where the last one ends.
    pub(super) fn start(&self, article: usize) -> u32 {
        match (article * CLASSES).checked_sub(1) {
            Some(last) => self.ends.get(last).copied().unwrap_or_else(|| self.length(None)),
            None => 0,
        }
    }

    /// Where a stretch ends: see [`Map::stretch`].
    pub(super) fn end(&self, stretch: usize) -> u32 {
        self.ends.get(stretch).copied().unwrap_or_else(|| self.length(None))
    }

    /// The day of an article: see [`day_number`].
    pub(super) fn day(&self, article: usize) -> u32 {
        self.days.get(article).copied().unwrap_or_default()
    }

    /// The index of the stretch (article by article, class by class) that holds a position, which `near` or one
    /// after it does. Looks near first, since matches come in order.
    pub(super) fn stretch(&self, near: usize, position: u32) -> usize {
        let (mut low, mut step) = (near, 1);
        while self.ends.get(low + step - 1).is_some_and(|end| *end <= position) {
            low += step;
            step *= 2;
        }
        let within = self.ends.get(low..self.ends.len().min(low + step)).unwrap_or_default();
        low + within.partition_point(|end| *end <= position)
    }

    /// The article that holds a position.
    pub(super) fn article(&self, position: u32) -> usize {
        self.ends.partition_point(|end| *end <= position) / CLASSES
    }

    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn write(&self, writer: &mut Writer) {
        writer.count(self.articles());
        // Column by column: equal numbers side by side compress best.
        for class in 0..CLASSES {
            let mut stretch = class;
            while let Some(end) = self.ends.get(stretch) {
                let start =
                    stretch.checked_sub(1).and_then(|it| self.ends.get(it)).copied().unwrap_or(0);
                writer.number(u64::from(end - start));
                stretch += CLASSES;
            }
        }
        let mut before = 0;
        for day in &self.days {
            writer.near(*day, before);
            before = *day;
        }
    }

    pub(super) fn read(reader: &mut Reader) -> Option<Self> {
        let articles = reader.count()?;
        let mut columns: Vec<Vec<u32>> = Vec::new();
        for _ in 0..CLASSES {
            let mut column = Vec::new();
            for _ in 0..articles {
                column.push(reader.small()?);
            }
            columns.push(column);
        }
        let (mut map, mut day) = (Self::default(), 0);
        for article in 0..articles {
            let mut lengths = [0; CLASSES];
            for (length, column) in lengths.iter_mut().zip(&columns) {
                *length = column.get(article).copied()?;
            }
            day = reader.near(day)?;
            map.add_lengths(lengths, day);
        }
        Some(map)
    }
}

/// A day as a number that sorts as ISO 8601 does: year, month and day as eight digits, what is not known being 0;
/// 0 where no day is.
pub(super) fn day_number(day: Option<&str>) -> u32 {
    let mut parts = day.unwrap_or_default().splitn(3, '-');
    let mut next = |most: u32| {
        let part = parts.next().unwrap_or_default();
        let digits = part.bytes().take_while(u8::is_ascii_digit).take(4);
        digits.fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')).min(most)
    };
    next(9999) * 10_000 + next(99) * 100 + next(99)
}

/// The day that [`day_number`] made a number of, as ISO 8601.
pub(super) fn day_text(number: u32) -> Option<String> {
    let digits = |number: u32, count: usize| {
        let text = number.to_string();
        ["0".repeat(count.saturating_sub(text.len())), text].concat()
    };
    let mut day = digits(number / 10_000, 4);
    for part in [number / 100 % 100, number % 100] {
        if part == 0 {
            break;
        }
        day = [day, digits(part, 2)].join("-");
    }
    (number > 0).then_some(day)
}

pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
