//! Books and word processors' files: ZIP archives of XML.

mod docx;
mod epub;
mod xhtml;

use std::collections::BTreeMap;
use std::io::Cursor;

use roxmltree::{Document as Xml, Node};
use zip::ZipArchive;
use zip::result::ZipError;

use super::budget::{Budget, Refusal};
use super::source::lines;
use super::{Document, Piece, ReadError, Reading, charset};

/// What a package begins with, as every ZIP archive that is not empty does.
const MAGIC: &[u8] = b"PK\x03\x04";

/// Where a book says what it consists of (EPUB OCF 3.3, 3.5.1).
const CONTAINER: &str = "META-INF/container.xml";

/// Where Word keeps its text (ECMA-376, part 1, 11.3.10).
const TEXT: &str = "word/document.xml";

/// Whether a ZIP archive is a book or a Word file.
pub(super) fn is_office(bytes: &[u8]) -> bool {
    let archive = bytes.starts_with(MAGIC).then(|| ZipArchive::new(Cursor::new(bytes)).ok());
    archive.flatten().is_some_and(|archive| {
        [CONTAINER, TEXT].iter().any(|part| archive.index_for_name(part).is_some())
    })
}

/// The documents of a book, one a chapter, or of a Word file, which is one. Nothing for any other bytes.
///
/// # Errors
/// Where the package is damaged, or unpacks to too much.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Option<Reading>, ReadError> {
    if !is_office(bytes) {
        return Ok(None);
    }
    let failed = |why: String| ReadError::Archive { name: name.to_owned(), why };
    let mut package = Package::open(bytes).map_err(|refusal| failed(refusal.why()))?;
    let documents = if package.has(TEXT) {
        docx::read(name, &mut package).map(|document| vec![document])
    } else {
        epub::read(name, &mut package)
    };
    let mut reading = Reading { documents: documents.map_err(failed)?, ..Reading::default() };
    reading.pictures = package.pictures(&reading.documents);
    Ok(Some(reading))
}

/// What a book or a Word file says, block by block. Nothing for any other bytes.
pub(super) fn source(name: &str, bytes: &[u8]) -> Result<Option<Vec<String>>, ReadError> {
    if !is_office(bytes) {
        return Ok(None);
    }
    let failed = |why: String| ReadError::Archive { name: name.to_owned(), why };
    let mut package = Package::open(bytes).map_err(|refusal| failed(refusal.why()))?;
    let said = if package.has(TEXT) {
        docx::source(&mut package)
    } else {
        epub::read(name, &mut package).map(|documents| {
            let of = |document: Document| {
                let given = document.given.clone();
                let facts = [given.source, given.byline, given.date];
                facts.into_iter().flatten().chain(lines(document.pieces())).collect::<Vec<_>>()
            };
            documents.into_iter().flat_map(of).collect()
        })
    };
    said.map(Some).map_err(failed)
}

/// The parts of a file.
struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    budget: Budget,
}

impl<'a> Package<'a> {
    fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        Ok(Self { archive, budget: Budget::of(bytes.len()) })
    }

    fn has(&self, part: &str) -> bool {
        self.archive.index_for_name(part).is_some()
    }

    /// A part's bytes; nothing where there is no such part.
    fn bytes(&mut self, part: &str) -> Result<Option<Vec<u8>>, String> {
        let entry = match self.archive.by_name(part) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(error).why()),
        };
        self.budget.read(entry).map(Some).map_err(|refusal| refusal.why())
    }

    /// A part's text, likewise.
    fn text(&mut self, part: &str) -> Result<Option<String>, String> {
        let decoded = |bytes: Vec<u8>| charset::marked(&bytes).decode(&bytes).0.into_owned();
        Ok(self.bytes(part)?.map(decoded))
    }

    /// The pictures that documents show, by their parts' names. One that cannot be unpacked is as if it were not there.
    fn pictures(&mut self, documents: &[Document]) -> BTreeMap<String, Vec<u8>> {
        let mut pictures = BTreeMap::new();
        for piece in documents.iter().flat_map(Document::pieces) {
            if let Piece::Figure { picture: Some(picture), .. } = piece
                && !pictures.contains_key(&picture.file)
                && let Ok(Some(bytes)) = self.bytes(&picture.file)
            {
                pictures.insert(picture.file.clone(), bytes);
            }
        }
        pictures
    }

    /// The text of a part that must be there.
    fn needed(&mut self, part: &str) -> Result<String, String> {
        self.text(part)?.ok_or_else(|| format!("holds no {part}"))
    }
}

fn damaged(error: ZipError) -> Refusal {
    Refusal::Damaged(error.into())
}

/// Reads a part as XML.
fn xml<'a>(part: &str, text: &'a str) -> Result<Xml<'a>, String> {
    Xml::parse(text).map_err(|error| format!("has a damaged {part}: {error}"))
}

/// The first element of this name, whatever its namespace, below a node.
fn first<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    node.descendants().find(|node| node.is_element() && node.tag_name().name() == name)
}

/// An attribute by its name, whatever its namespace.
fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// A part's name from the folder of another and a path from there (OPC: ECMA-376, part 2, 6.2.2).
fn path(folder: &str, relative: &str) -> String {
    let from = if relative.starts_with('/') { "" } else { folder };
    let mut parts: Vec<&str> = from.split('/').filter(|part| !part.is_empty()).collect();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// What a file says of itself in Dublin Core: title, writers, day, language.
fn of_dublin_core(node: Node<'_, '_>, name: &str) -> Option<String> {
    let texts: Vec<&str> = node
        .descendants()
        .filter(|node| node.tag_name().name() == name)
        .filter_map(|node| node.text())
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .collect();
    match name {
        "creator" => (!texts.is_empty()).then(|| texts.join(", ")),
        _ => texts.first().map(|text| (*text).to_owned()),
    }
}
