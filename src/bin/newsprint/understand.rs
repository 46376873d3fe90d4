//! One input: its bytes, the files in it, and what stands in each.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use indicatif::ProgressBar;
use newsprint::model::{Article, Diagnostic, Severity};
use newsprint::parse::{Fired, Origin, Parsed, Turn, account, explain};
use newsprint::read::{self, Body, Document, Options, Unpacked, read_with, source, unpack};
use rayon::prelude::*;

use crate::inputs::Input;
use crate::load::remark;
use crate::pictures::{Beside, Pictures};

/// A larger file is no article and no archive of any, in bytes: `/dev/zero` never ends.
const MOST: u64 = 2 << 30;

/// How often a file that changes while it is read is read again.
const PATIENCE: usize = 3;

/// What one file holds: an input, or a file of an archive.
#[derive(Debug, Default)]
pub(crate) struct Understood {
    /// What diagnostics call the file.
    pub(crate) name: String,
    /// In the order of the file.
    pub(crate) articles: Vec<Article>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Which articles go on in other files; their articles by index.
    pub(crate) turns: Vec<Turn>,
    /// How pasted pages were read, where that was asked for.
    pub(crate) pages: Vec<Page>,
    /// The pictures of its articles.
    pub(crate) pictures: Pictures,
    /// For drawing the diagnostics; empty where there are none.
    pub(crate) text: String,
}

/// A pasted page and how it was read, or a file of another format and what it says.
#[derive(Debug)]
pub(crate) struct Page {
    /// What diagnostics call the file.
    pub(crate) name: String,
    /// Whether it was pasted, so that its stories were to be found.
    pub(crate) pasted: bool,
    /// Its text.
    pub(crate) text: String,
    /// Its articles as they stand on it.
    pub(crate) articles: Vec<Article>,
    /// The index of the first of them among the file's.
    pub(crate) first: usize,
    /// Which rules decided what.
    pub(crate) fired: Vec<Fired>,
    /// Where each string of its articles stood; the articles counted from the page's first.
    pub(crate) origins: Vec<Origin>,
}

impl Understood {
    fn failed(name: &str, code: &str, message: String) -> Self {
        let found = remark(Severity::Error, code, Path::new(name), message);
        Self { name: name.to_owned(), diagnostics: vec![found], ..Self::default() }
    }
}

/// How inputs are to be understood.
#[derive(Debug, Default)]
pub(crate) struct How {
    /// What the author says about the files.
    pub(crate) options: Options,
    /// Whether to keep how pages were read.
    pub(crate) explained: bool,
    /// The folders that the author named, without links: pictures may lie anywhere in them.
    pub(crate) roots: Vec<PathBuf>,
}

/// Everything an input holds. Tells `bar` how many bytes of the input are done, up to `size`.
pub(crate) fn understand(
    input: &Input,
    size: u64,
    how: &How,
    bar: &ProgressBar,
) -> Vec<Understood> {
    let name = input.name();
    let bytes = match bytes(input) {
        Ok(bytes) => bytes,
        Err(error) => {
            bar.inc(size);
            let message = format!("cannot be read: {error}");
            return vec![Understood::failed(&name, "input/unreadable", message)];
        }
    };
    let Unpacked { files, diagnostics, pictures } = match unpack(&name, bytes) {
        Ok(unpacked) => unpacked,
        Err(error) => {
            bar.inc(size);
            return vec![Understood::failed(&name, "input/not-read", error.to_string())];
        }
    };
    let share = size / (files.len() as u64).max(1);
    let mut understood: Vec<Understood> = files
        .into_par_iter()
        .map(|file| of_file(&file, input, &pictures, share, how, bar))
        .collect();
    if !diagnostics.is_empty() {
        understood.push(Understood { name, diagnostics, ..Understood::default() });
    }
    understood
}

