//! What a query means: what is typed, what is understood of it.

use newsprint::model::Kind;
use newsprint::search::{Field, Query};
use newsprint::text::fold;

use super::{ask, corpus, ids, ready, sorted};

/// What a reader types, what is understood, and which articles answer.
#[test]
fn the_syntax_means_what_the_documentation_says() {
    let corpus = corpus();
    let cases: &[(&str, &str, &[&str])] = &[
        ("颱風", "颱風", &["visit", "weather"]),
        ("台风", "台风", &["visit", "weather"]),
        ("颱風 登陸", "颱風 登陸", &["weather"]),
        ("颱風　登陸", "颱風 登陸", &["weather"]),
        ("颱風 -登陸", "颱風 -登陸", &["visit"]),
        ("颱風 －登陸", "颱風 -登陸", &["visit"]),
        ("-颱風", "-颱風", &["harbour", "quiet"]),
        ("登陸 OR report", "登陸 OR report", &["harbour", "weather"]),
        ("颱風 登陸 OR 訪問", "颱風 登陸 OR 訪問", &["visit", "weather"]),
        ("登陸 登陸 OR 訪問", "登陸 登陸 OR 訪問", &["weather"]),
        ("登陸 登陸", "登陸", &["weather"]),
        ("登陸 OR -颱風", "登陸 OR -颱風", &["harbour", "quiet", "weather"]),
        ("\"ports report\"", "\"ports report\"", &["harbour"]),
        ("“ports report”", "\"ports report\"", &["harbour"]),
        ("\"report ports\"", "\"report ports\"", &[]),
        ("\"準備防災包\"", "\"準備防災包\"", &["weather"]),
        ("-\"ports report\"", "-\"ports report\"", &["quiet", "visit", "weather"]),
        ("PORT", "PORT", &["harbour"]),
        ("ｃａｆｅ", "ｃａｆｅ", &["harbour"]),
        ("\"damage: see", "\"damage: see\"", &["harbour"]),
        ("title:颱風", "title:颱風", &["weather"]),
        ("標題：颱風", "title:颱風", &["weather"]),
        ("标题:台风", "title:台风", &["weather"]),
        ("by:陳大文", "by:陳大文", &["weather"]),
        ("作者:大文", "by:大文", &["weather"]),
        ("label:特寫", "label:特寫", &["weather"]),
        ("source:海角", "source:海角", &["weather"]),
        ("來源:灣城", "source:灣城", &["visit"]),
        ("海角社", "海角社", &["weather"]),
        ("person:小明", "person:小明", &["visit"]),
        ("人物：王小", "person:王小", &["visit"]),
        ("place:小明", "place:小明", &[]),
        ("-person:小明", "-person:小明", &["harbour", "quiet", "weather"]),
        ("date:2026-05", "date:2026-05", &["weather"]),
        ("日期：2026年5月20日", "date:2026年5月20日", &["weather"]),
        ("date:2026-05..2026-06", "date:2026-05..2026-06", &["harbour", "weather"]),
        ("date:2026-05-21..", "date:2026-05-21..", &["harbour"]),
        ("date:..2026-05", "date:..2026-05", &["weather"]),
        ("date:2026 report", "date:2026 report", &["harbour"]),
        ("title:\"port report\"", "title:\"port report\"", &["harbour"]),
        // Nothing a reader typed is lost:
        ("date:soon", "date:soon", &[]),
        ("title:", "title:", &[]),
        ("damage: see", "damage: see", &["harbour"]),
        ("地址:灣城", "地址:灣城", &[]),
        ("說，颱風", "說，颱風", &["weather"]),
        ("OR", "OR", &["harbour"]),
        ("report OR", "report", &["harbour"]),
        ("-", "-", &[]),
        ("", "", &["harbour", "quiet", "visit", "weather"]),
        ("\"\"", "", &["harbour", "quiet", "visit", "weather"]),
        ("\u{202e}颱\u{200b}風\u{0}", "颱\u{200b}風", &["visit", "weather"]),
    ];
    for (typed, understood, expected) in cases {
        assert_eq!(Query::parse(typed).to_string(), *understood, "understanding {typed}");
        assert_eq!(sorted(ids(&corpus, typed)), *expected, "answering {typed}");
        assert_eq!(Query::parse(understood).to_string(), *understood, "{typed} twice");
    }
}

/// The rows of the tables of `docs/search.md`, as what stands between backticks in each cell.
fn documented() -> Vec<Vec<Vec<&'static str>>> {
    let document = include_str!("../../../docs/search.md");
    let code = |cell: &'static str| cell.split('`').skip(1).step_by(2).collect::<Vec<_>>();
    let rows = document.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| row.split('|').skip(1).map(code).collect()).collect()
}

#[test]
fn the_documentation_says_what_the_program_does() {
    let rows = documented();
    assert!(rows.len() > 30, "the tables are read");
    for row in rows {
        let typed = &row[0];
        match row.get(2).and_then(|cell| cell.first()) {
            Some(understood) => {
                for typed in typed {
                    assert_eq!(Query::parse(typed).to_string(), *understood);
                }
            }
            None => {
                for other in typed {
                    assert_eq!(fold(other).text, fold(typed[0]).text, "{other}");
                }
            }
        }
    }
}

#[test]
fn what_was_understood_can_be_shown_term_by_term() {
    let query = Query::parse("人物：小明 -\"a b\" c OR d");
    let [person, not, either] = query.understood() else { panic!("three clauses") };
    assert_eq!(
        (&person.any[0].field, person.any[0].text.as_str()),
        (&Field::Named(Kind::Person), "小明")
    );
    assert!(not.any[0].not && not.any[0].phrase);
    assert_eq!(either.any.len(), 2);
}

#[test]
fn a_query_of_any_size_is_answered() {
    let searcher = ready(&corpus());
    let queries = [
        "颱".repeat(100_000),
        "颱 ".repeat(100_000),
        "\"".repeat(100_000),
        "- ".repeat(100_000),
        "OR ".repeat(100_000),
        "。".repeat(100_000),
        "title:".repeat(100_000),
        "\u{202e}".repeat(100_000),
        ('\u{4e00}'..'\u{9fa5}').flat_map(|c| [c, ' ']).collect(),
        ('\u{4e00}'..'\u{9fa5}').flat_map(|c| [c, ' ', 'O', 'R', ' ']).collect(),
    ];
    for typed in queries {
        ask(&searcher, &typed);
    }
    let many: String = ('\u{4e00}'..'\u{4f00}').flat_map(|c| [c, c, ' ']).collect();
    assert!(Query::parse(&many).left_out() > 100);
}
