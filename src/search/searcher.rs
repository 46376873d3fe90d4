//! Which articles a query holds in.

use std::sync::{Arc, Mutex, PoisonError};

use crate::model::{Article, Edition, EntityId, Head, Kind};
use crate::order::sorted;
use crate::pack::{Pack, PackError, PartId};
use crate::text::fold;

use super::answering::{Holding, is_date};
use super::filter::within;
use super::grams::Guide;
use super::layout::lay_out;
use super::listing::Recent;
use super::map::day_text;
use super::mentioned::{Mentioned, mentions};
use super::parts::{Parts, Stop, answered, so_far};
use super::places::{Match, Tally, tallies};
use super::query::{Clause, Field, Query, Term};
use super::shelf::Shelf;
use super::{Answer, Filter};

/// Where a question has no whole answer, what answers it in part is listed down to this share of the best score …
const LOOSE_SHARE: f64 = 0.25;
/// … and no more than so many articles.
const LOOSE_MOST: usize = 100;

/// An edition made ready for searching.
pub struct Searcher {
    pub(super) pack: Pack,
    pub(super) guide: Guide,
    pub(super) source: Source,
    /// Entities, once they were needed; heads too where the edition stands whole in memory.
    edition: Mutex<Option<Arc<Edition>>>,
    /// Articles that were listed lately, by index.
    pub(super) recent: Mutex<Vec<(usize, Arc<Recent>)>>,
    /// Text parts that are not yet on the shelf, the next one last.
    left: Vec<PartId>,
}

/// Where the matches come from.
pub(super) enum Source {
    /// The folded text, whole in memory; and where entities are mentioned.
    Shelf(Shelf, Vec<Mentioned>),
    /// The index, part by part.
    Index,
}

impl Searcher {
    /// Makes an edition ready: of one that stands whole in memory, all articles are folded.
    ///
    /// # Errors
    /// Where a part is damaged or does not come.
    pub async fn open(pack: &Pack) -> Result<Self, PackError> {
        let mut searcher = Self::begin(pack).await?;
        while searcher.go_on().await? {}
        Ok(searcher)
    }

    /// Begins to make an edition ready; [`Searcher::go_on`] is to be called until it says that nothing is left.
    ///
    /// # Errors
    /// As [`Searcher::open`].
    pub async fn begin(pack: &Pack) -> Result<Self, PackError> {
        let mut searcher = Self {
            pack: pack.clone(),
            guide: Guide::default(),
            source: Source::Index,
            edition: Mutex::new(None),
            recent: Mutex::new(Vec::new()),
            left: Vec::new(),
        };
        if pack.is_hosted() {
            searcher.guide = Guide::fetched(pack).await?;
        } else {
            searcher.source = Source::Shelf(Shelf::default(), Vec::new());
            searcher.edition = Mutex::new(Some(Arc::new(pack.edition().await?)));
            searcher.left = pack.text_parts();
            searcher.left.reverse();
        }
        Ok(searcher)
    }

    /// Folds the articles of one more part, some milliseconds' work, and says whether more are left.
    ///
    /// # Errors
    /// As [`Searcher::open`].
    pub async fn go_on(&mut self) -> Result<bool, PackError> {
        let Some(part) = self.left.pop() else { return Ok(false) };
        let known = self.edition.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let edition = known.unwrap_or_default();
        for article in self.pack.articles_of(part).await? {
            self.shelve(&edition, &article);
        }
        Ok(!self.left.is_empty())
    }

    fn shelve(&mut self, edition: &Edition, article: &Article) {
        let Source::Shelf(whole, mentioned) = &mut self.source else { return };
        let laid = lay_out(article);
        mentioned.extend(mentions(&edition.entities, article, &laid, &self.guide.map));
        whole.add(&laid);
        self.guide.map.add(&laid, article.day.as_deref());
    }

    /// The edition's entities, with its heads where it stands whole in memory.
    fn edition_in(&self, parts: &mut Parts) -> Result<Arc<Edition>, Stop> {
        let mut known = self.edition.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(edition) = &*known {
            return Ok(edition.clone());
        }
        let entities = Pack::entities_of(parts.get(PartId::Entities)?);
        let entities = entities.ok_or(Stop::unreadable(PartId::Entities))?;
        let edition = Arc::new(Edition { entities, ..Edition::default() });
        *known = Some(edition.clone());
        Ok(edition)
    }

    /// Where `query` is answered among the articles that `filter` admits.
    ///
    /// An empty query is answered by every article, without places, in the edition's order; so is one that
    /// only excludes or only asks for days. Where no article has all that a question asks (see
    /// [`Query::loosened`]), the answer is [`Answer::loose`].
    ///
    /// # Errors
    /// Where a part that is needed is damaged or does not come: never a wrong answer.
    pub async fn search(&self, query: &Query, filter: &Filter) -> Result<Answer, PackError> {
        answered(&self.pack, |parts| self.answer(parts, query, filter)).await
    }

    fn answer(&self, parts: &mut Parts, query: &Query, filter: &Filter) -> Result<Answer, Stop> {
        let admitted = self.admitted(parts, filter)?;
        let (answer, _) = self.evaluate(parts, query, &admitted)?;
        let Some(loosened) = query.loosened().filter(|_| answer.found.is_empty()) else {
            return Ok(answer);
        };
        let (mut answer, scores) = self.evaluate(parts, &loosened, &admitted)?;
        let least = scores.first().copied().unwrap_or_default() * LOOSE_SHARE;
        let enough = scores.iter().take(LOOSE_MOST).take_while(|score| **score >= least).count();
        answer.found.truncate(enough);
        answer.count();
        answer.loose = !answer.found.is_empty();
        Ok(answer)
    }

