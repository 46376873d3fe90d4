//! What the formats whose text is styled do alike.

use super::Words;
use crate::model::Styling;

/// A further paragraph of an item.
pub(super) fn append(item: &mut Words, words: Words) {
    let by = item.text.chars().count() + 1;
    item.text.push(' ');
    item.text.push_str(&words.text);
    let moved = words
        .styles
        .into_iter()
        .map(|(range, styling)| (range.start + by..range.end + by, styling));
    item.styles.extend(moved);
}

/// Only what a reader may follow from a newspaper is a link.
pub(super) fn link(url: &str) -> Option<Styling> {
    let scheme = url.split(':').next().unwrap_or_default().to_ascii_lowercase();
    let may = matches!(scheme.as_str(), "http" | "https" | "mailto");
    may.then(|| Styling::Link(url.to_owned()))
}

/// For each character, where it or the next one that is no white space stands.
fn words_begin(chars: &[char]) -> Vec<usize> {
    let mut begin = chars.len();
    let mut found: Vec<usize> = chars
        .iter()
        .enumerate()
        .rev()
        .map(|(n, c)| {
            begin = if c.is_whitespace() { begin } else { n };
            begin
        })
        .collect();
    found.reverse();
    found
}

/// Takes line breaks between characters that are written without spaces away, and white space at
/// both ends; the styles move along, and begin with a word.
pub(super) fn tidy(words: Words) -> Words {
    let chars: Vec<char> = words.text.chars().collect();
    let mut kept = vec![true; chars.len()];
    let ends = |keep: &mut Vec<bool>, order: &mut dyn Iterator<Item = usize>| {
        for n in order {
            match chars.get(n) {
                Some(c) if c.is_whitespace() => {
                    if let Some(keep) = keep.get_mut(n) {
                        *keep = false;
                    }
                }
                _ => break,
            }
        }
    };
    ends(&mut kept, &mut (0..chars.len()));
    ends(&mut kept, &mut (0..chars.len()).rev());
    let mut new_index = Vec::with_capacity(chars.len() + 1);
    let mut text = String::with_capacity(words.text.len());
    let mut count = 0;
    for (c, keep) in chars.iter().zip(&kept) {
        new_index.push(count);
        if *keep {
            text.push(*c);
            count += 1;
        }
    }
    new_index.push(count);
    let place = |n: usize| new_index.get(n).copied().unwrap_or(count);
    // The space before a link is not the link's.
    let words_begin = words_begin(&chars);
    let first = |n: usize| words_begin.get(n).copied().unwrap_or(n);
    let moved = words.styles.into_iter().map(|(range, s)| {
        let start = first(range.start).min(range.end);
        (place(start)..place(range.end), s)
    });
    let mut styles: Vec<_> = moved.filter(|(range, _)| range.start < range.end).collect();
    styles.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    Words { text, styles }
}
