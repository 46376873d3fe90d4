//! Articles given as JSON: one a line, one alone, or an array of them.

use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::front_matter::plain;
use super::{Body, Document, Given, Options, Piece, Place, Words};
use crate::model::{Diagnostic, Severity};

/// One article a line. A line that is no article is told and passed over.
pub(super) fn read_lines(
    name: &str,
    text: &str,
    options: &Options,
    found: &mut Vec<Diagnostic>,
) -> Vec<Document> {
    let mut documents = Vec::new();
    let mut start = 0;
    for (n, line) in text.split_inclusive('\n').enumerate() {
        let range = start..start + line.trim_end().len();
        start += line.len();
        if line.trim().is_empty() {
            continue;
        }
        let number = u32::try_from(n + 1).unwrap_or(u32::MAX);
        let place = Place { name, text, line: number, range };
        match serde_json::from_str::<Value>(line) {
            Ok(value) => match article(name, number, &value, options) {
                Some(document) => documents.push(document),
                None => found.push(no_article(place)),
            },
            Err(error) => {
                let message = format!("this line is not JSON: {}", reason(&error));
                let help = "each line is one JSON object; mend it or take it out";
                let code = "json/syntax";
                found.push(place.finding(Severity::Error, code, message, help));
            }
        }
    }
    documents
}

/// One JSON value: an article, or an array of them. One that is no article is told and passed over.
pub(super) fn read(
    name: &str,
    text: &str,
    options: &Options,
    found: &mut Vec<Diagnostic>,
) -> Vec<Document> {
    let values = match elements(text) {
        Ok(values) => values,
        Err(error) => {
            let at = offset(text, error.line(), error.column());
            found.push(no_json(Place::new(name, text, at..at), &error));
            return Vec::new();
        }
    };
    let mut documents = Vec::new();
    let mut line = 1_u32;
    let mut counted = 0;
    for value in values {
        let value = value.get();
        // Both are pieces of one text, so that the distance of their beginnings is a place in it.
        let start = value.as_ptr().addr() - text.as_ptr().addr();
        line = line.saturating_add(lines_in(text.get(counted..start).unwrap_or_default()));
        counted = start;
        let place = Place { name, text, line, range: start..start + value.len() };
        match serde_json::from_str::<Value>(value) {
            Ok(value) => match article(name, line, &value, options) {
                Some(document) => documents.push(document),
                None => found.push(no_article(place)),
            },
            Err(error) => found.push(no_json(place, &error)),
        }
    }
    documents
}

/// The values of an array as they are written, or the one value that there is.
fn elements(text: &str) -> Result<Vec<&RawValue>, serde_json::Error> {
    if text.trim_start().starts_with('[') {
        serde_json::from_str(text)
    } else {
        serde_json::from_str(text).map(|value| vec![value])
    }
}

fn lines_in(text: &str) -> u32 {
    u32::try_from(text.bytes().filter(|byte| *byte == b'\n').count()).unwrap_or(u32::MAX)
}

fn no_json(place: Place<'_>, error: &serde_json::Error) -> Diagnostic {
    let message = format!("this is not JSON: {}", reason(error));
    place.finding(Severity::Error, "json/syntax", message, "mend it")
}

fn no_article(place: Place<'_>) -> Diagnostic {
    let message = "no article: it has neither `title` nor `text` nor `sections`".to_owned();
    let help = r#"an article is {"id","title","date","text"} or {…,"sections":[{"head","text"}]}"#;
    place.finding(Severity::Warning, "json/no-article", message, help)
}

/// `serde_json` ends its messages with the place, which is told otherwise.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.split(" at line ").next().unwrap_or_default().to_owned()
}

/// The byte at a line and column, both from 1; the column counts bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (before + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn article(name: &str, line: u32, value: &Value, options: &Options) -> Option<Document> {
    let fields = value.as_object()?;
    let mut given = Given::default();
    let mut pieces = Vec::new();
    for (theirs, ours) in options.mapped() {
        match at_path(fields, theirs) {
            Some(text) if ours == "text" => paragraphs(&prose(text), &mut pieces),
            Some(value) => {
                given.set(ours, &plain(value));
            }
            None => {}
        }
    }
    for exact in ["id", "title", "byline"] {
        if let Some(value) = fields.get(exact) {
            given.set(exact, &plain(value));
        }
    }
    for (key, value) in fields {
        given.set(key, &plain(value));
    }
    if pieces.is_empty() {
        pieces = self::pieces(fields);
    }
    (given.title.is_some() || !pieces.is_empty()).then(|| Document {
        name: name.to_owned(),
        line,
        given,
        body: Body::Story(pieces),
    })
}

/// The value under a key, or under keys within objects: `meta.headline`. Case does not count.
fn at_path<'a>(fields: &'a Map<String, Value>, path: &str) -> Option<&'a Value> {
    if let Some((_, value)) = fields.iter().find(|(key, _)| key.to_lowercase() == path) {
        return Some(value);
    }
    let (first, rest) = path.split_once('.')?;
    let (_, inner) = fields.iter().find(|(key, _)| key.to_lowercase() == first)?;
    at_path(inner.as_object()?, rest)
}

fn pieces(fields: &Map<String, Value>) -> Vec<Piece> {
    let mut pieces = text_of(fields);
    let sections = fields.get("sections").and_then(Value::as_array);
    for section in sections.into_iter().flatten() {
        let head = ["head", "heading", "title"].iter().find_map(|name| section.get(name));
        let head = head.map(plain).unwrap_or_default();
        if !head.trim().is_empty() {
            pieces.push(Piece::Heading(2, head.trim().into()));
        }
        match section {
            Value::String(text) => paragraphs(text, &mut pieces),
            Value::Object(fields) => pieces.append(&mut text_of(fields)),
            _ => {}
        }
    }
    pieces
}

/// The paragraphs of `text`, or of `body` where that says nothing: many programs write every field, empty or not.
fn text_of(fields: &Map<String, Value>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for text in ["text", "body"].iter().filter_map(|name| fields.get(*name)) {
        if pieces.is_empty() {
            paragraphs(&prose(text), &mut pieces);
        }
    }
    pieces
}

/// A text, or an array of its paragraphs.
fn prose(value: &Value) -> String {
    match value {
        Value::Array(parts) => parts.iter().map(plain).collect::<Vec<_>>().join("\n"),
        _ => plain(value),
    }
}

/// Each line that has something on it is a paragraph.
pub(super) fn paragraphs(text: &str, pieces: &mut Vec<Piece>) {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    pieces.extend(lines.map(|line| Piece::Paragraph(Words::from(line))));
}
