//! `newsprint inspect`: what was understood of the articles.

use std::io::{self, Write as _};

use newsprint::model::{Article, Diagnostic, Entity};
use serde::Serialize;

use crate::args::Inspect;
use crate::load::load;
use crate::{Ending, outline};

/// What `--json` prints; `docs/inspect.schema.json` describes it.
#[derive(Serialize)]
struct Inspection<'a> {
    articles: &'a [Article],
    entities: &'a [Entity],
    diagnostics: &'a [Diagnostic],
}

pub(crate) fn run(args: &Inspect, verbose: bool) -> anyhow::Result<Ending> {
    let loaded = load(&args.source, &[])?;
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
        outline::write(&mut out, &loaded.corpus)?;
        out.flush()?;
    }
    Ok(loaded.ending())
}
