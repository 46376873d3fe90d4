//! A hosted edition, searched part by part, answers as one that stands whole in memory.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::sync::Arc;

use flate2::read::DeflateDecoder;
use futures::executor::block_on;
use newsprint::model::{
    Article, ArticleId, At, Block, Corpus, Entity, EntityId, Kind, Mention, Section, Span,
};
use newsprint::pack::{Fetch, Pack, PackError, host};
use newsprint::search::{Answer, Filter, Query, Searcher, index, position};
use proptest::prelude::*;

use crate::strategies;

/// The corpus as a host serves it; every gram that stands more often than `split` times is split.
fn hosted(corpus: &Corpus, split: usize) -> Pack {
    let hosted = host(corpus, index(corpus, split), "parts/");
    let files = hosted.files.into_iter().map(|(name, parts)| (name, parts.concat()));
    let files: BTreeMap<String, Vec<u8>> = files.collect();
    let fetch: Fetch = Arc::new(move |name, from, to| {
        let packed = files.get(name).and_then(|file| file.get(from..to));
        let answer = packed.ok_or_else(|| format!("no {name}")).and_then(inflated);
        Box::pin(async move { answer })
    });
    Pack::open_hosted(hosted.pack, fetch).expect("what was written opens")
}

fn inflated(packed: &[u8]) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    DeflateDecoder::new(packed).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes)
}

fn ask(searcher: &Searcher, typed: &str) -> Answer {
    block_on(searcher.search(&Query::parse(typed), &Filter::default())).expect("all parts come")
}

fn open(pack: &Pack) -> Searcher {
    block_on(Searcher::open(pack)).expect("all parts come")
}

/// A word to ask for: a stretch of the corpus, or any text.
fn typed() -> impl Strategy<Value = Vec<(usize, usize, usize, u8, String)>> {
    proptest::collection::vec(
        (0..1000_usize, 0..1000_usize, 1..9_usize, 0..14_u8, strategies::text()),
        1..4,
    )
}

fn query(corpus: &Corpus, picks: &[(usize, usize, usize, u8, String)]) -> String {
    let texts: Vec<&str> =
        corpus.articles.iter().flat_map(Article::texts).map(|(_, text)| text).collect();
    let mut typed = String::new();
    for (string, start, length, operator, other) in picks {
        let text = texts.get(string % texts.len().max(1)).copied().unwrap_or(other);
        let chars: Vec<char> = text.chars().collect();
        let start = start % chars.len().max(1);
        let word: String = chars.iter().skip(start).take(*length).collect();
        let quoted = format!("\"{}\"", word.replace(['"', '“', '”', '„', '＂'], ""));
        let term = match operator {
            0 => format!(" -{quoted}"),
            1 => format!(" OR {quoted}"),
            2 => format!(" title:{quoted}"),
            3 => format!(" source:{quoted}"),
            4 => format!(" label:{quoted} OR by:{quoted}"),
            5 => format!(" date:{:04}..", start + 1),
            8 => format!(" person:{quoted}"),
            9 => format!(" 地點：{quoted}"),
            6 => format!(" {word}"),
            7 => format!(" {other}"),
            _ => format!(" {quoted}"),
        };
        typed.push_str(&term);
    }
    typed
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn parts_answer_as_the_whole_does(
        corpus in strategies::corpus(),
        picks in typed(),
        split in 0..6_usize,
    ) {
        let (whole, parts) = (open(&Pack::of(corpus.clone())), hosted(&corpus, split));
        let typed = query(&corpus, &picks);
        let searcher = open(&parts);
        let (expected, got) = (ask(&whole, &typed), ask(&searcher, &typed));
        prop_assert_eq!(&got, &expected, "{}", &typed);
        let list = |searcher: &Searcher, limit| block_on(searcher.list(&got, limit)).expect("all parts come");
        prop_assert_eq!(list(&searcher, 3), list(&whole, 3));
        prop_assert_eq!(list(&searcher, usize::MAX), list(&whole, usize::MAX));
        prop_assert_eq!(block_on(parts.corpus()), Ok(corpus));
    }

    #[test]
    fn a_question_is_answered_alike(corpus in strategies::corpus(), words in strategies::text(), split in 0..6_usize) {
        let (whole, parts) = (open(&Pack::of(corpus.clone())), open(&hosted(&corpus, split)));
        let typed = format!("{words} 中國國後台 a b c x y z");
        prop_assert_eq!(ask(&parts, &typed), ask(&whole, &typed));
    }
}

