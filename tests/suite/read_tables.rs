//! Tables and JSON as people export them: cells too many, headers over two lines, fields that are there and empty.

use newsprint::read::{Piece, Reading, read};

fn reading(name: &str, content: &str) -> Reading {
    read(name, content.as_bytes()).expect("text")
}

/// Each document's title and paragraphs.
fn told(reading: &Reading) -> Vec<(String, Vec<String>)> {
    let paragraph = |piece: &Piece| match piece {
        Piece::Paragraph(words) => Some(words.text.clone()),
        _ => None,
    };
    let documents = reading.documents.iter();
    let title = |given: &newsprint::read::Given| given.title.clone().unwrap_or_default();
    documents
        .map(|it| (title(&it.given), it.pieces().iter().filter_map(paragraph).collect()))
        .collect()
}

#[test]
fn cells_beyond_the_header_are_text_and_are_told() {
    let table = "title,text\nTide,\"Out.\"\nFerry,Late, and full\n退潮,清晨,,\n";
    let found = reading("a.csv", table);
    let told = told(&found);
    assert_eq!(told[0].1, ["Out."]);
    assert_eq!(told[1].1, ["Late, and full"]);
    assert_eq!(told[2].1, ["清晨"]);
    let warned: Vec<_> = found.diagnostics.iter().map(|it| (it.code.as_str(), it.line)).collect();
    assert_eq!(warned, [("csv/too-many-cells", 3)]);
    assert_eq!(found.diagnostics[0].text, "Ferry,Late, and full");
}

#[test]
fn cells_beyond_a_header_that_ends_otherwise_are_paragraphs() {
    let found = reading("a.csv", "text;title\n清晨；無風;潮水;退去\n");
    assert_eq!(told(&found)[0].1, ["清晨；無風", "退去"]);
    let found = reading("a.csv", "id,title\n1,Tide,Out\n");
    assert_eq!(told(&found)[0], ("Tide".to_owned(), vec!["Out".to_owned()]));
}

#[test]
fn a_header_may_break_its_line() {
    let table = "title,text,\"date\nof print\",author\n潮水退去,清晨。,2026-05-20,林某\n";
    let found = reading("a.csv", table);
    assert_eq!(told(&found), [("潮水退去".to_owned(), vec!["清晨。".to_owned()])]);
    assert_eq!(found.documents[0].given.byline.as_deref(), Some("林某"));
    assert!(found.diagnostics[0].message.contains("of print"), "{:?}", found.diagnostics);
    // The first line alone shows no mark between fields.
    let found = reading("a.txt", "\"標\n題\",title,text\n甲,潮水退去,清晨。\n");
    assert_eq!(told(&found), [("潮水退去".to_owned(), vec!["清晨。".to_owned()])]);
}

