//! The recogniser measured on texts marked by hand, which are read from beside the project.
#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use newsprint::annotate::{Corrections, annotate};
use newsprint::model::{Article, ArticleId, At, Block, Corpus, Section};
use serde::Deserialize as _;
use serde_json::{Value, json};

/// A file of the shared corpora, or `None` with a message where they are absent.
fn shared(path: &str) -> Option<String> {
    let root = std::env::var_os("NEWSPRINT_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let file = root.join("corpora").join(path);
    let text = std::fs::read_to_string(&file).ok();
    if text.is_none() {
        println!("skipped: {} is not there", file.display());
    }
    text
}

/// A mention as it is scored: where its first code point stands, its text, its kind.
type Scored = (usize, String, String);

/// Right, found and wanted, by kind.
#[derive(Default)]
struct Score(BTreeMap<String, [u32; 3]>);

impl Score {
    fn add(&mut self, found: &BTreeSet<Scored>, wanted: &BTreeSet<Scored>) {
        for (slot, set) in [(1, found), (2, wanted)] {
            for (_, _, kind) in set {
                self.0.entry(kind.clone()).or_default()[slot] += 1;
            }
        }
        for (_, _, kind) in found.intersection(wanted) {
            self.0.entry(kind.clone()).or_default()[0] += 1;
        }
    }

    /// Prints a table and returns the micro F1.
    fn report(&self, title: &str) -> f64 {
        println!("{title}");
        let mut sum = [0; 3];
        for (kind, counts) in &self.0 {
            print_row(kind, *counts);
            for (sum, count) in sum.iter_mut().zip(counts) {
                *sum += count;
            }
        }
        print_row("all", sum)
    }
}

fn print_row(name: &str, [right, found, wanted]: [u32; 3]) -> f64 {
    let ratio = |a: u32, b: u32| if b == 0 { 0.0 } else { f64::from(a) / f64::from(b) };
    let (p, r) = (ratio(right, found), ratio(right, wanted));
    let f = if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) };
    println!(
        "  {name:14} P {p:.3}  R {r:.3}  F1 {f:.3}  ({right} of {found} found, {wanted} wanted)"
    );
    f
}

/// Articles from stories as gold.json writes them: without what parsing and annotating add.
fn articles(stories: &Value) -> Vec<Article> {
    let stories = stories.as_array().expect("stories");
    let article = |(n, story): (usize, &Value)| {
        let mut story = story.clone();
        for (field, value) in
            [("id", json!(n.to_string())), ("language", json!("zh-Hant")), ("mentions", json!([]))]
        {
            story[field] = value;
        }
        serde_json::from_value(story).expect("a story is an article")
    };
    stories.iter().enumerate().map(article).collect()
}

/// The strings of an article in which mentions may stand.
fn marked_strings(article: &Article) -> Vec<(At, &str)> {
    let mut strings: Vec<(At, &str)> = article.texts().collect();
    if article.mentions.iter().any(|mention| mention.at == At::Source) {
        strings.extend(article.source.as_deref().map(|text| (At::Source, text)));
    }
    strings
}

/// From each code point of the page that is no white space to its index among those.
fn squeeze(text: &str) -> Vec<usize> {
    let mut count = 0;
    let step = |c: char| {
        let here = count;
        count += usize::from(!c.is_whitespace());
        here
    };
    text.chars().map(step).collect()
}

/// Where each string of the articles stands in the page, in code points without white space.
fn places(page: &str, articles: &[Article]) -> Vec<Vec<usize>> {
    let squeezed: Vec<char> = page.chars().filter(|c| !c.is_whitespace()).collect();
    let mut taken = vec![false; squeezed.len()];
    let place = |text: &str| {
        let wanted: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
        let at = (0..=squeezed.len() - wanted.len()).find(|&at| {
            squeezed[at..at + wanted.len()] == wanted[..]
                && !taken[at..at + wanted.len()].contains(&true)
        });
        let at = at.unwrap_or_else(|| panic!("not in the page: {text}"));
        taken[at..at + wanted.len()].fill(true);
        at
    };
    // Long strings first: a label such as 新華社 stands in many of them.
    let mut strings: Vec<(usize, usize, &str)> = Vec::new();
    for (a, article) in articles.iter().enumerate() {
        strings.extend(
            marked_strings(article).into_iter().enumerate().map(|(t, (_, text))| (a, t, text)),
        );
    }
    let mut order = strings.clone();
    order.sort_by_key(|(_, _, text)| std::cmp::Reverse(text.chars().count()));
    let mut found = BTreeMap::new();
    order.iter().for_each({
        let mut place = place;
        let found = &mut found;
        move |&(a, t, text)| {
            found.insert((a, t), place(text));
        }
    });
    (0..articles.len())
        .map(|a| strings.iter().filter(|s| s.0 == a).map(|s| found[&(a, s.1)]).collect())
        .collect()
}

