//! A corpus as a small pack, and files beside it that hold the rest.

use flate2::{Compress, Compression, FlushCompress};
use rayon::prelude::*;

use super::bytes::Writer;
use super::crc::crc32;
use super::directory::{Directory, PartId};
use super::hosted::{HEADS, Places, UNIT, file_name};
use super::{article, edition, write};
use crate::model::{Corpus, Edition, Head};

/// A text part of a hosted edition is closed once it is this long, in bytes, uncompressed: an article opened or an
/// excerpt shown costs one part.
const TEXT_BYTES: usize = 16 * 1024;

/// So many text parts are compressed side by side: no more of them are uncompressed at once.
const SIDE_BY_SIDE: usize = 64;

/// A corpus of which most parts stand in files of their own.
pub struct HostedEdition {
    /// The pack that the page brings along.
    pub pack: Vec<u8>,
    /// The files by name, each as what is to stand in it, one after another: the larger part of an edition is not copied.
    pub files: Vec<(String, Vec<Vec<u8>>)>,
}

/// A part to be placed: its bytes, and how many articles it holds.
struct Loose {
    id: PartId,
    articles: usize,
    bytes: Vec<u8>,
}

/// A part compressed, and how many articles it holds.
type Packed = (PartId, usize, Vec<u8>);

impl Loose {
    fn packed(self) -> Packed {
        (self.id, self.articles, compressed(&self))
    }
}

/// Takes a corpus apart for a host. `index` is what [`crate::search`] needs, sorted by id. The same corpus gives the
/// same bytes and names.
///
/// `folder` is where the files stand, as seen from the page's script, with a slash at its end or empty.
#[must_use]
pub fn host(corpus: &Corpus, index: Vec<(PartId, Vec<u8>)>, folder: &str) -> HostedEdition {
    // Each part goes as soon as it is compressed, the index, the largest of all, before the others are made: so a large
    // corpus is in memory about once.
    let index = index.into_par_iter().map(|(id, bytes)| Loose { id, articles: 0, bytes }.packed());
    let index: Vec<Packed> = index.collect();
    let whole = Edition::without_entities(corpus);
    let mut packed = texts(corpus);
    let mut alone = |id, write: &dyn Fn(&mut Writer)| {
        let mut writer = Writer::default();
        write(&mut writer);
        packed.push(Loose { id, articles: 0, bytes: writer.bytes }.packed());
    };
    alone(PartId::Whole, &|writer| edition::write(writer, &whole));
    alone(PartId::Entities, &|writer| edition::write_entities(writer, &corpus.entities));
    packed.extend(heads(&whole).map(Loose::packed));
    packed.extend(index);

    let mut places = Places::default();
    let mut files: Vec<Vec<Vec<u8>>> = Vec::new();
    for (id, articles, packed) in packed {
        places.push(id, packed.len(), articles);
        let file = places.place(id).map_or(0, |(file, ..)| file);
        files.resize_with(file + 1, Vec::new);
        if let Some(file) = files.get_mut(file) {
            file.push(packed);
        }
    }
    let sum = |file: &Vec<Vec<u8>>| fingerprint(file.iter().flatten()).to_be_bytes();
    let sums: Vec<u8> = files.iter().flat_map(sum).collect();
    places.prefix = format!("{folder}{:016x}-", fingerprint(sums.iter()));
    let named = |(n, file): (usize, Vec<Vec<u8>>)| (file_name(&places.prefix, n), file);
    let files = files.into_iter().enumerate().map(named).collect();
    HostedEdition { pack: front(corpus, whole, &places), files }
}

/// The pack with what the first page shows and the list of the other parts.
fn front(corpus: &Corpus, whole: Edition, places: &Places) -> Vec<u8> {
    let bare = |head: Head| Head { entities: Vec::new(), ..head };
    let heads = whole.heads.into_iter().take(HEADS).map(bare).collect();
    let edition = Edition { facts: whole.facts, heads, entities: Vec::new() };
    let mut first = Writer::default();
    edition::write(&mut first, &edition);
    let mut list = Writer::default();
    places.write(&mut list);
    let mut letters = Writer::default();
    write::write_letters(&mut letters, corpus);
    let mut article = Writer::default();
    corpus.articles.iter().take(1).for_each(|it| article::write(&mut article, it));
    let parts = [
        (PartId::Letters, letters),
        (PartId::Edition, first),
        (PartId::Hosted, list),
        (PartId::First, article),
    ];
    let mut directory = Directory::default();
    for (id, part) in &parts {
        directory.push(*id, 0, &part.bytes);
    }
    let mut bytes = directory.bytes();
    for (_, part) in &parts {
        bytes.extend_from_slice(&part.bytes);
    }
    bytes
}

