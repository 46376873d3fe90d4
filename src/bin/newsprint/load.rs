//! From the files the author named to a corpus.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read as _};
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use indicatif::ParallelProgressIterator as _;
use newsprint::annotate::{Corrections, annotate};
use newsprint::model::{Article, ArticleId, Corpus, Diagnostic, Severity};
use newsprint::parse::explain;
use newsprint::read::{Body, read};
use rayon::prelude::*;

use crate::args::Source;
use crate::config::{self, Config};
use crate::draw::{self, Sources};
use crate::inputs::{self, Input};
use crate::wrong::Wrong;
use crate::{Ending, progress};

/// How much is shown on either side of a place where lines were joined, in code points.
const SEAM: usize = 8;

/// A corpus, and what there is to say about how it came to be.
#[derive(Debug, Default)]
pub(crate) struct Loaded {
    /// What the inputs hold.
    pub(crate) corpus: Corpus,
    /// In the order of the inputs.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Where lines were joined, by the article's index.
    pub(crate) joins: BTreeMap<usize, Vec<String>>,
    /// The author's word on entities.
    pub(crate) corrections: Corrections,
    /// For drawing the diagnostics.
    sources: Sources,
    ids: BTreeSet<ArticleId>,
}

/// What one input holds.
#[derive(Debug, Default)]
struct Understood {
    articles: Vec<Article>,
    diagnostics: Vec<Diagnostic>,
    /// Which articles had lines joined, and where.
    joins: Vec<(usize, String)>,
    /// For drawing the diagnostics.
    text: String,
}

impl Understood {
    fn failed(name: &str, code: &str, message: String) -> Self {
        let found = remark(Severity::Error, code, Path::new(name), message);
        Self { diagnostics: vec![found], ..Self::default() }
    }
}

/// Reads, parses and annotates; what cannot be used is a diagnostic. `outputs` are never taken for inputs.
pub(crate) fn load(source: &Source, outputs: &[&Path]) -> anyhow::Result<Loaded> {
    let folders = folders(source);
    let settings = match &source.config {
        Some(path) => Some(path.clone()),
        None => config::beside(&folders, config::SETTINGS),
    };
    let config = settings.as_deref().map(Config::read).transpose()?.unwrap_or_default();

    let gathered = inputs::gather(&source.inputs, outputs);
    let mut loaded = Loaded { diagnostics: gathered.diagnostics, ..Loaded::default() };
    let bar = progress::bar(gathered.inputs.len(), "Reading");
    let understood: Vec<Understood> =
        gathered.inputs.par_iter().progress_with(bar).map(understand).collect();
    for (input, understood) in gathered.inputs.iter().zip(understood) {
        loaded.add(&input.name(), understood);
    }
    if let Some(path) = config::beside(&folders, config::ENTITIES) {
        loaded.annotate(&path)?;
    } else {
        annotate(&mut loaded.corpus, &Corrections::default());
    }
    let name = name_of(&source.inputs);
    loaded.corpus.facts = config.facts(source.title.as_deref(), &name, &loaded.corpus);
    Ok(loaded)
}

impl Loaded {
    /// Says what was found, on stderr.
    pub(crate) fn draw(&self, verbose: bool) {
        draw::diagnostics(&self.diagnostics, &self.sources, verbose);
    }

    /// There is nothing to show without articles.
    pub(crate) fn require_articles(&self, source: &Source) -> anyhow::Result<()> {
        if self.corpus.articles.is_empty() {
            let names: Vec<String> =
                source.inputs.iter().map(|path| path.display().to_string()).collect();
            bail!("no articles were found in {}", names.join(", "));
        }
        Ok(())
    }

    /// How the command ends that used this.
    pub(crate) fn ending(&self) -> Ending {
        if self.diagnostics.iter().any(|found| found.severity == Severity::Error) {
            Ending::WithErrors
        } else {
            Ending::Done
        }
    }

    /// Finds the entities, with the author's word from an `entities.toml`.
    fn annotate(&mut self, path: &Path) -> anyhow::Result<()> {
        let file = path.display().to_string();
        let source = fs::read_to_string(path).with_context(|| format!("{file} cannot be read"))?;
        let corrections = Corrections::parse(&source).map_err(|error| {
            Wrong::in_line(&source, error.line, error.message).refuse(path, &source)
        })?;
        let found = annotate(&mut self.corpus, &corrections);
        self.diagnostics
            .extend(found.into_iter().map(|found| Diagnostic { file: file.clone(), ..found }));
        self.sources.insert(file, source);
        self.corrections = corrections;
        Ok(())
    }

