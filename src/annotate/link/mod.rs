//! Which mentions speak of one and the same thing.

mod people;

use std::collections::BTreeMap;

use super::candidate::{Candidate, Subject};
use super::corrections::Corrections;
use super::gazetteer::GAZETTEER;
use super::held::Held;
use super::line::{Line, fold, is_han};
use people::People;

use crate::model::{Corpus, Entity, EntityId, Kind, Mention, Span};

/// What a mention is filed under before it has an id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// By the author, under this index.
    Declared(usize),
    /// A group of the gazetteer.
    Known(usize),
    /// A kind and a folded name.
    Named(Kind, String),
    /// A kind and a normalised value.
    Value(Kind, String),
}

/// What was gathered of one thing.
#[derive(Default)]
struct Gathered {
    kind: Option<Kind>,
    /// Every printed form without its brackets, and how often; those of pairs are not among them.
    forms: BTreeMap<String, usize>,
}

/// What was gathered, each with a number: a corpus has many more mentions than things that are mentioned.
type Files = BTreeMap<Key, (usize, Gathered)>;

/// The id and the kind of what was gathered, by its number.
type Ids = Vec<Option<(EntityId, Kind)>>;

/// Why a mention belongs to its entity, in a few words.
pub(super) type Why = &'static str;

/// Fills `mentions` and `entities` from the candidates that stand.
pub(super) fn link(corpus: &mut Corpus, standing: Vec<Held>, corrections: &Corrections) {
    let names = Names::gather(corpus, &standing);
    let mut files = Files::new();
    // How many things each mention is filed under, in the mentions' order, and their numbers.
    let (mut counts, mut numbers): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for (index, (article, found)) in corpus.articles.iter_mut().zip(standing).enumerate() {
        let mut mentions: Vec<(Mention, Vec<usize>)> = Vec::new();
        for (at, candidates) in found.strings() {
            let line = Line::new(article.text_at(at).unwrap_or_default());
            for candidate in candidates {
                let folded = bare(line.folded(candidate.start, candidate.end));
                let (keys, _) = names.keys(&candidate, folded, index, corrections);
                let printed = line.text(candidate.start, candidate.end);
                let under = file(&mut files, keys, &candidate, bare(&printed));
                let span = Span::new(candidate.start..candidate.end);
                let mention = Mention { at, span, kind: candidate.kind, entities: Vec::new() };
                mentions.push((mention, under));
            }
        }
        mentions.sort_by_key(|(mention, _)| (mention.at, mention.span));
        article.mentions = Vec::with_capacity(mentions.len());
        for (mention, under) in mentions {
            article.mentions.push(mention);
            counts.push(under.len());
            numbers.extend(under);
        }
    }
    for (index, declared) in corrections.entities.iter().enumerate() {
        if let Some(kind) = &declared.kind {
            drawer(&mut files, Key::Declared(index)).1.kind = Some(kind.clone());
        }
    }
    drop(names);
    let simplified = corpus.articles.iter().any(|article| article.language.contains("Hans"));
    let (ids, entities) = name_all(&files, corrections, simplified);
    let mentions = corpus.articles.iter_mut().flat_map(|article| &mut article.mentions);
    let mut numbers = &numbers[..];
    for (mention, count) in mentions.zip(counts) {
        let under = numbers.split_off(..count).unwrap_or_default();
        lead(mention, under, &ids);
    }
    corpus.entities = entities.into_values().collect();
}

/// Where a key's things are gathered.
fn drawer(files: &mut Files, key: Key) -> &mut (usize, Gathered) {
    let next = files.len();
    files.entry(key).or_insert_with(|| (next, Gathered::default()))
}

/// Files a candidate, printed like this, under its keys; their numbers.
fn file(files: &mut Files, keys: Vec<Key>, candidate: &Candidate, printed: &str) -> Vec<usize> {
    let only = keys.len() == 1;
    let file = |key: Key| {
        // 美 for 美國 is no name that a heading would print.
        let short = matches!(key, Key::Known(_)) && candidate.len() == 1;
        let (number, gathered) = drawer(files, key);
        gathered.kind.get_or_insert_with(|| candidate.kind.clone());
        if only && !short {
            *gathered.forms.entry(printed.to_owned()).or_default() += 1;
        }
        *number
    };
    keys.into_iter().map(file).collect()
}

/// Has a mention lead to the entities of these numbers.
fn lead(mention: &mut Mention, numbers: &[usize], ids: &Ids) {
    let known = numbers.iter().filter_map(|number| ids.get(*number)?.as_ref());
    let known: Vec<&(EntityId, Kind)> = known.collect();
    mention.entities = known.iter().map(|(id, _)| id.clone()).collect();
    mention.entities.dedup();
    if let [(_, kind)] = known[..] {
        mention.kind = kind.clone();
    }
}

