//! Parts that stand in files beside the page and are fetched when they are asked for.
//!
//! Some hundred files hold some thousand parts, each part compressed by itself (raw DEFLATE, RFC 1951), its CRC-32 and its
//! length in front, and filled up to a whole number of units. The list of them is short, mostly a byte for each: its
//! units, and how many articles a text part holds; which part stands in which file is reckoned by a rule.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use super::bytes::Reader;
#[cfg(not(target_arch = "wasm32"))]
use super::bytes::Writer;
use super::crc::crc32;
use super::{PackError, PartId};

/// How many heads stand in one [`PartId::Heads`], and how many of them the page brings along.
pub const HEADS: usize = 32;

/// A file is closed before it would grow beyond this, in bytes, by the kind of its parts. Hosts without ranges send it
/// whole for any of its parts; smaller files are more files. So what every query needs stands in small files, what
/// few need in large ones.
fn file_bytes(id: PartId) -> usize {
    1024 * match id {
        PartId::Text(_) | PartId::Tally(_) | PartId::Words(_) => 48,
        PartId::Heads(_) => 64,
        PartId::Index(_) => 160,
        _ => 1024,
    }
}

/// What the lengths of parts are multiples of, in bytes: every reader loads all lengths, and few of the parts.
pub(super) const UNIT: usize = 128;

/// Parts that were fetched are kept up to so many bytes, uncompressed; those not asked for longest go first.
const KEPT_BYTES: usize = 24 * 1024 * 1024;

/// Brings bytes `from..to` of a file, uncompressed, or says why not. It begins at once, before it is waited for.
pub type Fetch = Arc<dyn Fn(&str, usize, usize) -> Fetching + Send + Sync>;

type Fetching = Pin<Box<dyn Future<Output = Result<Vec<u8>, String>>>>;

type Bytes = Arc<Vec<u8>>;

type OnItsWay = Pin<Box<dyn Future<Output = Result<Bytes, PackError>>>>;

/// Where the parts stand, and those that came.
pub(super) struct Hosted {
    places: Places,
    fetch: Fetch,
    kept: Mutex<Vec<(PartId, Bytes)>>,
}

/// Which part stands where.
#[derive(Default)]
pub(super) struct Places {
    /// How the names of the files begin.
    pub(super) prefix: String,
    /// For each kind that there is: the number of its first part among all, and how many it has.
    kinds: Vec<(u32, usize, usize)>,
    /// For each part its file, and its first and last byte in it.
    parts: Vec<(usize, usize, usize)>,
    /// For each text part the index of the article after its last.
    articles: Vec<usize>,
}

/// A part on its way, or here.
pub enum Coming {
    /// It was kept.
    Here(Arc<Vec<u8>>),
    /// It is being fetched.
    OnItsWay(OnItsWay),
}

impl Coming {
    pub(super) async fn take(self) -> Result<Bytes, PackError> {
        match self {
            Self::Here(bytes) => Ok(bytes),
            Self::OnItsWay(coming) => coming.await,
        }
    }
}

impl Places {
    /// Adds a part after the others; those of a kind must come one after another. `articles` is how many a text
    /// part holds.
    pub(super) fn push(&mut self, id: PartId, length: usize, articles: usize) {
        let kind = id.numbers().0;
        let of_kind = self.kinds.last_mut().filter(|(last, ..)| *last == kind);
        let fresh = of_kind.is_none();
        match of_kind {
            Some((.., count)) => *count += 1,
            None => self.kinds.push((kind, self.parts.len(), 1)),
        }
        let (file, end) = self.parts.last().map_or((0, 0), |(file, _, end)| (*file, *end));
        // A kind begins a file, so that a host without ranges sends no index with a text.
        let full = end > 0 && (fresh || end.saturating_add(length) > file_bytes(id));
        let (file, start) = if full { (file + 1, 0) } else { (file, end) };
        self.parts.push((file, start, start.saturating_add(length)));
        if matches!(id, PartId::Text(_)) {
            self.articles.push(self.article_count().saturating_add(articles));
        }
    }

    fn article_count(&self) -> usize {
        self.articles.last().copied().unwrap_or_default()
    }

