//! What an author looks through: the entities, and where the recogniser may be wrong, worst first.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::Reason;
use super::candidate::CONFIDENT;
use super::line::fold;
use crate::model::{Corpus, Entity, EntityId, Kind};

/// An entity as an author reviews it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// Its id in the corpus.
    pub id: EntityId,
    /// What sort of thing it is taken for.
    pub kind: Kind,
    /// Its principal name.
    pub name: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// How many mentions it has.
    pub mentions: usize,
    /// In how many articles.
    pub articles: usize,
    /// What speaks against it, each as a short sentence without a full stop.
    pub doubts: Vec<String>,
}

/// People, places, organisations, works and events of an annotated corpus, sorted so that the first minutes of reading mend the
/// most: by mentions that are in doubt, then by mentions. Dates and quantities are left out: they are what they say.
/// `reasons` are what [`explain`](super::explain) says of the corpus.
///
/// ```
/// use newsprint::annotate::{Corrections, explain, review};
/// use newsprint::model::{Article, Corpus};
///
/// let article = Article { headline: Some("教育部長陳文山出席《海的信》首映".into()), ..Article::default() };
/// let mut corpus = Corpus { articles: vec![article], ..Corpus::default() };
/// let (reasons, _) = explain(&mut corpus, &Corrections::default(), |_| {});
/// assert_eq!(review(&corpus, &reasons).len(), 3);
/// ```
#[must_use]
pub fn review(corpus: &Corpus, reasons: &[Reason]) -> Vec<Reviewed> {
    let mentions = Mentions::gather(corpus, reasons);
    let kinds = kinds_of_names(&corpus.entities);
    let families = longer_names(&corpus.entities);
    let timeless = |entity: &&Entity| !matches!(entity.kind, Kind::Date | Kind::Quantity);
    let mut reviewed: Vec<Reviewed> = corpus
        .entities
        .iter()
        .filter(timeless)
        .map(|entity| {
            let mut doubts = Vec::new();
            let count = mentions.0.get(&entity.id).cloned().unwrap_or_default();
            // What the author said is not in doubt.
            if !count.settled {
                doubts.extend(unsure(&count));
                doubts.extend(two_kinds(entity, &kinds));
                doubts.extend(perhaps_the_same(entity, &families));
            }
            Reviewed {
                id: entity.id.clone(),
                kind: entity.kind.clone(),
                name: entity.name.clone(),
                aliases: entity.aliases.clone(),
                mentions: count.all,
                articles: count.articles.len(),
                doubts,
            }
        })
        .collect();
    reviewed.sort_by(|a, b| {
        let gain = |r: &Reviewed| (r.mentions * r.doubts.len(), r.mentions);
        gain(b).cmp(&gain(a)).then_with(|| a.id.cmp(&b.id))
    });
    reviewed
}

/// An `entities.toml` that says of a corpus what the recogniser says, to be corrected: doubts stand as remarks.
#[must_use]
pub fn proposal(reviewed: &[Reviewed]) -> String {
    let mut toml = String::from(
        "# What stands here wins over the recogniser. Delete what is right without your help; move names of nothing into `not`.\n\
         not = []\n",
    );
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for one in reviewed {
        // A name can be said to be one thing only: the first, and so the one most spoken of, has it.
        if !taken.insert(fold(&one.name)) {
            continue;
        }
        let aliases: Vec<String> = one
            .aliases
            .iter()
            .filter(|alias| taken.insert(fold(alias)))
            .map(|alias| quoted(alias))
            .collect();
        let _ = write!(
            toml,
            "\n# {} in {}",
            counted(one.mentions, "mention"),
            counted(one.articles, "article")
        );
        for doubt in &one.doubts {
            let _ = write!(toml, "\n# ? {doubt}");
        }
        let _ = write!(
            toml,
            "\n[[entity]]\nname = {}\nkind = {}\n",
            quoted(&one.name),
            quoted(one.kind.as_str())
        );
        if !aliases.is_empty() {
            let _ = writeln!(toml, "aliases = [{}]", aliases.join(", "));
        }
    }
    toml
}

/// A name as TOML writes it.
fn quoted(name: &str) -> String {
    let mut quoted = String::from('"');
    for c in name.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// What the mentions of one entity amount to.
#[derive(Clone, Default)]
struct Count {
    all: usize,
    /// Those of which the rule is not sure.
    unsure: usize,
    articles: BTreeSet<usize>,
    settled: bool,
}

struct Mentions(BTreeMap<EntityId, Count>);

impl Mentions {
    fn gather(corpus: &Corpus, reasons: &[Reason]) -> Self {
        let score: BTreeMap<_, u8> =
            reasons.iter().map(|r| ((r.article, r.at, r.span), r.score)).collect();
        let mut counts: BTreeMap<EntityId, Count> = BTreeMap::new();
        for (index, article) in corpus.articles.iter().enumerate() {
            for mention in &article.mentions {
                let score = score.get(&(index, mention.at, mention.span)).copied().unwrap_or(0);
                for id in &mention.entities {
                    let count = counts.entry(id.clone()).or_default();
                    count.all += 1;
                    count.unsure += usize::from(score < CONFIDENT + 10);
                    count.settled |= score == u8::MAX;
                    count.articles.insert(index);
                }
            }
        }
        Self(counts)
    }
}

fn unsure(count: &Count) -> Option<String> {
    (count.unsure * 2 > count.all).then(|| {
        if count.all == 1 {
            "found once, and not surely".to_owned()
        } else {
            "most mentions are not sure".to_owned()
        }
    })
}

/// The kinds of the entities under each folded name.
fn kinds_of_names(entities: &[Entity]) -> BTreeMap<String, BTreeSet<Kind>> {
    let mut kinds: BTreeMap<String, BTreeSet<Kind>> = BTreeMap::new();
    for entity in entities {
        for name in std::iter::once(&entity.name).chain(&entity.aliases) {
            kinds.entry(fold(name)).or_default().insert(entity.kind.clone());
        }
    }
    kinds
}

fn two_kinds(entity: &Entity, kinds: &BTreeMap<String, BTreeSet<Kind>>) -> Option<String> {
    let others: Vec<&str> = kinds
        .get(&fold(&entity.name))?
        .iter()
        .filter(|kind| **kind != entity.kind)
        .map(Kind::as_str)
        .collect();
    (!others.is_empty())
        .then(|| format!("the same name is also taken for {}", others.join(" and ")))
}

/// From the first two characters, or the last word, of each person's name to the names that have them.
fn longer_names(entities: &[Entity]) -> BTreeMap<String, Vec<String>> {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entity in entities.iter().filter(|entity| entity.kind == Kind::Person) {
        if let Some(last) =
            entity.name.rsplit([' ', '·']).next().filter(|last| *last != entity.name)
        {
            names.entry(fold(last)).or_default().push(entity.name.clone());
        }
        let folded = fold(&entity.name);
        if folded.chars().count() == 3 {
            let shorter = [folded.chars().take(2).collect(), folded.chars().skip(1).collect()];
            for part in shorter {
                let part: String = part;
                names.entry(part).or_default().push(entity.name.clone());
            }
        }
    }
    names
}

fn perhaps_the_same(entity: &Entity, longer: &BTreeMap<String, Vec<String>>) -> Option<String> {
    let names = longer.get(&fold(&entity.name)).filter(|_| entity.kind == Kind::Person)?;
    Some(format!("perhaps the same as {}", names.join(" or ")))
}
