//! Names that are put together: a place and a body, a body and its part. Read backwards from their ending.

use super::super::candidate::Candidate;
use super::super::line::{Line, is_han};
use super::super::words::{BREAKS, GENERIC, PLACE_ENDINGS, Words};
use crate::model::Kind;

/// Known names may stand side by side; a name that is longer than this is none, and time stays linear.
const LONGEST_NAME: usize = 60;

/// Known places and organisations of a string, by where they end.
pub(super) struct Anchors {
    /// For every index, where the longest known name that ends there begins; the index itself if none does.
    start_of: Vec<usize>,
}

impl Anchors {
    pub(super) fn new(line: &Line, known: &[Candidate]) -> Self {
        let mut start_of: Vec<usize> = (0..=line.chars.len()).collect();
        let names = known.iter().filter(|c| matches!(c.kind, Kind::Place | Kind::Organisation));
        for name in names {
            if let Some(start) = start_of.get_mut(name.end) {
                *start = name.start.min(*start);
            }
        }
        Self { start_of }
    }

    /// Where the known name that ends at an index begins.
    pub(super) fn ending_at(&self, end: usize) -> Option<usize> {
        self.start_of.get(end).copied().filter(|&start| start < end)
    }
}

/// The beginning of a name whose ending stands at an index.
pub(super) struct Beginning {
    pub(super) start: usize,
    /// Whether it begins with a known place or organisation, and where that one ends.
    pub(super) anchor: Option<usize>,
}

/// Goes back from `ending` over at most `most` characters, to a word that no name holds, or to a
/// known name. `passes` says whether a known name belongs to the name that is read.
pub(super) fn beginning(
    line: &Line,
    anchors: &Anchors,
    ending: usize,
    most: usize,
    passes: impl Fn(usize, usize) -> bool,
) -> Option<Beginning> {
    let mut start = ending;
    let mut anchor = None;
    while start > 0 && ending - start < LONGEST_NAME {
        if let Some(known) = anchors.ending_at(start) {
            if !passes(known, start) {
                break;
            }
            anchor = Some(start);
            start = known;
            continue;
        }
        // A name begins with its place: what stands before that is not part of it.
        let stops = anchor.is_some()
            || line.before(start).is_none_or(|c| !is_han(c))
            || BREAKS.before(&line.folded, start).is_some();
        if stops {
            break;
        }
        start -= 1;
        if ending - start > most {
            return None;
        }
    }
    Some(Beginning { start, anchor })
}

/// Whether a name is that of a building, a square or a bridge rather than of a town.
pub(super) fn is_facility(line: &Line, start: usize, end: usize) -> bool {
    let name = line.folded.get(start..end).unwrap_or_default();
    PLACE_ENDINGS.0.before(name, name.len()).is_some()
}

/// Whether nothing but words that name no one thing stands between two indices.
pub(super) fn generic(line: &Line, start: usize, end: usize) -> bool {
    let mut index = start;
    while index < end {
        match GENERIC.at(line.folded.get(..end).unwrap_or_default(), index) {
            Some(length) => index += length,
            None => return false,
        }
    }
    true
}

/// Names of a known place, at most `most` more characters, and one of these endings.
pub(super) fn after_places(
    line: &Line,
    known: &[Candidate],
    endings: &Words,
    most: usize,
) -> Vec<(usize, usize)> {
    let places = known.iter().filter(|candidate| candidate.kind == Kind::Place);
    places
        .filter_map(|place| Some((place.start, ending_after(line, place.end, endings, most)?)))
        .collect()
}

fn ending_after(line: &Line, from: usize, endings: &Words, most: usize) -> Option<usize> {
    for index in from..=from + most {
        if let Some(length) = endings.at(&line.folded, index) {
            return Some(index + length);
        }
        if !line.at(index).is_some_and(is_han) || BREAKS.at(&line.folded, index).is_some() {
            return None;
        }
    }
    None
}
