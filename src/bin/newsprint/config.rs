//! What the author set in `newsprint.toml`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use newsprint::model::{Corpus, Facts, Kind, KindFacts};
use newsprint::read::Options;
use serde::Deserialize;
use toml::Spanned;

use crate::wrong::{Wrong, explain};

/// The settings.
pub(crate) const SETTINGS: &str = "newsprint.toml";

/// The author's word on names.
pub(crate) const ENTITIES: &str = "entities.toml";

/// What lies beside the articles and is none.
pub(crate) const FILES: [&str; 2] = [SETTINGS, ENTITIES];

/// `newsprint.toml`; everything in it is optional.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    title: Option<String>,
    language: Option<Spanned<String>>,
    #[serde(default)]
    theme: Theme,
    #[serde(default, rename = "kind")]
    kinds: Vec<KindConfig>,
    encoding: Option<Spanned<String>>,
    #[serde(default)]
    fields: Fields,
}

/// What of an article stands in which column of a table or under which key in JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    id: Option<String>,
    title: Option<String>,
    kicker: Option<String>,
    deck: Option<String>,
    label: Option<String>,
    byline: Option<String>,
    source: Option<String>,
    date: Option<String>,
    language: Option<String>,
    text: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KindConfig {
    name: Spanned<String>,
    label: Option<String>,
    colour: Option<Spanned<String>>,
    #[serde(default = "shown")]
    shown: bool,
}

fn shown() -> bool {
    true
}

