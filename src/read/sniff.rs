//! Which format a file is in, by its content before its name.

use serde_json::Value;

/// What files of articles are called, in lower case: those looked for in folders and archives.
pub const ENDINGS: [&str; 17] = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "jsonl", "ndjson", "json", "csv",
    "tsv", "docx", "epub", "zip", "gz", "xz",
];

/// What pictures beside articles are called, likewise.
pub const PICTURES: [&str; 5] = ["jpg", "jpeg", "png", "gif", "webp"];

/// Whether a name ends as one of a file of articles.
pub(super) fn is_readable(name: &str) -> bool {
    ENDINGS.contains(&extension(name).as_str())
}

/// Whether a name ends as one of a picture that may come along.
pub(super) fn is_picture(name: &str) -> bool {
    PICTURES.contains(&extension(name).as_str())
}

/// The formats that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A pasted page.
    Text,
    /// `CommonMark`, with front matter or without.
    Markdown,
    /// One JSON value: an article or an array of them.
    Json,
    /// One article a line.
    JsonLines,
    /// A table, one row an article.
    Csv,
    /// A web page.
    Html,
}

impl Format {
    /// Tells the format by the content, and by the extension of `name` where the content leaves it open.
    #[must_use]
    pub fn of(name: &str, text: &str) -> Self {
        let extension = extension(name);
        let start = text.trim_start();
        if is_html(start, &extension) {
            return Self::Html;
        }
        if start.starts_with('{') || start.starts_with('[') {
            let first_line = start.lines().next().unwrap_or_default();
            let is_value = |json: &str| serde_json::from_str::<Value>(json).is_ok();
            match extension.as_str() {
                _ if first_line.starts_with('{') && is_value(first_line) => return Self::JsonLines,
                "jsonl" | "ndjson" => return Self::JsonLines,
                "json" => return Self::Json,
                _ if is_value(start) => return Self::Json,
                _ => {}
            }
        }
        let named = matches!(extension.as_str(), "md" | "markdown" | "mdown" | "mkd");
        if named || super::front_matter::split(text).is_some() || is_headed(start) {
            return Self::Markdown;
        }
        match extension.as_str() {
            "jsonl" | "ndjson" if !start.is_empty() => Self::JsonLines,
            "json" if !start.is_empty() => Self::Json,
            "csv" | "tsv" if !start.is_empty() => Self::Csv,
            _ if super::csv::is_table(text) => Self::Csv,
            _ => Self::Text,
        }
    }
}

/// Whether a text opens with an ATX heading (`CommonMark` 0.31, 4.2) and holds another: a hash sign
/// alone also begins a comment or a hashtag.
fn is_headed(text: &str) -> bool {
    let heading = |line: &str| {
        let rest = line.trim_start_matches('#');
        let level = line.len() - rest.len();
        (1..=6).contains(&level) && rest.starts_with(' ') && !rest.trim().is_empty()
    };
    let mut lines = text.lines();
    lines.next().is_some_and(heading)
        && (lines.clone().any(heading) || lines.next().is_some_and(|line| line.trim().is_empty()))
}

/// Whether a text is a web page or the copied source of one. Markdown too may begin with a tag, and a
/// text about tags with one alone.
fn is_html(text: &str, extension: &str) -> bool {
    let mut start = text;
    // Browsers note above the page where it was saved from; XHTML begins with its declaration.
    loop {
        let end = match start {
            _ if start.starts_with("<!--") => start.split_once("-->"),
            _ if start.starts_with("<?xml") => start.split_once("?>"),
            _ => None,
        };
        let Some((_, rest)) = end else { break };
        start = rest.trim_start();
    }
    let whole = ["<!doctype html", "<html", "<head>", "<body"];
    let part = ["<article", "<main", "<section", "<div", "<p>", "<p ", "<h1", "<meta ", "<title>"];
    let begins = |tags: &[&str]| tags.iter().any(|tag| starts_ignoring_case(start, tag));
    match extension {
        "html" | "htm" | "xhtml" | "shtml" => start.starts_with('<'),
        "md" | "markdown" | "mdown" | "mkd" => begins(&whole),
        _ => begins(&whole) || begins(&part) && start.contains("</"),
    }
}

fn starts_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// The name's extension in lower case, or nothing.
fn extension(name: &str) -> String {
    let file = file_name(name);
    file.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

/// The name without folders and extension.
pub(super) fn stem(name: &str) -> &str {
    let file = file_name(name);
    match file.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => file,
    }
}

fn file_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_comes_before_extension() {
        let cases = [
            ("a.txt", "港口日報\n\n- 一項。", Format::Text),
            ("a.txt", "---\ntitle: Tide\n---\nText.", Format::Markdown),
            ("a.txt", "# Tide\n\nText.", Format::Markdown),
            ("a.txt", "#港口 #潮水\n\n清晨。", Format::Text),
            ("a.md", "Text.", Format::Markdown),
            ("a.txt", "{\"id\":\"1\"}\n{\"id\":\"2\"}", Format::JsonLines),
            ("a.txt", "[\n{\"id\":\"1\"}]", Format::Json),
            ("a.txt", "[社評] 潮水退去", Format::Text),
            ("a.json", "{\n\"id\":\"1\"\n}", Format::Json),
            ("a.jsonl", "{\"id\":\n{\"id\":\"2\"}", Format::JsonLines),
            ("a.txt", "<!DOCTYPE html><p>x", Format::Html),
            ("a.txt", "<!-- saved from url=(0014)about:internet -->\n<html>x", Format::Html),
            ("a.txt", "<p>潮水退去</p>", Format::Html),
            ("a.md", "<p>潮水退去</p>", Format::Markdown),
            ("a.txt", "<潮水>退去", Format::Text),
            ("a.txt", "title,text\nTide,Out.", Format::Csv),
            ("a.txt", "Title, he said, and text, are words.", Format::Text),
            ("a.csv", "a,b", Format::Csv),
            ("a", "", Format::Text),
        ];
        for (name, text, format) in cases {
            assert_eq!(Format::of(name, text), format, "{name} {text}");
        }
    }

    #[test]
    fn a_stem_has_no_folder_and_no_extension() {
        assert_eq!(stem("a/b.c/d.e.md"), "d.e");
        assert_eq!(stem(".md"), ".md");
        assert_eq!(stem("x"), "x");
    }
}
