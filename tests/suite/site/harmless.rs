//! Whatever a corpus says, a page stays what it is and connects to nothing.

use std::collections::BTreeMap;

use newsprint::site;
use scraper::{Html, Selector};

use super::{article, corpus, options, select, text, two, written};

const HOSTILE: [&str; 8] = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onclick='alert(1)",
    "<!-- <script> -->",
    "]]></title></style></textarea><b>",
    "\u{202E}drawkcab\u{2066}\0\u{1b}",
    "&lt;script&gt;&#60;",
];

#[test]
fn hostile_text_stays_text() {
    for hostile in HOSTILE {
        let mut story = article(hostile, hostile, hostile);
        story.language = hostile.into();
        story.byline = Some(hostile.into());
        story.day = Some(hostile.into());
        let mut all = corpus(vec![story]);
        all.facts.title = hostile.into();
        all.facts.language = hostile.into();
        all.facts.theme = hostile.into();
        let found = written(&all, &options());
        let calm = written(&corpus(vec![article("x", "x", "x")]), &options());
        let single = site::single(&all, &options()).unwrap();
        let calm_single = site::single(&corpus(vec![article("x", "x", "x")]), &options()).unwrap();
        let page = |files: &BTreeMap<String, Vec<u8>>| {
            let path = files.keys().find(|path| path.starts_with("a/")).unwrap();
            text(files, path)
        };
        let pairs = [
            (text(&found, "index.html"), text(&calm, "index.html")),
            (page(&found), page(&calm)),
            (text(&found, "404.html"), text(&calm, "404.html")),
            (single, calm_single),
        ];
        for (html, calm) in pairs {
            let (html, calm) = (Html::parse_document(&html), Html::parse_document(&calm));
            for element in ["script", "style", "title", "article", "img", "svg", "b"] {
                let count = |html: &Html| select(html, element).len();
                assert_eq!(count(&html), count(&calm), "{element} for {hostile:?}");
            }
            assert_eq!(select(&html, "[onerror], [onload], [onclick]").len(), 0, "{hostile:?}");
        }
    }
}

#[test]
fn no_id_leads_out_of_the_folder() {
    let ids = ["..", "../../x", "/etc/x", "C:\\x", "a/b", "News", "news", "nul", ".git", "x~1"];
    let found = written(&corpus(ids.map(|id| article(id, "題", "文")).into()), &options());
    let pages = found.keys().filter(|path| path.starts_with("a/")).count();
    assert_eq!(pages, ids.len());
    assert!(found.keys().all(|path| !path.contains("..")));
}

#[test]
fn the_single_file_connects_to_nothing() {
    let html = Html::parse_document(&site::single(&two(), &options()).unwrap());
    assert_eq!(select(&html, "[src], link[href^=http], link[rel=stylesheet]").len(), 0);
    let policy = Selector::parse("meta[http-equiv]").unwrap();
    let policy = html.select(&policy).next().unwrap().attr("content").unwrap();
    assert!(policy.contains("connect-src 'none'") && !policy.contains("unsafe-inline"), "{policy}");
    assert!(policy.contains("require-trusted-types-for 'script'"), "{policy}");
}