/// For each candidate that stands, in order, why it belongs to its entity.
pub(super) fn reasons(corpus: &Corpus, standing: &[Held], corrections: &Corrections) -> Vec<Why> {
    let names = Names::gather(corpus, standing);
    let mut reasons = Vec::new();
    for (index, (article, found)) in corpus.articles.iter().zip(standing).enumerate() {
        for (at, candidates) in found.strings() {
            let line = Line::new(article.text_at(at).unwrap_or_default());
            reasons.extend(candidates.iter().map(|candidate| {
                let folded = bare(line.folded(candidate.start, candidate.end));
                names.keys(candidate, folded, index, corrections).1
            }));
        }
    }
    reasons
}

/// What is known of the names of a corpus: whom and what a part of one can mean.
struct Names {
    people: People,
    titles: BTreeMap<String, Option<String>>,
}

impl Names {
    fn gather(corpus: &Corpus, standing: &[Held]) -> Self {
        Self { people: People::gather(corpus, standing), titles: titles(corpus, standing) }
    }

    /// What a candidate is filed under, and why.
    fn keys(
        &self,
        candidate: &Candidate,
        folded: &str,
        article: usize,
        corrections: &Corrections,
    ) -> (Vec<Key>, Why) {
        if let Subject::Declared(owner) = candidate.subject {
            return (vec![Key::Declared(owner)], "the author says so");
        }
        if let Some(owner) = corrections.owner(folded) {
            return (vec![Key::Declared(owner)], "the author says so");
        }
        let (name, why) = match &candidate.subject {
            Subject::Known(groups) => {
                let why =
                    if groups.len() > 1 { "countries side by side" } else { "a name in our lists" };
                return (groups.iter().map(|group| Key::Known(*group)).collect(), why);
            }
            Subject::Value(value) => {
                return (vec![Key::Value(candidate.kind.clone(), value.clone())], "the same value");
            }
            Subject::Surname(length) => self.of_surname(folded, *length, article),
            _ if candidate.kind == Kind::Person => self.of_part(folded, article),
            _ if matches!(candidate.kind, Kind::Work | Kind::Event) => self.of_title(folded),
            _ => match GAZETTEER.group(folded) {
                Some(group)
                    if GAZETTEER.groups.get(group).is_some_and(|g| g.kind == candidate.kind) =>
                {
                    return (vec![Key::Known(group)], "a name in our lists");
                }
                _ => (folded.to_owned(), "the same name"),
            },
        };
        // 「阿山」 may be linked to a name that the author has claimed.
        let key = match corrections.owner(&name) {
            Some(owner) => Key::Declared(owner),
            None => Key::Named(candidate.kind.clone(), name),
        };
        (vec![key], why)
    }

    /// 陳主席: the only 陳 who is 主席.
    fn of_surname(&self, folded: &str, length: usize, article: usize) -> (String, Why) {
        let surname: String = folded.chars().take(length).collect();
        let title: String = folded.chars().skip(length).collect();
        match self.people.of_surname(article, &surname, &title) {
            Some(full) => (full.to_owned(), "the only one of this family name and title"),
            None => (folded.to_owned(), "nobody, or more than one, of this family name and title"),
        }
    }

