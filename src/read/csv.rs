//! Articles given as a table: comma-, semicolon- or tab-separated, one row an article.

use csv::{Reader, ReaderBuilder, StringRecord};

use super::json::paragraphs;
use super::{Body, Document, Given, Options, Place};
use crate::model::{Diagnostic, Severity};

/// Column names in Chinese and other names of a field, and the field's own. Compared in lower case.
const NAMES: [(&str, &str); 36] = [
    ("編號", "id"),
    ("编号", "id"),
    ("標題", "title"),
    ("标题", "title"),
    ("題目", "title"),
    ("题目", "title"),
    ("name", "title"),
    ("日期", "date"),
    ("發布日期", "date"),
    ("发布日期", "date"),
    ("時間", "date"),
    ("时间", "date"),
    ("published_at", "date"),
    ("pubdate", "date"),
    ("內容", "text"),
    ("内容", "text"),
    ("內文", "text"),
    ("正文", "text"),
    ("全文", "text"),
    ("text", "text"),
    ("body", "text"),
    ("content", "text"),
    ("article", "text"),
    ("作者", "author"),
    ("記者", "author"),
    ("记者", "author"),
    ("來源", "source"),
    ("来源", "source"),
    ("publisher", "source"),
    ("標籤", "label"),
    ("标签", "label"),
    ("欄目", "label"),
    ("栏目", "label"),
    ("category", "label"),
    ("section", "label"),
    ("語言", "language"),
];

/// Whether a text is a table of articles: its first line names a title or a text, and one field more.
pub(super) fn is_table(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    if !first.bytes().any(|byte| DELIMITERS.contains(&byte)) {
        return false;
    }
    let fields: Vec<String> = headers(text).iter().filter_map(field).collect();
    let has = |name: &str| fields.iter().any(|field| field == name);
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
    let head = text.lines().next().unwrap_or_default();
    let place = |text| Place::new(name, text, 0..head.len());
    if !fields.iter().flatten().any(|field| field == "title" || field == "text") {
        let message = "no column is called `title` or `text`, so no row is an article".to_owned();
        let help = "name the columns in the first row (id, title, date, text, author, source, label), or in newsprint.toml: [fields] title = \"headline\"";
        found.push(place(text).finding(Severity::Error, "csv/columns", message, help));
        return Vec::new();
    }
    let unknown: Vec<&str> = headers
        .iter()
        .zip(&fields)
        .filter(|(header, field)| field.is_none() && !header.trim().is_empty())
        .map(|(header, _)| header)
        .collect();
    if !unknown.is_empty() {
        let message = format!("columns that are not used: {}", unknown.join(", "));
        let help = "the columns read are id, title, date, text, author, source and label";
        found.push(place(text).finding(Severity::Note, "csv/unknown-column", message, help));
    }
    let mut documents = Vec::new();
    for row in reader(text).records() {
        match row {
            Ok(row) => documents.extend(article(name, &fields, &row)),
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

/// Each cell after its column's name.
pub(super) fn source(text: &str) -> Vec<String> {
    let headers = headers(text);
    let mut reader = reader(text);
    let rows = reader.records().map_while(Result::ok);
    let cells = |row: StringRecord| {
        let cell =
            |(n, value): (usize, &str)| format!("{}: {value}", headers.get(n).unwrap_or_default());
        row.iter().enumerate().map(cell).collect::<Vec<_>>()
    };
    rows.flat_map(cells).collect()
}

/// One article, or none for a row without text and title.
fn article(name: &str, fields: &[Option<String>], row: &StringRecord) -> Option<Document> {
    let mut given = Given::default();
    let mut pieces = Vec::new();
    for (field, value) in fields.iter().zip(row) {
        match field.as_deref() {
            Some("text") => paragraphs(value, &mut pieces),
            Some(field) => {
                given.set(field, value);
            }
            None => {}
        }
    }
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
    let first = text.lines().next().unwrap_or_default();
    reader(first).headers().cloned().unwrap_or_default()
}

/// The field of an article that each column holds, if any.
fn fields(headers: &StringRecord, options: &Options) -> Vec<Option<String>> {
    let own = |header: &str| options.field(header.trim()).map(str::to_owned);
    // A column that the author names comes before one that is guessed.
    let taken = |field: &String| headers.iter().any(|header| own(header).as_ref() == Some(field));
    let guessed = |header: &str| field(header).filter(|field| !taken(field));
    headers.iter().map(|header| own(header).or_else(|| guessed(header))).collect()
}

/// The field of an article that a column's name stands for.
fn field(header: &str) -> Option<String> {
    let header = header.trim().to_lowercase();
    let listed = NAMES.iter().find(|(name, _)| *name == header).map(|(_, field)| *field);
    let field = listed.map_or(header, str::to_owned);
    (field == "text" || Given::default().set(&field, "")).then_some(field)
}

/// What may stand between fields. Of equals the last counts: the comma, for which the format is named.
const DELIMITERS: [u8; 3] = [b'\t', b';', b','];

/// The mark that the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: u8| first.bytes().filter(|byte| *byte == mark).count();
    DELIMITERS.into_iter().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}
