//! EPUB 2 and 3: a book of XHTML, in the order of its spine (EPUB 3.3, 5.6 and 5.7).

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;

use super::super::html;
use super::super::sniff::stem;
use super::super::{Body, Document, Given, Piece};
use super::xhtml;
use super::{CONTAINER, Package, attribute, first, of_dublin_core, path, xml};

/// Each chapter a document, under the book's title, writer and day.
pub(super) fn read(name: &str, package: &mut Package<'_>) -> Result<Vec<Document>, String> {
    let container = package.needed(CONTAINER)?;
    let container = xml(CONTAINER, &container)?;
    let root = first(container.root(), "rootfile")
        .and_then(|file| attribute(file, "full-path"))
        .ok_or("does not say where its contents stand")?;
    let contents = package.needed(root)?;
    let contents = xml(root, &contents)?;
    let book = Given {
        source: of_dublin_core(contents.root(), "title"),
        byline: of_dublin_core(contents.root(), "creator"),
        date: of_dublin_core(contents.root(), "date"),
        language: of_dublin_core(contents.root(), "language"),
        ..Given::default()
    };
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut documents = Vec::new();
    let mut seen = BTreeSet::new();
    for chapter in spine(&contents) {
        let part = path(folder, &chapter);
        // A spine may name a chapter only once (5.7.2); whoever does otherwise could make much of little.
        if !seen.insert(part.clone()) {
            continue;
        }
        let Some(text) = package.text(&part)? else { continue };
        let mut pieces = html::chapter(&xhtml::closed(&text));
        name_pictures(&mut pieces, &part);
        if pieces.is_empty() {
            continue;
        }
        let id = Some(format!("{}-{}", stem(name), stem(&part)));
        documents.push(Document {
            name: name.to_owned(),
            line: 1,
            given: Given { id, ..book.clone() },
            body: Body::Story(pieces),
        });
    }
    Ok(documents)
}

/// A chapter names its pictures from where it stands itself.
fn name_pictures(pieces: &mut [Piece], chapter: &str) {
    let folder = chapter.rsplit_once('/').map_or("", |(folder, _)| folder);
    for piece in pieces {
        if let Piece::Figure { picture: Some(picture), .. } = piece
            && !picture.file.contains(':')
        {
            let file = percent_decode_str(&picture.file).decode_utf8_lossy();
            picture.file = path(folder, &file);
        }
    }
}

/// The chapters in reading order; without the table of contents, which repeats their headings.
fn spine(contents: &roxmltree::Document<'_>) -> Vec<String> {
    let elements = |name: &'static str| {
        contents.descendants().filter(move |node| node.tag_name().name() == name)
    };
    let mut items = BTreeMap::new();
    for item in elements("item") {
        let is_navigation = attribute(item, "properties")
            .is_some_and(|properties| properties.split_whitespace().any(|word| word == "nav"));
        if let (Some(id), Some(href), false) =
            (attribute(item, "id"), attribute(item, "href"), is_navigation)
        {
            items.insert(id, href);
        }
    }
    elements("itemref")
        .filter_map(|item| items.get(attribute(item, "idref")?))
        .map(|href| percent_decode_str(href).decode_utf8_lossy().into_owned())
        .collect()
}
