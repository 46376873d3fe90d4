//! What is found once is looked for everywhere, and one string is of one kind.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use rayon::prelude::*;

use super::SIDE_BY_SIDE;
use super::candidate::{CONFIDENT, Candidate, SETTLED, STANDS, Subject, resolve};
use super::corrections::Corrections;
use super::gazetteer::GAZETTEER;
use super::held::{self, Found, Held};
use super::line::{Line, is_han};
use super::link::{bare, leading_states};
use super::overlong::overlong_names;
use super::rules::{DATELINE_RULE, STORM_RULE, bare_names, in_small_letters, storm_word};
use super::words::NOT_NAMES;
use crate::model::{Article, Corpus, Kind};

/// Folded names, each with its surest kind and score.
type Names = BTreeMap<String, (u8, Kind)>;

/// Folded names, each with every kind it was taken for, and the sum and the greatest of the scores: mostly one, so a list.
type Ballots = BTreeMap<String, Vec<(Kind, (u32, u8))>>;

/// Weighs the proposals of all articles against each other: what stands in each string.
pub(super) fn settle(corpus: &Corpus, proposed: Vec<Held>, corrections: &Corrections) -> Vec<Held> {
    let overlong = overlong_names(corpus, &proposed);
    let (everywhere, trusted) = decided(corpus, &proposed, &overlong);
    let general = Finder::new(&everywhere);
    let (overlong, trusted, everywhere) = (&overlong, &trusted, &everywhere);
    let verdict = Verdict { overlong, trusted, everywhere, general, corrections };
    let (mut proposed, mut standing) = (proposed.into_iter(), Vec::new());
    for articles in corpus.articles.chunks(SIDE_BY_SIDE) {
        let found: Vec<Held> = proposed.by_ref().take(articles.len()).collect();
        let found =
            articles.par_iter().zip(&found).map(|(article, found)| verdict.on(article, found));
        standing.extend(held::all(found.collect()));
    }
    standing
}

/// What names all articles together are looked through for, and which can be trusted in an article at all.
fn decided(
    corpus: &Corpus,
    proposed: &[Held],
    overlong: &BTreeSet<String>,
) -> (Names, BTreeSet<String>) {
    let mut all = Ballots::new();
    let mut homes: BTreeMap<String, usize> = BTreeMap::new();
    for (article, found) in corpus.articles.iter().zip(proposed) {
        for (name, kinds) in names_in(article, found, overlong) {
            *homes.entry(name.clone()).or_default() += 1;
            for (kind, votes) in kinds {
                vote(&mut all, &name, kind, votes);
            }
        }
    }
    let mut everywhere = elected(&all);
    drop(all);
    let trusted = trusted(corpus, proposed, &everywhere);
    everywhere.retain(|name, _| trusted.contains(name));
    // Two characters mean something else in another text too easily, unless several texts agree.
    everywhere.retain(|name, _| {
        name.chars().count() > 2 || homes.get(name).is_some_and(|homes| *homes > 1)
    });
    (everywhere, trusted)
}

/// What the votes of all articles have decided.
struct Verdict<'a> {
    overlong: &'a BTreeSet<String>,
    trusted: &'a BTreeSet<String>,
    everywhere: &'a Names,
    general: Finder<'a>,
    corrections: &'a Corrections,
}

impl Verdict<'_> {
    /// What stands in an article, of what was found there and what its own votes and all others' say. Its own are counted once
    /// more: those of all articles would be as large as what was found.
    fn on(&self, article: &Article, found: &Held) -> Found {
        let mut own = elected(&names_in(article, found, self.overlong));
        own.retain(|name, _| self.trusted.contains(name));
        let own_finder = Finder::new(&own);
        let strings = found.strings().map(|(at, mut candidates)| {
            let line = Line::new(article.text_at(at).unwrap_or_default());
            candidates.retain(|c| !self.overlong.contains(line.folded(c.start, c.end)));
            for candidate in &mut candidates {
                revote(&line, candidate, &own, self.everywhere);
            }
            self.general.find(&line, &mut candidates);
            own_finder.find(&line, &mut candidates);
            self.corrections.deny(&line, &mut candidates);
            (at, resolve(candidates, line.chars.len()))
        });
        strings.collect()
    }
}

/// The names that were found as such in a good part of the places where their characters stand; 提高 is taken for
/// somebody once, and is none a hundred times.
fn trusted(corpus: &Corpus, proposed: &[Held], names: &Names) -> BTreeSet<String> {
    let finder = Finder::new(names);
    let mut counts = vec![[0_usize; 2]; names.len()];
    for (article, found) in corpus.articles.iter().zip(proposed) {
        for (at, candidates) in found.strings() {
            let line = Line::new(article.text_at(at).unwrap_or_default());
            let sure: BTreeSet<(usize, usize)> =
                candidates.iter().filter(|c| c.score >= STANDS).map(|c| (c.start, c.end)).collect();
            finder.hits(&line, |pattern, start, end| {
                if let Some([found, seen]) = counts.get_mut(pattern) {
                    *seen += 1;
                    *found += usize::from(sure.contains(&(start, end)));
                }
            });
        }
    }
    let titled = |kind: &Kind| matches!(kind, Kind::Work | Kind::Event);
    let often = |kind: &Kind, [found, seen]: &[usize; 2]| titled(kind) || found * 3 > *seen;
    let names = names.iter().zip(&counts);
    names
        .filter(|((_, (_, kind)), counts)| often(kind, counts))
        .map(|((name, _), _)| name.clone())
        .collect()
}

