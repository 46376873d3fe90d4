//! Teaches the recogniser: `train zh|en WORDS OUT ROWS SET[=REPEATS]…`, as `make train` does.
//!
//! A set is a file of lines `{"text", "ents": [[start, end, kind]]}` in code points. The same sets give the same bytes.
#![expect(
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::print_stdout,
    reason = "a tool of ours, which may stop with a message"
)]

mod crf;
#[path = "../sets/mod.rs"]
mod sets;

use anyhow::{Context as _, Result, bail};
use crf::{Crf, Sentence};
use newsprint::annotate::tagger::{
    features::View, fold, lexicon::Lexicon, sentence, tokens::tokens,
};
use sets::{SCORED, Scored, kind, may_teach};

/// A feature is one of so many, as a power of two.
const BITS: u32 = 22;
/// How often the trainer goes through all sentences.
const ROUNDS: usize = 5;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [language, words, out, rows, sets @ ..] = &arguments[..] else {
        bail!("train zh|en WORDS OUT ROWS SET[=REPEATS]…");
    };
    let chinese = language == "zh";
    let words = std::fs::read_to_string(words).context("the words")?;
    let lexicon = Lexicon::parse(&words);
    let scored = scored();
    let mut sentences = Vec::new();
    for set in sets {
        let (path, weight) = set.split_once('=').unwrap_or((set, "1"));
        let weight = weight.parse().context("how often a set counts")?;
        if !may_teach(path) {
            bail!("{path} is scored, or for research only");
        }
        let text = std::fs::read_to_string(path).with_context(|| path.to_owned())?;
        let before = sentences.len();
        for line in text.lines() {
            sentences.extend(
                read(line, &lexicon, chinese, weight, &scored).with_context(|| line.to_owned())?,
            );
        }
        println!("{path}: {} sentences", sentences.len() - before);
    }
    let weights =
        learn(&sentences, rows.parse().context("how many rows")?).context("no weights")?;
    pack(&format!("{out}.weights.br"), &weights.write())?;
    pack(&format!("{out}.words.br"), words.as_bytes())
}

/// Writes a file, compressed.
fn pack(path: &str, bytes: &[u8]) -> Result<()> {
    let mut packed = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)?;
    std::fs::write(path, &packed)?;
    println!("{path}: {} bytes, {} before compression", packed.len(), bytes.len());
    Ok(())
}

/// The sentences of one text.
fn read(
    line: &str,
    lexicon: &Lexicon,
    chinese: bool,
    weight: f32,
    scored: &Scored,
) -> Result<Vec<Sentence>> {
    let value: serde_json::Value = serde_json::from_str(line)?;
    let folded = fold(value["text"].as_str().context("text")?);
    if scored.has(&folded) {
        return Ok(Vec::new());
    }
    let tokens = tokens(&folded);
    let mut labels = vec![0_u8; tokens.len()];
    for name in value["ents"].as_array().context("ents")? {
        let at = |n: usize| name[n].as_u64().map(|at| at as usize).context("a place");
        let (start, end) = (at(0)?, at(1)?);
        let Some(kind) = kind(name[2].as_str().context("a kind")?) else { continue };
        let kind = kind as u8;
        let units: Vec<usize> =
            (0..tokens.len()).filter(|&n| tokens[n].start < end && tokens[n].end > start).collect();
        let last = units.len().saturating_sub(1);
        for (n, &unit) in units.iter().enumerate() {
            let part = match (n == 0, n == last) {
                (true, true) => 3,
                (true, false) => 0,
                (false, true) => 2,
                (false, false) => 1,
            };
            labels[unit] = 1 + 4 * kind + part;
        }
    }
    let view = View::new(&folded, &tokens, lexicon, chinese);
    let mut found = Vec::new();
    let mut from = 0;
    while from < tokens.len() {
        let length = sentence(&folded, &tokens, from);
        let mut rows = Vec::new();
        let mut ends = Vec::new();
        for at in from..from + length {
            if chinese {
                view.chinese(at, &mut rows);
            } else {
                view.english(at, &mut rows);
            }
            ends.push(rows.len() as u32);
        }
        for row in &mut rows {
            *row >>= 32 - BITS;
        }
        found.push(Sentence { rows, ends, labels: labels[from..from + length].to_vec(), weight });
        from += length;
    }
    Ok(found)
}

/// The texts that are scored, as far as they are at hand.
fn scored() -> Scored {
    let root = std::env::var_os("NEWSPRINT_SHARED")
        .map_or_else(|| "../shared".into(), std::path::PathBuf::from);
    let mut scored = Scored::default();
    for (_, file) in SCORED {
        let text = std::fs::read_to_string(root.join("corpora").join(file)).unwrap_or_default();
        let values =
            text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
        values.for_each(|value| scored.add(&fold(value["text"].as_str().unwrap_or_default())));
    }
    scored
}

fn learn(
    sentences: &[Sentence],
    most: usize,
) -> Option<newsprint::annotate::tagger::weights::Weights> {
    let mut crf = Crf::new(BITS);
    crf.keep_frequent(sentences, 2);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut seed = 1_u64;
    for round in 0..ROUNDS {
        // The keys are mixed anew each time, by a fixed recipe.
        for at in (1..order.len()).rev() {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            order.swap(at, ((seed >> 33) as usize) % (at + 1));
        }
        if round + 2 == ROUNDS {
            crf.keep_greatest(most);
        }
        println!("round {round}: loss {:.5}", crf.learn(sentences, &order));
    }
    crf.keep_greatest(most);
    crf.weights()
}
