//! What a mention is filed under, and why.

use super::super::candidate::{Candidate, Subject};
use super::super::corrections::Corrections;
use super::super::gazetteer::GAZETTEER;
use super::super::held::Held;
use super::people::{Bearers, People};
use super::spellings::Spellings;
use super::states::States;
use super::titles::{self, Titles, normal_title};
use super::{Key, Why};
use crate::model::{Article, Corpus, Kind};

/// What is known of the names of a corpus: whom and what a part of one can mean, and what is another spelling.
pub(super) struct Names {
    people: People,
    titles: Titles,
    spellings: Spellings,
}

/// What is known of the names of one article. Made when the article's turn comes: that of all would be larger than they are.
pub(super) struct Here {
    people: Bearers,
    states: States,
}

impl Here {
    pub(super) fn of(article: &Article, found: &Held) -> Self {
        Self { people: Bearers::of(article, found), states: States::of(article, found) }
    }
}

impl Names {
    pub(super) fn gather(corpus: &Corpus, standing: &[Held]) -> Self {
        Self {
            people: People::gather(corpus, standing),
            titles: titles::gather(corpus, standing),
            spellings: Spellings::gather(corpus, standing),
        }
    }

    /// What a candidate is filed under, and why.
    pub(super) fn keys(
        &self,
        candidate: &Candidate,
        folded: &str,
        here: &Here,
        corrections: &Corrections,
    ) -> (Vec<Key>, Why) {
        let declared = match candidate.subject {
            Subject::Declared(owner) => Some(owner),
            _ => corrections.owner(folded),
        };
        if let Some(owner) = declared {
            return (vec![Key::Declared(owner)], "the author says so");
        }
        match &candidate.subject {
            Subject::Known(groups) => {
                let why =
                    if groups.len() > 1 { "countries side by side" } else { "a name in our lists" };
                (groups.iter().map(|group| Key::Known(*group)).collect(), why)
            }
            Subject::Value(value) => {
                (vec![Key::Value(candidate.kind.clone(), value.clone())], "the same value")
            }
            _ => {
                let (key, why) = self.of_name(candidate, folded, here);
                // 「阿山」 may be linked to a name that the author has claimed.
                let owner = match &key {
                    Key::Named(_, name) => corrections.owner(name),
                    _ => None,
                };
                (vec![owner.map_or(key, Key::Declared)], why)
            }
        }
    }

    /// What a name of nothing that is known beforehand is filed under.
    fn of_name(&self, candidate: &Candidate, folded: &str, here: &Here) -> (Key, Why) {
        let kind = &candidate.kind;
        let named = |(name, why)| (Key::Named(kind.clone(), name), why);
        match candidate.subject {
            Subject::Surname(length) => return named(self.of_surname(folded, length, here)),
            Subject::Around(surname, given) => {
                return named((around(folded, surname, given), "the same name around a title"));
            }
            _ => {}
        }
        let spelling = self.spellings.of(kind, folded);
        let (folded, other) = spelling.map_or((folded, None), |(name, why)| (name, Some(why)));
        let listed = GAZETTEER.group(folded).filter(|group| {
            let group = GAZETTEER.groups.get(*group);
            !matches!(kind, Kind::Person | Kind::Work | Kind::Event)
                && group.is_some_and(|group| group.kind == *kind)
        });
        let (key, why) = if let Some(group) = listed {
            (Key::Known(group), "a name in our lists")
        } else if let Some(state) = here.states.meant(kind, folded) {
            (Key::Known(state), "the only state of the article that begins so")
        } else {
            named(match kind {
                Kind::Person => self.of_part(folded, here),
                Kind::Work | Kind::Event => self.of_title(folded),
                _ => (folded.to_owned(), "the same name"),
            })
        };
        (key, other.unwrap_or(why))
    }

    /// 陳主席: the only 陳 who is 主席.
    fn of_surname(&self, folded: &str, length: usize, here: &Here) -> (String, Why) {
        let surname: String = folded.chars().take(length).collect();
        let title: String = folded.chars().skip(length).collect();
        match self.people.of_surname(&here.people, &surname, &title) {
            Some(full) => (full.to_owned(), "the only one of this family name and title"),
            None => (folded.to_owned(), "nobody, or more than one, of this family name and title"),
        }
    }

    /// Doe: the only full name that this is a part of.
    fn of_part(&self, folded: &str, here: &Here) -> (String, Why) {
        match self.people.of_part(&here.people, folded) {
            Some(full) => (full.to_owned(), "the only full name that this is a part of"),
            None => (folded.to_owned(), "the same name"),
        }
    }

    /// 海洋保育公約: 中法海洋保育公約, if there is no other.
    fn of_title(&self, folded: &str) -> (String, Why) {
        let title = normal_title(folded);
        match self.titles.get(&title).and_then(Option::as_ref) {
            Some(full) => (full.clone(), "the only title that is this behind names of states"),
            None => (title, "the same name"),
        }
    }
}

/// A name without the title that stands in it.
pub(super) fn around(name: &str, surname: usize, given: usize) -> String {
    let length = name.chars().count();
    let within = |index: usize| index < surname || index + given >= length;
    name.chars().enumerate().filter(|(index, _)| within(*index)).map(|(_, c)| c).collect()
}
