//! The pages: what they say to readers without scripts and to machines, and where they lead.

use newsprint::model::{
    At, Block, Caption, Corpus, Entity, EntityId, Kind, Mention, Picture, Span,
};
use newsprint::site::{self, Options, SiteError};
use scraper::{Html, Selector};

use super::{article, corpus, options, select, text, two, written};

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
        for data in ["data-wasm", "data-carrier", "data-sheets", "data-atlas", "data-atlas-style"] {
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
    assert!(text(&found, "index.html").contains("href=\"feed.xml\""));
    assert!(!written(&all, &options()).contains_key("feed.xml"));
}

#[test]
fn an_edition_without_a_day_has_no_feed() {
    let options = Options { base_url: Some("https://example.org/n".into()), ..options() };
    let found = written(&two(), &options);
    assert!(!found.contains_key("feed.xml"), "a feed would have to say when it changed");
    assert!(!text(&found, "index.html").contains("feed.xml"));
    assert!(found.contains_key("sitemap.xml"));
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

#[test]
fn the_page_that_is_missing_has_its_style_on_hosts_that_say_the_policy_too() {
    let found = written(&two(), &options());
    let html = Html::parse_document(&text(&found, "404.html"));
    let policy = Selector::parse("meta[http-equiv=Content-Security-Policy]").unwrap();
    let policy = html.select(&policy).next().unwrap().attr("content").unwrap();
    let (_, style) = policy.split_once("style-src ").unwrap();
    let (hash, _) = style.split_once(';').unwrap();
    assert!(hash.starts_with("'sha256-"), "{policy}");
    let headers = text(&found, "_headers");
    assert!(headers.contains(&format!("style-src 'self' {hash};")), "{headers}");
}

#[test]
fn what_stands_around_an_article_says_its_own_language() {
    let mut all = two();
    all.articles[0].language = "en".into();
    let lang = |page: &Html, selector: &str| {
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).next().unwrap().attr("lang").map(str::to_owned)
    };
    let around = |all: &Corpus| {
        let found = written(all, &options());
        let page = Html::parse_document(&text(&found, "a/water/index.html"));
        let parts = ["html", "article", ".byline-length", ".article-foot"];
        parts.map(|part| lang(&page, part).unwrap_or_default())
    };
    assert_eq!(around(&all), ["zh-Hant", "en", "zh-Hant", "zh-Hant"]);
    all.facts.language = "ar".into();
    assert_eq!(around(&all), ["en", "en", "en", "en"], "in what more readers know than Chinese");
}

#[test]
fn a_date_that_is_no_day_is_no_time() {
    let mut all = two();
    all.articles[0].date = Some("2026-13-45".into());
    all.articles[1].date = Some("5月20日".into());
    all.articles[1].day = Some("2026-05-20".into());
    let page = Html::parse_document(&text(&written(&all, &options()), "index.html"));
    assert_eq!(select(&page, ".byline-date"), ["2026-13-45", "5月20日"]);
    assert_eq!(select(&page, "time[datetime='2026-05-20']"), ["5月20日"]);
    assert_eq!(select(&page, "time").len(), 1);
}

#[test]
fn the_first_picture_is_what_a_preview_shows() {
    let mut all = two();
    let file = "assets/picture-1.png".to_owned();
    let picture = Picture { file, alt: "堤 & 岸".into(), width: 900, height: 600 };
    all.articles[0].captions = vec![Caption { picture: Some(picture), ..Caption::default() }];
    let based = Options { base_url: Some("https://example.org/n".into()), ..options() };
    let found = written(&all, &based);
    let picture = "https://example.org/n/assets/picture-1.png";
    for path in ["index.html", "a/water/index.html"] {
        let page = text(&found, path);
        assert!(page.contains(&format!("property=\"og:image\" content=\"{picture}\"")), "{path}");
        assert!(page.contains("property=\"og:image:alt\" content=\"堤 &amp; 岸\""), "{path}");
    }
    assert!(text(&found, "a/water/index.html").contains(&format!("\"image\":[\"{picture}\"]")));
    assert!(!text(&found, "a/bridge/index.html").contains("og:image"));
    assert!(!text(&written(&all, &options()), "index.html").contains("og:image"));
}

#[test]
fn an_article_is_described_by_what_it_tells() {
    let mut all = two();
    let rows = vec![vec!["年".into(), "艘".into()]];
    all.articles[0].sections[0].blocks.insert(0, Block::Table { rows: rows.clone() });
    all.articles[1].sections[0].blocks = vec![Block::Table { rows }];
    let found = written(&all, &options());
    let described = |page| {
        let page = Html::parse_document(&text(&found, page));
        let description = Selector::parse("meta[name=description]").unwrap();
        page.select(&description).next().unwrap().attr("content").unwrap().to_owned()
    };
    assert!(!described("a/water/index.html").contains('艘'));
    assert_eq!(described("a/bridge/index.html"), "年 艘", "where there is nothing else");
}

#[test]
fn addresses_hold_no_space() {
    let page = Html::parse_document(&text(&written(&two(), &options()), "index.html"));
    let linked = Selector::parse("[href], [src]").unwrap();
    for element in page.select(&linked) {
        let link = element.attr("href").or(element.attr("src")).unwrap();
        assert!(!link.contains(' '), "{link}");
    }
}
