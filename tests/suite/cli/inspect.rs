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
        3 articles, 278 characters

         1  春滿茶樓月底結業 熟客天天來道別
            id         a85cbc5b423
            language   zh-Hant
            kicker     清晨五時的蒸籠 守了四十八年
            §                      116  2 paragraphs
            § 租約屆滿未獲續期      64  1 paragraph
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
            §      42  1 list of 2 items
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
                Block::List {
                    ordered: true,
                    first: 7,
                    items: vec![every("i"), every("j")],
                    nested: vec![Sublist { ordered: true, start: 1, end: 2 }],
                },
                Block::Table { rows: vec![vec![every("h")], vec![]] },
            ],
        }],
        captions: vec![Caption { text: every("caption"), ..Caption::default() }],
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

#[test]
fn each_line_with_what_became_of_it() {
    let desk = Desk::new();
    desk.put("page.txt", PAGE);
    desk.run(&["inspect", "--diff", "page.txt"]).ends(0).prints(&expect![[r#"
        page.txt
        ── 1 春滿茶樓月底結業 熟客天天來道別
            1  kicker     清晨五時的蒸籠 守了四十八年
            3  headline   春滿茶樓月底結業 熟客天天來道別
            5  paragraph  南埗時報訊 記者周敏儀報道，6月12日清晨五時，春滿茶樓的捲閘照常拉起。這家開業四十八年的老店將於月底結業，連日來門外排起長龍，最多時有一百六十人輪候。
            7  paragraph  七十三歲的點心師傅羅錦榮說：「人手做的蝦餃，摺口要有十二摺，少一摺我都不會端出去。」
            9  subhead    租約屆滿未獲續期
           11  paragraph  茶樓東主梁志豪表示，租約將於6月30日屆滿，業主決定收回舖位重建。他曾經尋找新址，但附近
           13  ⁀ joined   舖位的租金已是現時的三倍。
           15  set aside  掃碼看影片
           17  caption    春滿茶樓的點心車將捐予民俗博物館。
               mark       （
               credit     南埗時報資料圖片
               mark       ）
        ── 2 老街坊的早晨
           19  headline   老街坊的早晨
           21  label      特寫
           23  paragraph  靠窗的圓桌是六位退休老師的固定座位，一坐便是二十年。
           25  paragraph  他們帶來一本《茶經》，在扉頁上寫下各人的名字，送給東主留念。
           27  mark       ●
               byline     南埗時報記者 周敏儀
        ── 3 結業前後的安排
           29  headline   結業前後的安排
           31  mark       ●
               item       點心供應至6月29日下午三時，售完即止。
           33  mark       ●
               item       蒸籠和茶具於6月30日義賣，收益撥捐區內安老院。
    "#]]);
}

#[test]
fn each_line_with_the_rules_that_judged_it() {
    let desk = Desk::new();
    desk.put("page.txt", "潮水退去 老船員認得舊碼頭\n\n清晨，海面平靜得\n像一張紙。\n");
    desk.run(&["inspect", "--why", "page.txt"]).ends(0).prints(&expect![[r#"
        page.txt
            1  潮水退去 老船員認得舊碼頭                                 headline
                 a heading? yes +9
                     +3  head/length           headings are short
                     +3  head/spaced           spaces between its clauses stand for commas, as in headlines
                     -1  head/repeated         the text after it takes its words up again
                     +1  head/before-structure a list, a rubric, a byline or another heading follows, and no broken text could go on
                     +3  head/opens-page       it opens the page
                 opens a story? yes +17
                    +20  story/opens-page      no story stands before it
                     -1  story/length          headlines are longer than subheads
                     -2  story/young           the story before has only begun
            3  清晨，海面平靜得                                          paragraph
                 a heading? no -2
                     +3  head/length           headings are short
                     -2  head/commas           text has commas, headings have spaces
                     -2  head/early-comma      it begins with a clause set off by a comma, as text does
                     -1  head/repeated         the text after it takes its words up again
            4  像一張紙。                                                ⁀ joined
                 a heading? no -14
                    -12  head/sentence         it ends as a sentence does
                     +3  head/length           headings are short
                     -1  head/repeated         the text after it takes its words up again
                     -4  head/hanging          the text before it has not ended
                 goes on with the line before? yes +3
                     +3  join/unfinished       the line before ends within its sentence

        who and what in 潮水退去 老船員認得舊碼頭
    "#]]);
    desk.put("note.md", "# Tide\n\nOut.");
    desk.run(&["inspect", "--why", "note.md"]).ends(0).prints(&expect![[r#"
        no pasted page: the formats of these files tell the structure themselves

        who and what in Tide
          organisation:Tide
            Tide  found: learnt from texts; belongs here: the same name
    "#]]);
}

#[test]
fn a_story_that_turns_to_another_page_is_one() {
    let desk = Desk::new();
    let first = "A1 要聞\n\n潮水退去 老船員認得舊碼頭\n\n清晨，海面平靜得像一張紙。\n\n下轉A5版\n";
    let rest = "A5 要聞\n\n渡輪加班 船期未定\n\n渡輪公司昨日公布新船期。\n\n上接A1版\n\n碼頭舊事\n\n老船員說，他認得每一塊石頭。\n";
    desk.put("1.txt", first).put("2.txt", rest);
    let ran = desk.run(&["inspect", "--json", "1.txt", "2.txt"]).ends(0);
    let value = assert_valid(&ran.out);
    let articles = value["articles"].as_array().unwrap();
    assert_eq!(articles.len(), 2, "{}", ran.out);
    assert_eq!(articles[0]["sections"][1]["heading"], "碼頭舊事");
    let set_aside = serde_json::json!(["A1 要聞", "下轉A5版", "上接A1版"]);
    assert_eq!(articles[0]["furniture"], set_aside);
    assert_eq!(value["diagnostics"][0]["code"], "story/joined");
    desk.run(&["inspect", "--json", "2.txt"]).ends(0);
}

#[test]
fn a_story_over_three_pages_is_one_in_whatever_order_they_come() {
    let desk = Desk::new();
    desk.put("1.txt", "A1 要聞\n\n潮水退去\n\n清晨，海面平靜。\n\n下轉A5版\n");
    desk.put("2.txt", "A3 要聞\n\n上接A5版\n\n潮水回來\n\n傍晚，海面又滿了。\n");
    desk.put("3.txt", "A5 要聞\n\n上接A1版\n\n潮水停住\n\n正午，海面不動。\n\n下轉A3版\n");
    let ran = desk.run(&["inspect", "--json", "1.txt", "2.txt", "3.txt"]).ends(0);
    let value = assert_valid(&ran.out);
    let articles = value["articles"].as_array().unwrap();
    assert_eq!(articles.len(), 1, "{}", ran.out);
    let sections = articles[0]["sections"].as_array().unwrap().iter();
    let headings: Vec<&str> = sections.filter_map(|section| section["heading"].as_str()).collect();
    assert_eq!(headings, ["潮水停住", "潮水回來"]);
}

#[test]
fn stories_that_lead_to_each_other_stay_two() {
    let desk = Desk::new();
    desk.put("1.txt", "A1 要聞\n\n上接A5版\n\n潮水退去\n\n清晨，海面平靜。\n\n下轉A5版\n");
    desk.put("2.txt", "A5 要聞\n\n上接A1版\n\n潮水停住\n\n正午，海面不動。\n\n下轉A1版\n");
    assert_eq!(desk.headlines(&["1.txt", "2.txt"]), ["潮水退去", "潮水停住"]);
}

#[test]
fn pages_of_two_days_go_on_each_in_its_own() {
    let desk = Desk::new();
    for (day, headline) in [("2026-05-20", "潮水退去"), ("2026-05-21", "渡輪加班")] {
        desk.put(
            &format!("{day}-a1.txt"),
            format!("A1 要聞\n\n{headline}\n\n清晨，海面平靜。\n\n下轉A5版\n"),
        );
        desk.put(&format!("{day}-a5.txt"), "A5 要聞\n\n上接A1版\n\n潮水停住\n\n正午，海面不動。\n");
    }
    assert_eq!(desk.headlines(&["."]), ["潮水退去", "渡輪加班"]);
}

#[test]
fn a_date_that_is_no_day_is_told() {
    let desk = Desk::new();
    desk.put("a.md", "---\ntitle: Tide\ndate: 2026-13-45\n---\n\nThe tide is out.");
    desk.put("b.md", "---\ntitle: Quay\ndate: this spring\n---\n\nThe quay is dry.");
    desk.run(&["inspect", "a.md", "b.md"]).ends(0).says(&expect![[r#"
        warning[parse/day]: `2026-13-45` is no day of the calendar, so the article has none
        --> a.md
         = help: write it as in 2026-05-20

        1 warning
    "#]]);
}
