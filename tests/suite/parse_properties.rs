//! What holds for any text at all.

use std::collections::BTreeSet;

use newsprint::model::{Article, At};
use newsprint::parse::{Parsed, Place, explain, parse};
use newsprint::read::{Document, read};
use proptest::prelude::*;

/// The string of an article at a place.
fn string(article: &Article, place: Place) -> &str {
    match place {
        Place::At(at) => article.text_at(at).expect("a string at its place"),
        Place::Furniture(n) => &article.furniture[n],
        Place::Marker(n) => &article.markers[n],
    }
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Every string stands where its origin says, every character of the page that is not white space has
/// exactly one place, and the text of a story keeps the page's order.
pub(crate) fn nothing_is_lost(page: &str) -> Parsed {
    let parsed = explain(&mut Document::page("page.txt", page.to_owned()));
    let mut taken = vec![0_u8; page.len()];
    let mut strings = BTreeSet::new();
    for origin in &parsed.origins {
        let article = &parsed.articles[origin.article];
        let pieces: String = origin.ranges.iter().map(|range| &page[range.clone()]).collect();
        assert_eq!(plain(&pieces), plain(string(article, origin.place)), "{:?}", origin.place);
        assert!(strings.insert((origin.article, origin.place)), "told once: {:?}", origin.place);
        for byte in origin.ranges.iter().flat_map(Clone::clone) {
            taken[byte] += 1;
        }
    }
    for (at, c) in page.char_indices() {
        let times = taken[at];
        assert!(
            times == 1 || c.is_whitespace() && times == 0,
            "{c:?} at {at} stands {times} times"
        );
    }
    every_string_has_an_origin(&parsed, &strings);
    the_order_is_kept(&parsed);
    parsed
}

fn every_string_has_an_origin(parsed: &Parsed, strings: &BTreeSet<(usize, Place)>) {
    for (index, article) in parsed.articles.iter().enumerate() {
        let texts = article.texts().filter(|(_, text)| !text.is_empty());
        for (at, text) in texts {
            assert!(strings.contains(&(index, Place::At(at))), "{at} is invented: {text}");
            assert!(!text.contains('\n'), "{at} has no line break");
        }
        for n in 0..article.furniture.len() {
            assert!(strings.contains(&(index, Place::Furniture(n))));
        }
        for n in 0..article.markers.len() {
            assert!(strings.contains(&(index, Place::Marker(n))));
        }
    }
}

fn the_order_is_kept(parsed: &Parsed) {
    let body = parsed.origins.iter().filter(|o| matches!(o.place, Place::At(At::Section(..))));
    let starts: Vec<usize> =
        body.flat_map(|origin| origin.ranges.iter().map(|range| range.start)).collect();
    assert!(starts.is_sorted(), "the text keeps its order: {starts:?}");
}

/// Lines as pages have them, and lines as they should not have them.
fn line() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "潮水退去",
        "老船員",
        "，",
        "。",
        "、",
        "：",
        "「",
        "」",
        "（",
        "）",
        "●",
        "■",
        "▲",
        "- ",
        "1. ",
        "一、",
        "（二）",
        "記者",
        "報道",
        "本報訊",
        "【",
        "】",
        "新華社",
        "攝",
        "圖：",
        "特寫",
        "社評",
        "掃碼閱全文",
        "相關新聞",
        "5月20日",
        "2026年",
        "電",
        "據",
        "A12",
        "***",
        "|",
        "By ",
        "Jane Doe",
        "LONDON, ",
        "May 5",
        " — ",
        "The tide",
        " is out",
        ".",
        "!",
        "…",
        " ",
        "　",
        "\t",
        "本文為節選",
        "（本文為節選）",
        "來源：",
        "海港日報",
        "\u{200B}",
        "\u{FEFF}",
        "\u{202E}",
        "\u{0}",
        "𠮷",
        "é",
        "👩‍👩‍👧",
        "\u{301}",
        "文／",
        "攝影",
        "（完）",
        "-",
        "06-2991111",
    ]);
    prop_oneof![
        6 => prop::collection::vec(pieces, 0..8).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
        1 => "[。，、：；！？「」（）\\PC]{0,40}",
    ]
}

fn page() -> impl Strategy<Value = String> {
    let end =
        prop::sample::select(vec!["\n", "\n\n", "\n\n\n\n", "\r\n", "\r", "\u{2028}", "\u{C}"]);
    prop::collection::vec((line(), end), 0..24).prop_map(|lines| {
        lines.into_iter().flat_map(|(line, end)| [line, end.to_owned()]).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_a_page_is_lost(page in page()) {
        nothing_is_lost(&page);
    }

    #[test]
    fn nothing_of_any_text_is_lost(text in any::<String>()) {
        nothing_is_lost(&text);
    }

    #[test]
    fn ids_are_unique(page in page()) {
        let (articles, _) = parse(Document::page("page.txt", page));
        let ids: BTreeSet<_> = articles.iter().map(|article| article.id.as_str()).collect();
        prop_assert_eq!(ids.len(), articles.len());
        prop_assert!(!ids.contains(""));
    }

    #[test]
    fn reading_never_panics(name in "[a-z]{1,3}\\.(txt|md|json|jsonl)", bytes in any::<Vec<u8>>()) {
        if let Ok(reading) = read(&name, &bytes) {
            for document in reading.documents {
                let _ = parse(document);
            }
        }
    }

    #[test]
    fn markdown_keeps_its_words(words in prop::collection::vec("[a-z潮水退去]{1,6}", 1..30)) {
        let forms = ["{}\n", "# {}\n", "\n- {}\n", "> {}\n\n", "*{}* ", "| {} |\n", "1. {}\n", "[{}](x)\n"];
        let lines: String = words.iter().enumerate().map(|(n, word)| {
            forms[(n + word.len()) % forms.len()].replace("{}", word)
        }).collect();
        let reading = read("a.md", lines.as_bytes()).expect("text");
        let (articles, _) = parse(reading.documents[0].clone());
        let kept: String = articles.iter().flat_map(|a| a.texts().map(|(_, t)| t.to_owned()).collect::<Vec<_>>()).collect();
        let sorted = |text: &str| { let mut c: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect(); c.sort_unstable(); c };
        prop_assert_eq!(sorted(&kept), sorted(&words.concat()));
    }
}

#[test]
fn strange_texts_are_kept_whole() {
    for text in [
        "",
        "\n",
        "。",
        "●",
        "***",
        "（）",
        "（本文為節選）",
        "●●\n●",
        "|||",
        "| a | b |",
        "1.\n2.",
        "\u{FEFF}",
        "【】",
    ] {
        nothing_is_lost(text);
    }
    assert!(nothing_is_lost(" \n　").articles.is_empty());
    let parsed = nothing_is_lost("潮水退去");
    assert_eq!(parsed.articles.len(), 1);
}

#[test]
fn an_empty_page_is_told() {
    let (articles, diagnostics) = parse(Document::page("a.txt", "\n".to_owned()));
    assert!(articles.is_empty());
    assert_eq!(diagnostics[0].code, "parse/empty");
}
