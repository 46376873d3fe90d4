//! What `site` promises: files that are whole, the same each time, and harmless whatever a corpus says.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod attached;
mod folder;
mod harmless;
mod pages;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use newsprint::model::{Article, ArticleId, Block, Corpus, Section};
use newsprint::site::{self, Options, Viewer};
use scraper::{Html, Selector};

/// A module without sections, and a script that says it is one: what `site` does with a viewer needs no more.
fn options() -> Options {
    let viewer =
        Viewer { glue: "let wasm_bindgen;".into(), wasm: b"\0asm\x01\0\0\0".as_slice().into() };
    Options { viewer, ..Options::default() }
}

fn article(id: &str, headline: &str, text: &str) -> Article {
    Article {
        id: ArticleId::new(id),
        language: "zh-Hant".into(),
        headline: Some(headline.into()),
        sections: vec![Section {
            heading: None,
            level: 1,
            blocks: vec![Block::Paragraph { text: text.into() }],
        }],
        ..Article::default()
    }
}

fn corpus(articles: Vec<Article>) -> Corpus {
    let mut corpus = Corpus { articles, ..Corpus::default() };
    corpus.facts.title = "晨報".into();
    corpus
}

fn two() -> Corpus {
    corpus(vec![
        article("water", "水位回落", "昨夜雨停。"),
        article("bridge", "新橋通車", "今晨通車。"),
    ])
}

/// Every file of a folder by its path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        for entry in fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

fn written(corpus: &Corpus, options: &Options) -> BTreeMap<String, Vec<u8>> {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("deep").join("site");
    site::write(corpus, options, &target).unwrap();
    files(&target)
}

fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(files[path].clone()).unwrap()
}

fn select(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).map(|element| element.text().collect()).collect()
}

/// `viewer-0123456789abcdef.wasm` as `viewer-#.wasm`.
fn without_hash(path: &str) -> String {
    let Some((stem, end)) = path.rsplit_once('-') else { return path.to_owned() };
    match end.split_once('.') {
        Some((hash, rest)) if hash.len() == 16 => format!("{stem}-#.{rest}"),
        _ => path.to_owned(),
    }
}
