//! From the files the author named to a corpus.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use newsprint::annotate::{Corrections, Reason, annotate_telling, explain};
use newsprint::model::{Article, ArticleId, Corpus, Diagnostic, Severity};
use newsprint::parse::{Turn, continued, go_on};
use rayon::prelude::*;

use crate::args::Source;
use crate::config::{self, Config};
use crate::draw::{self, Sources};
use crate::inputs::{self, Input};
use crate::pictures::{Pictures, States};
use crate::understand::{Explained, How, Page, Understood, understand};
use crate::wrong::Wrong;
use crate::{Ending, progress};

/// A corpus, and what there is to say about how it came to be.
#[derive(Debug, Default)]
pub(crate) struct Loaded {
    /// What the inputs hold.
    pub(crate) corpus: Corpus,
    /// In the order of the inputs.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// How pasted pages were read, where that was asked for; their articles' index is that before stories
    /// were joined.
    pub(crate) pages: Vec<Page>,
    /// Which articles go on in other files, with the names of theirs.
    turns: Vec<(String, Turn)>,
    /// The pictures that its articles show.
    pub(crate) pictures: Pictures,
    /// Why each name stands, where that was asked for.
    pub(crate) reasons: Vec<Reason>,
    /// Where those were looked for that lie beside the inputs.
    pub(crate) sought: States,
    /// For drawing the diagnostics.
    sources: Sources,
    /// The ids that are taken, each with the last number that was put behind it.
    ids: BTreeMap<ArticleId, u64>,
}

/// Reads, parses and annotates; what cannot be used is a diagnostic. `outputs` are never taken for inputs.
pub(crate) fn load(source: &Source, outputs: &[&Path]) -> anyhow::Result<Loaded> {
    load_with(source, outputs, Explained::default())
}

/// The same, and keeps how files were read.
pub(crate) fn load_explained(source: &Source, explained: Explained) -> anyhow::Result<Loaded> {
    load_with(source, &[], explained)
}

