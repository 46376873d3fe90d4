//! Which articles a query holds in, and where.

use crate::model::{Article, At, Edition, Kind};
use crate::order::sorted;
use crate::pack::{Pack, PackError};

use super::facets::within;
use super::query::{Clause, Field, Query, Term};
use super::rank::{Asked, score};
use super::shelf::{Match, Place, Shelf, holds};
use super::{Answer, Filter, Found, Hit};

/// An edition made ready for searching: its folded text, whole in memory.
pub struct Searcher {
    pub(super) edition: Edition,
    pub(super) shelf: Shelf,
    /// Sorted by string; the mentions of entities the edition lists.
    mentions: Vec<Mentioned>,
}

/// An entity at a place.
#[derive(Clone, Copy)]
struct Mentioned {
    article: usize,
    hit: Hit,
    /// Index into [`Edition::entities`].
    entity: usize,
}

/// Where one term holds.
struct Holding<'a> {
    term: &'a Term,
    /// For each article, whether the term stands in it.
    articles: Vec<bool>,
    /// How many articles were looked at, and in how many it stands.
    among: usize,
    count: usize,
    matches: Vec<Match>,
    /// The entities meant, where the term names some.
    entities: Vec<bool>,
}

impl Searcher {
    /// Loads and folds all articles of a pack.
    ///
    /// # Errors
    /// Where a part is damaged or does not come.
    pub async fn open(pack: &Pack) -> Result<Self, PackError> {
        let edition = pack.edition().await?;
        let mut searcher = Self { edition, shelf: Shelf::new(), mentions: Vec::new() };
        for part in pack.text_parts() {
            for article in pack.articles_of(part).await? {
                searcher.add(&article);
            }
        }
        Ok(searcher)
    }

    fn add(&mut self, article: &Article) {
        let number = self.shelf.articles();
        self.shelf.add(article);
        for mention in &article.mentions {
            for id in &mention.entities {
                if let Some(entity) = self.edition.entity(id.as_str()) {
                    let hit = Hit { at: mention.at, span: mention.span };
                    self.mentions.push(Mentioned { article: number, hit, entity });
                }
            }
        }
    }

    /// The edition's facts, heads and entities.
    #[must_use]
    pub fn edition(&self) -> &Edition {
        &self.edition
    }

    /// Where `query` is answered among the articles that `filter` admits.
    ///
    /// An empty query is answered by every article, without places, in the edition's order; so is one that
    /// only excludes or only asks for days.
    #[must_use]
    pub fn search(&self, query: &Query, filter: &Filter) -> Answer {
        let mut admitted: Vec<bool> = (0..self.shelf.articles())
            .map(|n| self.edition.heads.get(n).is_some_and(|head| filter.admits(head)))
            .collect();
        let clauses: Vec<&Clause> = query.understood().iter().collect();
        // The rarest first, as far as one can tell beforehand, so that the others have less to look at.
        let length = |clause: &Clause| clause.any.iter().map(|term| term.folded.len()).min();
        let clauses = sorted(clauses, |a, b| length(b).cmp(&length(a)));
        let mut asked = Vec::new();
        for clause in clauses {
            let holdings: Vec<Holding> =
                clause.any.iter().map(|term| self.holding(term, &admitted)).collect();
            for (n, admitted) in admitted.iter_mut().enumerate().filter(|(_, admitted)| **admitted)
            {
                *admitted =
                    holdings.iter().any(|it| it.articles.get(n).copied() != Some(it.term.not));
            }
            asked.extend(holdings.into_iter().filter(|it| !it.term.not));
        }
        self.answer(&admitted, &asked)
    }