fn large() -> Corpus {
    let article = |n: usize| Article {
        id: ArticleId::new(&n.to_string()),
        headline: Some(format!("第{n}號公告")),
        sections: vec![Section {
            blocks: vec![Block::Paragraph {
                text: format!("{n}　天氣轉涼，Weather report {n}。").repeat(20),
            }],
            ..Section::default()
        }],
        ..Article::default()
    };
    Corpus { articles: (0..500).map(article).collect(), ..Corpus::default() }
}

#[test]
fn a_long_string_is_found_whole() {
    let corpus = large();
    let (whole, parts) = (open(&Pack::of(corpus.clone())), open(&hosted(&corpus, 4096)));
    let text = |n: usize, times| {
        format!("\"{}\"", format!("{n}　天氣轉涼，Weather report {n}。").repeat(times))
    };
    for typed in [text(7, 1), text(7, 20), text(7, 21), text(499, 12), "天氣".repeat(50_000)] {
        assert_eq!(ask(&parts, &typed), ask(&whole, &typed));
    }
    assert_eq!(ask(&parts, &text(7, 20)).places, 1);
}

#[test]
fn a_query_of_any_size_is_answered() {
    let corpus = large();
    let (whole, parts) = (open(&Pack::of(corpus.clone())), open(&hosted(&corpus, 50)));
    for typed in [
        "天",
        "天氣",
        "天 氣 ",
        "\"",
        "- ",
        "OR ",
        "。",
        "title:",
        "title:天 ",
        "a",
        "report ",
        "\u{202e}",
    ] {
        let typed = typed.repeat(100_000 / typed.chars().count());
        assert_eq!(ask(&parts, &typed), ask(&whole, &typed));
    }
}

#[test]
fn a_part_that_does_not_come_is_an_error_and_no_answer() {
    let corpus = large();
    let hosted = host(&corpus, index(&corpus, 4096), "");
    let fetch: Fetch = Arc::new(|_, _, _| Box::pin(async { Err("no connection".to_owned()) }));
    let pack = Pack::open_hosted(hosted.pack, fetch).expect("what was written opens");
    assert_eq!(pack.articles(), 500);
    let error = block_on(Searcher::open(&pack)).err().expect("nothing comes");
    assert!(matches!(error, PackError::DidNotCome { .. }) && error.may_pass());
    assert_eq!(error.to_string(), "part map did not come: no connection; try again");
    assert!(block_on(position(&pack, "7")).is_err());
    let edition = block_on(pack.edition()).expect("the first heads are here");
    assert_eq!(edition.heads.len(), 500);
    assert_eq!(edition.heads[31].title, "第31號公告");
}

#[test]
fn filters_need_a_few_columns_and_no_heads() {
    let mut corpus = large();
    for (article, n) in corpus.articles.iter_mut().zip(0..) {
        article.label = ["特寫", "短訊"].get(n % 3).map(|label| (*label).to_owned());
        article.source = (n % 2 == 0).then(|| format!("Wire {}", n % 4));
        article.day = (n % 5 > 0).then(|| format!("2026-0{}", n % 5));
    }
    let (whole, parts) = (open(&Pack::of(corpus.clone())), open(&hosted(&corpus, 4096)));
    let columns = block_on(parts.columns()).expect("all parts come");
    for (column, article) in columns.iter().zip(&corpus.articles) {
        let got = (&column.label, &column.source, &column.day);
        assert_eq!(got, (&article.label, &article.source, &article.day));
    }
    let filter = Filter {
        labels: vec!["特寫".to_owned()],
        sources: vec!["Wire 0".to_owned(), "Wire 2".to_owned()],
        from: Some("2026-02".to_owned()),
        ..Filter::default()
    };
    let ask = |searcher: &Searcher| {
        block_on(searcher.search(&Query::parse("weather"), &filter)).expect("all parts come")
    };
    assert_eq!(ask(&parts), ask(&whole));
    assert!((1..400).contains(&ask(&parts).articles));
}

