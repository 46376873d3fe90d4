//! Names the world knows: countries, cities, organisations, events, each under all its names.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::candidate::{Candidate, Subject};
use super::line::{Line, fold, is_han};
use crate::model::Kind;

/// The rule that known names are found by.
pub(super) const KNOWN: &str = "known name";

/// One thing under all its names.
pub(crate) struct Group {
    pub(crate) kind: Kind,
    /// Its name in Traditional Chinese; may be empty.
    pub(crate) chinese: String,
    /// Its name in English; may be empty.
    pub(crate) english: String,
    /// Its item in Wikidata, as `Q148`, where a list of ours has one.
    pub(crate) item: Option<&'static str>,
    /// Whether it is a state or what is listed among them.
    pub(crate) state: bool,
}

/// Everything the lexicons name.
pub(crate) struct Gazetteer {
    pub(crate) groups: Vec<Group>,
    /// From a folded name to its group.
    by_name: BTreeMap<String, usize>,
    /// Finds names; pattern `n` means `meanings[n]`.
    automaton: Option<AhoCorasick>,
    meanings: Vec<usize>,
    /// The first characters of the states' Chinese names, folded.
    states: BTreeSet<char>,
}

/// Our own lists come first: where two things bear one name, the first one keeps it.
pub(crate) static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let lists = [
        (Kind::Event, include_str!("../../data/events.tsv")),
        (Kind::Organisation, include_str!("../../data/organisations.tsv")),
        (Kind::Place, include_str!("../../data/places.tsv")),
        (Kind::Place, include_str!("../../data/countries.tsv")),
        (Kind::Place, include_str!("../../data/cities.tsv")),
    ];
    let mut gazetteer = Gazetteer::build(&lists);
    // The lists of items stay apart: that of the cities is share-alike.
    gazetteer.number(include_str!("../../data/wikidata/countries.tsv"));
    for group in &mut gazetteer.groups {
        group.state = group.item.is_some();
    }
    let states = gazetteer.groups.iter().filter(|group| group.state);
    gazetteer.states = states.filter_map(|group| fold(&group.chinese).chars().next()).collect();
    gazetteer.number(include_str!("../../data/wikidata/cities.tsv"));
    gazetteer
});

/// The group that a line of a list belongs to: that of its Chinese name, or else that of its English one, if one Chinese
/// name of theirs is the other's or begins with it, or either has none. 宿州 and 蘇州 are two, though both are Suzhou.
fn same(
    groups: &[Group],
    by_name: &BTreeMap<String, usize>,
    chinese: &str,
    english: &str,
    names: &[String],
) -> Option<usize> {
    let of = |name: &str| by_name.get(name).copied();
    let by_english = || {
        let group = of(&fold(english))?;
        let other = groups.get(group).map(|group| fold(&group.chinese)).unwrap_or_default();
        let alike = |name: &String| name.starts_with(&other) || other.starts_with(name.as_str());
        let shared = |name: &&String| of(name.as_str()) == Some(group) || alike(name);
        let common = names.iter().filter(|name| name.starts_with(is_han)).any(|name| shared(&name));
        (chinese.is_empty() || common || other.is_empty()).then_some(group)
    };
    // 德州, as Texas is called too, and Dezhou share no word: they are two.
    let one = |group: &usize| {
        let Some(group) = groups.get(*group) else { return false };
        let other = fold(&group.english);
        let english = fold(english);
        let shares = english.split(' ').any(|word| other.split(' ').any(|other| other == word));
        fold(&group.chinese) == fold(chinese) || english.is_empty() || other.is_empty() || shares
    };
    of(&fold(chinese)).filter(one).or_else(by_english)
}

