//! When something the site is made of has changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, SystemTime};

use anyhow::Context as _;
use notify_debouncer_mini::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};

use crate::args::Source;
use crate::config;
use crate::inputs::{Input, gather, root};
use crate::load::folders;

/// An editor that saves a file touches it more than once; they are through after this.
const SETTLED: Duration = Duration::from_millis(150);

/// When the files last changed, and their sizes in bytes.
type State = Vec<(PathBuf, Option<(SystemTime, u64)>)>;

/// Waits for changes of the inputs and of the settings beside them.
pub(super) struct Changes {
    source: Source,
    state: State,
    events: Receiver<DebounceEventResult>,
    /// Ends with us.
    _watcher: Debouncer<RecommendedWatcher>,
}

impl Changes {
    pub(super) fn of(source: &Source) -> anyhow::Result<Self> {
        let (sender, events) = channel();
        let mut watcher =
            new_debouncer(SETTLED, sender).context("changes of files cannot be watched")?;
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
        for settings in settings(source) {
            let folder = parent(&settings);
            // A folder above one's own articles may be closed to us; then settings there are read once.
            let _ = watcher.watcher().watch(folder, RecursiveMode::NonRecursive);
        }
        Ok(Self { state: state(source), source: source.clone(), events, _watcher: watcher })
    }

    /// Returns when a file that counts has changed; `false` when there is nothing more to wait for.
    pub(super) fn wait(&mut self) -> bool {
        while self.events.recv().is_ok() {
            let now = state(&self.source);
            if now != self.state {
                self.state = now;
                return true;
            }
        }
        false
    }
}

/// What tells one edition's files from the next one's. Events alone do not: they come for every file that
/// lies about, and for reading, too.
fn state(source: &Source) -> State {
    let inputs = gather(&source.inputs, &[]).inputs.into_iter().filter_map(|input| match input {
        Input::File(path) => Some(path),
        Input::Stdin => None,
    });
    let of = |path: PathBuf| {
        let facts = fs::metadata(&path).and_then(|facts| Ok((facts.modified()?, facts.len())));
        (path, facts.ok())
    };
    inputs.chain(settings(source)).map(of).collect()
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
