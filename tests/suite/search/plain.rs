//! A query finds what looking at each string would find.

use std::fs;
use std::path::{Path, PathBuf};

use newsprint::model::{Article, At, Corpus};
use newsprint::search::Hit;
use newsprint::text::fold;
use proptest::prelude::*;

use super::{article, ask, places, ready};
use crate::strategies;

/// Every string that is searched, as documented: source and date only where no other string has them.
fn strings(article: &Article) -> Vec<(At, &str)> {
    let mut strings: Vec<(At, &str)> = article.texts().collect();
    let own = |text: &&str| !article.texts().any(|(_, other)| other.contains(text));
    strings.extend(article.source.as_deref().filter(own).map(|text| (At::Source, text)));
    strings.extend(article.date.as_deref().filter(own).map(|text| (At::Date, text)));
    strings.sort();
    strings
}

/// One word, the plain way: fold each string and look.
fn naive(article: &Article, word: &str) -> Vec<(At, String)> {
    let needle = fold(word).text;
    let places = |(at, text): (At, &str)| {
        let count = fold(text).text.matches(&needle).count();
        std::iter::repeat_n((at, needle.clone()), count).collect::<Vec<_>>()
    };
    strings(article).into_iter().flat_map(places).collect()
}

/// A stretch of some string of the corpus, or any text: words worth searching for.
fn word(
    corpus: &Corpus,
    (article, string, start, length): (usize, usize, usize, usize),
    other: &str,
) -> String {
    let texts: Vec<&str> =
        corpus.articles.iter().flat_map(|it| strings(it)).map(|(_, text)| text).collect();
    let text = texts.get((article * 7 + string) % texts.len().max(1)).copied().unwrap_or(other);
    let chars: Vec<char> = text.chars().collect();
    let start = start % chars.len().max(1);
    let word: String = chars.iter().skip(start).take(length).filter(|c| **c != '"').collect();
    if fold(&word).text.trim().is_empty() { "臺".to_owned() } else { word }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_scan_finds_what_looking_at_each_string_finds(
        corpus in strategies::corpus(),
        pick in any::<(usize, usize, usize)>().prop_map(|(a, b, c)| (a % 1000, b % 1000, c % 1000)),
        length in 1..5_usize,
        other in strategies::text(),
    ) {
        let word = word(&corpus, (pick.0, pick.1, pick.2, length), &other);
        prop_assume!(!word.contains(['“', '”', '„', '＂']));
        let answer = ask(&ready(&corpus), &format!("\"{word}\""));
        let mut expected = 0;
        for (index, article) in corpus.articles.iter().enumerate() {
            let wanted = naive(article, &word);
            expected += wanted.len();
            let folded = |hit: &Hit| fold(hit.span.of(article.text_at(hit.at).unwrap_or_default())).text;
            let hits = places(&corpus, &answer, index);
            let got: Vec<(At, String)> = hits.iter().map(|hit| (hit.at, folded(hit))).collect();
            prop_assert_eq!(got, wanted, "searching for {:?}", &word);
        }
        prop_assert_eq!(answer.places, expected);
    }

    #[test]
    fn operators_hold_in_the_articles_they_should(
        corpus in strategies::corpus(),
        picks in proptest::collection::vec((0..50_usize, 0..50_usize, 0..24_usize, 1..4_usize, 0..4_u8), 1..5),
    ) {
        let searcher = ready(&corpus);
        let mut typed = String::new();
        let mut clauses: Vec<Vec<(bool, String)>> = Vec::new();
        for (article, string, start, length, operator) in picks {
            let word = word(&corpus, (article, string, start, length), "x").replace(['“', '”', '„', '＂'], "");
            prop_assume!(!fold(&word).text.is_empty());
            let not = operator == 1;
            let term = format!("{}\"{word}\"", if not { "-" } else { "" });
            match clauses.last_mut() {
                Some(last) if operator == 2 => {
                    typed = format!("{typed} OR {term}");
                    last.push((not, word));
                }
                _ => {
                    typed = format!("{typed} {term}");
                    clauses.push(vec![(not, word)]);
                }
            }
        }
        let holds = |article: &Article| {
            clauses.iter().all(|any| any.iter().any(|(not, word)| naive(article, word).is_empty() == *not))
        };
        let expected: Vec<usize> =
            corpus.articles.iter().enumerate().filter(|(_, it)| holds(it)).map(|(index, _)| index).collect();
        let mut got: Vec<usize> = ask(&searcher, &typed).found.iter().map(|it| it.article).collect();
        got.sort_unstable();
        prop_assert_eq!(got, expected, "{}", typed);
    }

    #[test]
    fn any_text_is_a_query(corpus in strategies::corpus(), typed in strategies::text(), any in any::<String>()) {
        let searcher = ready(&corpus);
        for typed in [typed, any] {
            let answer = ask(&searcher, &typed);
            for found in &answer.found {
                prop_assert!(places(&corpus, &answer, found.article).is_sorted());
            }
            prop_assert_eq!(answer.articles, answer.found.len());
        }
    }
}

/// Real press releases with the queries of the peers' benchmark, where they are there.
#[test]
fn real_articles_are_searched_as_looking_at_each_string_would() {
    let shared = std::env::var_os("NEWSPRINT_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let read = |name: &str| fs::read_to_string(shared.join(name)).ok();
    let (Some(lines), Some(queries)) =
        (read("corpora/gov/given-1k.jsonl"), read("bench/queries/zh.json"))
    else {
        println!(
            "skipped: no corpora in {} (NEWSPRINT_SHARED names another place)",
            shared.display()
        );
        return;
    };
    let release = |line: &str| -> Option<Article> {
        let fields: serde_json::Value = serde_json::from_str(line).ok()?;
        let text = |name: &str| fields[name].as_str().unwrap_or_default();
        Some(article(text("id"), text("title"), &text("body").lines().collect::<Vec<_>>()))
    };
    let corpus = Corpus {
        articles: lines.lines().take(60).filter_map(release).collect(),
        ..Corpus::default()
    };
    let searcher = ready(&corpus);
    let queries: serde_json::Value = serde_json::from_str(&queries).expect("the queries are JSON");
    let words = queries.as_array().expect("a list").iter().filter_map(|it| it["q"].as_str());
    for word in words.filter(|word| !word.contains([' ', '"', ':', '-'])) {
        let answer = ask(&searcher, word);
        let expected: Vec<usize> = corpus.articles.iter().map(|it| naive(it, word).len()).collect();
        let mut places = vec![0; expected.len()];
        for found in &answer.found {
            places[found.article] = found.places;
        }
        assert_eq!(places, expected, "{word}");
    }
}
