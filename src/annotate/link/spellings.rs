//! Other spellings of one name: in its own letters, in brackets behind the Chinese one; in capitals, as headlines have it.

use std::collections::BTreeMap;

use super::super::candidate::{Candidate, Subject};
use super::super::held::Held;
use super::super::line::{Line, is_han};
use super::super::words::ENGLISH_TITLES;
use super::Why;
use crate::model::{Corpus, Kind};

/// Shorter words in capitals are cut short, and may be anything's.
const SHORTEST: usize = 4;

/// From a kind and a spelling to the name that it is a spelling of, if there is only one.
type Spelt = BTreeMap<(Kind, String), Option<String>>;

/// The spellings of a corpus.
#[derive(Default)]
pub(super) struct Spellings {
    /// From Bill Clinton to 柯林頓.
    in_brackets: Spelt,
    /// From SHULTZ to Shultz.
    in_capitals: Spelt,
}

impl Spellings {
    pub(super) fn gather(corpus: &Corpus, standing: &[Held]) -> Self {
        let mut spellings = Self::default();
        for (article, found) in corpus.articles.iter().zip(standing) {
            for (at, candidates) in found.strings() {
                let named: Vec<&Candidate> =
                    candidates.iter().filter(|c| c.subject == Subject::Named).collect();
                if named.is_empty() {
                    continue;
                }
                let line = Line::new(article.text_at(at).unwrap_or_default());
                spellings.add(&line, &named);
            }
        }
        spellings
    }

    /// Notes the names of one string.
    fn add(&mut self, line: &Line, named: &[&Candidate]) {
        for name in named {
            let text = line.folded(name.start, name.end);
            if text.starts_with(char::is_uppercase) && text.contains(char::is_lowercase) {
                note(&mut self.in_capitals, &name.kind, text.to_uppercase(), text);
            }
        }
        for pair in named.windows(2) {
            let [before, inside] = pair else { continue };
            let brackets = line.at(before.end) == Some('(')
                && only_titles(line.folded(before.end + 1, inside.start))
                && line.at(inside.end) == Some(')');
            let scripts = line.at(before.start).is_some_and(is_han)
                && !line.at(inside.start).is_some_and(is_han);
            if brackets && scripts && before.kind == inside.kind {
                let own = line.folded(inside.start, inside.end).to_owned();
                let name = line.folded(before.start, before.end);
                note(&mut self.in_brackets, &before.kind, own, name);
            }
        }
    }

    /// The name that this is a spelling of, and how.
    pub(super) fn of(&self, kind: &Kind, folded: &str) -> Option<(&str, Why)> {
        let key = (kind.clone(), folded.to_owned());
        if let Some(name) = self.in_brackets.get(&key).and_then(Option::as_deref) {
            return Some((name, "the name in front of the brackets it stands in"));
        }
        let letters = folded.chars().filter(|c| c.is_uppercase()).count();
        if letters < SHORTEST || folded.contains(char::is_lowercase) {
            return None;
        }
        let name = self.in_capitals.get(&key)?.as_deref()?;
        Some((name, "the same name in capitals"))
    }
}

/// Whether nothing or a title stands between a bracket and a name: (Mr. John Doe).
fn only_titles(text: &str) -> bool {
    let title = |word: &str| ENGLISH_TITLES.contains(&word.chars().collect::<Vec<char>>());
    text.split_terminator(' ').all(title)
}

fn note(spelt: &mut Spelt, kind: &Kind, spelling: String, name: &str) {
    let own = spelt.entry((kind.clone(), spelling)).or_insert_with(|| Some(name.to_owned()));
    if own.as_ref().is_some_and(|own| own != name) {
        *own = None;
    }
}