#[test]
fn an_empty_text_gives_way_to_the_body() {
    for empty in ["null", "\"\"", "\" \"", "[]"] {
        let json = format!(
            r#"{{"title":"潮水","text":{empty},"body":"清晨。","sections":[{{"head":"碼頭","text":{empty},"body":"無風。"}}]}}"#
        );
        let found = reading("a.json", &json);
        assert_eq!(told(&found)[0].1, ["清晨。", "無風。"], "{empty}");
    }
    let both = reading("a.json", r#"{"title":"潮水","text":"清晨。","body":"清晨。"}"#);
    assert_eq!(told(&both)[0].1, ["清晨。"]);
}

#[test]
fn what_an_array_holds_is_told_with_its_line() {
    let json = "[\n  {\"title\": \"潮水\"},\n  {\"tide\": 2},\n\n  {\"title\":\n   \"碼頭\"},\n  [1],\n  {\"title\": \"\\ud800\"}\n]\n";
    let found = reading("a.json", json);
    let lines: Vec<_> = found.documents.iter().map(|document| document.line).collect();
    assert_eq!(lines, [2, 5]);
    let told: Vec<_> = found.diagnostics.iter().map(|it| (it.code.as_str(), it.line)).collect();
    assert_eq!(told, [("json/no-article", 3), ("json/no-article", 7), ("json/syntax", 8)]);
    for diagnostic in &found.diagnostics {
        let place = json.get(diagnostic.range.clone()).expect("a place in the text");
        assert!(place.starts_with(&diagnostic.text), "{diagnostic:?}");
    }
    assert_eq!(reading("a.json", "[ \"潮\", ").diagnostics[0].code, "json/syntax");
}

/// The first article's title, byline, day as written, and paragraphs.
fn first(name: &str, content: &str) -> String {
    let found = reading(name, content);
    let given = &found.documents[0].given;
    let facts = [&given.title, &given.byline, &given.date].map(|it| it.clone().unwrap_or_default());
    facts.join("|") + "|" + &told(&found)[0].1.join("/")
}

#[test]
fn what_common_systems_export_is_read() {
    let wanted = "潮水 & 退|林秋水|2026-05-01|甲在水邊。/乙";
    let html = "<p>甲在<b>水邊</b>。</p>\\n<p>乙</p>";
    for (system, json) in [
        ("plain", r#"{"headline":"潮水 & 退","content":"甲在水邊。\n乙","author":"林秋水","pubDate":"2026-05-01"}"#.to_owned()),
        (
            "WordPress",
            format!(r#"[{{"id":7,"title":{{"rendered":"潮水 &amp; 退"}},"content":{{"rendered":"{html}","protected":false}},"author":"林秋水","date":"2026-05-01","excerpt":{{"rendered":"<p>甲</p>"}}}}]"#),
        ),
        (
            "JSON Feed",
            format!(r#"{{"version":"https://jsonfeed.org/version/1.1","title":"南灣日報","items":[{{"id":"7","title":"潮水 & 退","content_html":"{html}","content_text":"甲在水邊。乙","authors":[{{"name":"林秋水"}}],"date_published":"2026-05-01"}}]}}"#),
        ),
        (
            "Ghost",
            format!(r#"{{"posts":[{{"slug":"tide","title":"潮水 & 退","html":"{html}","plaintext":"甲","published_at":"2026-05-01","authors":[{{"name":"林秋水"}}]}}],"meta":{{"pagination":{{"page":1}}}}}}"#),
        ),
        (
            "schema.org",
            r#"{"@type":"NewsArticle","headline":"潮水 & 退","articleBody":"甲在水邊。\n乙","datePublished":"2026-05-01","author":[{"@type":"Person","name":"林秋水"}]}"#.to_owned(),
        ),
        (
            "Drupal",
            format!(r#"{{"data":[{{"title":[{{"value":"潮水 &amp; 退"}}],"body":[{{"value":"{html}","format":"basic"}}],"author":"林秋水","date":"2026-05-01"}}]}}"#),
        ),
        (
            "Solr",
            format!(r#"{{"responseHeader":{{"status":0}},"response":{{"numFound":1,"docs":[{{"title":"潮水 & 退","body":"{html}","author":"林秋水","date":"2026-05-01"}}]}}}}"#),
        ),
    ] {
        assert_eq!(first("a.json", &json), wanted, "{system}");
    }
    let table = format!(
        "headline,content,author,published_at\n潮水 &amp; 退,\"{}\",林秋水,2026-05-01\n",
        html.replace("\\n", "\n")
    );
    assert_eq!(first("a.csv", &table), wanted);
}

#[test]
fn a_sign_of_less_is_no_tag() {
    let json = r#"{"title":"1 < 2 & 3","text":"若 a<b 則 R&D 增加；x</ y。\n第二段 &c;"}"#;
    assert_eq!(first("a.json", json), "1 < 2 & 3|||若 a<b 則 R&D 增加；x</ y。/第二段 &c;");
}

#[test]
fn a_text_that_speaks_of_tags_is_kept_with_them() {
    let json = r#"{"title":"<svg onload=x>","text":"</script><script>x</script>\n<img src=x onerror=\"y\">\n<!-- &lt;b&gt; if a <b and c> d"}"#;
    assert_eq!(
        first("a.json", json),
        "<svg onload=x>|||</script><script>x</script>/<img src=x onerror=\"y\">/<!-- <b> if a <b and c> d"
    );
}

#[test]
fn what_holds_no_articles_is_one_that_says_nothing() {
    for json in [
        r#"{"items":[1,2],"total":2}"#,
        r#"{"items":[{"tide":1}]}"#,
        r#"{"a":{"b":{"c":{"d":[{"title":"潮"}]}}}}"#,
    ] {
        let found = reading("a.json", json);
        assert_eq!(found.documents.len(), 0, "{json}");
        assert_eq!(found.diagnostics[0].code, "json/no-article", "{json}");
    }
    // An article may hold others' titles; it stays one.
    let json = r#"{"title":"潮水","text":"甲","related":[{"title":"碼頭"},{"title":"渡輪"}]}"#;
    assert_eq!(first("a.json", json), "潮水|||甲");
}

#[test]
fn a_text_under_another_name_is_asked_for_once() {
    let json =
        r#"[{"title":"潮水","inhalt":"甲在水邊。","url":"x"},{"title":"碼頭","inhalt":"乙"}]"#;
    let found = reading("a.json", json);
    assert_eq!(found.documents.len(), 2);
    let told: Vec<_> = found.diagnostics.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(told, ["json/no-text"]);
    let help = found.diagnostics[0].help.as_deref().unwrap_or_default();
    assert!(help.ends_with("fields = { text = \"inhalt\" }"), "{help}");
    assert!(reading("a.json", r#"[{"title":"潮水"},{"title":"碼頭"}]"#).diagnostics.is_empty());
}
