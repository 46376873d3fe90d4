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
        3 articles, 282 characters

         1  春滿茶樓月底結業 熟客天天來道別
            id         a85cbc5b423
            language   zh-Hant
            kicker     清晨五時的蒸籠 守了四十八年
            §                      117  2 paragraphs
            § 租約屆滿未獲續期      65  1 paragraph
            caption    春滿茶樓的點心車將捐予民俗博物館。 (南埗時報資料圖片)
            set aside  掃碼看影片
            markers    （ ）
            mentions   person 3, organisation 2, date 3, quantity 5
            joined     尋找新址，但附近 ⁀ 舖位的租金已是現

         2  老街坊的早晨
            id         aa3f7ecd2e9
            language   zh-Hant
            label      特寫
            byline     南埗時報記者 周敏儀
            §      56  2 paragraphs
            markers    ●
            mentions   person 1, place 1, organisation 1, work 1, quantity 1

         3  結業前後的安排
            id         a9bc29eb711
            language   zh-Hant
            §      44  1 list of 2 items
            markers    ● ●
            mentions   date 2

        Entities
            person           3 in    4  周敏儀 2, 梁志豪 1, 羅錦榮 1
            place            1 in    1  老街坊 1
            organisation     1 in    3  南埗時報 3
            work             1 in    1  茶經 1
            date             4 in    5  6月30日 2, 6月12日清晨五時 1, 6月29日下午三時 1, 清晨五時 1
            quantity         5 in    6  四十八年 2, 一百六十人 1, 七十三歲 1, 三倍 1, 二十年 1
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