    fn add(&mut self, name: &str, understood: Understood) {
        let Understood { articles, diagnostics, joins, text } = understood;
        if !diagnostics.is_empty() {
            self.sources.insert(name.to_owned(), text);
        }
        self.diagnostics.extend(diagnostics);
        let first = self.corpus.articles.len();
        for (article, seam) in joins {
            self.joins.entry(first + article).or_default().push(seam);
        }
        for mut article in articles {
            if !self.ids.insert(article.id.clone()) {
                let id = self.free_id(&article.id);
                let message = format!("the id {} is taken; this article is {id}", article.id);
                self.diagnostics.push(Diagnostic {
                    text: article.title(),
                    ..remark(Severity::Note, "id/repeated", Path::new(name), message)
                });
                article.id = id.clone();
                self.ids.insert(id);
            }
            self.corpus.articles.push(article);
        }
    }

    /// The first of `id-2`, `id-3`… that no article has.
    fn free_id(&self, id: &ArticleId) -> ArticleId {
        let candidates = (2..).map(|n: u64| ArticleId::new(&format!("{id}-{n}")));
        candidates.into_iter().find(|id| !self.ids.contains(id)).unwrap_or_else(|| id.clone())
    }
}

/// A diagnostic about a file as a whole.
pub(crate) fn remark(
    severity: Severity,
    code: &str,
    path: &Path,
    message: impl Into<String>,
) -> Diagnostic {
    Diagnostic {
        severity,
        code: code.to_owned(),
        message: message.into(),
        file: path.display().to_string(),
        line: 1,
        text: String::new(),
        range: 0..0,
        help: None,
    }
}

/// One input on its own, so that all can be understood side by side.
fn understand(input: &Input) -> Understood {
    match bytes(input) {
        Ok(bytes) => understand_bytes(&input.name(), &bytes),
        Err(error) => {
            let message = format!("cannot be read: {error}");
            Understood::failed(&input.name(), "input/unreadable", message)
        }
    }
}

fn bytes(input: &Input) -> io::Result<Vec<u8>> {
    match input {
        Input::File(path) => fs::read(path),
        Input::Stdin => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            Ok(bytes)
        }
    }
}

fn understand_bytes(name: &str, bytes: &[u8]) -> Understood {
    let reading = match read(name, bytes) {
        Ok(reading) => reading,
        Err(error) => return Understood::failed(name, "input/not-read", error.to_string()),
    };
    let mut understood = Understood { diagnostics: reading.diagnostics, ..Understood::default() };
    for document in reading.documents {
        let parsed = explain(&document);
        understood.diagnostics.extend(parsed.diagnostics);
        let first = understood.articles.len();
        understood.articles.extend(parsed.articles);
        if let Body::Page(text) = document.body {
            let joined = parsed.origins.iter().filter(|origin| origin.ranges.len() > 1);
            understood.joins.extend(joined.flat_map(|origin| {
                seams(&text, &origin.ranges).map(|seam| (first + origin.article, seam))
            }));
            understood.text = text;
        }
    }
    if understood.text.is_empty() && !understood.diagnostics.is_empty() {
        let text = String::from_utf8_lossy(bytes);
        understood.text = text.strip_prefix('\u{FEFF}').unwrap_or(&text).into();
    }
    understood
}

/// The last words before and the first after each place where lines were joined.
fn seams<'a>(text: &'a str, ranges: &'a [Range<usize>]) -> impl Iterator<Item = String> + 'a {
    ranges.windows(2).filter_map(|pair| {
        let [before, after] = pair else { return None };
        let before = text.get(before.clone())?.trim_end();
        let start = before.char_indices().rev().nth(SEAM - 1).map_or(0, |(start, _)| start);
        let after: String = text.get(after.clone())?.trim_start().chars().take(SEAM).collect();
        Some(format!("{} ⁀ {after}", before.get(start..)?))
    })
}

/// Where settings and corrections may lie: with the settings that were named, then with each input.
pub(crate) fn folders(source: &Source) -> Vec<PathBuf> {
    let folder = |path: &PathBuf| {
        if path.is_dir() { path.clone() } else { path.parent().unwrap_or(path).to_owned() }
    };
    source.config.iter().chain(&source.inputs).map(folder).collect()
}

/// What a site is called that nobody named: as its first input, without the ending.
fn name_of(inputs: &[PathBuf]) -> String {
    let first = inputs.iter().find(|path| path.as_os_str() != "-");
    let real = first.and_then(|path| path.canonicalize().ok());
    let name = real
        .as_deref()
        .and_then(|path| if path.is_dir() { path.file_name() } else { path.file_stem() });
    name.map_or_else(|| "Newsprint".to_owned(), |name| name.to_string_lossy().into_owned())
}
