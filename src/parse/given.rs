//! An article from a document whose format tells its structure.

use std::borrow::Cow;
use std::vec::IntoIter;

use super::day::{self, Day};
use super::language::language_of;
use crate::model::{Article, ArticleId, At, Block, Caption, Section, Span, Style};
use crate::read::{Given, Piece, Words};

/// The article that a format tells; none where it says nothing at all. `file_day` is the day in the file's name.
pub(super) fn article(given: &Given, pieces: Vec<Piece>, file_day: Option<Day>) -> Option<Article> {
    let given = &*dated(given);
    let mut builder = Builder::default();
    let mut pieces = pieces.into_iter();
    builder.open(given, &mut pieces);
    let day = given.date.as_deref().map(day::of_field).unwrap_or_default();
    let told = day != Day::default();
    let day = if told { day.within(file_day) } else { file_day.unwrap_or_default() };
    builder.article.day = day.iso();
    for piece in pieces {
        builder.take(piece);
    }
    builder.close_section();
    let mut article = builder.article;
    let empty = article.texts().next().is_none();
    article.id = given.id.as_deref().map(ArticleId::new).unwrap_or_default();
    article.language = match &given.language {
        Some(language) => language.clone(),
        None => language_of(article.texts().map(|(_, text)| text)).to_owned(),
    };
    article
        .styles
        .sort_by_key(|style| (style.at, style.span.start, std::cmp::Reverse(style.span.end)));
    (!empty).then_some(article)
}

/// Longer bylines, in code points, are none that end in a day.
const LONGEST_BYLINE: usize = 200;

/// With the day that stands only in the byline, as in `Jane Doe on May 5, 2026 at 9:00`, taken out of it.
fn dated(given: &Given) -> Cow<'_, Given> {
    let short = |byline: &&str| byline.chars().nth(LONGEST_BYLINE).is_none();
    let byline = given.byline.as_deref().filter(short).filter(|_| given.date.is_none());
    let byline = byline.unwrap_or_default();
    let whole = |day: Day| day.month.and(day.day).is_some() && day.iso().is_some();
    let mut before = ' ';
    let day = byline.char_indices().find(|(at, c)| {
        let begins = !std::mem::replace(&mut before, *c).is_alphanumeric();
        let day = byline.get(*at..).filter(|_| begins).and_then(day::start);
        day.is_some_and(|(_, day)| whole(day))
    });
    let Some((names, date)) = day.and_then(|(at, _)| byline.split_at_checked(at)) else {
        return Cow::Borrowed(given);
    };
    let names = names.trim_end_matches(|c: char| c.is_whitespace() || "|,·•-–—/".contains(c));
    let names = names.strip_suffix(" on").unwrap_or(names);
    let byline = (!names.is_empty()).then(|| names.to_owned());
    Cow::Owned(Given { byline, date: Some(date.to_owned()), ..given.clone() })
}

/// A day without the time that machines write after it (RFC 3339), which no reader wants in a byline.
fn without_time(date: &str) -> &str {
    let is_day =
        |day: &str| day.len() == 10 && day.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    match date.trim().split_once('T') {
        Some((day, time)) if is_day(day) && time.starts_with(|c: char| c.is_ascii_digit()) => day,
        _ => date,
    }
}

#[derive(Default)]
struct Builder {
    article: Article,
    section: Section,
    open: bool,
    /// The level of the headings that stand for subheads.
    top: u8,
}

impl Builder {
    /// Takes what the format says outside the text. Where that is no title, a first heading of the
    /// highest level is the headline, and is taken from the pieces.
    fn open(&mut self, given: &Given, pieces: &mut IntoIter<Piece>) {
        let line = |text: &Option<String>| text.as_deref().map(one_line);
        self.article = Article {
            kicker: line(&given.kicker),
            headline: line(&given.title),
            deck: line(&given.deck),
            label: line(&given.label),
            byline: line(&given.byline),
            source: line(&given.source),
            date: given.date.as_deref().map(|date| one_line(without_time(date))),
            ..Article::default()
        };
        if let Some(Piece::Heading(1, words)) = pieces.as_slice().first() {
            let same = self.article.headline.as_deref() == Some(words.text.as_str());
            if self.article.headline.is_none() || same {
                self.article.headline = Some(words.text.clone());
                self.style(At::Headline, words);
                pieces.next();
            }
        }
        let levels = pieces.as_slice().iter().filter_map(|piece| match piece {
            Piece::Heading(level, _) => Some(*level),
            _ => None,
        });
        self.top = levels.min().unwrap_or(1);
    }

    fn take(&mut self, piece: Piece) {
        let at = At::text(self.article.sections.len(), self.section.blocks.len());
        match piece {
            Piece::Heading(level, words) => self.heading(level, words),
            Piece::Paragraph(words) => {
                self.style(at, &words);
                self.block(Block::Paragraph { text: words.text });
            }
            Piece::Quote(words) => {
                self.style(at, &words);
                self.block(Block::Quote { text: words.text });
            }
            Piece::Note(words) => {
                self.style(at, &words);
                self.block(Block::Note { text: words.text });
            }
            Piece::Code(text) => self.block(Block::Code { text }),
            Piece::List { ordered, first, items, nested } => {
                let items = self.items(items);
                self.block(Block::List { ordered, first, items, nested });
            }
            Piece::Table(rows) => self.table(rows),
            Piece::Figure { picture, text, credit } => {
                let caption = crate::model::small(self.article.captions.len());
                self.style(At::Caption(caption), &text);
                self.article.captions.push(Caption { text: text.text, credit, picture });
                self.block(Block::Figure { caption });
            }
        }
    }

    fn heading(&mut self, level: u8, words: Words) {
        self.close_section();
        self.style(At::heading(self.article.sections.len()), &words);
        self.open = true;
        self.section = Section {
            heading: Some(words.text),
            level: level.saturating_sub(self.top) + 1,
            blocks: Vec::new(),
        };
    }

    fn items(&mut self, items: Vec<Words>) -> Vec<String> {
        for (n, words) in items.iter().enumerate() {
            let at = At::item(self.article.sections.len(), self.section.blocks.len(), n);
            self.style(at, words);
        }
        items.into_iter().map(|words| words.text).collect()
    }

    fn table(&mut self, rows: Vec<Vec<Words>>) {
        for (r, cells) in rows.iter().enumerate() {
            for (c, words) in cells.iter().enumerate() {
                let at = At::cell(self.article.sections.len(), self.section.blocks.len(), r, c);
                self.style(at, words);
            }
        }
        let texts = |cells: Vec<Words>| cells.into_iter().map(|words| words.text).collect();
        self.block(Block::Table { rows: rows.into_iter().map(texts).collect() });
    }

    fn block(&mut self, block: Block) {
        self.open = true;
        self.section.blocks.push(block);
    }

    fn close_section(&mut self) {
        if std::mem::take(&mut self.open) {
            let mut section = std::mem::take(&mut self.section);
            section.level = section.level.max(1);
            self.article.sections.push(section);
        }
    }

    fn style(&mut self, at: At, words: &Words) {
        let styles = words.styles.iter().map(|(range, styling)| Style {
            at,
            span: Span::new(range.clone()),
            styling: styling.clone(),
        });
        self.article.styles.extend(styles);
    }
}

/// A field's text without line breaks.
fn one_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
