//! What was understood, for a person to read: the stories one by one, then who and what they speak of.

use std::collections::BTreeMap;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use newsprint::model::{Article, ArticleId, Block, Corpus, Kind, Section, amount, sets_no_spaces};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::draw::counted;

pub(crate) const BOLD: Style = Style::new().bold();
pub(crate) const QUIET: Style = Style::new().dimmed();
const NAME: Style = AnsiColor::Cyan.on_default();

/// The widest a section's heading gets before it is cut, in columns of a terminal.
const WIDEST: usize = 48;

/// How many names are listed of each kind.
const NAMES: usize = 8;

/// Writes the outline; colours are for the caller to let through or to strip. `encodings` says how files were read,
/// `joins` by the article's id where lines were joined.
pub(crate) fn write(
    out: &mut impl Write,
    corpus: &Corpus,
    encodings: &[String],
    joins: &BTreeMap<&ArticleId, Vec<String>>,
) -> io::Result<()> {
    let length: usize = corpus.articles.iter().map(Article::length).sum();
    let by_character = corpus.articles.first().is_some_and(|it| sets_no_spaces(&it.language));
    let unit = if by_character { "character" } else { "word" };
    let articles = counted(corpus.articles.len(), "article");
    writeln!(out, "{BOLD}{}{BOLD:#}", clean(&corpus.facts.title))?;
    writeln!(out, "{QUIET}{articles}, {}{QUIET:#}", counted(length, unit))?;
    for line in encodings {
        writeln!(out, "{QUIET}{}{QUIET:#}", clean(line))?;
    }
    for (index, article) in corpus.articles.iter().enumerate() {
        writeln!(out)?;
        story(out, index + 1, article)?;
        for seam in joins.get(&article.id).into_iter().flatten() {
            fact(out, "joined", seam)?;
        }
    }
    entities(out, corpus)
}

fn story(out: &mut impl Write, number: usize, article: &Article) -> io::Result<()> {
    let title = clean(article.headline.as_deref().unwrap_or("(no headline)"));
    writeln!(out, "{number:>2}  {BOLD}{title}{BOLD:#}")?;
    let day = article.day.as_deref().filter(|day| article.date.as_deref() != Some(day));
    let date = article.date.as_ref().map(|date| match day {
        Some(day) => format!("{date} ({day})"),
        None => date.clone(),
    });
    let facts = [
        ("id", Some(article.id.as_str())),
        ("language", Some(article.language.as_str())),
        ("kicker", article.kicker.as_deref()),
        ("label", article.label.as_deref()),
        ("deck", article.deck.as_deref()),
        ("byline", article.byline.as_deref()),
        ("source", article.source.as_deref()),
        ("date", date.as_deref()),
    ];
    for (name, value) in facts {
        if let Some(value) = value {
            fact(out, name, value)?;
        }
    }
    sections(out, &article.sections)?;
    for caption in &article.captions {
        let credit = caption.credit.as_ref().map(|credit| format!(" ({credit})"));
        fact(out, "caption", &format!("{}{}", caption.text, credit.unwrap_or_default()))?;
    }
    for furniture in &article.furniture {
        fact(out, "set aside", furniture)?;
    }
    if !article.markers.is_empty() {
        fact(out, "markers", &article.markers.join(" "))?;
    }
    let mentions = mentions_by_kind(article);
    if !mentions.is_empty() {
        fact(out, "mentions", &mentions)?;
    }
    Ok(())
}

fn fact(out: &mut impl Write, name: &str, value: &str) -> io::Result<()> {
    writeln!(out, "    {NAME}{name:<9}{NAME:#}  {}", clean(value))
}

/// One line for each section: its heading, what it holds, how long it is.
fn sections(out: &mut impl Write, sections: &[Section]) -> io::Result<()> {
    let headings: Vec<String> = sections.iter().map(heading).collect();
    let width = headings.iter().map(|heading| heading.width()).max().unwrap_or_default();
    for (section, heading) in sections.iter().zip(&headings) {
        let padding = " ".repeat(width - heading.width().min(width));
        let length: usize = section.texts(0).map(|(_, text)| amount(text)).sum();
        writeln!(out, "    {heading}{padding}  {length:>6}  {QUIET}{}{QUIET:#}", held(section))?;
    }
    Ok(())
}

