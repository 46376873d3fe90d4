//! What `site` promises: files that are whole, the same each time, and harmless whatever a corpus says.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::cast_possible_truncation, reason = "test modules are small")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use newsprint::model::{Article, ArticleId, Block, Corpus, Entity, EntityId, Kind, Mention};
use newsprint::model::{At, Section, Span};
use newsprint::site::{self, AttachError, Options, SiteError, Viewer};
use proptest::prelude::*;
use scraper::{Html, Selector};

/// A module without sections, and a script that says it is one: what `site` does with a viewer needs no more.
fn options() -> Options {
    let viewer =
        Viewer { glue: "let wasm_bindgen;".into(), wasm: b"\0asm\x01\0\0\0".as_slice().into() };
    Options { viewer, ..Options::default() }
}

fn article(id: &str, headline: &str, text: &str) -> Article {
    Article {
        id: ArticleId::new(id),
        language: "zh-Hant".into(),
        headline: Some(headline.into()),
        sections: vec![Section {
            heading: None,
            level: 1,
            blocks: vec![Block::Paragraph { text: text.into() }],
        }],
        ..Article::default()
    }
}

fn corpus(articles: Vec<Article>) -> Corpus {
    let mut corpus = Corpus { articles, ..Corpus::default() };
    corpus.facts.title = "晨報".into();
    corpus
}

fn two() -> Corpus {
    corpus(vec![
        article("water", "水位回落", "昨夜雨停。"),
        article("bridge", "新橋通車", "今晨通車。"),
    ])
}

/// Every file of a folder by its path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        for entry in fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

fn written(corpus: &Corpus, options: &Options) -> BTreeMap<String, Vec<u8>> {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("deep").join("site");
    site::write(corpus, options, &target).unwrap();
    files(&target)
}

fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(files[path].clone()).unwrap()
}

fn select(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).map(|element| element.text().collect()).collect()
}

/// `viewer-0123456789abcdef.wasm` as `viewer-#.wasm`.
fn without_hash(path: &str) -> String {
    let Some((stem, end)) = path.rsplit_once('-') else { return path.to_owned() };
    match end.split_once('.') {
        Some((hash, rest)) if hash.len() == 16 => format!("{stem}-#.{rest}"),
        _ => path.to_owned(),
    }
}

