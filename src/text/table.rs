//! Which character a character is searched as, and which are not searched at all.

use std::sync::OnceLock;

use crate::order::sorted;

/// Width, diacritics and other forms, as runs: a character, then what it and those after it become.
#[cfg(not(target_arch = "wasm32"))]
const LETTERS: &str = include_str!("letters.txt");
/// Han characters in classes, the one that stands for all first. The classes are closed: 干, 乾 and 幹 are
/// one, since a reader of Simplified types 干 for each. That costs some precision (複雜 also finds 覆雜)
/// and buys that no query misses for the script it is typed in.
#[cfg(not(target_arch = "wasm32"))]
const VARIANTS: &str = include_str!("variants.txt");

/// What searching does with one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Searched as this character.
    As(char),
    /// White space.
    Space,
    /// Not searched, and part of the letter before: a combining mark, a variation selector.
    Mark,
    /// Not searched and not seen: zero-width characters, soft hyphen, controls, bidirectional marks.
    Unseen,
}

/// Combining marks that do not tell words apart to someone who searches, in the scripts where readers leave
/// them out: Latin, Greek, Cyrillic, Hebrew, Arabic. `scripts/fold-tables.py` has the same list.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c),
        0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05BD | 0x05BF | 0x05C1..=0x05C2
        | 0x05C4..=0x05C5 | 0x05C7 | 0x0610..=0x061A | 0x064B..=0x065F | 0x0670
        | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F
        | 0x3099..=0x309A | 0xFF9E..=0xFF9F | 0xE0100..=0xE01EF)
}

fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(u32::from(c),
            0xAD | 0x0640 | 0x061C | 0x180E | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F
            | 0xFEFF | 0xFFF9..=0xFFFB | 0xE0000..=0xE007F)
}

/// What `kana` becomes before a voicing mark: ｶ and ﾞ are one ガ, ﾊ and ﾟ one パ.
pub(super) fn voiced(kana: char, mark: char) -> Option<char> {
    let half = matches!(mark, '\u{309A}' | '\u{FF9F}');
    if !half && !matches!(mark, '\u{3099}' | '\u{FF9E}') {
        return None;
    }
    let code = u32::from(kana);
    let shift = if (0x30A1..=0x30F6).contains(&code) { 0x60 } else { 0 };
    let by = match code - shift {
        0x306F | 0x3072 | 0x3075 | 0x3078 | 0x307B => 1 + u32::from(half),
        _ if half => return None,
        0x3046 => 0x3094 - 0x3046,
        0x304B..=0x3061 if code % 2 == 1 => 1,
        0x3064 | 0x3066 | 0x3068 => 1,
        _ => return None,
    };
    char::from_u32(code + by)
}

/// What searching does with every character.
pub(super) struct Table {
    /// For each character of the basic plane what it is searched as: 0 where that is itself, and a surrogate,
    /// which no character is, for the classes that have none.
    basic: Vec<u16>,
    /// The characters beyond the basic plane, and those that stand for one beyond it, sorted.
    beyond: Vec<(char, char)>,
    /// The small form of a letter that stands in neither.
    small: fn(char) -> char,
}

const SPACE: u16 = 0xD800;
const MARK: u16 = 0xD801;
const UNSEEN: u16 = 0xD802;
const BEYOND: u16 = 0xD803;

static TABLE: OnceLock<Table> = OnceLock::new();

/// The table, made when it is first asked for. A program knows all characters; a viewer, which knows those of
/// its edition, has been told before.
pub(super) fn table() -> &'static Table {
    #[cfg(not(target_arch = "wasm32"))]
    return TABLE.get_or_init(Table::whole);
    #[cfg(target_arch = "wasm32")]
    TABLE.get_or_init(|| Table::of(&[]))
}

/// Tells a viewer what the characters of its edition are searched as; see [`super::letters_of`]. The first
/// time counts. A program needs no telling.
#[cfg(target_arch = "wasm32")]
pub fn learn(letters: &[(char, char)]) {
    TABLE.get_or_init(|| Table::of(letters));
}

impl Table {
    /// Whether `c` is searched as itself, whatever stands about it; says so of most that are. Asked of every
    /// character of a corpus, hence apart from [`Table::class`].
    #[inline]
    pub(super) fn is_plain(&self, c: char) -> bool {
        let code = u32::from(c);
        self.basic.get(code as usize) == Some(&0) && !(0x3040..0x3100).contains(&code)
    }

