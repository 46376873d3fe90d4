//! What the program has to say, on stderr: with file, line and the text concerned.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write as _;
use std::ops::Range;

use annotate_snippets::{
    AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};
use newsprint::model::{Diagnostic, Severity};

/// How many diagnostics are drawn before the rest is only counted, unless `--verbose` asks for all.
const DRAWN: usize = 30;

/// How much of a long place is marked, in code points.
const LONGEST_MARK: usize = 24;

/// The decoded text of the inputs, by the name the author gave them.
pub(crate) type Sources = BTreeMap<String, String>;

/// Draws what matters and counts the rest.
pub(crate) fn diagnostics(diagnostics: &[Diagnostic], sources: &Sources, verbose: bool) {
    let least = if verbose { Severity::Note } else { Severity::Warning };
    let most = if verbose { usize::MAX } else { DRAWN };
    let mut worth: Vec<_> = diagnostics.iter().filter(|found| found.severity >= least).collect();
    // What is worst must not be what is cut off.
    worth.sort_by_key(|found| std::cmp::Reverse(found.severity));
    for found in worth.iter().take(most) {
        say(&(drawn(found, sources.get(&found.file).map(String::as_str)) + "\n"));
    }
    let more = worth.len().saturating_sub(most);
    if let Some(summary) = summary(diagnostics, more, verbose) {
        say(&summary);
    }
}

/// Says why a command gave up.
pub(crate) fn failure(error: &anyhow::Error) {
    if let Some(Refused { diagnostic, source, also }) = error.downcast_ref() {
        return say(&drawn_with(diagnostic, Some(source), also.as_ref()));
    }
    let said = error.to_string();
    // An error may have said its cause itself.
    let causes = error.chain().skip(1).map(ToString::to_string).filter(|it| !said.ends_with(it));
    let mut causes = causes.map(|cause| normalize_untrusted_str(&cause));
    let title = Level::ERROR.primary_title(normalize_untrusted_str(&said));
    let group = match causes.next() {
        None => Group::with_title(title),
        Some(first) => title
            .element(Level::NOTE.message(first))
            .elements(causes.map(|cause| Level::NOTE.message(cause))),
    };
    say(&Renderer::styled().render(&[group]));
}

/// One line to stderr, in colour where that is a terminal. Nobody listening is no reason to stop.
pub(crate) fn say(text: &str) {
    let _ = writeln!(anstream::stderr(), "{text}");
}

/// A setting the program cannot work with; it ends, and says where and why.
#[derive(Debug)]
pub(crate) struct Refused {
    /// What is wrong.
    pub(crate) diagnostic: Diagnostic,
    /// The text of the file it stands in.
    pub(crate) source: String,
    /// Another line of the file that it contradicts.
    pub(crate) also: Option<Also>,
}

/// Another place that what is wrong has to do with.
#[derive(Debug)]
pub(crate) struct Also {
    /// In bytes of the same file.
    pub(crate) range: Range<usize>,
    /// From 1.
    pub(crate) line: u32,
    /// What stands there, in a few words.
    pub(crate) label: &'static str,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Diagnostic { file, line, message, .. } = &self.diagnostic;
        write!(f, "{file}:{line}: {message}")
    }
}

impl std::error::Error for Refused {}

fn drawn(found: &Diagnostic, source: Option<&str>) -> String {
    drawn_with(found, source, None)
}

/// A diagnostic, and the other line that it has to do with.
fn drawn_with(found: &Diagnostic, source: Option<&str>, also: Option<&Also>) -> String {
    let level = match found.severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let title = level
        .primary_title(normalize_untrusted_str(&found.message))
        .id(normalize_untrusted_str(&found.code));
    let place = Place::of(found, source);
    let path = normalize_untrusted_str(&found.file);
    let other = also.zip(source).and_then(|(also, source)| {
        let Place { line, marked } = Place::in_source(source, &also.range)?;
        let mark = AnnotationKind::Context.span(marked).label(also.label);
        Some(
            Snippet::source(line)
                .path(path.clone())
                .line_start(also.line as usize)
                .annotation(mark),
        )
    });
    let mut group = match place {
        None => title.element(Origin::path(path)),
        Some(Place { line, marked }) => title.element(
            Snippet::source(line)
                .path(path)
                .line_start(found.line as usize)
                .annotation(AnnotationKind::Primary.span(marked)),
        ),
    };
    if let Some(other) = other {
        group = group.element(other);
    }
    if let Some(help) = &found.help {
        group = group.element(Level::HELP.message(normalize_untrusted_str(help)));
    }
    Renderer::styled().render(&[group])
}

