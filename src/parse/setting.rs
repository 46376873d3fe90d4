//! How a page is set: its measure, its usual gaps, and which characters stand together on it.

use super::lines::Line;
use super::roles::{Part, Role};
use super::shape::{End, opens, width};
use crate::read::{is_cjk, needs_space};

/// What is known of the page as a whole.
pub(super) struct Setting {
    /// Columns of a full line, where the page is set in lines of one measure.
    pub measure: Option<usize>,
    /// Whether some lines are indented and others, which follow at once, are not: paragraphs begin so.
    pub indents: bool,
    /// Whether its headings are set in capitals, or each word with one.
    pub capitals: bool,
    /// How many empty lines usually stand between two lines.
    pub gap: u32,
    pairs: Counts,
    singles: Counts,
}

/// Narrower lines are items, wider ones paragraphs: columns.
const MEASURES: std::ops::RangeInclusive<usize> = 16..=110;

impl Setting {
    /// Looks at a page.
    pub(super) fn of(page: &str, lines: &[Line]) -> Self {
        let measure = measure(page, lines);
        let mut setting = Self {
            measure,
            indents: lines.iter().any(|line| line.indent > 1)
                && lines.iter().skip(1).any(|line| line.gap == 0 && line.indent == 0),
            capitals: false,
            gap: usual_gap(lines, measure.is_some()),
            pairs: Counts::for_text(page.len()),
            singles: Counts::for_text(page.len()),
        };
        for line in lines {
            let mut last = None;
            for c in page.get(line.range.clone()).unwrap_or_default().chars() {
                let here = is_letter(c).then_some(c);
                if let Some(c) = here {
                    setting.singles.add(u64::from(u32::from(c)));
                    if let Some(last) = last {
                        setting.pairs.add(pair(last, c));
                    }
                }
                last = here;
            }
        }
        setting
    }

    /// Whether two characters stand together often on this page, measured by how often they stand at all.
    pub(super) fn together(&self, last: char, first: char) -> bool {
        if !is_letter(last) || !is_letter(first) {
            return false;
        }
        let together = self.pairs.get(pair(last, first));
        let single = |c: char| self.singles.get(u64::from(u32::from(c)));
        let rarer = single(last).min(single(first));
        together > 1 && together * 6 >= rarer || together == 1 && rarer <= 3
    }

    /// Looks at what each line was seen to be: most of those that may be headings have capitals or have not.
    pub(super) fn look_at(&mut self, parts: &[Part]) {
        let short = |part: &&Part| {
            let shape = part.shape;
            part.role == Role::Text && shape.end == End::Bare && !shape.cjk && shape.size <= 30
        };
        let (titled, plain): (Vec<&Part>, Vec<&Part>) =
            parts.iter().filter(short).partition(|part| part.shape.is_titled());
        self.capitals = titled.len() > 1 && titled.len() >= plain.len() * 2;
    }

    /// Whether a line of so many columns ends where it does because the next word, which cannot be broken, had no room on it.
    pub(super) fn had_no_room(&self, columns: usize, last: &str, next: &str) -> bool {
        let brackets = next.len() - next.trim_start_matches(opens).len();
        let word = next.get(brackets..).unwrap_or_default();
        let length = word.find(|c: char| c.is_whitespace() || is_cjk(c)).unwrap_or(word.len());
        let first = next.get(..brackets + length).unwrap_or_default();
        let space = last.chars().next_back().zip(first.chars().next());
        let space = space.is_some_and(|(last, first)| needs_space(last, first));
        let wanted = columns + usize::from(space) + width(first);
        length > 1 && self.measure.is_some_and(|measure| wanted > measure)
    }

    /// Whether a line of so many columns has no room for one wide character more.
    pub(super) fn is_full(&self, columns: usize) -> bool {
        self.measure.is_some_and(|measure| columns + 2 > measure)
    }

    /// Whether a line of so many columns is as wide as the page's measure, so that it may have been broken by it.
    pub(super) fn fills(&self, columns: usize) -> bool {
        self.measure.is_some_and(|measure| columns * 100 >= measure * 84)
    }
}

fn is_letter(c: char) -> bool {
    is_cjk(c) && crate::read::is_letter(c)
}

fn pair(last: char, first: char) -> u64 {
    u64::from(u32::from(last)) << 32 | u64::from(u32::from(first))
}

/// The measure: most lines that another follows at once are nearly as wide as the widest of them.
fn measure(page: &str, lines: &[Line]) -> Option<usize> {
    let followed = lines.iter().zip(lines.iter().skip(1)).filter(|(_, next)| next.gap == 0);
    let mut widths: Vec<usize> =
        followed.map(|(line, _)| width(page.get(line.range.clone()).unwrap_or_default())).collect();
    widths.sort_unstable();
    // The widest but for a few, which may be headlines.
    let widest = *widths.get(widths.len() * 9 / 10)?;
    let full = widths.iter().filter(|width| **width * 100 >= widest * 84).count();
    // Headlines of one length over their texts are no lines that were set: on a page that is, few lines are wider.
    let wide = |line: &&Line| width(page.get(line.range.clone()).unwrap_or_default()) > widest + 8;
    let set = lines.iter().filter(wide).count() * 4 <= lines.len();
    (widths.len() >= 4 && full * 10 >= widths.len() * 6 && set && MEASURES.contains(&widest))
        .then_some(widest)
}

/// Between paragraphs, that is: where these are set in lines, most lines follow at once and tell nothing.
fn usual_gap(lines: &[Line], set: bool) -> u32 {
    let gaps = lines.iter().skip(1).map(|line| line.gap);
    let mut gaps: Vec<u32> = gaps.filter(|gap| *gap > 0 || !set).collect();
    gaps.sort_unstable();
    gaps.get(gaps.len() / 2).copied().unwrap_or_default()
}

/// Counts in a table of fixed size, so that a page of any length costs little: two keys may share a
/// count, which makes a rule speak that need not, once in a long while.
struct Counts(Vec<u16>);

impl Counts {
    fn for_text(bytes: usize) -> Self {
        Self(vec![0; bytes.next_power_of_two().clamp(1 << 10, 1 << 20)])
    }

    fn slot(&self, key: u64) -> usize {
        // Fibonacci hashing (Knuth, TAOCP 3, 6.4): the high bits of the product are well mixed.
        let mixed = key.wrapping_add(key >> 29).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
        usize::try_from(mixed).unwrap_or_default() & (self.0.len() - 1)
    }

    fn add(&mut self, key: u64) {
        let slot = self.slot(key);
        if let Some(count) = self.0.get_mut(slot) {
            *count = count.saturating_add(1);
        }
    }

    fn get(&self, key: u64) -> u32 {
        self.0.get(self.slot(key)).copied().map_or(0, u32::from)
    }
}
