//! The author's word on entities, from `entities.toml`.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;
use toml::Spanned;

use super::candidate::{Candidate, SETTLED, Subject};
use super::line::{Line, fold};
use super::link::bare;
use crate::model::{Corpus, Diagnostic, EntityId, Kind, Severity};

/// What the author said of entities: it wins over every rule.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    /// In the order of the file.
    pub(super) entities: Vec<Declared>,
    /// From each folded name to its entity.
    by_name: BTreeMap<String, usize>,
    /// Folded names that are no entities.
    not: BTreeMap<String, Place>,
    /// Finds the declared names; pattern `n` is a name of entity `owners[n]`.
    names: Option<AhoCorasick>,
    owners: Vec<usize>,
}

/// An entity as the author declared it.
#[derive(Clone, Debug)]
pub(super) struct Declared {
    pub(super) name: String,
    /// Absent where the entity is only renamed or merged.
    pub(super) kind: Option<Kind>,
    pub(super) aliases: Vec<String>,
    place: Place,
}

/// Where in the file something stands.
#[derive(Clone, Debug, Default)]
struct Place {
    line: u32,
    range: Range<usize>,
    text: String,
}

/// Why an `entities.toml` cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionsError {
    /// From 1.
    pub line: u32,
    /// What is wrong and what to do, without a full stop.
    pub message: String,
    /// Where it stands, in bytes of the file; the whole line where this is not known.
    pub range: Option<Range<usize>>,
    /// Another line that it contradicts, and what stands there in a few words.
    pub other: Option<(u32, &'static str)>,
}

impl fmt::Display for CorrectionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "entities.toml, line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for CorrectionsError {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    entity: Vec<Entry>,
    #[serde(default)]
    not: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: Spanned<String>,
    kind: Option<String>,
    #[serde(default)]
    aliases: Vec<Spanned<String>>,
}

impl Corrections {
    /// Reads an `entities.toml`:
    ///
    /// ```
    /// let corrections = newsprint::annotate::Corrections::parse(r#"
    ///     not = ["大會堂"]
    ///     [[entity]]
    ///     name = "海燕號"
    ///     kind = "ship"            # a new kind, declared by using it
    ///     aliases = ["海燕"]
    ///     [[entity]]
    ///     name = "陳文山"          # without a kind: these names are one
    ///     aliases = ["阿山"]
    /// "#);
    /// assert!(corrections.is_ok());
    /// ```
    ///
    /// # Errors
    /// Where the text is not TOML of this shape, a name is empty, or one name is said to be two things.
    pub fn parse(toml: &str) -> Result<Self, CorrectionsError> {
        let file: File = toml::from_str(toml).map_err(|error| CorrectionsError {
            line: line_of(toml, error.span().map_or(0, |span| span.start)),
            message: error.message().trim_end_matches('.').to_owned(),
            range: error.span(),
            other: None,
        })?;
        let place = |name: &Spanned<String>| Place {
            line: line_of(toml, name.span().start),
            range: name.span(),
            text: name.get_ref().clone(),
        };
        let mut corrections = Self::default();
        let mut names: BTreeMap<String, (usize, u32)> = BTreeMap::new();
        for name in &file.not {
            let place = place(name);
            filled(&place)?;
            corrections.not.insert(fold(name.get_ref()), place);
        }
        for (index, entry) in file.entity.into_iter().enumerate() {
            for name in std::iter::once(&entry.name).chain(&entry.aliases) {
                let place = place(name);
                filled(&place)?;
                let folded = fold(name.get_ref());
                if let Some(denied) = corrections.not.get(&folded) {
                    return Err(contradiction(
                        &place,
                        (denied.line, "no entity, it says here"),
                        "is said to be no entity",
                    ));
                }
                match names.insert(folded, (index, place.line)) {
                    Some((other, line)) if other != index => {
                        return Err(contradiction(
                            &place,
                            (line, "one entity, it says here"),
                            "already names another entity",
                        ));
                    }
                    _ => {}
                }
            }
            corrections.entities.push(Declared {
                place: place(&entry.name),
                name: entry.name.into_inner(),
                kind: entry.kind.as_deref().map(Kind::from),
                aliases: entry.aliases.into_iter().map(Spanned::into_inner).collect(),
            });
        }
        corrections.owners = names.values().map(|(owner, _)| *owner).collect();
        corrections.by_name =
            names.iter().map(|(name, (owner, _))| (name.clone(), *owner)).collect();
        corrections.names =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(names.keys()).ok();
        Ok(corrections)
    }

