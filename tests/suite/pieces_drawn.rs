//! An article as it stands in the page, drawn without a browser.

use std::sync::Arc;

use futures::executor::block_on;
use leptos::prelude::*;
use newsprint::model::{
    Article, ArticleId, At, Block, Caption, Corpus, Edition, Entity, EntityId, Facts, Kind,
    Mention, Section, Span, Style, Styling, Sublist,
};
use newsprint::pack::Pack;
use newsprint::search::{Answer, Query, search};
use newsprint::view::article;
use newsprint::view::library::Library;
use newsprint::view::state::{Presentation, Reading, State, provide_state};

fn paragraph(text: &str) -> Block {
    Block::Paragraph { text: text.to_owned() }
}

fn mention(at: At, range: std::ops::Range<usize>, kind: Kind, ids: &[&str]) -> Mention {
    let entities = ids.iter().map(|id| EntityId::new(id)).collect();
    Mention { at, span: Span::new(range), kind, entities }
}

fn style(at: At, range: std::ops::Range<usize>, styling: Styling) -> Style {
    Style { at, span: Span::new(range), styling }
}

/// One article with everything an article can have.
fn harbour() -> Article {
    Article {
        id: ArticleId::new("harbour"),
        language: "zh-Hant".to_owned(),
        kicker: Some("海港之聲".to_owned()),
        headline: Some("<舊碼頭> & 新堤".to_owned()),
        deck: Some("林秋水訪南灣".to_owned()),
        label: Some("特稿".to_owned()),
        byline: Some("林秋水".to_owned()),
        source: Some("南灣日報".to_owned()),
        date: Some("三月五日".to_owned()),
        day: Some("2031-03-05".to_owned()),
        sections: vec![
            Section {
                heading: None,
                level: 1,
                blocks: vec![paragraph("林秋水說，南灣與北灣的堤要重修。")],
            },
            Section {
                heading: Some("堤與人".to_owned()),
                level: 2,
                blocks: vec![
                    paragraph("見網站和筆記。"),
                    Block::List {
                        ordered: true,
                        first: 3,
                        items: ["一", "甲", "乙", "二"].map(str::to_owned).to_vec(),
                        nested: vec![Sublist { ordered: false, start: 1, end: 3 }],
                    },
                    Block::Note { text: "（有刪節）".to_owned() },
                    Block::Quote { text: "水來".to_owned() },
                    Block::Code { text: "\na  < b".to_owned() },
                    Block::Table {
                        rows: vec![
                            vec!["年".to_owned(), "米".to_owned()],
                            vec!["1931".to_owned(), "4".to_owned()],
                        ],
                    },
                ],
            },
        ],
        captions: vec![Caption {
            picture: None,
            text: "舊堤".to_owned(),
            credit: Some("南灣攝影".to_owned()),
        }],
        furniture: vec!["下接三版".to_owned()],
        markers: vec![],
        mentions: vec![
            mention(At::Deck, 0..3, Kind::Person, &["person:林秋水"]),
            mention(At::text(0, 0), 0..3, Kind::Person, &["person:林秋水"]),
            mention(At::text(0, 0), 5..10, Kind::Place, &["place:南灣", "place:北灣"]),
            mention(At::text(1, 0), 1..3, Kind::Other("site".to_owned()), &["site:網站"]),
        ],
        styles: vec![
            style(At::text(1, 0), 1..3, Styling::Link("https://example.org/?a=1&b=2".to_owned())),
            style(At::text(1, 0), 4..6, Styling::Link("javascript:alert(1)".to_owned())),
            style(At::text(1, 0), 4..6, Styling::Emphasis),
        ],
    }
}

fn drawn(reading: Reading, change: impl FnOnce(State)) -> String {
    let entity = |id: &str, kind: Kind| Entity {
        id: EntityId::new(id),
        kind,
        name: id.to_owned(),
        aliases: vec![],
        value: None,
    };
    let corpus = Corpus {
        facts: Facts::default(),
        articles: vec![harbour()],
        entities: vec![
            entity("person:林秋水", Kind::Person),
            entity("place:北灣", Kind::Place),
            entity("place:南灣", Kind::Place),
        ],
    };
    let articles = [(0, Arc::new(corpus.articles[0].clone()))].into_iter().collect();
    let edition = Arc::new(Edition::of(&corpus));
    let owner = Owner::new();
    let html = owner.with(|| {
        let library = Library { edition, pack: None, home: None };
        let languages = vec!["en".to_owned()];
        let state = provide_state(library, articles, reading, Presentation::default(), languages);
        change(state);
        let words = state.words.get_untracked();
        article::reading_pane(article::Desk::new(state), words, false).to_html()
    });
    drop(owner);
    // Leptos writes empty comments between texts.
    html.replace("<!>", "").replace("<!---->", "")
}

