//! `newsprint build`: the articles as a folder, as one file, or both.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;

use anyhow::{Context as _, bail};
use newsprint::model::Corpus;
use newsprint::site::{self, Options};
use tempfile::NamedTempFile;

use crate::Ending;
use crate::args::{Build, Choice};
use crate::draw::counted;
use crate::load::load;

/// So many bytes of a page tell who wrote it.
const HEAD: u64 = 16 << 10;

pub(crate) fn run(args: &Build, verbose: bool) -> anyhow::Result<Ending> {
    let (folder, file) = (args.output.as_deref(), args.single.as_deref());
    if let Some(file) = file {
        refuse_to_overwrite(file)?;
    }
    let outputs: Vec<&Path> = folder.into_iter().chain(file).collect();
    let mut loaded = load(&args.source, &outputs)?;
    loaded.draw(verbose);
    loaded.require_articles(&args.source)?;

    let options = Options {
        base_url: args.base_url.clone(),
        pages: args.pages.map(|pages| pages == Choice::Always),
        offline: !args.no_offline,
        compressed: args.compressed,
        pictures: std::mem::take(&mut loaded.pictures),
        ..Options::default()
    };
    // The page is made before the folder is written: what cannot be made leaves nothing half done.
    let page = file.map(|_| site::single(&loaded.corpus, &options)).transpose()?;
    if let Some(folder) = folder {
        let report = site::write(&loaded.corpus, &options, folder)?;
        let (files, size) = (counted(report.files, "file"), size(report.bytes));
        say(&loaded.corpus, folder, &format!("{files}, {size}"))?;
    }
    if let (Some(file), Some(page)) = (file, page) {
        write_whole(file, &page)?;
        say(&loaded.corpus, file, &size(page.len() as u64))?;
    }
    Ok(loaded.ending())
}

fn say(corpus: &Corpus, path: &Path, extent: &str) -> anyhow::Result<()> {
    let articles = counted(corpus.articles.len(), "article");
    writeln!(anstream::stdout(), "wrote {} ({articles}, {extent})", path.display())?;
    Ok(())
}

/// What stands there and is no page of ours is somebody's work: an article, maybe.
fn refuse_to_overwrite(file: &Path) -> anyhow::Result<()> {
    let mut head = Vec::new();
    if let Ok(found) = fs::File::open(file) {
        let doing = || format!("cannot read {}", file.display());
        found.take(HEAD).read_to_end(&mut head).with_context(doing)?;
    }
    if !head.is_empty() && !site::is_ours(&String::from_utf8_lossy(&head)) {
        bail!("{} is there and no page of newsprint's; name another file to write", file.display());
    }
    Ok(())
}

/// Writes beside the file and then puts it in its place, so that no reader ever opens half a page.
fn write_whole(file: &Path, page: &str) -> anyhow::Result<()> {
    let doing = || format!("cannot write {}", file.display());
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder).with_context(doing)?;
    let mut draft = NamedTempFile::new_in(folder).with_context(doing)?;
    draft.write_all(page.as_bytes()).with_context(doing)?;
    #[cfg(unix)]
    readable_by_all(&draft).with_context(doing)?;
    draft.persist(file).with_context(doing)?;
    Ok(())
}

/// A temporary file is its owner's alone; what is to be published is not.
#[cfg(unix)]
fn readable_by_all(draft: &NamedTempFile) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    draft.as_file().set_permissions(fs::Permissions::from_mode(0o644))
}

/// `817 kB`, with the prefixes of SI.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
