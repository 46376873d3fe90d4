//! `make eval`, the part about dates and quantities: what is marked and what it comes to, for EVALUATION.md.

mod same;

use std::collections::BTreeMap;

use newsprint::annotate::{Corrections, annotate};
use newsprint::model::{Article, Block, Corpus, Kind, Section};
use serde_json::Value;

use crate::shared::shared;
use same::{right, same_end};

/// One stretch of a text and what it comes to.
struct Marked {
    start: usize,
    end: usize,
    kind: Kind,
    value: Option<String>,
}

/// What is marked in a text as a date or a quantity, where the page is of a day.
fn marked(text: &str, day: Option<&str>) -> Vec<Marked> {
    let blocks = vec![Block::Paragraph { text: text.to_owned() }];
    let sections = vec![Section { level: 1, blocks, ..Section::default() }];
    let article = Article { day: day.map(str::to_owned), sections, ..Article::default() };
    let mut corpus = Corpus { articles: vec![article], ..Corpus::default() };
    annotate(&mut corpus, &Corrections::default());
    let value = |id| corpus.entities.iter().find(|e| e.id == id).and_then(|e| e.value.clone());
    let mentions = corpus.articles[0].mentions.iter();
    mentions
        .filter(|m| matches!(m.kind, Kind::Date | Kind::Quantity))
        .map(|m| {
            let (start, end) = (m.span.start as usize, m.span.end as usize);
            Marked { start, end, kind: m.kind.clone(), value: value(m.entities[0].clone()) }
        })
        .collect()
}

#[derive(Default)]
struct Score {
    gold: usize,
    found: usize,
    right: usize,
    valued: usize,
    values_right: usize,
}

