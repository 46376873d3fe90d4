//! Measures the recogniser on texts marked by hand, beside jieba-rs and, where its labels are given, LAC: `make eval`.
//!
//! Each sentence of a set is an article, all of a set one corpus. A name counts where its place and its kind are exactly right.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a tool of ours, whose output is its purpose"
)]

#[path = "../sets/mod.rs"]
mod sets;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context as _, Result};
use newsprint::annotate::tagger::fold;
use newsprint::annotate::{Corrections, annotate};
use newsprint::model::{Article, ArticleId, Block, Corpus, Section};
use sets::{SCORED, kind};

/// A name: from where to where in code points, and which of the three kinds.
type Name = (usize, usize, usize);
/// The names of every sentence of a set.
type Names = Vec<BTreeSet<Name>>;

const KINDS: [&str; 3] = ["PER", "LOC", "ORG"];

struct Set {
    title: &'static str,
    file: &'static str,
    texts: Vec<String>,
    wanted: Names,
}

fn main() -> Result<()> {
    let shared =
        std::env::var_os("NEWSPRINT_SHARED").map_or_else(|| "../shared".into(), PathBuf::from);
    // What scripts/teach/lac.py wrote.
    let lac = std::env::args().nth(1).map(PathBuf::from);
    let jieba = jieba_rs::Jieba::new();
    println!("| set | system | PER | LOC | ORG | P | R | F1 |\n|---|---|---|---|---|---|---|---|");
    let mut errors = String::new();
    for (title, file) in SCORED {
        let path = shared.join("corpora").join(file);
        let Ok(text) = std::fs::read_to_string(&path) else {
            println!("| {title} | skipped: {} is not there |", path.display());
            continue;
        };
        let set = read(title, file, &text)?;
        let (ours, speed) = ours(&set);
        row(&set, &format!("Newsprint ({speed:.1} MB/s)"), &ours);
        if !file.contains("/en-") {
            row(&set, "jieba-rs", &set.texts.iter().map(|text| tagged(&jieba, text)).collect());
            if let Some(found) = lac.as_deref().and_then(|folder| labelled(folder, file)) {
                row(&set, "LAC", &found);
            }
        }
        errors.push_str(&confusions(&set, &ours));
    }
    eprintln!(
        "\nWhat is most often wrong: `+` found and not wanted, `-` wanted and not found.\n\n{errors}"
    );
    Ok(())
}

fn read(title: &'static str, file: &'static str, jsonl: &str) -> Result<Set> {
    let mut set = Set { title, file, texts: Vec::new(), wanted: Vec::new() };
    for line in jsonl.lines() {
        let value: serde_json::Value = serde_json::from_str(line)?;
        set.texts.push(value["text"].as_str().context("text")?.to_owned());
        set.wanted.push(names(&value["ents"]));
    }
    Ok(set)
}

fn names(ents: &serde_json::Value) -> BTreeSet<Name> {
    let name = |ent: &serde_json::Value| {
        let at = |n: usize| ent[n].as_u64().map(|at| at as usize);
        Some((at(0)?, at(1)?, kind(ent[2].as_str()?)?))
    };
    ents.as_array().into_iter().flatten().filter_map(name).collect()
}

/// What Newsprint finds, and how many megabytes of text it reads in a second.
fn ours(set: &Set) -> (Names, f64) {
    let article = |(n, text): (usize, &String)| {
        let blocks = vec![Block::Paragraph { text: text.clone() }];
        let sections = vec![Section { level: 1, blocks, ..Section::default() }];
        Article { id: ArticleId::new(&n.to_string()), sections, ..Article::default() }
    };
    // Once before the clock starts: the lists are read at first use.
    annotate(
        &mut Corpus {
            articles: vec![article((0, &"北京 Paris".to_owned()))], ..Corpus::default()
        },
        &Corrections::default(),
    );
    let mut corpus = Corpus {
        articles: set.texts.iter().enumerate().map(article).collect(),
        ..Corpus::default()
    };
    let start = Instant::now();
    annotate(&mut corpus, &Corrections::default());
    let seconds = start.elapsed().as_secs_f64();
    let bytes: usize = set.texts.iter().map(String::len).sum();
    let found = corpus.articles.iter().map(|article| {
        let mentions = article.mentions.iter();
        mentions
            .filter_map(|m| {
                let kind = ["person", "place", "organisation"]
                    .iter()
                    .position(|kind| *kind == m.kind.as_str())?;
                Some((m.span.start as usize, m.span.end as usize, kind))
            })
            .collect()
    });
    (found.collect(), bytes as f64 / 1e6 / seconds)
}

