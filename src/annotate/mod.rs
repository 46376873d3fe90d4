//! Finds the names, dates and quantities in the stories, and says which of them are one and the same.
//!
//! 1. Each rule in `rules` proposes stretches of one string, with a kind and how sure it is; the
//!    author's [`Corrections`] and the gazetteer (names the world knows) propose too.
//! 2. `vote`: what is found once is looked for everywhere else, and a string takes its surest kind.
//! 3. `candidate`: of readings that overlap, the author's stands, then the longest, then the surest.
//! 4. `link` makes entities of the mentions: one for all the names of one thing.
//!
//! What has been learnt ([`tagger`]) proposes in step 1 as well, after the rules, and takes away what it knows better: see `learnt`.

mod candidate;
mod corrections;
mod english;
mod gazetteer;
mod held;
mod learnt;
mod line;
mod link;
mod overlong;
mod review;
mod rules;
pub mod tagger;
mod value;
mod vote;
mod words;

use rayon::prelude::*;

use crate::model::{Article, At, Corpus, Diagnostic, Kind, Span};

use candidate::Candidate;
use held::{Found, Held};
use line::Line;
use value::Day;

pub use corrections::{Corrections, CorrectionsError};
pub use review::{Reviewed, proposal, review};

/// Why a mention stands where it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The index of its article.
    pub article: usize,
    /// In which string.
    pub at: At,
    /// Where in it.
    pub span: Span,
    /// What kind of thing is mentioned.
    pub kind: Kind,
    /// The rule that found it, in a few words.
    pub rule: &'static str,
    /// How sure the rule is, 0 to 100; 255 where the author said so.
    pub score: u8,
    /// Why the mention belongs to its entity, in a few words.
    pub link: &'static str,
}

/// Fills every article's `mentions` and the corpus's `entities`; what stood there is replaced.
///
/// Mentions are sorted and never overlap within one string. Entities are sorted by id, and each has a mention or
/// was declared by the author. Returns notes on names in the corrections that no article holds.
///
/// ```
/// use newsprint::annotate::{Corrections, annotate};
/// use newsprint::model::{Article, Corpus};
///
/// let article = Article { headline: Some("教育部長陳文山出席《海的信》首映".into()), ..Article::default() };
/// let mut corpus = Corpus { articles: vec![article], ..Corpus::default() };
/// annotate(&mut corpus, &Corrections::default());
/// let names: Vec<&str> = corpus.entities.iter().map(|entity| entity.name.as_str()).collect();
/// assert_eq!(names, ["教育部", "陳文山", "海的信"]);
/// ```
pub fn annotate(corpus: &mut Corpus, corrections: &Corrections) -> Vec<Diagnostic> {
    annotate_telling(corpus, corrections, |_| {})
}

/// The same, and calls `told` with each article that has been looked through, in their order: nearly all the time goes there.
pub fn annotate_telling(
    corpus: &mut Corpus,
    corrections: &Corrections,
    told: impl FnMut(&Article),
) -> Vec<Diagnostic> {
    let standing = mark(corpus, corrections, told);
    link::link(corpus, standing, corrections, |_, _, _, _| {});
    corrections.unused(corpus)
}

/// The same, and says why each mention stands, in the mentions' order.
pub fn explain(
    corpus: &mut Corpus,
    corrections: &Corrections,
    told: impl FnMut(&Article),
) -> (Vec<Reason>, Vec<Diagnostic>) {
    let standing = mark(corpus, corrections, told);
    let mut reasons = Vec::new();
    link::link(corpus, standing, corrections, |article, at, candidate, link| {
        let Candidate { start, end, ref kind, rule, score, .. } = *candidate;
        let span = Span::new(start..end);
        reasons.push(Reason { article, at, span, kind: kind.clone(), rule, score, link });
    });
    reasons.sort_by_key(|reason| (reason.article, reason.at, reason.span));
    (reasons, corrections.unused(corpus))
}

/// How many articles are looked through side by side before it is told how far that has come.
const SIDE_BY_SIDE: usize = 64;

/// The candidates that stand, for every string of every article.
fn mark(corpus: &Corpus, corrections: &Corrections, mut told: impl FnMut(&Article)) -> Vec<Held> {
    let mut proposed = Vec::with_capacity(corpus.articles.len());
    for articles in corpus.articles.chunks(SIDE_BY_SIDE) {
        let found = articles.par_iter().map(|article| proposals(article, corrections));
        proposed.extend(held::all(found.collect()));
        articles.iter().for_each(&mut told);
    }
    vote::settle(corpus, proposed, corrections)
}

/// What rules and author propose for each string of an article, not yet weighed. A table's first row says what its columns
/// hold, and a rubric what the story is, in words that stand alone and in capitals as names do: what was learnt from sentences
/// is not asked about them.
fn proposals(article: &Article, corrections: &Corrections) -> Found {
    let day = day_of(article);
    let mut lines: Vec<(At, Line, Vec<Candidate>)> = Vec::new();
    for (at, text) in strings(article) {
        let line = Line::new(text);
        let mut candidates = rules::propose(&line, at, day);
        if !at.is_in_first_row() && at != At::Label {
            learnt::find(&line, &mut candidates);
        }
        rules::in_own_letters(&line, &mut candidates);
        candidates.retain(|candidate| !rules::is_namesake(&line, candidate));
        lines.push((at, line, candidates));
    }
    rules::not_people(lines.iter_mut().map(|(_, line, candidates)| (&*line, candidates)));
    rules::told_apart(lines.iter_mut().map(|(_, line, candidates)| (&*line, candidates)));
    rules::apart(lines.iter_mut().map(|(_, line, candidates)| (&*line, candidates)));
    let settled = |(at, line, mut candidates): (At, Line, Vec<Candidate>)| {
        corrections.apply(&line, &mut candidates);
        (at, candidates)
    };
    lines.into_iter().map(settled).collect()
}

/// Every string that is annotated: the source and the date too, where the text does not repeat them.
fn strings(article: &Article) -> Vec<(At, &str)> {
    let mut strings: Vec<(At, &str)> = article.texts().collect();
    for at in [At::Source, At::Date] {
        let text = article.text_at(at).unwrap_or_default();
        if !text.is_empty() && !strings.iter().any(|(_, other)| other.contains(text)) {
            strings.push((at, text));
        }
    }
    strings
}

/// The day that an article's relative dates are relative to, as far as it is known.
fn day_of(article: &Article) -> Day {
    if let Some(day) = &article.day {
        return Day::parse(day);
    }
    let Some(date) = &article.date else { return Day::default() };
    rules::first_day(&Line::new(date)).unwrap_or_default()
}
