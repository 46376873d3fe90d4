//! Names in English: after a title or a given name, and with the endings of bodies and places.

use std::sync::LazyLock;

use regex::Regex;

use super::super::candidate::Candidate;
use super::super::line::{Line, is_letter};
use super::super::words::{ENGLISH_TITLES, GIVEN_NAMES, Words};
use crate::model::Kind;

/// Words with a capital, joined by single spaces, with of, the and and between them.
static CAPITALS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let word = r"[A-Z][\p{L}\p{N}'’&-]*\.?";
    Regex::new(&format!(
        r"{word}(?: (?:(?:of|for|and|de|van|von|bin|al|the|of the|for the) )?{word})*"
    ))
    .ok()
});

static BODIES: LazyLock<Words> = LazyLock::new(|| {
    Words::parse(
        "University College School Institute Academy Company Corporation Corp Corp. Inc Inc. Ltd Ltd. Limited Group Holdings Bank Ministry \
         Department Council Committee Commission Association Agency Bureau Office Authority Party Hospital Court Foundation Union \
         Federation Organisation Organization Society Trust Board Parliament Congress Senate Police Army Navy Force Times Post Daily \
         News Airlines Airways Club League Team FC United Museum Library Orchestra Centre Center Secretariat Alliance Forum Service",
    )
});

static PLACES: LazyLock<Words> = LazyLock::new(|| {
    Words::parse(
        "Street Road Avenue Park Airport River Island Islands Bay District County Province City Town Village Square Station Bridge \
         Mountain Mountains Lake Valley Sea Ocean Strait Peninsula Region State Coast Hill Hills Harbour Harbor Palace Tower House Hall Stadium Tunnel Estate Building",
    )
});

/// Endings of bodies and places that are family names as well: Margaret Court, Jerry Hall.
static FAMILY_NAMES: LazyLock<Words> = LazyLock::new(|| {
    Words::parse(
        "Court Hall Hill Hills Park Lake Bay House Bridge Bank Post Town Street Sea Force Tower Lane Group Valley Coast Station",
    )
});

static SAYING: LazyLock<Words> = LazyLock::new(|| {
    Words::parse("said says told added noted stressed explained announced warned")
});

/// Where a dispatch is from, in capitals, with the country, the day or the agency behind it before a dash:
/// `TEL AVIV, Israel (AP) —`, `SAI WAN, Oct. 16 —`.
static DATELINE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^(?P<place>\p{Lu}[\p{Lu}.'-]+(?: \p{Lu}[\p{Lu}.'-]+){0,3})(?:, \p{Lu}[\p{L}\p{N}., ]{2,24}(?: \([^()]{2,40}\))?| \([^()]{2,40}\)) ?(?:—|–|--?) ",
    )
    .ok()
});

/// The rule that finds the place of a dispatch.
pub(crate) const DATELINE_RULE: &str = "dateline";

/// A name in capitals as a text has it: Sai Wan for SAI WAN.
pub(crate) fn in_small_letters(name: &str) -> String {
    let mut goes_on = false;
    let small = |c: char| {
        let capital = !std::mem::replace(&mut goes_on, c.is_alphabetic());
        if capital { c } else { c.to_lowercase().next().unwrap_or(c) }
    };
    name.chars().map(small).collect()
}

/// A capitalised word and where it stands.
struct Word<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

/// Every run of capitalised words that is taken for a name.
pub(crate) fn find(line: &Line, found: &mut Vec<Candidate>) {
    let dateline = DATELINE.as_ref().and_then(|dateline| dateline.captures(&line.plain));
    if let Some(place) = dateline.and_then(|dateline| dateline.name("place")) {
        let range = line.index(place.start())..line.index(place.end());
        found.push(Candidate::new(range, Kind::Place, 82, DATELINE_RULE));
    }
    let Some(capitals) = CAPITALS.as_ref() else { return };
    for run in capitals.find_iter(&line.plain) {
        let start = line.index(run.start());
        if line.before(start).is_some_and(is_letter) {
            continue;
        }
        let mut from = start;
        let words: Vec<Word> = run
            .as_str()
            .split(' ')
            .map(|text| {
                let length = text.chars().count();
                let word = Word { start: from, end: from + length, text };
                from += length + 1;
                word
            })
            .collect();
        for words in words.split_inclusive(|word| ends_sentence(word.text)) {
            body_or_place(line, words, found);
            person(line, words, found);
        }
    }
}

