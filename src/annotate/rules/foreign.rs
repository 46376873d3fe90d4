//! Foreign names written by sound: 某某·某某, 某某總統.

use super::super::candidate::Candidate;
use super::super::line::Line;
use super::super::words::{AFTER, BREAKS, NOT_NAMES, SPEECH, TITLES, TRANSLITERATION};
use crate::model::Kind;

/// Longer runs are lists of something else.
const LONGEST: usize = 20;

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
