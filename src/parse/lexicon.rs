//! The phrases that newspapers print on every page, whatever the news: `lexicon.txt`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

/// A list of `lexicon.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    /// What stands as a label over a story.
    Rubrics,
    /// News agencies and papers.
    Agencies,
    /// What is no story as a whole line.
    Furniture,
    /// What such a line begins with.
    FurnitureBeginnings,
    /// What such a line begins with if it asks readers for one of the next list; headlines begin so too.
    Invitations,
    /// What readers are asked for.
    Invited,
    /// What stands before the names of those who made the page.
    Staff,
    /// What stands before the number of readers.
    Counters,
    /// What stands over links to other stories.
    Related,
    /// What a remark of the paper begins with.
    Notes,
    /// What tells whom a picture is from.
    Credits,
    /// What a sentence begins with that goes on from another.
    Continuing,
    /// Words for saying.
    Reporting,
    /// Words in Latin letters that end no sentence.
    Articles,
    /// Names of the fields of a form.
    Fields,
    /// What Chinese names begin with, where three characters alone may be one.
    Surnames,
    /// What stands over or opens the letters of readers.
    Letters,
    /// What a reader who does not give a name signs with.
    Readers,
    /// What a line begins with that tells who the writer is.
    OfTheWriter,
    /// Where the menu of a site leads to.
    Menu,
    /// What the names of English papers end with.
    Papers,
    /// What stands over a column of short stories.
    Briefs,
}

impl List {
    /// Each with its heading, in the order in which they are declared.
    const HEADINGS: [(Self, &str); 22] = [
        (Self::Rubrics, "rubrics"),
        (Self::Agencies, "agencies"),
        (Self::Furniture, "furniture"),
        (Self::FurnitureBeginnings, "furniture-beginnings"),
        (Self::Invitations, "invitations"),
        (Self::Invited, "invited"),
        (Self::Staff, "staff"),
        (Self::Counters, "counters"),
        (Self::Related, "related"),
        (Self::Notes, "notes"),
        (Self::Credits, "credits"),
        (Self::Continuing, "continuing"),
        (Self::Reporting, "reporting"),
        (Self::Articles, "articles"),
        (Self::Fields, "fields"),
        (Self::Surnames, "surnames"),
        (Self::Letters, "letters"),
        (Self::Readers, "readers"),
        (Self::OfTheWriter, "of-the-writer"),
        (Self::Menu, "menu"),
        (Self::Papers, "papers"),
        (Self::Briefs, "briefs"),
    ];
}

/// The phrases of a list.
pub(super) struct Phrases {
    all: BTreeSet<&'static str>,
    /// The characters that phrases begin with: most texts begin with none of them.
    firsts: BTreeSet<char>,
    /// The length of the longest, in code points.
    longest: usize,
    /// The length of the longest, in bytes.
    most_bytes: usize,
}

static LISTS: LazyLock<Vec<Phrases>> = LazyLock::new(|| {
    let mut lists: Vec<Phrases> = List::HEADINGS.iter().map(|_| Phrases::new()).collect();
    let mut list = None;
    let lines = include_str!("lexicon.txt").lines().map(str::trim);
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(name) => list = List::HEADINGS.iter().position(|(_, heading)| *heading == name),
            None => {
                if let Some(list) = list.and_then(|list| lists.get_mut(list)) {
                    list.add(line);
                }
            }
        }
    }
    lists
});

static NONE: LazyLock<Phrases> = LazyLock::new(Phrases::new);

/// The phrases of a list.
pub(super) fn phrases(list: List) -> &'static Phrases {
    LISTS.get(list as usize).unwrap_or(&NONE)
}

impl Phrases {
    fn new() -> Self {
        Self { all: BTreeSet::new(), firsts: BTreeSet::new(), longest: 0, most_bytes: 0 }
    }

    fn add(&mut self, phrase: &'static str) {
        self.most_bytes = self.most_bytes.max(phrase.len());
        self.longest = self.longest.max(phrase.chars().count());
        self.firsts.extend(phrase.chars().next());
        self.all.insert(phrase);
    }

    /// Whether the text is one of the phrases.
    pub(super) fn has(&self, text: &str) -> bool {
        text.len() <= self.most_bytes && self.all.contains(text)
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

    /// What stands before the longest phrase that the text ends with.
    pub(super) fn before_end_of<'a>(&self, text: &'a str) -> Option<&'a str> {
        let starts = text.char_indices().rev().take(self.longest).map(|(at, _)| at);
        let starts: Vec<usize> = starts.collect();
        let mut ends = starts.iter().rev().filter_map(|at| text.split_at_checked(*at));
        ends.find(|(before, end)| self.has(end) && !cuts_a_word(text, before.len()))
            .map(|(before, _)| before)
    }

    /// Whether one of the phrases stands in the text. For short texts: it tries each place.
    pub(super) fn within(&self, text: &str) -> bool {
        text.char_indices().any(|(at, _)| {
            !cuts_a_word(text, at)
                && text.get(at..).is_some_and(|rest| self.start_of(rest).is_some())
        })
    }
}

/// A few words that are looked for anywhere in a text, all of them in one pass.
pub(super) struct Words(Option<AhoCorasick>);

impl Words {
    pub(super) fn new(words: &[&str]) -> Self {
        Self(AhoCorasick::new(words).ok())
    }

    /// Whether one of the words stands in the text.
    pub(super) fn within(&self, text: &str) -> bool {
        self.0.as_ref().is_some_and(|words| words.is_match(text))
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
    fn every_list_is_there_under_its_heading() {
        for (n, (list, heading)) in List::HEADINGS.into_iter().enumerate() {
            assert_eq!(list as usize, n, "{heading}");
            assert!(!phrases(list).all.is_empty(), "{heading}");
        }
        let headings = include_str!("lexicon.txt").lines().filter(|line| line.starts_with('['));
        assert_eq!(headings.count(), List::HEADINGS.len());
    }

    #[test]
    fn no_list_has_a_phrase_twice() {
        let mut seen = BTreeSet::new();
        for line in include_str!("lexicon.txt").lines().filter(|line| !line.is_empty()) {
            if line.starts_with('[') {
                seen.clear();
            }
            assert!(seen.insert(line), "{line}");
        }
    }

    #[test]
    fn the_longest_phrase_counts() {
        assert_eq!(phrases(List::Agencies).start_of("Bloomberg News said"), Some("Bloomberg News"));
        assert!(phrases(List::Credits).within("記者黎某攝"));
    }
}
