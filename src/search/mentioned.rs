//! Where entities are mentioned, as places in the text that is searched.

use super::Hit;
use super::layout::Laid;
use super::map::{Map, small};
use super::places::Match;
use crate::model::{Article, Entity, entity_index};

/// An entity at a place.
#[derive(Clone, Copy)]
pub(super) struct Mentioned {
    /// Index into [`Edition::entities`](crate::model::Edition::entities).
    pub(super) entity: u32,
    pub(super) place: Match,
}

/// Where an article, which comes after those of `map`, mentions entities, which are sorted by id.
pub(super) fn mentions(
    entities: &[Entity],
    article: &Article,
    laid: &Laid,
    map: &Map,
) -> Vec<Mentioned> {
    let (number, first) = (small(map.articles()), map.length(None));
    let mut mentioned = Vec::new();
    for mention in &article.mentions {
        let hit = Hit { at: mention.at, span: mention.span };
        let Some((start, end)) = laid.positions(&hit) else { continue };
        let (start, end) = (first + small(start), first + small(end));
        for entity in mention.entities.iter().filter_map(|id| entity_index(entities, id.as_str())) {
            let place = Match { article: number, start, end, weight: 0 };
            mentioned.push(Mentioned { entity: small(entity), place });
        }
    }
    mentioned
}
