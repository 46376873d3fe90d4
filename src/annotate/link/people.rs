//! Whom a family name, or the last part of a name, can mean.

use std::collections::{BTreeMap, BTreeSet};

use super::super::candidate::Subject;
use super::super::held::Held;
use super::super::line::{Line, is_han};
use super::super::words::{ENGLISH_TITLES, GIVEN_NAMES, SURNAMES, TITLES};
use super::names::around;
use crate::model::{Article, Corpus, Kind};

/// The people of a corpus, by the parts of their names: whom a part can mean.
pub(super) struct People {
    everywhere: Bearers,
}

/// Who bears a part of a name, in one article or in all.
#[derive(Default)]
pub(super) struct Bearers {
    /// From a Chinese family name to the full names that begin with it.
    by_surname: BTreeMap<String, BTreeSet<String>>,
    /// From a Chinese given name of two characters to the full names that end in it.
    by_given: BTreeMap<String, BTreeSet<String>>,
    /// From the last part of a foreign name to the full names that end in it.
    by_last_part: BTreeMap<String, BTreeSet<String>>,
    /// From the first part of a name in Latin letters to the full names that begin with it.
    by_first_part: BTreeMap<String, BTreeSet<String>>,
    /// From a full name to the titles that stand beside it.
    titles: BTreeMap<String, BTreeSet<String>>,
    /// From a single word to whether it goes by Mr or the like, and by Mrs or the like.
    addressed: BTreeMap<String, [bool; 2]>,
}

/// Ways to address anybody, which tell nobody from anybody.
const ADDRESSES: [&str; 8] = ["先生", "女士", "小姐", "太太", "夫人", "同志", "同学", "老师"];

/// Titles cut short, and what they are in full; folded.
const FULL: [(&str, &str); 6] = [
    ("外长", "外交部长"),
    ("防长", "国防部长"),
    ("财长", "财政部长"),
    ("特首", "行政长官"),
    ("外相", "外务大臣"),
    ("立委", "立法委员"),
];

/// Titles that nobody gives to a deputy out of courtesy, as 主席 is given to a 副主席; folded.
const NO_DEPUTYS: [&str; 3] = ["总统", "总理", "首相"];

impl Bearers {
    /// The people of one article.
    pub(super) fn of(article: &Article, found: &Held) -> Self {
        let (names, addressed) = full_names(article, found);
        let mut here = Self { addressed, ..Self::default() };
        for (name, titles) in names {
            here.add(&name, &titles);
        }
        here
    }

    fn add(&mut self, name: &str, titles: &BTreeSet<String>) {
        for surname in surnames(name) {
            self.by_surname.entry(surname).or_default().insert(name.to_owned());
        }
        if let Some(given) = given_name(name) {
            self.by_given.entry(given).or_default().insert(name.to_owned());
        }
        if let Some((_, last)) = name.rsplit_once([' ', '·']) {
            self.by_last_part.entry(last.to_owned()).or_default().insert(name.to_owned());
        }
        if let Some((first, _)) = name.split_once(' ') {
            self.by_first_part.entry(first.to_owned()).or_default().insert(name.to_owned());
        }
        self.titles.entry(name.to_owned()).or_default().extend(titles.iter().cloned());
    }

    /// The only bearer of a family name who bears this title as well.
    fn titled(&self, surname: &str, title: &str) -> Option<&str> {
        let bears = |name: &&String| {
            self.titles.get(*name).is_some_and(|titles| titles.iter().any(|t| same_title(t, title)))
        };
        only(self.by_surname.get(surname)?.iter().filter(bears))
    }

    /// The only bearer of a family name, if nothing is known that speaks against this title.
    fn untitled(&self, surname: &str, title: &str) -> Option<&str> {
        let name = only(self.by_surname.get(surname)?.iter())?;
        let titles = self.titles.get(name);
        let plain = ADDRESSES.contains(&title) || titles.is_none_or(BTreeSet::is_empty);
        plain.then_some(name)
    }
}

/// The one thing there is, if there is no other.
fn only<'a>(mut names: impl Iterator<Item = &'a String>) -> Option<&'a str> {
    let name = names.next()?;
    names.next().is_none().then_some(name)
}

/// Whether two titles can be one person's: 主席 and 國家主席, 外長 and 部長.
fn same_title(one: &str, other: &str) -> bool {
    let full = |title: &str| {
        FULL.iter()
            .find(|(short, _)| *short == title)
            .map_or_else(|| title.to_owned(), |(_, full)| (*full).to_owned())
    };
    let (one, other) = (full(one), full(other));
    let ends = |long: &str, short: &str| {
        let deputy = |before: &str| before.ends_with('副') && NO_DEPUTYS.contains(&short);
        long.strip_suffix(short).is_some_and(|before| !deputy(before))
    };
    ends(&one, &other) || ends(&other, &one)
}

impl People {
    pub(super) fn gather(corpus: &Corpus, standing: &[Held]) -> Self {
        let mut everywhere = Bearers::default();
        for (article, found) in corpus.articles.iter().zip(standing) {
            for (name, titles) in full_names(article, found).0 {
                everywhere.add(&name, &titles);
            }
        }
        Self { everywhere }
    }

