use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Something that reading or parsing wants the author to know, with its place and the way out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// A stable name for the kind of finding, as in `encoding/replaced`.
    pub code: String,
    /// What was found, as a sentence without a full stop.
    pub message: String,
    /// The input's name as the author gave it.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The text concerned, cut to something one can read.
    pub text: String,
    /// Where it stands in the input's decoded text, in bytes; end exclusive.
    pub range: Range<usize>,
    /// What to do about it.
    pub help: Option<String>,
}

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A judgement the author may want to look at.
    Note,
    /// Probably not what the author meant; the site is built all the same.
    Warning,
    /// Something could not be used.
    Error,
}
