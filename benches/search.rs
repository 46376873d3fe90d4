//! How long packing, opening and searching take, on real articles where they are there (`NEWSPRINT_SHARED`).

use std::fs;
use std::path::{Path, PathBuf};

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use futures::executor::block_on;
use newsprint::model::{Article, ArticleId, Block, Corpus, Section};
use newsprint::pack::{Pack, encode};
use newsprint::search::{Filter, Query, Searcher};
use newsprint::text::fold;

fn main() {
    divan::main();
}

/// `gov/given-1k.jsonl`, else as many made-up articles; `NEWSPRINT_BENCH` names another such file.
fn corpus() -> Corpus {
    let shared = std::env::var_os("NEWSPRINT_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let file = std::env::var_os("NEWSPRINT_BENCH")
        .map_or_else(|| shared.join("corpora/gov/given-1k.jsonl"), PathBuf::from);
    let lines = fs::read_to_string(&file).unwrap_or_else(|_| {
        println!("{} is not there: made-up articles instead", file.display());
        let line = |n| format!("{{\"id\":\"{n}\",\"date\":\"2026-05-20\",\"title\":\"公告{n}\",\"body\":\"{}\"}}\n", "天氣轉涼，請多保重。".repeat(120));
        (0..1000).map(line).collect()
    });
    Corpus { articles: lines.lines().filter_map(article).collect(), ..Corpus::default() }
}

fn article(line: &str) -> Option<Article> {
    let fields: serde_json::Value = serde_json::from_str(line).ok()?;
    let text = |name: &str| fields.get(name).and_then(|value| value.as_str()).map(str::to_owned);
    let paragraphs = text("body").or(text("text")).unwrap_or_default();
    let paragraph = |text: &str| Block::Paragraph { text: text.to_owned() };
    Some(Article {
        id: ArticleId::new(&text("id")?),
        headline: text("title"),
        source: text("source"),
        day: text("date"),
        sections: vec![Section {
            blocks: paragraphs.lines().map(paragraph).collect(),
            ..Section::default()
        }],
        ..Article::default()
    })
}

fn bytes(corpus: &Corpus) -> BytesCount {
    BytesCount::new(
        corpus.articles.iter().flat_map(Article::texts).map(|(_, text)| text.len()).sum::<usize>(),
    )
}

#[divan::bench(sample_count = 20)]
fn folding(bencher: Bencher) {
    let corpus = corpus();
    bencher.counter(bytes(&corpus)).bench_local(|| {
        for (_, text) in corpus.articles.iter().flat_map(Article::texts) {
            black_box(fold(text));
        }
    });
}

#[divan::bench(sample_count = 20)]
fn packing(bencher: Bencher) {
    let corpus = corpus();
    bencher.counter(bytes(&corpus)).bench_local(|| encode(&corpus));
}

#[divan::bench(sample_count = 20)]
fn opening(bencher: Bencher) {
    let corpus = corpus();
    let pack = Pack::of(corpus.clone());
    bencher.counter(bytes(&corpus)).bench_local(|| block_on(Searcher::open(&pack)).is_ok());
}

#[divan::bench(sample_count = 200, args = ["的", "颱風", "身心障礙", "聯合國氣候變化綱要公約", "不在裡面的字", "防疫 疫苗", "\"防疫\" -疫苗", "a", "covid"])]
fn searching(bencher: Bencher, typed: &str) {
    let corpus = corpus();
    let Ok(searcher) = block_on(Searcher::open(&Pack::of(corpus.clone()))) else { return };
    let query = Query::parse(typed);
    bencher
        .counter(bytes(&corpus))
        .bench_local(|| block_on(searcher.search(black_box(&query), &Filter::default())).is_ok());
}
