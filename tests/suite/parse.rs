//! The founding page is read exactly as a careful reader sees it.

use newsprint::model::Article;
use newsprint::parse::parse;
use newsprint::read::read;
use serde_json::{Map, Value, json};

use crate::shared::shared;

/// Every story of a text.
pub(crate) fn articles(name: &str, text: &str) -> Vec<Article> {
    let reading = read(name, text.as_bytes()).expect("text");
    reading.documents.into_iter().flat_map(|document| parse(document).0).collect()
}

/// A story with the fields of the gold, and no others.
pub(crate) fn as_gold(article: &Article) -> Value {
    let value = serde_json::to_value(article).expect("JSON");
    let fields = [
        "kicker",
        "headline",
        "label",
        "byline",
        "source",
        "date",
        "sections",
        "captions",
        "furniture",
    ];
    let kept = fields.iter().map(|field| ((*field).to_owned(), value[*field].clone()));
    Value::Object(kept.collect::<Map<String, Value>>())
}

#[test]
fn the_founding_page_is_read_exactly() {
    let Some(folder) = shared("corpora/founding-page") else { return };
    let text = std::fs::read_to_string(folder.join("page.txt")).expect("the page");
    let gold = std::fs::read_to_string(folder.join("gold.json")).expect("the gold");
    let gold: Value = serde_json::from_str(&gold).expect("JSON");
    let found: Vec<Value> = articles("page.txt", &text).iter().map(as_gold).collect();
    let pretty = |value: &Value| serde_json::to_string_pretty(value).expect("JSON");
    similar_asserts::assert_eq!(pretty(&json!(found)), pretty(&gold["stories"]));
}
