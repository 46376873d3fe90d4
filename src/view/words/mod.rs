//! Every string of the interface, one [`Words`] for each language.
//!
//! A further language is one more file with one more constant, and its line in [`ALL`]; the compiler
//! says what is missing.

mod english;
mod traditional_chinese;

use crate::model::{Facts, Kind};
use crate::search::Field;

/// The languages of the interface, in the order the button turns through them.
pub const ALL: [&Words; 2] = [&traditional_chinese::WORDS, &english::WORDS];

/// Every string of the interface in one language.
#[expect(missing_docs, reason = "each field is named after what it says")]
pub struct Words {
    /// BCP 47.
    pub tag: &'static str,
    /// The language's name in itself.
    pub name: &'static str,
    /// The same where there is no room.
    pub short: &'static str,

    // The frame of the page
    pub skip: &'static str,
    pub stories: &'static str,
    pub search: &'static str,
    pub outline: &'static str,
    pub entities: &'static str,
    pub kinds: &'static str,
    pub filters: &'static str,
    pub tools: &'static str,
    pub close: &'static str,
    pub more: &'static str,
    /// How many more there are to list.
    pub more_stories: fn(usize) -> String,
    pub full_version: &'static str,

    // Tools
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    /// What the button that turns to the other language says, in that language.
    pub turn_to: &'static str,
    pub marks_kinds: &'static str,
    pub marks_book: &'static str,
    pub marks_off: &'static str,
    pub print: &'static str,
    pub help: &'static str,

    // Search
    pub search_hint: &'static str,
    pub clear_search: &'static str,
    pub search_help: &'static str,
    pub previous_hit: &'static str,
    pub next_hit: &'static str,
    /// Articles and places that match.
    pub found: fn(usize, usize) -> String,
    /// Articles shown, of how many.
    pub showing: fn(usize, usize) -> String,
    /// Which hit of how many.
    pub hit_of: fn(usize, usize) -> String,
    pub understood: &'static str,
    /// Where a term of a query must stand.
    pub field: fn(&Field) -> &'static str,
    pub not: &'static str,
    pub or: &'static str,
    /// Words as they were typed.
    pub quoted: fn(&str) -> String,
    pub nothing_found: &'static str,
    pub nothing_filtered: &'static str,
    pub did_you_mean: &'static str,
    pub search_failed: &'static str,
    pub loose: &'static str,
    pub load_lists: &'static str,
    pub lists_failed: &'static str,
    pub retry: &'static str,

    // Filters
    pub label: &'static str,
    pub source: &'static str,
    pub date: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub clear_all: &'static str,
    /// What a chip does, said for a screen reader: take this filter back.
    pub take_back: fn(&str) -> String,
    pub take_last_back: &'static str,
    /// From one day to another, either of which may be open.
    pub days: fn(Option<&str>, Option<&str>) -> String,

    // Counts
    pub articles: fn(usize) -> String,
    pub places: fn(usize) -> String,
    pub mentions: fn(usize) -> String,
    /// How long an article in a language is: its [`amount`](crate::model::amount), and the language's BCP 47 tag.
    pub length: fn(usize, &str) -> String,
    /// A day, a month or a year, given as ISO 8601.
    pub day: fn(&str) -> String,
    /// How many minutes an article takes.
    pub minutes: fn(usize) -> String,

    // An article
    pub untitled: &'static str,
    pub fold_all: &'static str,
    pub unfold_all: &'static str,
    pub permalink: &'static str,
    pub picture: &'static str,
    pub set_aside: &'static str,
    pub previous_article: &'static str,
    pub next_article: &'static str,
    pub cite: &'static str,
    /// What was quoted, who wrote it, the headline, whose paper, which day, and the address, as a reader would
    /// write it down. What is not known is empty.
    pub cited: fn(&Cited<'_>) -> String,
    pub article_loading: &'static str,
    pub article_failed: &'static str,
    pub no_such_article: &'static str,

    // Entities
    /// The views of the names.
    pub atlas: &'static str,
    /// Those that an entity stands with.
    pub company: &'static str,
    pub correct: &'static str,
    pub find_entity: &'static str,
    pub no_entities: &'static str,
    pub also: &'static str,
    pub only_these: &'static str,
    pub show_all_again: &'static str,
    pub kind: fn(&Kind) -> Option<&'static str>,

    // Help
    pub keys: &'static str,
    /// Each key or keys, and what they do.
    pub key_list: &'static [(&'static str, &'static str)],
    pub single_keys: &'static str,
    pub syntax: &'static str,
    /// Each form of a query, and what it finds.
    pub syntax_list: &'static [(&'static str, &'static str)],

    // When something is wrong
    pub wrong: &'static str,
    pub no_pack: &'static str,
    pub other_version: &'static str,
    pub damaged: &'static str,
    pub broken: &'static str,
    pub still_readable: &'static str,
    pub reload: &'static str,
    pub dismiss: &'static str,
}

/// What a citation says; what is not known is empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cited<'a> {
    /// The words that are quoted.
    pub quote: &'a str,
    /// Who wrote it, as printed.
    pub author: &'a str,
    /// The headline.
    pub title: &'a str,
    /// Where it comes from, as printed.
    pub source: &'a str,
    /// The day as ISO 8601, or a part of it.
    pub day: &'a str,
    /// The address of the place.
    pub address: &'a str,
}

