//! `newsprint entities`: who and what the articles speak of, and where the recogniser may be wrong.

use std::io::{self, Write as _};

use newsprint::annotate::{Reviewed, proposal, review};
use unicode_width::UnicodeWidthStr as _;

use crate::Ending;
use crate::args::Entities;
use crate::load::load_explained;
use crate::outline::clean;
use crate::understand::Explained;

/// No column of names is wider than this, in cells of a terminal.
const WIDEST: usize = 40;

pub(crate) fn run(args: &Entities, verbose: bool) -> anyhow::Result<Ending> {
    let loaded = load_explained(&args.source, Explained { names: true, ..Explained::default() })?;
    loaded.draw(verbose);
    loaded.require_articles(&args.source)?;
    let reviewed = review(&loaded.corpus, &loaded.reasons);
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    if args.toml {
        out.write_all(proposal(&reviewed).as_bytes())?;
    } else {
        table(&mut out, &reviewed)?;
    }
    out.flush()?;
    Ok(loaded.ending())
}

/// One line for each entity: kind, mentions, articles, name and other names, doubts.
fn table(out: &mut impl io::Write, reviewed: &[Reviewed]) -> io::Result<()> {
    let names: Vec<String> = reviewed.iter().map(all_names).collect();
    let widest = names.iter().map(|name| name.width()).max().unwrap_or(0).clamp(4, WIDEST);
    writeln!(
        out,
        "{:12}  {:>8}  {:>8}  {:widest$}  doubts",
        "kind", "mentions", "articles", "name"
    )?;
    for (one, name) in reviewed.iter().zip(&names) {
        let gap = " ".repeat(widest.saturating_sub(name.width()));
        let line = format!(
            "{:12}  {:>8}  {:>8}  {name}{gap}  {}",
            one.kind.as_str(),
            one.mentions,
            one.articles,
            clean(&one.doubts.join("; "))
        );
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn all_names(one: &Reviewed) -> String {
    let mut names = one.name.clone();
    for alias in &one.aliases {
        names.push_str(", ");
        names.push_str(alias);
    }
    clean(&names)
}
