//! `make eval`, the part about pages: figures for EVALUATION.md, printed as its tables.

use serde_json::Value;

use crate::composite::{Half, score_manners};
use crate::parse::{articles, as_gold};
use crate::parse_score::score_folder;
use crate::read_html::score_pages;
use crate::shared::shared;

fn json(path: &std::path::Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).expect("a file")).expect("JSON")
}

/// Run by `scripts/eval.sh pages`, which keeps the lines that begin with a stroke.
#[test]
#[ignore = "prints figures; `make eval` runs it"]
fn pages() {
    println!("| pasted pages | stories F1 | kinds F1 | joins P | joins R | text kept |");
    println!("|---|--:|--:|--:|--:|--:|");
    if let Some(folder) = shared("corpora/founding-page") {
        let text = std::fs::read_to_string(folder.join("page.txt")).expect("the page");
        let gold = json(&folder.join("gold.json"));
        let gold = gold["stories"].as_array().expect("stories");
        let found: Vec<Value> = articles("page.txt", &text).iter().map(as_gold).collect();
        let exact = found.iter().zip(gold).filter(|(found, gold)| found == gold).count();
        println!("| founding page | {exact} of {} stories exact in every field |||||", gold.len());
    }
    if let Some(folder) = shared("corpora/pages-composite") {
        let (score, _) = score_folder(&folder);
        println!(
            "| pages-composite, given | {:.3} | {:.3} | {:.3} | {:.3} | {:.3} |",
            score.stories.f1(),
            score.kinds.f1(),
            score.joins.precision(),
            score.joins.recall(),
            score.kept.recall()
        );
    }
    println!("|");
    println!(
        "| pages made by script, texts no rule was written by | stories F1 | kinds F1 | joins P | joins R |"
    );
    println!("|---|--:|--:|--:|--:|");
    for (name, score, _) in score_manners(Half::HeldOut) {
        println!(
            "| {name} | {:.3} | {:.3} | {:.3} | {:.3} |",
            score.stories.f1(),
            score.kinds.f1(),
            score.joins.precision(),
            score.joins.recall()
        );
    }
    if let Some(folder) = shared("corpora/html-en-readability") {
        let theirs = std::env::var_os("NEWSPRINT_READABILITY").map(|path| json(path.as_ref()));
        let (ours, readability) = score_pages(&folder, theirs.as_ref());
        println!("|");
        println!("| saved pages | text F1 | titles | bylines |");
        println!("|---|--:|--:|--:|");
        println!("| Newsprint | {}", ours.cells());
        if theirs.is_some() {
            println!("| Mozilla's Readability 0.6.0 on jsdom | {}", readability.cells());
        }
    }
}
