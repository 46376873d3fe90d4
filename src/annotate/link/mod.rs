//! Which mentions speak of one and the same thing.

mod entities;
mod files;
mod names;
mod people;
mod spellings;
mod states;
mod titles;

use super::candidate::Candidate;
use super::corrections::Corrections;
use super::held::Held;
use super::line::Line;
use entities::{Ids, name_all};
use files::Files;
use names::{Here, Names};

use crate::model::{At, Corpus, EntityId, Kind, Mention, Span, small};

pub(super) use titles::leading_states;

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

/// Why a mention belongs to its entity, in a few words.
pub(super) type Why = &'static str;

/// Fills `mentions` and `entities` from the candidates that stand. Tells `why` of each, by its article's index and its string.
pub(super) fn link(
    corpus: &mut Corpus,
    standing: Vec<Held>,
    corrections: &Corrections,
    mut why: impl FnMut(usize, At, &Candidate, Why),
) {
    let names = Names::gather(corpus, &standing);
    let mut files = Files::default();
    // How many things each mention is filed under, in the mentions' order, and their numbers.
    let (mut counts, mut numbers): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
    for (index, (article, found)) in corpus.articles.iter_mut().zip(standing).enumerate() {
        let here = Here::of(article, &found);
        let mut mentions: Vec<(Mention, Vec<u32>)> = Vec::new();
        for (at, candidates) in found.strings() {
            let line = Line::new(article.text_at(at).unwrap_or_default());
            for candidate in candidates {
                let folded = bare(line.folded(candidate.start, candidate.end));
                let (keys, reason) = names.keys(&candidate, folded, &here, corrections);
                why(index, at, &candidate, reason);
                let printed = line.text(candidate.start, candidate.end);
                let under = files.file(keys, &candidate, bare(&printed));
                let span = Span::new(candidate.start..candidate.end);
                let mention = Mention { at, span, kind: candidate.kind, entities: Vec::new() };
                mentions.push((mention, under));
            }
        }
        mentions.sort_by_key(|(mention, _)| (mention.at, mention.span));
        article.mentions = Vec::with_capacity(mentions.len());
        for (mention, under) in mentions {
            article.mentions.push(mention);
            counts.push(small(under.len()));
            numbers.extend(under);
        }
    }
    drop(names);
    files.declare(corrections);
    let simplified = corpus.articles.iter().any(|article| article.language.contains("Hans"));
    let (ids, entities) = name_all(&files, corrections, simplified);
    drop(files);
    let mentions = corpus.articles.iter_mut().flat_map(|article| &mut article.mentions);
    let mut numbers = &numbers[..];
    for (mention, count) in mentions.zip(counts) {
        let under = numbers.split_off(..count as usize).unwrap_or_default();
        lead(mention, under, &ids);
    }
    corpus.entities = entities.into_values().collect();
}

/// Has a mention lead to the entities of these numbers.
fn lead(mention: &mut Mention, numbers: &[u32], ids: &Ids) {
    let known = numbers.iter().filter_map(|number| ids.get(*number as usize)?.as_ref());
    let known: Vec<&(EntityId, Kind)> = known.collect();
    mention.entities = known.iter().map(|(id, _)| id.clone()).collect();
    mention.entities.dedup();
    if let [(_, kind)] = known[..] {
        mention.kind = kind.clone();
    }
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
