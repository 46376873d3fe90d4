//! Word's files (ECMA-376, Office Open XML, part 1): paragraphs with their styles, lists and tables.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::super::collector::Collector;
use super::super::sniff::stem;
use super::super::words::{link, tidy};
use super::super::{Body, Document, Given, Piece, Words};
use super::{Package, TEXT, attribute, of_dublin_core, path, xml};
use crate::model::{Picture, Styling};

const FACTS: &str = "docProps/core.xml";
const STYLES: &str = "word/styles.xml";
const LINKS: &str = "word/_rels/document.xml.rels";
const FOOTNOTES: &str = "word/footnotes.xml";
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
    if let Some(notes) = package.text(FOOTNOTES)? {
        let notes = xml(FOOTNOTES, &notes)?;
        reader.footnotes(notes.root());
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

/// The writer, the day, and the text of each paragraph of the text and its footnotes, changes that were tracked as accepted.
pub(super) fn source(package: &mut Package<'_>) -> Result<Vec<String>, String> {
    let facts = given(package)?;
    let mut lines: Vec<String> = [facts.byline, facts.date].into_iter().flatten().collect();
    for name in [TEXT, FOOTNOTES] {
        lines.extend(part(package, name, |part| {
            let paragraphs = part.descendants().filter(|node| node.tag_name().name() == "p");
            let own = |text: &Node<'_, '_>, paragraph: Node<'_, '_>| {
                text.ancestors().find(|above| above.tag_name().name() == "p") == Some(paragraph)
            };
            let text = |paragraph: Node<'_, '_>| {
                let texts = paragraph.descendants().filter(|node| node.tag_name().name() == "t");
                texts.filter(|t| own(t, paragraph)).filter_map(|t| t.text()).collect::<String>()
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

/// The names of styles by their ids, in lower case: ids are translated, these names are not.
fn style_names(styles: Node<'_, '_>) -> BTreeMap<String, String> {
    let all = styles.descendants().filter(|node| node.tag_name().name() == "style");
    all.filter_map(|style| {
        let name = attribute(child(style, "name")?, "val")?;
        Some((attribute(style, "styleId")?.to_owned(), name.to_lowercase()))
    })
    .collect()
}

/// Where links lead, by their ids.
fn targets(links: Node<'_, '_>) -> BTreeMap<String, String> {
    let all = links.descendants().filter(|node| node.tag_name().name() == "Relationship");
    all.filter_map(|link| {
        Some((attribute(link, "Id")?.to_owned(), attribute(link, "Target")?.to_owned()))
    })
    .collect()
}

/// Which lists are numbered at their first level: by the numbering's id, through its abstract one.
fn numbered(numbering: Node<'_, '_>) -> BTreeMap<String, bool> {
    let elements = |name: &'static str| {
        numbering.descendants().filter(move |node| node.tag_name().name() == name)
    };
    let forms: BTreeMap<&str, bool> = elements("abstractNum")
        .filter_map(|list| {
            let form = list.descendants().find(|node| node.tag_name().name() == "numFmt")?;
            let is_number = attribute(form, "val").is_some_and(|form| form != "bullet");
            Some((attribute(list, "abstractNumId")?, is_number))
        })
        .collect();
    elements("num")
        .filter_map(|list| {
            let form = attribute(child(list, "abstractNumId")?, "val")?;
            let is_number = forms.get(form).copied().unwrap_or_default();
            Some((attribute(list, "numId")?.to_owned(), is_number))
        })
        .collect()
}

#[derive(Default)]
struct Reader {
    styles: BTreeMap<String, String>,
    links: BTreeMap<String, String>,
    numbered: BTreeMap<String, bool>,
    out: Collector,
    /// Whether the author set headings, lists or tables.
    structured: bool,
    title: Option<String>,
    deck: Option<String>,
    /// Whether a list is open.
    in_list: bool,
}

impl Reader {
    /// The paragraphs and tables of a body, a cell or a text box, in order. Never recursive.
    fn blocks(&mut self, body: Node<'_, '_>) {
        let mut stack: Vec<Node<'_, '_>> = body.children().rev().collect();
        while let Some(node) = stack.pop() {
            match node.tag_name().name() {
                "p" => {
                    self.pictures(node);
                    self.paragraph(node);
                    // What stands in a text box stands after the paragraph that holds the box.
                    let boxes: Vec<Node<'_, '_>> = node
                        .descendants()
                        .filter(|node| node.tag_name().name() == "txbxContent" && !is_twin(*node))
                        .collect();
                    stack.extend(boxes.into_iter().rev().flat_map(|text| text.children().rev()));
                }
                "tbl" => self.table(node),
                "sectPr" => {}
                _ => stack.extend(node.children().rev()),
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>) {
        let words = self.words(node);
        if words.text.is_empty() {
            return;
        }
        let properties = child(node, "pPr");
        let style = properties.and_then(|p| attribute(child(p, "pStyle")?, "val"));
        let style = style.unwrap_or_default();
        let style = self.styles.get(style).cloned().unwrap_or_else(|| style.to_lowercase());
        let number = properties.and_then(|p| child(p, "numPr"));
        let list = number.and_then(|n| attribute(child(n, "numId")?, "val"));
        let level = style.strip_prefix("heading").and_then(|n| n.trim().parse::<u8>().ok());
        if let Some(level) = level {
            self.structured = true;
            self.close_list();
            self.out.push(Piece::Heading(level.min(6), words));
        } else if style == "title" && self.title.is_none() {
            self.title = Some(words.text);
        } else if style == "subtitle" && self.deck.is_none() {
            self.structured = true;
            self.deck = Some(words.text);
        } else if style == "caption" {
            self.close_list();
            self.caption(words);
        } else if style.contains("quote") {
            self.structured = true;
            self.close_list();
            self.out.push(Piece::Quote(words));
        } else if list.is_some_and(|list| list != "0") || style.starts_with("list ") {
            self.structured = true;
            if !std::mem::replace(&mut self.in_list, true) {
                let is_number = list.is_some_and(|n| self.numbered.get(n) == Some(&true));
                self.out.open_list(is_number || style.starts_with("list number"));
            }
            self.out.open_item();
            self.out.words(words);
        } else {
            self.close_list();
            self.out.words(words);
        }
    }

    /// The pictures of a paragraph, each with what stands for it (ECMA-376, part 1, 20.2.2.5 and 20.1.8.13).
    fn pictures(&mut self, paragraph: Node<'_, '_>) {
        let blips = paragraph.descendants().filter(|node| node.tag_name().name() == "blip");
        for blip in blips.filter(|blip| !is_twin(*blip)) {
            let Some(target) = attribute(blip, "embed").and_then(|id| self.links.get(id)) else {
                continue;
            };
            let inline = blip.ancestors().find_map(|above| child(above, "docPr"));
            let alt = inline.and_then(|facts| attribute(facts, "descr")).unwrap_or_default();
            let file = path("word", target);
            let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
            let picture = Some(Picture { file, alt, width: 0, height: 0 });
            self.close_list();
            self.out.push(Piece::Figure { picture, text: Words::default(), credit: None });
        }
    }

    /// The words of the picture before, unless that has some or there is none.
    fn caption(&mut self, words: Words) {
        match self.out.pieces.last_mut() {
            Some(Piece::Figure { picture: Some(_), text, .. }) if text.text.is_empty() => {
                *text = words;
            }
            _ => self.out.push(Piece::Figure { picture: None, text: words, credit: None }),
        }
    }

    fn close_list(&mut self) {
        if std::mem::take(&mut self.in_list) {
            self.out.close_list();
        }
    }

    fn table(&mut self, table: Node<'_, '_>) {
        self.structured = true;
        self.close_list();
        let named = |name: &'static str| {
            move |node: &Node<'_, '_>| node.is_element() && node.tag_name().name() == name
        };
        // A table within a table is read as its words.
        let rows: Vec<Vec<Words>> = table
            .children()
            .filter(named("tr"))
            .map(|row| row.children().filter(named("tc")).map(|cell| self.words(cell)).collect())
            .collect();
        if !rows.is_empty() {
            self.out.push(Piece::Table(rows));
        }
    }

    fn footnotes(&mut self, notes: Node<'_, '_>) {
        let all = notes.descendants().filter(|node| node.tag_name().name() == "footnote");
        // The first two are the lines that part notes from text.
        for note in all.filter(|note| attribute(*note, "type").is_none()) {
            let words = self.words(note);
            if !words.text.is_empty() {
                self.out.push(Piece::Note(words));
            }
        }
    }

    /// The words of a paragraph or of all paragraphs in a cell. What was deleted while changes were
    /// tracked is in other elements and stays out; text boxes are read by themselves.
    fn words(&self, node: Node<'_, '_>) -> Words {
        let mut words = Words::default();
        let mut length = 0;
        let mut stack: Vec<Node<'_, '_>> = node.children().rev().collect();
        while let Some(node) = stack.pop() {
            let text = match node.tag_name().name() {
                "t" => node.text().unwrap_or_default(),
                "tab" | "br" | "cr" => " ",
                "noBreakHyphen" => "-",
                "txbxContent" | "Fallback" | "pPr" | "rPr" | "del" => continue,
                "p" if length > 0 => {
                    stack.extend(node.children().rev());
                    " "
                }
                _ => {
                    stack.extend(node.children().rev());
                    continue;
                }
            };
            let end = length + text.chars().count();
            words.text.push_str(text);
            for styling in self.stylings(node) {
                match words.styles.iter_mut().rfind(|(_, known)| *known == styling) {
                    Some((range, _)) if range.end == length => range.end = end,
                    _ => words.styles.push((length..end, styling)),
                }
            }
            length = end;
        }
        tidy(words)
    }

    /// How a run of text was set: bold, italic, a link.
    fn stylings(&self, text: Node<'_, '_>) -> Vec<Styling> {
        let mut stylings = Vec::new();
        let run = text.ancestors().find(|node| node.tag_name().name() == "r");
        let properties = run.and_then(|run| child(run, "rPr"));
        let is_set = |name| {
            let property = properties.and_then(|properties| child(properties, name));
            property.is_some_and(|p| !matches!(attribute(p, "val"), Some("0" | "false" | "none")))
        };
        if is_set("b") {
            stylings.push(Styling::Strong);
        }
        if is_set("i") {
            stylings.push(Styling::Emphasis);
        }
        let anchor = run.and_then(|run| run.parent_element());
        let anchor = anchor.filter(|node| node.tag_name().name() == "hyperlink");
        let target = anchor.and_then(|anchor| self.links.get(attribute(anchor, "id")?));
        stylings.extend(target.and_then(|url| link(url)));
        stylings
    }
}

/// Whether a text box stands there for readers of an older Word, and says what another one says.
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