impl Config {
    /// Reads a `newsprint.toml`.
    pub(crate) fn read(path: &Path) -> anyhow::Result<Self> {
        let source = fs::read_to_string(path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        Self::parse(&source).map_err(|wrong| wrong.refuse(path, &source).into())
    }

    fn parse(source: &str) -> Result<Self, Wrong> {
        let config: Self = toml::from_str(source).map_err(|error| explain(&error, source))?;
        config.check()?;
        Ok(config)
    }

    /// How the files are to be read.
    pub(crate) fn reading(&self) -> Options {
        let Fields { id, title, kicker, deck, label, byline, source, date, language, text } =
            &self.fields;
        let fields = [
            ("id", id),
            ("title", title),
            ("kicker", kicker),
            ("deck", deck),
            ("label", label),
            ("byline", byline),
            ("source", source),
            ("date", date),
            ("language", language),
            ("text", text),
        ];
        let mut options = Options::default();
        for (ours, theirs) in fields {
            // Each of these is a field.
            let _ = theirs.as_ref().is_some_and(|theirs| options.map(ours, theirs));
        }
        if let Some(encoding) = &self.encoding {
            // `check` has seen that there is such an encoding.
            let _ = options.set_encoding(encoding.get_ref());
        }
        options
    }

    fn check(&self) -> Result<(), Wrong> {
        if let Some(encoding) = &self.encoding
            && !Options::default().set_encoding(encoding.get_ref())
        {
            return Err(Wrong::at(encoding, "this is no encoding that is known")
                .help("write it as in `big5`, `gb18030`, `shift_jis` or `windows-1252`"));
        }
        if let Some(language) = &self.language
            && !is_language(language.get_ref())
        {
            return Err(Wrong::at(language, "this is not a language tag")
                .help("write it as in `zh-Hant`, `zh-HK` or `en`"));
        }
        for (index, kind) in self.kinds.iter().enumerate() {
            let name = kind.name.get_ref();
            if name.is_empty() || name.contains(char::is_whitespace) {
                return Err(Wrong::at(&kind.name, "the name of a kind is one word")
                    .help("`label` is what readers see, and may be several"));
            }
            if self.kinds.iter().take(index).any(|before| before.name.get_ref() == name) {
                return Err(Wrong::at(&kind.name, "this kind is set twice"));
            }
            if let Some(colour) = &kind.colour
                && !is_colour(colour.get_ref())
            {
                return Err(Wrong::at(colour, "this is not a colour")
                    .help("write it as six hexadecimal digits, as in `#a3341f`"));
            }
        }
        Ok(())
    }

    /// What the site says of itself: as set here, and where nothing is set, as the articles suggest.
    /// The title given on the command line comes before all, the name of the input after all.
    pub(crate) fn facts(&self, given: Option<&str>, name: &str, corpus: &Corpus) -> Facts {
        let theme = match self.theme {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let language = self.language.as_ref().map(|set| set.get_ref().clone());
        Facts {
            title: given.or(self.title.as_deref()).unwrap_or(name).to_owned(),
            language: language.unwrap_or_else(|| prevalent_language(corpus)),
            theme: theme.to_owned(),
            kinds: self.kinds(corpus),
        }
    }

    /// The kinds set here in the author's order, then the others we know, then what else there is.
    fn kinds(&self, corpus: &Corpus) -> Vec<KindFacts> {
        let mut kinds: Vec<KindFacts> = self
            .kinds
            .iter()
            .map(|set| KindFacts {
                kind: Kind::from(set.name.get_ref().as_str()),
                name: set.label.clone(),
                colour: set.colour.as_ref().map(|colour| colour.get_ref().clone()),
                shown: set.shown,
            })
            .collect();
        for kind in Kind::ALL.iter().chain(corpus.entities.iter().map(|entity| &entity.kind)) {
            if kinds.iter().all(|known| known.kind != *kind) {
                kinds.push(KindFacts { kind: kind.clone(), name: None, colour: None, shown: true });
            }
        }
        kinds
    }
}

/// Where a file of this name is looked for: in each of the inputs' folders, and in the one above, since
/// settings lie beside a folder of articles as well as in it.
pub(crate) fn candidates(folders: &[PathBuf], name: &str) -> impl Iterator<Item = PathBuf> {
    folders.iter().flat_map(move |folder| [folder.join(name), above(folder).join(name)])
}

/// The first of the [`candidates`] that there is.
pub(crate) fn beside(folders: &[PathBuf], name: &str) -> Option<PathBuf> {
    candidates(folders, name).find(|path| path.is_file())
}

/// The folder above, also of `.` and `..`.
fn above(folder: &Path) -> PathBuf {
    match folder.file_name() {
        Some(_) => folder.parent().unwrap_or(folder).to_owned(),
        None => folder.join(".."),
    }
}

/// The language most articles are in; of several, the one that comes first.
fn prevalent_language(corpus: &Corpus) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for language in corpus.articles.iter().map(|article| article.language.as_str()) {
        match counts.iter_mut().find(|(known, _)| *known == language) {
            Some((_, count)) => *count += 1,
            None => counts.push((language, 1)),
        }
    }
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    most.map(|(language, _)| (*language).to_owned()).unwrap_or_default()
}

/// The shape of BCP 47 (RFC 5646, 2.1), not its registry.
fn is_language(tag: &str) -> bool {
    let part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    tag.split('-').all(part) && tag.starts_with(|c: char| c.is_ascii_alphabetic())
}

fn is_colour(colour: &str) -> bool {
    colour
        .strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(source: &str) -> (String, String, Option<String>) {
        let wrong = Config::parse(source).unwrap_err();
        (wrong.message, source[wrong.range].to_owned(), wrong.help)
    }

    #[test]
    fn a_slip_of_the_pen_is_recognised() {
        let (message, at, help) = wrong("titel = 'a'");
        assert_eq!(
            message,
            "unknown field `titel`, expected one of `title`, `language`, `theme`, `kind`, \
             `encoding`, `fields`"
        );
        assert_eq!(at, "titel");
        assert_eq!(help.as_deref(), Some("did you mean `title`?"));
        assert_eq!(
            wrong("[[kind]]\nname = 'a'\ncolor = '#000000'").2.unwrap(),
            "did you mean `colour`?"
        );
        assert_eq!(wrong("theme = 'drak'").2.unwrap(), "did you mean `dark`?");
        assert_eq!(wrong("sponsor = 1").2, None);
    }

    #[test]
    fn values_are_looked_at_too() {
        assert_eq!(wrong("language = '中文'").1, "'中文'");
        assert_eq!(wrong("[[kind]]\nname = 'two words'").1, "'two words'");
        assert_eq!(wrong("[[kind]]\nname = 'a'\n[[kind]]\nname = 'a'").0, "this kind is set twice");
        assert_eq!(wrong("[[kind]]\nname = 'a'\ncolour = 'red'").1, "'red'");
    }

    #[test]
    fn what_is_not_set_follows_from_the_articles() {
        let article = |language: &str| newsprint::model::Article {
            language: language.to_owned(),
            ..Default::default()
        };
        let articles = ["en", "zh-Hant", "zh-Hant", "en"].map(article).to_vec();
        let corpus = Corpus { articles, ..Default::default() };
        let config =
            Config::parse("[[kind]]\nname = 'ship'\nlabel = 'Ships'\nshown = false").unwrap();
        let facts = config.facts(None, "Monday", &corpus);
        assert_eq!((facts.title.as_str(), facts.language.as_str()), ("Monday", "en"));
        assert_eq!(facts.kinds.len(), 1 + Kind::ALL.len());
        assert_eq!(facts.kinds[0].kind, Kind::Other("ship".into()));
        assert!(!facts.kinds[0].shown);
    }
}
