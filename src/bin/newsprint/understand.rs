//! One input: its bytes, the files in it, and what stands in each.

use std::path::{Path, PathBuf};

use indicatif::ProgressBar;
use newsprint::model::{Article, Diagnostic, Severity};
use newsprint::parse::{Fired, Origin, Parsed, Turn, account, explain};
use newsprint::read::{
    self, Body, Document, Entry, Options, Reading, Unpacked, decoded, read_with, source,
    unpack_each,
};
use rayon::prelude::*;

use crate::bytes::bytes;
use crate::inputs::Input;
use crate::load::remark;
use crate::pictures::{Beside, Pictures, States};

/// So many bytes of an archive's files are unpacked before they are understood, all cores at once.
const AT_ONCE: usize = 4 << 20;

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
    /// Where those were looked for that lie beside it.
    pub(crate) sought: States,
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

/// What is kept of how files were read and names were found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Explained {
    /// How pasted pages were judged.
    pub(crate) pages: bool,
    /// What files of other formats say, held against what was made of it.
    pub(crate) sources: bool,
    /// Why each name stands.
    pub(crate) names: bool,
}

/// How inputs are to be understood.
#[derive(Debug, Default)]
pub(crate) struct How {
    /// What the author says about the files.
    pub(crate) options: Options,
    /// What to keep of how files were read.
    pub(crate) explained: Explained,
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
    let mut understood: Vec<Understood> = Vec::new();
    let mut batch: Vec<(read::File, u64)> = Vec::new();
    let mut take = |batch: &mut Vec<(read::File, u64)>, pictures: &Pictures| {
        let files = batch.par_drain(..);
        let found = files.map(|(file, share)| of_file(&file, input, pictures, share, how, bar));
        understood.par_extend(found);
    };
    let mut held = 0;
    let unpacked = unpack_each(&name, bytes, |Entry { file, pictures, among }| {
        held += file.bytes.len();
        batch.push((file, size / among.max(1)));
        if held >= AT_ONCE {
            take(&mut batch, pictures);
            held = 0;
        }
    });
    let diagnostics = match unpacked {
        Ok(Unpacked { diagnostics, pictures, .. }) => {
            take(&mut batch, &pictures);
            diagnostics
        }
        Err(error) => {
            bar.inc(size);
            return vec![Understood::failed(&name, "input/not-read", error.to_string())];
        }
    };
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
    let (pictures, sought) = take_pictures(&mut reading, file, input, packed, how);
    let structured =
        reading.documents.iter().any(|document| matches!(document.body, Body::Story(_)));
    let parsed = parse(reading.documents, size, bar);
    let mut understood = Understood {
        name: file.name.clone(),
        diagnostics: reading.diagnostics,
        pictures,
        sought,
        ..Understood::default()
    };
    let found = understood.diagnostics.iter().chain(parsed.iter().flat_map(|p| &p.1.diagnostics));
    if found.count() > 0 {
        understood.text = match &parsed[..] {
            [(Some(text), _)] => text.clone(),
            _ => decoded(&file.name, &file.bytes, &how.options).unwrap_or_default(),
        };
    }
    for (page, parsed) in parsed {
        understood.add(page, parsed, how.explained.pages);
    }
    if how.explained.sources && structured {
        understood.pages.extend(held_against(file, &understood.articles, how));
    }
    understood
}

/// Takes the pictures of a file's articles along; also gives what was looked for beside the file.
fn take_pictures(
    reading: &mut Reading,
    file: &read::File,
    input: &Input,
    packed: &Pictures,
    how: &How,
) -> (Pictures, States) {
    let folder = match input {
        // A file named alone lies where the program runs.
        Input::File(path) => path
            .parent()
            .map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder }),
        Input::Stdin => None,
    };
    let (name, held) = (file.name.as_str(), &reading.pictures);
    let beside = Beside { name, folder, roots: &how.roots, held, packed };
    let (mut pictures, mut sought) = (Pictures::new(), States::new());
    for document in &mut reading.documents {
        pictures.extend(beside.take_along(document, &mut reading.diagnostics, &mut sought));
    }
    (pictures, sought)
}

/// What each document holds, with the text of those that are pages. Tells `bar` of `size` bytes.
fn parse(documents: Vec<Document>, size: u64, bar: &ProgressBar) -> Vec<(Option<String>, Parsed)> {
    let share = size / (documents.len() as u64).max(1);
    let parsed = documents.into_par_iter().map(|mut document| {
        let parsed = explain(&mut document);
        bar.inc(share);
        // A story's text stands in its article; held twice, a large file would be in memory three times.
        let page = match document.body {
            Body::Page(text) => Some(text),
            Body::Story(_) => None,
        };
        (page, parsed)
    });
    parsed.collect()
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
    fn add(&mut self, page: Option<String>, parsed: Parsed, explained: bool) {
        self.diagnostics.extend(parsed.diagnostics);
        let first = self.articles.len();
        let turns = parsed.turns.into_iter();
        self.turns.extend(turns.map(|turn| Turn { article: first + turn.article, ..turn }));
        if let (Some(text), true) = (page, explained) {
            self.pages.push(Page {
                name: self.name.clone(),
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
