//! The door that is a folder: written whole, or not at all.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;

use super::assets::Assets;
use super::digest::csp_hash;
use super::facts::{contents, description, news_article, preview, site_title};
use super::folder::Folder;
use super::html::{escaped, json_in_script, meta};
use super::js::slim;
use super::names::{encoded, folders};
use super::page::{Page, imprint};
use super::{Options, PAGES, SiteError, feeds, index, offline, still, words};
use crate::model::{Article, ArticleId, Corpus, Edition};

/// What a folder's pages may do: load what stands beside them, and compile WebAssembly.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; \
form-action 'none'; require-trusted-types-for 'script'; trusted-types newsprint";

/// How the page looks that is shown for an address that is none.
const MISSING_STYLE: &str =
    "body{margin:15vh auto;max-width:32em;padding:0 1em;font-family:serif;line-height:1.8}";

/// For the pages of others that show this one in a frame; at an address that does not change.
const EMBED: &str = include_str!("embed.js");

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many articles the site shows.
    pub articles: usize,
    /// How many files it has.
    pub files: usize,
    /// How large they are together, in bytes.
    pub bytes: u64,
}

/// Writes the site of `corpus` as a folder at `target`, for any static host and below any address.
///
/// The folder appears whole: it is made beside `target` and then put in its place. What stood there
/// goes if it was a site of ours, and makes this fail, unchanged, if it was anything else.
///
/// # Errors
/// Where there is no viewer, two articles share an id, `options.base_url` is no address, `target` holds
/// foreign files, or the file system refuses; see [`SiteError`].
pub fn write(corpus: &Corpus, options: &Options, target: &Path) -> Result<Report, SiteError> {
    if options.viewer.is_empty() {
        return Err(SiteError::NoViewer);
    }
    let base = options.base()?;
    let folders = folders(&corpus.articles)?;
    let mut folder = Folder::begin(target, options.compressed)?;
    // Before all else: what the pack is made of takes the most memory, and is gone by then.
    let assets = Assets::put(&mut folder, corpus, options)?;
    let edition = Edition::of(corpus);
    let pages = options.pages.unwrap_or(corpus.articles.len() <= PAGES);
    let site = Site {
        corpus,
        index: index::index(&edition, words(&corpus.facts), pages.then_some(&folders)),
        edition,
        title: site_title(corpus),
        base,
        pages,
        folders,
        assets,
    };
    folder.put("index.html", site.front().as_bytes())?;
    if site.pages {
        site.put_articles(&mut folder)?;
    }
    if !site.index.is_empty() {
        folder.put("names/index.html", site.index().as_bytes())?;
    }
    folder.put("404.html", site.missing().as_bytes())?;
    folder.put("embed.js", slim(EMBED).as_bytes())?;
    folder.put(".nojekyll", b"")?;
    folder.put("_headers", headers().as_bytes())?;
    offline::put_manifest(&mut folder, &corpus.facts, &site.title)?;
    if site.assets.kept {
        let needless = [&site.assets.carrier, "_headers", ".nojekyll", "404.html", "sitemap.xml"];
        let needless = needless.into_iter().chain(["feed.xml", "embed.js", "oembed.json"]);
        offline::put_worker(&mut folder, &needless.collect::<Vec<_>>())?;
    }
    let facts = json!({ "title": site.title, "articles": corpus.articles.len() });
    let (files, bytes) = folder.finish(&facts)?;
    Ok(Report { articles: corpus.articles.len(), files, bytes })
}

struct Site<'a> {
    corpus: &'a Corpus,
    edition: Edition,
    title: String,
    base: Option<String>,
    /// Whether each article has a page.
    pages: bool,
    folders: BTreeMap<&'a ArticleId, String>,
    assets: Assets,
    /// What the index of names lists, as HTML; empty where there are no names.
    index: String,
}

