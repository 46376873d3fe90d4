//! One HTML page: what stands around the prerendered articles.

use super::html::{escaped, meta};

/// What tells a reader why the page only lies there; shown by the scripts that could not start the viewer.
const NOTICE: &str = "<div class=\"notice\" data-for=\"wasm\" role=\"alert\" hidden>\n\
<p lang=\"zh-Hant\">全文可讀，但搜尋、篩選和摺疊未能啟動：瀏覽器可能停用了 WebAssembly 或指令碼。\
請更新瀏覽器，或關閉「鎖定模式」再試。若從磁碟開啟，請改用單一檔案版。</p>\n\
<p lang=\"en\">You can read everything, but search, filters and folding did not start: the browser may have \
WebAssembly or scripts switched off. Update it, or leave its lockdown mode, and try again. If you opened \
this from disk, use the single-file edition instead.</p>\n</div>\n";

/// Said by the scripts when a newer edition has come and waits for the reader.
const NEWER: &str = "<div class=\"notice\" data-for=\"edition\" role=\"status\" hidden>\n\
<p lang=\"zh-Hant\">有新的一期。</p><p lang=\"en\">There is a new edition.</p>\
<button type=\"button\"><span lang=\"zh-Hant\">換成新的</span><span lang=\"en\">Reload</span></button>\n</div>\n";

/// At the foot of a page in a folder: how to embed it, what the edition is, and, in print, where it is from.
const IMPRINT: &str = "<footer class=\"imprint\">\n<p class=\"imprint-tools\" hidden>\
<button type=\"button\" data-open=\"embed\"><span lang=\"zh-Hant\">嵌入</span><span lang=\"en\">Embed</span></button> \
<button type=\"button\" data-open=\"about\"><span lang=\"zh-Hant\">關於本期</span><span lang=\"en\">About this edition</span></button></p>\n\
<p class=\"imprint-print\"></p>\n</footer>\n";

/// [`IMPRINT`], and before it the way to the index of names where there is one, which needs no script.
pub(super) fn imprint(index: Option<String>) -> String {
    let index = index.map_or_else(String::new, |href| {
        format!(
            "<p><a href=\"{href}\"><span lang=\"zh-Hant\">名稱索引</span><span lang=\"en\">Index of names</span></a></p>\n"
        )
    });
    IMPRINT.replacen('\n', &["\n", &index].concat(), 1)
}

/// The mark in a browser's tab: a column of print and its headline.
const ICON: &str = "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2016'%3E\
%3Crect%20width='16'%20height='16'%20rx='2'%20fill='%23faf7f0'/%3E%3Cpath%20d='M3%203h10v3H3z'%20fill='%23b3321d'/%3E\
%3Cpath%20d='M3%208h10v1H3zm0%202h10v1H3zm0%202h7v1H3z'%20fill='%23222'/%3E%3C/svg%3E";

/// What differs from page to page.
pub(super) struct Page<'a> {
    /// Of what stands around the articles, each of which says its own; BCP 47.
    pub language: &'a str,
    /// `light` or `dark`; anything else leaves it to the reader's system.
    pub theme: &'a str,
    /// For the browser's tab.
    pub title: &'a str,
    /// The Content Security Policy.
    pub policy: &'a str,
    /// In a sentence or two; may be empty.
    pub description: &'a str,
    /// More of the head, as HTML: style, scripts, links, facts.
    pub head: &'a str,
    /// The article the page is for; `None` for all.
    pub article: Option<&'a str>,
    /// Whether a reader's browser keeps it, and so may show it when there is a newer one.
    pub kept: bool,
    /// What `view::prerender` gave.
    pub app: &'a str,
    /// What follows the articles, as HTML.
    pub foot: &'a str,
}

/// Whether a page is one that we wrote, by any version of ours. Its first 16 kB are enough.
///
/// ```
/// assert!(!newsprint::site::is_ours("<!doctype html><title>Tide</title>"));
/// ```
#[must_use]
pub fn is_ours(page: &str) -> bool {
    page.contains("<meta name=\"generator\" content=\"newsprint ")
}

impl Page<'_> {
    pub(super) fn html(&self) -> String {
        let Self { title, head, app, foot, .. } = self;
        let language = escaped(self.language);
        let title = escaped(title);
        let theme = match self.theme {
            theme @ ("light" | "dark") => format!(" data-theme=\"{theme}\""),
            _ => String::new(),
        };
        let article = self
            .article
            .map_or_else(String::new, |id| format!(" data-article=\"{}\"", escaped(id)));
        // The policy comes before everything that it could forbid.
        let policy = meta("http-equiv", "Content-Security-Policy", self.policy);
        let description = meta("name", "description", self.description);
        let newer = if self.kept { NEWER } else { "" };
        let generator = meta("name", "generator", super::GENERATOR);
        format!(
            "<!doctype html>\n<html lang=\"{language}\"{theme}>\n<head>\n\
             <meta charset=\"utf-8\">\n{policy}\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{title}</title>\n{description}{generator}\
             <link rel=\"icon\" href=\"{ICON}\">\n{head}</head>\n<body>\n{NOTICE}{newer}\
             <div id=\"app\" class=\"app\" data-ui=\"full\" data-panel=\"none\"{article}>{app}</div>\n{foot}</body>\n</html>\n"
        )
    }
}
