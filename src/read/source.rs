//! What a file says, as far as somebody could read it: the text to hold articles against.

use serde_json::Value;

use super::{Format, Options, Piece, ReadError, Words, decode, html, office, prose};

/// The text of a file without what its format alone needs: of a web page, a Word file or a book each block as a line, of JSON
/// and tables each field as one, after its name. Markdown and pasted pages are as they were written.
///
/// # Errors
/// As [`read`](super::read()).
pub fn source(name: &str, bytes: &[u8], options: &Options) -> Result<String, ReadError> {
    if let Some(lines) = office::source(name, bytes)? {
        return Ok(lines.join("\n"));
    }
    let (text, _) = decode::decode(name, bytes, options.encoding())?;
    let lines = match Format::of(name, &text) {
        Format::Text | Format::Markdown => return Ok(text.into_owned()),
        Format::Html => html::source(&text),
        Format::Csv => super::csv::source(&text),
        Format::Json => match serde_json::from_str(&text) {
            Ok(value) => fields(&value),
            Err(_) => return Ok(text.into_owned()),
        },
        Format::JsonLines => text.lines().flat_map(line).collect(),
    };
    Ok(lines.join("\n"))
}

/// A file's text as it was decoded, in which diagnostics have their places; `None` where the file is no text, but a Word file or
/// a book.
#[must_use]
pub fn decoded(name: &str, bytes: &[u8], options: &Options) -> Option<String> {
    decode::decode(name, bytes, options.encoding()).ok().map(|(text, _)| text.into_owned())
}

fn line(line: &str) -> Vec<String> {
    serde_json::from_str(line).map_or_else(|_| vec![line.to_owned()], |value| fields(&value))
}

/// Each value within a value that is neither object nor array, after the names that lead to it.
fn fields(value: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    let mut open = vec![(String::new(), value)];
    while let Some((name, value)) = open.pop() {
        let below =
            |key: &str| if name.is_empty() { key.to_owned() } else { format!("{name}.{key}") };
        match value {
            Value::Object(inner) => {
                open.extend(inner.iter().rev().map(|(key, value)| (below(key), value)));
            }
            Value::Array(inner) => {
                open.extend(inner.iter().rev().map(|value| (name.clone(), value)));
            }
            Value::String(text) => {
                lines.extend(prose::said(text).iter().map(|line| format!("{name}: {line}")));
            }
            other => lines.push(format!("{name}: {other}")),
        }
    }
    lines
}

/// Each string of some blocks.
pub(super) fn lines(pieces: &[Piece]) -> Vec<String> {
    let own = |words: &Words| words.text.clone();
    let of = |piece: &Piece| match piece {
        Piece::Heading(_, words)
        | Piece::Paragraph(words)
        | Piece::Quote(words)
        | Piece::Note(words) => vec![own(words)],
        Piece::Figure { picture, text, credit } => {
            let alt = picture.as_ref().map(|picture| picture.alt.clone());
            alt.into_iter().chain([own(text)]).chain(credit.clone()).collect()
        }
        Piece::List { items, .. } => items.iter().map(own).collect(),
        Piece::Code(text) => vec![text.clone()],
        Piece::Table(rows) => rows.iter().flatten().map(own).collect(),
    };
    pieces.iter().flat_map(of).filter(|line| !line.trim().is_empty()).collect()
}