fn load_with(source: &Source, outputs: &[&Path], explained: Explained) -> anyhow::Result<Loaded> {
    let folders = folders(source);
    let settings = match &source.config {
        Some(path) => Some(path.clone()),
        None => config::beside(&folders, config::SETTINGS),
    };
    let config = settings.as_deref().map(Config::read).transpose()?.unwrap_or_default();

    let gathered = inputs::gather(&source.inputs, outputs);
    let mut loaded = Loaded { diagnostics: gathered.diagnostics, ..Loaded::default() };
    let roots = source.inputs.iter().filter(|path| path.is_dir());
    let roots = roots.filter_map(|path| path.canonicalize().ok()).collect();
    let how = How { options: config.reading(), explained, roots };
    let sizes: Vec<u64> = gathered.inputs.iter().map(Input::size).collect();
    let bar = progress::bytes(sizes.iter().sum(), "Reading");
    let understood: Vec<Vec<Understood>> = gathered
        .inputs
        .par_iter()
        .zip(&sizes)
        .map(|(input, size)| understand(input, *size, &how, &bar))
        .collect();
    bar.finish_and_clear();
    for understood in understood.into_iter().flatten() {
        loaded.add(understood);
    }
    loaded.join_continued();
    if let Some(path) = config::beside(&folders, config::ENTITIES) {
        loaded.annotate(&path, explained)?;
    } else {
        loaded.find_names(&Corrections::default(), explained);
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
    fn annotate(&mut self, path: &Path, explained: Explained) -> anyhow::Result<()> {
        let file = path.display().to_string();
        let source = fs::read_to_string(path).with_context(|| format!("{file} cannot be read"))?;
        let corrections = Corrections::parse(&source)
            .map_err(|error| Wrong::in_entities(error, &source).refuse(path, &source))?;
        let found = self.find_names(&corrections, explained);
        self.diagnostics
            .extend(found.into_iter().map(|found| Diagnostic { file: file.clone(), ..found }));
        self.sources.insert(file, source);
        Ok(())
    }

    fn find_names(&mut self, corrections: &Corrections, explained: Explained) -> Vec<Diagnostic> {
        let bytes = |article: &Article| article.texts().map(|(_, text)| text.len() as u64).sum();
        let bar = progress::bytes(self.corpus.articles.iter().map(bytes).sum(), "Finding names");
        let told = |article: &Article| bar.inc(bytes(article));
        let found = if explained.names {
            let (reasons, found) = explain(&mut self.corpus, corrections, told);
            self.reasons = reasons;
            found
        } else {
            annotate_telling(&mut self.corpus, corrections, told)
        };
        bar.finish_and_clear();
        found
    }

    fn add(&mut self, understood: Understood) {
        let Understood { name, articles, diagnostics, turns, pages, pictures, sought, text } =
            understood;
        self.pictures.extend(pictures);
        self.sought.extend(sought);
        if !diagnostics.is_empty() {
            self.sources.insert(name.clone(), text);
        }
        self.diagnostics.extend(diagnostics);
        let first = self.corpus.articles.len();
        self.pages.extend(pages.into_iter().map(|page| Page { first: first + page.first, ..page }));
        let turns = turns.into_iter();
        self.turns.extend(
            turns.map(|turn| (name.clone(), Turn { article: first + turn.article, ..turn })),
        );
        for mut article in articles {
            if self.ids.contains_key(&article.id) {
                let id = self.free_id(&article.id);
                let message = format!("the id {} is taken; this article is {id}", article.id);
                self.diagnostics.push(Diagnostic {
                    text: article.title(),
                    ..remark(Severity::Note, "id/repeated", Path::new(&name), message)
                });
                article.id = id;
            }
            self.ids.insert(article.id.clone(), 1);
            self.corpus.articles.push(article);
        }
    }

    /// Joins stories that begin on one page and go on, on another, each with one other.
    fn join_continued(&mut self) {
        let (names, turns): (Vec<String>, Vec<Turn>) =
            std::mem::take(&mut self.turns).into_iter().unzip();
        let beginnings = continued(&turns);
        let names: BTreeMap<usize, &String> =
            turns.iter().map(|turn| turn.article).zip(&names).collect();
        // A story over three pages is joined from its end; two that lead to each other stay two.
        let mut waiting: BTreeMap<usize, usize> = BTreeMap::new();
        for beginning in beginnings.values() {
            *waiting.entry(*beginning).or_default() += 1;
        }
        let mut ends: BTreeSet<usize> =
            beginnings.keys().copied().filter(|rest| !waiting.contains_key(rest)).collect();
        let mut joined: BTreeSet<usize> = BTreeSet::new();
        while let Some(rest) = ends.pop_first() {
            let Some(beginning) = beginnings.get(&rest).copied() else { continue };
            let name = names.get(&rest).map_or("", |name| name.as_str());
            self.join(beginning, rest, name);
            joined.insert(rest);
            if let Some(left) = waiting.get_mut(&beginning) {
                *left -= 1;
                if *left == 0 {
                    ends.insert(beginning);
                }
            }
        }
        let mut index = 0..;
        self.corpus.articles.retain(|_| index.next().is_none_or(|n| !joined.contains(&n)));
    }

    /// Puts what an article prints behind another one, and leaves it empty.
    fn join(&mut self, beginning: usize, rest: usize, file: &str) {
        let Some(after) = self.corpus.articles.get_mut(rest).map(std::mem::take) else { return };
        let message = "what it prints comes from another page, and was joined to it";
        let found = remark(Severity::Note, "story/joined", Path::new(file), message);
        if let Some(article) = self.corpus.articles.get_mut(beginning) {
            self.diagnostics.push(Diagnostic { text: article.title(), ..found });
            go_on(article, after);
        }
    }

    /// The next of `id-2`, `id-3`… that no article has.
    fn free_id(&mut self, id: &ArticleId) -> ArticleId {
        let mut last = self.ids.get(id).copied().unwrap_or(1);
        loop {
            last += 1;
            let free = ArticleId::new(&format!("{id}-{last}"));
            if !self.ids.contains_key(&free) {
                self.ids.insert(id.clone(), last);
                return free;
            }
        }
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

/// Where settings and corrections may lie: with the settings that were named, then with each input.
pub(crate) fn folders(source: &Source) -> Vec<PathBuf> {
    let folder = |path: &PathBuf| {
        let path = inputs::root(path);
        if path.is_dir() { path } else { path.parent().unwrap_or(path) }.to_owned()
    };
    source.config.iter().chain(&source.inputs).map(folder).collect()
}

/// What a site is called that nobody named: as its first input, without the ending.
fn name_of(inputs: &[PathBuf]) -> String {
    let first = inputs.iter().find(|path| path.as_os_str() != "-");
    let real = first.and_then(|path| inputs::root(path).canonicalize().ok());
    let name = real
        .as_deref()
        .and_then(|path| if path.is_dir() { path.file_name() } else { path.file_stem() });
    name.map_or_else(|| "Newsprint".to_owned(), |name| name.to_string_lossy().into_owned())
}