fn texts(corpus: &Corpus) -> Vec<Packed> {
    let (mut loose, mut packed) = (Vec::new(), Vec::new());
    let (mut writer, mut held, mut number) = (Writer::default(), 0, 0);
    for (n, article) in corpus.articles.iter().enumerate() {
        article::write(&mut writer, article);
        held += 1;
        let last = n + 1 == corpus.articles.len();
        if last || writer.bytes.len() >= TEXT_BYTES {
            let bytes = std::mem::take(&mut writer).bytes;
            let articles = std::mem::take(&mut held);
            loose.push(Loose { id: PartId::Text(number), articles, bytes });
            number += 1;
        }
        if last || loose.len() == SIDE_BY_SIDE {
            packed.par_extend(loose.par_drain(..).map(Loose::packed));
        }
    }
    packed
}

fn heads(edition: &Edition) -> impl Iterator<Item = Loose> {
    edition.heads.chunks(HEADS).zip(0..).map(|(heads, number)| {
        let mut writer = Writer::default();
        for head in heads {
            edition::write_head(&mut writer, &Head { entities: Vec::new(), ..head.clone() });
        }
        Loose { id: PartId::Heads(number), articles: 0, bytes: writer.bytes }
    })
}

/// The CRC-32, the length and the bytes, as raw DEFLATE (RFC 1951) of a length that is a multiple of [`UNIT`].
fn compressed(part: &Loose) -> Vec<u8> {
    let length = u32::try_from(part.bytes.len()).unwrap_or(u32::MAX).to_le_bytes();
    let whole = [&crc32(&part.bytes).to_le_bytes(), &length, &part.bytes[..]].concat();
    // Lists of positions hardly become smaller, and there are many.
    let level = match part.id {
        PartId::Index(_) | PartId::Long(_) => 1,
        _ => 6,
    };
    let mut deflate = Compress::new(Compression::new(level), false);
    // With room for all of it (what does not become smaller is stored, 5 bytes more for each 32 kB) one turn does: where the
    // room ran out within a flush, the next turn would write what waited and leave the last block unwritten.
    let mut packed = Vec::with_capacity(whole.len() + whole.len() / 8 + 256);
    // Compressing into memory does not fail. Flushing ends at a byte.
    let _ = deflate.compress_vec(&whole, &mut packed, FlushCompress::Sync);
    // A last block, stored as it is, fills the unit: its head is 5 bytes.
    let filling = (packed.len() + 5).next_multiple_of(UNIT) - packed.len() - 5;
    let [low, high, ..] = filling.to_le_bytes();
    packed.extend_from_slice(&[1, low, high, !low, !high]);
    packed.resize(packed.len() + filling, 0);
    packed.shrink_to_fit();
    packed
}

/// FNV-1a, enough to name what is different differently.
fn fingerprint<'a>(bytes: impl Iterator<Item = &'a u8>) -> u64 {
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn every_part_comes_out_as_it_went_in() {
        // From what hardly becomes smaller to what becomes much smaller; small parts and large ones.
        for bits in [1, 2, 5, 7, 8] {
            // The two odd ones were once cut short.
            for length in [0, 1, 100, 5_000, 117_776, 123_331, 300_000] {
                let mut seed = 1_u32;
                let byte = |_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    seed.to_be_bytes()[0] >> (8 - bits)
                };
                let bytes: Vec<u8> = (0..length).map(byte).collect();
                for id in [PartId::Long(0), PartId::Text(0)] {
                    let packed = compressed(&Loose { id, articles: 0, bytes: bytes.clone() });
                    assert_eq!(packed.len() % UNIT, 0);
                    let mut whole = Vec::new();
                    let read =
                        flate2::read::DeflateDecoder::new(&packed[..]).read_to_end(&mut whole);
                    assert!(read.is_ok(), "{bits} bits, {length} bytes: {read:?}");
                    assert_eq!(whole[..4], crc32(&bytes).to_le_bytes());
                    assert_eq!(whole[4..8], u32::try_from(length).unwrap().to_le_bytes());
                    assert!(whole[8..].starts_with(&bytes));
                }
            }
        }
    }
}
