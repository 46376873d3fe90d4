//! 《Works》, and treaties by name.

use super::super::candidate::Candidate;
use super::super::line::Line;
use crate::model::Kind;

/// No title is longer; a bracket that stays open longer was never closed.
const LONGEST: usize = 120;

/// What stands in title brackets, brackets included, the outer ones where they nest.
pub(crate) fn find(line: &Line, found: &mut Vec<Candidate>) {
    let mut from = 0;
    while let Some(open) = line.folded.iter().skip(from).position(|c| matches!(c, '《' | '〈')) {
        let start = from + open;
        from = match closing(line, start) {
            Some(end) if end - start > 2 => {
                found.push(Candidate::new(start..end, Kind::Work, 100, "title brackets"));
                end
            }
            _ => start + 1,
        };
    }
}

/// One past the bracket that closes the one at `start`.
fn closing(line: &Line, start: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, c) in line.folded.iter().enumerate().skip(start).take(LONGEST) {
        match c {
            '《' | '〈' => depth += 1,
            '》' | '〉' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return Some(index + 1);
        }
    }
    None
}

/// Endings of documents that are also spoken of without brackets.
const DOCUMENTS: [&str; 12] = [
    "条约",
    "公约",
    "协定",
    "协议",
    "宣言",
    "宪章",
    "议定书",
    "联合声明",
    "基本法",
    "法案",
    "条例",
    "备忘录",
];

/// What a document whose full folded title is known is called without brackets: its title, and its title
/// without the names of states in front, if that leaves more than the bare word.
pub(crate) fn bare_names(title: &str, states: usize) -> Vec<String> {
    let Some(ending) = DOCUMENTS.into_iter().find(|ending| title.ends_with(ending)) else {
        return Vec::new();
    };
    let least = ending.chars().count() + 2;
    let without: String = title.chars().skip(states).collect();
    let mut names = vec![title.to_owned(), without];
    names.dedup();
    names.retain(|name| name.chars().count() >= least);
    names
}