    /// What searching does with `c`.
    pub(super) fn class(&self, c: char) -> Class {
        match self.basic.get(u32::from(c) as usize).copied() {
            Some(0) => Class::As(c),
            Some(SPACE) => Class::Space,
            Some(MARK) => Class::Mark,
            Some(UNSEEN) => Class::Unseen,
            Some(BEYOND) => Class::As(self.beyond(c)),
            Some(to) => Class::As(char::from_u32(u32::from(to)).unwrap_or(c)),
            None if is_mark(c) => Class::Mark,
            None if is_unseen(c) => Class::Unseen,
            None => Class::As(self.beyond(reckoned(c))),
        }
    }

    /// What goes by rule alone, and these letters.
    pub(super) fn of(letters: &[(char, char)]) -> Self {
        let small = |c: char| c.to_ascii_lowercase();
        let mut table = Self { basic: vec![0; 0x1_0000], beyond: Vec::new(), small };
        for &(c, to) in letters {
            table.set(c, to);
        }
        table.beyond = sorted(table.beyond, Ord::cmp);
        table.add_rules();
        table
    }

    /// All there is to know. Reads both files, variants first, since what a letter becomes may itself stand
    /// for others: ⼲ is 干, and 干 is one of a class.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn whole() -> Self {
        let mut table = Self { basic: vec![0; 0x1_0000], beyond: Vec::new(), small };
        for line in entries(VARIANTS) {
            let mut chars = line.chars();
            if let Some(first) = chars.next() {
                chars.for_each(|c| table.set(c, first));
            }
        }
        table.beyond = sorted(table.beyond, Ord::cmp);
        let mut letters = Vec::new();
        for line in entries(LETTERS) {
            let mut chars = line.chars();
            let Some(first) = chars.next() else { continue };
            for (c, to) in (first..=char::MAX).zip(chars).filter(|(c, to)| c != to) {
                letters.push((c, table.searched_as(to)));
            }
        }
        for (c, to) in letters {
            table.set(c, to);
        }
        table.beyond = sorted(table.beyond, Ord::cmp);
        table.add_rules();
        table
    }

    /// What goes by rule: case, plain signs set wide, what is not searched.
    fn add_rules(&mut self) {
        for c in '\0'..='\u{FFFF}' {
            let class = match c {
                _ if c.is_whitespace() => SPACE,
                _ if is_mark(c) => MARK,
                _ if is_unseen(c) => UNSEEN,
                _ if has_no_case(c) || self.searched_as(c) != c => continue,
                _ => {
                    self.set(c, self.searched_as((self.small)(reckoned(c))));
                    continue;
                }
            };
            self.put(c, class);
        }
    }

    fn set(&mut self, c: char, to: char) {
        match u16::try_from(u32::from(to)) {
            _ if c == to => {}
            Ok(near) if u32::from(c) < 0x1_0000 => self.put(c, near),
            _ => {
                self.put(c, BEYOND);
                self.beyond.push((c, to));
            }
        }
    }

    fn put(&mut self, c: char, value: u16) {
        if let Some(slot) = self.basic.get_mut(u32::from(c) as usize) {
            *slot = value;
        }
    }

    fn searched_as(&self, c: char) -> char {
        match self.class(c) {
            Class::As(to) => to,
            _ => c,
        }
    }

    fn beyond(&self, c: char) -> char {
        if u32::from(c) < 0x1_0000 && self.basic.get(u32::from(c) as usize) != Some(&BEYOND) {
            return self.searched_as(c);
        }
        match self.beyond.binary_search_by_key(&c, |&(from, _)| from) {
            Ok(index) => self.beyond.get(index).map_or(c, |&(_, to)| to),
            Err(_) => (self.small)(c),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn entries(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#'))
}

/// Han, Hangul and what stands between them.
fn has_no_case(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0xA63F | 0xAC00..=0xFAFF | 0x20000..=0x323AF)
}

/// Full-width signs and mathematical letters stand in the order of the plain ones.
fn reckoned(c: char) -> char {
    let code = u32::from(c);
    let plain = match code {
        0xFF01..=0xFF5E => code - 0xFEE0,
        0x1_D400..=0x1_D6A3 => {
            let letter = (code - 0x1_D400) % 52;
            if letter < 26 { 0x41 + letter } else { 0x61 + letter - 26 }
        }
        0x1_D7CE..=0x1_D7FF => 0x30 + (code - 0x1_D7CE) % 10,
        _ => code,
    };
    char::from_u32(plain).unwrap_or(c)
}

/// The small form of a letter, where that is one letter, its marks apart: İ is i and a dot.
#[cfg(not(target_arch = "wasm32"))]
fn small(c: char) -> char {
    let mut forms = c.to_lowercase().filter(|&c| !is_mark(c));
    match (forms.next(), forms.next()) {
        (Some(only), None) => only,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_a_character_stands_for_itself() {
        for c in '\0'..=char::MAX {
            if let Class::As(to) = table().class(c) {
                assert_eq!(table().class(to), Class::As(to), "{c} {to}");
            }
        }
    }
}
