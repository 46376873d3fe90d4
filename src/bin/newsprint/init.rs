//! `newsprint init`: something to start from.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use anyhow::Context as _;

use crate::Ending;
use crate::args::Init;
use crate::config;

const SETTINGS: &str = include_str!("init/newsprint.toml");
const ENTITIES: &str = include_str!("init/entities.toml");
const SAMPLE: &str = include_str!("init/sample.txt");

pub(crate) fn run(args: &Init) -> anyhow::Result<Ending> {
    let folder = args.folder.as_path();
    let articles = folder.join("articles");
    let files = [
        (folder.join(config::SETTINGS), SETTINGS),
        (folder.join(config::ENTITIES), ENTITIES),
        (articles.join("sample.txt"), SAMPLE),
    ];
    let mut out = anstream::stdout().lock();
    for (path, content) in &files {
        let done = if write_new(path, content)? { "wrote" } else { "kept " };
        writeln!(out, "{done} {}", path.display())?;
    }
    writeln!(out, "\nLook at it with\n  newsprint serve {}", articles.display())?;
    Ok(Ending::Done)
}

/// Whether there was none before; what is there stays as it is.
fn write_new(path: &Path, content: &str) -> anyhow::Result<bool> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    }
    let file = fs::File::create_new(path).and_then(|mut file| file.write_all(content.as_bytes()));
    match file {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error).with_context(|| format!("{} cannot be written", path.display())),
    }
}