impl Score {
    fn add(&mut self, other: &Self) {
        self.gold += other.gold;
        self.found += other.found;
        self.right += other.right;
        self.valued += other.valued;
        self.values_right += other.values_right;
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of a few thousand")]
    fn cells(&self) -> String {
        let part = |a: usize, b: usize| if b == 0 { 0.0 } else { a as f64 / b as f64 };
        let f1 = part(2 * self.right, self.gold + self.found);
        let values = match self.valued {
            0 => "–".to_owned(),
            all => format!("{:.3}", part(self.values_right, all)),
        };
        let (p, r) = (part(self.right, self.found), part(self.right, self.gold));
        format!("{} | {p:.3} | {r:.3} | **{f1:.3}** | {values}", self.gold)
    }
}

/// One line of the Recognizers' sets.
fn score(row: &Value, wrong: &mut Vec<String>) -> Score {
    let spec = spec(row);
    let text = row["text_hant"].as_str().or(row["text"].as_str()).expect("a text");
    let day = row["context"]["ReferenceDateTime"].as_str().and_then(|day| day.get(..10));
    let dates =
        spec.starts_with("Date") || spec.starts_with("Time") || spec.starts_with("Duration");
    let mut ours = marked(text, day);
    let length = |m: &Marked| m.value.as_deref().is_some_and(|value| value.starts_with('P'));
    ours.retain(|m| {
        if dates {
            m.kind == Kind::Date || length(m)
        } else {
            m.kind == Kind::Quantity && of_sort(spec, m)
        }
    });
    let mut score = Score { found: ours.len(), ..Score::default() };
    let empty = Vec::new();
    for gold in row["ents"].as_array().expect("ents") {
        let at = |n: usize| usize::try_from(gold[n].as_u64().expect("an offset")).expect("small");
        let (start, end) = (at(0), at(1));
        let results = row["results"].as_array().unwrap_or(&empty);
        let result = results.iter().find(|r| r["Start"].as_u64() == gold[0].as_u64());
        let null = Value::Null;
        let result = result.unwrap_or(&null);
        score.gold += 1;
        let numeric = |m: &Marked| {
            spec == "NumberModel"
                && m.start <= start
                && end <= m.end
                && right(m.value.as_deref(), result, false) == Some(true)
        };
        let hit = ours.iter().position(|m| m.start == start && m.end == end || numeric(m));
        let Some(hit) = hit else {
            let near: Vec<String> = ours
                .iter()
                .map(|m| text.chars().skip(m.start).take(m.end - m.start).collect())
                .collect();
            let gold: String = text.chars().skip(start).take(end - start).collect();
            wrong.push(format!("{spec}: {gold:?} not found in {text:?}; found {near:?}"));
            continue;
        };
        let hit = ours.remove(hit);
        score.right += 1;
        if let Some(right) = right(hit.value.as_deref(), result, dates) {
            score.valued += 1;
            score.values_right += usize::from(right);
            if !right {
                let text: String = text.chars().skip(start).take(end - start).collect();
                wrong.push(format!(
                    "{spec}: {text:?} on {day:?} comes to {:?}, not {}",
                    hit.value, result["Resolution"]
                ));
            }
        }
    }
    // Of numbers with units, a set of plain numbers says nothing.
    if spec == "NumberModel" {
        let units = ours
            .iter()
            .filter(|m| {
                m.value
                    .as_deref()
                    .is_none_or(|value| value.contains(' ') || value.starts_with(['P', '#']))
            })
            .count();
        score.found -= units;
        ours.retain(|m| {
            m.value
                .as_deref()
                .is_some_and(|value| !value.contains(' ') && !value.starts_with(['P', '#']))
        });
    }
    for extra in ours {
        let extra: String = text.chars().skip(extra.start).take(extra.end - extra.start).collect();
        wrong.push(format!("{spec}: {extra:?} found in {text:?}"));
    }
    score
}

/// Whether a quantity is of the sort that a set marks, since each set marks one sort only.
fn of_sort(spec: &str, m: &Marked) -> bool {
    let value = m.value.as_deref().unwrap_or("");
    let unit = value.split_once(' ').map_or("", |(_, unit)| unit);
    let money = unit.len() == 3 && unit.chars().all(|c| c.is_ascii_uppercase())
        || ["$", "元", "¥", "franc", "mark", "rupee", "peso", "cent", "penny"].contains(&unit);
    match spec {
        "CurrencyModel" => money,
        "PercentModel" => unit.starts_with('%') || unit == "percentage points",
        "OrdinalModel" => value.starts_with('#'),
        "DimensionModel" | "TemperatureModel" | "AgeModel" => {
            !money && !unit.is_empty() && unit != "%" && !value.starts_with('#')
                || value.starts_with('P')
        }
        _ => true,
    }
}

fn spec(row: &Value) -> &str {
    let id = row["id"].as_str().expect("an id");
    id.rsplit('/').next().and_then(|name| name.split('#').next()).expect("a name")
}

fn number(row: &Value) -> usize {
    row["id"]
        .as_str()
        .and_then(|id| id.rsplit('#').next())
        .and_then(|n| n.parse().ok())
        .expect("a number")
}

/// A line of the set of `JioNLP`: a text that is one expression.
fn score_whole(row: &Value, wrong: &mut Vec<String>) -> Score {
    let text = row["text_hant"].as_str().expect("a text");
    let day = reference(&row["gold"][0]);
    let gold = &row["gold"][1];
    let whole = text.chars().count();
    let ours = marked(text, day.as_deref());
    let mut score = Score { gold: 1, found: ours.len(), ..Score::default() };
    let Some(hit) = ours.iter().find(|m| m.start == 0 && m.end == whole) else {
        wrong.push(format!("JioNLP: {text:?} not found whole"));
        return score;
    };
    score.right = 1;
    let value = hit.value.as_deref().unwrap_or("");
    let same = match gold["time"].as_array() {
        Some(time) if time.iter().all(Value::is_string) => {
            let bound = |n: usize| time[n].as_str().filter(|t| !t.contains("inf")).unwrap_or("..");
            let (first, last) = value.split_once('/').unwrap_or((value, value));
            let same = |ours: &str, gold: &str, end: bool| match gold {
                ".." => ours == "..",
                _ if ours.contains(':') => same_end(ours, gold, end),
                _ => same_end(ours, gold.get(..10).unwrap_or(gold), end),
            };
            // Eleven o'clock is its whole hour there.
            let point = !value.contains('/') && value.contains(':') && gold["type"] == "time_point";
            same(first, bound(0), false) && (point || same(last, bound(1), true))
        }
        Some(_) => return score,
        None => {
            const UNITS: [(&str, char); 6] = [
                ("year", 'Y'),
                ("month", 'M'),
                ("day", 'D'),
                ("hour", 'H'),
                ("minute", 'M'),
                ("second", 'S'),
            ];
            let parts = gold["time"].as_object().expect("a length of time");
            let weeks = value
                .strip_prefix('P')
                .and_then(|v| v.strip_suffix('W'))
                .and_then(|n| n.parse::<f64>().ok());
            let days = weeks.map(|weeks| format!("P{}D", weeks * 7.0));
            let value = days.as_deref().unwrap_or(value);
            value.starts_with('P')
                && UNITS.iter().all(|(name, letter)| {
                    parts
                        .get(*name)
                        .and_then(Value::as_f64)
                        .is_none_or(|n| value.contains(&format!("{n}{letter}")))
                })
        }
    };
    score.valued = 1;
    score.values_right = usize::from(same);
    if !same {
        wrong.push(format!("JioNLP: {text:?} on {day:?} comes to {value:?}, not {gold}"));
    }
    score
}

/// The day that a line of `JioNLP` is relative to, as far as it is given.
fn reference(gold: &Value) -> Option<String> {
    let part = |list: &str, n: usize| gold[list].as_i64().or_else(|| gold[n].as_i64());
    if let Some(seconds) = gold.as_f64().filter(|seconds| *seconds > 1000.0) {
        #[expect(clippy::cast_possible_truncation, reason = "seconds of this century")]
        let time = jiff::Timestamp::from_second(seconds as i64).ok()?;
        return time.to_string().get(..10).map(str::to_owned);
    }
    let year = part("year", 0)?;
    Some(match (part("month", 1), part("day", 2)) {
        (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}"),
    })
}

fn rows(path: &str) -> Vec<Value> {
    let Some(path) = shared(path) else { return Vec::new() };
    let lines = std::fs::read_to_string(path).expect("a file");
    lines.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

/// Run by `scripts/eval.sh dates`, which keeps the lines that begin with a stroke.
#[test]
#[ignore = "prints figures; `make eval` runs it"]
fn dates() {
    println!("| set | expressions | P | R | F1 | values |");
    println!("|---|--:|--:|--:|--:|--:|");
    let verbose = std::env::var("NEWSPRINT_EVAL_WRONG").ok();
    for (file, name, held) in [("en", "English", true), ("zh", "Chinese (Traditional)", false)] {
        let mut wrong = Vec::new();
        let mut by_spec: BTreeMap<(&str, usize), Score> = BTreeMap::new();
        let mut rows = rows(&format!("corpora/dates/{file}.jsonl"));
        // Where the set's own results could not be placed in its text, nothing can be compared.
        rows.retain(|row| row["spans_dropped"] == 0);
        for row in &rows {
            let half = usize::from(held && number(row) % 4 == 3);
            let mut unseen = Vec::new();
            let one = score(row, if half == 0 { &mut wrong } else { &mut unseen });
            by_spec.entry((spec(row), half)).or_default().add(&one);
        }
        for half in 0..=usize::from(held) {
            let halves = match (held, half) {
                (true, 0) => ", looked at",
                (true, _) => ", held out",
                _ => ", looked at",
            };
            let mut all = Score::default();
            for ((spec, _), score) in by_spec.iter().filter(|((_, h), _)| *h == half) {
                println!("| {name}, {spec}{halves} | {} |", score.cells());
                all.add(score);
            }
            println!("| **{name}, all{halves}** | {} |", all.cells());
        }
        show(&wrong, verbose.as_deref());
    }
    let mut all = [Score::default(), Score::default()];
    let mut wrong = Vec::new();
    for (n, row) in rows("corpora/dates/jionlp-time.jsonl").iter().enumerate() {
        let mut unseen = Vec::new();
        all[n % 2].add(&score_whole(row, if n % 2 == 0 { &mut wrong } else { &mut unseen }));
    }
    println!("| JioNLP's expressions | {} |", all[0].cells());
    println!("| JioNLP's expressions, other half | {} |", all[1].cells());
    show(&wrong, verbose.as_deref());
}

/// Some of what went wrong, or all of it where that is asked for.
fn show(wrong: &[String], verbose: Option<&str>) {
    let many = if verbose.is_some() { wrong.len() } else { 12 };
    for line in wrong.iter().step_by((wrong.len() / many.max(1)).max(1)).take(many) {
        println!("  {line}");
    }
}
