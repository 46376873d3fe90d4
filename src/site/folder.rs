//! A folder that appears whole or not at all.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use libdeflater::{CompressionLvl, Compressor};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::SiteError;
use super::digest::{base64, hex, sha256};

/// The list of a site's files, by which Newsprint knows a folder for its own.
pub(super) const MANIFEST: &str = "edition.json";

/// How the names of unfinished folders begin.
const PREFIX: &str = ".newsprint-";

/// What systems leave in any folder that somebody looks at.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// A folder in the making, beside the place where it is to stand.
pub(super) struct Folder {
    target: PathBuf,
    staging: TempDir,
    /// Size in bytes and SHA-256, by path with `/`.
    files: BTreeMap<String, (usize, [u8; 32])>,
    compressed: bool,
}

impl Folder {
    /// Begins a folder that is to stand at `target`. With `compressed`, each file that gains by it gets
    /// `.gz` and `.br` forms beside it.
    ///
    /// # Errors
    /// Where something stands at `target` that Newsprint did not write, or nothing can be written beside it.
    pub(super) fn begin(target: &Path, compressed: bool) -> Result<Self, SiteError> {
        // A link to a folder stays a link: what it points at is replaced.
        let target = match fs::canonicalize(target) {
            Ok(real) => real,
            Err(_) => std::path::absolute(target).map_err(SiteError::io("find", target))?,
        };
        check_ours(&target)?;
        let parent = target.parent().unwrap_or(&target).to_owned();
        fs::create_dir_all(&parent).map_err(SiteError::io("create", &parent))?;
        let staging = tempfile::Builder::new()
            .prefix(PREFIX)
            .tempdir_in(&parent)
            .map_err(SiteError::io("create a folder in", &parent))?;
        Ok(Self { target, staging, files: BTreeMap::new(), compressed })
    }

    /// Writes a file; `path` has `/` between its steps.
    pub(super) fn put(&mut self, path: &str, content: &[u8]) -> Result<(), SiteError> {
        self.write(path, content)?;
        let gains = [".html", ".css", ".js", ".json", ".wasm", ".xml"];
        if self.compressed && gains.iter().any(|extension| path.ends_with(extension)) {
            self.write(&format!("{path}.gz"), &gzipped(content))?;
            self.write(&format!("{path}.br"), &brotlied(content))?;
        }
        Ok(())
    }

    /// Every file written so far, and its SHA-256 in base64.
    pub(super) fn sums(&self) -> impl Iterator<Item = (&str, String)> {
        self.files.iter().map(|(path, (_, sum))| (path.as_str(), base64(sum)))
    }

    fn write(&mut self, path: &str, content: &[u8]) -> Result<(), SiteError> {
        let place = self.staging.path().join(path);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(SiteError::io("create", folder))?;
        }
        fs::write(&place, content).map_err(SiteError::io("write", &place))?;
        self.files.insert(path.to_owned(), (content.len(), sha256(content)));
        Ok(())
    }

    /// Writes the manifest, puts the folder in its place, and says how many files it has and how many bytes.
    ///
    /// # Errors
    /// As [`Folder::begin`].
    pub(super) fn finish(mut self, facts: &Value) -> Result<(usize, u64), SiteError> {
        let manifest = self.manifest(facts);
        self.write(MANIFEST, manifest.as_bytes())?;
        let bytes = self.files.values().map(|(size, _)| *size as u64).sum();
        let target = self.target;
        readable(self.staging.path())?;
        // Somebody may have put a file there while the site was made.
        check_ours(&target)?;
        let failed = SiteError::io("put the finished site in the place of", &target);
        exchange(self.staging, &target).map_err(failed)?;
        Ok((self.files.len(), bytes))
    }

    fn manifest(&self, facts: &Value) -> String {
        let files: Vec<Value> = self
            .files
            .iter()
            .map(
                |(path, (bytes, sha256))| json!({ "path": path, "bytes": bytes, "sha256": hex(sha256) }),
            )
            .collect();
        let list = json!(files).to_string();
        let manifest = json!({
            "generator": super::GENERATOR,
            "edition": hex(&sha256(list.as_bytes())),
            "facts": facts,
            "files": files,
        });
        format!("{manifest:#}\n")
    }
}

/// A temporary folder is for its owner alone, a site for everyone.
fn readable(folder: &Path) -> Result<(), SiteError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let permissions = fs::Permissions::from_mode(0o755);
        fs::set_permissions(folder, permissions).map_err(SiteError::io("open up", folder))?;
    }
    Ok(())
}

