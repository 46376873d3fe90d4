//! 自2016年起, 2015年前: stretches with one end.

use super::super::super::super::line::Line;
use super::super::super::super::value::{Day, Stretch};
use super::Read;
use super::distance::edge_stands;
use super::parts::{gap, number, word};
use super::range::stretch;

/// What stands behind an end, and whether it begins there.
const BEHIND: [(&str, bool); 19] = [
    ("以前", false),
    ("之前", false),
    ("前", false),
    ("或之前", false),
    ("或以前", false),
    ("及以前", false),
    ("及之前", false),
    ("以后", true),
    ("之后", true),
    ("后", true),
    ("或之后", true),
    ("或以后", true),
    ("及以后", true),
    ("及之后", true),
    ("起", true),
    ("以来", true),
    ("至今", true),
    ("开始", true),
    ("迄今", true),
];

/// Whether a number or a word for some stands here.
fn begins_count(line: &Line, at: usize) -> bool {
    line.at(at).is_some_and(|c| "两几数".contains(c)) || number(line, at).is_some()
}

/// 自2016年起, 2015年前, 5月1日或之後, or a stretch without such words.
pub(super) fn bounded(line: &Line, start: usize, today: Day) -> Option<Read> {
    let prefix = word(line, start, &["自从", "从", "自"]);
    let from = prefix.map_or(start, |(_, end)| gap(line, end));
    let read = stretch(line, from, today)?;
    let at = gap(line, read.end);
    let behind = BEHIND
        .iter()
        .filter_map(|(name, since)| Some((*since, word(line, at, &[name])?.1)))
        .max_by_key(|(_, end)| *end);
    // 昨日下午3時開始 says what begins.
    let verb = |end: usize| line.before(end) == Some('始') && prefix.is_none();
    // 2023年前三名 are the first three of 2023.
    let day = read.stretch.last().day.day.is_some();
    let ranked = |end: usize| {
        !day && line.before(end) == Some('前')
            && end == at + 1
            && begins_count(line, gap(line, end))
    };
    let behind = behind.filter(|(_, end)| edge_stands(line, *end) && !verb(*end) && !ranked(*end));
    let pair = matches!(read.stretch, Stretch::Between(..)) && read.end > from;
    match behind {
        Some((true, end))
            if prefix.is_none_or(|(word, _)| word != "从" || line.before(end) == Some('始')) =>
        {
            Some(Read { end, stretch: Stretch::Since(read.stretch.first()) })
        }
        Some((false, end)) if prefix.is_none() => {
            Some(Read { end, stretch: Stretch::Until(read.stretch.last()) })
        }
        _ => match prefix {
            None => Some(read),
            Some(("自从", _)) => {
                Some(Read { stretch: Stretch::Since(read.stretch.first()), ..read })
            }
            // 從 belongs to a stretch with two ends, and to 開始.
            Some(("从", _)) if pair => Some(read),
            Some(_) => None,
        },
    }
}
