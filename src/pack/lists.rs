//! Facts, heads and entities of an edition, as far as they are asked for.

use super::bytes::Reader;
use super::{HEADS, Pack, PackError, PartId, edition};
use crate::model::{Edition, Entity, Head};

impl Pack {
    /// The edition's facts, heads and entities; of a hosted edition its first [`HEADS`] heads, the others empty,
    /// and no entities: see [`Pack::heads`] and [`Pack::whole_edition`].
    ///
    /// # Errors
    /// Where the part is damaged or does not come.
    pub async fn edition(&self) -> Result<Edition, PackError> {
        let mut edition = self.edition_in(PartId::Edition).await?;
        if self.is_hosted() {
            edition.heads.resize_with(self.articles(), Head::default);
        }
        Ok(edition)
    }

    /// The edition's facts, heads and entities, all of them.
    ///
    /// # Errors
    /// Where the part is damaged or does not come.
    pub async fn whole_edition(&self) -> Result<Edition, PackError> {
        if !self.is_hosted() {
            return self.edition_in(PartId::Edition).await;
        }
        // Both are asked for at once.
        let parts = self.parts(&[PartId::Whole, PartId::Entities]).await?;
        let mut edition = self.edition_in(PartId::Whole).await?;
        let entities = parts.last().and_then(|part| Self::entities_of(part));
        edition.entities = entities.ok_or(PackError::Unreadable { part: PartId::Entities })?;
        Ok(edition)
    }

    async fn edition_in(&self, id: PartId) -> Result<Edition, PackError> {
        let part = self.part(id).await?;
        edition::read(&mut Reader::new(&part)).ok_or(PackError::Unreadable { part: id })
    }

    /// The heads of some articles of a hosted edition, by index: those asked for and their neighbours, without
    /// the entities that they mention.
    ///
    /// # Errors
    /// Where a part is damaged or does not come.
    pub async fn heads(&self, articles: &[usize]) -> Result<Vec<(usize, Head)>, PackError> {
        let mut ids: Vec<PartId> = Vec::new();
        for article in articles {
            let id = PartId::Heads(u32::try_from(article / HEADS).unwrap_or(u32::MAX));
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let mut heads = Vec::new();
        for (part, id) in self.parts(&ids).await?.iter().zip(&ids) {
            let mut reader = Reader::new(part);
            let mut index = id.numbers().1 as usize * HEADS;
            while !reader.is_empty() {
                let head =
                    edition::read_head(&mut reader).ok_or(PackError::Unreadable { part: *id })?;
                heads.push((index, head));
                index += 1;
            }
        }
        Ok(heads)
    }

    /// All entities, as their part has them.
    pub(crate) fn entities_of(part: &[u8]) -> Option<Vec<Entity>> {
        edition::read_entities(&mut Reader::new(part))
    }
}