    /// Adds what the author named in a string, and takes away what the author denied.
    pub(super) fn apply(&self, line: &Line, candidates: &mut Vec<Candidate>) {
        self.deny(line, candidates);
        let Some(names) = &self.names else { return };
        for hit in names.find_iter(&line.plain) {
            let (start, end) = (line.index(hit.start()), line.index(hit.end()));
            let owner = self.owners.get(hit.pattern().as_usize()).copied();
            let declared = owner.and_then(|owner| self.entities.get(owner));
            let kind = declared.and_then(|declared| declared.kind.clone());
            let (Some(owner), Some(kind)) = (owner, kind) else { continue };
            if line.whole_words(start, end) {
                let subject = Subject::Declared(owner);
                candidates
                    .push(Candidate::new(start..end, kind, SETTLED, "entities.toml").of(subject));
            }
        }
    }

    /// Takes away what the author denied.
    pub(super) fn deny(&self, line: &Line, candidates: &mut Vec<Candidate>) {
        if !self.not.is_empty() {
            candidates.retain(|c| {
                let name = line.folded(c.start, c.end);
                c.score == SETTLED
                    || !self.not.contains_key(name) && !self.not.contains_key(bare(name))
            });
        }
    }

    /// The declared entity that bears a folded name.
    pub(super) fn owner(&self, folded: &str) -> Option<usize> {
        self.by_name.get(folded).copied()
    }

    /// Notes on declared entities that no article mentions.
    pub(super) fn unused(&self, corpus: &Corpus) -> Vec<Diagnostic> {
        let mentioned: std::collections::BTreeSet<&str> = corpus
            .articles
            .iter()
            .flat_map(|article| &article.mentions)
            .flat_map(|mention| &mention.entities)
            .map(EntityId::as_str)
            .collect();
        let stands = |declared: &Declared| {
            corpus
                .entities
                .iter()
                .any(|e| e.name == declared.name && mentioned.contains(e.id.as_str()))
        };
        let absent = self.entities.iter().filter(|declared| !stands(declared));
        absent.map(|declared| note(&declared.place)).collect()
    }
}

fn note(place: &Place) -> Diagnostic {
    Diagnostic {
        severity: Severity::Note,
        code: "entities/unused".to_owned(),
        message: format!("no article mentions `{}`", place.text),
        file: "entities.toml".to_owned(),
        line: place.line,
        text: place.text.clone(),
        range: place.range.clone(),
        help: Some(
            "check the spelling, or add the spelling of the articles to `aliases`".to_owned(),
        ),
    }
}

/// The line, from 1, on which a byte of the text stands.
fn line_of(text: &str, byte: usize) -> u32 {
    let newlines = text.bytes().take(byte).filter(|b| *b == b'\n').count();
    u32::try_from(newlines + 1).unwrap_or(u32::MAX)
}

fn filled(place: &Place) -> Result<(), CorrectionsError> {
    if place.text.trim().is_empty() {
        let message = "a name is empty: write the name as the articles print it".to_owned();
        let range = Some(place.range.clone());
        return Err(CorrectionsError { line: place.line, message, range, other: None });
    }
    Ok(())
}

fn contradiction(place: &Place, other: (u32, &'static str), what: &str) -> CorrectionsError {
    let message = format!("`{}` {what} on line {}: keep one of the two", place.text, other.0);
    let range = Some(place.range.clone());
    CorrectionsError { line: place.line, message, range, other: Some(other) }
}
