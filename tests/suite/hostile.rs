//! What nobody pastes and somebody sends: pages without end, nesting without end, bytes that are no text. All of it is read
//! in time that grows as the page does. No test looks at a clock: what looked back at everything before would need some
//! hours for a page of these sizes, and never be done; and what judges lines is counted.

use std::collections::BTreeMap;

use newsprint::model::Article;
use newsprint::parse::{explain, parse};
use newsprint::read::{Document, read};

use crate::parse_properties::nothing_is_lost;

const SENTENCE: &str = "潮水退去，海面平靜得像一張紙。";
const HEADING: &str = "潮水退去 老船員認得舊碼頭";

/// Sentences of so many code points or a few more.
fn text(code_points: usize) -> String {
    SENTENCE.repeat(code_points.div_ceil(SENTENCE.chars().count()))
}

fn articles(name: &str, content: &str) -> Vec<Article> {
    let reading = read(name, content.as_bytes()).expect("text");
    reading.documents.into_iter().flat_map(|document| parse(document).0).collect()
}

/// How many code points the articles hold that are no white space.
fn held(articles: &[Article]) -> usize {
    let texts = articles.iter().flat_map(Article::texts);
    texts.flat_map(|(_, text)| text.chars()).filter(|c| !c.is_whitespace()).count()
}

/// Pages that go on and on, each of so many pieces.
fn endless(pieces: usize) -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("a paragraph", SENTENCE.repeat(pieces)),
        ("headings at once", format!("{HEADING}\n").repeat(pieces)),
        ("headings apart", format!("{HEADING}\n\n").repeat(pieces)),
        ("stories", format!("{HEADING}\n\n{SENTENCE}\n\n").repeat(pieces)),
        ("items", "● 飲水機\n".repeat(pieces)),
        ("numbers", "1. a\n2. b\n".repeat(pieces)),
        ("brackets", "（".repeat(pieces)),
        ("a broken sentence", "潮水退\n去，".repeat(pieces)),
        ("rubrics", "特寫\n".repeat(pieces)),
        ("links", format!("相關新聞\n{HEADING}？\n").repeat(pieces)),
        ("captions", format!("▲{SENTENCE}（資料圖片）\n").repeat(pieces)),
        ("days", "2026年5月20日 ".repeat(pieces)),
        ("strokes", "|".repeat(pieces)),
        ("short lines between rules", "ab\n***\n".repeat(pieces)),
        ("turns", "下轉A2版\n".repeat(pieces)),
        (
            "signed stories that turn",
            format!("{HEADING}\n記者 沈若蘭\n{SENTENCE}\n下轉A2版\n").repeat(pieces),
        ),
        ("bylines", "●本報記者 沈若蘭\n".repeat(pieces)),
        ("rows", "| a | b |\n".repeat(pieces)),
        ("kickers", format!("{HEADING}\n{HEADING}\n{HEADING}\n{SENTENCE}\n").repeat(pieces)),
    ])
}

#[test]
fn a_page_twice_as_long_takes_twice_as_many_judgements() {
    let judged = |text: &String| explain(&mut Document::page("a.txt", text.clone())).fired.len();
    for ((what, short), long) in endless(500).iter().zip(endless(1000).values()) {
        let (short, long) = (judged(short), judged(long));
        assert!(long <= 2 * short + 100, "{what}: {short}, then {long}");
    }
}

#[test]
fn pages_without_end_are_read_and_lose_nothing() {
    let (paragraph, headings) = (text(1_000_000), format!("{HEADING}\n\n").repeat(100_000));
    let article = format!("{HEADING}\n\n{}", format!("{}\n\n", text(400)).repeat(10_000));
    for page in [paragraph, headings, article] {
        assert!(!nothing_is_lost(&page).articles.is_empty());
    }
    for (what, page) in endless(30_000) {
        assert!(!explain(&mut Document::page("a.txt", page)).articles.is_empty(), "{what}");
    }
}

