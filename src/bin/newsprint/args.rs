//! What can be asked of the program. Every doc comment here is a line of its help.

use std::path::PathBuf;

use clap::{ArgGroup, Args as ClapArgs, Parser, Subcommand};

const EXAMPLES: &str = "\
Examples:
  newsprint init                                a first newsprint.toml and article to start from
  newsprint serve articles/                     look at it, and again whenever a file changes
  newsprint build articles/ -o site/            a folder for any static host
  newsprint build page.txt --single page.html   one file that opens from disk
  newsprint inspect page.txt                    what was understood of a page

Exit codes:
  0  done
  1  could not
  2  the command line was not understood
  3  done, but some input could not be used";

const INPUTS: &str = "\
Files and folders of articles; - for standard input; a pattern such as 'pages/**/*.txt'. Text, Markdown, HTML, \
JSON, CSV, DOCX and EPUB are read, and .zip, .gz and .xz of them. Of a folder everything is read but hidden files, \
newsprint.toml and entities.toml. These two may lie in the articles' folder or the one above: the first \
sets title, language, theme and kinds of entities, the second corrects names.";

const BUILD: &str = "\
Examples:
  newsprint build articles/ -o site/
  newsprint build monday.txt tuesday.txt -o site/ --title 'This week'
  newsprint build page.txt --single page.html
  newsprint build articles/ -o site/ --base-url https://example.org/news/ --compressed
  pbpaste | newsprint build - --single page.html";

const SERVE: &str = "\
Examples:
  newsprint serve articles/
  newsprint serve page.txt --port 4000

Nothing is written but to a temporary folder, and nobody else on the network sees it.";

const INSPECT: &str = "\
Examples:
  newsprint inspect page.txt
  newsprint inspect -v articles/                with everything there is to note
  newsprint inspect --diff page.txt             each line, and what became of it
  newsprint inspect --why page.txt              and which rules said so
  newsprint inspect --json page.txt | jq -r '.articles[].headline'

The form of the JSON is described in docs/inspect.schema.json.";

const ENTITIES: &str = "\
Examples:
  newsprint entities articles/                  doubts first; the sure ones follow
  newsprint entities articles/ --toml > articles/entities.toml

What entities.toml may say is in the README. Dates and quantities are not listed.";

const SEARCH: &str = "\
Examples:
  newsprint search articles/ 渡輪
  newsprint search articles/ 'title:harbour -ferry'
  newsprint search page.txt '\"東岸小輪\" OR 碼頭' --json

Width, case and script do not matter: 轮 finds 輪.";

/// Turns newspaper articles into a place to read them: a site, or one HTML file, with no server behind it.
#[derive(Debug, Parser)]
#[command(version, after_help = EXAMPLES, arg_required_else_help = true, max_term_width = 100)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Show notes too, not only warnings and errors.
    #[arg(short, long, global = true)]
    pub(crate) verbose: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Writes a site as a folder, as one HTML file, or both.
    #[command(after_help = BUILD)]
    Build(Build),

    /// Shows the site in a browser on this machine, and again whenever a file changes.
    #[command(after_help = SERVE)]
    Serve(Serve),

    /// Shows what was understood of the articles, as an outline or as JSON.
    #[command(after_help = INSPECT)]
    Inspect(Inspect),

    /// Lists who and what the articles speak of, doubts first, to start an entities.toml from.
    #[command(after_help = ENTITIES)]
    Entities(Entities),

    /// Finds every place where a query is answered, as the page's search box does.
    #[command(after_help = SEARCH)]
    Search(Search),

    /// Packs articles into a viewer's .wasm file, in place: Trunk's `post_build` hook.
    #[command(hide = true)]
    Attach(Attach),

    /// Writes a first newsprint.toml, entities.toml and article to start from; never overwrites.
    Init(Init),
}