    /// Where `term` holds among the articles of `admitted`.
    fn holding<'a>(&self, term: &'a Term, admitted: &[bool]) -> Holding<'a> {
        let mut matches = Vec::new();
        let mut articles = vec![false; self.shelf.articles()];
        let mut entities = Vec::new();
        match &term.field {
            Field::Date { from, to } => {
                let end = |end: &'a String| Some(end.as_str()).filter(|end| !end.is_empty());
                for (holds, head) in articles.iter_mut().zip(&self.edition.heads) {
                    *holds = within(head.day.as_deref(), end(from), end(to));
                }
            }
            Field::Named(kind) => {
                entities = self.named(kind, &term.folded);
                for (holds, head) in articles.iter_mut().zip(&self.edition.heads) {
                    let meant = |&(id, _): &(u32, u32)| entities.get(id as usize) == Some(&true);
                    *holds = head.entities.iter().any(meant);
                }
            }
            field => {
                matches = self.shelf.scan(&term.folded, admitted);
                matches.retain(|it| self.shelf.place(it.string).is_some_and(|it| looks(field, it)));
                self.mark(&matches, &mut articles);
            }
        }
        let count = |articles: &[bool]| articles.iter().filter(|holds| **holds).count();
        let (among, count) = (count(admitted), count(&articles));
        Holding { term, articles, among, count, matches, entities }
    }

    fn mark(&self, matches: &[Match], articles: &mut [bool]) {
        let (mut article, mut last) = (0, usize::MAX);
        for it in matches {
            if it.string != last {
                last = it.string;
                if !self.shelf.strings(article).contains(&last) {
                    article = self.shelf.article(last);
                }
                if let Some(holds) = articles.get_mut(article) {
                    *holds = true;
                }
            }
        }
    }

    /// For each entity of the edition, whether it is of this kind and one of its names has `needle`.
    fn named(&self, kind: &Kind, needle: &str) -> Vec<bool> {
        let names = |name: &String| holds(name, needle);
        self.edition
            .entities
            .iter()
            .map(|it| it.kind == *kind && (names(&it.name) || it.aliases.iter().any(names)))
            .collect()
    }

    fn answer(&self, admitted: &[bool], asked: &[Holding]) -> Answer {
        let mut cursors: Vec<usize> = vec![0; asked.len()];
        let mut mention = 0;
        let mut found: Vec<(f64, Found)> = Vec::new();
        for article in (0..admitted.len()).filter(|&n| admitted.get(n) == Some(&true)) {
            let strings = self.shelf.strings(article);
            let mut terms = Vec::new();
            let mut places = Vec::new();
            for (cursor, it) in cursors.iter_mut().zip(asked) {
                let matches = slice(
                    &it.matches,
                    cursor,
                    |it| it.string < strings.start,
                    |it| it.string < strings.end,
                );
                terms.push(Asked { among: it.among, articles: it.count, matches });
                places.extend(self.shelf.hits(matches));
            }
            let mentions = slice(
                &self.mentions,
                &mut mention,
                |it| it.article < article,
                |it| it.article == article,
            );
            let meant = |it: &&Mentioned| {
                asked.iter().any(|asked| asked.entities.get(it.entity) == Some(&true))
            };
            places.extend(mentions.iter().filter(meant).map(|it| it.hit));
            found.push((
                score(&self.shelf, article, &terms),
                Found { article, places: merged(places) },
            ));
        }
        let day = |found: &Found| {
            self.edition.heads.get(found.article).and_then(|head| head.day.as_deref())
        };
        if asked.iter().any(|it| !matches!(it.term.field, Field::Date { .. })) {
            found = sorted(found, |(a, one), (b, other)| {
                b.total_cmp(a).then_with(|| day(other).cmp(&day(one)))
            });
        }
        let found: Vec<Found> = found.into_iter().map(|(_, found)| found).collect();
        let places = found.iter().map(|it| it.places.len()).sum();
        Answer { articles: found.len(), places, found }
    }
}

/// The items from `cursor` on that are neither before nor after what is asked for; the cursor moves past them.
fn slice<'a, T>(
    items: &'a [T],
    cursor: &mut usize,
    before: impl Fn(&T) -> bool,
    within: impl Fn(&T) -> bool,
) -> &'a [T] {
    let skipped =
        |items: &'a [T], test: &dyn Fn(&T) -> bool| items.iter().take_while(|it| test(it)).count();
    let start = *cursor + skipped(items.get(*cursor..).unwrap_or_default(), &before);
    *cursor = start + skipped(items.get(start..).unwrap_or_default(), &within);
    items.get(start..*cursor).unwrap_or_default()
}

/// Places in reading order, those that overlap made one.
fn merged(places: Vec<Hit>) -> Vec<Hit> {
    let mut places = sorted(places, Ord::cmp);
    places.dedup_by(|next, last| {
        let one = next.at == last.at && next.span.start < last.span.end;
        if one {
            last.span.end = last.span.end.max(next.span.end);
        }
        one
    });
    places
}

/// Whether a term of this field looks at a string.
fn looks(field: &Field, string: &Place) -> bool {
    match field {
        Field::Title => matches!(string.at, At::Kicker | At::Headline | At::Deck),
        Field::Byline => string.at == At::Byline,
        Field::Source => string.at == At::Source,
        Field::Label => string.at == At::Label,
        Field::Text | Field::Named(_) | Field::Date { .. } => !string.repeats,
    }
}
