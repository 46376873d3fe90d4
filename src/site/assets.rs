//! What all pages of a folder load: the viewer with its pack, the style, the scripts, and the parts of a large edition.

use super::digest::{add_base64, hashed};
use super::folder::{Folder, gzipped};
use super::js::{DEMAND, atlas, slim};
use super::{CARRIED_BYTES, Options, SiteError, attach, css};
use crate::model::Corpus;
use crate::pack;
use crate::search::SPLIT;

/// An edition whose pack is larger, in bytes, is taken apart, and the page fetches of it what it needs. Measured: see
/// `docs/benchmarks.md`.
const EMBEDDED_BYTES: usize = 256 * 1024;

const BOOT: &str = include_str!("boot.js");
const SHEETS: &str = include_str!("sheets.js");

/// The files that all pages load, by their names below `assets/`.
pub(super) struct Assets {
    pub(super) style: String,
    glue: String,
    boot: String,
    wasm: String,
    pub(super) carrier: String,
    sheets: String,
    atlas: String,
    atlas_style: String,
    /// Whether a reader's browser may keep the edition, and whether it does so unasked.
    pub(super) kept: bool,
    unasked: bool,
}

impl Assets {
    /// Writes them.
    ///
    /// # Errors
    /// Where the viewer cannot carry the pack, or the file system refuses.
    pub(super) fn put(
        folder: &mut Folder,
        corpus: &Corpus,
        options: &Options,
    ) -> Result<Self, SiteError> {
        let packed = pack::encode(corpus);
        let size = packed.len();
        let whole = attach(&options.viewer.wasm, packed)?;
        let carrier = if size <= CARRIED_BYTES {
            put(folder, "carrier", "js", carrier(&whole).as_bytes())?
        } else {
            String::new()
        };
        let wasm = if size > EMBEDDED_BYTES {
            // A large edition is in memory once, not twice.
            drop(whole);
            Self::put_parts(folder, corpus, options)?
        } else {
            whole
        };
        for (file, picture) in &options.pictures {
            folder.put(file, picture)?;
        }
        let pictures: usize = options.pictures.values().map(Vec::len).sum();
        let mut put = |stem, extension, content: &[u8]| put(folder, stem, extension, content);
        Ok(Self {
            style: put("style", "css", css::sheet(&corpus.facts).as_bytes())?,
            glue: put("viewer", "js", options.viewer.glue.as_bytes())?,
            boot: put("boot", "js", (slim(BOOT) + &slim(DEMAND)).as_bytes())?,
            wasm: put("viewer", "wasm", &wasm)?,
            carrier,
            sheets: put("sheets", "js", slim(SHEETS).as_bytes())?,
            atlas: put("atlas", "js", atlas().as_bytes())?,
            atlas_style: put("atlas", "css", css::atlas().as_bytes())?,
            kept: options.offline,
            unasked: size + pictures <= EMBEDDED_BYTES,
        })
    }

    /// Writes the parts of an edition that is taken apart, and gives the viewer with what every page needs of it.
    fn put_parts(
        folder: &mut Folder,
        corpus: &Corpus,
        options: &Options,
    ) -> Result<Vec<u8>, SiteError> {
        let hosted = pack::host(corpus, crate::search::index(corpus, SPLIT), "");
        for (name, parts) in hosted.files {
            folder.put(&format!("assets/{name}"), &parts.concat())?;
        }
        Ok(attach(&options.viewer.wasm, hosted.pack)?)
    }

    /// The elements that load them; `root` leads from the page to the site's folder.
    pub(super) fn links(&self, root: &str) -> String {
        let Self { style, glue, boot, wasm, carrier, sheets, atlas, atlas_style, .. } = self;
        let worker = match (self.kept, self.unasked) {
            (false, _) => "",
            (true, false) => " data-worker=\"../sw.js\" data-keep=\"asked\"",
            (true, true) => " data-worker=\"../sw.js\"",
        };
        format!(
            "<link rel=\"stylesheet\" href=\"{root}assets/{style}\">\n\
             <script defer src=\"{root}assets/{glue}\"></script>\n\
             <script defer src=\"{root}assets/{boot}\" data-wasm=\"{wasm}\" data-carrier=\"{carrier}\" data-manifest=\"../manifest.webmanifest\" \
             data-sheets=\"{sheets}\" data-atlas=\"{atlas}\" data-atlas-style=\"{atlas_style}\"{worker}></script>\n"
        )
    }
}

/// The viewer and its pack as a script, for pages that may load scripts but not fetch: from disk, and in a sandboxed frame.
/// An edition beyond a size has none, and such a page stays as it is prerendered, with a notice.
fn carrier(whole: &[u8]) -> String {
    let mut script = "newsprintCarrier(\"".to_owned();
    add_base64(&gzipped(whole), &mut script);
    script + "\");\n"
}

/// Writes a file below `assets/` under a name of its content, and gives that name.
fn put(
    folder: &mut Folder,
    stem: &str,
    extension: &str,
    content: &[u8],
) -> Result<String, SiteError> {
    let name = hashed(stem, extension, content);
    folder.put(&format!("assets/{name}"), content).map(|()| name)
}