fn of_file(
    file: &read::File,
    input: &Input,
    packed: &Pictures,
    size: u64,
    how: &How,
    bar: &ProgressBar,
) -> Understood {
    let mut reading = match read_with(&file.name, &file.bytes, &how.options) {
        Ok(reading) => reading,
        Err(error) => {
            bar.inc(size);
            return Understood::failed(&file.name, "input/not-read", error.to_string());
        }
    };
    let mut pictures = Pictures::new();
    let folder = match input {
        Input::File(path) => path.parent().map(|folder| match folder.as_os_str().is_empty() {
            true => Path::new("."),
            false => folder,
        }),
        Input::Stdin => None,
    };
    let (name, held) = (file.name.as_str(), &reading.pictures);
    let beside = Beside { name, folder, roots: &how.roots, held, packed };
    for document in &mut reading.documents {
        pictures.extend(beside.take_along(document, &mut reading.diagnostics));
    }
    let share = size / (reading.documents.len() as u64).max(1);
    let parsed: Vec<(Document, Parsed)> = reading
        .documents
        .into_par_iter()
        .map(|document| {
            let parsed = explain(&document);
            bar.inc(share);
            (document, parsed)
        })
        .collect();
    let mut understood = Understood {
        name: file.name.clone(),
        diagnostics: reading.diagnostics,
        pictures,
        ..Understood::default()
    };
    let found = understood.diagnostics.iter().chain(parsed.iter().flat_map(|p| &p.1.diagnostics));
    if found.count() > 0 {
        understood.text = text(&parsed, &file.bytes);
    }
    let structured = parsed.iter().any(|(document, _)| matches!(document.body, Body::Story(_)));
    for (document, parsed) in parsed {
        understood.add(document, parsed, how.explained);
    }
    if how.explained && structured {
        understood.pages.extend(held_against(file, &understood.articles, how));
    }
    understood
}

/// A file whose format told its structure, and where the strings of its articles stand in what it says.
fn held_against(file: &read::File, articles: &[Article], how: &How) -> Option<Page> {
    let text = source(&file.name, &file.bytes, &how.options).ok()?;
    Some(Page {
        name: file.name.clone(),
        pasted: false,
        origins: account(&text, articles),
        text,
        articles: articles.to_vec(),
        first: 0,
        fired: Vec::new(),
    })
}

impl Understood {
    fn add(&mut self, document: Document, parsed: Parsed, explained: bool) {
        self.diagnostics.extend(parsed.diagnostics);
        let first = self.articles.len();
        let turns = parsed.turns.into_iter();
        self.turns.extend(turns.map(|turn| Turn { article: first + turn.article, ..turn }));
        if let (Body::Page(text), true) = (document.body, explained) {
            self.pages.push(Page {
                name: document.name,
                pasted: true,
                text,
                articles: parsed.articles.clone(),
                first,
                fired: parsed.fired,
                origins: parsed.origins,
            });
        }
        self.articles.extend(parsed.articles);
    }
}

/// A file's text, in which diagnostics have their places.
fn text(parsed: &[(Document, Parsed)], bytes: &[u8]) -> String {
    if let [(Document { body: Body::Page(text), .. }, _)] = parsed {
        return text.clone();
    }
    let text = String::from_utf8_lossy(bytes);
    text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned()
}

fn bytes(input: &Input) -> io::Result<Vec<u8>> {
    match input {
        Input::Stdin => to_end(io::stdin().lock()),
        Input::File(path) => whole(path),
    }
}

/// A file as it was at one time: what somebody writes while it is read would be half a page.
fn whole(path: &Path) -> io::Result<Vec<u8>> {
    let state = || {
        let facts = fs::metadata(path)?;
        io::Result::Ok((facts.is_file(), facts.len(), facts.modified().ok()))
    };
    for _ in 0..PATIENCE {
        let before = state()?;
        let bytes = to_end(File::open(path)?)?;
        // A pipe has neither a length nor a time.
        if !before.0 || before == state()? && bytes.len() as u64 == before.1 {
            return Ok(bytes);
        }
    }
    Err(io::Error::other("it keeps changing while it is read; try again when it is written"))
}

fn to_end(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST {
        return Err(io::Error::other("it is larger than 2 GiB; split it"));
    }
    Ok(bytes)
}
