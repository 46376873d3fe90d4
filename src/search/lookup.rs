//! Matches from the index, part by part.

use crate::pack::{Pack, PackError, PartId, Reader};

use super::Searcher;
use super::grams::{Guide, Piece, Posting, block, is_word, list_in, read_postings};
use super::layout::lay_out;
use super::map::small;
use super::parts::{Parts, Stop, so_far};
use super::places::{Gathering, Match, Tally, tallies};
use super::query::Field;

/// A longer string is decided by its first so many code points and then by the text of what is left.
const COVERED: usize = 48;

/// What a query of one term asks of its list.
type Places = (Vec<Tally>, Vec<Match>);

impl Searcher {
    /// Where `needle`, which is folded and not empty, stands where `field` looks; where `only_tallies` will do,
    /// perhaps without the single matches.
    pub(super) fn look_up(
        &self,
        parts: &mut Parts,
        field: &Field,
        needle: &str,
        only_tallies: bool,
    ) -> Result<Places, Stop> {
        let chars: Vec<char> = needle.chars().take(COVERED).collect();
        let whole = needle.chars().nth(COVERED).is_none();
        if only_tallies
            && whole
            && *field == Field::Text
            && let Some(number) = self.guide.split_number(needle)
        {
            let part = PartId::Tally(number);
            let tallies = read_tallies(parts.get(part)?).ok_or(Stop::unreadable(part))?;
            return Ok((tallies, Vec::new()));
        }
        let mut found = self.intersected(parts, &chars)?;
        if !whole {
            found = self.verified(parts, found, needle)?;
        }
        let mut gathering = Gathering::new(&self.guide.map, field);
        let length = small(needle.chars().count());
        for it in found {
            gathering.add(it.at, length, it.after_letter, it.before_letter);
        }
        let matches = gathering.matches;
        Ok((tallies(&matches), matches))
    }

    /// The positions of a string: what the lists of the grams that cover it have in common.
    pub(super) fn intersected(
        &self,
        parts: &mut Parts,
        chars: &[char],
    ) -> Result<Vec<Posting>, Stop> {
        let cover = self.guide.cover(chars);
        let here = cover.iter().filter(|piece| parts.want(piece.part)).count();
        if here < cover.len() {
            return Err(Stop::Waiting);
        }
        let mut left: Option<Vec<Posting>> = None;
        for piece in cover {
            if left.as_ref().is_some_and(Vec::is_empty) {
                break;
            }
            let bytes = parts.get(piece.part)?;
            let list = match piece.part {
                PartId::Long(_) => Some(bytes),
                _ => list_in(bytes, &piece.gram),
            };
            let list = list.and_then(|list| read_postings(list, &piece.gram));
            let list = list.ok_or(Stop::unreadable(piece.part))?;
            left = Some(match left {
                None => list,
                Some(left) => both(left, &list, &piece),
            });
        }
        Ok(left.unwrap_or_default())
    }

    /// Those of `found` where the text goes on as `needle` does.
    fn verified(
        &self,
        parts: &mut Parts,
        found: Vec<Posting>,
        needle: &str,
    ) -> Result<Vec<Posting>, Stop> {
        let (mut left, mut waiting) = (Vec::new(), false);
        let (mut laid, mut loaded) = (Vec::new(), None);
        let needle: Vec<char> = needle.chars().collect();
        for it in found {
            let article = self.guide.map.article(it.at);
            if loaded != Some(article) {
                let text = so_far(parts.article(article), &mut waiting)?;
                let Some(text) = text else { continue };
                laid = lay_out(&text).text.chars().collect();
                loaded = Some(article);
            }
            let start = (it.at - self.guide.map.start(article)) as usize;
            let here: &[char] = laid.get(start..).unwrap_or_default();
            if here.starts_with(&needle) {
                // What ends a string is no letter.
                let letter = |c: Option<&char>| c.is_some_and(|c| is_word(*c));
                let before_letter = letter(needle.last()) && letter(here.get(needle.len()));
                left.push(Posting { before_letter, ..it });
            }
        }
        if waiting { Err(Stop::Waiting) } else { Ok(left) }
    }

