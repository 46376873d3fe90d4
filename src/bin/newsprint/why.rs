//! How a file was read: each of its lines with what became of it (`--diff`), and, of a pasted page, which rules said so (`--why`).

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;

use anstyle::{AnsiColor, Style};
use newsprint::annotate::Reason;
use newsprint::model::{Article, At, Block, Corpus, EntityId};
use newsprint::parse::{Fired, Place};
use unicode_width::UnicodeWidthStr as _;

use crate::outline::{BOLD, QUIET, clean, cut};
use crate::understand::Page;

const NAME: Style = AnsiColor::Cyan.on_default();
const FOR: Style = AnsiColor::Green.on_default();
const AGAINST: Style = AnsiColor::Red.on_default();

/// How much of a line is shown where its rules are told, in columns of a terminal.
const WIDEST: usize = 56;

/// A stretch of a page, and what became of it.
struct Piece<'a> {
    /// In bytes of the page.
    range: Range<usize>,
    /// The article's index in the page; none for what no article has.
    article: Option<usize>,
    what: &'a str,
    /// Whether it goes on with a text that began in an earlier line.
    joined: bool,
}

/// Writes each line of the page with what became of each part of it: every character that is no white space once.
pub(crate) fn diff(out: &mut impl Write, page: &Page) -> io::Result<()> {
    title(out, page)?;
    let pieces = pieces(page);
    let mut rest = pieces.as_slice();
    let mut story = None;
    for (number, line) in lines(&page.text) {
        let ended = rest.iter().take_while(|piece| piece.range.end <= line.start).count();
        rest = rest.get(ended..).unwrap_or_default();
        let of_line = of_line(&page.text, &line, rest);
        for (n, piece) in of_line.iter().enumerate() {
            if let Some(article) = piece.article
                && story.replace(article) != Some(article)
            {
                let headline = page.articles.get(article).map(Article::title).unwrap_or_default();
                writeln!(out, "{BOLD}── {} {}{BOLD:#}", article + 1, clean(&headline))?;
            }
            let number = if n == 0 { number.to_string() } else { String::new() };
            let what = if piece.joined { "⁀ joined" } else { piece.what };
            let text = clean(page.text.get(piece.range.clone()).unwrap_or_default());
            let style = if is_aside(piece.what) { QUIET } else { Style::new() };
            writeln!(
                out,
                "{QUIET}{number:>5}{QUIET:#}  {NAME}{what:<9}{NAME:#}  {style}{text}{style:#}"
            )?;
        }
    }
    Ok(())
}

/// The pieces of a line, of those from it on. What no string claims is markup or was set aside; marks without a letter go with
/// what they stand beside.
fn of_line<'a>(text: &str, line: &Range<usize>, pieces: &[Piece<'a>]) -> Vec<Piece<'a>> {
    let mut found: Vec<Piece<'a>> = Vec::new();
    let mut at = line.start;
    let within = pieces.iter().take_while(|piece| piece.range.start < line.end);
    let end = Piece { range: line.end..line.end, article: None, what: "", joined: false };
    for piece in within.chain([&end]) {
        let range = piece.range.start.max(line.start)..piece.range.end.min(line.end);
        let gap = at..range.start.max(at);
        let between = text.get(gap.clone()).unwrap_or_default();
        at = at.max(range.end);
        if between.contains(char::is_alphanumeric) {
            let what = if found.is_empty() && range.is_empty() { "set aside" } else { "markup" };
            found.push(Piece { range: trimmed(text, gap), article: None, what, joined: false });
        } else if let Some(last) = found.last_mut()
            && !range.is_empty()
            && last.what == piece.what
            && last.article == piece.article
            && !between.is_empty()
        {
            last.range.end = range.end;
            continue;
        }
        if !range.is_empty() {
            found.push(Piece { range, ..*piece });
        }
    }
    found
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (inner.len() - inner.trim_start().len());
    start..start + inner.trim().len()
}

/// Writes each line that a rule spoke about, what became of it, and each judgement with its rules.
pub(crate) fn why(out: &mut impl Write, page: &Page) -> io::Result<()> {
    title(out, page)?;
    let pieces = pieces(page);
    let (mut fired, mut rest) = (page.fired.as_slice(), pieces.as_slice());
    for (number, line) in lines(&page.text) {
        let count = fired.iter().take_while(|fired| fired.line <= number).count();
        let (of_line, later) = fired.split_at(count);
        fired = later;
        let (begun, later) =
            rest.split_at(rest.iter().take_while(|piece| piece.range.start < line.end).count());
        rest = later;
        let text = page.text.get(line.clone()).unwrap_or_default().trim();
        if text.is_empty() {
            continue;
        }
        let became = begun.iter().filter(|piece| line.contains(&piece.range.start));
        let became: Vec<&str> =
            became.map(|piece| if piece.joined { "⁀ joined" } else { piece.what }).collect();
        let shown = cut(&clean(text), WIDEST);
        let padding = " ".repeat(WIDEST - shown.width().min(WIDEST));
        let became = became.join(", ");
        writeln!(
            out,
            "{QUIET}{number:>5}{QUIET:#}  {BOLD}{shown}{BOLD:#}{padding}  {NAME}{became}{NAME:#}"
        )?;
        for judgement in of_line.chunk_by(|a, b| subject(a) == subject(b)) {
            judged(out, judgement)?;
        }
    }
    Ok(())
}

