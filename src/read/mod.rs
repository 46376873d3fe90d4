//! Makes documents of a file's bytes, whatever its format and encoding.
//!
//! 0. [`unpack`](unpack()) takes archives apart, and [`office`] books and Word files;
//! 1. [`decode`] makes text of bytes, and says where bytes were damaged;
//! 2. [`Format::of`] tells the format, by content before extension;
//! 3. [`markdown`], [`html`], [`json`], [`csv`] read what has a structure of its own; plain text stays whole, for
//!    [`parse`](crate::parse) to find the stories in it.
//!
//! A further format is a further [`Format`] and a module beside these.

mod budget;
mod charset;
mod collector;
mod csv;
mod damage;
mod decode;
mod document;
mod enclosed;
mod front_matter;
mod html;
mod json;
mod magic;
mod markdown;
mod names;
mod office;
mod options;
mod prose;
mod seam;
mod sniff;
mod source;
mod tags;
mod unpack;
mod words;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

pub use document::{Body, Document, Given, Piece, Words};
pub use options::Options;
pub(crate) use seam::{is_alphanumeric, is_cjk, is_han, is_letter, is_numeric, needs_space};
pub use sniff::{ENDINGS, Format, PICTURES};
pub use source::{decoded, source};
pub use unpack::{Entry, File, Unpacked, unpack, unpack_each};

use crate::model::{Diagnostic, Severity};

/// What a file held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// In the order of the file.
    pub documents: Vec<Document>,
    /// What could not be read as it stood.
    pub diagnostics: Vec<Diagnostic>,
    /// Pictures that the file itself holds, by the names that its documents call them.
    pub pictures: BTreeMap<String, Vec<u8>>,
}

/// Why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// It is not text.
    NotText {
        /// The input's name as the author gave it.
        name: String,
        /// What it is instead, as in `a PNG picture`.
        what: &'static str,
        /// Where that shows, in bytes from the beginning of the file.
        offset: usize,
    },
    /// Its bytes are not UTF-8, and text in no other encoding that can be told.
    Encoding {
        /// The input's name as the author gave it.
        name: String,
        /// The first byte that is not UTF-8.
        offset: usize,
    },
    /// It is an archive that cannot be unpacked.
    Archive {
        /// The input's name as the author gave it.
        name: String,
        /// Why, as it goes on after the name: `unpacks to more than 1073 MB`.
        why: String,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotText { name, what, offset: 0 } => {
                write!(
                    f,
                    "{name} is {what}, not text; give text, Markdown, HTML, CSV, JSON Lines, DOCX or EPUB"
                )
            }
            Self::NotText { name, what, offset } => write!(
                f,
                "{name} is {what}, not text (see byte {offset}); give text, Markdown, HTML, CSV, JSON Lines, DOCX or EPUB"
            ),
            Self::Encoding { name, offset } => write!(
                f,
                "{name} is text in no encoding that can be told (see byte {offset}); save it as UTF-8"
            ),
            Self::Archive { name, why } => write!(f, "{name} {why}"),
        }
    }
}

impl std::error::Error for ReadError {}

/// Reads a file's bytes. `name` is what the author calls the file; its extension and stem are used
/// where the content leaves the format or an id open.
///
/// ```
/// let reading = newsprint::read::read("note.txt", "潮水退去\n\n清晨，海面平靜。".as_bytes())?;
/// assert_eq!(reading.documents.len(), 1);
/// # Ok::<(), newsprint::read::ReadError>(())
/// ```
///
/// # Errors
/// Where the bytes are not text, or text that is not read: see [`ReadError`].
pub fn read(name: &str, bytes: &[u8]) -> Result<Reading, ReadError> {
    read_with(name, bytes, &Options::default())
}

/// [`read`], with what the author says about the files.
///
/// # Errors
/// As [`read`].
pub fn read_with(name: &str, bytes: &[u8], options: &Options) -> Result<Reading, ReadError> {
    if let Some(reading) = office::read(name, bytes)? {
        return Ok(reading);
    }
    let (text, mut diagnostics) = decode::decode(name, bytes, options.encoding())?;
    let documents = match Format::of(name, &text) {
        Format::Html => vec![html::read(name, &text)],
        Format::Text => vec![Document::page(name, text.into_owned())],
        Format::Markdown => vec![markdown::read(name, &text, &mut diagnostics)],
        Format::Json => json::read(name, &text, options, &mut diagnostics),
        Format::Csv => csv::read(name, &text, options, &mut diagnostics),
        Format::JsonLines => json::read_lines(name, &text, options, &mut diagnostics),
    };
    Ok(Reading { documents, diagnostics, ..Reading::default() })
}

/// A place in a file's decoded text, for a diagnostic.
struct Place<'a> {
    name: &'a str,
    text: &'a str,
    /// From 1.
    line: u32,
    /// In bytes, end exclusive.
    range: Range<usize>,
}

impl<'a> Place<'a> {
    /// Counts the line; where many places are told, tell the line instead.
    fn new(name: &'a str, text: &'a str, range: Range<usize>) -> Self {
        let before = text.get(..range.start).unwrap_or_default();
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        Self { name, text, line: u32::try_from(line).unwrap_or(u32::MAX), range }
    }

    fn finding(self, severity: Severity, code: &str, message: String, help: &str) -> Diagnostic {
        let concerned = self.text.get(self.range.clone()).unwrap_or_default();
        Diagnostic {
            severity,
            code: code.to_owned(),
            message,
            file: self.name.to_owned(),
            line: self.line,
            text: concerned.chars().take(60).collect(),
            range: self.range,
            help: Some(help.to_owned()),
        }
    }
}