#[test]
fn a_folder_has_these_files() {
    let mut found: Vec<String> = written(&two(), &Options { offline: true, ..options() })
        .keys()
        .map(|path| without_hash(path))
        .collect();
    found.sort();
    let expected = [
        ".nojekyll",
        "404.html",
        "_headers",
        "a/bridge/index.html",
        "a/water/index.html",
        "assets/atlas-#.css",
        "assets/atlas-#.js",
        "assets/boot-#.js",
        "assets/carrier-#.js",
        "assets/icon-#.png",
        "assets/icon-#.png",
        "assets/sheets-#.js",
        "assets/style-#.css",
        "assets/viewer-#.js",
        "assets/viewer-#.wasm",
        "edition.json",
        "embed.js",
        "index.html",
        "manifest.webmanifest",
        "sw.js",
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_worker_keeps_what_a_reader_may_need_and_names_its_sums() {
    use base64::Engine as _;
    use sha2::Digest as _;
    let all = Options { offline: true, compressed: true, ..options() };
    let found = written(&two(), &all);
    let worker = text(&found, "sw.js");
    let list = worker.lines().find_map(|line| line.strip_prefix("const FILES = ")).unwrap();
    let list: Vec<Vec<String>> = serde_json::from_str(list.trim_end_matches(';')).unwrap();
    assert_eq!(list[0], ["edition.json"]);
    let mut kept: Vec<String> = Vec::new();
    for file in &list[1..] {
        let path = match file[0].as_str() {
            "./" => "index.html".to_owned(),
            folder if folder.ends_with('/') => format!("{folder}index.html"),
            path => path.to_owned(),
        };
        let sum = sha2::Sha256::digest(&found[&path]);
        assert_eq!(file[1], base64::engine::general_purpose::STANDARD.encode(sum), "{path}");
        kept.push(without_hash(&path));
    }
    for path in ["index.html", "a/water/index.html", "assets/viewer-#.wasm", "assets/style-#.css"] {
        assert!(kept.iter().any(|kept| kept == path), "{path}");
    }
    assert!(!kept.iter().any(|path| path.contains("carrier") || path.contains(".br")), "{kept:?}");
}

#[test]
fn pages_of_articles_can_be_left_out() {
    let without = Options { pages: Some(false), ..options() };
    assert!(!written(&two(), &without).keys().any(|path| path.starts_with("a/")));
}

#[test]
fn compressed_forms_stand_beside_what_gains_by_them() {
    let found = written(&two(), &Options { compressed: true, ..options() });
    for path in ["index.html.gz", "index.html.br", "a/water/index.html.br"] {
        assert!(found.contains_key(path), "{path}");
    }
    let mut plain = Vec::new();
    let mut reader = flate2::read::GzDecoder::new(found["index.html.gz"].as_slice());
    std::io::Read::read_to_end(&mut reader, &mut plain).unwrap();
    assert_eq!(plain, found["index.html"]);
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    let all =
        Options { compressed: true, base_url: Some("https://example.org/n".into()), ..options() };
    assert_eq!(written(&two(), &all), written(&two(), &all));
    assert_eq!(site::single(&two(), &all).unwrap(), site::single(&two(), &all).unwrap());
}

#[test]
fn the_manifest_holds_the_sum_of_every_other_file() {
    use sha2::Digest as _;
    let mut found = written(&two(), &options());
    let manifest: serde_json::Value =
        serde_json::from_slice(&found.remove("edition.json").unwrap()).unwrap();
    let listed: Vec<(&str, u64, &str)> = manifest["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| {
            let string = |key: &str| file[key].as_str().unwrap();
            (string("path"), file["bytes"].as_u64().unwrap(), string("sha256"))
        })
        .collect();
    let sums: Vec<(String, u64, String)> = found
        .iter()
        .map(|(path, bytes)| {
            let sum = sha2::Sha256::digest(bytes);
            (path.clone(), bytes.len() as u64, format!("{sum:x}"))
        })
        .collect();
    let sums: Vec<(&str, u64, &str)> =
        sums.iter().map(|(path, bytes, sum)| (path.as_str(), *bytes, sum.as_str())).collect();
    assert_eq!(listed, sums);
}

#[test]
fn every_link_of_a_page_leads_to_a_file() {
    let found = written(&two(), &options());
    for page in ["index.html", "a/water/index.html"] {
        let html = Html::parse_document(&text(&found, page));
        let depth = page.matches('/').count();
        let linked = Selector::parse("link[rel=stylesheet], script[src]").unwrap();
        let mut count = 0;
        for element in html.select(&linked) {
            let link = element.attr("href").or(element.attr("src")).unwrap();
            let path = link.strip_prefix(&"../".repeat(depth)).unwrap();
            assert!(found.contains_key(path), "{page} → {link}");
            count += 1;
        }
        assert_eq!(count, 3, "{page}");
        for data in ["data-wasm", "data-carrier", "data-sheets"] {
            let boot = Selector::parse(&format!("script[{data}]")).unwrap();
            let name = html.select(&boot).next().unwrap().attr(data).unwrap();
            assert!(found.contains_key(&format!("assets/{name}")), "{page} → {name}");
        }
    }
}

#[test]
fn every_article_is_there_to_be_read_without_scripts() {
    let found = written(&two(), &options());
    let front = Html::parse_document(&text(&found, "index.html"));
    assert_eq!(select(&front, "#app article").len(), 2);
    let page = Html::parse_document(&text(&found, "a/bridge/index.html"));
    assert_eq!(select(&page, "#app[data-article=bridge] article").len(), 1);
    assert!(select(&page, "#app article").concat().contains("今晨通車。"));
    assert_eq!(select(&page, "title"), ["新橋通車 · 晨報"]);
    let single = Html::parse_document(&site::single(&two(), &options()).unwrap());
    assert_eq!(select(&single, "#app article").len(), 2);
}

#[test]
fn an_article_says_what_it_is_to_machines() {
    let person = Kind::Person;
    let id = Entity::id_for(&person, "林小滿");
    let entity = |id: &EntityId, kind: Kind, name: &str| Entity {
        id: id.clone(),
        kind,
        name: name.into(),
        aliases: vec!["小滿".into()],
        value: None,
    };
    let mut story = article("a", "訪問", "林小滿說：好。");
    story.day = Some("2026-05-20".into());
    story.byline = Some("陳記者".into());
    story.mentions = vec![Mention {
        at: At::text(0, 0),
        span: Span::new(0..3),
        kind: person.clone(),
        entities: vec![id.clone()],
    }];
    let mut all = corpus(vec![story]);
    all.entities = vec![entity(&id, person, "林小滿")];
    let found =
        written(&all, &Options { base_url: Some("https://example.org/n/".into()), ..options() });
    let html = Html::parse_document(&text(&found, "a/a/index.html"));
    let facts: serde_json::Value =
        serde_json::from_str(&select(&html, "script[type='application/ld+json']").concat())
            .unwrap();
    assert_eq!(
        facts,
        serde_json::json!({
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "訪問",
            "inLanguage": "zh-Hant",
            "datePublished": "2026-05-20",
            "author": { "@type": "Person", "name": "陳記者" },
            "isPartOf": { "@type": "CreativeWork", "name": "晨報" },
            "mainEntityOfPage": "https://example.org/n/a/a/",
            "mentions": [{ "@type": "Person", "name": "林小滿", "alternateName": ["小滿"] }],
        })
    );
    let canonical = Selector::parse("link[rel=canonical]").unwrap();
    let link = html.select(&canonical).next().unwrap();
    assert_eq!(link.attr("href"), Some("https://example.org/n/a/a/"));
    let description = Selector::parse("meta[name=description]").unwrap();
    assert_eq!(html.select(&description).next().unwrap().attr("content"), Some("林小滿說：好。"));
}

#[test]
fn a_known_address_brings_a_sitemap_and_a_feed() {
    let mut all = two();
    all.articles[0].day = Some("2026-05-20".into());
    let found =
        written(&all, &Options { base_url: Some("https://example.org/n".into()), ..options() });
    let (map, feed) = (text(&found, "sitemap.xml"), text(&found, "feed.xml"));
    for url in [
        "https://example.org/n/",
        "https://example.org/n/a/water/",
        "https://example.org/n/a/bridge/",
    ] {
        assert!(map.contains(&format!("<loc>{url}</loc>")), "{url}");
    }
    assert!(feed.contains("<updated>2026-05-20T00:00:00Z</updated>"), "{feed}");
    assert_eq!(feed.matches("<entry").count(), 1, "only what has a day is news");
    assert!(!written(&all, &options()).contains_key("feed.xml"));
}

#[test]
fn a_page_leads_to_the_other_articles_without_scripts() {
    let found = written(&two(), &options());
    let html = Html::parse_document(&text(&found, "a/water/index.html"));
    let links = Selector::parse(".story-link").unwrap();
    let links: Vec<&str> = html.select(&links).filter_map(|link| link.attr("href")).collect();
    assert_eq!(links, ["#water", "../bridge/"]);
}

#[test]
fn an_address_that_is_none_is_refused() {
    for url in ["example.org", "javascript:alert(1)", "https://", "https://a b/", "https://a/?q"] {
        let bad = Options { base_url: Some(url.into()), ..options() };
        let place = tempfile::tempdir().unwrap();
        let result = site::write(&two(), &bad, &place.path().join("site"));
        assert!(matches!(result, Err(SiteError::BaseUrl(_))), "{url}");
    }
}

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
fn two_articles_with_one_id_are_refused() {
    let all = corpus(vec![article("x", "一", "文"), article("x", "二", "文")]);
    let place = tempfile::tempdir().unwrap();
    let result = site::write(&all, &options(), &place.path().join("site"));
    assert!(matches!(result, Err(SiteError::SameId(id)) if id == "x"));
    assert_eq!(files(place.path()).len(), 0);
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

#[test]
fn an_old_edition_is_replaced_whole() {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("site");
    site::write(&two(), &options(), &target).unwrap();
    let one = corpus(vec![article("snow", "初雪", "山上落雪。")]);
    site::write(&one, &options(), &target).unwrap();
    assert_eq!(files(&target), written(&one, &options()));
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1, "nothing is left beside the site");
}

#[test]
fn an_empty_folder_is_taken() {
    let place = tempfile::tempdir().unwrap();
    site::write(&two(), &options(), place.path()).unwrap();
    assert!(place.path().join("index.html").exists());
}

#[test]
fn foreign_files_stay_untouched() {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("site");
    fs::create_dir_all(target.join("work")).unwrap();
    fs::write(target.join("work/thesis.txt"), "years").unwrap();
    let before = files(place.path());
    let refused = site::write(&two(), &options(), &target);
    let Err(SiteError::Foreign { file, .. }) = refused else { panic!("{refused:?}") };
    assert_eq!(file, "work/thesis.txt");
    assert_eq!(files(place.path()), before);

    let ours = place.path().join("ours");
    site::write(&two(), &options(), &ours).unwrap();
    fs::write(ours.join("CNAME"), "example.org").unwrap();
    let refused = site::write(&two(), &options(), &ours);
    assert!(matches!(refused, Err(SiteError::Foreign { file, .. }) if file == "CNAME"));
    let onto_a_file = site::write(&two(), &options(), &ours.join("CNAME"));
    assert!(matches!(onto_a_file, Err(SiteError::Foreign { .. })));
}

#[test]
fn a_failed_build_leaves_the_old_site() {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("site");
    site::write(&two(), &options(), &target).unwrap();
    let before = files(place.path());
    let damaged = Viewer { wasm: b"not wasm".as_slice().into(), ..options().viewer };
    let failed = site::write(&two(), &Options { viewer: damaged, ..options() }, &target);
    assert!(matches!(failed, Err(SiteError::Attach(AttachError::NotWasm))));
    let empty = Viewer { wasm: b"".as_slice().into(), ..options().viewer };
    let failed = site::write(&two(), &Options { viewer: empty, ..options() }, &target);
    assert!(matches!(failed, Err(SiteError::NoViewer)));
    assert_eq!(files(place.path()), before);
}

/// A section as the specification writes it, its size in as few bytes as it takes.
fn section(id: u8, content: &[u8]) -> Vec<u8> {
    let mut bytes = vec![id];
    let mut size = content.len();
    while size >= 128 {
        bytes.push((size % 128) as u8 | 128);
        size /= 128;
    }
    bytes.push(size as u8);
    bytes.extend(content);
    bytes
}

prop_compose! {
    fn module()(sections in prop::collection::vec((1u8..=13, prop::collection::vec(any::<u8>(), 0..300)), 0..8))
        -> Vec<u8>
    {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        for (id, content) in sections {
            wasm.extend(section(id, &content));
        }
        wasm.extend(section(0, b"\x04namewhatever"));
        wasm
    }
}

proptest! {
    #[test]
    fn what_was_attached_is_read_back(wasm in module(), pack: Vec<u8>, other: Vec<u8>) {
        let once = site::attach(&wasm, &pack).unwrap();
        prop_assert_eq!(site::attached(&once).unwrap(), Some(pack.as_slice()));
        prop_assert_eq!(site::attached(&wasm).unwrap(), None);
        prop_assert!(once.starts_with(&wasm), "the other sections stay as they are");
        prop_assert_eq!(&site::attach(&once, &pack).unwrap(), &once);
        prop_assert_eq!(&site::attach(&site::attach(&wasm, &other).unwrap(), &pack).unwrap(), &once);
    }

    #[test]
    fn any_bytes_give_an_answer(bytes: Vec<u8>, pack: Vec<u8>, cut: prop::sample::Index, wasm in module()) {
        let _ = site::attach(&bytes, &pack);
        let cut = &wasm[..cut.index(wasm.len())];
        let _ = site::attached(cut);
        let _ = site::attach(cut, &pack);
        let _ = site::attached(&[&wasm[..8], &bytes].concat());
    }
}

#[test]
fn what_is_no_module_is_refused_with_the_place() {
    assert_eq!(site::attach(b"", b""), Err(AttachError::NotWasm));
    assert_eq!(site::attach(b"\0asm\x02\0\0\0", b""), Err(AttachError::NotWasm));
    let cut = b"\0asm\x01\0\0\0\x01\x05\0";
    assert_eq!(site::attach(cut, b""), Err(AttachError::Damaged { at: 8 }));
}