/// What jieba's part-of-speech tags call a name, in the text folded to Simplified.
fn tagged(jieba: &jieba_rs::Jieba, text: &str) -> BTreeSet<Name> {
    let folded: String = fold(text).into_iter().collect();
    let mut at = 0;
    let mut found = BTreeSet::new();
    for tag in jieba.tag(&folded, true) {
        let end = at + tag.word.chars().count();
        let kind = match tag.tag.get(..2) {
            Some("nr") => Some(0),
            Some("ns") => Some(1),
            Some("nt") => Some(2),
            _ => None,
        };
        found.extend(kind.map(|kind| (at, end, kind)));
        at = end;
    }
    found
}

fn labelled(folder: &Path, file: &str) -> Option<Names> {
    let text = std::fs::read_to_string(folder.join(file.replace('/', "-"))).ok()?;
    text.lines().map(|line| Some(names(&serde_json::from_str(line).ok()?))).collect()
}

/// Right, found, wanted.
fn counts(found: &Names, wanted: &Names, kind: Option<usize>) -> [usize; 3] {
    let of = |name: &&Name| kind.is_none_or(|kind| name.2 == kind);
    let mut counts = [0; 3];
    for (found, wanted) in found.iter().zip(wanted) {
        counts[0] += found.intersection(wanted).filter(of).count();
        counts[1] += found.iter().filter(of).count();
        counts[2] += wanted.iter().filter(of).count();
    }
    counts
}

fn row(set: &Set, system: &str, found: &Names) {
    let score = |kind: Option<usize>| {
        let [right, found, wanted] = counts(found, &set.wanted, kind);
        let ratio = |a: usize, b: usize| if b == 0 { 0.0 } else { a as f64 / b as f64 };
        (ratio(right, found), ratio(right, wanted), ratio(2 * right, found + wanted))
    };
    let kinds: Vec<String> = (0..3)
        .map(|kind| {
            let wanted = counts(found, &set.wanted, Some(kind))[2];
            let (p, r, f) = score(Some(kind));
            if wanted == 0 { "–".to_owned() } else { format!("{p:.2} {r:.2} **{f:.2}**") }
        })
        .collect();
    // A set that marks people alone says nothing of the other kinds.
    let only =
        (0..3).filter(|&kind| counts(found, &set.wanted, Some(kind))[2] > 0).collect::<Vec<_>>();
    let (p, r, f) = if let [kind] = only[..] { score(Some(kind)) } else { score(None) };
    println!("| {} | {system} | {} | {p:.3} | {r:.3} | **{f:.3}** |", set.title, kinds.join(" | "));
}

fn confusions(set: &Set, found: &Names) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for ((text, found), wanted) in set.texts.iter().zip(found).zip(&set.wanted) {
        let chars: Vec<char> = text.chars().collect();
        let both = [('+', found.difference(wanted)), ('-', wanted.difference(found))];
        for (sign, names) in both {
            for &(start, end, kind) in names {
                let name: String = chars.get(start..end).unwrap_or_default().iter().collect();
                *counts.entry(format!("{sign}{name}/{}", KINDS[kind])).or_default() += 1;
            }
        }
    }
    let mut sorted: Vec<(String, usize)> = counts.into_iter().collect();
    sorted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let words: Vec<String> =
        sorted.into_iter().take(24).map(|(word, count)| format!("{word} ×{count}")).collect();
    format!("- {} (`{}`): {}\n", set.title, set.file, words.join(", "))
}
