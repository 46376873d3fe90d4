//! What the tagger proposes: the names it has learnt to see, each as sure as its margin says.

use super::candidate::{Candidate, Subject};
use super::line::Line;
use super::rules::as_countries;
use super::tagger::{
    Tagger, is_chinese,
    tokens::{Token, tokens},
};
use super::words::BODY_ENDINGS;
use crate::model::Kind;

/// Rules that go by the form of a word alone: beside a tagger they count where it agrees.
const WEAK: [&str; 10] = [
    "organisation's ending",
    "state organ",
    "place's ending",
    "locality",
    "name after a title",
    "name before a title",
    "name before a verb of speech",
    "speaker in a headline",
    "English ending",
    "English name",
];

/// Adds the names that the tagger of the string's language finds, and takes away what it knows better.
pub(super) fn find(line: &Line, found: &mut Vec<Candidate>) {
    let tokens = tokens(&line.folded);
    let Some(tagger) = tagger(is_chinese(&tokens)) else { return };
    let mut names = names(tagger, line, &tokens);
    names.retain(|name| !overlong(line, found, name));
    // A library is a building as well: what it is called after decides.
    for name in names.iter_mut().filter(|name| name.kind == Kind::Place) {
        let body = |c: &Candidate| {
            c.rule == "organisation's ending" && (c.start, c.end) == (name.start, name.end)
        };
        if found.iter().any(body) {
            name.kind = Kind::Organisation;
        }
    }
    let agrees = |c: &Candidate| {
        names.iter().any(|n| (n.start, n.end, &n.kind) == (c.start, c.end, &c.kind))
    };
    let otherwise = |c: &Candidate| {
        names.iter().any(|n| (n.start, n.end) == (c.start, c.end) && n.kind != c.kind)
    };
    // 徐大堡 in 徐大堡核電站.
    let begins = |c: &Candidate| {
        c.rule != "locality" && names.iter().any(|n| n.start == c.start && n.end < c.end)
    };
    let countries: Vec<Candidate> =
        names.iter().filter_map(|name| as_countries(line, name)).collect();
    found.retain(|c| {
        let weak = WEAK.contains(&c.rule) && c.score < 76 && !agrees(c) && !begins(c);
        let listed = c.rule == "known name" && otherwise(c);
        !weak && !listed
    });
    // A rule that knows what is meant, as of 陳主席, knows more than that it is a name.
    let known = |name: &Candidate| {
        found.iter().any(|c| {
            (c.start, c.end, &c.kind) == (name.start, name.end, &name.kind)
                && c.subject != Subject::Named
        })
    };
    let new: Vec<Candidate> = names
        .into_iter()
        .filter(|name| as_countries(line, name).is_none() && !known(name))
        .collect();
    let pairs: Vec<Candidate> = countries
        .into_iter()
        .filter(|pair| !found.iter().any(|c| (c.start, c.end) == (pair.start, pair.end)))
        .collect();
    found.extend(new);
    found.extend(pairs);
}

/// Whether a name is a known body and words that belong to no name: 聯合國安理會常任理事國.
fn overlong(line: &Line, known: &[Candidate], name: &Candidate) -> bool {
    let body = BODY_ENDINGS.0.before(&line.folded, name.end).is_some()
        || BODY_ENDINGS.1.before(&line.folded, name.end).is_some();
    let within = |c: &Candidate| {
        c.rule == "known name" && c.kind == name.kind && c.start == name.start && c.end < name.end
    };
    name.kind == Kind::Organisation && !body && known.iter().any(within)
}

/// What the tagger finds, as candidates.
fn names(tagger: &Tagger, line: &Line, tokens: &[Token]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for name in tagger.names(&line.folded, tokens) {
        let kind = match name.kind {
            0 => Kind::Person,
            1 => Kind::Place,
            _ => Kind::Organisation,
        };
        let sure = u8::try_from((name.margin / 40).clamp(0, 20)).unwrap_or(0);
        found.push(Candidate::new(name.start..name.end, kind, 56 + sure, "learnt from texts"));
    }
    found
}

/// The tagger of a language; none where the program is a page, which shows what was found before.
#[cfg(target_arch = "wasm32")]
fn tagger(_chinese: bool) -> Option<&'static Tagger> {
    None
}

#[cfg(not(target_arch = "wasm32"))]
fn tagger(chinese: bool) -> Option<&'static Tagger> {
    if chinese { CHINESE.as_ref() } else { ENGLISH.as_ref() }
}

#[cfg(not(target_arch = "wasm32"))]
macro_rules! tagger {
    ($name:ident, $file:literal, $chinese:literal) => {
        static $name: std::sync::LazyLock<Option<Tagger>> = std::sync::LazyLock::new(|| {
            let words = include_bytes!(concat!("../../data/learnt/", $file, ".words.br"));
            let weights = include_bytes!(concat!("../../data/learnt/", $file, ".weights.br"));
            Tagger::read(words, weights, $chinese)
        });
    };
}

#[cfg(not(target_arch = "wasm32"))]
tagger!(CHINESE, "zh", true);
#[cfg(not(target_arch = "wasm32"))]
tagger!(ENGLISH, "en", false);