#[test]
fn articles_without_end_are_whole_in_every_format() {
    let (paragraph, paragraphs) = (text(1_000_000), vec![text(400); 10_000]);
    let html =
        |inner: String| format!("<html><body><article><h1>T</h1>{inner}</article></body></html>");
    let long = paragraphs.join("\n\n");
    let json = serde_json::json!({ "title": "T", "text": long }).to_string();
    let marked = format!("<p>{}</p>", paragraphs.join("</p><p>"));
    let quoted = format!("title,text\nT,\"{long}\"\n");
    for (name, content, code_points) in [
        ("a.md", format!("# T\n\n{paragraph}"), paragraph.chars().count()),
        ("a.html", html(format!("<p>{paragraph}</p>")), paragraph.chars().count()),
        ("a.md", format!("# T\n\n{long}"), 4_050_000),
        ("a.html", html(marked), 4_050_000),
        ("a.json", json.clone(), 4_050_000),
        ("a.jsonl", json, 4_050_000),
        ("a.csv", quoted, 4_050_000),
    ] {
        let found = articles(name, &content);
        assert_eq!((found.len(), held(&found)), (1, code_points + 1), "{name}");
    }
}

#[test]
fn a_hundred_thousand_headings_are_as_many() {
    let markdown = "# 潮水\n\n".to_owned() + &"## 碼頭\n\n海面平靜。\n\n".repeat(100_000);
    let html =
        "<article><h1>潮水</h1>".to_owned() + &"<h2>碼頭</h2><p>海面平靜。</p>".repeat(100_000);
    for (name, content) in [("a.md", markdown), ("a.html", html)] {
        let found = articles(name, &content);
        let headings = found.iter().flat_map(|article| &article.sections);
        assert_eq!(headings.filter(|section| section.heading.is_some()).count(), 100_000, "{name}");
    }
}

#[test]
fn what_is_nested_without_end_is_flattened() {
    let steps: String = (0..2000).flat_map(|n| ["  ".repeat(n), "- x\n".to_owned()]).collect();
    let lists = "<ul><li>x".repeat(10_000) + &"</li></ul>".repeat(10_000);
    for (name, content) in [
        ("a.md", steps),
        ("a.md", "- ".repeat(10_000) + "x"),
        ("a.md", "> ".repeat(10_000) + "x"),
        ("a.md", "*x **x ".repeat(10_000)),
        ("a.md", "[".repeat(10_000) + "x" + &"](y)".repeat(10_000)),
        ("a.html", lists),
        ("a.html", "<ul><li>x".repeat(10_000)),
        ("a.html", "<div>".repeat(10_000) + "潮水退去"),
        ("a.html", "<p>潮水<b>退去".repeat(2_000)),
        ("a.html", "<table><tr><td>".repeat(10_000) + "x"),
        ("a.html", "<div><marquee></div>x".repeat(10_000)),
        ("a.html", "<p>x<font size=1>".repeat(10_000)),
        ("a.html", "<script".repeat(100_000) + "<p>x"),
    ] {
        assert!(held(&articles(name, &content)) > 0, "{content:.20}");
    }
    // JSON of this depth is no article; that it is not read is told.
    for content in ["[".repeat(100_000), "{\"a\":".repeat(100_000)] {
        let reading = read("a.json", content.as_bytes()).expect("text");
        assert!(reading.documents.is_empty());
        assert_eq!(reading.diagnostics[0].code, "json/syntax");
    }
}

#[test]
fn nul_bytes_are_no_text_and_an_escaped_nul_is_kept_where_it_stands() {
    for name in ["a.txt", "a.md", "a.html", "a.json", "a.csv"] {
        let told = read(name, "潮水\0退去".as_bytes()).expect_err("no text").to_string();
        assert!(told.contains("NUL") && told.contains("byte 6"), "{told}");
    }
    let found = articles("a.json", r#"{"title":"T","text":"潮水\u0000退去"}"#);
    assert_eq!(held(&found), "T潮水\0退去".chars().count());
}

#[test]
#[ignore = "a minute without optimisation; `make fuzz` runs it"]
fn a_line_of_a_hundred_megabytes_is_read_in_every_format() {
    let line = text(100_000_000 / 3);
    let code_points = line.chars().count();
    for (name, content) in [
        ("a.txt", line.clone()),
        ("a.md", line.clone()),
        ("a.html", format!("<article><h1>T</h1><p>{line}</p></article>")),
        ("a.jsonl", format!("{{\"text\":\"{line}\"}}")),
        ("a.csv", format!("title,text\nT,{line}\n")),
    ] {
        assert!(held(&articles(name, &content)) >= code_points, "{name}");
    }
}
