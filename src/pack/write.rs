//! A corpus as one pack.

use crate::model::{Corpus, Edition};

use crate::text::letters_of;

use super::bytes::Writer;
use super::directory::{Directory, PartId};
use super::{article, edition};

/// A text part is closed once it is this long, in bytes. Larger parts mean fewer requests and better
/// compression; smaller ones mean less to load for one article.
const PART_BYTES: usize = 48 * 1024;

/// The pack of a corpus. The same corpus gives the same bytes.
///
/// ```
/// use newsprint::model::Corpus;
/// use newsprint::pack::{Pack, encode};
/// let pack = Pack::open(encode(&Corpus::default()))?;
/// assert_eq!(pack.articles(), 0);
/// # Ok::<(), newsprint::pack::PackError>(())
/// ```
#[must_use]
pub fn encode(corpus: &Corpus) -> Vec<u8> {
    let (directory, mut bytes) = lay_out(corpus);
    // In front of the parts in their place: a large pack is in memory once, not twice.
    bytes.splice(..0, directory.bytes());
    bytes
}

/// The directory, and the parts one after another.
pub(super) fn lay_out(corpus: &Corpus) -> (Directory, Vec<u8>) {
    let mut directory = Directory::default();
    let mut parts = Vec::new();
    let mut add = |id, articles, writer: &mut Writer| {
        let part = std::mem::take(writer).bytes;
        directory.push(id, articles, &part);
        parts.extend_from_slice(&part);
    };

    let mut writer = Writer::default();
    write_letters(&mut writer, corpus);
    add(PartId::Letters, 0, &mut writer);
    edition::write(&mut writer, &Edition::of(corpus));
    add(PartId::Edition, 0, &mut writer);
    let (mut number, mut held) = (0, 0);
    for article in &corpus.articles {
        article::write(&mut writer, article);
        held += 1;
        if writer.bytes.len() >= PART_BYTES {
            add(PartId::Text(number), held, &mut writer);
            (number, held) = (number + 1, 0);
        }
    }
    if held > 0 {
        add(PartId::Text(number), held, &mut writer);
    }
    (directory, parts)
}

/// What the characters of the corpus are searched as.
pub(super) fn write_letters(writer: &mut Writer, corpus: &Corpus) {
    edition::write_letters(writer, &letters_of(texts(corpus)));
}

/// Everything that a reader can search in.
fn texts(corpus: &Corpus) -> impl Iterator<Item = &str> {
    let articles = corpus.articles.iter().flat_map(|article| {
        let facts = [&article.source, &article.date].into_iter().filter_map(|it| it.as_deref());
        article.texts().map(|(_, text)| text).chain(facts)
    });
    let names = corpus.entities.iter();
    let names = names.flat_map(|it| std::iter::once(&it.name).chain(&it.aliases));
    articles.chain(names.map(String::as_str))
}
