//! Places by how their names end: 某某廣場, 某某核電站, 某省某縣; and what is then nobody's name.

use super::super::candidate::{Candidate, Subject};
use super::super::line::{Line, is_han};
use super::super::words::{AFTER, PLACE_ENDINGS, SPEECH, TITLES, Words};
use super::compound::{Anchors, beginning, generic, is_facility};
use crate::model::Kind;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What stands before the ending is seldom longer.
const LONGEST: usize = 8;

/// What one goes by, and does not call a place by: 北門前廣場.
static DIRECTIONS: LazyLock<Words> =
    LazyLock::new(|| Words::parse("東 南 西 北 中 內 外 前 後 左 右 上 下 門 側 邊 面 旁"));

/// Words of place, after which a short name with a short ending is believed.
static TOWARDS: LazyLock<Words> = LazyLock::new(|| {
    Words::parse("在 位於 前往 抵達 赴 來自 到 返回 途經 訪問 參觀 視察 考察 走進")
});

/// Names that end as places do.
pub(crate) fn find(line: &Line, known: &[Candidate], found: &mut Vec<Candidate>) {
    let anchors = Anchors::new(line, known);
    let places: Vec<Candidate> = known.iter().filter(|c| c.kind == Kind::Place).cloned().collect();
    let towns = Anchors::new(line, &places);
    let (strong, weak) = &*PLACE_ENDINGS;
    for index in 0..line.folded.len() {
        if let Some(length) = strong.at(&line.folded, index) {
            found.extend(facility(line, &anchors, index, index + length));
        }
        if let Some(length) = weak.at(&line.folded, index) {
            found.extend(locality(line, &towns, index, index + length));
        }
    }
}

fn facility(line: &Line, anchors: &Anchors, ending: usize, end: usize) -> Option<Candidate> {
    // A hall within a hall is named apart; a city's hall is named with its city.
    let town = |start: usize, end: usize| !is_facility(line, start, end);
    let begin = beginning(line, anchors, ending, LONGEST, town)?;
    let content = ending - begin.start;
    let own = ending - begin.anchor.unwrap_or(begin.start);
    let directions =
        line.folded.get(begin.anchor.unwrap_or(begin.start)..ending).unwrap_or_default();
    let nameless =
        directions.iter().all(|&c| DIRECTIONS.has(c)) || generic(line, begin.start, ending);
    let score = match begin.anchor {
        Some(_) if own == 0 => 68,
        Some(_) if !nameless => 76,
        None if content >= 2 && !nameless => 64,
        _ => return None,
    };
    Some(Candidate::new(begin.start..end, Kind::Place, score, "place's ending"))
}

/// One to three characters and 市, 縣, 村 after a known place or a word of place.
fn locality(line: &Line, anchors: &Anchors, ending: usize, end: usize) -> Option<Candidate> {
    let closes = line.at(end).is_none_or(|c| !is_han(c)) || AFTER.at(&line.folded, end).is_some();
    if end - ending == 1 && !closes {
        return None;
    }
    (1..=3).rev().find_map(|length| {
        let start = ending.checked_sub(length)?;
        let name = line.folded.get(start..ending)?;
        let plain = name.iter().all(|&c| is_han(c)) && !generic(line, start, ending);
        let anchor = anchors.ending_at(start);
        let led = TOWARDS.before(&line.folded, start).is_some();
        let nameless =
            name.iter().all(|&c| DIRECTIONS.has(c)) || AFTER.at(&line.folded, start).is_some();
        let long_enough = length >= 2 || anchor.is_some();
        (plain && !nameless && long_enough && (anchor.is_some() || led))
            .then(|| Candidate::new(anchor.unwrap_or(start)..end, Kind::Place, 62, "locality"))
    })
}

/// Takes for a place what is taken for somebody where the article also speaks of a district by that name (龍崎 beside 龍崎區), unless a
/// title or a verb of speech stands beside it.
pub(crate) fn not_people<'a>(lines: impl Iterator<Item = (&'a Line, &'a mut Vec<Candidate>)>) {
    let mut lines: Vec<(&Line, &mut Vec<Candidate>)> = lines.collect();
    let districts: BTreeSet<Vec<char>> = lines
        .iter()
        .flat_map(|(line, found)| found.iter().filter_map(|c| district(line, c)))
        .map(<[char]>::to_vec)
        .collect();
    if districts.is_empty() {
        return;
    }
    for (line, found) in &mut lines {
        let somebody = |c: &&mut Candidate| c.kind == Kind::Person && c.subject == Subject::Named;
        for candidate in found.iter_mut().filter(somebody) {
            let name = line.folded.get(candidate.start..candidate.end).unwrap_or_default();
            if districts.contains(name) && !spoken_of(line, candidate) {
                candidate.kind = Kind::Place;
                candidate.rule = "district's name";
            }
        }
    }
}

/// The own name of a district of three characters or more.
fn district<'a>(line: &'a Line, c: &Candidate) -> Option<&'a [char]> {
    let name = line.folded.get(c.start..c.end)?;
    let (last, own) = name.split_last()?;
    let district = matches!(last, '市' | '县' | '区' | '乡' | '镇' | '村' | '里');
    (c.kind == Kind::Place && district && own.len() > 1).then_some(own)
}

/// Whether a title or a verb of speech beside a name says that somebody is meant.
pub(crate) fn spoken_of(line: &Line, c: &Candidate) -> bool {
    let folded = &line.folded;
    TITLES.before(folded, c.start).is_some()
        || TITLES.at(folded, c.end).is_some()
        || SPEECH.at(folded, c.end).is_some()
}
