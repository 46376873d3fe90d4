//! Word's files (ECMA-376, Office Open XML, part 1): paragraphs with their styles, lists and tables.

mod blocks;
mod names;
mod words;

use std::collections::BTreeMap;

use names::{numbered, style_names, targets};
use roxmltree::Node;

use super::super::collector::Collector;
use super::super::sniff::stem;
use super::super::{Body, Document, Given, Piece};
use super::{Package, TEXT, of_dublin_core, xml};

const FACTS: &str = "docProps/core.xml";
const STYLES: &str = "word/styles.xml";
const LINKS: &str = "word/_rels/document.xml.rels";
const NOTES: [&str; 2] = ["word/footnotes.xml", "word/endnotes.xml"];
const NUMBERING: &str = "word/numbering.xml";

/// The text with its headings, lists and tables. Where nobody set any, it is a page as pasted.
pub(super) fn read(name: &str, package: &mut Package<'_>) -> Result<Document, String> {
    let text = package.needed(TEXT)?;
    let text = xml(TEXT, &text)?;
    let mut reader = Reader {
        styles: part(package, STYLES, style_names)?,
        links: part(package, LINKS, targets)?,
        numbered: part(package, NUMBERING, numbered)?,
        ..Reader::default()
    };
    let mut given = given(package)?;
    given.id = Some(stem(name).to_owned());
    if let Some(body) = super::first(text.root(), "body") {
        reader.blocks(body);
    }
    for name in NOTES {
        if let Some(notes) = package.text(name)? {
            reader.notes(xml(name, &notes)?.root());
        }
    }
    let Reader { out, structured, title, deck, .. } = reader;
    given.deck = deck;
    let body = if structured || title.is_some() {
        given.title = title.or(given.title);
        Body::Story(out.pieces)
    } else {
        given = Given { id: None, ..Given::default() };
        Body::Page(as_page(&out.pieces))
    };
    Ok(Document { name: name.to_owned(), line: 1, given, body })
}

/// The writer, the day, and the text of each paragraph of the text and its notes, changes that were tracked as accepted.
pub(super) fn source(package: &mut Package<'_>) -> Result<Vec<String>, String> {
    let facts = given(package)?;
    let mut lines: Vec<String> = [facts.byline, facts.date].into_iter().flatten().collect();
    for name in [TEXT].into_iter().chain(NOTES) {
        lines.extend(part(package, name, |part| {
            let paragraphs = part.descendants().filter(|node| node.tag_name().name() == "p");
            let text = |paragraph: Node<'_, '_>| {
                let texts = own(paragraph).filter(|node| node.tag_name().name() == "t");
                texts.filter_map(|t| t.text()).collect::<String>()
            };
            paragraphs.filter(|it| !is_twin(*it)).map(text).collect::<Vec<_>>()
        })?);
    }
    Ok(lines)
}

fn part<T: Default>(
    package: &mut Package<'_>,
    name: &str,
    read: fn(Node<'_, '_>) -> T,
) -> Result<T, String> {
    match package.text(name)? {
        Some(text) => Ok(read(xml(name, &text)?.root())),
        None => Ok(T::default()),
    }
}

fn given(package: &mut Package<'_>) -> Result<Given, String> {
    part(package, FACTS, |facts| Given {
        byline: of_dublin_core(facts, "creator"),
        date: of_dublin_core(facts, "created").and_then(|day| day.get(..10).map(str::to_owned)),
        ..Given::default()
    })
}

/// What a text's pieces are read with, and what has been read.
#[derive(Default)]
struct Reader {
    /// The names of styles by their ids.
    styles: BTreeMap<String, String>,
    /// Where links lead, by their ids.
    links: BTreeMap<String, String>,
    /// Whether each level of a list is numbered, by its numbering's id.
    numbered: BTreeMap<String, Vec<bool>>,
    /// The pieces so far.
    out: Collector,
    /// Whether the author set headings, lists or tables.
    structured: bool,
    /// The first paragraph in the title's style.
    title: Option<String>,
    /// The first in the subtitle's.
    deck: Option<String>,
    /// The open lists, outermost first: whether each is numbered.
    lists: Vec<bool>,
}

/// What stands in a paragraph, a cell or a table itself, in order: text boxes are given, and what stands in them is
/// not. Whoever reads each box's blocks for themselves so comes to everything once.
fn own<'a, 'input>(block: Node<'a, 'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    let mut stack: Vec<Node<'a, 'input>> = block.children().rev().collect();
    std::iter::from_fn(move || {
        loop {
            let node = stack.pop()?;
            let name = node.tag_name().name();
            if is_silent(name) {
                continue;
            }
            if name != "txbxContent" {
                stack.extend(node.children().rev());
            }
            return Some(node);
        }
    })
}

/// Whether an element holds no text of readers: how something is set, what stands there for an older Word and says
/// what another element says, what was deleted while changes were tracked, or moved elsewhere.
fn is_silent(name: &str) -> bool {
    matches!(name, "pPr" | "rPr" | "Fallback" | "del" | "moveFrom")
}

/// Whether a paragraph stands there for readers of an older Word.
fn is_twin(node: Node<'_, '_>) -> bool {
    node.ancestors().any(|above| above.tag_name().name() == "Fallback")
}

fn child<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    node.children().find(|node| node.is_element() && node.tag_name().name() == name)
}

/// Paragraphs as one would paste them, with an empty line between.
fn as_page(pieces: &[Piece]) -> String {
    let lines = pieces.iter().filter_map(|piece| match piece {
        Piece::Paragraph(words) | Piece::Note(words) | Piece::Figure { text: words, .. } => {
            Some(words.text.as_str())
        }
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n\n")
}