    /// The only person of this family name and title: `here`, in the article, or, where it has nobody of that name, in the corpus.
    pub(super) fn of_surname<'a>(
        &'a self,
        here: &'a Bearers,
        surname: &str,
        title: &str,
    ) -> Option<&'a str> {
        if here.by_surname.contains_key(surname) {
            // 蔡總統 beside 蔡某 and 蔡英文, whom other articles call the president.
            let elsewhere = || self.everywhere.titled(surname, title);
            let known = here.titled(surname, title).or_else(|| here.untitled(surname, title));
            return known.or_else(|| elsewhere().filter(|name| here.titles.contains_key(*name)));
        }
        self.everywhere.titled(surname, title)
    }

    /// The only full name that a single word is the last part of: Jane Doe of Doe, 某某·某某 of 某某, 登輝 of 李登輝; or the first, where
    /// family names come first: Xi Jinping of Xi. A word in Latin letters means somebody of its own article.
    pub(super) fn of_part<'a>(&'a self, here: &'a Bearers, name: &str) -> Option<&'a str> {
        let han = name.chars().all(is_han);
        let bearers = if han { &self.everywhere } else { here };
        // Mr and Mrs Doe are two, and one of them at least is not Jane.
        if here.addressed.get(name) == Some(&[true, true]) {
            return None;
        }
        if let Some(names) = bearers.by_last_part.get(name) {
            return only(names.iter()).filter(|full| here.addressed_alike(name, full));
        }
        // 登輝, which begins with no family name: whoever is the only one to be called so.
        let familiar = name.chars().count() == 2 && !name.starts_with(is_surname);
        if han && familiar {
            let bearers = if here.by_given.contains_key(name) { here } else { &self.everywhere };
            return only(bearers.by_given.get(name)?.iter());
        }
        let given = GIVEN_NAMES.contains(&name.chars().collect::<Vec<char>>());
        let names = bearers.by_first_part.get(name).filter(|_| !given && !han)?;
        only(names.iter())
    }
}

impl Bearers {
    /// Whether nothing says that a full name is a man's and the single word a woman's, or the other way round.
    fn addressed_alike(&self, word: &str, full: &str) -> bool {
        let [man, woman] = self.addressed.get(word).copied().unwrap_or_default();
        let titles = self.titles.get(full);
        let has = |mark: &str| titles.is_some_and(|titles| titles.contains(mark));
        !(man && has("Mrs") || woman && has("Mr"))
    }
}

/// What a title before a name in English says of who bears it: Mr and Mrs, else the title itself.
fn english_title(line: &Line, start: usize) -> Option<&'static str> {
    let before = line.folded(start.saturating_sub(16), start);
    let word = before.trim_end().rsplit(' ').next()?.trim_end_matches('.');
    Some(match word {
        "Mr" | "Sir" | "Lord" | "King" | "Prince" | "Father" | "Brother" => "Mr",
        "Mrs" | "Ms" | "Miss" | "Lady" | "Dame" | "Queen" | "Princess" | "Sister" => "Mrs",
        _ => ENGLISH_TITLES.contains(&word.chars().collect::<Vec<char>>()).then_some("title")?,
    })
}

/// The folded names of people in an article, other than by family name and title, with the titles beside them; and how single
/// words are addressed.
fn full_names(
    article: &Article,
    found: &Held,
) -> (BTreeMap<String, BTreeSet<String>>, BTreeMap<String, [bool; 2]>) {
    let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut addressed: BTreeMap<String, [bool; 2]> = BTreeMap::new();
    for (at, candidates) in found.strings() {
        let mut people = candidates
            .iter()
            .filter(|c| c.kind == Kind::Person && !matches!(c.subject, Subject::Surname(_)))
            .peekable();
        if people.peek().is_none() {
            continue;
        }
        let line = Line::new(article.text_at(at).unwrap_or_default());
        for c in people {
            let printed = line.folded(c.start, c.end);
            let name = match c.subject {
                Subject::Around(surname, given) => around(printed, surname, given),
                _ => printed.to_owned(),
            };
            let english = english_title(&line, c.start);
            if !name.contains([' ', '·'])
                && let Some(title) = english
            {
                let sexes = addressed.entry(name.clone()).or_default();
                sexes[0] |= title == "Mr";
                sexes[1] |= title == "Mrs";
            }
            let titles = names.entry(name).or_default();
            titles.extend(english.map(str::to_owned));
            if let Subject::Around(surname, given) = c.subject {
                titles.insert(line.folded(c.start + surname, c.end - given).to_owned());
            }
            let gap = usize::from(line.before(c.start) == Some(' '));
            if let Some(length) = TITLES.before(&line.folded, c.start - gap) {
                titles.insert(line.folded(c.start - gap - length, c.start - gap).to_owned());
            }
            if let Some(length) = TITLES.at(&line.folded, c.end) {
                titles.insert(line.folded(c.end, c.end + length).to_owned());
            }
        }
    }
    (names, addressed)
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

/// The given name of a Chinese name of three characters that begins with a family name of one.
fn given_name(name: &str) -> Option<String> {
    let mut chars = name.chars();
    let surname = chars.next().filter(|c| is_surname(*c))?;
    let given: String = chars.by_ref().take(2).collect();
    let han = is_han(surname) && given.chars().count() == 2 && given.chars().all(is_han);
    (han && chars.next().is_none()).then_some(given)
}

/// Whether a folded character is a family name.
fn is_surname(c: char) -> bool {
    SURNAMES.has(c)
}
