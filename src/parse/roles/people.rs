//! Names alone on a line: a writer's under a headline, a reader's under a letter, and what is told of either.

use super::{Part, Role};
use crate::parse::lexicon::{List, phrases};
use crate::parse::lines::Line;
use crate::parse::overlap::share_in;
use crate::parse::shape::{End, stops};
use crate::parse::wording::first_chars;
use crate::read::is_han;

/// As much of a text as would take up the words of a headline above it, code points.
const LEAD: usize = 400;

/// A name alone between a headline and its text is the writer's, where the text does not speak of it.
pub(super) fn sign_writers(page: &str, lines: &[Line], parts: &mut [Part]) {
    for n in 1..parts.len() {
        let (Some(above), Some(part), Some(below)) =
            (parts.get(n - 1), parts.get(n), parts.get(n + 1))
        else {
            break;
        };
        let text = part.first(page);
        if part.role != Role::Text || part.shape.size > 24 || !(is_name(text) || is_posted(text)) {
            continue;
        }
        let title = above.first(page);
        let headed = above.role == Role::Text
            && above.shape.end == End::Bare
            && if above.shape.cjk {
                (4..=30).contains(&above.shape.size)
            } else {
                title.split_whitespace().count() > 2
            };
        let told =
            below.role == Role::Text && below.shape.end == End::Stop && below.shape.size > 15;
        let near = gap(lines, part) <= gap(lines, below);
        let spoken_of = || share_in(text, first_chars(below.first(page), LEAD)) > 0;
        if headed
            && told
            && near
            && !is_name(title)
            && !spoken_of()
            && let Some(part) = parts.get_mut(n)
        {
            part.role = Role::Byline;
        }
    }
}

/// On a page of letters, who wrote one stands below it, with the place, and a headline or the page's end follows.
pub(super) fn sign_letters(page: &str, lines: &[Line], parts: &mut [Part]) {
    let opens = |part: &Part| {
        let text = part.first(page).trim_matches(|c: char| !c.is_alphanumeric());
        phrases(List::Letters).has(text)
    };
    let Some(first) = parts.iter().position(opens) else { return };
    for n in first + 1..parts.len() {
        let after_text = n.checked_sub(1).and_then(|n| parts.get(n)).is_some_and(|above| {
            above.role == Role::Text && above.shape.end == End::Stop && above.shape.size > 8
        });
        let signs = |part: &Part| is_line(part) && is_signature(part.first(page));
        if !after_text || !parts.get(n).is_some_and(signs) {
            continue;
        }
        let end = end_of_signature(page, lines, parts, n);
        let goes_on = parts.get(end).is_some_and(|next| {
            next.role == Role::Text
                && next.shape.end == End::Stop
                && !is_of_the_writer(next.first(page))
        });
        for part in parts.iter_mut().take(end).skip(n).filter(|_| !goes_on) {
            part.role = Role::Byline;
        }
    }
}

/// The part after the signature that begins at `n`: lines at once below are of it, and one further off that is not the
/// last before the text.
fn end_of_signature(page: &str, lines: &[Line], parts: &[Part], n: usize) -> usize {
    let at = |m: usize| parts.get(m);
    let mut end = n + 1;
    while let Some(part) = at(end).filter(|part| is_line(part) && end < n + 3) {
        let text = part.first(page);
        let place = part.shape.size <= 8 || part.shape.is_titled() && !part.shape.cjk;
        let before_head = at(end + 1).is_some_and(is_line) && end == n + 1;
        if gap(lines, part) > 0 && !(place && before_head) || text.contains(stops) {
            break;
        }
        end += 1;
    }
    end
}

/// What tells who a writer is, by its first words or by the name that was signed with last, is a remark of the paper's.
pub(super) fn note_writers(page: &str, parts: &mut [Part]) {
    let mut signed = None;
    for part in parts {
        let text = part.first(page);
        if part.role == Role::Byline && is_name(text) {
            signed = Some(text);
        }
        if part.role != Role::Text {
            continue;
        }
        let of_one = || {
            let rest = signed.and_then(|name| text.strip_prefix(name)).unwrap_or_default();
            let is = ["is a ", "is an ", "is the ", "是", "為", "为"];
            is_short(text) && is.iter().any(|is| rest.trim_start().starts_with(is))
        };
        if is_of_the_writer(text) || of_one() {
            part.role = Role::Note;
            // Whatever it ends with, nothing goes on from it.
            part.shape.end = End::Stop;
        }
    }
}

