//! The prerendered page is whole without a script: all text, all links, no marks of the machinery.

use newsprint::model::Edition;
use newsprint::view::prerender;
use newsprint::view::reading::{Presentation, Reading};

use super::sample;

fn page() -> String {
    let corpus = sample::corpus();
    let edition = Edition::of(&corpus);
    prerender(&edition, &corpus.articles, &Reading::default(), &Presentation::default())
}

/// The text of a page, one line for each stretch between tags that is not empty.
fn text(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<').skip(1) {
        text.push_str(piece.split_once('>').map_or("", |(_, text)| text));
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[test]
fn it_holds_every_string_of_the_articles() {
    let text = text(&page());
    for article in sample::corpus().articles {
        for (at, string) in article.texts() {
            assert!(text.contains(string), "{} {at}: {string}", article.id);
        }
        assert!(article.furniture.iter().all(|line| text.contains(line)));
    }
}

#[test]
fn its_links_lead_to_places_that_are_there() {
    let page = page();
    let ids: Vec<&str> = attributes(&page, "id").collect();
    for link in attributes(&page, "href").filter_map(|href| href.strip_prefix('#')) {
        let opens = link.starts_with("/?card=") || link.starts_with("/?view=");
        // An empty fragment is the top of the page (HTML Standard, 7.4.6.4).
        assert!(opens || link.is_empty() || ids.contains(&link), "{link} among {ids:?}");
    }
    for id in ["harbour", "harbour/s/1", "harbour/p/0", "harbour/p/5", "weather"] {
        assert!(ids.contains(&id), "{id}");
    }
}

#[test]
fn it_is_clean() {
    let page = page();
    for unwanted in ["<!", "style=", "onclick", "data-hk", "<script"] {
        assert!(!page.contains(unwanted), "{unwanted}");
    }
    assert_eq!(page.matches("role=\"searchbox\"").count(), 1);
    assert_eq!(page.matches("role=\"status\"").count(), 1);
    assert_eq!(page.matches("<article").count(), 3);
}

#[test]
fn the_interface_speaks_the_language_asked_for() {
    let corpus = sample::corpus();
    let english = Presentation { lang: Some("en".into()), ..Presentation::default() };
    let page = prerender(&Edition::of(&corpus), &corpus.articles, &Reading::default(), &english);
    assert!(page.contains("Search stories") && !page.contains("搜尋文章"));
}

#[test]
fn an_open_article_stands_alone_where_the_page_is_not_whole() {
    let corpus = sample::corpus();
    let reading = Reading { article: Some("ferry".into()), ..Reading::default() };
    let presentation =
        Presentation { ui: newsprint::view::reading::Ui::Article, ..Presentation::default() };
    let page = prerender(&Edition::of(&corpus), &corpus.articles, &reading, &presentation);
    assert_eq!(page.matches("<article").count(), 1);
    assert!(page.contains("渡輪下月復航"));
}

fn attributes<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let start = format!(" {name}=\"");
    let pieces: Vec<&str> = html.split(&start).skip(1).collect();
    pieces.into_iter().filter_map(|piece| Some(piece.split_once('"')?.0))
}