/// Writes, for every article, each name in it: the entity it is taken for, the rule that found it, and why it belongs there.
pub(crate) fn names(out: &mut impl Write, corpus: &Corpus, reasons: &[Reason]) -> io::Result<()> {
    let mut reasons = reasons.chunk_by(|a, b| a.article == b.article).peekable();
    for (index, article) in corpus.articles.iter().enumerate() {
        writeln!(out, "\n{BOLD}who and what in {}{BOLD:#}", clean(&article.title()))?;
        let here = reasons.next_if(|some| some.first().is_some_and(|it| it.article == index));
        // One line for all mentions that were found and linked alike.
        let mut told: BTreeMap<(String, String, &str, &str), usize> = BTreeMap::new();
        for (reason, mention) in here.unwrap_or_default().iter().zip(&article.mentions) {
            let text = mention.span.of(article.text_at(mention.at).unwrap_or_default());
            let ids: Vec<&str> = mention.entities.iter().map(EntityId::as_str).collect();
            *told
                .entry((ids.join(", "), text.to_owned(), reason.rule, reason.link))
                .or_default() += 1;
        }
        let mut before = String::new();
        for ((ids, text, rule, link), times) in told {
            if ids != before {
                writeln!(out, "  {NAME}{}{NAME:#}", clean(&ids))?;
                before = ids;
            }
            let times = if times > 1 { format!(" ×{times}") } else { String::new() };
            writeln!(
                out,
                "    {BOLD}{}{BOLD:#}{times}  {QUIET}found: {rule}; belongs here: {link}{QUIET:#}",
                clean(&text)
            )?;
        }
    }
    Ok(())
}

/// One question about a line, its answer, and the rules that gave it.
fn judged(out: &mut impl Write, rules: &[Fired]) -> io::Result<()> {
    let Some(first) = rules.first() else { return Ok(()) };
    let sum: i32 = rules.iter().map(|fired| fired.weight).sum();
    let question = match subject(first) {
        "head" => "a heading?",
        "join" => "goes on with the line before?",
        "story" => "opens a story?",
        other => other,
    };
    let (style, answer) = if sum > 0 { (FOR, "yes") } else { (AGAINST, "no") };
    writeln!(out, "         {question} {style}{answer} {sum:+}{style:#}")?;
    for fired in rules {
        let style = if fired.weight > 0 { FOR } else { AGAINST };
        let Fired { rule, reason, weight, .. } = fired;
        writeln!(
            out,
            "           {style}{weight:>+4}{style:#}  {rule:<21} {QUIET}{reason}{QUIET:#}"
        )?;
    }
    Ok(())
}

fn title(out: &mut impl Write, page: &Page) -> io::Result<()> {
    writeln!(out, "{BOLD}{}{BOLD:#}", clean(&page.name))
}

/// What a rule judges: the part of its name before the stroke.
fn subject(fired: &Fired) -> &'static str {
    fired.rule.split('/').next().unwrap_or_default()
}

/// What became of the page, in its order.
fn pieces(page: &Page) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = page
        .origins
        .iter()
        .flat_map(|origin| {
            let what = name(page.articles.get(origin.article), origin.place);
            let whole = !matches!(origin.place, Place::At(At::Section(..)));
            origin.ranges.iter().enumerate().map(move |(n, range)| Piece {
                range: range.clone(),
                article: Some(origin.article),
                what,
                joined: n > 0 && !whole && page.pasted,
            })
        })
        .filter(|piece| !piece.range.is_empty())
        .collect();
    pieces.sort_by_key(|piece| piece.range.start);
    pieces
}

/// What readers would call a string of an article.
fn name(article: Option<&Article>, place: Place) -> &'static str {
    match place {
        Place::Furniture(_) => "set aside",
        Place::Marker(_) => "mark",
        Place::At(At::Kicker) => "kicker",
        Place::At(At::Headline) => "headline",
        Place::At(At::Deck) => "deck",
        Place::At(At::Label) => "label",
        Place::At(At::Byline) => "byline",
        Place::At(At::Source) => "source",
        Place::At(At::Date) => "date",
        Place::At(At::Caption(_)) => "caption",
        Place::At(At::Credit(_)) => "credit",
        Place::At(at) => match (at.section(), at.block()) {
            (Some(section), Some(block)) => {
                let section = article.and_then(|article| article.sections.get(section));
                of_block(section.and_then(|section| section.blocks.get(block)))
            }
            _ => "subhead",
        },
    }
}

fn of_block(block: Option<&Block>) -> &'static str {
    match block {
        Some(Block::List { .. }) => "item",
        Some(Block::Table { .. }) => "cell",
        Some(Block::Note { .. }) => "note",
        Some(Block::Quote { .. }) => "quotation",
        _ => "paragraph",
    }
}

fn is_aside(what: &str) -> bool {
    matches!(what, "set aside" | "mark" | "markup")
}

/// The lines of a page that an editor counts: their numbers from 1, and their bytes.
fn lines(text: &str) -> impl Iterator<Item = (u32, Range<usize>)> + '_ {
    let (mut at, mut number, mut returned) = (0, 0, false);
    text.split_inclusive(['\n', '\r']).map(move |line| {
        let range = at..at + line.len();
        at = range.end;
        // The second half of a line end of two characters is no line.
        number += u32::from(!(returned && line == "\n"));
        returned = line.ends_with('\r');
        (number, range)
    })
}
