//! Articles given as a table: comma-, semicolon- or tab-separated, one row an article.

use csv::{Reader, ReaderBuilder, StringRecord};

use super::{Body, Document, Given, Options, Place, names, prose};
use crate::model::{Diagnostic, Severity};

/// Whether a text is a table of articles: its first row names a title or a text, and one field more.
pub(super) fn is_table(text: &str) -> bool {
    if !head(text).bytes().any(|byte| DELIMITERS.contains(&byte)) {
        return false;
    }
    let fields: Vec<&str> = headers(text).iter().filter_map(names::field).collect();
    let has = |name: &str| fields.contains(&name);
    fields.len() >= 2 && (has("title") || has("text"))
}

/// Reads each row as an article; columns that say nothing of one are told once.
pub(super) fn read(
    name: &str,
    text: &str,
    options: &Options,
    found: &mut Vec<Diagnostic>,
) -> Vec<Document> {
    let headers = headers(text);
    let fields = fields(&headers, options);
    let head = head(text).len();
    let place = |text| Place::new(name, text, 0..head);
    if !fields.iter().flatten().any(|field| field == "title" || field == "text") {
        let message = "no column is called `title` or `text`, so no row is an article".to_owned();
        let help = "name the columns in the first row (id, title, date, text, author, source, label), or in newsprint.toml: [fields] title = \"headline\"";
        found.push(place(text).finding(Severity::Error, "csv/columns", message, help));
        return Vec::new();
    }
    found.extend(unused(&headers, &fields, place(text)));
    let mut documents = Vec::new();
    let (mut reader, mark) = (reader(text), delimiter(text));
    for row in reader.records() {
        match row {
            Ok(row) => {
                if row.iter().skip(fields.len()).any(|cell| !cell.trim().is_empty()) {
                    found.push(too_many(name, text, &row, fields.len()));
                }
                documents.extend(article(name, &fields, &row, mark));
            }
            Err(error) => {
                let message = format!("a row cannot be read: {error}");
                let code = "csv/syntax";
                found.push(place(text).finding(Severity::Error, code, message, "mend the row"));
                break;
            }
        }
    }
    documents
}

/// What is told of columns that say nothing of an article.
fn unused(
    headers: &StringRecord,
    fields: &[Option<String>],
    place: Place<'_>,
) -> Option<Diagnostic> {
    let unknown: Vec<&str> = headers
        .iter()
        .zip(fields)
        .filter(|(header, field)| field.is_none() && !header.trim().is_empty())
        .map(|(header, _)| header)
        .collect();
    let message = format!("columns that are not used: {}", unknown.join(", "));
    let help = "the columns read are id, title, date, text, author, source and label";
    let told = || place.finding(Severity::Note, "csv/unknown-column", message, help);
    (!unknown.is_empty()).then(told)
}

/// What is told of a row with more cells than there are columns.
fn too_many(name: &str, text: &str, row: &StringRecord, columns: usize) -> Diagnostic {
    let (line, byte) = row.position().map_or((1, 0), |at| (at.line(), at.byte()));
    let start = usize::try_from(byte).unwrap_or(text.len());
    // Empty lines before a row are counted to it.
    let rest = text.get(start..).unwrap_or_default();
    let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    let start = start + blank;
    let end = start + rest.get(blank..).and_then(|row| row.lines().next()).map_or(0, str::len);
    let line = u32::try_from(line).unwrap_or(u32::MAX);
    let place = Place { name, text, line, range: start..end };
    let message = format!("{} cells in a table of {columns} columns", row.len());
    let help = "put quotation marks around a text that holds the mark between cells; what is too much was read as text";
    place.finding(Severity::Warning, "csv/too-many-cells", message, help)
}

/// Each cell after its column's name.
pub(super) fn source(text: &str) -> Vec<String> {
    let headers = headers(text);
    let mut reader = reader(text);
    let rows = reader.records().map_while(Result::ok);
    let cells = |row: StringRecord| {
        let cell = |(n, value): (usize, &str)| {
            let name = headers.get(n).unwrap_or_default();
            prose::said(value).iter().map(|line| format!("{name}: {line}")).collect::<Vec<_>>()
        };
        row.iter().enumerate().flat_map(cell).collect::<Vec<_>>()
    };
    rows.flat_map(cells).collect()
}

/// One article, or none for a row without text and title. Cells beyond the last column go on with it where it is the
/// text, which then held the mark between cells, and are paragraphs otherwise.
fn article(
    name: &str,
    fields: &[Option<String>],
    row: &StringRecord,
    mark: u8,
) -> Option<Document> {
    let mut given = Given::default();
    let mut text = String::new();
    for (field, value) in fields.iter().zip(row) {
        match field.as_deref() {
            Some("text") => {
                text.push('\n');
                text.push_str(value);
            }
            Some(field) => {
                given.set(field, &prose::line(value));
            }
            None => {}
        }
    }
    let ends_in_text = fields.last().is_some_and(|field| field.as_deref() == Some("text"));
    let mark = if ends_in_text { char::from(mark) } else { '\n' };
    let mut further: Vec<&str> = row.iter().skip(fields.len()).collect();
    // A row may end with marks and nothing between them.
    while further.pop_if(|cell| cell.trim().is_empty()).is_some() {}
    for cell in further {
        text.push(mark);
        text.push_str(cell);
    }
    let pieces = prose::blocks(&text);
    let line = row.position().map_or(1, csv::Position::line);
    (given.title.is_some() || !pieces.is_empty()).then(|| Document {
        name: name.to_owned(),
        line: u32::try_from(line).unwrap_or(u32::MAX),
        given,
        body: Body::Story(pieces),
    })
}

fn reader(text: &str) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(delimiter(text)).flexible(true).from_reader(text.as_bytes())
}

fn headers(text: &str) -> StringRecord {
    reader(text).headers().cloned().unwrap_or_default()
}

/// The first row: the first line, and those into which a cell in quotation marks goes on.
fn head(text: &str) -> &str {
    let mut quotes = 0;
    let mut length = 0;
    for line in text.split_inclusive('\n') {
        length += line.len();
        quotes += line.bytes().filter(|byte| *byte == b'"').count();
        if quotes % 2 == 0 {
            break;
        }
    }
    text.get(..length).unwrap_or(text).trim_end_matches(['\r', '\n'])
}

/// The field of an article that each column holds, if any.
fn fields(headers: &StringRecord, options: &Options) -> Vec<Option<String>> {
    let own = |header: &str| options.field(header.trim()).map(str::to_owned);
    // A column that the author names comes before one that is guessed.
    let taken = |field: &String| headers.iter().any(|header| own(header).as_ref() == Some(field));
    let guessed =
        |header: &str| names::field(header).map(str::to_owned).filter(|field| !taken(field));
    let text = names::text(headers.iter());
    let is_second = |header: &str| names::field(header) == Some("text") && Some(header) != text;
    let field = |header| own(header).or_else(|| guessed(header).filter(|_| !is_second(header)));
    headers.iter().map(field).collect()
}

/// What may stand between fields. Of equals the last counts: the comma, for which the format is named.
const DELIMITERS: [u8; 3] = [b'\t', b';', b','];

/// The mark that the first row has most of.
fn delimiter(text: &str) -> u8 {
    let first = head(text);
    let count = |mark: u8| first.bytes().filter(|byte| *byte == mark).count();
    DELIMITERS.into_iter().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}
