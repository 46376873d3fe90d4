//! How well questions are answered: mean reciprocal rank and recall among the first ten, on the shared collections of
//! questions with their answers (`NEWSPRINT_SHARED`). `benches/relevance.mjs` sets the peers beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use futures::executor::block_on;
use newsprint::model::{Article, ArticleId, Block, Corpus, Section};
use newsprint::pack::Pack;
use newsprint::search::{Filter, Query, Searcher};

struct Collection {
    name: &'static str,
    corpus: Corpus,
    /// Questions, each with the ids of the articles that answer it.
    questions: Vec<(String, BTreeSet<String>)>,
}

fn main() {
    let shared = std::env::var_os("NEWSPRINT_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    for read in [drcd, cranfield] {
        match read(&shared.join("corpora")) {
            Some(collection) => measure(&collection),
            None => println!("skipped: no such collection in {}", shared.display()),
        }
    }
}

fn measure(collection: &Collection) {
    let pack = Pack::of(collection.corpus.clone());
    let Ok(searcher) = block_on(Searcher::open(&pack)) else { return };
    let (mut ranks, mut recalls, mut answered) = (0.0, 0.0, 0);
    for (question, wanted) in &collection.questions {
        let query = Query::parse(question);
        let Ok(answer) = block_on(searcher.search(&query, &Filter::default())) else { continue };
        answered += usize::from(!answer.found.is_empty());
        let articles = &collection.corpus.articles;
        let ids: Vec<&str> =
            answer.found.iter().take(10).map(|it| articles[it.article].id.as_str()).collect();
        let first = ids.iter().position(|id| wanted.contains(*id));
        ranks += first.map_or(0.0, |rank| 1.0 / real(rank + 1));
        let found = ids.iter().filter(|id| wanted.contains(**id)).count();
        recalls += real(found) / real(wanted.len().min(10));
    }
    let count = collection.questions.len();
    println!(
        "{}: {count} questions, {answered} answered, MRR@10 {:.3}, recall@10 {:.3}",
        collection.name,
        ranks / real(count),
        recalls / real(count)
    );
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn article(id: &str, title: &str, paragraphs: impl Iterator<Item = String>) -> Article {
    let blocks = paragraphs.map(|text| Block::Paragraph { text }).collect();
    Article {
        id: ArticleId::new(id),
        headline: Some(title.to_owned()),
        sections: vec![Section { blocks, ..Section::default() }],
        ..Article::default()
    }
}

/// Every fifth question of the development set.
fn drcd(corpora: &Path) -> Option<Collection> {
    let lines = |name: &str| -> Option<Vec<serde_json::Value>> {
        let text = fs::read_to_string(corpora.join("ir-zh-hant-drcd").join(name)).ok()?;
        Some(text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
    };
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let articles = lines("dev-docs.jsonl")?
        .iter()
        .map(|it| {
            let paragraphs = it["paras"].as_array().into_iter().flatten();
            article(&text(&it["id"]), &text(&it["title"]), paragraphs.map(|it| text(&it["text"])))
        })
        .collect();
    let questions = lines("dev-questions.jsonl")?
        .iter()
        .step_by(5)
        .map(|it| (text(&it["q"]), BTreeSet::from([text(&it["doc"])])))
        .collect();
    let corpus = Corpus { articles, ..Corpus::default() };
    Some(Collection { name: "DRCD (zh-Hant)", corpus, questions })
}

fn cranfield(corpora: &Path) -> Option<Collection> {
    let read = |name: &str| fs::read_to_string(corpora.join("ir-en-cranfield").join(name)).ok();
    let articles = records(&read("cran.all.1400")?)
        .into_iter()
        .map(|(id, fields)| {
            let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
            article(&id, &field(".T"), std::iter::once(field(".W")))
        })
        .collect();
    let mut wanted: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for line in read("QRelsCorrectedforTRECeval")?.lines() {
        let columns: Vec<&str> = line.split_whitespace().collect();
        if let [query, _, article, grade] = columns[..]
            && grade.parse::<i32>().is_ok_and(|grade| grade > 0)
            && let Ok(query) = query.parse()
        {
            wanted.entry(query).or_default().insert(article.to_owned());
        }
    }
    // The judgements count the questions; the questions' own numbers have gaps.
    let questions = records(&read("cran.qry")?)
        .into_iter()
        .zip(1..)
        .filter_map(|((_, fields), n)| Some((fields.get(".W")?.clone(), wanted.get(&n)?.clone())))
        .collect();
    let corpus = Corpus { articles, ..Corpus::default() };
    Some(Collection { name: "Cranfield (en)", corpus, questions })
}

/// Records of SMART: `.I id`, then fields, each under its name.
fn records(text: &str) -> Vec<(String, BTreeMap<&str, String>)> {
    let mut records: Vec<(String, BTreeMap<&str, String>)> = Vec::new();
    let mut field = "";
    for line in text.lines() {
        if let Some(id) = line.strip_prefix(".I ") {
            let id = id.trim().trim_start_matches('0').to_owned();
            records.push((id, BTreeMap::new()));
        } else if line.len() == 2 && line.starts_with('.') {
            field = line;
        } else if let Some((_, fields)) = records.last_mut() {
            let text: &mut String = fields.entry(field).or_default();
            text.push_str(if text.is_empty() { "" } else { " " });
            text.push_str(line.trim());
        }
    }
    records
}