/// What one finding counts: a title in front tells more than several likenesses.
fn weight(score: u8) -> u32 {
    u32::from(score.saturating_sub(STANDS - 1)).pow(3)
}

fn vote(ballots: &mut Ballots, name: &str, kind: Kind, (sum, best): (u32, u8)) {
    let kinds = ballots.entry(name.to_owned()).or_default();
    if let Some((_, cast)) = kinds.iter_mut().find(|(own, _)| *own == kind) {
        *cast = (cast.0.saturating_add(sum), cast.1.max(best));
    } else {
        kinds.reserve_exact(1);
        kinds.push((kind, (sum, best)));
    }
}

/// The kind that each name is most taken for, where any of it is sure enough to look for the name elsewhere.
fn elected(ballots: &Ballots) -> Names {
    let winner = |kinds: &[(Kind, (u32, u8))]| {
        let (kind, (_, best)) = kinds.iter().max_by_key(|(kind, votes)| (*votes, kind))?;
        (*best >= CONFIDENT).then(|| (*best, kind.clone()))
    };
    ballots.iter().filter_map(|(name, kinds)| Some((name.clone(), winner(kinds)?))).collect()
}

/// What stands in one article's strings by the rules alone, where they are sure enough to look for it elsewhere.
fn names_in(article: &Article, found: &Held, overlong: &BTreeSet<String>) -> Ballots {
    let mut names = Ballots::new();
    for (at, mut candidates) in found.strings() {
        let line = Line::new(article.text_at(at).unwrap_or_default());
        candidates.retain(|c| !overlong.contains(line.folded(c.start, c.end)));
        for candidate in resolve(candidates, line.chars.len()) {
            let votes =
                candidate.subject == Subject::Named && (STANDS..SETTLED).contains(&candidate.score);
            let timeless = matches!(candidate.kind, Kind::Date | Kind::Quantity);
            if !votes || timeless {
                continue;
            }
            let name = bare(line.folded(candidate.start, candidate.end)).to_owned();
            if GAZETTEER.group(&name).is_some() {
                continue;
            }
            match candidate.kind {
                // Later the storm goes by its name alone.
                Kind::Event if candidate.rule == STORM_RULE => {
                    let own: String = name.chars().skip(storm_word(&name)).collect();
                    let own = bare(own.trim()).to_owned();
                    vote(&mut names, &own, Kind::Event, (weight(90), 90));
                }
                // In the text the place of a dispatch has small letters.
                Kind::Place if candidate.rule == DATELINE_RULE => {
                    let cast = (weight(candidate.score), candidate.score);
                    for name in [in_small_letters(&name), name] {
                        vote(&mut names, &name, Kind::Place, cast);
                    }
                }
                Kind::Work | Kind::Event => {
                    for name in bare_names(&name, leading_states(&name)) {
                        let score = candidate.score.min(80);
                        vote(&mut names, &name, candidate.kind.clone(), (weight(score), score));
                    }
                }
                _ if name.chars().count() > 1 => {
                    let score = candidate.score;
                    vote(&mut names, &name, candidate.kind, (weight(score), score));
                }
                _ => {}
            }
        }
    }
    names
}

/// A candidate takes the kind that its text is most taken for, in its article or else anywhere.
fn revote(line: &Line, candidate: &mut Candidate, own: &Names, everywhere: &Names) {
    if candidate.subject != Subject::Named || candidate.score == SETTLED {
        return;
    }
    let name = line.folded(candidate.start, candidate.end);
    let named = |kind: &Kind| matches!(kind, Kind::Person | Kind::Place | Kind::Organisation);
    let Some((score, kind)) = everywhere.get(name).or_else(|| own.get(name)) else { return };
    if *score > candidate.score || named(kind) && named(&candidate.kind) {
        candidate.kind = kind.clone();
        candidate.score = candidate.score.max(*score);
    }
}

/// Looks for names in strings.
struct Finder<'a> {
    automaton: Option<AhoCorasick>,
    votes: Vec<&'a (u8, Kind)>,
}

impl<'a> Finder<'a> {
    fn new(names: &'a Names) -> Self {
        // One is built for every article, so it has to be built fast rather than to run fastest.
        let mut builder = AhoCorasick::builder();
        builder.match_kind(MatchKind::Standard).kind(Some(AhoCorasickKind::NoncontiguousNFA));
        let automaton = (!names.is_empty()).then(|| builder.build(names.keys()).ok()).flatten();
        Self { automaton, votes: names.values().collect() }
    }

    fn find(&self, line: &Line, candidates: &mut Vec<Candidate>) {
        self.hits(line, |pattern, start, end| {
            if let Some((score, kind)) = self.votes.get(pattern) {
                let range = start..end;
                candidates.push(Candidate::new(range, kind.clone(), *score, "named elsewhere"));
            }
        });
    }

    /// Calls back with every place where one of the names may stand: which it is, and from where to where.
    fn hits(&self, line: &Line, mut found: impl FnMut(usize, usize, usize)) {
        let Some(automaton) = &self.automaton else { return };
        for hit in automaton.find_overlapping_iter(&line.plain) {
            let (start, end) = (line.index(hit.start()), line.index(hit.end()));
            if line.whole_words(start, end) && !inside_a_word(line, start, end) {
                found(hit.pattern().as_usize(), start, end);
            }
        }
    }
}

/// Whether the characters of a short name begin a common word here.
fn inside_a_word(line: &Line, start: usize, end: usize) -> bool {
    line.at(start).is_some_and(is_han)
        && NOT_NAMES.at(&line.folded, start).is_some_and(|length| start + length >= end)
}
