//! The facts that stand before a Markdown file's text.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use super::{Given, Place};
use crate::model::{Diagnostic, Severity};

/// Which language a front matter is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    /// Between lines of `---`.
    Yaml,
    /// Between lines of `+++`.
    Toml,
}

/// The front matter that a text begins with: its syntax, its range and where the text proper begins.
pub(super) fn split(text: &str) -> Option<(Syntax, Range<usize>, usize)> {
    let first = text.lines().next()?;
    let syntax = match first.trim_end() {
        "---" => Syntax::Yaml,
        "+++" => Syntax::Toml,
        _ => return None,
    };
    let start = text.find('\n')? + 1;
    let mut at = start;
    for line in text.get(start..)?.split_inclusive('\n') {
        let end = at + line.len();
        if line.trim_end() == first.trim_end()
            || (syntax == Syntax::Yaml && line.trim_end() == "...")
        {
            // A page may begin with a rule; front matter has a field.
            let fields = text.get(start..at)?;
            let is_front_matter = match syntax {
                Syntax::Yaml => fields.contains(':') || fields.trim().is_empty(),
                Syntax::Toml => true,
            };
            return is_front_matter.then_some((syntax, start..at, end));
        }
        at = end;
    }
    None
}

/// The fields of a front matter that say something of the story.
pub(super) fn fields(
    name: &str,
    text: &str,
    syntax: Syntax,
    range: Range<usize>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Given {
    let source = text.get(range.clone()).unwrap_or_default();
    let fields = match syntax {
        Syntax::Yaml if source.trim().is_empty() => Ok(BTreeMap::new()),
        Syntax::Yaml => serde_saphyr::from_str::<BTreeMap<String, Value>>(source)
            .map_err(|error| error.to_string())
            .map(|fields| fields.iter().map(|(k, v)| (k.clone(), plain(v))).collect()),
        Syntax::Toml => toml::from_str::<toml::Table>(source)
            .map_err(|error| error.message().to_owned())
            .map(|fields| fields.iter().map(|(k, v)| (k.clone(), plain_toml(v))).collect()),
    };
    let mut given = Given::default();
    match fields {
        Ok(fields) => {
            // Of two names for one field the more exact one, which the order below puts first, stays.
            for exact in ["id", "title", "byline"] {
                if let Some(value) = fields.get(exact) {
                    given.set(exact, value);
                }
            }
            for (key, value) in &fields {
                given.set(key, value);
            }
        }
        Err(why) => {
            let message = format!("the front matter cannot be read: {}", first_line(&why));
            let help = "mend it, or put quotation marks around the value";
            let code = "front-matter/syntax";
            let place = Place::new(name, text, range);
            diagnostics.push(place.finding(Severity::Warning, code, message, help));
        }
    }
    given
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// Keys under which an object says what stands for the whole: a name of somebody, the text of a `WordPress` or Drupal field.
const WITHIN: [&str; 3] = ["name", "rendered", "value"];

/// A value as text: names in a list with a comma between them, nothing for what is nested deeper.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(values) => {
            let names: Vec<String> = values.iter().map(plain).filter(|v| !v.is_empty()).collect();
            names.join(", ")
        }
        Value::Object(fields) => {
            WITHIN.iter().find_map(|key| fields.get(*key)).map(plain).unwrap_or_default()
        }
        Value::Null | Value::Bool(_) => String::new(),
    }
}

fn plain_toml(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Integer(number) => number.to_string(),
        toml::Value::Float(number) => number.to_string(),
        toml::Value::Datetime(date) => date.to_string(),
        toml::Value::Array(values) => {
            let names: Vec<String> =
                values.iter().map(plain_toml).filter(|v| !v.is_empty()).collect();
            names.join(", ")
        }
        toml::Value::Table(fields) => fields.get("name").map(plain_toml).unwrap_or_default(),
        toml::Value::Boolean(_) => String::new(),
    }
}
