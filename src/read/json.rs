//! Articles given as JSON: one a line, one alone, or an array of them.

use serde_json::{Map, Value};

use super::front_matter::plain;
use super::{Body, Document, Given, Options, Piece, Place, enclosed, names, prose};
use crate::model::{Diagnostic, Severity};

/// One article a line. A line that is no article is told and passed over; one that is all of the file may hold several.
pub(super) fn read_lines(
    name: &str,
    text: &str,
    options: &Options,
    found: &mut Vec<Diagnostic>,
) -> Vec<Document> {
    if text.trim().lines().nth(1).is_none() {
        return read(name, text, options, found);
    }
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
            Ok(value) => {
                take(article(name, number, &value, options), &value, place, &mut documents, found);
            }
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
    let values = match enclosed::values(text) {
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
            Ok(value) => {
                take(article(name, line, &value, options), &value, place, &mut documents, found);
            }
            Err(error) => found.push(no_json(place, &error)),
        }
    }
    documents
}

fn lines_in(text: &str) -> u32 {
    u32::try_from(text.bytes().filter(|byte| *byte == b'\n').count()).unwrap_or(u32::MAX)
}

fn no_json(place: Place<'_>, error: &serde_json::Error) -> Diagnostic {
    let message = format!("this is not JSON: {}", reason(error));
    place.finding(Severity::Error, "json/syntax", message, "mend it")
}

/// Keeps an article. That one is none is told, and of those that have no text the first.
fn take(
    article: Option<Document>,
    value: &Value,
    place: Place<'_>,
    documents: &mut Vec<Document>,
    found: &mut Vec<Diagnostic>,
) {
    let Some(document) = article else { return found.push(no_article(place)) };
    if document.pieces().is_empty()
        && !found.iter().any(|it| it.code == NO_TEXT)
        && let Some(key) = longest(value)
    {
        let message = "an article has a title and no text".to_owned();
        let help = format!(
            "if its text is in `{key}`, say so in newsprint.toml: fields = {{ text = \"{key}\" }}"
        );
        found.push(place.finding(Severity::Warning, NO_TEXT, message, &help));
    }
    documents.push(document);
}

const NO_TEXT: &str = "json/no-text";

/// The key, unknown to us, whose text is longest.
fn longest(value: &Value) -> Option<&str> {
    let fields = value.as_object()?.iter().filter(|(key, _)| names::field(key).is_none());
    let texts = fields.filter_map(|(key, value)| Some((value.as_str()?.len(), key)));
    texts.max().map(|(_, key)| key.as_str())
}

fn no_article(place: Place<'_>) -> Diagnostic {
    let message = "no article: it has neither a title nor a text nor `sections`".to_owned();
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
            Some(text) if ours == "text" => pieces.append(&mut blocks(text)),
            Some(value) => {
                given.set(ours, &prose::line(&plain(value)));
            }
            None => {}
        }
    }
    for exact in ["id", "title", "byline"] {
        if let Some(value) = fields.get(exact) {
            given.set(exact, &prose::line(&plain(value)));
        }
    }
    for (key, value) in fields {
        if names::field(key).is_some_and(|field| field != "text") {
            given.set(key, &prose::line(&plain(value)));
        }
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
            Value::String(text) => pieces.append(&mut prose::blocks(text)),
            Value::Object(fields) => pieces.append(&mut text_of(fields)),
            _ => {}
        }
    }
    pieces
}

/// The blocks of the likeliest field that says something: many programs write every field, empty or not.
fn text_of(fields: &Map<String, Value>) -> Vec<Piece> {
    let mut left: Vec<&str> = fields.keys().map(String::as_str).collect();
    while let Some(name) = names::text(left.iter().copied()) {
        let pieces = fields.get(name).map(blocks).unwrap_or_default();
        if !pieces.is_empty() {
            return pieces;
        }
        left.retain(|other| *other != name);
    }
    Vec::new()
}

/// A text, or an array of its paragraphs.
fn blocks(value: &Value) -> Vec<Piece> {
    match value {
        Value::Array(parts) => {
            prose::blocks(&parts.iter().map(plain).collect::<Vec<_>>().join("\n"))
        }
        _ => prose::blocks(&plain(value)),
    }
}