impl Site<'_> {
    /// A page for each article, and what lists them where the site's address is known.
    fn put_articles(&self, folder: &mut Folder) -> Result<(), SiteError> {
        let mut addresses = Vec::new();
        for article in &self.corpus.articles {
            let name = self.folders.get(&article.id).map_or("", String::as_str);
            let path = format!("a/{}/", encoded(name));
            folder.put(&format!("a/{name}/index.html"), self.article(article, &path).as_bytes())?;
            if let Some(base) = &self.base {
                let url = format!("{base}{path}");
                let oembed = feeds::oembed(article, &self.title, &url);
                folder.put(&format!("a/{name}/oembed.json"), oembed.as_bytes())?;
                addresses.push((article, url));
            }
        }
        if let Some(base) = &self.base {
            let urls = addresses.iter().map(|(_, url)| url.as_str());
            let index = self.index_below(base);
            let front = std::iter::once(base.as_str()).chain(index.as_deref());
            let sitemap = feeds::sitemap(front.chain(urls));
            folder.put("sitemap.xml", sitemap.as_bytes())?;
            if let Some(feed) = feeds::atom(&self.title, base, &addresses) {
                folder.put("feed.xml", feed.as_bytes())?;
            }
        }
        Ok(())
    }

    fn front(&self) -> String {
        let description = contents(self.corpus);
        let head = [
            self.canonical(""),
            self.feed(),
            meta("property", "og:type", "website"),
            meta("property", "og:title", &self.title),
            meta("property", "og:description", &description),
            preview(&self.corpus.articles, self.base.as_deref()),
            self.assets.links(""),
        ]
        .concat();
        Page {
            language: words(&self.corpus.facts).tag,
            theme: &self.corpus.facts.theme,
            title: &self.title,
            policy: POLICY,
            description: &description,
            head: &head,
            article: None,
            kept: self.assets.kept,
            app: &still::front(&self.edition, &self.corpus.articles),
            foot: &imprint(self.index_below("")),
        }
        .html()
    }

    /// Where the index of names is, seen from a page from which `root` leads to the site's folder.
    fn index_below(&self, root: &str) -> Option<String> {
        (!self.index.is_empty()).then(|| format!("{root}names/"))
    }

    /// The index of names as a page. It needs nothing but its style.
    fn index(&self) -> String {
        let words = words(&self.corpus.facts);
        let title = escaped(&self.title);
        let head = self.canonical("names/")
            + &format!("<link rel=\"stylesheet\" href=\"../assets/{}\">\n", self.assets.style);
        Page {
            language: words.tag,
            theme: &self.corpus.facts.theme,
            title: &format!("{} · {}", words.entities, self.title),
            policy: POLICY,
            description: "",
            head: &head,
            article: None,
            kept: false,
            app: &format!(
                "<header class=\"masthead\"><p class=\"masthead-title\"><a class=\"masthead-home\" href=\"../\">{title}</a></p></header>\n\
                 <main class=\"reading\"><div class=\"article\">\n<h1 class=\"headline\">{}</h1>\n{}</div></main>",
                words.entities, self.index
            ),
            foot: "",
        }
        .html()
    }

    /// The page of one article, which stands at `path` below the site.
    fn article(&self, article: &Article, path: &str) -> String {
        let title = article.title();
        let description = description(article);
        let address = self.base.as_ref().map(|base| format!("{base}{path}"));
        let base = self.base.as_deref();
        let facts = news_article(self.corpus, article, base, path);
        let oembed = address.as_ref().map_or_else(String::new, |url| {
            let (url, title) = (escaped(url), escaped(&title));
            format!("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{url}oembed.json\" title=\"{title}\">\n")
        });
        let head = [
            self.canonical(path),
            oembed,
            meta("property", "og:type", "article"),
            meta("property", "og:title", &title),
            meta("property", "og:description", &description),
            preview(std::slice::from_ref(article), base),
            meta("property", "og:site_name", &self.title),
            meta("property", "article:published_time", article.day.as_deref().unwrap_or("")),
            self.assets.links("../../"),
            format!("<script type=\"application/ld+json\">{}</script>\n", json_in_script(&facts)),
        ]
        .concat();
        Page {
            language: words(&self.corpus.facts).tag,
            theme: &self.corpus.facts.theme,
            title: &format!("{title} · {}", self.title),
            policy: POLICY,
            description: &description,
            head: &head,
            article: Some(article.id.as_str()),
            kept: self.assets.kept,
            app: &still::alone(&self.edition, article, &self.folders),
            foot: &imprint(self.index_below("../../")),
        }
        .html()
    }

    /// The links that name a page's one address, where that is known.
    fn canonical(&self, path: &str) -> String {
        let Some(base) = &self.base else { return String::new() };
        let url = format!("{base}{path}");
        format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(&url))
            + &meta("property", "og:url", &url)
    }

    /// The link by which a reader's program finds the feed.
    fn feed(&self) -> String {
        if self.base.is_none() || !self.pages || !feeds::any_dated(&self.corpus.articles) {
            return String::new();
        }
        let title = escaped(&self.title);
        format!(
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{title}\" href=\"feed.xml\">\n"
        )
    }

    /// The page that hosts show for an address that is none. It may be shown at any depth, so it loads nothing.
    fn missing(&self) -> String {
        let home = self.base.as_ref().map_or_else(String::new, |base| {
            format!("<p><a href=\"{}\">{}</a></p>\n", escaped(base), escaped(&self.title))
        });
        Page {
            language: words(&self.corpus.facts).tag,
            theme: "",
            title: &format!("404 · {}", self.title),
            policy: &format!(
                "default-src 'none'; style-src {}; img-src data:; base-uri 'none'; form-action 'none'",
                csp_hash(MISSING_STYLE)
            ),
            description: "",
            head: &format!("<meta name=\"robots\" content=\"noindex\">\n<style>{MISSING_STYLE}</style>\n"),
            article: None,
            kept: false,
            app: &format!(
                "<h1>404</h1>\n<p lang=\"zh-Hant\">這裡沒有這一頁；文章可能已改了地址。</p>\n\
                 <p lang=\"en\">There is no page here; the article may have moved.</p>\n{home}"
            ),
            foot: "",
        }
        .html()
    }
}

/// For hosts that read a `_headers` file (Netlify, Cloudflare Pages): the policy of every page, and hashed
/// files kept for ever. What a page says of itself and what its host says hold both; and since the host shows 404.html
/// at any address, its style is allowed at each. Sandboxed pages may fetch, since they come from no origin.
fn headers() -> String {
    let style = format!("style-src 'self' {};", csp_hash(MISSING_STYLE));
    let policy = POLICY.replace("style-src 'self';", &style);
    format!(
        "/*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n\
         /assets/*\n  Cache-Control: public, max-age=31536000, immutable\n  \
         Access-Control-Allow-Origin: *\n\
         /sw.js\n  Cache-Control: no-cache\n"
    )
}
