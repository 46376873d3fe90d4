use futures::executor::block_on;
use newsprint::model::{Article, ArticleId, Block, Corpus, Edition, Section};
use newsprint::pack::{Pack, PackError, PartId, encode};
use proptest::prelude::*;

use crate::strategies::corpus;

fn open(corpus: &Corpus) -> Pack {
    Pack::open(encode(corpus)).expect("what was encoded opens")
}

/// Enough articles for several text parts.
fn large() -> Corpus {
    let article = |n: usize| Article {
        id: ArticleId::new(&format!("n{n}")),
        headline: Some(format!("第{n}號公告")),
        sections: vec![Section {
            blocks: vec![Block::Paragraph {
                text: format!("{n} 號公告的內容。").repeat(100)
            }],
            ..Section::default()
        }],
        ..Article::default()
    };
    Corpus { articles: (0..100).map(article).collect(), ..Corpus::default() }
}

/// Makes the checksums of a damaged pack right, as far as its directory still reads.
fn mend(bytes: &mut [u8]) {
    let Ok(pack) = Pack::open(bytes.to_vec()) else { return };
    let parts: Vec<PartId> = pack.text_parts().into_iter().chain([PartId::Edition]).collect();
    for part in parts {
        if let Err(PackError::Damaged { expected, got, .. }) = block_on(pack.part(part)) {
            let at = bytes
                .windows(4)
                .position(|four| four == expected.to_le_bytes())
                .expect("the directory has it");
            bytes[at..at + 4].copy_from_slice(&got.to_le_bytes());
        }
    }
    let length = u32::from_le_bytes([bytes[12], bytes[13], bytes[14], bytes[15]]) as usize;
    let crc = crc32fast::hash(&bytes[20..20 + length]);
    bytes[16..20].copy_from_slice(&crc.to_le_bytes());
}

#[test]
fn an_article_is_found_by_its_index_in_whichever_part() {
    let corpus = large();
    let pack = open(&corpus);
    assert!(pack.text_parts().len() > 3);
    for index in [0, 1, 42, 99] {
        assert_eq!(block_on(pack.article(index)).as_ref(), Ok(&corpus.articles[index]));
    }
    assert_eq!(block_on(pack.article(100)), Err(PackError::NoArticle { index: 100 }));
    assert_eq!(block_on(pack.edition()), Ok(Edition::of(&corpus)));
}

#[test]
fn the_edition_is_named_by_what_it_holds() {
    let corpus = large();
    let mut other = corpus.clone();
    other.articles[50].headline = Some("第51號公告".into());
    assert_eq!(open(&corpus).edition_id(), Pack::of(corpus.clone()).edition_id());
    assert_ne!(open(&corpus).edition_id(), open(&other).edition_id());
    assert_eq!(open(&corpus).edition_id().len(), 16);
}

#[test]
fn what_is_wrong_is_said_with_the_way_out() {
    let whole = encode(&large());
    let opened = |bytes: &[u8]| Pack::open(bytes.to_vec()).map(|_| ()).expect_err("it is broken");
    let mut other = whole.clone();
    other[8] = 9;
    assert_eq!(
        opened(&other).to_string(),
        "the pack is of version 9 and this viewer reads version 4; build the site again, so that both come from \
         one program"
    );
    assert_eq!(opened(b"<!doctype html>"), PackError::NotAPack);
    assert_eq!(opened(b""), PackError::NotAPack);
    assert!(matches!(opened(&whole[..whole.len() - 1]), PackError::CutShort { .. }));
    let mut damaged = whole.clone();
    damaged[25] ^= 1;
    assert_eq!(opened(&damaged), PackError::DamagedDirectory);

    let mut damaged = whole.clone();
    let last = damaged.len() - 1;
    damaged[last] ^= 1;
    let pack = Pack::open(damaged).expect("the directory is whole");
    assert!(block_on(pack.edition()).is_ok(), "one damaged part leaves the others");
    let error = block_on(pack.article(99)).expect_err("its part is damaged");
    assert!(matches!(error, PackError::Damaged { part: PartId::Text(_), .. }));
    assert!(error.to_string().starts_with("part text-"), "{error}");
    assert!(matches!(block_on(pack.part(PartId::Text(999))), Err(PackError::Missing { .. })));
}

proptest! {
    #[test]
    fn a_corpus_survives(corpus in corpus()) {
        prop_assert_eq!(block_on(open(&corpus).corpus()), Ok(corpus));
    }

    #[test]
    fn the_same_corpus_gives_the_same_bytes(corpus in corpus()) {
        prop_assert_eq!(encode(&corpus), encode(&corpus.clone()));
    }

    #[test]
    fn damaged_parts_never_panic(corpus in corpus(), at in any::<proptest::sample::Index>(), with in any::<[u8; 3]>()) {
        let mut bytes = encode(&corpus);
        let at = at.index(bytes.len());
        for (place, byte) in bytes.iter_mut().skip(at).zip(with) {
            *place = byte;
        }
        if let Ok(pack) = Pack::open(bytes.clone()) {
            block_on(pack.corpus()).ok();
        }
        // Again with the checksums made right, so that the codec itself meets the damage.
        mend(&mut bytes);
        if let Ok(pack) = Pack::open(bytes) {
            block_on(pack.corpus()).ok();
            for index in 0..corpus.articles.len() {
                block_on(pack.article(index)).ok();
            }
        }
    }

    #[test]
    fn any_bytes_open_or_say_why(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut pack = b"newsprnt\x02\0\0\0".to_vec();
        pack.extend(&bytes);
        for bytes in [bytes, pack] {
            if let Ok(pack) = Pack::open(bytes) {
                block_on(pack.corpus()).ok();
            }
        }
    }
}
