//! `newsprint search`: the same answers as the page's, for a terminal or a script.

use std::io::{self, Write};

use anstyle::Style;
use newsprint::model::{Article, At};
use newsprint::pack::Pack;
use newsprint::search::{Answer, Hit, Query, search};
use serde::Serialize;

use crate::Ending;
use crate::args::Search;
use crate::draw::counted;
use crate::load::load;
use crate::outline::{BOLD, QUIET, clean};

const HIT: Style = Style::new().bold().underline();

/// How much of a paragraph is shown before and after a place, in code points.
const CONTEXT: (usize, usize) = (16, 28);

/// What `--json` prints: the counts are of everything, the hits go up to the limit.
#[derive(Serialize)]
struct Found {
    articles: usize,
    places: usize,
    hits: Vec<Place>,
}

/// One place that matches.
#[derive(Serialize)]
struct Place {
    /// The article's id.
    article: String,
    title: String,
    /// The heading it stands under.
    section: Option<String>,
    /// The number of its paragraph in the article, from 0, as in the page's links (`#/a/id/p/3`); none for a
    /// place in the headline and the like.
    paragraph: Option<usize>,
    /// The words around it.
    excerpt: String,
    /// Where in the excerpt it is, in bytes.
    #[serde(skip)]
    hit: std::ops::Range<usize>,
}

pub(crate) fn run(args: &Search, verbose: bool) -> anyhow::Result<Ending> {
    let loaded = load(&args.source, &[])?;
    loaded.draw(verbose);
    loaded.require_articles(&args.source)?;
    let ending = loaded.ending();
    let articles = loaded.corpus.articles.clone();
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let pack = Pack::of(loaded.corpus);
    let answer = runtime.block_on(search(&pack, &Query::parse(&args.query)))?;
    let found = Found::of(&answer, &articles, args.limit);

    let mut out = io::BufWriter::new(anstream::stdout().lock());
    if args.json {
        serde_json::to_writer_pretty(&mut out, &found).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        table(&mut out, &found)?;
    }
    out.flush()?;
    Ok(ending)
}

impl Found {
    fn of(answer: &Answer, articles: &[Article], limit: usize) -> Self {
        let hits = answer
            .found
            .iter()
            .filter_map(|found| Some((articles.get(found.article)?, &found.places)))
            .flat_map(|(article, places)| places.iter().map(move |hit| Place::of(article, *hit)))
            .take(limit)
            .collect();
        Self { articles: answer.articles, places: answer.places, hits }
    }
}

impl Place {
    fn of(article: &Article, hit: Hit) -> Self {
        let text = article.text_at(hit.at).unwrap_or_default();
        let (start, end) = (hit.span.start as usize, hit.span.end as usize);
        let characters = || text.chars().map(|c| if c.is_control() { ' ' } else { c });
        let first = start.saturating_sub(CONTEXT.0);
        let mut excerpt = String::from(if first > 0 { "…" } else { "" });
        excerpt.extend(characters().skip(first).take(start - first));
        let from = excerpt.len();
        excerpt.extend(characters().skip(start).take(end.saturating_sub(start)));
        let to = excerpt.len();
        excerpt.extend(characters().skip(end).take(CONTEXT.1));
        if characters().nth(end + CONTEXT.1).is_some() {
            excerpt.push('…');
        }
        let section = hit.at.section().and_then(|section| article.sections.get(section));
        Self {
            article: article.id.as_str().to_owned(),
            title: article.title(),
            section: section.and_then(|section| section.heading.clone()),
            paragraph: paragraph(article, hit.at),
            excerpt,
            hit: from..to,
        }
    }
}

/// Blocks are counted through the article.
fn paragraph(article: &Article, at: At) -> Option<usize> {
    let before = article.sections.get(..at.section()?)?;
    let blocks: usize = before.iter().map(|section| section.blocks.len()).sum();
    Some(blocks + at.block()?)
}

fn table(out: &mut impl Write, found: &Found) -> io::Result<()> {
    let (places, articles) = (counted(found.places, "place"), counted(found.articles, "article"));
    writeln!(out, "{BOLD}{places} in {articles}{BOLD:#}")?;
    let mut article = None;
    for place in &found.hits {
        if article.replace(&place.article) != Some(&place.article) {
            writeln!(
                out,
                "\n{BOLD}{}{BOLD:#}  {QUIET}{}{QUIET:#}",
                clean(&place.title),
                place.article
            )?;
        }
        let paragraph = place.paragraph.map_or_else(String::new, |number| format!("¶{number}"));
        let (before, rest) = place.excerpt.split_at_checked(place.hit.start).unwrap_or_default();
        let (hit, after) = rest.split_at_checked(place.hit.len()).unwrap_or_default();
        writeln!(out, "  {QUIET}{paragraph:>5}{QUIET:#}  {before}{HIT}{hit}{HIT:#}{after}")?;
    }
    let more = found.places.saturating_sub(found.hits.len());
    if more > 0 && !found.hits.is_empty() {
        writeln!(out, "\n{QUIET}{} more; --limit shows more{QUIET:#}", counted(more, "place"))?;
    }
    Ok(())
}
