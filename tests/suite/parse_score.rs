//! How well pages are read: story boundaries, block kinds, paragraph joins, against gold made by hand
//! or by script.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::path::Path;

use newsprint::model::At;
use newsprint::parse::{Origin, Parsed, Place, explain};
use newsprint::read::{Body, Document, read};
use serde_json::Value;

/// Found, wanted, and both.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    pub(crate) right: usize,
    pub(crate) found: usize,
    pub(crate) wanted: usize,
}

impl Tally {
    fn of<T: Ord>(found: &BTreeSet<T>, wanted: &BTreeSet<T>) -> Self {
        let right = found.intersection(wanted).count();
        Self { right, found: found.len(), wanted: wanted.len() }
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.wanted += other.wanted;
    }

    pub(crate) fn precision(self) -> f64 {
        ratio(self.right, self.found)
    }

    pub(crate) fn recall(self) -> f64 {
        ratio(self.right, self.wanted)
    }

    pub(crate) fn f1(self) -> f64 {
        ratio(2 * self.right, self.found + self.wanted)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of blocks are small")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// How well pages are read.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Score {
    /// Story beginnings: places of first head lines.
    pub(crate) stories: Tally,
    /// Blocks, each with what it is: a head line, or text.
    pub(crate) kinds: Tally,
    /// Places where a broken paragraph goes on.
    pub(crate) joins: Tally,
    /// Characters of the page that are in the tree or set aside.
    pub(crate) kept: Tally,
}

impl Score {
    pub(crate) fn add(&mut self, other: Self) {
        self.stories.add(other.stories);
        self.kinds.add(other.kinds);
        self.joins.add(other.joins);
        self.kept.add(other.kept);
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "stories F1 {:.4}  kinds F1 {:.4}  joins P {:.4} R {:.4}  text kept {:.4}",
            self.stories.f1(),
            self.kinds.f1(),
            self.joins.precision(),
            self.joins.recall(),
            self.kept.recall(),
        )
    }
}

/// What a page's gold says, in places of its text without white space.
struct Gold {
    stories: BTreeSet<usize>,
    kinds: BTreeSet<(usize, usize, &'static str)>,
    joins: BTreeSet<usize>,
}

/// Scores one page against its `.gold.json` of blocks, and lists the differences.
pub(crate) fn score(name: &str, text: &str, gold: &Value) -> (Score, Vec<String>) {
    let reading = read(name, text.as_bytes()).expect("a page");
    let mut document = reading.documents.into_iter().next().expect("one document");
    let parsed = explain(&mut document);
    let Document { body: Body::Page(page), .. } = &document else { panic!("{name} is no page") };
    let places = Places::of(page);
    let gold = Gold::of(gold, page, &places);
    let found = Gold::found(&parsed, page, &places);
    let kept: usize = parsed.origins.iter().map(|origin| places.length(&origin.ranges)).sum();
    let score = Score {
        stories: Tally::of(&found.stories, &gold.stories),
        kinds: Tally::of(&found.kinds, &gold.kinds),
        joins: Tally::of(&found.joins, &gold.joins),
        kept: Tally { right: kept, found: kept, wanted: places.count },
    };
    let mut differences = Vec::new();
    for at in gold.stories.symmetric_difference(&found.stories) {
        let which = if gold.stories.contains(at) { "missed" } else { "invented" };
        differences.push(format!("{name}: story {which}: {}", around(page, *at)));
    }
    for at in gold.joins.symmetric_difference(&found.joins) {
        let which = if gold.joins.contains(at) { "missed" } else { "invented" };
        differences.push(format!("{name}: join {which}: {}", around(page, *at)));
    }
    for (start, end, kind) in gold.kinds.difference(&found.kinds) {
        differences.push(format!("{name}: {kind} {start}..{end} missed: {}", around(page, *start)));
    }
    (score, differences)
}

/// Scores every page with a gold beside it in a folder.
pub(crate) fn score_folder(folder: &Path) -> (Score, Vec<String>) {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .expect("a folder")
        .filter_map(|entry| entry.ok()?.path().to_str().map(str::to_owned))
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "txt"))
        .collect();
    names.sort();
    let mut sum = Score::default();
    let mut differences = Vec::new();
    for name in names {
        let text = std::fs::read_to_string(&name).expect("text");
        let gold = std::fs::read_to_string(name.replace(".txt", ".gold.json")).expect("gold");
        let gold = serde_json::from_str(&gold).expect("JSON");
        let (score, mut more) = score(name.rsplit('/').next().unwrap_or_default(), &text, &gold);
        sum.add(score);
        differences.append(&mut more);
    }
    (sum, differences)
}

impl Gold {
    /// Gold blocks stand in the page in order; `continuation` goes on with the block before.
    fn of(gold: &Value, page: &str, places: &Places) -> Self {
        let mut found =
            Self { stories: BTreeSet::new(), kinds: BTreeSet::new(), joins: BTreeSet::new() };
        let plain: Vec<char> = page.chars().filter(|c| !c.is_whitespace()).collect();
        assert_eq!(plain.len(), places.count);
        let (mut at, mut story, mut open) = (0, None, None);
        for block in gold["blocks"].as_array().expect("blocks") {
            let text = block["text"].as_str().expect("text");
            let length = text.chars().filter(|c| !c.is_whitespace()).count();
            let begin: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
            assert_eq!(plain.get(at..at + length), Some(&begin[..]), "the gold stands in the page");
            let kind = block["type"].as_str().expect("type");
            if kind == "continuation" {
                found.joins.insert(at);
                if let Some((start, _, kind)) = open.take() {
                    open = Some((start, at + length, kind));
                }
            } else if let Some(kind) = read_as(kind) {
                found.kinds.extend(open.take());
                open = Some((at, at + length, kind));
            }
            if story != block["story"].as_u64() && kind != "furniture" {
                story = block["story"].as_u64();
                found.stories.insert(at);
            }
            at += length;
        }
        found.kinds.extend(open);
        found
    }

