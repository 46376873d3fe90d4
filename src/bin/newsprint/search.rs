//! `newsprint search`: the same answers as the page's, for a terminal or a script.

use std::io::{self, Write};
use std::path::Path;

use anstyle::Style;
use anyhow::bail;
use newsprint::model::Span;
use newsprint::pack::Pack;
use newsprint::search::{Filter, Listing, Place, Query, Searcher};

use crate::Ending;
use crate::args::Search;
use crate::draw::counted;
use crate::load::load;
use crate::outline::{BOLD, QUIET, clean};

const HIT: Style = Style::new().bold().underline();

pub(crate) fn run(args: &Search, verbose: bool) -> anyhow::Result<Ending> {
    turned_round(args)?;
    let loaded = load(&args.source, &[])?;
    loaded.draw(verbose);
    loaded.require_articles(&args.source)?;
    let ending = loaded.ending();
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let pack = Pack::of(loaded.corpus);
    let query = Query::parse(&args.query);
    let found = if query.is_empty() {
        Listing::default()
    } else {
        runtime.block_on(async {
            let searcher = Searcher::open(&pack).await?;
            let answer = searcher.search(&query, &Filter::default()).await?;
            searcher.list(&answer, args.limit).await
        })?
    };

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

/// Whoever is used to grep writes the query first.
fn turned_round(args: &Search) -> anyhow::Result<()> {
    if let [first] = &args.source.inputs[..]
        && !first.exists()
        && first.as_os_str() != "-"
        && !first.to_string_lossy().contains(['*', '?', '['])
        && Path::new(&args.query).exists()
    {
        let (first, last) = (first.display(), &args.query);
        bail!("there is no file `{first}`; the query comes last: newsprint search {last} {first}");
    }
    Ok(())
}

fn table(out: &mut impl Write, found: &Listing) -> io::Result<()> {
    let (places, articles) = (counted(found.places, "place"), counted(found.articles, "article"));
    writeln!(out, "{BOLD}{places} in {articles}{BOLD:#}")?;
    let (mut article, mut excerpt) = ("", "");
    for place in &found.hits {
        if place.article != article {
            let (title, id) = (clean(&place.title), clean(&place.article));
            writeln!(out, "\n{BOLD}{title}{BOLD:#}  {QUIET}{id}{QUIET:#}")?;
            (article, excerpt) = (&place.article, "");
        }
        // A line marks every place that its words stand in.
        if place.excerpt != excerpt {
            writeln!(out, "  {}", marked(place))?;
            excerpt = &place.excerpt;
        }
    }
    let more = found.places.saturating_sub(found.hits.len());
    if more > 0 && !found.hits.is_empty() {
        writeln!(out, "\n{QUIET}{} more; --limit shows more{QUIET:#}", counted(more, "place"))?;
    }
    Ok(())
}

/// A place's excerpt with every match in it set off.
fn marked(place: &Place) -> String {
    let mut line = String::new();
    let mut done = 0;
    for mark in &place.marks {
        let before = Span { start: done, end: mark.start }.of(&place.excerpt);
        let words = clean(mark.of(&place.excerpt));
        line.extend([clean(before), format!("{HIT}{words}{HIT:#}")]);
        done = mark.end;
    }
    line.push_str(&clean(Span { start: done, end: u32::MAX }.of(&place.excerpt)));
    line
}