    /// Where some entities, by index, are mentioned.
    pub(super) fn mentions_of(
        &self,
        parts: &mut Parts,
        entities: &[u32],
    ) -> Result<Vec<Match>, Stop> {
        let keys: Vec<String> = entities.iter().map(|entity| mention_key(*entity)).collect();
        let part = |key: &String| PartId::Index(block(key.as_bytes(), self.guide.blocks));
        if keys.iter().filter(|key| parts.want(part(key))).count() < keys.len() {
            return Err(Stop::Waiting);
        }
        let mut places = Vec::new();
        for key in &keys {
            let list = list_in(parts.get(part(key))?, key).ok_or(Stop::unreadable(part(key)))?;
            let (mut reader, mut at) = (Reader::new(list), 0_u32);
            while !reader.is_empty() {
                let place = reader.small().zip(reader.small());
                let (gap, length) = place.ok_or(Stop::unreadable(part(key)))?;
                at = at.saturating_add(gap);
                let article = small(self.guide.map.article(at));
                places.push(Match {
                    article,
                    start: at,
                    end: at.saturating_add(length),
                    weight: 0,
                });
            }
        }
        Ok(places)
    }
}

/// The index of the article with this id, of an edition that may be hosted.
///
/// # Errors
/// Where a part that is needed is damaged or does not come.
pub async fn position(pack: &Pack, id: &str) -> Result<Option<usize>, PackError> {
    if !pack.is_hosted() {
        return Ok(pack.edition().await?.position(id));
    }
    let guide = Guide::fetched(pack).await?;
    let key = article_key(id);
    let part = PartId::Index(block(key.as_bytes(), guide.blocks));
    let bytes = pack.part(part).await?;
    let list = list_in(&bytes, &key).ok_or(PackError::Unreadable { part })?;
    Ok(Reader::new(list).count())
}

/// The key under which an article's index stands.
pub(super) fn article_key(id: &str) -> String {
    ["\n\n", id].concat()
}

/// The key of the list of an entity's mentions; no gram has a line break.
pub(super) fn mention_key(entity: u32) -> String {
    ["\n", &entity.to_string()].concat()
}

/// Those of `left` that have `piece`, whose list is `list`, where it belongs.
fn both(left: Vec<Posting>, list: &[Posting], piece: &Piece) -> Vec<Posting> {
    let offset = small(piece.at);
    let mut cursor = 0;
    let mut both = Vec::new();
    for it in left {
        let wanted = it.at.saturating_add(offset);
        // Doubling steps: one list may be much longer than the other.
        let mut step = 1;
        while list.get(cursor + step).is_some_and(|other| other.at < wanted) {
            cursor += step;
            step *= 2;
        }
        let near = list.get(cursor..list.len().min(cursor + step + 1)).unwrap_or_default();
        cursor += near.partition_point(|other| other.at < wanted);
        if let Some(other) = list.get(cursor).filter(|other| other.at == wanted) {
            let before_letter = if piece.ends { other.before_letter } else { it.before_letter };
            both.push(Posting { before_letter, ..it });
        }
    }
    both
}

fn read_tallies(bytes: &[u8]) -> Option<Vec<Tally>> {
    let mut reader = Reader::new(bytes);
    let mut article = 0_u32;
    let mut tallies = reader.list(|reader| {
        article = article.checked_add(reader.small()?)?;
        Some(Tally { article, ..Tally::default() })
    })?;
    for tally in &mut tallies {
        tally.places = reader.small()?;
    }
    for tally in &mut tallies {
        // Most stand in the body as whole words, which is ten tenths of a hundred.
        tally.weight = reader.near(tally.places.checked_mul(10)?)?.checked_mul(10)?;
    }
    Some(tallies)
}