    fn found(parsed: &Parsed, page: &str, places: &Places) -> Self {
        let mut found =
            Self { stories: BTreeSet::new(), kinds: BTreeSet::new(), joins: BTreeSet::new() };
        let marks = Marks::of(parsed, page);
        for (index, _) in parsed.articles.iter().enumerate() {
            let of = |origin: &&Origin| origin.article == index && kind(origin.place).is_some();
            let starts = parsed.origins.iter().filter(of).flat_map(|origin| &origin.ranges);
            let start = starts.map(|range| marks.around(range).start).min();
            found.stories.extend(start.map(|start| places.index(start)));
        }
        for origin in &parsed.origins {
            let Some(kind) = kind(origin.place).filter(|kind| *kind != "other") else { continue };
            // A marker is a part of the block that it marks.
            let ranges: Vec<Range<usize>> =
                origin.ranges.iter().map(|range| marks.around(range)).collect();
            let span = |from: &Range<usize>, to: &Range<usize>| {
                (places.index(from.start), places.index(to.end), kind)
            };
            if matches!(origin.place, Place::At(At::Section(..))) {
                found.kinds.extend(ranges.first().zip(ranges.last()).map(|(a, b)| span(a, b)));
                let rest = origin.ranges.iter().skip(1);
                found.joins.extend(rest.map(|range| places.index(range.start)));
            } else {
                // Head lines are told apart, however many one string holds.
                found.kinds.extend(ranges.iter().map(|range| span(range, range)));
            }
        }
        found
    }
}

/// Where the markers of a page stand.
struct Marks<'a> {
    page: &'a str,
    ranges: Vec<Range<usize>>,
}

impl<'a> Marks<'a> {
    fn of(parsed: &Parsed, page: &'a str) -> Self {
        let of = |origin: &&Origin| matches!(origin.place, Place::Marker(_));
        let ranges = parsed.origins.iter().filter(of).flat_map(|origin| origin.ranges.clone());
        Self { page, ranges: ranges.collect() }
    }

    /// A range with the markers that stand around it on its line.
    fn around(&self, range: &Range<usize>) -> Range<usize> {
        let gap = |from: usize, to: usize| {
            let between = self.page.get(from..to);
            between.is_some_and(|between| between.trim().is_empty() && !between.contains('\n'))
        };
        let mut wide = range.clone();
        while let Some(mark) =
            self.ranges.iter().find(|m| m.start < wide.start && gap(m.end, wide.start))
        {
            wide.start = mark.start;
        }
        while let Some(mark) =
            self.ranges.iter().find(|m| m.end > wide.end && gap(wide.end, m.start))
        {
            wide.end = mark.end;
        }
        wide
    }
}

/// What a block of the gold counts as; nothing for what is neither a head line nor text.
fn read_as(kind: &str) -> Option<&'static str> {
    match kind {
        "para" | "item" => Some("text"),
        "byline" | "caption" | "furniture" => None,
        _ => Some("head"),
    }
}

/// What a string counts as. Where head lines stand together, which is kicker, headline or deck cannot
/// always be told.
fn kind(place: Place) -> Option<&'static str> {
    match place {
        Place::At(At::Kicker | At::Headline | At::Deck | At::Label) => Some("head"),
        Place::At(At::Section(_, within)) => Some(match within {
            newsprint::model::InSection::Heading => "head",
            _ => "text",
        }),
        Place::At(_) => Some("other"),
        Place::Furniture(_) | Place::Marker(_) => None,
    }
}

/// Counts a page's characters without white space.
struct Places {
    /// How many stand before each byte.
    before: Vec<usize>,
    count: usize,
}

impl Places {
    fn of(page: &str) -> Self {
        let mut before = Vec::with_capacity(page.len() + 1);
        let mut count = 0;
        for c in page.chars() {
            before.extend(std::iter::repeat_n(count, c.len_utf8()));
            count += usize::from(!c.is_whitespace());
        }
        before.push(count);
        Self { before, count }
    }

    fn index(&self, byte: usize) -> usize {
        self.before[byte]
    }

    fn length(&self, ranges: &[Range<usize>]) -> usize {
        ranges.iter().map(|range| self.index(range.end) - self.index(range.start)).sum()
    }
}

/// What stands on both sides of a place.
fn around(page: &str, at: usize) -> String {
    let plain: Vec<char> = page.chars().filter(|c| !c.is_whitespace()).collect();
    let before: String = plain[at.saturating_sub(8)..at].iter().collect();
    let after: String = plain[at..(at + 20).min(plain.len())].iter().collect();
    format!("{before}|{after}")
}

#[test]
fn composite_pages_are_read_well() {
    let given = std::env::var_os("NEWSPRINT_PAGES").map(std::path::PathBuf::from);
    let Some(folder) = given.or_else(|| crate::shared::shared("corpora/pages-composite")) else {
        return;
    };
    let (score, differences) = score_folder(&folder);
    for difference in &differences {
        println!("{difference}");
    }
    println!("{score}");
    if std::env::var_os("NEWSPRINT_PAGES").is_none() {
        assert!(score.stories.f1() >= 0.95, "{score}");
        assert!(score.kinds.f1() >= 0.95, "{score}");
        assert!(score.joins.precision() >= 0.95 && score.joins.recall() >= 0.95, "{score}");
    }
    assert_eq!(score.kept.right, score.kept.wanted, "nothing is lost");
}
