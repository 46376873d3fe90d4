//! What is found once is looked for everywhere, and one string is of one kind.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use rayon::prelude::*;

use super::candidate::{CONFIDENT, Candidate, SETTLED, STANDS, Subject, resolve};
use super::corrections::Corrections;
use super::gazetteer::GAZETTEER;
use super::held::Held;
use super::line::{Line, fold, is_han};
use super::link::{bare, leading_states};
use super::rules::{DATELINE_RULE, STORM_RULE, bare_names, in_small_letters, storm_word};
use super::words::NOT_NAMES;
use crate::model::{Article, Corpus, Kind};

/// Folded names, each with its surest kind and score.
type Names = BTreeMap<String, (u8, Kind)>;

/// Folded names, each with the sum and the greatest of the scores of every kind it was taken for.
type Ballots = BTreeMap<String, BTreeMap<Kind, (u32, u8)>>;

/// Weighs the proposals of all articles against each other: what stands in each string.
pub(super) fn settle(corpus: &Corpus, proposed: Vec<Held>, corrections: &Corrections) -> Vec<Held> {
    let overlong = overlong_names(corpus, &proposed);
    let mut by_article: Vec<Names> = Vec::new();
    let mut all = Ballots::new();
    let mut homes: BTreeMap<String, usize> = BTreeMap::new();
    for (article, found) in corpus.articles.iter().zip(&proposed) {
        let ballots = names_in(article, found, &overlong);
        by_article.push(elected(&ballots));
        for (name, kinds) in ballots {
            *homes.entry(name.clone()).or_default() += 1;
            for (kind, (sum, best)) in kinds {
                vote(&mut all, &name, kind, (sum, best));
            }
        }
    }
    let mut everywhere = elected(&all);
    let trusted = trusted(corpus, &proposed, &everywhere);
    for names in &mut by_article {
        names.retain(|name, _| trusted.contains(name));
    }
    everywhere.retain(|name, _| trusted.contains(name));
    // Two characters mean something else in another text too easily, unless several texts agree.
    everywhere.retain(|name, _| {
        name.chars().count() > 2 || homes.get(name).is_some_and(|homes| *homes > 1)
    });
    let general = Finder::new(&everywhere);
    let verdict = Verdict { overlong: &overlong, everywhere: &everywhere, general, corrections };
    let articles = corpus.articles.par_iter().zip(proposed).zip(&by_article);
    articles.map(|((article, found), own)| verdict.on(article, &found, own)).collect()
}

/// What the votes of all articles have decided.
struct Verdict<'a> {
    overlong: &'a BTreeSet<String>,
    everywhere: &'a Names,
    general: Finder<'a>,
    corrections: &'a Corrections,
}

impl Verdict<'_> {
    /// What stands in an article, of what was found there and what its `own` votes and all others' say.
    fn on(&self, article: &Article, found: &Held, own: &Names) -> Held {
        let own_finder = Finder::new(own);
        let strings = found.strings().map(|(at, mut candidates)| {
            let line = Line::new(article.text_at(at).unwrap_or_default());
            candidates.retain(|c| !self.overlong.contains(line.folded(c.start, c.end)));
            for candidate in &mut candidates {
                revote(&line, candidate, own, self.everywhere);
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
    let cast = ballots.entry(name.to_owned()).or_default().entry(kind).or_default();
    *cast = (cast.0.saturating_add(sum), cast.1.max(best));
}

/// The kind that each name is most taken for, where any of it is sure enough to look for the name elsewhere.
fn elected(ballots: &Ballots) -> Names {
    let winner = |kinds: &BTreeMap<Kind, (u32, u8)>| {
        let most = kinds.iter().max_by_key(|(kind, votes)| (**votes, *kind))?;
        (most.1.1 >= CONFIDENT).then(|| (most.1.1, most.0.clone()))
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

/// Three characters that were read as a name whose first two stand by themselves elsewhere, before
/// other characters: 李明接 of 李明接受 beside 李明指出.
fn overlong_names(corpus: &Corpus, proposed: &[Held]) -> BTreeSet<String> {
    let mut readings: BTreeSet<String> = BTreeSet::new();
    for (article, found) in corpus.articles.iter().zip(proposed) {
        for (at, candidates) in found.strings() {
            let people = candidates.iter().filter(|c| c.kind == Kind::Person && c.len() == 3);
            let text = article.text_at(at).unwrap_or_default();
            let mut folded: Option<Vec<char>> = None;
            for person in people {
                let folded = folded.get_or_insert_with(|| fold(text).chars().collect());
                readings.extend(
                    folded
                        .get(person.start..person.end)
                        .map(|name| name.iter().collect::<String>()),
                );
            }
        }
    }
    let heads: BTreeSet<String> =
        readings.iter().map(|name| name.chars().take(2).collect()).collect();
    let followers = followers(corpus, &heads);
    let overlong = |name: &String| {
        let mut chars = name.chars();
        let head: String = chars.by_ref().take(2).collect();
        let Some(counts) = followers.get(&head) else { return false };
        let all: usize = counts.values().sum();
        let here = chars.next().and_then(|last| counts.get(&last)).copied().unwrap_or(0);
        counts.len() > 2 && here * 2 < all
    };
    readings.into_iter().filter(overlong).collect()
}

/// How often each character follows each of these strings.
fn followers(corpus: &Corpus, heads: &BTreeSet<String>) -> BTreeMap<String, BTreeMap<char, usize>> {
    let mut counts: BTreeMap<String, BTreeMap<char, usize>> = BTreeMap::new();
    let Ok(automaton) = AhoCorasick::new(heads) else { return counts };
    if heads.is_empty() {
        return counts;
    }
    for text in corpus.articles.iter().flat_map(|article| article.texts().map(|(_, text)| text)) {
        let folded = fold(text);
        for hit in automaton.find_overlapping_iter(&folded) {
            let after = folded.get(hit.end()..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
            let head = folded.get(hit.range()).unwrap_or_default().to_owned();
            *counts.entry(head).or_default().entry(after).or_default() += 1;
        }
    }
    counts
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