impl Words {
    /// The interface in the first of these languages that we have: the tags are tried in turn, each
    /// whole, then by script (`zh-HK` is written in Traditional characters), then by language.
    #[must_use]
    pub fn for_languages<'a>(tags: impl IntoIterator<Item = &'a str>) -> Option<&'static Self> {
        tags.into_iter().find_map(Self::for_language)
    }

    /// The interface around an edition in this language, where the reader asks for none that we have: of a language that we
    /// lack, more readers know English.
    #[must_use]
    pub fn around(language: &str) -> &'static Self {
        let [chinese, english] = ALL;
        let lacking = if language.is_empty() { chinese } else { english };
        Self::for_language(language).unwrap_or(lacking)
    }

    fn for_language(tag: &str) -> Option<&'static Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        let whole = ALL.into_iter().find(|words| words.tag.eq_ignore_ascii_case(tag));
        whole.or_else(|| {
            ALL.into_iter().find(|words| {
                words.tag.split('-').next().is_some_and(|own| own.eq_ignore_ascii_case(language))
            })
        })
    }

    /// A kind's name: the author's, else the interface's, else as it stands.
    #[must_use]
    pub fn kind_name(&self, kind: &Kind, facts: &Facts) -> String {
        let authors = facts.kinds.iter().find(|facts| facts.kind == *kind);
        authors
            .and_then(|facts| facts.name.clone())
            .or_else(|| (self.kind)(kind).map(str::to_owned))
            .unwrap_or_else(|| kind.as_str().to_owned())
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

/// A number as it is read, with commas between thousands.
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Year, month and day of an ISO 8601 day or of its beginning.
fn parts(day: &str) -> (&str, Option<&str>, Option<&str>) {
    let mut parts = day.split('-').map(|part| part.trim_start_matches('0'));
    (parts.next().unwrap_or_default(), parts.next(), parts.next())
}

/// Text between marks; nothing where there is none.
fn between(before: &str, text: &str, after: &str) -> String {
    if text.is_empty() { String::new() } else { join(&[before, text, after]) }
}

/// Several short pieces in one string: less code in the wasm than `format!`.
fn join(pieces: &[&str]) -> String {
    pieces.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let shown: Vec<String> = [0, 999, 1_000, 65_535, 1_234_567].map(grouped).to_vec();
        assert_eq!(shown, ["0", "999", "1,000", "65,535", "1,234,567"]);
    }

    #[test]
    fn days_are_written_as_one_reads_them() {
        let [chinese, english] = ALL;
        assert_eq!((chinese.day)("2026-05-09"), "2026年5月9日");
        assert_eq!((chinese.day)("2026-12"), "2026年12月");
        assert_eq!((english.day)("2026-05-09"), "9 May 2026");
        assert_eq!((english.day)("2026"), "2026");
        assert_eq!((chinese.days)(Some("2026-05"), None), "由2026年5月起");
    }

    #[test]
    fn a_citation_says_what_is_known() {
        let [chinese, english] = ALL;
        let whole = Cited {
            quote: "The tide is out.",
            author: "Harriet Loke",
            title: "The quay",
            source: "Harbour Daily",
            day: "2026-05-09",
            address: "https://example.org/#/a/quay/p/3",
        };
        let said = "“The tide is out.”\nHarriet Loke, “The quay”, Harbour Daily, 9 May 2026. https://example.org/#/a/quay/p/3";
        assert_eq!((english.cited)(&whole), said);
        let title = Cited {
            title: "潮水退去",
            address: "https://example.org/#/a/tide",
            ..Cited::default()
        };
        assert_eq!((chinese.cited)(&title), "〈潮水退去〉。https://example.org/#/a/tide");
    }

    #[test]
    fn the_browsers_first_language_that_we_have_is_taken() {
        let tag = |tags: &[&str]| Words::for_languages(tags.iter().copied()).map(|words| words.tag);
        assert_eq!(tag(&["fr-FR", "en-GB", "zh-HK"]), Some("en"));
        assert_eq!(tag(&["zh-HK"]), Some("zh-Hant"));
        assert_eq!(tag(&["ZH-hant", "en"]), Some("zh-Hant"));
        assert_eq!(tag(&["fr", ""]), None);
        assert_eq!(
            ["zh-HK", "ar", ""].map(|tag| Words::around(tag).tag),
            ["zh-Hant", "en", "zh-Hant"]
        );
    }

    #[test]
    fn every_language_names_every_kind() {
        for words in ALL {
            assert!(Kind::ALL.iter().all(|kind| (words.kind)(kind).is_some()), "{}", words.tag);
        }
    }
}