#[test]
fn a_filter_by_entities_needs_only_where_they_are_mentioned() {
    let mut corpus = large();
    let id = EntityId::new;
    let entity = |name| Entity {
        id: id(name),
        kind: Kind::Work,
        name: name.into(),
        aliases: vec![],
        value: None,
    };
    corpus.entities = vec![entity("work:a"), entity("work:b")];
    for (article, n) in corpus.articles.iter_mut().zip(0..) {
        let named =
            [("work:a", n % 3), ("work:b", n % 5)].into_iter().filter(|(_, rest)| *rest == 0);
        let mention = |name| Mention {
            at: At::text(0, 0),
            span: Span::new(0..3),
            kind: Kind::Work,
            entities: vec![id(name)],
        };
        article.mentions = named.map(|(name, _)| mention(name)).collect();
    }
    let filter = Filter { entities: vec![0, 1], ..Filter::default() };
    let ask = |pack: Pack| {
        block_on(open(&pack).search(&Query::parse("天氣"), &filter)).expect("all parts come")
    };
    let answer = ask(hosted(&corpus, 4096));
    assert_eq!(answer, ask(Pack::of(corpus)));
    assert_eq!(answer.articles, 500_usize.div_ceil(15));
}

#[test]
fn words_near_one_that_is_not_there_are_the_same() {
    let mut corpus = large();
    corpus.articles[3].sections[0].blocks.push(Block::Paragraph {
        text: "Harbour masters harbor no Grudges; the Harbourmaster’s 渡輪照常行駛。".to_owned(),
    });
    let (whole, parts) = (open(&Pack::of(corpus.clone())), open(&hosted(&corpus, 50)));
    let near = |searcher: &Searcher, typed: &str| {
        let offers = block_on(searcher.nearest(&Query::parse(typed))).expect("all parts come");
        offers.into_iter().flat_map(|offer| offer.words).collect::<Vec<_>>()
    };
    for (typed, words) in [
        ("harbur", &["harbor", "Harbour"][..]),
        ("harburmester", &["Harbourmaster"]),
        ("harbour", &[]),
        ("wether", &["Weather"]),
        ("天器轉涼", &["天氣轉涼"]),
        ("渡輪如常", &["渡輪照常"]),
        ("渡輪照常行使", &["渡輪照常行駛"]),
        ("xx", &[]),
        ("輪船照常", &[]),
    ] {
        assert_eq!(near(&whole, typed), words, "{typed}");
        assert_eq!(near(&parts, typed), words, "{typed} in parts");
    }
}

#[test]
fn articles_are_found_by_their_ids() {
    let parts = hosted(&large(), 4096);
    for (id, index) in [("0", Some(0)), ("499", Some(499)), ("500", None), ("", None)] {
        assert_eq!(block_on(position(&parts, id)), Ok(index));
    }
    let heads = block_on(parts.heads(&[40, 499])).expect("all parts come");
    assert_eq!(heads.len(), 32 + 500 % 32);
    assert_eq!((heads[8].0, heads[8].1.title.as_str()), (40, "第40號公告"));
}

#[test]
fn the_same_corpus_gives_the_same_files() {
    let files = || host(&large(), index(&large(), 500), "").files;
    assert!(files().len() > 3);
    assert_eq!(files(), files());
}