#[test]
fn the_founding_page_is_read_as_a_careful_reader_reads_it() {
    let (Some(page), Some(gold)) =
        (shared("founding-page/page.txt"), shared("founding-page/gold.json"))
    else {
        return;
    };
    let gold: Value = serde_json::from_str(&gold).expect("gold.json");
    let squeezed = squeeze(&page);
    let wanted: BTreeSet<Scored> = gold["entities"]
        .as_array()
        .expect("entities")
        .iter()
        .map(|entity| {
            let start = usize::deserialize(&entity["start"]).expect("start");
            let text = |name: &str| entity[name].as_str().expect("text").to_owned();
            (squeezed[start], text("text"), text("kind"))
        })
        .collect();
    let mut corpus = Corpus { articles: articles(&gold["stories"]), ..Corpus::default() };
    annotate(&mut corpus, &Corrections::default());
    let places = places(&page, &corpus.articles);

    let mut found = BTreeSet::new();
    for (article, places) in corpus.articles.iter().zip(&places) {
        for ((at, text), place) in marked_strings(article).into_iter().zip(places) {
            let squeezed = squeeze(text);
            for mention in article.mentions.iter().filter(|mention| mention.at == at) {
                let start = place + squeezed[mention.span.start as usize];
                found.insert((start, mention.span.of(text).to_owned(), mention.kind.to_string()));
            }
        }
    }
    for missed in wanted.difference(&found) {
        println!("missed {missed:?}");
    }
    for spare in found.difference(&wanted) {
        println!("spare  {spare:?}");
    }
    for entity in &corpus.entities {
        println!("{} {:?} {:?}", entity.id, entity.aliases, entity.value);
    }
    let mut score = Score::default();
    score.add(&found, &wanted);
    assert!(score.report("the founding page") > 0.97);
}

/// Sentences with `ents` as `[start, end, label]`, each an article of its own.
fn sentences(jsonl: &str) -> (Corpus, Vec<BTreeSet<Scored>>) {
    let mut corpus = Corpus::default();
    let mut wanted = Vec::new();
    for (n, line) in jsonl.lines().enumerate() {
        let value: Value = serde_json::from_str(line).expect("a line of JSON");
        let text = value["text"].as_str().expect("text").to_owned();
        let chars: Vec<char> = text.chars().collect();
        let ents = value["ents"].as_array().expect("ents").iter().map(|ent| {
            let at = |n: usize| usize::deserialize(&ent[n]).expect("offset");
            let name: String = chars[at(0)..at(1)].iter().collect();
            (at(0), name, ent[2].as_str().expect("label").to_owned())
        });
        wanted.push(ents.collect());
        let section =
            Section { level: 1, blocks: vec![Block::Paragraph { text }], ..Section::default() };
        let id = ArticleId::new(&n.to_string());
        corpus.articles.push(Article { id, sections: vec![section], ..Article::default() });
    }
    (corpus, wanted)
}

/// People, places and organisations of a set, scored and printed.
fn measure(path: &str) {
    let Some(jsonl) = shared(path) else { return };
    let (mut corpus, wanted) = sentences(&jsonl);
    annotate(&mut corpus, &Corrections::default());
    let label = |kind: &str| match kind {
        "person" => Some("PER"),
        "place" => Some("LOC"),
        "organisation" => Some("ORG"),
        _ => None,
    };
    let mut score = Score::default();
    let mut errors = Vec::new();
    for (article, wanted) in corpus.articles.iter().zip(&wanted) {
        let mut found = BTreeSet::new();
        for mention in &article.mentions {
            let text = mention.span.of(article.text_at(mention.at).expect("text"));
            if let Some(label) = label(mention.kind.as_str()) {
                found.insert((mention.span.start as usize, text.to_owned(), label.to_owned()));
            }
        }
        errors.extend(found.difference(wanted).map(|(_, text, label)| format!("+{text}/{label}")));
        score.add(&found, wanted);
    }
    score.report(path);
    if std::env::var_os("NEWSPRINT_ERRORS").is_some() {
        println!("{}", errors.join(" "));
    }
}

#[test]
fn people_places_and_organisations_of_other_texts_are_measured() {
    measure("ner/zh-hant-uner-gsd/dev.jsonl");
    measure("ner/zh-msra/hant-hk-opencc.jsonl");
    measure("ner/en-conll2003/dev.jsonl");
}
