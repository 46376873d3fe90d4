//! `newsprint inspect`: what was understood of the articles, and why.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;

use newsprint::model::{Article, ArticleId, Diagnostic, Entity};
use serde::Serialize;

use crate::args::Inspect;
use crate::load::{Loaded, load_explained};
use crate::understand::{Explained, Page};
use crate::{Ending, outline, why};

/// How much is shown on either side of a place where lines were joined, in code points.
const SEAM: usize = 8;

/// What `--json` prints; `docs/inspect.schema.json` describes it.
#[derive(Serialize)]
struct Inspection<'a> {
    articles: &'a [Article],
    entities: &'a [Entity],
    diagnostics: &'a [Diagnostic],
}

pub(crate) fn run(args: &Inspect, verbose: bool) -> anyhow::Result<Ending> {
    let explained = Explained { pages: true, sources: args.diff, names: args.why };
    let loaded = load_explained(&args.source, explained)?;
    if !args.json || loaded.corpus.articles.is_empty() {
        loaded.draw(verbose);
    }
    loaded.require_articles(&args.source)?;
    if args.json {
        let inspection = Inspection {
            articles: &loaded.corpus.articles,
            entities: &loaded.corpus.entities,
            diagnostics: &loaded.diagnostics,
        };
        let mut out = io::BufWriter::new(io::stdout().lock());
        serde_json::to_writer_pretty(&mut out, &inspection).map_err(io::Error::from)?;
        writeln!(out)?;
        out.flush()?;
    } else {
        let mut out = io::BufWriter::new(anstream::stdout().lock());
        match (args.why, args.diff) {
            (false, false) => {
                let encodings = encodings(&loaded.diagnostics);
                outline::write(&mut out, &loaded.corpus, &encodings, &joins(&loaded.pages))?;
            }
            (why, _) => pages(&mut out, &loaded, why)?,
        }
        if args.why {
            why::names(&mut out, &loaded.corpus, &loaded.reasons)?;
        }
        out.flush()?;
    }
    Ok(loaded.ending())
}

/// How each file was read. Where a format tells the structure, nothing was judged.
fn pages(out: &mut impl Write, loaded: &Loaded, why: bool) -> io::Result<()> {
    let told = || loaded.pages.iter().filter(|page| page.pasted || !why);
    for (n, page) in told().enumerate() {
        if n > 0 {
            writeln!(out)?;
        }
        if why {
            why::why(out, page)?;
        } else {
            why::diff(out, page)?;
        }
    }
    if told().next().is_none() {
        writeln!(out, "no pasted page: the formats of these files tell the structure themselves")?;
    }
    Ok(())
}

/// In which encodings files were read that are not in UTF-8: `read as Big5, by its bytes: page.txt and 2 more`.
fn encodings(diagnostics: &[Diagnostic]) -> Vec<String> {
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for found in diagnostics.iter().filter(|found| found.code == "encoding/detected") {
        files.entry(&found.message).or_default().push(&found.file);
    }
    let line = |(message, files): (&str, Vec<&str>)| {
        let more = files.len().saturating_sub(1);
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        format!("{message}: {}{more}", files.first().unwrap_or(&""))
    };
    files.into_iter().map(line).collect()
}

/// Where lines were joined, by the article's id.
fn joins(pages: &[Page]) -> BTreeMap<&ArticleId, Vec<String>> {
    let mut joins: BTreeMap<&ArticleId, Vec<String>> = BTreeMap::new();
    for page in pages.iter().filter(|page| page.pasted) {
        for origin in page.origins.iter().filter(|origin| origin.ranges.len() > 1) {
            let Some(article) = page.articles.get(origin.article) else { continue };
            joins.entry(&article.id).or_default().extend(seams(&page.text, &origin.ranges));
        }
    }
    joins
}

/// The last words before and the first after each place where lines were joined.
fn seams<'a>(text: &'a str, ranges: &'a [Range<usize>]) -> impl Iterator<Item = String> + 'a {
    ranges.windows(2).filter_map(|pair| {
        let [before, after] = pair else { return None };
        let before = text.get(before.clone())?.trim_end();
        let start = before.char_indices().rev().nth(SEAM - 1).map_or(0, |(start, _)| start);
        let after: String = text.get(after.clone())?.trim_start().chars().take(SEAM).collect();
        Some(format!("{} ⁀ {after}", before.get(start..)?))
    })
}
