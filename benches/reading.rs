//! How fast articles are read, parsed and packed on one core: `cargo bench --bench reading -- FILE`, where
//! FILE is anything that `newsprint inspect` reads.

use std::time::{Duration, Instant};

use newsprint::model::Corpus;
use newsprint::pack::encode;
use newsprint::parse::parse;
use newsprint::read::{read, unpack};

fn main() {
    let Some(path) = std::env::args().skip(1).find(|argument| !argument.starts_with('-')) else {
        println!("give a file of articles to read");
        return;
    };
    let Ok(bytes) = std::fs::read(&path) else {
        println!("{path} cannot be read");
        return;
    };
    let begin = Instant::now();
    let Ok(unpacked) = unpack(&path, bytes) else {
        println!("{path} cannot be unpacked");
        return;
    };
    say("unpack", unpacked.files.iter().map(|file| file.bytes.len()).sum(), begin.elapsed());
    let size = unpacked.files.iter().map(|file| file.bytes.len()).sum();
    let start = Instant::now();
    let readings = unpacked.files.iter().filter_map(|file| read(&file.name, &file.bytes).ok());
    let documents: Vec<_> = readings.flat_map(|reading| reading.documents).collect();
    let reading = start.elapsed();
    let start = Instant::now();
    let articles: Vec<_> = documents.into_iter().flat_map(|document| parse(document).0).collect();
    let parsing = start.elapsed();
    let corpus = Corpus { articles, ..Corpus::default() };
    let start = Instant::now();
    let pack = encode(&corpus);
    let packing = start.elapsed();
    println!("{} articles, {} bytes packed", corpus.articles.len(), pack.len());
    say("read", size, reading);
    say("parse", size, parsing);
    say("pack", size, packing);
    say("read, parse and pack", size, reading + parsing + packing);
}

#[expect(clippy::cast_precision_loss, reason = "a rate for people")]
fn say(what: &str, bytes: usize, time: Duration) {
    println!("{what}: {:.1} MB/s ({time:.2?})", bytes as f64 / 1e6 / time.as_secs_f64());
}
