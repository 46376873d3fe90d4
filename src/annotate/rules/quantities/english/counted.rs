//! 27 soldiers, 14 police officers: figures before what they count.

use super::super::super::super::english::Tokens;
use super::super::super::super::line::Line;
use super::number::Number;

/// Words with a capital that may begin a sentence before figures; behind any other the figures name it (Route 66, Section 12).
const OPENING: [&str; 26] = [
    "a",
    "about",
    "all",
    "almost",
    "and",
    "another",
    "approximately",
    "around",
    "but",
    "fewer",
    "for",
    "from",
    "his",
    "its",
    "least",
    "nearly",
    "of",
    "only",
    "or",
    "over",
    "roughly",
    "some",
    "than",
    "the",
    "their",
    "with",
];

/// Words behind which figures are a name.
const LABELS: [&str; 40] = [
    "act",
    "age",
    "aged",
    "apartment",
    "article",
    "bus",
    "case",
    "chapter",
    "channel",
    "class",
    "column",
    "day",
    "episode",
    "figure",
    "flat",
    "flight",
    "floor",
    "gate",
    "grade",
    "group",
    "item",
    "lane",
    "level",
    "line",
    "lot",
    "no",
    "number",
    "page",
    "paragraph",
    "part",
    "phase",
    "platform",
    "room",
    "route",
    "section",
    "size",
    "stage",
    "step",
    "type",
    "verse",
];

/// What ends like a plural and is none, or stands between figures and something else.
const NO_NOUN: [&str; 44] = [
    "a", "across", "after", "also", "always", "an", "and", "are", "as", "at", "because", "before",
    "but", "by", "can", "did", "does", "for", "from", "goes", "had", "have", "in", "into", "is",
    "less", "minus", "of", "on", "or", "perhaps", "plus", "says", "so", "than", "that", "the",
    "their", "to", "unless", "versus", "were", "when", "with",
];

/// Whether figures count what follows: a noun in the plural, or one with a word before it.
pub(super) fn counts_things(line: &Line, tokens: &Tokens, at: usize, number: &Number) -> bool {
    let year = tokens.figures(at).is_some_and(|(value, length)| {
        length == 4 && (1000..2200).contains(&value) && number.end == at + 1
    });
    let lower = |index: usize| {
        let letter = line.at(tokens.start(index)).is_some_and(|c| c.is_ascii_lowercase());
        letter && !tokens.joined(index) && !tokens.is(index, &NO_NOUN)
    };
    let noun = number.end;
    let stands = lower(noun)
        && (is_plural(tokens.word(noun)) || lower(noun + 1) && is_plural(tokens.word(noun + 1)));
    tokens.figures(at).is_some() && !year && stands && !names(line, tokens, at)
}

/// Whether the word before figures has them for a part of its name.
fn names(line: &Line, tokens: &Tokens, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let capital = line.at(tokens.start(before)).is_some_and(|c| c.is_ascii_uppercase());
    capital && !tokens.is(before, &OPENING)
        || tokens.is(before, &LABELS)
        || tokens.is(before, &["."]) && tokens.is(before.wrapping_sub(1), &["no", "nos", "p", "pp"])
}

/// Whether a word has the form of a plural.
fn is_plural(word: &str) -> bool {
    let regular = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is")
        && !word.contains('\'');
    regular
        || matches!(word, "men" | "women" | "children" | "sheep" | "cattle" | "aircraft" | "fish")
}