    /// The file of a part, and where it stands in it.
    pub(super) fn place(&self, id: PartId) -> Option<(usize, usize, usize)> {
        let (kind, number) = id.numbers();
        let (_, first, count) = self.kinds.iter().find(|(own, ..)| *own == kind)?;
        let number = number as usize;
        (number < *count).then(|| self.parts.get(first + number).copied())?
    }

    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn write(&self, writer: &mut Writer) {
        writer.text(&self.prefix);
        let mut articles = 0;
        for (kind, first, count) in &self.kinds {
            writer.number(u64::from(*kind));
            writer.count(*count);
            for (nth, (_, start, end)) in self.parts.iter().skip(*first).take(*count).enumerate() {
                writer.count((end - start) / UNIT);
                if let (true, Some(after)) = (is_text(*kind), self.articles.get(nth)) {
                    writer.count(after - articles);
                    articles = *after;
                }
            }
        }
    }

    fn read(reader: &mut Reader) -> Option<Self> {
        let mut places = Self { prefix: reader.text()?, ..Self::default() };
        while !reader.is_empty() {
            let (kind, count) = (reader.small()?, reader.small()?);
            for number in 0..count {
                let length = reader.count()?.checked_mul(UNIT)?;
                let articles = if is_text(kind) { reader.count()? } else { 0 };
                places.push(PartId::of_numbers((kind, number))?, length, articles);
            }
        }
        Some(places)
    }
}

fn is_text(kind: u32) -> bool {
    kind == PartId::Text(0).numbers().0
}

impl Hosted {
    pub(super) fn read(reader: &mut Reader, fetch: Fetch) -> Option<Self> {
        let places = Places::read(reader)?;
        Some(Self { places, fetch, kept: Mutex::new(Vec::new()) })
    }

    pub(super) fn articles(&self) -> usize {
        self.places.article_count()
    }

    pub(super) fn has(&self, id: PartId) -> bool {
        self.places.place(id).is_some()
    }

    pub(super) fn text_part(&self, index: usize) -> Option<(PartId, usize)> {
        let number = self.places.articles.partition_point(|after| *after <= index);
        self.places.articles.get(number)?;
        let first = number.checked_sub(1).and_then(|it| self.places.articles.get(it));
        let nth = index - first.copied().unwrap_or_default();
        Some((PartId::Text(u32::try_from(number).ok()?), nth))
    }

    pub(super) fn text_parts(&self) -> Vec<PartId> {
        (0..).take(self.places.articles.len()).map(PartId::Text).collect()
    }

    /// Takes a part from those kept, or begins to fetch it.
    pub(super) fn bring(self: &Arc<Self>, id: PartId) -> Coming {
        if let Some(bytes) = self.kept(id) {
            return Coming::Here(bytes);
        }
        let Some((file, start, end)) = self.places.place(id) else {
            return Coming::OnItsWay(Box::pin(async move { Err(PackError::Missing { part: id }) }));
        };
        let coming = (self.fetch)(&file_name(&self.places.prefix, file), start, end);
        let hosted = self.clone();
        Coming::OnItsWay(Box::pin(async move {
            let came = coming.await;
            let mut bytes = came.map_err(|reason| PackError::DidNotCome { part: id, reason })?;
            let number =
                |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
            let front = number(0).zip(number(4));
            let (expected, length) = front.ok_or(PackError::Unreadable { part: id })?;
            bytes.drain(..8);
            bytes.truncate(length as usize);
            let got = crc32(&bytes);
            if got != expected {
                return Err(PackError::Damaged { part: id, expected, got });
            }
            let bytes = Arc::new(bytes);
            hosted.keep(id, &bytes);
            Ok(bytes)
        }))
    }

    fn kept(&self, id: PartId) -> Option<Bytes> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().rposition(|(own, _)| *own == id)?;
        // What is asked for goes to the end, where it is kept longest.
        let part = kept.remove(at);
        let bytes = part.1.clone();
        kept.push(part);
        Some(bytes)
    }

    fn keep(&self, id: PartId, bytes: &Bytes) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(own, _)| *own != id);
        kept.push((id, bytes.clone()));
        let mut room = KEPT_BYTES;
        let fits = kept.iter().rev().take_while(|(_, bytes)| {
            let fits = bytes.len() <= room;
            room = room.saturating_sub(bytes.len());
            fits
        });
        let gone = kept.len() - fits.count();
        kept.drain(..gone);
    }
}

/// The name of a file of parts.
pub(super) fn file_name(prefix: &str, file: usize) -> String {
    [prefix, &file.to_string(), ".bin"].concat()
}