impl Gazetteer {
    /// Lists of lines with a Chinese name, an English name and other names with `;` between them.
    fn build(lists: &[(Kind, &str)]) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
        for (kind, list) in lists {
            for line in list.lines() {
                let mut columns = line.split('\t');
                let chinese = columns.next().unwrap_or_default();
                let english = columns.next().unwrap_or_default();
                let others = columns.next().unwrap_or_default().split(';');
                let names: Vec<String> = [chinese, english]
                    .into_iter()
                    .chain(others)
                    .filter(|name| !name.is_empty())
                    .map(fold)
                    .collect();
                let known = same(&groups, &by_name, chinese, english, &names);
                let group = known
                    .filter(|&g| groups.get(g).is_some_and(|g| g.kind == *kind))
                    .unwrap_or_else(|| {
                        let (chinese, english) = (chinese.to_owned(), english.to_owned());
                        let kind = kind.clone();
                        groups.push(Group { kind, chinese, english, item: None, state: false });
                        groups.len() - 1
                    });
                for name in names {
                    by_name.entry(name).or_insert(group);
                }
            }
        }
        let meanings = by_name.values().copied().collect();
        let automaton =
            AhoCorasick::builder().match_kind(MatchKind::Standard).build(by_name.keys()).ok();
        Self { groups, by_name, automaton, meanings, states: BTreeSet::new() }
    }

    /// Notes the items of Wikidata: lines of a place's first name in our lists and its item.
    fn number(&mut self, list: &'static str) {
        let first = self.groups.iter().enumerate().rev();
        let first: BTreeMap<String, usize> = first
            .filter(|(_, group)| group.kind == Kind::Place)
            .map(|(n, group)| (fold(&group.chinese), n))
            .collect();
        for (name, item) in list.lines().filter_map(|line| line.split_once('\t')) {
            let name = fold(name);
            let group = first.get(&name).or_else(|| self.by_name.get(&name));
            let group = group.and_then(|group| self.groups.get_mut(*group));
            if let Some(group) = group.filter(|group| group.kind == Kind::Place) {
                group.item.get_or_insert(item);
            }
        }
    }

    /// Whether the Chinese name of a state begins with this folded character.
    pub(crate) fn begins_state(&self, c: char) -> bool {
        self.states.contains(&c)
    }

    /// The group that bears a name.
    pub(crate) fn group(&self, name: &str) -> Option<usize> {
        self.by_name.get(&fold(name)).copied()
    }

    /// Every known name in a string, whether or not it lies inside another.
    pub(crate) fn find(&self, line: &Line) -> Vec<Candidate> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut found = Vec::new();
        for hit in automaton.find_overlapping_iter(&line.plain) {
            let (start, end) = (line.index(hit.start()), line.index(hit.end()));
            let Some(&group) = self.meanings.get(hit.pattern().as_usize()) else { continue };
            let Some(kind) = self.groups.get(group).map(|group| group.kind.clone()) else {
                continue;
            };
            if line.whole_words(start, end) && !misread(line, start, end) {
                let subject = Subject::Known(vec![group]);
                found.push(Candidate::new(start..end, kind, 80, KNOWN).of(subject));
            }
        }
        found
    }
}

/// A name whose ending begins the next word, as 市 in 市長, and two characters that happen to meet across two words, as 中大 in 其中大部分: told by what stands around.
fn misread(line: &Line, start: usize, end: usize) -> bool {
    // 台北市長 is the 市長 of 台北.
    let office = matches!(
        line.at(end.saturating_sub(1)),
        Some('市' | '县' | '省' | '州' | '区' | '镇' | '乡')
    );
    if office && line.at(end) == Some('长') {
        return true;
    }
    // 駐臺大使 is an ambassador.
    if line.at(end) == Some('使') && matches!(line.before(start), Some('驻' | '访')) {
        return true;
    }
    let around = (line.before(start), line.at(start), line.at(end));
    if end - start != 2 || !line.at(start).is_some_and(is_han) {
        return false;
    }
    matches!(
        around,
        (Some('其' | '当' | '之' | '集' | '从'), Some('中'), _)
            | (_, Some('中'), Some('小' | '型' | '量' | '部' | '多'))
            | (Some('不' | '以' | '之'), Some('上'), _)
    )
}
