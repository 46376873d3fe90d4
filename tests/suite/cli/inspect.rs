//! What `inspect` shows: an outline for people, JSON for programs.

use std::fs;
use std::path::Path;

use expect_test::expect;
use serde_json::Value;

use super::{Desk, PAGE};

fn schema() -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/inspect.schema.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

fn assert_valid(output: &str) -> Value {
    let value: Value = serde_json::from_str(output).unwrap();
    let errors: Vec<String> = schema()
        .iter_errors(&value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    value
}

#[test]
fn the_outline_of_a_page() {
    let desk = Desk::new();
    desk.put("page.txt", PAGE);
    desk.run(&["inspect", "page.txt"]).ends(0).says(&expect![""]).prints(&expect![[r#"
        page
        1 article, 356 characters

         1  清晨五時的蒸籠 守了四十八年
            id         清晨五時的蒸籠_守了四十八年
            language   zh-Hant
            §     356  16 paragraphs
    "#]]);
}

#[test]
fn the_json_is_what_its_schema_says() {
    let desk = Desk::new();
    desk.put("page.txt", PAGE).put("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff\xfe\0");
    let whole = desk.run(&["inspect", "--json", "page.txt"]).ends(0);
    assert_eq!(whole.err, "");
    assert_valid(&whole.out);
    let partly = desk.run(&["inspect", "--json", "page.txt", "picture.txt"]).ends(3);
    let value = assert_valid(&partly.out);
    assert_eq!(value["diagnostics"][0]["severity"], "error");
}

#[test]
fn every_form_an_article_can_take_is_in_the_schema() {
    use newsprint::model::*;
    let every = |text: &str| text.to_owned();
    let span = Span::new(0..1);
    let article = Article {
        id: ArticleId::new("a b"),
        language: every("en"),
        deck: Some(every("deck")),
        day: Some(every("2026-05")),
        sections: vec![Section {
            heading: Some(every("heading")),
            level: 2,
            blocks: vec![
                Block::Paragraph { text: every("p") },
                Block::Note { text: every("n") },
                Block::Quote { text: every("q") },
                Block::Code { text: every("c\n") },
                Block::List { ordered: true, items: vec![every("i")] },
                Block::Table { rows: vec![vec![every("h")], vec![]] },
            ],
        }],
        captions: vec![Caption { text: every("caption"), credit: None }],
        furniture: vec![every("f")],
        markers: vec![every("●")],
        mentions: vec![Mention {
            at: At::cell(0, 5, 0, 0),
            span,
            kind: Kind::Other(every("ship")),
            entities: vec![EntityId::new("ship:h")],
        }],
        styles: [
            Styling::Emphasis,
            Styling::Strong,
            Styling::Code,
            Styling::Link(every("https://a")),
        ]
        .map(|styling| Style { at: At::text(0, 0), span, styling })
        .to_vec(),
        ..Article::default()
    };
    let value = serde_json::json!({ "articles": [article], "entities": [], "diagnostics": [] });
    assert_valid(&value.to_string());
}

#[test]
fn articles_of_one_id_are_told_apart() {
    let desk = Desk::new();
    for file in ["a", "b", "c"] {
        desk.put(
            &format!("{file}.jsonl"),
            r#"{"id":"x","title":"Title","date":"2026-05-20","text":"Text."}"#,
        );
    }
    let ran = desk.run(&["inspect", "--json", "a.jsonl", "b.jsonl", "c.jsonl"]).ends(0);
    let value = assert_valid(&ran.out);
    let ids: Vec<&Value> = value["articles"].as_array().unwrap().iter().map(|a| &a["id"]).collect();
    assert_eq!(ids, ["x", "x-2", "x-3"]);
    assert_eq!(value["diagnostics"].as_array().unwrap().len(), 2);
    assert_eq!(value["diagnostics"][0]["code"], "id/repeated");
}
