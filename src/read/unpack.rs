//! The files within a file: `.zip`, `.gz` and `.xz`, and one within another.

use std::collections::BTreeMap;
use std::io::Cursor;

use flate2::read::MultiGzDecoder;
use lzma_rust2::XzReader;
use zip::ZipArchive;

use super::budget::{Budget, Refusal};
use super::sniff::{is_picture, is_readable};
use super::{ReadError, charset, office};
use crate::model::{Diagnostic, Severity};

/// Archives within archives, deeper than this, are left aside.
const DEEPEST: usize = 3;

/// An `.xz` may ask for this much memory, in KiB; the strongest setting asks for 65 MiB.
const XZ_MEMORY: u32 = 256 << 10;

/// One file, as it came or out of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// As the author gave it; for a file in an archive, after the archive's name and a `/`.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What [`unpack`] found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unpacked {
    /// In the archive's order; one for a file that is no archive.
    pub files: Vec<File>,
    /// What was left aside.
    pub diagnostics: Vec<Diagnostic>,
    /// Pictures beside the files, named as these are.
    pub pictures: BTreeMap<String, Vec<u8>>,
}

/// The files to [`read`](super::read) in what may be an archive, told by its first bytes. What is no archive comes back as it is,
/// EPUB and Word files too, which are archives only inside.
///
/// ```
/// let unpacked = newsprint::read::unpack("note.txt", b"The tide is out.".to_vec())?;
/// assert_eq!(unpacked.files[0].name, "note.txt");
/// # Ok::<(), newsprint::read::ReadError>(())
/// ```
///
/// # Errors
/// [`ReadError::Archive`] where it is damaged or unpacks to more than any articles: more than 1 GiB in
/// all, or more than 250 times its size once that is more than 32 MiB.
pub fn unpack(name: &str, bytes: Vec<u8>) -> Result<Unpacked, ReadError> {
    let mut unpacked = Unpacked::default();
    let mut budget = Budget::default();
    let file = File { name: name.to_owned(), bytes };
    match open(file, 0, &mut budget, &mut unpacked) {
        Ok(()) => Ok(unpacked),
        Err(refusal) => Err(ReadError::Archive { name: name.to_owned(), why: refusal.why() }),
    }
}

fn open(file: File, depth: usize, budget: &mut Budget, into: &mut Unpacked) -> Result<(), Refusal> {
    let File { name, bytes } = file;
    let packed = bytes.len() as u64;
    if depth > DEEPEST {
        into.leave_aside(&name, "an archive too deep in other archives was left aside");
    } else if bytes.starts_with(b"\x1F\x8B") {
        let bytes = budget.read(MultiGzDecoder::new(bytes.as_slice()), packed)?;
        open(File { name: without(name, ".gz"), bytes }, depth + 1, budget, into)?;
    } else if bytes.starts_with(b"\xFD7zXZ\0") {
        let reader = XzReader::new_mem_limit(bytes.as_slice(), true, XZ_MEMORY);
        let bytes = budget.read(reader, packed)?;
        open(File { name: without(name, ".xz"), bytes }, depth + 1, budget, into)?;
    } else if bytes.starts_with(b"PK\x03\x04") && !office::is_office(&bytes) {
        open_zip(&name, &bytes, depth, budget, into)?;
    } else {
        into.files.push(File { name, bytes });
    }
    Ok(())
}

/// Each file of a ZIP archive for itself: one that cannot be unpacked leaves the others.
fn open_zip(
    name: &str,
    bytes: &[u8],
    depth: usize,
    budget: &mut Budget,
    into: &mut Unpacked,
) -> Result<(), Refusal> {
    let damaged = |error: zip::result::ZipError| Refusal::Damaged(error.into());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let before = into.files.len();
    let mut unknown = 0;
    for n in 0..archive.len() {
        let inner = match archive.by_index_raw(n) {
            Ok(entry) if entry.is_dir() || is_hidden(entry.name_raw()) => continue,
            Ok(entry) => format!("{name}/{}", decoded(entry.name_raw())),
            Err(error) => return Err(damaged(error)),
        };
        let pictured = is_picture(&inner);
        if !pictured && !is_readable(&inner) {
            unknown += 1;
            continue;
        }
        let read = match archive.by_index(n) {
            Ok(entry) => {
                let packed = entry.compressed_size();
                budget.read(entry, packed)
            }
            Err(error) => Err(damaged(error)),
        };
        let opened = read.and_then(|bytes| {
            if pictured {
                into.pictures.insert(inner.clone(), bytes);
                return Ok(());
            }
            let file = File { name: inner.clone(), bytes };
            open(file, depth + 1, budget, into)
        });
        match opened {
            Ok(()) => {}
            Err(Refusal::Damaged(error)) => {
                into.fail(&inner, &Refusal::Damaged(error).why());
            }
            Err(bomb) => return Err(bomb),
        }
    }
    if unknown > 0 {
        let what = if unknown == 1 { "file that is" } else { "files that are" };
        into.leave_aside(name, &format!("{unknown} {what} no text in the archive left aside"));
    }
    if into.files.len() == before && into.diagnostics.is_empty() {
        into.leave_aside(name, "the archive is empty");
    }
    Ok(())
}

impl Unpacked {
    fn leave_aside(&mut self, name: &str, message: &str) {
        self.diagnostics.push(found(Severity::Note, "archive/left-aside", name, message));
    }

    fn fail(&mut self, name: &str, message: &str) {
        self.diagnostics.push(found(Severity::Error, "archive/damaged", name, message));
    }
}

fn found(severity: Severity, code: &str, name: &str, message: &str) -> Diagnostic {
    Diagnostic {
        severity,
        code: code.to_owned(),
        message: message.to_owned(),
        file: name.to_owned(),
        line: 1,
        text: String::new(),
        range: 0..0,
        help: None,
    }
}

/// Hidden files, and what a Mac adds to archives.
fn is_hidden(name: &[u8]) -> bool {
    name.split(|byte| *byte == b'/').any(|part| part.starts_with(b".") || part == b"__MACOSX")
}

/// Names are in UTF-8, or in whatever the machine wrote that made the archive: Big5 and GBK are common.
fn decoded(name: &[u8]) -> String {
    match std::str::from_utf8(name) {
        Ok(name) => name.to_owned(),
        Err(_) => charset::decode(name, charset::guessed(name)).0,
    }
}

fn without(name: String, ending: &str) -> String {
    match name.len().checked_sub(ending.len()) {
        Some(at) if name.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(ending)) => {
            name.get(..at).map_or(name.clone(), str::to_owned)
        }
        _ => name,
    }
}
