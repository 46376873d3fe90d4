//! What is wrong with a file of settings, where, and what was probably meant.

use std::ops::Range;
use std::path::Path;

use newsprint::annotate::CorrectionsError;
use newsprint::model::{Diagnostic, Severity};
use toml::Spanned;

use crate::draw::{Also, Refused};

/// What is wrong with a settings file, and where in it.
#[derive(Debug)]
pub(crate) struct Wrong {
    pub(crate) message: String,
    /// In bytes.
    pub(crate) range: Range<usize>,
    pub(crate) help: Option<String>,
    /// Another place that it contradicts.
    pub(crate) also: Option<Also>,
}

impl Wrong {
    /// From a place in bytes.
    fn new(range: Range<usize>, message: impl Into<String>) -> Self {
        Self { message: message.into(), range, help: None, also: None }
    }

    /// From a value.
    pub(crate) fn at<T>(value: &Spanned<T>, message: &str) -> Self {
        Self::new(value.span(), message)
    }

    /// From what is wrong with an `entities.toml`.
    pub(crate) fn in_entities(error: CorrectionsError, source: &str) -> Self {
        let range = |line: u32| {
            let before = source.split_inclusive('\n').take(line.saturating_sub(1) as usize);
            let start = before.map(str::len).sum();
            let text = source.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
            start..start + text.len()
        };
        let also = |(line, label)| Also { range: range(line), line, label };
        let wrong =
            Self::new(error.range.clone().unwrap_or_else(|| range(error.line)), error.message);
        Self { also: error.other.map(also), ..wrong }
    }

    /// Says what to do about it.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// Names the file.
    pub(crate) fn refuse(self, path: &Path, source: &str) -> Refused {
        let before = source.get(..self.range.start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let diagnostic = Diagnostic {
            severity: Severity::Error,
            code: "settings/wrong".to_owned(),
            message: self.message,
            file: path.display().to_string(),
            line: u32::try_from(line).unwrap_or(u32::MAX),
            text: source.get(self.range.clone()).unwrap_or_default().to_owned(),
            range: self.range,
            help: self.help,
        };
        Refused { diagnostic, source: source.to_owned(), also: self.also }
    }
}

/// The parser's error, with the word that was probably meant.
pub(crate) fn explain(error: &toml::de::Error, source: &str) -> Wrong {
    let range = error.span().unwrap_or_default();
    let written = source.get(range.clone()).unwrap_or_default().trim_matches(['"', '\'']);
    let message = error.message().lines().next().unwrap_or_default().to_owned();
    // The parser lists what it expected between backquotes.
    let expected: Vec<&str> = match message.split_once("expected") {
        Some((_, list)) if message.starts_with("unknown") => {
            list.split('`').skip(1).step_by(2).collect()
        }
        _ => Vec::new(),
    };
    let nearest = expected
        .iter()
        .map(|known| (strsim::damerau_levenshtein(known, &written.to_lowercase()), known))
        .filter(|(distance, _)| *distance <= 2)
        .min_by_key(|(distance, _)| *distance);
    let wrong = Wrong::new(range, message.clone());
    match nearest {
        Some((_, known)) => wrong.help(format!("did you mean `{known}`?")),
        None => wrong,
    }
}
