//! Seeds turned about at random, by numbers that are the same every time: whatever comes in, nothing panics, a page
//! loses nothing, and what a reader gives holds together. `make fuzz` runs more of them (`NEWSPRINT_FUZZ` says how many).
//! `fuzz/` holds the same for cargo-fuzz, which also looks where the code goes.

use std::ops::Range;
use std::path::Path;

use newsprint::parse::parse;
use newsprint::read::{Body, Document, read, unpack};

use crate::parse_properties::nothing_is_lost;
use crate::read_archives::{book, word};

/// How many of each kind, unless `NEWSPRINT_FUZZ` says otherwise.
const CASES: u64 = 150;

/// What formats and pages are made of: random bytes alone seldom hit upon it.
const TOKENS: [&[u8]; 40] = [
    "●".as_bytes(),
    "■ ".as_bytes(),
    "一、".as_bytes(),
    "（二）".as_bytes(),
    "【本報訊】".as_bytes(),
    "（記者黎望舒）".as_bytes(),
    "5月20日".as_bytes(),
    "下轉A5版".as_bytes(),
    "掃碼閱全文".as_bytes(),
    "。".as_bytes(),
    "，".as_bytes(),
    "：「".as_bytes(),
    "攝".as_bytes(),
    "\u{3000}".as_bytes(),
    "\u{2028}".as_bytes(),
    "\u{FEFF}".as_bytes(),
    "\u{202E}".as_bytes(),
    "👩‍👩‍👧".as_bytes(),
    b"\r\n\r\n",
    b"\n\n",
    b"\0",
    b"\xFF",
    b"\xA4",
    b"<div>",
    b"</p>",
    b"<table><tr><td>",
    b"<!--",
    b"<script>",
    b"&amp;",
    b"# ",
    b"- ",
    b"> ",
    b"```\n",
    b"| a |",
    b"[^1]: ",
    b"---\n",
    b"{\"text\":",
    b"\"",
    b",",
    b"PK\x03\x04",
];

/// Numbers that look like chance and are the same each time (xorshift64*).
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 33).expect("31 bits") % end.max(1)
    }
}

/// A seed, a few times changed.
fn changed(seed: &[u8], other: &[u8], noise: &mut Noise) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=noise.below(7) {
        let at = noise.below(bytes.len() + 1);
        let end = (at + noise.below(40)).min(bytes.len());
        let token = TOKENS[noise.below(TOKENS.len())];
        let (range, put): (Range<usize>, Vec<u8>) = match noise.below(7) {
            0 => (at..at, token.to_vec()),
            1 => (at..end, Vec::new()),
            2 => (at..at, bytes[at..end].repeat(1 + noise.below(30))),
            3 => {
                let from = noise.below(other.len());
                let to = (from + noise.below(200)).min(other.len());
                (at..end, other[from..to].to_vec())
            }
            4 => (at..bytes.len(), Vec::new()),
            5 => (at..end, token.repeat(noise.below(60))),
            _ => (at..end.min(at + 1), vec![u8::try_from(noise.below(256)).expect("a byte")]),
        };
        bytes.splice(range, put);
    }
    bytes
}

/// The golden pages and files, by their endings, and packages made here.
fn seeds(endings: &[&str]) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/golden/parse");
    let mut seeds: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .expect("the golden pages")
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let ending = path.extension()?.to_str()?.to_owned();
            let name = path.file_name()?.to_str()?.to_owned();
            let is_seed = endings.contains(&ending.as_str()) && !name.contains(".golden.");
            is_seed.then(|| (format!("seed.{ending}"), std::fs::read(&path).expect("a seed")))
        })
        .collect();
    if endings.contains(&"docx") {
        seeds.push(("seed.docx".to_owned(), word("<w:p><w:r><w:t>潮水</w:t></w:r></w:p>")));
        seeds.push(("seed.epub".to_owned(), book()));
        let page = include_bytes!("fixtures/page.txt.xz");
        seeds.push(("seed.xz".to_owned(), page.to_vec()));
    }
    seeds.sort();
    seeds
}

fn run(endings: &[&str]) {
    let cases = std::env::var("NEWSPRINT_FUZZ").ok().and_then(|n| n.parse().ok()).unwrap_or(CASES);
    let seeds = seeds(endings);
    let mut noise = Noise(0x9E37_79B9_7F4A_7C15);
    for n in 0..cases {
        let (name, seed) = &seeds[noise.below(seeds.len())];
        let (_, other) = &seeds[noise.below(seeds.len())];
        let bytes = changed(seed, other, &mut noise);
        let held = std::panic::catch_unwind(|| holds(name, &bytes));
        if held.is_err() {
            let path = std::env::temp_dir().join(format!("newsprint-fuzz-{n}-{name}"));
            std::fs::write(&path, &bytes).expect("written");
            panic!("case {n} fails; it is kept as {}", path.display());
        }
    }
}

/// What must hold for any bytes under any name.
fn holds(name: &str, bytes: &[u8]) {
    let Ok(unpacked) = unpack(name, bytes.to_vec()) else { return };
    for file in unpacked.files {
        let Ok(reading) = read(&file.name, &file.bytes) else { continue };
        reading.documents.into_iter().for_each(document_holds);
    }
}

fn document_holds(document: Document) {
    if let Body::Page(text) = &document.body {
        nothing_is_lost(text);
    }
    for article in parse(document).0 {
        for style in &article.styles {
            let text = article.text_at(style.at).expect("a style stands in a string");
            assert!(style.span.end as usize <= text.chars().count(), "{style:?} in {text}");
        }
        for (at, text) in article.texts() {
            assert!(!text.trim().is_empty() || text.is_empty(), "{at} is blank");
        }
    }
}

/// The targets of `fuzz/`, by the endings of their seeds.
const TARGETS: [(&str, &[&str]); 6] = [
    ("page", &["txt"]),
    ("markdown", &["md"]),
    ("web_page", &["html"]),
    ("json", &["json", "jsonl"]),
    ("table", &["csv"]),
    ("package", &["docx"]),
];

/// Where `NEWSPRINT_SEEDS` names a folder, `scripts/fuzz.sh` wants the seeds there, in a folder for each target.
#[test]
fn seeds_for_cargo_fuzz() {
    let Some(folder) = std::env::var_os("NEWSPRINT_SEEDS").map(std::path::PathBuf::from) else {
        return;
    };
    for (target, endings) in TARGETS {
        let folder = folder.join(target);
        std::fs::create_dir_all(&folder).expect("a folder");
        for (n, (_, seed)) in seeds(endings).into_iter().enumerate() {
            std::fs::write(folder.join(format!("seed-{n}")), seed).expect("written");
        }
    }
}

#[test]
fn pages() {
    run(&["txt"]);
}

#[test]
fn markdown() {
    run(&["md"]);
}

#[test]
fn web_pages() {
    run(&["html"]);
}

#[test]
fn json() {
    run(&["json", "jsonl"]);
}

#[test]
fn tables() {
    run(&["csv"]);
}

#[test]
fn packages() {
    run(&["docx"]);
}