fn is_of_the_writer(text: &str) -> bool {
    phrases(List::OfTheWriter).start_of(text).is_some() && is_short(text)
}

/// Whether a text has as many code points as what is told of a writer, at most.
fn is_short(text: &str) -> bool {
    text.chars().nth(160).is_none()
}

fn gap(lines: &[Line], part: &Part) -> u32 {
    lines.get(part.line).map_or(0, |line| line.gap)
}

/// Whether a part is a short line that ends no sentence.
fn is_line(part: &Part) -> bool {
    part.role == Role::Text && part.shape.end == End::Bare && part.shape.size <= 30
}

/// `Tom Wrexham, Selby Bay`, `屯門街坊 李國雄`, `一名家長`: a name, with what else a reader says of himself.
fn is_signature(text: &str) -> bool {
    let mut words = text.split([' ', '\u{3000}', ',', '，', '／', '（', '(']);
    let first = text.split([',', '(']).next().unwrap_or_default().trim();
    is_name(first)
        || words.any(|word| is_han_name(word.trim()))
        || phrases(List::Readers).start_of(text).is_some()
}

/// Whether a text may be somebody's name and nothing else.
fn is_name(text: &str) -> bool {
    is_han_name(text) || is_latin_name(text)
}

/// Three characters that begin with a surname: `周子朗`.
fn is_han_name(text: &str) -> bool {
    text.chars().count() == 3
        && text.chars().all(is_han)
        && phrases(List::Surnames).start_of(text).is_some()
}

/// `林家豪／國小教師（台中市）`: a name, and behind a sign what the writer is.
fn is_posted(text: &str) -> bool {
    let (name, rest) = text.split_once(['／', '/', '（', '(']).unwrap_or_default();
    is_han_name(name.trim()) && !rest.trim().is_empty() && !text.contains(stops)
}

/// Two words to four, each as names are written: `Priya Nair`, `Dr. J. M. Coe`, `Anna van der Berg`.
fn is_latin_name(text: &str) -> bool {
    let particles = ["de", "da", "van", "von", "der", "den", "la", "bin", "al"];
    let is_part = |word: &str| {
        let mut chars = word.chars();
        let capital = chars.next().is_some_and(char::is_uppercase);
        let written = chars.all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-'));
        let small = word.contains(char::is_lowercase) || word.len() == 2 && word.ends_with('.');
        capital && written && small
    };
    let mut words = text.split_whitespace();
    let ends = |word: Option<&str>| word.is_some_and(|word| is_part(word) && !is_article(word));
    // What sites call their parts is nobody's name: Local Elections.
    let part = |word: &str| phrases(List::Menu).has(word);
    (2..=4).contains(&words.clone().count())
        && !text.contains(is_han)
        && !words.clone().any(part)
        && ends(words.next())
        && ends(words.next_back())
        && words.all(|word| is_part(word) || particles.contains(&word))
}

fn is_article(word: &str) -> bool {
    phrases(List::Articles).has(&word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_other_words() {
        for name in ["周子朗", "Priya Nair", "Dr. J. M. Coe", "Anna van der Berg", "Sean O’Hara"]
        {
            assert!(is_name(name), "{name}");
        }
        for line in [
            "南鹿島",
            "A Ferry",
            "Dogs on the beach",
            "Selby",
            "Route 9",
            "LOCAL NEWS",
            "Local Elections",
        ] {
            assert!(!is_name(line), "{line}");
        }
        for line in
            ["屯門街坊 李國雄", "一名家長", "Tom Wrexham, Selby Bay", "Ines Caldwell (by email)"]
        {
            assert!(is_signature(line), "{line}");
        }
        assert!(!is_signature("公園長椅不宜拆除"));
    }
}
