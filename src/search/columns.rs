//! What a list is narrowed by, of every article: label, source and day, column by column. A hosted edition serves them
//! as one small part, so that filters need no heads.

use super::Searcher;
use super::map::day_text;
use super::parts::{Parts, Stop, answered};
use crate::model::Head;
#[cfg(not(target_arch = "wasm32"))]
use crate::pack::Writer;
use crate::pack::{PackError, PartId, Reader};

impl Searcher {
    /// For each article of a hosted edition a head of which only label, source and day are filled in.
    ///
    /// # Errors
    /// Where the part that has them is damaged or does not come.
    pub async fn columns(&self) -> Result<Vec<Head>, PackError> {
        answered(&self.pack, |parts| self.columns_in(parts)).await
    }

    pub(super) fn columns_in(&self, parts: &mut Parts) -> Result<Vec<Head>, Stop> {
        let mut heads = read(parts.get(PartId::Columns)?, self.guide.map.articles())
            .ok_or(Stop::unreadable(PartId::Columns))?;
        for (n, head) in heads.iter_mut().enumerate() {
            head.day = day_text(self.guide.map.day(n));
        }
        Ok(heads)
    }
}

/// Days stand in [`PartId::Map`] already.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write<'a>(
    articles: impl Iterator<Item = (Option<&'a str>, Option<&'a str>)> + Clone,
) -> Vec<u8> {
    let mut writer = Writer::default();
    for (label, _) in articles.clone() {
        writer.maybe_word(label);
    }
    for (_, source) in articles {
        writer.maybe_word(source);
    }
    writer.bytes
}

fn read(bytes: &[u8], articles: usize) -> Option<Vec<Head>> {
    let mut reader = Reader::new(bytes);
    let mut heads = vec![Head::default(); articles];
    for head in &mut heads {
        head.label = reader.maybe_word()?;
    }
    for head in &mut heads {
        head.source = reader.maybe_word()?;
    }
    reader.is_empty().then_some(heads)
}