    fn admitted(&self, parts: &mut Parts, filter: &Filter) -> Result<Vec<bool>, Stop> {
        let mut admitted = vec![true; self.guide.map.articles()];
        if filter.is_empty() {
            return Ok(admitted);
        }
        let admits =
            |heads: &[Head], filter: &Filter| heads.iter().map(|it| filter.admits(it)).collect();
        if let Source::Shelf(..) = self.source {
            return Ok(admits(&self.edition_in(parts)?.heads, filter));
        }
        let columns = Filter { entities: Vec::new(), ..filter.clone() };
        if !columns.is_empty() {
            admitted = admits(&self.columns_in(parts)?, &columns);
        }
        for entity in &filter.entities {
            let mut mentions = vec![false; admitted.len()];
            for place in self.mentions_of(parts, &[*entity])? {
                if let Some(mentions) = mentions.get_mut(place.article as usize) {
                    *mentions = true;
                }
            }
            for (admitted, mentions) in admitted.iter_mut().zip(mentions) {
                *admitted &= mentions;
            }
        }
        Ok(admitted)
    }

    /// The answer, and the score of each article in it.
    fn evaluate(
        &self,
        parts: &mut Parts,
        query: &Query,
        admitted: &[bool],
    ) -> Result<(Answer, Vec<f64>), Stop> {
        let clauses = query.understood();
        let mut meant = Vec::new();
        let mut holdings = self.holdings(parts, clauses, &mut meant)?;
        let mut admitted = admitted.to_vec();
        let mut next = holdings.iter();
        for clause in clauses {
            let mut any = vec![false; admitted.len()];
            for holding in next.by_ref().take(clause.any.len()) {
                self.mark(holding, &mut any);
            }
            for (admitted, any) in admitted.iter_mut().zip(any) {
                *admitted &= any;
            }
        }
        holdings.retain(|it| !it.term.not);
        let asked = holdings.iter().map(|it| (it.term.field.clone(), it.term.folded.clone()));
        let marks = asked.collect();
        let (mut answer, scores) = self.ranked(&admitted, &holdings);
        (answer.marks, answer.meant) = (marks, meant);
        Ok((answer, scores))
    }

    /// For each term of `clauses`, in order, where it holds. `meant` gets the entities that terms name.
    fn holdings<'a>(
        &self,
        parts: &mut Parts,
        clauses: &'a [Clause],
        meant: &mut Vec<EntityId>,
    ) -> Result<Vec<Holding<'a>>, Stop> {
        let terms: Vec<&Term> = clauses.iter().flat_map(|clause| &clause.any).collect();
        let alone = terms.iter().filter(|term| !term.not && !is_date(&term.field)).count() < 2;
        let (mut holdings, mut waiting) = (Vec::new(), false);
        for term in terms {
            let places = match &term.field {
                Field::Date { .. } => Ok(Default::default()),
                Field::Named(kind) => self.named(parts, kind, term, meant),
                field => match &self.source {
                    Source::Shelf(whole, _) => {
                        Ok(counted(whole.scan(&self.guide.map, field, &term.folded)))
                    }
                    Source::Index => self.look_up(parts, field, &term.folded, alone || term.not),
                },
            };
            if let Some((tallies, matches)) = so_far(places, &mut waiting)? {
                holdings.push(Holding { term, tallies, matches });
            }
        }
        if waiting { Err(Stop::Waiting) } else { Ok(holdings) }
    }

    /// Marks the articles where a term holds, or does not where it must not.
    fn mark(&self, holding: &Holding, any: &mut [bool]) {
        let mut holds = vec![false; any.len()];
        if let Field::Date { from, to } = &holding.term.field {
            let end = |end: &String| Some(end.clone()).filter(|end| !end.is_empty());
            let (from, to) = (end(from), end(to));
            for (n, holds) in holds.iter_mut().enumerate() {
                let day = day_text(self.guide.map.day(n));
                *holds = within(day.as_deref(), from.as_deref(), to.as_deref());
            }
        }
        for tally in &holding.tallies {
            if let Some(holds) = holds.get_mut(tally.article as usize) {
                *holds = true;
            }
        }
        for (any, holds) in any.iter_mut().zip(holds) {
            *any |= holds != holding.term.not;
        }
    }

    /// Where the entities of a kind one of whose names has the term are mentioned.
    fn named(
        &self,
        parts: &mut Parts,
        kind: &Kind,
        term: &Term,
        meant: &mut Vec<EntityId>,
    ) -> Result<(Vec<Tally>, Vec<Match>), Stop> {
        let edition = self.edition_in(parts)?;
        let holds = |name: &String| fold(name).text.contains(&term.folded);
        let mut wanted = Vec::new();
        for (entity, n) in edition.entities.iter().zip(0..) {
            if entity.kind == *kind && (holds(&entity.name) || entity.aliases.iter().any(holds)) {
                wanted.push(n);
                if !term.not {
                    meant.push(entity.id.clone());
                }
            }
        }
        let places = match &self.source {
            Source::Shelf(_, mentioned) => mentioned
                .iter()
                .filter(|it| wanted.binary_search(&it.entity).is_ok())
                .map(|it| it.place)
                .collect(),
            Source::Index => self.mentions_of(parts, &wanted)?,
        };
        Ok(counted(sorted(places, Ord::cmp)))
    }
}

fn counted(matches: Vec<Match>) -> (Vec<Tally>, Vec<Match>) {
    (tallies(&matches), matches)
}
