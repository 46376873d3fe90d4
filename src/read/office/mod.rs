//! Books and word processors' files: ZIP archives of XML.

mod docx;
mod epub;

use std::io::Cursor;

use roxmltree::{Document as Xml, Node};
use zip::ZipArchive;
use zip::result::ZipError;

use super::budget::{Budget, Refusal};
use super::{Document, ReadError, charset};

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
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Option<Vec<Document>>, ReadError> {
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
    documents.map(Some).map_err(failed)
}

/// The parts of a file.
struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    budget: Budget,
}

impl<'a> Package<'a> {
    fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        Ok(Self { archive, budget: Budget::default() })
    }

    fn has(&self, part: &str) -> bool {
        self.archive.index_for_name(part).is_some()
    }

    /// A part's text; nothing where there is no such part.
    fn text(&mut self, part: &str) -> Result<Option<String>, String> {
        let entry = match self.archive.by_name(part) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(error).why()),
        };
        let packed = entry.compressed_size();
        let bytes = self.budget.read(entry, packed).map_err(|refusal| refusal.why())?;
        let encoding = charset::marked(&bytes);
        Ok(Some(encoding.decode(&bytes).0.into_owned()))
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