/// Puts `new` where `target` is, at a stroke where the system can.
fn exchange(new: TempDir, target: &Path) -> io::Result<()> {
    if !target.exists() {
        return fs::rename(new.keep(), target);
    }
    // Where the two have changed places, the old site goes with the temporary folder.
    if changed_places(new.path(), target) {
        return new.close();
    }
    let parent = target.parent().unwrap_or(target);
    let old = tempfile::Builder::new().prefix(PREFIX).tempdir_in(parent)?;
    let aside = old.path().join("site");
    fs::rename(target, &aside)?;
    if let Err(error) = fs::rename(new.path(), target) {
        fs::rename(&aside, target)?;
        return Err(error);
    }
    // The new site is no longer where the temporary folder was.
    let _ = new.keep();
    old.close()
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn changed_places(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn changed_places(_: &Path, _: &Path) -> bool {
    false
}

/// That nothing is at `target` but an edition of ours.
fn check_ours(target: &Path) -> Result<(), SiteError> {
    let foreign =
        |file: &str| Err(SiteError::Foreign { folder: target.to_owned(), file: file.to_owned() });
    if !target.exists() {
        return Ok(());
    }
    if !target.is_dir() {
        return foreign("a file instead of a folder");
    }
    let listed = listed(target);
    for file in files_below(target)? {
        let name = file.rsplit('/').next().unwrap_or_default();
        if !LITTER.contains(&name) && !listed.contains(&file) {
            return foreign(&file);
        }
    }
    Ok(())
}

/// The files that the manifest in `folder` names, and the manifest; none where there is no manifest of ours.
fn listed(folder: &Path) -> BTreeSet<String> {
    let Ok(bytes) = fs::read(folder.join(MANIFEST)) else { return BTreeSet::new() };
    let manifest: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    let ours = manifest["generator"].as_str().is_some_and(|by| by.starts_with("newsprint "));
    if !ours {
        return BTreeSet::new();
    }
    let files = manifest["files"].as_array().into_iter().flatten();
    let paths = files.filter_map(|file| file["path"].as_str().map(str::to_owned));
    paths.chain([MANIFEST.to_owned()]).collect()
}

/// Every file below a folder, as paths relative to it with `/`, sorted.
fn files_below(folder: &Path) -> Result<Vec<String>, SiteError> {
    let mut files = Vec::new();
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((path, prefix)) = open.pop() {
        for entry in fs::read_dir(&path).map_err(SiteError::io("read", &path))? {
            let entry = entry.map_err(SiteError::io("read", &path))?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                open.push((entry.path(), name + "/"));
            } else {
                files.push(name);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// What is larger, in bytes, is compressed less hard: a twentieth more, in a fifth of the time.
const LARGE: usize = 4 * 1024 * 1024;

/// As gzip, without a time or a name, so that the same bytes give the same bytes. A twentieth smaller than zlib makes
/// it, and as fast.
pub(super) fn gzipped(content: &[u8]) -> Vec<u8> {
    let level =
        if content.len() > LARGE { CompressionLvl::default() } else { CompressionLvl::best() };
    let mut encoder = Compressor::new(level);
    let mut packed = vec![0; encoder.gzip_compress_bound(content.len())];
    // What is made is never larger than the bound.
    let length = encoder.gzip_compress(content, &mut packed).unwrap_or_default();
    packed.truncate(length);
    packed
}

fn brotlied(content: &[u8]) -> Vec<u8> {
    let mut encoder = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    let _ = encoder.write_all(content);
    encoder.into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_comes_while_the_site_is_made_stays() {
        let place = tempfile::tempdir().expect("a folder");
        let target = place.path().join("site");
        let finish = |before_the_end: &dyn Fn()| {
            let mut folder = Folder::begin(&target, false).expect("begun");
            folder.put("index.html", b"a page").expect("written");
            before_the_end();
            folder.finish(&json!({}))
        };
        assert!(finish(&|| ()).is_ok());
        let refused = finish(&|| fs::write(target.join("thesis.txt"), "years").expect("written"));
        assert!(matches!(refused, Err(SiteError::Foreign { file, .. }) if file == "thesis.txt"));
        assert_eq!(fs::read_to_string(target.join("thesis.txt")).expect("still there"), "years");
        assert_eq!(
            fs::read_dir(place.path()).expect("a folder").count(),
            1,
            "nothing is left beside it"
        );
    }
}
