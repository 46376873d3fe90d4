//! Matches from the index, part by part.

use crate::pack::{PackError, PartId, Reader};

use super::Searcher;
use super::grams::{Guide, Piece, Posting, list_in, read_postings};
use super::layout::{BETWEEN, lay_out};
use super::map::small;
use super::places::{Gathering, Match, Tally, tallies};
use super::query::{Field, Term};

/// A longer string is decided by its first so many code points and then by the text of what is left.
const COVERED: usize = 48;

/// What a query of one term asks of its list.
type Places = (Vec<Tally>, Vec<Match>);

impl Searcher {
    /// Asks for all parts that the terms need, at once; they are kept until they are read.
    pub(super) async fn fetch_ahead(&self, terms: &[&Term]) -> Result<(), PackError> {
        let mut wanted = Vec::new();
        let alone = terms.len() == 1;
        for term in terms.iter().filter(|term| term.field.is_text()) {
            let chars = start_of(&term.folded);
            if self.tallied(&term.field, &chars, alone || term.not).is_some() {
                continue;
            }
            for piece in self.guide.cover(&chars) {
                if !wanted.contains(&piece.part) {
                    wanted.push(piece.part);
                }
            }
        }
        self.pack.parts(&wanted).await.map(drop)
    }

    /// Where `needle`, which is folded and not empty, stands where `field` looks; where `only_tallies` will do,
    /// perhaps without the single matches.
    pub(super) async fn look_up(
        &self,
        field: &Field,
        needle: &str,
        only_tallies: bool,
    ) -> Result<Places, PackError> {
        let chars = start_of(needle);
        if let Some(part) = self.tallied(field, &chars, only_tallies && whole(needle, &chars)) {
            let bytes = self.pack.part(part).await?;
            let tallies = read_tallies(&bytes).ok_or(PackError::Unreadable { part })?;
            return Ok((tallies, Vec::new()));
        }
        let mut found = self.intersected(&self.guide, &chars).await?;
        if !whole(needle, &chars) {
            found = self.verified(found, needle).await?;
        }
        let mut gathering = Gathering::new(&self.guide.map, field);
        let length = small(needle.chars().count());
        for it in found {
            gathering.add(it.at, length, it.after_letter, it.before_letter);
        }
        let matches = gathering.matches;
        Ok((tallies(&matches), matches))
    }

    /// The part that counts a whole term by article, if there is one and it will do.
    fn tallied(&self, field: &Field, chars: &[char], will_do: bool) -> Option<PartId> {
        let gram: String = chars.iter().collect();
        let split = || self.guide.split_number(&gram).map(PartId::Tally);
        (will_do && *field == Field::Text).then(split).flatten()
    }

    /// The positions of a string: what the lists of the grams that cover it have in common.
    async fn intersected(&self, guide: &Guide, chars: &[char]) -> Result<Vec<Posting>, PackError> {
        let mut left: Option<Vec<Posting>> = None;
        for piece in guide.cover(chars) {
            if left.as_ref().is_some_and(Vec::is_empty) {
                break;
            }
            let list = self.postings(&piece).await?;
            left = Some(match left {
                None => list,
                Some(left) => both(left, &list, &piece),
            });
        }
        Ok(left.unwrap_or_default())
    }

    async fn postings(&self, piece: &Piece) -> Result<Vec<Posting>, PackError> {
        let part = piece.part;
        let bytes = self.pack.part(part).await?;
        let list = match part {
            PartId::Long(_) => Some(&bytes[..]),
            _ => list_in(&bytes, &piece.gram),
        };
        let list = list.and_then(|list| read_postings(list, &piece.gram));
        list.ok_or(PackError::Unreadable { part })
    }

    /// Those of `found` where the text goes on as `needle` does.
    async fn verified(&self, found: Vec<Posting>, needle: &str) -> Result<Vec<Posting>, PackError> {
        let mut left = Vec::new();
        let (mut laid, mut loaded) = (Vec::new(), None);
        let needle: Vec<char> = needle.chars().collect();
        for it in found {
            let article = self.guide.map.article(it.at);
            if loaded != Some(article) {
                laid = lay_out(&self.pack.article(article).await?).text.chars().collect();
                loaded = Some(article);
            }
            let start = (it.at - self.guide.map.start(article)) as usize;
            let here: &[char] = laid.get(start..).unwrap_or_default();
            if here.starts_with(&needle) {
                let letter = |c: Option<&char>| {
                    c.is_some_and(|c| *c != BETWEEN && super::grams::is_word(*c))
                };
                let before_letter = letter(needle.last()) && letter(here.get(needle.len()));
                left.push(Posting { before_letter, ..it });
            }
        }
        Ok(left)
    }

    /// Where some entities, by index, are mentioned.
    pub(super) async fn mentions_of(&self, entities: &[u32]) -> Result<Vec<Match>, PackError> {
        let keys: Vec<String> = entities.iter().map(|entity| mention_key(*entity)).collect();
        let part = |key: &String| PartId::Index(super::grams::block(key, self.guide.blocks));
        let ids: Vec<PartId> = keys.iter().map(part).collect();
        let mut places = Vec::new();
        for ((bytes, key), part) in self.pack.parts(&ids).await?.iter().zip(&keys).zip(ids) {
            let list = list_in(bytes, key).ok_or(PackError::Unreadable { part })?;
            let (mut reader, mut at) = (Reader::new(list), 0_u32);
            while !reader.is_empty() {
                let place = reader.small().zip(reader.small());
                let (gap, length) = place.ok_or(PackError::Unreadable { part })?;
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

/// The key of the list of an entity's mentions; no gram has a line break.
pub(super) fn mention_key(entity: u32) -> String {
    ["\n", &entity.to_string()].concat()
}

fn start_of(needle: &str) -> Vec<char> {
    needle.chars().take(COVERED).collect()
}

fn whole(needle: &str, chars: &[char]) -> bool {
    needle.chars().nth(chars.len()).is_none()
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
    let mut tallies = Vec::new();
    let mut article = 0_u32;
    while !reader.is_empty() {
        article = article.checked_add(reader.small()?)?;
        let places = reader.small()?;
        // Most stand in the body as whole words, which is ten tenths of a hundred.
        let weight = reader.near(places.checked_mul(10)?)?.checked_mul(10)?;
        tallies.push(Tally { article, places, weight });
    }
    Some(tallies)
}
