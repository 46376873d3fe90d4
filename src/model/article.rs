use serde::{Deserialize, Serialize};

use super::at::InSection;
use super::{ArticleId, At, Block, Caption, EntityId, Kind, Span};

/// One story.
///
/// Serialised, it is what `newsprint inspect --json` prints; `docs/inspect.schema.json` describes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// See [`ArticleId`].
    pub id: ArticleId,
    /// BCP 47, as in `zh-Hant` or `en`.
    pub language: String,
    /// The line above the headline.
    pub kicker: Option<String>,
    /// The headline; absent where the text has none.
    pub headline: Option<String>,
    /// The line or lines below the headline that sum the story up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deck: Option<String>,
    /// A one-word rubric, as 特寫.
    pub label: Option<String>,
    /// Who wrote it, as printed, without the mark in front.
    pub byline: Option<String>,
    /// Where it comes from, as printed. Read off the text, where it stays, unless it had a line to itself.
    pub source: Option<String>,
    /// The day it speaks of or was published, as printed. Read off the text likewise.
    pub date: Option<String>,
    /// `date` as ISO 8601, as far as it is known: `2026-05-20`, `2026-05`, `2026`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// Never empty in an article with body text; only the first may lack a heading.
    pub sections: Vec<Section>,
    /// Pictures and their words. Those that a [`Block::Figure`] places stand first, in the order of their blocks; the
    /// others belong to the article as a whole.
    pub captions: Vec<Caption>,
    /// What the page prints that no reader reads as the story.
    pub furniture: Vec<String>,
    /// Marks that stood in the source and are shown by other means: list bullets, a byline's ●.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub markers: Vec<String>,
    /// Where entities stand, sorted by `at` and `start`; spans of one string never overlap.
    pub mentions: Vec<Mention>,
    /// Links and emphasis, sorted likewise; these may nest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub styles: Vec<Style>,
}

/// A stretch of text under one subhead.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// The subhead.
    pub heading: Option<String>,
    /// How deep the subhead stands; 1 is a subhead of the article itself.
    #[serde(default = "first_level", skip_serializing_if = "is_first_level")]
    pub level: u8,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

fn first_level() -> u8 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_first_level(level: &u8) -> bool {
    *level <= 1
}

/// One place where an entity stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// In which string.
    pub at: At,
    /// Where in it.
    #[serde(flatten)]
    pub span: Span,
    /// The kind of what is mentioned.
    pub kind: Kind,
    /// What is mentioned; two for 中俄.
    pub entities: Vec<EntityId>,
}

/// A link or an emphasis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Style {
    /// In which string.
    pub at: At,
    /// Where in it.
    #[serde(flatten)]
    pub span: Span,
    /// How it was set.
    pub styling: Styling,
}

/// How a stretch of text was set in the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Styling {
    /// Stressed.
    Emphasis,
    /// Stressed strongly.
    Strong,
    /// Program text in a line.
    Code,
    /// A link out: `http`, `https` or `mailto` only.
    Link(String),
}

impl Article {
    /// The string at a place, if the article has one there.
    #[must_use]
    pub fn text_at(&self, at: At) -> Option<&str> {
        match at {
            At::Kicker => self.kicker.as_deref(),
            At::Headline => self.headline.as_deref(),
            At::Deck => self.deck.as_deref(),
            At::Label => self.label.as_deref(),
            At::Byline => self.byline.as_deref(),
            At::Source => self.source.as_deref(),
            At::Date => self.date.as_deref(),
            At::Caption(n) => self.captions.get(n as usize).map(|c| c.text.as_str()),
            At::Credit(n) => self.captions.get(n as usize)?.credit.as_deref(),
            At::Section(s, within) => self.sections.get(s as usize)?.text_at(within),
        }
    }

    /// Every string of the article in the order of [`At`], without `source` and `date`, which repeat
    /// words of the text.
    pub fn texts(&self) -> impl Iterator<Item = (At, &str)> {
        let heads = [At::Kicker, At::Headline, At::Deck, At::Label, At::Byline]
            .into_iter()
            .filter_map(|at| Some((at, self.text_at(at)?)));
        let body = self.sections.iter().enumerate().flat_map(|(s, section)| section.texts(s));
        let captions = self.captions.iter().enumerate().flat_map(|(n, caption)| {
            let n = super::at::small(n);
            let credit = caption.credit.as_deref().map(|credit| (At::Credit(n), credit));
            let text = Some((At::Caption(n), caption.text.as_str()));
            text.filter(|(_, text)| !text.is_empty()).into_iter().chain(credit)
        });
        heads.chain(body).chain(captions)
    }

    /// What to call the article: its headline, else the beginning of its text, at most 24 code points.
    #[must_use]
    pub fn title(&self) -> String {
        self.headline.clone().unwrap_or_else(|| {
            self.texts().map(|(_, text)| text).next().unwrap_or_default().chars().take(24).collect()
        })
    }

    /// How many of the captions have a place in the text: the first so many.
    #[must_use]
    pub fn placed(&self) -> usize {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks.filter(|block| matches!(block, Block::Figure { .. })).count()
    }

    /// How much there is to read: the [`amount`](super::amount) of the body.
    #[must_use]
    pub fn length(&self) -> usize {
        let body = self.sections.iter().enumerate().flat_map(|(s, section)| section.texts(s));
        body.map(|(_, text)| super::amount(text)).sum()
    }
}

impl Section {
    fn text_at(&self, within: InSection) -> Option<&str> {
        match within {
            InSection::Heading => self.heading.as_deref(),
            InSection::Text(block) => self.blocks.get(block as usize)?.text(),
            InSection::Item(block, item) => match self.blocks.get(block as usize)? {
                Block::List { items, .. } => items.get(item as usize).map(String::as_str),
                _ => None,
            },
            InSection::Cell(block, row, column) => match self.blocks.get(block as usize)? {
                Block::Table { rows } => {
                    rows.get(row as usize)?.get(column as usize).map(String::as_str)
                }
                _ => None,
            },
        }
    }

    /// Every string of the section, which is number `index` of its article, in reading order.
    pub fn texts(&self, index: usize) -> impl Iterator<Item = (At, &str)> {
        let heading = self.heading.as_deref().map(|heading| (At::heading(index), heading));
        let blocks = self.blocks.iter().enumerate().flat_map(move |(b, block)| {
            let places: Vec<(At, &str)> = match block {
                Block::List { items, .. } => items
                    .iter()
                    .enumerate()
                    .map(|(i, item)| (At::item(index, b, i), item.as_str()))
                    .collect(),
                Block::Table { rows } => rows
                    .iter()
                    .enumerate()
                    .flat_map(|(r, cells)| {
                        cells
                            .iter()
                            .enumerate()
                            .map(move |(c, cell)| (At::cell(index, b, r, c), cell.as_str()))
                    })
                    .collect(),
                _ => block.text().map(|text| (At::text(index, b), text)).into_iter().collect(),
            };
            places
        });
        heading.into_iter().chain(blocks)
    }
}