/// What a query finds in the article.
fn found(typed: &str) -> Arc<Answer> {
    let corpus = Corpus { articles: vec![harbour()], ..Corpus::default() };
    let answer = block_on(search(&Pack::of(corpus), &Query::parse(typed)));
    Arc::new(answer.expect("the pack is whole"))
}

#[track_caller]
fn holds(html: &str, part: &str) {
    assert!(html.contains(part), "no\n  {part}\nin\n{}", html.replace("><", ">\n<"));
}

#[test]
fn an_article_stands_in_the_page_as_the_contract_says() {
    let html = drawn(Reading::default(), |_| ());
    for part in [
        r#"<main class="reading" id="reading" tabindex="-1">"#,
        r#"<article class="article" id="harbour" lang="zh-Hant" aria-labelledby="harbour/h">"#,
        r#"<p class="kicker">海港之聲</p>"#,
        r#"<span class="tag">特稿</span>"#,
        r#"<h2 class="headline" id="harbour/h">&lt;舊碼頭&gt; &amp; 新堤</h2>"#,
        r#"<span class="byline-author">林秋水</span>"#,
        r#"<span class="byline-source">南灣日報</span>"#,
        r#"<time class="byline-date" datetime="2031-03-05">三月五日</time>"#,
        r#"<section class="section" id="harbour/s/0" data-level="1"><div class="section-body">"#,
        r#"<section class="section" id="harbour/s/1" data-level="2"><h4 class="subhead">"#,
        r#"aria-controls="harbour/s/1/body" aria-expanded="true">"#,
        r#"<span class="subhead-text">堤與人</span>"#,
        r#"<p class="para" id="harbour/p/1">"#,
        r##"<ol class="list" id="harbour/p/2" start="3"><li>一<a class="para-link" href="#harbour/p/2""##,
        r#"<ul class="list"><li>甲</li><li>乙</li></ul></li><li>二</li></ol>"#,
        r#"<p class="note" id="harbour/p/3">（有刪節）"#,
        r#"<blockquote class="quote" id="harbour/p/4">水來"#,
        "<pre class=\"code\" id=\"harbour/p/5\"><code>\na  &lt; b</code>",
        r#"<div class="table-wrap" id="harbour/p/6"><table><thead><tr><th scope="col">年</th>"#,
        "<td>1931</td>",
        r#"<figcaption class="caption">舊堤 <span class="credit">南灣攝影</span></figcaption>"#,
        r#"<details class="furniture"><summary lang="en">"#,
        "<li>下接三版</li>",
    ] {
        holds(&html, part);
    }
    assert!(!html.contains("until-found"), "nothing is folded");
}

#[test]
fn mentions_and_links_are_elements() {
    let html = drawn(Reading::default(), |_| ());
    let place = r#"data-kind="place" data-entity="place:南灣 place:北灣">南灣與北灣</a>"#;
    holds(&html, place);
    let linked = r#"<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer" target="_blank"><span class="mention" data-kind="site" data-entity="site:網站">網站</span></a>"#;
    holds(&html, linked);
    holds(&html, "和<em>筆記</em>。");
    assert!(!html.contains("javascript"));
}

#[test]
fn kinds_that_are_off_are_plain_text() {
    let reading = Reading { hidden_kinds: Some(["place".to_owned()].into()), ..Reading::default() };
    let html = drawn(reading, |_| ());
    holds(&html, "</a>說，南灣與北灣的堤要重修。");
    holds(&html, r#"data-kind="person""#);
}

#[test]
fn what_is_found_is_marked_and_opens_its_section() {
    let folded = || Reading { folded: [("harbour".to_owned(), 1)].into(), ..Reading::default() };
    let html = drawn(folded(), |_| ());
    holds(&html, r#"<div class="section-body" id="harbour/s/1/body" hidden="until-found">"#);
    holds(&html, r#"aria-expanded="false""#);
    let html = drawn(folded(), |state| {
        state.answer.set(Some(found("灣與 OR 一 OR 舊堤")));
        state.step.set(Some((0, 1)));
    });
    holds(&html, r#"南<mark class="hit">灣與</mark>北灣</a>"#);
    holds(&html, r#"<li><mark class="hit" data-current="true">一</mark>"#);
    holds(&html, r#"<mark class="hit">舊堤</mark>"#);
    holds(&html, r#"<span class="subhead-text">堤與人</span><span class="count">1</span>"#);
    assert!(!html.contains("until-found"));
}

#[test]
fn every_word_of_the_article_is_there() {
    let html = drawn(Reading::default(), |_| ());
    let mut text = String::new();
    let mut tag = false;
    for c in html.chars() {
        match c {
            '<' => tag = true,
            '>' => tag = false,
            _ if !tag => text.push(c),
            _ => {}
        }
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let mut from = 0;
    for (_, part) in harbour().texts().filter(|(at, _)| *at > At::Byline) {
        let at = text[from..].find(part);
        assert!(at.is_some(), "{part:?} is lost");
        from += at.unwrap_or_default() + part.len();
    }
}