    /// Doe: the only full name that this is a part of.
    fn of_part(&self, folded: &str, article: usize) -> (String, Why) {
        match self.people.of_part(article, folded) {
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

/// For works and events: from a title without the states in front to the full one, if there is only one.
fn titles(corpus: &Corpus, standing: &[Held]) -> BTreeMap<String, Option<String>> {
    let mut titles: BTreeMap<String, Option<String>> = BTreeMap::new();
    for (article, found) in corpus.articles.iter().zip(standing) {
        for (at, candidates) in found.strings() {
            let named: Vec<&Candidate> =
                candidates.iter().filter(|c| matches!(c.kind, Kind::Work | Kind::Event)).collect();
            if named.is_empty() {
                continue;
            }
            let line = Line::new(article.text_at(at).unwrap_or_default());
            for candidate in named {
                let name = normal_title(bare(line.folded(candidate.start, candidate.end)));
                let states = leading_states(&name);
                if states == 0 {
                    continue;
                }
                let core: String = name.chars().skip(states).collect();
                let full = titles.entry(core).or_insert_with(|| Some(name.clone()));
                if full.as_ref().is_some_and(|full| *full != name) {
                    *full = None;
                }
            }
        }
    }
    titles
}

/// A folded title with the two states it begins with in one order, since 中俄 and 俄中 name one event.
fn normal_title(folded: &str) -> String {
    let mut chars: Vec<char> = folded.chars().collect();
    let pair: String = chars.iter().take(2).collect();
    if leading_states(folded) == 2 && GAZETTEER.group(&pair).is_none() {
        chars.get_mut(..2).into_iter().for_each(<[char]>::sort_unstable);
    }
    chars.into_iter().collect()
}

/// How many code points of a folded title are names of states, with 和 between them.
pub(super) fn leading_states(title: &str) -> usize {
    super::rules::leading_states(&Line::new(title))
}

/// A name without the brackets or quotation marks around it.
pub(super) fn bare(name: &str) -> &str {
    const PAIRS: [(char, char); 6] =
        [('《', '》'), ('〈', '〉'), ('「', '」'), ('『', '』'), ('“', '”'), ('"', '"')];
    PAIRS
        .into_iter()
        .find_map(|(open, close)| name.strip_prefix(open)?.strip_suffix(close))
        .filter(|inside| !inside.is_empty())
        .unwrap_or(name)
}

/// Gives every gathered thing its entity and id.
fn name_all(
    files: &Files,
    corrections: &Corrections,
    simplified: bool,
) -> (Ids, BTreeMap<EntityId, Entity>) {
    let mut ids: Ids = vec![None; files.len()];
    let mut entities: BTreeMap<EntityId, Entity> = BTreeMap::new();
    for (key, (number, gathered)) in files {
        let Some(kind) = gathered.kind.clone() else { continue };
        let mut name = principal(key, gathered, corrections, simplified);
        let value = match key {
            Key::Value(_, value) => Some(value.clone()),
            Key::Known(group) => {
                GAZETTEER.groups.get(*group).and_then(|group| group.item).map(str::to_owned)
            }
            _ => None,
        };
        let mut id = Entity::id_for(&kind, &name);
        // 今日 of two days cannot both go by that name.
        let other = entities.get(&id).filter(|other| other.value != value);
        if let (Some(_), Some(value)) = (other, &value) {
            name.clone_from(value);
            id = Entity::id_for(&kind, &name);
        }
        if let Some(own) = ids.get_mut(*number) {
            *own = Some((id.clone(), kind.clone()));
        }
        let entity = entities.entry(id.clone()).or_insert_with(|| Entity {
            id,
            kind,
            name,
            aliases: Vec::new(),
            value,
        });
        entity.aliases.extend(gathered.forms.keys().cloned());
        if let Key::Declared(index) = key {
            entity.aliases.extend(
                corrections.entities.get(*index).into_iter().flat_map(|d| d.aliases.clone()),
            );
        }
        entity.aliases.retain(|alias| *alias != entity.name);
        entity.aliases.sort_unstable();
        entity.aliases.dedup();
    }
    (ids, entities)
}

/// The name a heading would print.
fn principal(
    key: &Key,
    gathered: &Gathered,
    corrections: &Corrections,
    simplified: bool,
) -> String {
    let commonest = |test: &dyn Fn(&str) -> bool| {
        let forms = gathered.forms.iter().filter(|(form, _)| test(form));
        forms.max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0))).map(|(form, _)| form.clone())
    };
    let name = match key {
        Key::Declared(index) => {
            corrections.entities.get(*index).map(|declared| declared.name.clone())
        }
        Key::Known(group) => known_name(*group, gathered, simplified),
        Key::Named(_, name) => commonest(&|form| fold(form) == *name)
            .or_else(|| commonest(&|form| normal_title(&fold(form)) == *name)),
        // A date whose year is known is the same in every language.
        Key::Value(Kind::Date, value) if value.starts_with(|c: char| c.is_ascii_digit()) => {
            Some(value.clone())
        }
        Key::Value(..) => commonest(&|_| true),
    };
    name.or_else(|| commonest(&|_| true)).unwrap_or_default()
}

/// The gazetteer's name in the corpus's language, as the corpus spells it.
fn known_name(group: usize, gathered: &Gathered, simplified: bool) -> Option<String> {
    let group = GAZETTEER.groups.get(group)?;
    let chinese =
        gathered.forms.is_empty() || gathered.forms.keys().any(|form| form.chars().any(is_han));
    let name = if chinese { &group.chinese } else { &group.english };
    let printed = gathered.forms.keys().find(|form| fold(form) == fold(name));
    let name = match printed {
        Some(printed) => printed.clone(),
        None if chinese && simplified => fold(name),
        None => name.clone(),
    };
    (!name.is_empty()).then_some(name)
}