/// Whether a word's full stop ends a sentence rather than cuts the word short: Weller. but not J., Dr. or Corp.
fn ends_sentence(word: &str) -> bool {
    let short = word.chars().count() < 5 || is(&BODIES, word) || is(&ENGLISH_TITLES, word);
    word.ends_with('.') && !short && !word.trim_end_matches('.').contains('.')
}

fn is(words: &Words, text: &str) -> bool {
    words.contains(&text.chars().collect::<Vec<char>>())
}

/// What is named by words that end in this one, where it is nobody's family name: Alice Memorial Hospital.
pub(crate) fn kind_by_ending(last: &str) -> Option<Kind> {
    if is(&FAMILY_NAMES, last) {
        return None;
    }
    let body = is(&BODIES, last).then_some(Kind::Organisation);
    body.or_else(|| is(&PLACES, last).then_some(Kind::Place))
}

fn small(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

/// Whether the word at an index is the first of a sentence or of a bracket.
fn starts_sentence(line: &Line, index: usize) -> bool {
    let before = line.folded.iter().take(index).rev().find(|c| **c != ' ');
    before.is_none_or(|c| !c.is_alphanumeric() && *c != ',')
}

/// The longest stretch that ends in, or goes on with "of" after, a word for a body or a place.
fn body_or_place(line: &Line, words: &[Word], found: &mut Vec<Candidate>) {
    let sentence = words.first().is_some_and(|word| starts_sentence(line, word.start));
    let article = sentence
        && words.first().is_some_and(|word| {
            matches!(word.text, "The" | "A" | "An" | "In" | "At" | "On" | "By" | "For" | "From")
        });
    let words = words.get(usize::from(article)..).unwrap_or_default();
    let Some(first) = words.first() else { return };
    let office = words.get(1).is_some_and(|word| word.text == "of");
    if is(&ENGLISH_TITLES, first.text) && !office {
        return;
    }
    for (kind, endings, score) in [(Kind::Organisation, &*BODIES, 70), (Kind::Place, &*PLACES, 68)]
    {
        let Some(at) = words.iter().rposition(|word| is(endings, word.text)) else { continue };
        let goes_on = words.get(at + 1).is_some_and(|word| matches!(word.text, "of" | "for"));
        let last = if goes_on { words.last() } else { words.get(at) };
        let Some(last) = last.filter(|last| last.start > first.start) else { continue };
        let end = last.end - usize::from(last.text.ends_with('.') && !is(endings, last.text));
        found.push(Candidate::new(first.start..end, kind, score, "English ending"));
    }
}

/// Words after a title, or that begin with a given name, or that say something.
fn person(line: &Line, words: &[Word], found: &mut Vec<Candidate>) {
    let from = words.iter().take_while(|word| is(&ENGLISH_TITLES, word.text)).count();
    let name: Vec<&Word> = words
        .iter()
        .skip(from)
        .take_while(|word| {
            !small(word.text) || matches!(word.text, "de" | "van" | "von" | "bin" | "al")
        })
        .collect();
    let (Some(first), Some(last)) = (name.first(), name.last()) else { return };
    let ends_otherwise = is(&BODIES, last.text) || is(&PLACES, last.text);
    let end = last.end - usize::from(last.text.ends_with('.'));
    let says = line
        .folded(end, end + 14)
        .trim_start_matches([' ', ','])
        .split(' ')
        .next()
        .is_some_and(|verb| is(&SAYING, verb));
    let given = is(&GIVEN_NAMES, first.text);
    let score = match (from > 0, given, name.len()) {
        _ if ends_otherwise => return,
        (true, _, 1..=4) => 80,
        (_, true, 2..=4) => 72,
        (_, _, 2..=3) if says => 64,
        _ => return,
    };
    found.push(Candidate::new(first.start..end, Kind::Person, score, "English name"));
}
