//! Finds the stories in a document. Total: never fails, loses nothing.
//!
//! A pasted page is read in six steps, each a module:
//!
//! 1. [`lines`] cuts the text into lines, [`shape`] measures them;
//! 2. [`roles`] tells what a line alone can be seen to be: a byline, a source, a list item, a
//!    caption, furniture ([`byline`] with [`writer`], [`source`], [`marks`], [`caption`] with [`credit`], [`note`], [`furniture`], [`fields`], [`table`],
//!    [`lexicon`]);
//! 3. [`heads`] tells headings from text, and [`joins`] which lines are one paragraph that the
//!    page's layout broke: both score small named [`rules`], some of which ask for a line's [`wording`];
//! 4. [`stories`] tells a new story's headline from a subhead, by rules likewise, and [`compose`] groups
//!    the lines into stories, each a [`draft`], whose heading lines [`headline`] tells apart;
//! 5. [`build`] makes articles, keeping for every string where in the page it stood;
//! 6. [`dateline`] reads source and date off the first paragraph, [`language`] the language off the
//!    whole.
//!
//! A document whose format tells its structure needs none of these steps: [`given`] makes its article. Only its [`day`] is
//! read, and where it names no [`language`], that is told by its text.

mod account;
mod brackets;
mod build;
mod byline;
mod caption;
mod compose;
mod contact;
mod credit;
mod dateline;
mod day;
mod draft;
mod fields;
mod furniture;
mod given;
mod headline;
mod heads;
mod identity;
mod joins;
mod language;
mod lexicon;
mod lines;
mod marks;
mod note;
mod overlap;
mod page;
mod roles;
mod rules;
mod setting;
mod settle;
mod shape;
mod source;
mod stories;
mod table;
mod turns;
mod wording;
mod writer;

use std::ops::Range;

pub use account::account;
pub use language::language_of;
pub use rules::Fired;
pub use turns::{Turn, continued, go_on};

use crate::model::{Article, At, Diagnostic, Severity};
use crate::read::{Body, Document};

/// What was made of a document, and why.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// In reading order; their ids differ.
    pub articles: Vec<Article>,
    /// What the author may want to know.
    pub diagnostics: Vec<Diagnostic>,
    /// Which rules decided what, in reading order. Empty where the format told the structure.
    pub fired: Vec<Fired>,
    /// Where each string of the articles stood in a page. Empty where the format told the structure.
    pub origins: Vec<Origin>,
    /// Which stories go on elsewhere or come from elsewhere.
    pub turns: Vec<Turn>,
}

/// Where a string of an article stood in the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The article's index.
    pub article: usize,
    /// Which of its strings.
    pub place: Place,
    /// Stretches of the page's text in bytes, end exclusive; more than one where lines were joined.
    pub ranges: Vec<Range<usize>>,
}

/// Which string of an article is meant; [`At`] and what it does not name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A string that readers read.
    At(At),
    /// An index into the furniture.
    Furniture(usize),
    /// An index into the markers.
    Marker(usize),
}

/// Finds the stories in a document. Ids are unique within the result.
///
/// ```
/// let text = "潮水退去 老船員認得舊碼頭\n\n清晨，海面平靜得像一張紙。";
/// let document = newsprint::read::Document::page("a.txt", text.to_owned());
/// let (articles, _) = newsprint::parse::parse(document);
/// assert_eq!(articles[0].headline.as_deref(), Some("潮水退去 老船員認得舊碼頭"));
/// ```
#[must_use]
pub fn parse(mut document: Document) -> (Vec<Article>, Vec<Diagnostic>) {
    let parsed = explain(&mut document);
    (parsed.articles, parsed.diagnostics)
}

/// Finds the stories in a document and tells which rules fired and where each string came from. A story's pieces become the
/// article's: the document has none after that, since a large file would be in memory twice.
#[must_use]
pub fn explain(document: &mut Document) -> Parsed {
    let mut parsed = match &document.body {
        Body::Page(text) => page::parse(document, text),
        Body::Story(_) => {
            let pieces = document.take_pieces();
            let article = given::article(&document.given, pieces, page::day_in(&document.name));
            Parsed { articles: article.into_iter().collect(), ..Parsed::default() }
        }
    };
    identity::assign(&mut parsed.articles);
    let warning = |code: &str, message: String, help: &str| Diagnostic {
        severity: Severity::Warning,
        code: code.to_owned(),
        message,
        file: document.name.clone(),
        line: document.line,
        text: String::new(),
        range: 0..0,
        help: Some(help.to_owned()),
    };
    if parsed.articles.is_empty() {
        let help = "take the file out, or write something into it";
        parsed.diagnostics.push(warning("parse/empty", "there is no text in it".to_owned(), help));
    } else if let Some(date) = no_day(document, &parsed.articles) {
        let message = format!("`{date}` is no day of the calendar, so the article has none");
        parsed.diagnostics.push(warning("parse/day", message, "write it as in 2026-05-20"));
    }
    parsed
}

/// The date that the document gives in figures and that no article has its day from, cut to something one can read.
fn no_day(document: &Document, articles: &[Article]) -> Option<String> {
    let date = document.given.date.as_deref()?;
    let told = date.bytes().any(|byte| byte.is_ascii_digit());
    let lost = told && articles.iter().all(|article| article.day.is_none());
    lost.then(|| date.trim().chars().take(40).collect())
}
