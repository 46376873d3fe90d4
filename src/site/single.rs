//! The door that is one file.

use std::collections::BTreeMap;

use super::dense::dense;
use super::digest::{base64, csp_hash};
use super::facts::{contents, site_title};
use super::folder::gzipped;
use super::js::{DEMAND, atlas, slim};
use super::page::Page;
use super::{CARRIED_BYTES, CARRIED_PICTURES, Options, SiteError, attach, css, still, words};
use crate::model::{Corpus, Edition};
use crate::pack;

const OPEN: &str = include_str!("open.js");

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
    let corpus = &with_pictures(corpus, &options.pictures);
    let pack = pack::encode(corpus);
    if pack.len() > CARRIED_BYTES {
        return Err(SiteError::TooLarge { bytes: pack.len(), most: CARRIED_BYTES });
    }
    let wasm = attach(&options.viewer.wasm, pack)?;
    // The glue reads `document.currentScript` at once, and a script without a `src`, in a frame without
    // an address (`srcdoc`, `blob:`), would stop it there; so it stands in a function to be called later.
    let glue = format!("function newsprintGlue(){{{}\nreturn wasm_bindgen}}", options.viewer.glue);
    let (open, atlas) = (slim(OPEN) + &slim(DEMAND), atlas());
    let (style, dialogs, atlas_style) = (css::still(&corpus.facts), css::dialogs(), css::atlas());
    let policy = format!(
        "default-src 'none'; script-src {} {} {} 'wasm-unsafe-eval'; style-src {} {} {}; img-src data:; \
         connect-src 'none'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types newsprint",
        csp_hash(&open),
        csp_hash(&glue),
        csp_hash(&atlas),
        csp_hash(&style),
        csp_hash(&dialogs),
        csp_hash(&atlas_style)
    );
    let page = Page {
        language: words(&corpus.facts).tag,
        theme: &corpus.facts.theme,
        title: &site_title(corpus),
        policy: &policy,
        description: &contents(corpus),
        head: &format!("<style>{style}</style>\n"),
        article: None,
        kept: false,
        app: &still::lean_front(&Edition::of(corpus), &corpus.articles),
        foot: &format!(
            "{}{}{}<script>{open}</script>\n",
            dressed("newsprint-glue", &dialogs, &glue),
            packed("newsprint-wasm", &wasm),
            dressed("newsprint-atlas", &atlas_style, &atlas)
        ),
    };
    Ok(page.html())
}

/// The corpus with its pictures within it, as far as one file can carry them: the first ones.
fn with_pictures(corpus: &Corpus, pictures: &BTreeMap<String, Vec<u8>>) -> Corpus {
    let mut corpus = corpus.clone();
    let mut room = CARRIED_PICTURES;
    for caption in corpus.articles.iter_mut().flat_map(|article| &mut article.captions) {
        let bytes = caption.picture.as_ref().and_then(|picture| pictures.get(&picture.file));
        let left = bytes.and_then(|bytes| room.checked_sub(bytes.len()));
        match (&mut caption.picture, bytes, left) {
            (Some(picture), Some(bytes), Some(left)) => {
                room = left;
                let is_png = matches!(picture.file.rsplit_once('.'), Some((_, "png")));
                let kind = if is_png { "png" } else { "jpeg" };
                picture.file = format!("data:image/{kind};base64,{}", base64(bytes));
            }
            _ => caption.picture = None,
        }
    }
    corpus
}

/// A script and the style of what it draws, with a NUL between them.
fn dressed(id: &str, style: &str, script: &str) -> String {
    packed(id, [style, "\0", script].concat().as_bytes())
}

/// Bytes that [`OPEN`] finds by their id; in those digits nothing can end the element, and a type that no browser knows
/// is not run.
fn packed(id: &str, content: &[u8]) -> String {
    let content = dense(&gzipped(content));
    format!("<script type=\"application/x\" id=\"{id}\">{content}</script>\n")
}