fn heading(section: &Section) -> String {
    let indent = "  ".repeat(usize::from(section.level.saturating_sub(1)));
    match &section.heading {
        Some(heading) => indent + "§ " + &cut(&clean(heading), WIDEST),
        None => indent + "§",
    }
}

/// `3 paragraphs, 1 list of 4`
fn held(section: &Section) -> String {
    let mut counts: BTreeMap<usize, (usize, &str)> = BTreeMap::new();
    let mut items = 0;
    for block in &section.blocks {
        let (rank, name) = match block {
            Block::Paragraph { .. } => (0, "paragraph"),
            Block::List { items: more, .. } => {
                items += more.len();
                (1, "list")
            }
            Block::Quote { .. } => (2, "quotation"),
            Block::Note { .. } => (3, "note"),
            Block::Table { .. } => (4, "table"),
            Block::Code { .. } => (5, "code block"),
            Block::Figure { .. } => (6, "figure"),
        };
        counts.entry(rank).or_insert((0, name)).0 += 1;
    }
    let parts: Vec<String> = counts
        .into_values()
        .map(|(count, name)| match name {
            "list" => format!("{} of {}", counted(count, name), counted(items, "item")),
            _ => counted(count, name),
        })
        .collect();
    parts.join(", ")
}

fn mentions_by_kind(article: &Article) -> String {
    let mut counts: BTreeMap<&Kind, usize> = BTreeMap::new();
    for mention in &article.mentions {
        *counts.entry(&mention.kind).or_default() += 1;
    }
    let parts: Vec<String> =
        counts.into_iter().map(|(kind, count)| format!("{kind} {count}")).collect();
    parts.join(", ")
}

/// One line for each kind, in the order in which readers see the kinds.
fn entities(out: &mut impl Write, corpus: &Corpus) -> io::Result<()> {
    if corpus.entities.is_empty() {
        return Ok(());
    }
    let mut mentioned: BTreeMap<&str, usize> = BTreeMap::new();
    let mentions = corpus.articles.iter().flat_map(|article| &article.mentions);
    for id in mentions.flat_map(|mention| &mention.entities) {
        *mentioned.entry(id.as_str()).or_default() += 1;
    }
    writeln!(out, "\n{BOLD}Entities{BOLD:#}")?;
    let kinds = corpus.facts.kinds.iter().map(|facts| &facts.kind);
    let width = kinds.clone().map(|kind| kind.as_str().width()).max().unwrap_or_default();
    for kind in kinds {
        let mut of_kind: Vec<(usize, &str)> = corpus
            .entities
            .iter()
            .filter(|entity| entity.kind == *kind)
            .map(|entity| {
                (mentioned.get(entity.id.as_str()).copied().unwrap_or(0), entity.name.as_str())
            })
            .collect();
        if of_kind.is_empty() {
            continue;
        }
        of_kind.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let total: usize = of_kind.iter().map(|(count, _)| count).sum();
        let more = if of_kind.len() > NAMES { ", …" } else { "" };
        let names: Vec<String> = of_kind
            .iter()
            .take(NAMES)
            .map(|(count, name)| format!("{} {count}", clean(name)))
            .collect();
        let padding = " ".repeat(width - kind.as_str().width().min(width));
        writeln!(
            out,
            "    {NAME}{kind}{NAME:#}{padding}  {:>4} in {total:>4}  {QUIET}{}{more}{QUIET:#}",
            of_kind.len(),
            names.join(", "),
        )?;
    }
    Ok(())
}

/// Cuts to so many columns, with an ellipsis.
pub(crate) fn cut(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut room = columns.saturating_sub(1);
    let fits = |c: &char| {
        let width = c.width().unwrap_or(0);
        let fits = width <= room;
        room = room.saturating_sub(width);
        fits
    };
    let mut kept: String = text.chars().take_while(fits).collect();
    kept.push('…');
    kept
}

/// What stands in a text must not steer the terminal.
pub(crate) fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_han_character_takes_two_columns() {
        assert_eq!(cut("報紙", 4), "報紙");
        assert_eq!(cut("報紙上", 4), "報…");
        assert_eq!(cut("abcde", 4), "abc…");
    }
}
