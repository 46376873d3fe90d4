//! Where the strings of articles stood in a source whose format told their structure.
//!
//! Readers of structured formats go by a tree, not by places. So the places are found afterwards, for whoever asks: each string
//! is looked for in the source from where the one before ended, with room for markup between its characters. What no
//! string claims is then known to be markup, or something that was set aside.

use std::ops::Range;

use super::{Origin, Place};
use crate::model::{Article, At};

/// Markup within a string is no longer than this, in characters: an address is.
const LONGEST_MARKUP: usize = 300;

/// Where a string may begin is tried so many times before it counts as not there.
const TRIES: usize = 64;

/// How far from where the last string ended the next is looked for first, in characters.
const NEAR: usize = 1 << 14;

/// How far it is looked for at all, in characters: a table of ten thousand articles takes time in proportion to its length.
const FAR: usize = 1 << 18;

/// The places of the articles' strings in `source`, in bytes. No byte is claimed twice. A string that is not in the source has
/// no place: what a file says of a date, or a title put together, need not stand there word by word.
#[must_use]
pub fn account(source: &str, articles: &[Article]) -> Vec<Origin> {
    let mut ledger = Ledger::of(source);
    let mut origins = Vec::new();
    for (index, article) in articles.iter().enumerate() {
        // Text first, in its order: a headline may be said again anywhere.
        let is_body = |at: &At| at.section().is_some();
        let (body, fields): (Vec<_>, Vec<_>) = article.texts().partition(|(at, _)| is_body(at));
        let told = [(At::Source, &article.source), (At::Date, &article.date)];
        let told = told.iter().filter_map(|(at, text)| Some((*at, text.as_deref()?)));
        ledger.cursor = ledger.begin;
        let mut claim = |ledger: &mut Ledger, at: At, text: &str| {
            let ranges = ledger.claim(text);
            if !ranges.is_empty() {
                origins.push(Origin { article: index, place: Place::At(at), ranges });
            }
        };
        let (heads, later): (Vec<_>, Vec<_>) =
            fields.into_iter().partition(|(at, _)| !matches!(at, At::Caption(_) | At::Credit(_)));
        for (at, text) in heads.into_iter().chain(told) {
            ledger.cursor = ledger.begin;
            claim(&mut ledger, at, text);
        }
        ledger.cursor = ledger.begin;
        for (at, text) in body {
            claim(&mut ledger, at, text);
        }
        let end = ledger.cursor;
        for (at, text) in later {
            ledger.cursor = ledger.begin;
            claim(&mut ledger, at, text);
        }
        ledger.begin = end;
    }
    origins
}

/// The source's characters that are no white space, and which of them are claimed.
struct Ledger {
    chars: Vec<(usize, char)>,
    taken: Vec<bool>,
    /// Where the article that is looked for may begin.
    begin: usize,
    /// Where the string that was found last ended.
    cursor: usize,
}

impl Ledger {
    fn of(source: &str) -> Self {
        let chars: Vec<_> = source.char_indices().filter(|(_, c)| !c.is_whitespace()).collect();
        Self { taken: vec![false; chars.len()], chars, begin: 0, cursor: 0 }
    }

    /// The place of a text, as stretches in bytes; none where it is not there.
    fn claim(&mut self, text: &str) -> Vec<Range<usize>> {
        let mut wanted: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
        // A mark at the beginning may be written otherwise in the source: `[x]` for ☑.
        let marks = wanted.iter().take_while(|c| !c.is_alphanumeric()).count();
        if marks < wanted.len() {
            wanted.drain(..marks);
        }
        let Some(first) = wanted.first() else { return Vec::new() };
        let near = self.cursor..(self.cursor + NEAR).min(self.chars.len());
        let far = near.end..(near.end + FAR).min(self.chars.len());
        let found = [near, far, self.begin..self.cursor].into_iter().find_map(|range| {
            let starts = range.filter(|n| {
                self.chars.get(*n).is_some_and(|(_, c)| c == first) && self.is_free(*n)
            });
            let whole = |start: usize| self.spelled(&wanted, start, 0);
            starts.clone().find_map(whole).or_else(|| {
                starts.take(TRIES).find_map(|start| self.spelled(&wanted, start, LONGEST_MARKUP))
            })
        });
        let places = found.unwrap_or_default();
        for place in &places {
            if let Some(taken) = self.taken.get_mut(*place) {
                *taken = true;
            }
        }
        if let Some(last) = places.last() {
            self.cursor = last + 1;
        }
        self.stretches(&places)
    }

    fn is_free(&self, n: usize) -> bool {
        self.taken.get(n) == Some(&false)
    }

    /// The places of some characters from one of them on, with at most so many others between two; a character may be written
    /// otherwise in the source (an escape), one in fifty.
    fn spelled(&self, wanted: &[char], start: usize, most_between: usize) -> Option<Vec<usize>> {
        let mut places = Vec::with_capacity(wanted.len());
        let mut at = start;
        let mut missed = 0;
        for c in wanted {
            let is_here = |n: &usize| {
                self.chars.get(*n).is_some_and(|(_, here)| here == c) && self.is_free(*n)
            };
            if let Some(n) = (at..=at + most_between).find(is_here) {
                places.push(n);
                at = n + 1;
            } else {
                missed += 1;
                if most_between == 0 || missed > 1 + wanted.len() / 50 {
                    return None;
                }
            }
        }
        (!places.is_empty()).then_some(places)
    }

    /// Places as stretches of the source; white space between two that follow one another belongs to neither.
    fn stretches(&self, places: &[usize]) -> Vec<Range<usize>> {
        let mut stretches: Vec<Range<usize>> = Vec::new();
        let mut last = None;
        for place in places {
            let Some((at, c)) = self.chars.get(*place) else { continue };
            let end = at + c.len_utf8();
            match stretches.last_mut() {
                Some(open) if last == place.checked_sub(1) => open.end = end,
                _ => stretches.push(*at..end),
            }
            last = Some(*place);
        }
        stretches
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Section};

    #[test]
    fn strings_are_found_through_markup() {
        let blocks = ["The tide is out.", "老船員認得舊碼頭。"]
            .map(|text| Block::Paragraph { text: text.to_owned() });
        let article = Article {
            headline: Some("Tide".to_owned()),
            sections: vec![Section { heading: None, level: 1, blocks: blocks.to_vec() }],
            ..Article::default()
        };
        let source =
            "# Tide\n\nThe [tide](https://example.org/tide) **is** out.\n\n老船員\n認得舊碼頭。";
        let found = account(source, &[article]);
        let told: Vec<String> = found
            .iter()
            .map(|origin| origin.ranges.iter().map(|range| &source[range.clone()]).collect())
            .collect();
        assert_eq!(told, ["Tide", "Thetideisout.", "老船員\n認得舊碼頭。"]);
    }
}
