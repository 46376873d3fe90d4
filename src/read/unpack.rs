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
    let mut files = Vec::new();
    let unpacked = unpack_each(name, bytes, |entry| files.push(entry.file))?;
    Ok(Unpacked { files, ..unpacked })
}

/// A file that [`unpack_each`] hands over.
#[derive(Debug)]
pub struct Entry<'a> {
    /// The file.
    pub file: File,
    /// The pictures of its archive and of every archive before and around it in the same file.
    pub pictures: &'a BTreeMap<String, Vec<u8>>,
    /// How many such files there are about, those included that are no text: 1 where it is in no archive.
    pub among: u64,
}

/// As [`unpack`], but each file goes to `take` as soon as it is unpacked, so that never more than one need be held.
/// The `files` of what comes back are none. Where an archive is refused in the midst, some have been taken already.
///
/// # Errors
/// As [`unpack`].
pub fn unpack_each(
    name: &str,
    bytes: Vec<u8>,
    mut take: impl FnMut(Entry<'_>),
) -> Result<Unpacked, ReadError> {
    let (budget, unpacked) = (Budget::of(bytes.len()), Unpacked::default());
    let mut opening = Opening { budget, unpacked, given: 0, take: &mut take };
    let file = File { name: name.to_owned(), bytes };
    match opening.open(file, 0, 1) {
        Ok(()) => Ok(opening.unpacked),
        Err(refusal) => Err(ReadError::Archive { name: name.to_owned(), why: refusal.why() }),
    }
}

/// An archive that is being taken apart.
struct Opening<'a> {
    budget: Budget,
    unpacked: Unpacked,
    /// How many files have been given away.
    given: usize,
    take: &'a mut dyn FnMut(Entry<'_>),
}

impl Opening<'_> {
    /// `among` is how many files lie beside this, in its archive and about in those around it.
    fn open(&mut self, file: File, depth: usize, among: u64) -> Result<(), Refusal> {
        let File { name, bytes } = file;
        if depth > DEEPEST {
            let message = "an archive too deep in other archives was left aside";
            self.unpacked.leave_aside(&name, message);
        } else if bytes.starts_with(b"\x1F\x8B") {
            let inner = self.budget.read(MultiGzDecoder::new(bytes.as_slice()))?;
            drop(bytes);
            self.open(File { name: without(name, ".gz"), bytes: inner }, depth + 1, among)?;
        } else if bytes.starts_with(b"\xFD7zXZ\0") {
            let reader = XzReader::new_mem_limit(bytes.as_slice(), true, XZ_MEMORY);
            let inner = self.budget.read(reader)?;
            drop(bytes);
            self.open(File { name: without(name, ".xz"), bytes: inner }, depth + 1, among)?;
        } else if bytes.starts_with(b"PK\x03\x04") && !office::is_office(&bytes) {
            self.open_zip(&name, &bytes, depth, among)?;
        } else {
            self.given += 1;
            let pictures = &self.unpacked.pictures;
            (self.take)(Entry { file: File { name, bytes }, pictures, among });
        }
        Ok(())
    }

    /// Each file of a ZIP archive for itself, pictures first, since the others show them: one that cannot be
    /// unpacked leaves the others.
    fn open_zip(
        &mut self,
        name: &str,
        bytes: &[u8],
        depth: usize,
        among: u64,
    ) -> Result<(), Refusal> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        let (before, noted) = (self.given, self.unpacked.diagnostics.len());
        let Listed { pictures, texts, unknown } = listed(&mut archive, name);
        let among = among.saturating_mul(texts.len() as u64);
        for (n, inner) in pictures {
            let read = self.entry(&mut archive, n);
            if let Some(bytes) = self.unless_damaged(&inner, read)? {
                self.unpacked.pictures.insert(inner, bytes);
            }
        }
        for (n, inner) in texts {
            let read = self.entry(&mut archive, n);
            let opened = read
                .and_then(|bytes| self.open(File { name: inner.clone(), bytes }, depth + 1, among));
            self.unless_damaged(&inner, opened)?;
        }
        if unknown > 0 {
            let what = if unknown == 1 { "file that is" } else { "files that are" };
            let message = format!("{unknown} {what} no text in the archive left aside");
            self.unpacked.leave_aside(name, &message);
        }
        if self.given == before && self.unpacked.diagnostics.len() == noted {
            self.unpacked.leave_aside(name, "the archive is empty");
        }
        Ok(())
    }

    /// What the archive's entry at an index holds.
    fn entry(
        &mut self,
        archive: &mut ZipArchive<Cursor<&[u8]>>,
        n: usize,
    ) -> Result<Vec<u8>, Refusal> {
        let entry = archive.by_index(n).map_err(damaged)?;
        self.budget.read(entry)
    }

    /// What came of one file; that it is damaged is told, and no reason to leave the others.
    fn unless_damaged<T>(
        &mut self,
        name: &str,
        read: Result<T, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        match read {
            Ok(found) => Ok(Some(found)),
            Err(Refusal::Damaged(error)) => {
                self.unpacked.fail(name, &Refusal::Damaged(error).why());
                Ok(None)
            }
            Err(bomb) => Err(bomb),
        }
    }
}

/// What an archive holds, by the index and the name of each.
#[derive(Default)]
struct Listed {
    pictures: Vec<(usize, String)>,
    texts: Vec<(usize, String)>,
    /// How many files are neither.
    unknown: usize,
}

/// What the archive of this name holds, folders and hidden files left out. A file whose own head is damaged goes by the
/// name that the archive's directory has for it; that it cannot be read shows when it is.
fn listed(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Listed {
    let mut listed = Listed::default();
    for n in 0..archive.len() {
        let raw = archive.by_index_raw(n).ok().map(|entry| entry.name_raw().to_vec());
        let raw = raw.or_else(|| Some(archive.name_for_index(n)?.ok()?.as_bytes().to_vec()));
        let raw = raw.unwrap_or_default();
        if raw.ends_with(b"/") || raw.ends_with(b"\\") || is_hidden(&raw) {
            continue;
        }
        let inner = format!("{name}/{}", decoded(&raw));
        match () {
            () if is_picture(&inner) => listed.pictures.push((n, inner)),
            () if is_readable(&inner) => listed.texts.push((n, inner)),
            () => listed.unknown += 1,
        }
    }
    listed
}

fn damaged(error: zip::result::ZipError) -> Refusal {
    Refusal::Damaged(error.into())
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
