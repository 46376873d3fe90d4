//! Which files the author meant.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use newsprint::model::{Diagnostic, Severity};
use newsprint::read::{ENDINGS, PICTURES};
use walkdir::{DirEntry, WalkDir};

use crate::config;
use crate::load::remark;

/// One thing to read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// What diagnostics call it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "stdin".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// How many bytes it has on disk, as far as that can be known before it is read.
    pub(crate) fn size(&self) -> u64 {
        match self {
            Self::Stdin => 0,
            Self::File(path) => path.metadata().map_or(0, |facts| facts.len()),
        }
    }
}

/// What was gathered, and what was passed over on the way.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    /// Each once, in the order the author named them; in a folder, by name, numbers as numbers.
    pub(crate) inputs: Vec<Input>,
    /// What could not be looked into, and what is not ours to read.
    pub(crate) diagnostics: Vec<Diagnostic>,
    seen: BTreeSet<PathBuf>,
    /// Files in folders that have none of our [`ENDINGS`]: how many, and the first of them.
    unknown: BTreeMap<String, (usize, PathBuf)>,
}

/// Finds the files that `named` stand for. `outputs` are what the program itself is about to write: a site
/// may lie in the very folder that it is made of.
pub(crate) fn gather(named: &[PathBuf], outputs: &[&Path]) -> Gathered {
    let outputs: Vec<PathBuf> =
        outputs.iter().filter_map(|path| path.canonicalize().ok()).collect();
    let mut gathered = Gathered::default();
    for path in named {
        if path.as_os_str() == "-" {
            gathered.stdin();
        } else if let Some(pattern) = pattern(path) {
            gathered.matching(path, pattern, &outputs);
        } else {
            gathered.named(path, &outputs);
        }
    }
    gathered.mention_unknown();
    gathered
}

impl Gathered {
    fn stdin(&mut self) {
        if !self.inputs.contains(&Input::Stdin) {
            self.inputs.push(Input::Stdin);
        }
    }

    fn named(&mut self, path: &Path, outputs: &[PathBuf]) {
        if path.is_dir() {
            self.folder(path, outputs);
        } else if !goes_along(path) {
            self.file(path);
        }
    }

    /// What a pattern stands for, where the shell has not said so already.
    fn matching(&mut self, path: &Path, pattern: &str, outputs: &[PathBuf]) {
        let found = match glob::glob(pattern) {
            Ok(found) => found,
            Err(error) => {
                let message = format!("the pattern cannot be read: {error}");
                self.diagnostics.push(remark(Severity::Error, "input/pattern", path, message));
                return;
            }
        };
        let mut paths: Vec<PathBuf> = found.filter_map(Result::ok).collect();
        paths.retain(|path| !is_output(path, outputs));
        paths.sort_by(|a, b| alphanumeric_sort::compare_path(a, b));
        if paths.is_empty() {
            let message = "nothing matches the pattern";
            self.diagnostics.push(remark(Severity::Error, "input/pattern", path, message));
        }
        for path in paths {
            self.named(&path, outputs);
        }
    }

    /// A file that does not exist is kept: reading it says what is wrong.
    fn file(&mut self, path: &Path) {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if self.seen.insert(real) {
            self.inputs.push(Input::File(path.to_owned()));
        }
    }

    fn folder(&mut self, folder: &Path, outputs: &[PathBuf]) {
        let ours = |entry: &DirEntry| {
            let path = entry.path();
            entry.depth() == 0 || !(is_hidden(entry) || is_output(path, outputs) || is_site(path))
        };
        let entries = WalkDir::new(folder)
            .follow_links(true)
            .sort_by(|a, b| alphanumeric_sort::compare_os_str(a.file_name(), b.file_name()))
            .into_iter()
            .filter_entry(ours);
        for entry in entries {
            match entry {
                Ok(entry) if entry.file_type().is_file() => self.file_in_folder(entry.path()),
                Ok(_) => {}
                Err(error) => self.unwalkable(folder, &error),
            }
        }
    }

    fn file_in_folder(&mut self, path: &Path) {
        let ending = ending(path);
        if goes_along(path) {
            return;
        }
        if ENDINGS.contains(&ending.as_str()) {
            self.file(path);
        } else {
            self.unknown.entry(ending).or_insert_with(|| (0, path.to_owned())).0 += 1;
        }
    }

    /// A link that leads back to a folder above it is only worth a note; what cannot be opened is an error.
    fn unwalkable(&mut self, folder: &Path, error: &walkdir::Error) {
        let path = error.path().unwrap_or(folder);
        let found = if let Some(above) = error.loop_ancestor() {
            let message = format!("the link leads back to {}; not followed", above.display());
            remark(Severity::Note, "input/loop", path, message)
        } else {
            let why = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
            remark(Severity::Error, "input/unreadable", path, format!("cannot be read: {why}"))
        };
        self.diagnostics.push(found);
    }

    fn mention_unknown(&mut self) {
        for (ending, (count, first)) in std::mem::take(&mut self.unknown) {
            let what = if ending.is_empty() { "no ending".into() } else { format!("`.{ending}`") };
            let message = match count {
                1 => format!("a file with {what} was left aside"),
                _ => format!("{count} files with {what} were left aside, this one first"),
            };
            let mut found = remark(Severity::Note, "input/unknown", &first, message);
            found.help = Some(format!(
                "in folders, files are read that end in .{}; name a file itself to have it read",
                ENDINGS.join(", .")
            ));
            self.diagnostics.push(found);
        }
    }
}

/// Whether a file is none to read by itself: settings of ours, and pictures, which come along with the articles that show them. A
/// shell names them too where the author writes `articles/*`.
fn goes_along(path: &Path) -> bool {
    let ours = path.file_name().is_some_and(|name| config::FILES.iter().any(|ours| name == *ours));
    ours || PICTURES.contains(&ending(path).as_str())
}

/// What stands behind the last dot of a file's name, in small letters.
fn ending(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase()
}

/// The path as a pattern, where it holds `*`, `?` or `[` and nothing is called so.
fn pattern(path: &Path) -> Option<&str> {
    let text = path.to_str()?;
    (text.contains(['*', '?', '[']) && !path.exists()).then_some(text)
}

/// Where what an input stands for lies: the input itself, or for a pattern the last folder without one.
pub(crate) fn root(input: &Path) -> &Path {
    if pattern(input).is_none() {
        return input;
    }
    let above = input.ancestors().find(|above| pattern(above).is_none());
    above.filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// A site that we wrote earlier lists its files in `edition.json`.
fn is_site(path: &Path) -> bool {
    ["index.html", "edition.json"].iter().all(|file| path.join(file).is_file())
}

fn is_output(path: &Path, outputs: &[PathBuf]) -> bool {
    !outputs.is_empty() && path.canonicalize().is_ok_and(|real| outputs.contains(&real))
}
