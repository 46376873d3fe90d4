//! Nothing is lost and nothing invented, in any format: what a file says stands in its articles once, or is told as markup or
//! as set aside.

use std::path::Path;

use newsprint::model::Article;
use newsprint::parse::{account, parse};
use newsprint::read::{Options, read, source};
use proptest::prelude::*;

use crate::read_archives::word;

/// What a file says, the articles it holds, and what of its text no article has, line by line.
fn held(name: &str, bytes: &[u8]) -> (Vec<Article>, String, Vec<String>) {
    let reading = read(name, bytes).expect("a file");
    let articles: Vec<Article> =
        reading.documents.into_iter().flat_map(|document| parse(document).0).collect();
    let text = source(name, bytes, &Options::default()).expect("text");
    let mut times = vec![0_u8; text.len()];
    for byte in account(&text, &articles).iter().flat_map(|it| &it.ranges).flat_map(Clone::clone) {
        times[byte] += 1;
    }
    assert!(times.iter().all(|times| *times <= 1), "{name}: no character is claimed twice");
    let mut left = String::new();
    for (at, c) in text.char_indices() {
        if times[at] == 0 {
            left.push(c);
        }
    }
    let left = left.lines().map(str::trim).filter(|line| line.contains(char::is_alphanumeric));
    (articles, text, left.map(str::to_owned).collect())
}

/// The strings of the body that are not in what the file says.
fn invented(articles: &[Article], text: &str) -> Vec<String> {
    let found = account(text, articles);
    let strings = articles.iter().enumerate().flat_map(|(index, article)| {
        article.texts().map(move |(at, string)| (index, at, string.to_owned()))
    });
    let strings = strings.filter(|(index, at, _)| {
        at.section().is_some()
            && !found
                .iter()
                .any(|it| it.article == *index && it.place == newsprint::parse::Place::At(*at))
    });
    strings.map(|(_, _, string)| string).filter(|string| !string.trim().is_empty()).collect()
}

#[test]
fn no_golden_file_has_a_string_that_its_source_has_not() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/golden/parse");
    for name in ["markdown.md", "toml-front-matter.md", "web-page.html", "lines.jsonl", "rows.csv"]
    {
        let bytes = std::fs::read(folder.join(name)).expect("a file");
        let (articles, text, _) = held(name, &bytes);
        let none: Vec<String> = Vec::new();
        assert_eq!(invented(&articles, &text), none, "{name}");
    }
}

#[test]
fn the_furniture_of_a_web_page_is_what_is_left() {
    let text =
        "<p>The tide is out, and the old hands know the pier again by its nails.</p>".repeat(9);
    let page = format!(
        "<html><head><title>Tide</title></head><body><nav><a href='/'>Front page</a></nav><article><h1>Tide</h1>{text}\
         </article><footer>All rights reserved</footer></body></html>"
    );
    let (_, _, left) = held("tide.html", page.as_bytes());
    assert!(left.contains(&"Front page".to_owned()), "{left:?}");
    assert!(left.contains(&"All rights reserved".to_owned()), "{left:?}");
    assert!(!left.iter().any(|line| line.contains("nails")), "{left:?}");
}

/// Paragraphs in which each word says where it stands.
fn paragraphs() -> impl Strategy<Value = Vec<String>> {
    let words =
        prop::collection::vec(("[a-z]{2,6}|[潮水退去老船員碼頭]{2,5}", any::<bool>()), 3..30);
    prop::collection::vec(words, 1..8).prop_map(|paragraphs| {
        let text = |(n, words): (usize, Vec<(String, bool)>)| {
            let word = |(m, (word, strong)): (usize, (String, bool))| {
                if strong { format!("{word}{n}x{m}.") } else { format!("{word}{n}x{m}") }
            };
            words.into_iter().enumerate().map(word).collect::<Vec<_>>().join(" ")
        };
        paragraphs.into_iter().enumerate().map(text).collect()
    })
}

/// The same paragraphs in each format.
fn written(paragraphs: &[String]) -> Vec<(&'static str, Vec<u8>)> {
    let joined = |before: &str, after: &str| -> String {
        paragraphs.iter().flat_map(|text| [before, text, after]).collect()
    };
    let json = serde_json::json!({ "id": "a", "title": "Tide", "text": paragraphs.join("\n") });
    let page = format!(
        "<html><body><article><h1>Tide</h1>{}</article></body></html>",
        joined("<p>", "</p>")
    );
    let quoted = paragraphs.join("\n");
    vec![
        ("a.md", format!("# Tide\n\n{}", joined("", "\n\n")).into_bytes()),
        ("a.html", page.into_bytes()),
        ("a.jsonl", format!("{json}\n").into_bytes()),
        ("a.csv", format!("id,title,text\n1,Tide,\"{quoted}\"\n").into_bytes()),
        (
            "a.docx",
            word(&format!(
                "<w:p><w:pPr><w:pStyle w:val=\"a3\"/></w:pPr><w:r><w:t>Tide</w:t></w:r></w:p>{}",
                joined("<w:p><w:r><w:t>", "</w:t></w:r></w:p>")
            )),
        ),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn every_format_keeps_every_word(paragraphs in paragraphs()) {
        for (name, bytes) in written(&paragraphs) {
            let (articles, text, left) = held(name, &bytes);
            for paragraph in &paragraphs {
                for word in paragraph.split(' ') {
                    prop_assert!(!left.iter().any(|line| line.split(' ').any(|it| it == word)), "{name}: {word} is lost: {left:?}");
                }
            }
            prop_assert!(invented(&articles, &text).is_empty(), "{name}");
        }
    }
}