/// The line a diagnostic speaks of, and what of it is marked; the renderer cuts it around the mark.
#[derive(Debug, PartialEq)]
struct Place<'a> {
    line: &'a str,
    /// In bytes.
    marked: Range<usize>,
}

impl<'a> Place<'a> {
    /// Where the input's text is at hand, its line; otherwise the text the diagnostic brought along. What speaks of a file
    /// as a whole has no place in it.
    fn of(found: &'a Diagnostic, source: Option<&'a str>) -> Option<Self> {
        let source = source.filter(|_| found.range != (0..0));
        source.and_then(|source| Self::in_source(source, &found.range)).or_else(|| {
            let line = found.text.lines().next().filter(|text| !text.trim().is_empty())?;
            Some(Self { line, marked: 0..short(line) })
        })
    }

    /// The line that a range of bytes begins in, unless it is blank.
    fn in_source(source: &'a str, range: &Range<usize>) -> Option<Self> {
        let (head, tail) = source.split_at_checked(range.start)?;
        let start = head.rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let rest = tail.split(['\n', '\r']).next().unwrap_or_default();
        let line = source.get(start..range.start + rest.len()).filter(|l| !l.trim().is_empty())?;
        let place = rest.get(..range.len().min(rest.len()))?;
        let column = range.start - start;
        Some(Self { line, marked: column..column + short(place) })
    }
}

/// How many bytes of a place are marked: a mark longer than this would push the line out of sight.
fn short(place: &str) -> usize {
    place.char_indices().nth(LONGEST_MARK).map_or(place.len(), |(end, _)| end)
}

/// How many of each were found, in words; nothing where there is nothing to add.
fn summary(diagnostics: &[Diagnostic], more: usize, verbose: bool) -> Option<String> {
    let of = |severity| diagnostics.iter().filter(|found| found.severity == severity).count();
    let (errors, warnings, notes) =
        (of(Severity::Error), of(Severity::Warning), of(Severity::Note));
    let mut parts: Vec<String> = [(errors, "error"), (warnings, "warning")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| counted(count, name))
        .collect();
    if notes > 0 {
        let hidden = if verbose { "" } else { " (shown with -v)" };
        parts.push(counted(notes, "note") + hidden);
    }
    if more > 0 {
        parts.push(format!("{more} of them not drawn (-v draws all)"));
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// `1 warning`, `2 warnings`.
pub(crate) fn counted(count: usize, name: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {name}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(source: &str, range: Range<usize>) -> Option<(&str, &str)> {
        let Place { line, marked } = Place::in_source(source, &range)?;
        Some((line, &line[marked]))
    }

    #[test]
    fn a_place_is_shown_in_its_line() {
        assert_eq!(place("一\n二三四\n五", 7..10), Some(("二三四", "三")));
        assert_eq!(place("一\r\n二三四\r\n五", 5..8), Some(("二三四", "二")));
    }

    #[test]
    fn a_range_that_ends_in_another_line_or_outside_stays_in_its_line() {
        assert_eq!(place("ab\ncd", 1..5), Some(("ab", "b")));
        assert_eq!(place("ab", 1..50), Some(("ab", "b")));
        assert_eq!(place("ab", 3..4), None);
        assert_eq!(place("漢", 1..2), None);
        assert_eq!(place("", 0..0), None);
    }

    #[test]
    fn a_long_place_is_marked_at_its_beginning() {
        let line = "字".repeat(100);
        assert_eq!(place(&line, 30..300), Some((line.as_str(), "字".repeat(24).as_str())));
    }
}
