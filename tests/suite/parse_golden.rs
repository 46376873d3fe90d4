//! Golden pairs: `golden/parse/NAME.{txt,md,jsonl,json}` and beside it `NAME.golden.json`, the articles
//! and diagnostics that come of it. `UPDATE_GOLDEN=1` writes what came; look at the difference.

use std::path::Path;

use newsprint::parse::parse;
use newsprint::read::read;
use serde_json::{Value, json};

fn came(name: &str, bytes: &[u8]) -> Value {
    let reading = match read(name, bytes) {
        Ok(reading) => reading,
        Err(error) => return json!({ "error": error.to_string() }),
    };
    let mut articles = Vec::new();
    let mut diagnostics = reading.diagnostics;
    for document in reading.documents {
        let (mut more, mut found) = parse(document);
        articles.append(&mut more);
        diagnostics.append(&mut found);
    }
    json!({ "articles": articles, "diagnostics": diagnostics })
}

#[test]
fn pages_come_out_as_the_golden_pairs_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/golden/parse");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .expect("the folder")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| !name.ends_with(".golden.json"))
        .collect();
    names.sort();
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut wrong = Vec::new();
    for name in &names {
        let bytes = std::fs::read(folder.join(name)).expect("a page");
        let stem = name.split('.').next().unwrap_or_default();
        let golden = folder.join(format!("{stem}.golden.json"));
        let found = serde_json::to_string_pretty(&came(name, &bytes)).expect("JSON") + "\n";
        let wanted = std::fs::read_to_string(&golden).unwrap_or_default();
        if update {
            std::fs::write(&golden, &found).expect("written");
        } else if found != wanted {
            println!(
                "{name}:\n{}",
                similar_asserts::SimpleDiff::from_str(&wanted, &found, "golden", "came")
            );
            wrong.push(name);
        }
    }
    assert!(names.len() >= 15, "the cases are there");
    assert!(wrong.is_empty(), "differ: {wrong:?}; UPDATE_GOLDEN=1 writes what came");
}
