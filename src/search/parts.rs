//! The parts that one query needs. Matching is plain code that reads what is here and notes what is missing; what is
//! missing is then fetched, all of it at once, and matching begins again.

use crate::model::Article;
use crate::pack::{Pack, PackError, Part, PartId};

/// Why there is no answer yet, or none at all.
pub(super) enum Stop {
    /// A part has still to come.
    Waiting,
    /// A part is damaged.
    Failed(PackError),
}

impl Stop {
    /// A part has the right checksum and yet does not read.
    pub(super) fn unreadable(part: PartId) -> Self {
        Self::Failed(PackError::Unreadable { part })
    }
}

/// The parts that came, and those that were missing.
pub(super) struct Parts<'a> {
    pack: &'a Pack,
    here: Vec<(PartId, Part)>,
    missing: Vec<PartId>,
}

/// Asks, and fetches what was missing, until there is an answer.
pub(super) async fn answered<T>(
    pack: &Pack,
    mut ask: impl FnMut(&mut Parts) -> Result<T, Stop>,
) -> Result<T, PackError> {
    let mut parts = Parts { pack, here: Vec::new(), missing: Vec::new() };
    loop {
        match ask(&mut parts) {
            Ok(answer) => return Ok(answer),
            Err(Stop::Failed(error)) => return Err(error),
            Err(Stop::Waiting) => parts.fetch().await?,
        }
    }
}

/// What is there so far: where a part has still to come, `waiting` says so, and whatever else is needed can be noted.
pub(super) fn so_far<T>(found: Result<T, Stop>, waiting: &mut bool) -> Result<Option<T>, Stop> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Stop::Waiting) => {
            *waiting = true;
            Ok(None)
        }
        Err(failed) => Err(failed),
    }
}

impl Parts<'_> {
    /// Whether a part is here; one that is not is noted.
    pub(super) fn want(&mut self, id: PartId) -> bool {
        let here = self.here.iter().any(|(own, _)| *own == id);
        if !here && !self.missing.contains(&id) {
            self.missing.push(id);
        }
        here
    }

    pub(super) fn get(&mut self, id: PartId) -> Result<&[u8], Stop> {
        self.want(id);
        let part = self.here.iter().find(|(own, _)| *own == id);
        part.map(|(_, part)| &**part).ok_or(Stop::Waiting)
    }

    pub(super) fn article(&mut self, index: usize) -> Result<Article, Stop> {
        let place = self.pack.text_part(index);
        let (id, nth) = place.ok_or(Stop::Failed(PackError::NoArticle { index }))?;
        Pack::nth_article(self.get(id)?, nth).ok_or(Stop::unreadable(id))
    }

    /// Fetches what was missing.
    async fn fetch(&mut self) -> Result<(), PackError> {
        let missing = std::mem::take(&mut self.missing);
        let parts = self.pack.parts(&missing).await?;
        self.here.extend(missing.into_iter().zip(parts));
        Ok(())
    }
}
