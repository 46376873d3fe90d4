//! From the files the author named to a corpus.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use anyhow::bail;
use indicatif::ParallelProgressIterator as _;
use newsprint::model::{Article, ArticleId, Corpus, Diagnostic, Severity};
use rayon::prelude::*;

use crate::args::Source;
use crate::config::{self, Config};
use crate::draw::{self, Sources};
use crate::inputs::{self, Input};
use crate::{Ending, progress};

/// A corpus, and what there is to say about how it came to be.
#[derive(Debug, Default)]
pub(crate) struct Loaded {
    /// What the inputs hold.
    pub(crate) corpus: Corpus,
    /// In the order of the inputs.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// For drawing the diagnostics.
    sources: Sources,
    ids: BTreeSet<ArticleId>,
}

/// What one input holds.
#[derive(Debug, Default)]
struct Understood {
    articles: Vec<Article>,
    diagnostics: Vec<Diagnostic>,
    /// Kept where a diagnostic needs it.
    text: String,
}

/// Reads, parses and annotates; what cannot be used is a diagnostic. `outputs` are never taken for inputs.
pub(crate) fn load(source: &Source, outputs: &[&Path]) -> anyhow::Result<Loaded> {
    let folders = folders(&source.inputs);
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

    fn add(&mut self, name: &str, understood: Understood) {
        let Understood { articles, diagnostics, text } = understood;
        if !diagnostics.is_empty() {
            self.sources.insert(name.to_owned(), text);
        }
        self.diagnostics.extend(diagnostics);
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
        Ok(bytes) => parse(&input.name(), &bytes),
        Err(error) => {
            let message = format!("cannot be read: {error}");
            let name = input.name();
            let found = remark(Severity::Error, "input/unreadable", Path::new(&name), message);
            Understood { diagnostics: vec![found], ..Understood::default() }
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

fn parse(name: &str, bytes: &[u8]) -> Understood {
    let Ok(text) = std::str::from_utf8(bytes) else {
        let found = remark(Severity::Error, "input/binary", Path::new(name), "this is not text");
        return Understood { diagnostics: vec![found], ..Understood::default() };
    };
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned);
    let Some(headline) = lines.next() else { return Understood::default() };
    let blocks = lines.map(|text| newsprint::model::Block::Paragraph { text }).collect();
    let article = Article {
        id: ArticleId::new(&headline),
        language: "zh-Hant".into(),
        headline: Some(headline),
        sections: vec![newsprint::model::Section { blocks, level: 1, ..Default::default() }],
        ..Article::default()
    };
    Understood { articles: vec![article], diagnostics: Vec::new(), text: text.to_owned() }
}

/// Where the inputs lie, for what may lie beside them.
pub(crate) fn folders(inputs: &[PathBuf]) -> Vec<PathBuf> {
    let folder = |path: &PathBuf| {
        if path.is_dir() { path.clone() } else { path.parent().unwrap_or(path).to_owned() }
    };
    inputs.iter().map(folder).collect()
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
