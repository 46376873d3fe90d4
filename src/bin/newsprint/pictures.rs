//! The pictures beside the articles: found, made ready for a site, and named in the articles.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use base64::Engine as _;
use newsprint::model::{Diagnostic, Picture, Severity};
use newsprint::read::{Body, Document, Piece};
use newsprint::site::{self, Print};
use percent_encoding::percent_decode_str;

use crate::load::remark;

/// A larger file is no picture of an article, in bytes.
const MOST: u64 = 64 << 20;

/// Pictures by their addresses in the site.
pub(crate) type Pictures = BTreeMap<String, Vec<u8>>;

/// When files last changed, and their sizes in bytes; nothing for one that is not there.
pub(crate) type States = BTreeMap<PathBuf, Option<(SystemTime, u64)>>;

/// A file as it is now.
pub(crate) fn state(path: &Path) -> Option<(SystemTime, u64)> {
    let facts = fs::metadata(path).ok()?;
    Some((facts.modified().ok()?, facts.len()))
}

/// Where the pictures of one file's articles may lie.
pub(crate) struct Beside<'a> {
    /// What diagnostics call the file.
    pub(crate) name: &'a str,
    /// The file's own folder; none for standard input.
    pub(crate) folder: Option<&'a Path>,
    /// The folders that the author named.
    pub(crate) roots: &'a [PathBuf],
    /// Those that the file itself holds, by the names it calls them.
    pub(crate) held: &'a Pictures,
    /// Those in the same archive, by their names in it.
    pub(crate) packed: &'a Pictures,
}

/// Why a picture does not come along: a diagnostic's code, how bad it is, and the reason.
type Refused = (&'static str, Severity, String);

impl Beside<'_> {
    /// Takes the pictures of a story along. What cannot come is told, and its words stay. Which files were looked for, and
    /// as what they were found, is added to `sought`.
    pub(crate) fn take_along(
        &self,
        document: &mut Document,
        diagnostics: &mut Vec<Diagnostic>,
        sought: &mut States,
    ) -> Pictures {
        let mut pictures = Pictures::new();
        let mut elsewhere = 0;
        let Body::Story(pieces) = &mut document.body else { return pictures };
        pieces.retain_mut(|piece| {
            let Piece::Figure { picture, text, credit } = piece else { return true };
            let Some(wanted) = picture else { return true };
            if let Some(path) = self.path(&wanted.file) {
                // Looked at before it is read, so that no change falls in between.
                sought.entry(path).or_insert_with_key(|path| state(path));
            }
            match self.print(wanted) {
                Ok(print) => {
                    (wanted.width, wanted.height) = (print.width, print.height);
                    wanted.file.clone_from(&print.file);
                    pictures.insert(print.file, print.bytes);
                    return true;
                }
                Err(Some(refused)) => diagnostics.push(self.told(wanted, refused)),
                Err(None) => elsewhere += 1,
            }
            // What was to stand for the picture is all there is of it now.
            if text.text.is_empty() {
                *text = wanted.alt.as_str().into();
            }
            *picture = None;
            !text.text.is_empty() || credit.is_some()
        });
        if elsewhere > 0 {
            let what = match elsewhere {
                1 => "a picture stands on the net and was not fetched".to_owned(),
                _ => format!("{elsewhere} pictures stand on the net and were not fetched"),
            };
            let path = Path::new(self.name);
            diagnostics.push(remark(Severity::Note, "picture/remote", path, what));
        }
        pictures
    }

    fn told(&self, picture: &Picture, (code, severity, why): Refused) -> Diagnostic {
        let file: String = picture.file.chars().take(60).collect();
        // Where in the file it is named is not known here, and its name alone is no line of it.
        remark(severity, code, Path::new(self.name), format!("{file}: {why}"))
    }

    /// The picture made ready; no reason for one that stands on the net.
    fn print(&self, picture: &Picture) -> Result<Print, Option<Refused>> {
        let bytes = self.bytes(&picture.file)?;
        site::print(&bytes).map_err(|error| {
            let severity = match error {
                site::PictureError::Small => Severity::Note,
                _ => Severity::Warning,
            };
            Some(("picture/not-read", severity, format!("the picture was left out: {error}")))
        })
    }

    /// Where a picture's file would lie, if it is one beside the article's.
    fn path(&self, file: &str) -> Option<PathBuf> {
        Some(self.folder?.join(relative(file)?))
    }

    fn bytes(&self, file: &str) -> Result<Vec<u8>, Option<Refused>> {
        if let Some(bytes) = self.held.get(file) {
            return Ok(bytes.clone());
        }
        if let Some(data) = file.strip_prefix("data:") {
            return inline(data).ok_or_else(|| {
                let why = "the picture in the text is damaged and was left out".to_owned();
                Some(("picture/not-read", Severity::Warning, why))
            });
        }
        let path = relative(file).ok_or(None)?;
        if let Some(bytes) = joined(self.name, &path).and_then(|name| self.packed.get(&name)) {
            return Ok(bytes.clone());
        }
        self.file(&path)
    }

    /// A file's bytes, if it lies in the article's folder or in one that the author named.
    fn file(&self, path: &str) -> Result<Vec<u8>, Option<Refused>> {
        let missing = || {
            let why = "the picture is not there and was left out".to_owned();
            Some(("picture/missing", Severity::Warning, why))
        };
        let folder = self.folder.ok_or_else(missing)?;
        let real = folder.join(path).canonicalize().map_err(|_| missing())?;
        let own = folder.canonicalize().map_err(|_| missing())?;
        if !(real.starts_with(own) || self.roots.iter().any(|root| real.starts_with(root))) {
            let why = "the picture lies outside the folders that were named, and was left out";
            return Err(Some(("picture/outside", Severity::Warning, why.to_owned())));
        }
        let facts = fs::metadata(&real).map_err(|_| missing())?;
        if !facts.is_file() {
            return Err(missing());
        }
        if facts.len() > MOST {
            let why = format!("the picture is larger than {} MB and was left out", MOST >> 20);
            return Err(Some(("picture/not-read", Severity::Warning, why)));
        }
        fs::read(&real).map_err(|_| missing())
    }
}

/// The way from an article's file to a picture's; none for a picture that stands on the net, or in the text.
fn relative(file: &str) -> Option<String> {
    let has_scheme = file.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':'));
    if has_scheme || file.starts_with("//") {
        return None;
    }
    let path = file.split(['?', '#']).next().unwrap_or_default().replace('\\', "/");
    Some(percent_decode_str(&path).decode_utf8_lossy().into_owned())
}

/// The bytes of a `data:` URL (RFC 2397), as far as it is one in base64.
fn inline(data: &str) -> Option<Vec<u8>> {
    let (_, encoded) = data.split_once(";base64,")?;
    let plain: String = encoded.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = percent_decode_str(&plain).decode_utf8_lossy();
    base64::engine::general_purpose::STANDARD.decode(plain.as_bytes()).ok()
}

/// A name in an archive, from the name of the file that asks and a path from there; none above the archive.
fn joined(name: &str, path: &str) -> Option<String> {
    let (folder, _) = name.rsplit_once('/')?;
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
