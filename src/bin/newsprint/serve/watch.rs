//! When something the site is made of has changed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::Context as _;
use notify_debouncer_mini::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};

use crate::args::Source;
use crate::config;
use crate::inputs::{Input, gather, root};
use crate::load::folders;
use crate::pictures::{States, state};

/// An editor that saves a file touches it more than once; they are through after this.
const SETTLED: Duration = Duration::from_millis(150);

/// Waits for changes of the inputs, of the settings beside them and of the pictures in them.
pub(super) struct Changes {
    source: Source,
    /// Of the inputs and the settings.
    known: States,
    /// Of the pictures that the last edition was looking for.
    pictures: States,
    events: Receiver<DebounceEventResult>,
    watcher: Debouncer<RecommendedWatcher>,
}

impl Changes {
    pub(super) fn of(source: &Source) -> anyhow::Result<Self> {
        let (sender, events) = channel();
        let mut watcher =
            new_debouncer(SETTLED, sender).context("changes of files cannot be watched")?;
        // First, since a folder that is watched again is watched as the last time says, and no deeper.
        for settings in settings(source) {
            let folder = parent(&settings);
            // A folder above one's own articles may be closed to us; then settings there are read once.
            let _ = watcher.watcher().watch(folder, RecursiveMode::NonRecursive);
        }
        for input in source.inputs.iter().map(|input| root(input)) {
            // Many editors replace a file when they save it: its folder sees that.
            let (folder, mode) = if input.is_dir() {
                (input, RecursiveMode::Recursive)
            } else {
                (parent(input), RecursiveMode::NonRecursive)
            };
            watcher
                .watcher()
                .watch(folder, mode)
                .with_context(|| format!("{} cannot be watched", folder.display()))?;
        }
        let (known, pictures) = (states(source), States::new());
        Ok(Self { known, pictures, source: source.clone(), events, watcher })
    }

    /// Waits for changes of these pictures as well, in place of those before.
    pub(super) fn follow(&mut self, pictures: States) {
        let inputs = self.source.inputs.iter().filter(|input| input.is_dir());
        let whole: Vec<PathBuf> = inputs.filter_map(|input| input.canonicalize().ok()).collect();
        let folders: BTreeSet<PathBuf> =
            pictures.keys().filter_map(|path| parent(path).canonicalize().ok()).collect();
        for folder in folders.iter().filter(|it| !whole.iter().any(|input| it.starts_with(input))) {
            let _ = self.watcher.watcher().watch(folder, RecursiveMode::NonRecursive);
        }
        self.pictures = pictures;
    }

    /// Returns when a file that counts has changed; `false` when there is nothing more to wait for.
    pub(super) fn wait(&mut self) -> bool {
        // What changed before its folder was watched makes no event.
        while !self.have_changed() {
            if self.events.recv().is_err() {
                return false;
            }
        }
        true
    }

    fn have_changed(&mut self) -> bool {
        let known = states(&self.source);
        let pictures = self.pictures.keys().map(|path| (path.clone(), state(path))).collect();
        let changed = known != self.known || pictures != self.pictures;
        (self.known, self.pictures) = (known, pictures);
        changed
    }
}

/// What tells one edition's files from the next one's. Events alone do not: they come for every file that
/// lies about, and for reading, too.
fn states(source: &Source) -> States {
    let inputs = gather(&source.inputs, &[]).inputs.into_iter().filter_map(|input| match input {
        Input::File(path) => Some(path),
        Input::Stdin => None,
    });
    inputs.chain(settings(source)).map(|path| (path.clone(), state(&path))).collect()
}

/// Where settings lie or might come to lie.
fn settings(source: &Source) -> Vec<PathBuf> {
    let folders = folders(source);
    let beside = config::FILES.iter().flat_map(|name| config::candidates(&folders, name));
    source.config.iter().cloned().chain(beside).collect()
}

fn parent(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
