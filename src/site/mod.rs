//! Writes a corpus as something that any browser opens: a folder for a host, or one file.
//!
//! [`write()`] makes the folder and [`single`] the file. Both put the packed corpus into the viewer with
//! [`attach`], and both carry the articles as HTML, prerendered with the viewer's own components, so that
//! a page can be read before the viewer runs and where it may not run at all.
//!
//! Nothing here reads a clock, a locale or the order of a hash: the same corpus, options and program give
//! the same bytes.

mod assets;
mod attach;
mod bare;
mod css;
mod dense;
mod digest;
mod error;
mod facts;
mod feeds;
mod folder;
mod html;
mod index;
mod js;
mod names;
mod offline;
mod page;
mod picture;
mod single;
mod still;
mod viewer;
mod write;

use std::collections::BTreeMap;

use crate::view::words::Words;

pub use attach::{AttachError, SECTION, attach, attached};
pub use error::SiteError;
pub use page::is_ours;
pub use picture::{PictureError, Print, print};
pub use single::single;
pub use viewer::Viewer;
pub use write::{Report, write};

/// Who wrote a page or a manifest.
const GENERATOR: &str = concat!("newsprint ", env!("CARGO_PKG_VERSION"));

/// The most articles that get a page each unless asked for: hosts limit the number of files.
const PAGES: usize = 5000;

/// The pictures that one file carries, in bytes: there they stand twice, as part of the page and for the viewer.
const CARRIED_PICTURES: usize = 8 * 1024 * 1024;

/// The largest pack, in bytes, that one file or a page from disk carries whole: a tab holds it twice while it starts.
const CARRIED_BYTES: usize = 128 * 1024 * 1024;

/// How a site is to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The viewer to attach the corpus to; by default the one the program carries.
    pub viewer: Viewer,
    /// Where the site is to stand, as `https://example.org/news/`. Only with it are there canonical
    /// links, a sitemap and a feed; everything else is relative and holds below any address.
    pub base_url: Option<String>,
    /// Whether each article gets a page of its own; `None` for up to 5,000 articles.
    pub pages: Option<bool>,
    /// Whether a reader's browser is to keep the edition, so that it can be read without a connection. Not for a
    /// site that is looked at while it is written.
    pub offline: bool,
    /// The pictures that the articles show, by their addresses from the site's folder.
    pub pictures: BTreeMap<String, Vec<u8>>,
    /// Whether to write `.gz` and `.br` forms beside the files, for hosts that serve these.
    pub compressed: bool,
}

impl Options {
    /// The site's address with a slash at its end.
    fn base(&self) -> Result<Option<String>, SiteError> {
        let Some(given) = self.base_url.as_deref().map(str::trim).filter(|url| !url.is_empty())
        else {
            return Ok(None);
        };
        let host = given.strip_prefix("https://").or_else(|| given.strip_prefix("http://"));
        let whole = host.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
        let clean = !given.contains(|c: char| {
            c.is_whitespace() || c.is_control() || matches!(c, '?' | '#' | '"' | '<' | '>')
        });
        if whole && clean {
            Ok(Some(format!("{}/", given.trim_end_matches('/'))))
        } else {
            Err(SiteError::BaseUrl(given.to_owned()))
        }
    }
}

/// The words of the page around the articles, in which it is prerendered.
fn words(facts: &crate::model::Facts) -> &'static Words {
    Words::around(&facts.language)
}

/// The language of the edition, that of most of its articles.
fn language(facts: &crate::model::Facts) -> &str {
    if facts.language.is_empty() { words(facts).tag } else { &facts.language }
}
