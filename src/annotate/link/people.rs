//! Whom a family name, or the last part of a name, can mean.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Found;
use super::super::candidate::Subject;
use super::super::line::{Line, is_han};
use crate::model::{Article, Corpus, Kind};

/// The people of a corpus, by name: whom a family name or the last part of a name can mean.
pub(super) struct People {
    /// For each article and for the corpus, from a family name to the only full name that has it.
    by_surname: Vec<Unique>,
    everywhere: Unique,
    /// From the last part of a foreign name to the only full name that ends in it.
    by_last_part: Unique,
}

/// From a part of a name to the name; `None` where several have that part.
type Unique = BTreeMap<String, Option<String>>;

fn enter(names: &mut Unique, part: String, full: &str) {
    let entry = names.entry(part).or_insert_with(|| Some(full.to_owned()));
    if entry.as_deref() != Some(full) {
        *entry = None;
    }
}

impl People {
    pub(super) fn gather(corpus: &Corpus, standing: &[Found]) -> Self {
        let mut people =
            Self { by_surname: Vec::new(), everywhere: Unique::new(), by_last_part: Unique::new() };
        for (article, found) in corpus.articles.iter().zip(standing) {
            let mut here = Unique::new();
            for name in full_names(article, found) {
                for surname in surnames(&name) {
                    enter(&mut here, surname.clone(), &name);
                    enter(&mut people.everywhere, surname, &name);
                }
                if let Some((_, last)) = name.rsplit_once([' ', '·']) {
                    enter(&mut people.by_last_part, last.to_owned(), &name);
                }
            }
            people.by_surname.push(here);
        }
        people
    }

    /// The only person of this family name in the article, or, if there is none, in the corpus.
    pub(super) fn of_surname(&self, article: usize, surname: &str) -> Option<&str> {
        let here = self.by_surname.get(article).and_then(|names| names.get(surname));
        here.or_else(|| self.everywhere.get(surname))?.as_deref()
    }

    /// The only full name in the corpus whose last part this is: Jane Doe of Doe, 某某·某某 of 某某.
    pub(super) fn of_last_part(&self, name: &str) -> Option<&str> {
        self.by_last_part.get(name)?.as_deref()
    }
}

/// The folded names of people in an article, other than by family name and title.
fn full_names(article: &Article, found: &Found) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, candidates) in found {
        let mut people = candidates
            .iter()
            .filter(|c| c.kind == Kind::Person && !matches!(c.subject, Subject::Surname(_)))
            .peekable();
        if people.peek().is_some() {
            let line = Line::new(article.text_at(*at).unwrap_or_default());
            names.extend(people.map(|c| line.folded(c.start, c.end).to_owned()));
        }
    }
    names
}

/// The family names a Chinese name may begin with: one character or two, with one or two after them.
fn surnames(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().collect();
    let given = |length: &usize| matches!(chars.len().checked_sub(*length), Some(1 | 2));
    let han = chars.iter().all(|c| is_han(*c));
    [1, 2]
        .into_iter()
        .filter(|length| han && given(length))
        .map(|n| chars.iter().take(n).collect())
        .collect()
}
