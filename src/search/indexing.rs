//! Writing the index that `grams` describes. Native only: what is served is written once.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::Corpus;
use crate::pack::{PartId, Writer};

use super::columns;
use super::grams::{Guide, block};
use super::layout::{Laid, lay_out};
use super::lookup::{article_key, mention_key};
use super::map::small;
use super::mentioned::mentions;
use super::run::{Lists, Run};
use super::words::Counts;

/// How large a [`PartId::Index`] is about, in bytes. Larger: fewer parts to list; smaller: less that a query fetches
/// in vain.
const BLOCK_BYTES: usize = 16 * 1024;

/// So many articles are laid out side by side: of the others only what is gathered is held.
const SIDE_BY_SIDE: usize = 64;

/// The parts that a hosted edition needs to be searched, sorted by id: see [`crate::pack::host`]. The same corpus gives
/// the same bytes. A string that stands more often than `split` times, as [`super::SPLIT`], gets a long list of its own.
#[must_use]
pub fn index(corpus: &Corpus, split: usize) -> Vec<(PartId, Vec<u8>)> {
    let Gathered { run, mut guide, mentions, words } = gathered(corpus);
    let words = words.parts();
    let (mut lists, split) = run.lists(&guide, split);
    guide.longest = run.longest();
    // The largest thing that the lists were made of.
    drop(run);
    lists.push(others(corpus, mentions));
    let bytes: usize = lists.iter().map(|lists| lists.length).sum();
    guide.blocks = small(bytes / BLOCK_BYTES + 1);
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
fn in_blocks(lists: Vec<Lists>, count: u32) -> Vec<Vec<u8>> {
    let mut lengths = vec![0; count as usize];
    for (gram, list) in lists.iter().flat_map(Lists::iter) {
        if let Some(length) = lengths.get_mut(block(gram, count) as usize) {
            *length += list.len();
        }
    }
    // With just the room that each takes: growing would leave holes of every size.
    let mut blocks: Vec<Vec<u8>> = lengths.into_iter().map(Vec::with_capacity).collect();
    for lists in lists {
        for (gram, list) in lists.iter() {
            if let Some(block) = blocks.get_mut(block(gram, count) as usize) {
                block.extend_from_slice(list);
            }
        }
    }
    blocks
}

/// Entities by index, with the positions of their mentions, end exclusive.
type Mentions = BTreeMap<u32, Vec<(u32, u32)>>;

/// What goes into the index, of all articles.
#[derive(Default)]
struct Gathered {
    /// The whole text.
    run: Run,
    /// The outline of it.
    guide: Guide,
    mentions: Mentions,
    words: Counts,
}

fn gathered(corpus: &Corpus) -> Gathered {
    let mut all = Gathered::default();
    for articles in corpus.articles.chunks(SIDE_BY_SIDE) {
        let laid: Vec<Laid> = articles.par_iter().map(lay_out).collect();
        for (article, laid) in articles.iter().zip(&laid) {
            for it in mentions(&corpus.entities, article, laid, &all.guide.map) {
                let place = (it.place.start, it.place.end);
                all.mentions.entry(it.entity).or_default().push(place);
            }
            all.words.add(all.guide.map.articles(), &laid.text);
            all.run.add(&laid.text);
            all.guide.map.add(laid, article.day.as_deref());
        }
    }
    for places in all.mentions.values_mut() {
        places.sort_unstable();
    }
    all.run.sort();
    all
}
