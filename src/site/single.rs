use super::digest::{base64, csp_hash};
use super::facts::{contents, site_title};
use super::folder::gzipped;
use super::page::Page;
use super::{Options, SiteError, attach, css, language, stand_in};
use crate::model::{Corpus, Edition};

const OPEN: &str = include_str!("open.js");

/// Where in [`OPEN`] the viewer's own script goes.
const GLUE: &str = "/*GLUE*/";

/// The site of `corpus` as one HTML file, which needs nothing else and connects to nothing.
///
/// The viewer and the corpus stand in it compressed, the articles as HTML as well, to be read at once
/// and without scripts.
///
/// # Errors
/// Where there is no viewer, or the corpus does not fit into it.
pub fn single(corpus: &Corpus, options: &Options) -> Result<String, SiteError> {
    if options.viewer.is_empty() {
        return Err(SiteError::NoViewer);
    }
    let wasm = attach(&options.viewer.wasm, &stand_in::packed(corpus))?;
    let style = css::sheet(&corpus.facts);
    let script = harmless(&OPEN.replace(GLUE, &options.viewer.glue));
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; \
         connect-src 'none'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        csp_hash(&script),
        csp_hash(&style)
    );
    let page = Page {
        language: language(&corpus.facts),
        theme: &corpus.facts.theme,
        title: &site_title(corpus),
        policy: &policy,
        description: &contents(corpus),
        head: &format!("<style>{style}</style>\n"),
        article: None,
        app: &stand_in::prerender(&Edition::of(corpus), &corpus.articles, None),
        foot: &format!(
            "<script type=\"application/octet-stream\" id=\"newsprint-viewer\">{}</script>\n\
             <script>{script}</script>\n",
            base64(&gzipped(&wasm))
        ),
    };
    Ok(page.html())
}

/// A script in which nothing ends the element it stands in. Such a sequence can only stand in one of its
/// strings or comments, where the backslash changes nothing.
fn harmless(script: &str) -> String {
    script.replace("</", "<\\/").replace("<!--", "<\\!--")
}
