//! Organisations by how their names end: 某某大學, 某國外交部.

use super::super::candidate::Candidate;
use super::super::line::{Line, is_han};
use super::super::words::{AFTER, BODY_ENDINGS};
use super::compound::{Anchors, beginning, generic, is_facility};
use crate::model::Kind;

/// What stands before the ending is seldom longer.
const LONGEST: usize = 12;

/// Names that end as organisations do.
pub(crate) fn find(line: &Line, known: &[Candidate], found: &mut Vec<Candidate>) {
    let anchors = Anchors::new(line, known);
    let (strong, weak) = &*BODY_ENDINGS;
    let mut reach = 0;
    for index in 0..line.folded.len() {
        if let Some(length) = strong.at(&line.folded, index) {
            // 委員會 inside 委員會議 and the like: the ending must end a word.
            if cut(line, index + length) || index + length <= reach {
                continue;
            }
            reach = index + length;
            found.extend(named(line, &anchors, index, index + length));
        } else if let Some(length) = weak.at(&line.folded, index) {
            found.extend(state_organ(line, &anchors, index, index + length));
        }
    }
}

/// A character that makes another word of the ending before it: 大學生, 公司法, 銀行業.
fn cut(line: &Line, end: usize) -> bool {
    matches!(
        line.at(end),
        Some('生' | '法' | '业' | '家' | '化' | '界' | '员' | '卡' | '券' | '议')
    )
}

fn named(line: &Line, anchors: &Anchors, ending: usize, end: usize) -> Option<Candidate> {
    let begin = beginning(line, anchors, ending, LONGEST, |_, _| true)?;
    let content = ending - begin.start;
    let empty = content == 0 || generic(line, begin.start, ending);
    let score = match begin.anchor {
        Some(anchor) if anchor < ending && generic(line, anchor, ending) && content > 0 => 72,
        Some(_) => 78,
        None if content >= 2 && !empty => 62,
        None => return None,
    };
    (content > 0).then(|| {
        Candidate::new(begin.start..end, Kind::Organisation, score, "organisation's ending")
    })
}

/// A known place, two to six characters of a field of work, and 部, 局, 院: 某國外交部.
fn state_organ(line: &Line, anchors: &Anchors, ending: usize, end: usize) -> Option<Candidate> {
    let closes = line.at(end).is_none_or(|c| !is_han(c)) || AFTER.at(&line.folded, end).is_some();
    let begin = beginning(line, anchors, ending, 8, |start, end| !is_facility(line, start, end))?;
    let field = ending - begin.anchor?;
    let single = end - ending == 1;
    let fits = if single {
        (2..=6).contains(&field) && closes && line.before(ending) != Some('大')
    } else {
        field <= 2
    };
    fits.then(|| Candidate::new(begin.start..end, Kind::Organisation, 66, "state organ"))
}
