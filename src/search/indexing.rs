//! Writing the index that `grams` describes. Native only: what is served is written once.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::{Corpus, Edition};
use crate::pack::{PartId, Writer};

use super::columns;
use super::grams::{Guide, block, write_list};
use super::layout::{Laid, lay_out};
use super::lookup::{article_key, mention_key};
use super::map::small;
use super::mentioned::mentions;
use super::run::{Lists, Run};
use super::words;

/// How large a [`PartId::Index`] is about, in bytes. Larger: fewer parts to list; smaller: less that a query fetches
/// in vain.
const BLOCK_BYTES: usize = 16 * 1024;

/// The parts that a hosted edition needs to be searched, sorted by id: see [`crate::pack::host`]. The same corpus gives
/// the same bytes. A string that stands more often than `split` times, as [`super::SPLIT`], gets a long list of its own.
#[must_use]
pub fn index(corpus: &Corpus, split: usize) -> Vec<(PartId, Vec<u8>)> {
    let laid: Vec<Laid> = corpus.articles.par_iter().map(lay_out).collect();
    let words = words::parts(laid.iter().map(|laid| laid.text.as_str()));
    let (run, mut guide, mentions) = gathered(corpus, laid);
    let (mut lists, split) = run.lists(&guide, split);
    lists.push(others(corpus, mentions));
    let bytes: usize = lists.iter().map(|lists| lists.bytes.len()).sum();
    guide.blocks = small(bytes / BLOCK_BYTES + 1);
    guide.longest = run.longest();
    guide.split = split.iter().map(|(gram, ..)| gram.clone()).collect();

    let blocks = in_blocks(lists, guide.blocks);
    let mut writer = Writer::default();
    guide.write(&mut writer);
    let mut parts = vec![(PartId::Map, writer.bytes)];
    parts.extend((0..).map(PartId::Index).zip(blocks));
    let (mut long, mut counted) = (Vec::new(), Vec::new());
    for ((_, list, tallies), n) in split.into_iter().zip(0..) {
        long.push((PartId::Long(n), list));
        counted.push((PartId::Tally(n), tallies));
    }
    parts.extend(long);
    parts.extend(counted);
    let articles = corpus.articles.iter();
    let columns = articles.map(|article| (article.label.as_deref(), article.source.as_deref()));
    parts.push((PartId::Columns, columns::write(columns)));
    parts.extend(words);
    parts
}

/// The lists that are none of grams: where each entity is mentioned, and which number each article's id has.
fn others(corpus: &Corpus, mentions: Mentions) -> Lists {
    let mut lists = Lists::default();
    let mut writer = Writer::default();
    for (entity, places) in mentions {
        writer.bytes.clear();
        let mut before = 0;
        for (start, end) in places {
            writer.number(u64::from(start - before));
            writer.number(u64::from(end - start));
            before = start;
        }
        lists.push(&mention_key(entity), &writer.bytes);
    }
    for (article, n) in corpus.articles.iter().zip(0..) {
        writer.bytes.clear();
        writer.number(n);
        lists.push(&article_key(article.id.as_str()), &writer.bytes);
    }
    lists
}

/// The lists, each in the block that its gram leads to.
fn in_blocks(lists: Vec<Lists>, count: u32) -> impl Iterator<Item = Vec<u8>> {
    let mut blocks: Vec<Writer> = Vec::new();
    blocks.resize_with(count as usize, Writer::default);
    for lists in lists {
        for (gram, list) in lists.iter() {
            if let Some(writer) = blocks.get_mut(block(gram, count) as usize) {
                write_list(writer, gram, list);
            }
        }
    }
    blocks.into_iter().map(|writer| writer.bytes)
}

/// Entities by index, with the positions of their mentions, end exclusive.
type Mentions = BTreeMap<u32, Vec<(u32, u32)>>;

/// The whole text, the outline of it, and where entities are mentioned.
fn gathered(corpus: &Corpus, laid: Vec<Laid>) -> (Run, Guide, Mentions) {
    let edition = Edition { entities: corpus.entities.clone(), ..Edition::default() };
    let (mut chars, mut guide, mut mentioned) = (Vec::new(), Guide::default(), Mentions::new());
    for (article, laid) in corpus.articles.iter().zip(laid) {
        for it in mentions(&edition, article, &laid, &guide.map) {
            mentioned.entry(it.entity).or_default().push((it.place.start, it.place.end));
        }
        guide.map.add(&laid, article.day.as_deref());
        chars.extend(laid.text.chars());
    }
    for places in mentioned.values_mut() {
        places.sort_unstable();
    }
    (Run::of(chars), guide, mentioned)
}
