//! The phrases that newspapers print on every page, whatever the news: `lexicon.txt`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// A list of phrases, by its heading in `lexicon.txt`.
pub(super) struct Phrases {
    all: BTreeSet<&'static str>,
    /// The characters that phrases begin with: most texts begin with none of them.
    firsts: BTreeSet<char>,
    longest: usize,
}

static LISTS: LazyLock<BTreeMap<&'static str, Phrases>> = LazyLock::new(|| {
    let mut lists = BTreeMap::new();
    let mut name = "";
    let lines = include_str!("lexicon.txt").lines().map(str::trim);
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(heading) => name = heading,
            None => lists.entry(name).or_insert_with(Phrases::new).add(line),
        }
    }
    lists
});

static NONE: LazyLock<Phrases> = LazyLock::new(Phrases::new);

/// The list under a heading; an empty one where there is none such.
pub(super) fn phrases(name: &str) -> &'static Phrases {
    LISTS.get(name).unwrap_or(&NONE)
}

impl Phrases {
    fn new() -> Self {
        Self { all: BTreeSet::new(), firsts: BTreeSet::new(), longest: 0 }
    }

    fn add(&mut self, phrase: &'static str) {
        self.longest = self.longest.max(phrase.chars().count());
        self.firsts.extend(phrase.chars().next());
        self.all.insert(phrase);
    }

    /// Whether the text is one of the phrases.
    pub(super) fn has(&self, text: &str) -> bool {
        self.all.contains(text)
    }

    /// The longest phrase that the text begins with.
    pub(super) fn start_of<'a>(&self, text: &'a str) -> Option<&'a str> {
        if !text.chars().next().is_some_and(|first| self.firsts.contains(&first)) {
            return None;
        }
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(self.longest);
        let ends: Vec<usize> = ends.collect();
        let mut starts = ends.iter().rev().filter_map(|end| text.get(..*end));
        starts.find(|start| self.has(start) && !cuts_a_word(text, start.len()))
    }

    /// Whether one of the phrases stands in the text. For short texts: it tries each place.
    pub(super) fn within(&self, text: &str) -> bool {
        text.char_indices().any(|(at, _)| {
            !cuts_a_word(text, at)
                && text.get(at..).is_some_and(|rest| self.start_of(rest).is_some())
        })
    }
}

/// Whether a Latin word goes on across this byte.
fn cuts_a_word(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let is_word =
        |n: Option<usize>| n.and_then(|n| bytes.get(n)).is_some_and(u8::is_ascii_alphanumeric);
    is_word(at.checked_sub(1)) && is_word(Some(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_that_is_asked_for_is_there() {
        for name in [
            "rubrics",
            "agencies",
            "furniture",
            "furniture-beginnings",
            "related",
            "notes",
            "credits",
            "continuing",
            "reporting",
            "articles",
            "fields",
        ] {
            assert!(!phrases(name).all.is_empty(), "{name}");
        }
        assert!(phrases("no such list").all.is_empty());
    }

    #[test]
    fn the_longest_phrase_counts() {
        assert_eq!(phrases("agencies").start_of("Bloomberg News said"), Some("Bloomberg News"));
        assert!(phrases("credits").within("記者黎某攝"));
    }
}
