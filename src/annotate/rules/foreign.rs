//! Foreign names written by sound: 某某·某某, 某某總統; and in their own letters behind that: 柯林頓(Bill Clinton).

use super::super::candidate::{Candidate, Subject};
use super::super::line::{Line, is_han};
use super::super::words::{
    AFTER, BREAKS, ENGLISH_TITLES, NOT_NAMES, SPEECH, TITLES, TRANSLITERATION,
};
use crate::model::Kind;

/// Longer runs are lists of something else.
const LONGEST: usize = 20;
/// Longer brackets hold a remark.
const LONGEST_IN_BRACKETS: usize = 50;

/// Where a name written by sound that begins at an index ends: two such characters or more, parts joined by `·`.
pub(super) fn name_at(line: &Line, start: usize) -> Option<usize> {
    let mut end = start;
    while let Some(c) = line.at(end) {
        let joins =
            c == '·' && end > start && line.at(end + 1).is_some_and(|c| TRANSLITERATION.has(c));
        let word = end >= start + 2 && AFTER.at(&line.folded, end).is_some();
        if !(joins || TRANSLITERATION.has(c) && !word) || end - start > LONGEST {
            break;
        }
        end += 1;
    }
    let known_word = NOT_NAMES.at(&line.folded, start).is_some_and(|length| start + length >= end);
    (end >= start + 2 && !known_word).then_some(end)
}

/// Where a run of such characters goes on after the end of a title, as 席 of 主席 does not belong to the name.
fn after_title(line: &Line, start: usize, end: usize) -> usize {
    let overlaps =
        |at: &usize| TITLES.before(&line.folded, *at).is_some_and(|length| *at - length < start);
    (start + 1..end.saturating_sub(1)).take(2).find(overlaps).unwrap_or(start)
}

/// Names with `·` in them, and names between a pause and a verb of speech or a title.
pub(crate) fn find(line: &Line, found: &mut Vec<Candidate>) {
    let mut from = 0;
    while from < line.folded.len() {
        let starts =
            from == 0 || line.before(from).is_some_and(|c| !TRANSLITERATION.has(c) && c != '·');
        let Some(end) = starts.then(|| name_at(line, from)).flatten() else {
            from += 1;
            continue;
        };
        let index = after_title(line, from, end);
        let dotted = line.folded.get(index..end).unwrap_or_default().contains(&'·');
        let begins = line.opens(index) || BREAKS.before(&line.folded, index).is_some();
        let speaks = SPEECH.at(&line.folded, end).is_some();
        let titled = TITLES.at(&line.folded, end).is_some_and(|length| length > 1);
        if dotted {
            found.push(Candidate::new(index..end, Kind::Person, 85, "name with a middle dot"));
        } else if begins && (speaks && line.opens(index) || titled) {
            found.push(Candidate::new(
                index..end,
                Kind::Person,
                66,
                "name before a verb of speech or a title",
            ));
        }
        from = end;
    }
}

/// What stands in brackets right behind somebody's Chinese name and is two words or more in Latin letters, each with a capital at
/// its beginning or joined to the next: it is the same name.
pub(crate) fn in_own_letters(line: &Line, found: &mut Vec<Candidate>) {
    let mut behind = Vec::new();
    let mut inside = vec![false; line.folded.len()];
    let people =
        found.iter().filter(|c| c.kind == Kind::Person && line.at(c.start).is_some_and(is_han));
    for person in people {
        let Some(length) = closing(line, person.end) else { continue };
        let (open, end) = (person.end + 1, person.end + 1 + length);
        let start = open + titles(line.folded(open, end));
        behind.push(Candidate::new(start..end, Kind::Person, 84, "name in its own letters"));
        inside.get_mut(open..end).into_iter().for_each(|letters| letters.fill(true));
    }
    found.retain(|c| c.subject != Subject::Named || inside.get(c.start) != Some(&true));
    found.extend(behind);
}

/// How long a foreign name in brackets is that open at an index.
fn closing(line: &Line, open: usize) -> Option<usize> {
    let rest = line.folded.get(open + 1..).unwrap_or_default();
    let length = rest.iter().take(LONGEST_IN_BRACKETS).position(|c| *c == ')')?;
    let name = line.folded(open + 1, open + 1 + length);
    let letters =
        |c: char| c.is_alphabetic() && !is_han(c) || matches!(c, ' ' | '.' | '-' | '\'' | '’');
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let named = name.chars().all(letters)
        && capital(name)
        && name.split(' ').filter(|w| capital(w)).count() > 1;
    (line.at(open) == Some('(') && named).then_some(length)
}

/// How many code points of a name in Latin letters are titles and the spaces behind them, as long as a name is left.
fn titles(name: &str) -> usize {
    let title = |word: &str| ENGLISH_TITLES.contains(&word.chars().collect::<Vec<char>>());
    let words: Vec<&str> = name.split(' ').collect();
    let before_last = words.iter().take(words.len().saturating_sub(1));
    before_last.take_while(|word| title(word)).map(|word| word.chars().count() + 1).sum()
}
