//! `newsprint search`: the same answers as the page's, for a terminal or a script.

use std::io::{self, Write};

use anstyle::Style;
use newsprint::model::Article;
use newsprint::pack::Pack;
use newsprint::search::{Answer, Hit, Query, search};
use newsprint::view::excerpt::excerpt;
use serde::Serialize;

use crate::Ending;
use crate::args::Search;
use crate::draw::counted;
use crate::load::load;
use crate::outline::{BOLD, QUIET, clean};

const HIT: Style = Style::new().bold().underline();

/// What `--json` prints, which is what the page's `newsprint.search` gives: the counts are of everything, the
/// hits go up to the limit.
#[derive(Default, Serialize)]
struct Found {
    articles: usize,
    places: usize,
    hits: Vec<Place>,
}

/// One place that matches. An article that answers without any place, as for `-x`, is one too.
#[derive(Serialize)]
struct Place {
    /// The article's id.
    article: String,
    title: String,
    /// The section's number in the article, from 0; none for a place in the headline and the like.
    section: Option<usize>,
    /// The block's number in the section, from 0; none for a place in a subhead.
    paragraph: Option<usize>,
    /// The words around it.
    excerpt: String,
    /// The words themselves.
    #[serde(skip)]
    words: String,
}

pub(crate) fn run(args: &Search, verbose: bool) -> anyhow::Result<Ending> {
    let loaded = load(&args.source, &[])?;
    loaded.draw(verbose);
    loaded.require_articles(&args.source)?;
    let ending = loaded.ending();
    let articles = loaded.corpus.articles.clone();
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let pack = Pack::of(loaded.corpus);
    let query = Query::parse(&args.query);
    let found = if query.is_empty() {
        Found::default()
    } else {
        Found::of(&runtime.block_on(search(&pack, &query))?, &articles, args.limit)
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

impl Found {
    fn of(answer: &Answer, articles: &[Article], limit: usize) -> Self {
        let hits = answer
            .found
            .iter()
            .filter_map(|found| Some((articles.get(found.article)?, &found.places)))
            .flat_map(|(article, places)| match places[..] {
                [] => vec![Place::whole(article)],
                _ => places.iter().map(|hit| Place::of(article, *hit)).collect(),
            })
            .take(limit)
            .collect();
        Self { articles: answer.articles, places: answer.places, hits }
    }
}

impl Place {
    fn whole(article: &Article) -> Self {
        Self {
            article: article.id.as_str().to_owned(),
            title: article.title(),
            section: None,
            paragraph: None,
            excerpt: String::new(),
            words: String::new(),
        }
    }

    fn of(article: &Article, hit: Hit) -> Self {
        let text = article.text_at(hit.at).unwrap_or_default();
        Self {
            section: hit.at.section(),
            paragraph: hit.at.block(),
            excerpt: excerpt(text, hit.span),
            words: hit.span.of(text).to_owned(),
            ..Self::whole(article)
        }
    }
}

fn table(out: &mut impl Write, found: &Found) -> io::Result<()> {
    let (places, articles) = (counted(found.places, "place"), counted(found.articles, "article"));
    writeln!(out, "{BOLD}{places} in {articles}{BOLD:#}")?;
    let (mut article, mut excerpt) = ("", "");
    for place in &found.hits {
        if place.article != article {
            let (title, id) = (clean(&place.title), &place.article);
            writeln!(out, "\n{BOLD}{title}{BOLD:#}  {QUIET}{id}{QUIET:#}")?;
            (article, excerpt) = (id, "");
        }
        // A line marks every place that its words stand in.
        if place.excerpt != excerpt {
            let marked = format!("{HIT}{}{HIT:#}", clean(&place.words));
            writeln!(out, "  {}", clean(&place.excerpt).replace(&clean(&place.words), &marked))?;
            excerpt = &place.excerpt;
        }
    }
    let more = found.places.saturating_sub(found.hits.len());
    if more > 0 && !found.hits.is_empty() {
        writeln!(out, "\n{QUIET}{} more; --limit shows more{QUIET:#}", counted(more, "place"))?;
    }
    Ok(())
}
