//! Teaches the recogniser, as `make train` does: `train zh|en WORDS OUT ROWS SET[=WEIGHT]…`.
//!
//! `train zh-hinted …` makes a teacher that also sees what another tagger made of each text (`words` in its line), and
//! `train label WORDS TEACHER SET OUT` writes a set's texts as that teacher labels them.
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
mod hints;
mod lattice;
#[path = "../sets/mod.rs"]
mod sets;

use anyhow::{Context as _, Result, bail};
use crf::{Crf, Sentence};
use hints::Hints;
use newsprint::annotate::tagger::{
    decode::Decoder, features::Row, features::View, fold, lexicon::Lexicon, sentence,
    tokens::Token, tokens::tokens, weights::Weights,
};
use sets::{SCORED, Scored, kind, may_teach};

/// A feature is one of so many, as a power of two.
const BITS: u32 = 22;
/// How often the trainer goes through all sentences.
const ROUNDS: usize = 5;
/// The weights are the mean of what they are at so many stops of the last round: which sentences come last counts less.
const STOPS: usize = 16;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, words, teacher, set, out] = &arguments[..]
        && mode == "label"
    {
        return label(words, teacher, set, out);
    }
    let [language, words, out, rows, sets @ ..] = &arguments[..] else {
        bail!("train zh|zh-hinted|en WORDS OUT ROWS SET[=WEIGHT]…");
    };
    let sight = match language.as_str() {
        "zh" => Sight::Chinese,
        "zh-hinted" => Sight::Hinted,
        _ => Sight::English,
    };
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
                read(line, &lexicon, sight, weight, &scored).with_context(|| line.to_owned())?,
            );
        }
        println!("{path}: {} sentences", sentences.len() - before);
    }
    let weights =
        learn(&sentences, rows.parse().context("how many rows")?).context("no weights")?;
    pack(&format!("{out}.weights.br"), &weights.write())?;
    pack(&format!("{out}.words.br"), words.as_bytes())
}

/// What is looked at in a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sight {
    Chinese,
    Hinted,
    English,
}

/// A text made ready to be looked at.
struct Seen<'a> {
    view: View<'a>,
    hints: Option<Hints>,
    sight: Sight,
}

impl<'a> Seen<'a> {
    fn new(
        line: &serde_json::Value,
        folded: &[char],
        tokens: &'a [Token],
        lexicon: &Lexicon,
        sight: Sight,
    ) -> Self {
        let view = View::new(folded, tokens, lexicon, sight != Sight::English);
        let hints = (sight == Sight::Hinted).then(|| Hints::new(&line["words"], tokens));
        Self { view, hints, sight }
    }

    /// What is seen at a unit.
    fn rows(&self, at: usize, rows: &mut Vec<Row>) {
        match self.sight {
            Sight::English => self.view.english(at, rows),
            Sight::Chinese | Sight::Hinted => self.view.chinese(at, rows),
        }
        if let Some(hints) = &self.hints {
            hints.rows(at, rows);
        }
    }
}

/// Writes the texts of a set with the names that a teacher finds in them.
fn label(words: &str, teacher: &str, set: &str, out: &str) -> Result<()> {
    let lexicon = Lexicon::parse(&std::fs::read_to_string(words).context("the words")?);
    let mut bytes = Vec::new();
    let packed = std::fs::read(format!("{teacher}.weights.br")).context("the teacher")?;
    brotli::BrotliDecompress(&mut &packed[..], &mut bytes)?;
    let weights = Weights::read(&bytes).context("the teacher's weights")?;
    let mut decoder = Decoder::default();
    let mut labelled = String::new();
    for line in std::fs::read_to_string(set).context("the set")?.lines() {
        let value: serde_json::Value = serde_json::from_str(line)?;
        let folded = fold(value["text"].as_str().context("text")?);
        let tokens = tokens(&folded);
        let seen = Seen::new(&value, &folded, &tokens, &lexicon, Sight::Hinted);
        let mut found = Vec::new();
        let mut from = 0;
        while from < tokens.len() {
            let length = sentence(&folded, &tokens, from);
            decoder.decode(&weights, from, length, |at, rows| seen.rows(at, rows), &mut found);
            from += length;
        }
        let name = |start: usize, end: usize, kind: usize| {
            (tokens[start].start, tokens[end - 1].end, ["PER", "LOC", "ORG"][kind])
        };
        let names: Vec<_> = found.iter().map(|it| name(it.start, it.end, it.kind)).collect();
        let line = serde_json::json!({ "text": value["text"], "ents": names });
        labelled.push_str(&line.to_string());
        labelled.push('\n');
    }
    Ok(std::fs::write(out, labelled)?)
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
    sight: Sight,
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
    let seen = Seen::new(&value, &folded, &tokens, lexicon, sight);
    let mut found = Vec::new();
    let mut from = 0;
    while from < tokens.len() {
        let length = sentence(&folded, &tokens, from);
        let mut rows = Vec::new();
        let mut ends = Vec::new();
        for at in from..from + length {
            seen.rows(at, &mut rows);
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
        let is_last = round + 1 == ROUNDS;
        let stops = if is_last { STOPS } else { 1 };
        for part in order.chunks(order.len().div_ceil(stops).max(1)) {
            println!("round {round}: loss {:.5}", crf.learn(sentences, part));
            if is_last {
                crf.note();
            }
        }
    }
    crf.take_mean();
    crf.keep_greatest(most);
    crf.weights()
}
