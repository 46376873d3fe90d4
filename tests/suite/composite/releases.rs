//! The texts that pages are made of.

use std::io::Read;
use std::path::Path;

use serde_json::Value;

use crate::shared::shared;

/// Which half of the texts: every other one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    /// For writing rules by.
    Train,
    /// For measuring them.
    HeldOut,
}

/// One text: what a careful reader sees in it is known from its source.
#[derive(Clone, Debug)]
pub(super) struct Release {
    pub(super) title: String,
    pub(super) subtitle: String,
    /// `SALVADOR, Feb 26 -`, where it has one.
    pub(super) dateline: String,
    pub(super) paragraphs: Vec<String>,
}

/// Where texts come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// Of a president's office, in Traditional Chinese.
    President,
    /// Of a city and other offices, likewise.
    City,
    /// A news agency's, in English.
    Agency,
}

pub(super) struct Releases {
    president: Vec<Release>,
    city: Vec<Release>,
    agency: Vec<Release>,
}

impl Releases {
    /// One half of the texts; none where they are not there.
    pub(super) fn of(half: Half) -> Option<Self> {
        let president = shared("corpora/tw-president/given.jsonl")?;
        let city = shared("corpora/gov/given-1k.jsonl")?;
        let agency = shared("corpora/reuters/reuters.jsonl.xz")?;
        let president = std::fs::read_to_string(president).expect("text");
        let city = std::fs::read_to_string(city).expect("text");
        Some(Self {
            president: halved(releases(&president, "\n\n").filter(ends).collect(), half),
            city: halved(releases(&city, "\n").filter(is_plain).collect(), half),
            agency: halved(dispatches(&agency), half),
        })
    }

    pub(super) fn from(&self, source: Source) -> &[Release] {
        match source {
            Source::President => &self.president,
            Source::City => &self.city,
            Source::Agency => &self.agency,
        }
    }
}

fn halved(all: Vec<Release>, half: Half) -> Vec<Release> {
    all.into_iter().skip(usize::from(half == Half::HeldOut)).step_by(2).collect()
}

fn releases<'a>(lines: &'a str, between: &'a str) -> impl Iterator<Item = Release> + 'a {
    let values = lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    values.map(move |value| release(&value, between)).filter(|it| it.paragraphs.len() > 2)
}

fn release(value: &Value, between: &str) -> Release {
    let field = |name: &str| value[name].as_str().unwrap_or_default().trim().to_owned();
    let paragraphs = field("body");
    let paragraphs = paragraphs.split(between).map(|text| text.split('\n').collect::<String>());
    let paragraphs = paragraphs.map(|text| text.trim().to_owned());
    Release {
        title: field("title"),
        subtitle: field("subtitle"),
        dateline: field("dateline"),
        paragraphs: paragraphs.filter(|text| !text.is_empty()).collect(),
    }
}

/// Whether each paragraph ends as one: a few texts are broken in their source.
fn ends(release: &Release) -> bool {
    let ended =
        |text: &String| text.ends_with(['。', '」', '』', '！', '？', '）', '：', '.', ')']);
    release.paragraphs.iter().all(ended)
}

/// Whether each paragraph is running text: of others it is not known what they are.
fn is_plain(release: &Release) -> bool {
    let is_text = |text: &String| {
        text.chars().count() >= 30
            && text.ends_with(['。', '」', '！', '？'])
            && !text.starts_with(|c: char| !c.is_alphanumeric() && c != '「' && c != '《')
            && !text.contains("發稿單位")
    };
    release.paragraphs.iter().all(is_text) && release.title.chars().count() <= 60
}

fn dispatches(path: &Path) -> Vec<Release> {
    let packed = std::fs::read(path).expect("an archive");
    let mut lines = String::new();
    let mut reader = lzma_rust2::XzReader::new(packed.as_slice(), true);
    reader.read_to_string(&mut lines).expect("text");
    let values = lines.lines().step_by(40).filter_map(|l| serde_json::from_str::<Value>(l).ok());
    values.filter_map(|value| dispatch(&value)).collect()
}

/// An agency indents each paragraph's first line, and ends with its name.
fn dispatch(value: &Value) -> Option<Release> {
    let body = value["body"].as_str()?.trim_end();
    let body = body.strip_suffix("Reuter").unwrap_or(body);
    let mut paragraphs: Vec<String> = Vec::new();
    for line in body.lines().filter(|line| !line.trim().is_empty()) {
        match paragraphs.last_mut().filter(|_| !line.starts_with("    ")) {
            Some(last) => {
                last.push(' ');
                last.push_str(line.trim());
            }
            None => paragraphs.push(line.trim().to_owned()),
        }
    }
    let whole = |text: &String| text.ends_with(['.', '"']) && text.len() > 60;
    let plain = !body.contains("    -") && !body.contains("   Shr") && !body.contains("vs ");
    let title = value["title"].as_str()?.replace(['<', '>'], "");
    (paragraphs.len() > 3 && plain && paragraphs.iter().all(whole)).then(|| Release {
        title,
        subtitle: String::new(),
        dateline: value["dateline"].as_str().unwrap_or_default().to_owned(),
        paragraphs,
    })
}