/// What every command that reads articles takes.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct Source {
    /// Files and folders of articles; - for standard input.
    #[arg(required = true, value_name = "INPUT", long_help = INPUTS)]
    pub(crate) inputs: Vec<PathBuf>,

    /// The newsprint.toml to use, wherever it lies.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,

    /// The site's name; otherwise newsprint.toml's, or that of the first INPUT.
    #[arg(long)]
    pub(crate) title: Option<String>,
}

/// `newsprint build`
#[derive(Debug, ClapArgs)]
#[command(group = ArgGroup::new("form").args(["output", "single"]).required(true).multiple(true))]
pub(crate) struct Build {
    #[command(flatten)]
    pub(crate) source: Source,

    /// The folder to write; a site that Newsprint wrote there is replaced, nothing else is.
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: Option<PathBuf>,

    /// The HTML file to write, which opens from disk and connects to nothing.
    #[arg(long, value_name = "FILE")]
    pub(crate) single: Option<PathBuf>,

    /// Where the folder is to stand, as `https://example.org/news/`; gives canonical links, a sitemap, a feed and oEmbed.
    #[arg(long, value_name = "URL")]
    pub(crate) base_url: Option<String>,

    /// Whether each article gets a page of its own; otherwise up to 5,000 articles do.
    #[arg(long, value_name = "WHEN")]
    pub(crate) pages: Option<Choice>,

    /// Also writes .gz and .br beside what compresses, for hosts that serve these.
    #[arg(long)]
    pub(crate) compressed: bool,

    /// Leaves out the service worker that keeps the folder on a reader's machine.
    #[arg(long)]
    pub(crate) no_offline: bool,
}

/// Whether something is done that depends on the size of the corpus otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Choice {
    /// However many articles there are.
    Always,
    /// Not at all.
    Never,
}

/// `newsprint serve`
#[derive(Debug, ClapArgs)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) source: Source,

    /// The port on 127.0.0.1; otherwise the first free one from 8080 on.
    #[arg(long)]
    pub(crate) port: Option<u16>,
}

/// `newsprint inspect`
#[derive(Debug, ClapArgs)]
pub(crate) struct Inspect {
    #[command(flatten)]
    pub(crate) source: Source,

    /// Print articles, entities and diagnostics as JSON.
    #[arg(long)]
    pub(crate) json: bool,

    /// Show each line of a pasted page with the rules that judged it: whether it is a heading, goes on with the
    /// line before, opens a story.
    #[arg(long, conflicts_with_all = ["json", "diff"])]
    pub(crate) why: bool,

    /// Show each line of a file with what became of it.
    #[arg(long, conflicts_with = "json")]
    pub(crate) diff: bool,
}

/// `newsprint entities`
#[derive(Debug, ClapArgs)]
pub(crate) struct Entities {
    #[command(flatten)]
    pub(crate) source: Source,

    /// Print an entities.toml that says the same, to correct and to lay beside the articles.
    #[arg(long)]
    pub(crate) toml: bool,
}

/// `newsprint search`
#[derive(Debug, ClapArgs)]
pub(crate) struct Search {
    #[command(flatten)]
    pub(crate) source: Source,

    /// Words that must all be there; "…" for a phrase, - for what must not be, OR, title: and other fields.
    pub(crate) query: String,

    /// Print the places as JSON.
    #[arg(long)]
    pub(crate) json: bool,

    /// How many places to show; all are counted.
    #[arg(long, value_name = "PLACES", default_value_t = 20)]
    pub(crate) limit: usize,
}

/// `newsprint attach`
#[derive(Debug, ClapArgs)]
pub(crate) struct Attach {
    #[command(flatten)]
    pub(crate) source: Source,

    /// The viewer as wasm-bindgen wrote it.
    #[arg(long, value_name = "FILE")]
    pub(crate) wasm: PathBuf,
}

/// `newsprint init`
#[derive(Debug, ClapArgs)]
pub(crate) struct Init {
    /// The folder to start in; made where there is none.
    #[arg(default_value = ".", value_name = "DIR")]
    pub(crate) folder: PathBuf,
}
