//! Web pages: against what Mozilla's Readability makes of its own test pages, and what never may happen.

use std::collections::BTreeMap;
use std::path::Path;

use newsprint::model::Article;
use newsprint::parse::parse;
use newsprint::read::read;
use proptest::prelude::*;
use serde_json::Value;

use crate::shared::shared;

fn article(name: &str, html: &[u8]) -> Article {
    let reading = read(name, html).expect("a page");
    let (mut articles, _) = parse(reading.documents[0].clone());
    articles.pop().unwrap_or_default()
}

/// Words, each ideograph one.
fn tokens(text: &str) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    let spaced: String = text
        .chars()
        .flat_map(|c| {
            let alone = !c.is_alphanumeric() || ('\u{2E80}'..='\u{9FFF}').contains(&c);
            [alone.then_some(' '), c.is_alphanumeric().then_some(c), alone.then_some(' ')]
        })
        .flatten()
        .collect();
    for word in spaced.split_whitespace() {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

fn f1(found: &str, wanted: &str) -> f64 {
    let (found, wanted) = (tokens(found), tokens(wanted));
    let sum = |counts: &BTreeMap<String, u32>| counts.values().sum::<u32>();
    let both: u32 =
        found.iter().map(|(word, n)| (*n).min(wanted.get(word).copied().unwrap_or(0))).sum();
    let all = sum(&found) + sum(&wanted);
    if all == 0 { 1.0 } else { 2.0 * f64::from(both) / f64::from(all) }
}

fn text_of_html(html: &str) -> String {
    // Blocks stand apart; what is within a line does not, as in a large first letter.
    let mut spaced = String::new();
    for piece in html.split_inclusive('>') {
        let (text, tag) = piece.rsplit_once('<').unwrap_or((piece, ""));
        let name = tag.trim_start_matches('/').split(|c: char| !c.is_alphanumeric()).next();
        let inline =
            ["a", "abbr", "b", "em", "i", "font", "small", "span", "strong", "sub", "sup", "u"];
        let gap =
            if tag.is_empty() || inline.contains(&name.unwrap_or_default()) { "" } else { " " };
        spaced.push_str(text);
        spaced.push_str(gap);
        spaced.push_str(piece.get(text.len()..).unwrap_or_default());
    }
    let html = spaced;
    scraper::Html::parse_fragment(&html).root_element().text().collect()
}

/// What a reader of pages made of one.
pub(crate) struct Made {
    pub(crate) text: String,
    pub(crate) title: String,
    pub(crate) byline: String,
}

impl Made {
    /// By this project.
    fn here(name: &str, html: &[u8]) -> Self {
        let article = article(name, html);
        // The expected text is the body alone: title and byline are judged by themselves.
        let body = Article {
            headline: None,
            kicker: None,
            deck: None,
            label: None,
            byline: None,
            source: None,
            ..article.clone()
        };
        let found: Vec<&str> = body.texts().map(|(_, text)| text).collect();
        Self {
            text: found.join(" "),
            title: article.headline.unwrap_or_default(),
            byline: article.byline.unwrap_or_default(),
        }
    }

    /// By Mozilla's Readability, as `tests/eval/readability` prints it.
    fn by_readability(value: &Value) -> Self {
        let field = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        Self { text: text_of_html(&field("html")), title: field("title"), byline: field("byline") }
    }
}

/// How well saved pages were read.
#[derive(Default)]
pub(crate) struct Score {
    pages: u32,
    text: f64,
    /// Right, of how many.
    titles: (usize, usize),
    bylines: (usize, usize),
}

impl Score {
    /// The mean over the pages of F1 over their words.
    pub(crate) fn text(&self) -> f64 {
        self.text / f64::from(self.pages)
    }

    /// As cells of a table.
    pub(crate) fn cells(&self) -> String {
        let Self { titles, bylines, .. } = self;
        let of = |(right, all): (usize, usize)| format!("{right} of {all}");
        format!("{:.4} | {} | {} |", self.text(), of(*titles), of(*bylines))
    }

    fn take(&mut self, name: &str, made: &Made, html: &str, facts: &Value) {
        let score = f1(&made.text, &text_of_html(html));
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let title = plain(facts["title"].as_str().unwrap_or_default());
        // Some expected titles end in names of the site, a section or the writer, behind a mark; others do not.
        let made_title = plain(&made.title);
        let is_title = made_title == title
            || title.strip_prefix(&made_title).is_some_and(|rest| {
                !made_title.is_empty() && rest.trim_start().starts_with(['|', '-', '–', '—', '_'])
            });
        self.pages += 1;
        self.text += score;
        self.titles.0 += usize::from(is_title);
        self.titles.1 += 1;
        if let Some(byline) = facts["byline"].as_str() {
            let is_byline = plain(&made.byline) == plain(byline);
            self.bylines.0 += usize::from(is_byline);
            self.bylines.1 += 1;
            if !is_byline {
                println!("{name}: by {:?}, not {byline:?}", made.byline);
            }
        }
        if score < 0.99 || !is_title {
            println!("{name}: {score:.3}, {:?} for {title:?}", made.title);
        }
    }
}

/// Scores the saved pages of a folder as read here, and as read by Readability where that is at hand.
pub(crate) fn score_pages(folder: &Path, readability: Option<&Value>) -> (Score, Score) {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("pages")
        .filter_map(|entry| {
            Some(entry.ok()?.file_name().to_str()?.strip_suffix(".source.html")?.to_owned())
        })
        .collect();
    names.sort();
    let (mut ours, mut theirs) = (Score::default(), Score::default());
    for name in &names {
        let file = |end: &str| std::fs::read(folder.join(format!("{name}.{end}"))).expect("a file");
        let expected = String::from_utf8_lossy(&file("expected.html")).into_owned();
        let facts: Value = serde_json::from_slice(&file("expected-metadata.json")).expect("JSON");
        let made = Made::here(&format!("{name}.html"), &file("source.html"));
        ours.take(name, &made, &expected, &facts);
        if let Some(found) = readability {
            theirs.take(
                &format!("readability {name}"),
                &Made::by_readability(&found[name]),
                &expected,
                &facts,
            );
        }
    }
    (ours, theirs)
}

#[test]
fn pages_are_read_as_their_readers_would_have_them() {
    let Some(folder) = shared("corpora/html-en-readability") else { return };
    let (score, _) = score_pages(&folder, None);
    println!("{}", score.cells());
    assert!(score.text() >= 0.985, "{}", score.cells());
    assert!(score.titles.0 * 100 >= score.titles.1 * 93, "{}", score.cells());
}

/// A page of a site: its sections and its most read stories around what is given.
fn page(title: &str, body: &str) -> Article {
    let more =
        "<li><a href=/x>港口夜航增班</a><li><a href=/y>Ferry fares rise again</a>".repeat(20);
    let html = format!(
        "<html><head><title>{title}</title></head><body><div class=top><ul>{more}</ul></div><div class=page>{body}</div>\
         <div class=bottom><p>Most read</p><ul>{more}</ul></div></body></html>"
    );
    article("page.html", html.as_bytes())
}

/// All that an article says in paragraphs.
fn paragraphs(article: &Article) -> String {
    let blocks = article.sections.iter().flat_map(|section| &section.blocks);
    let texts = blocks.filter_map(|block| match block {
        newsprint::model::Block::Paragraph { text } => Some(text.as_str()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join("|")
}

/// Two hundred ideographs say as much as six hundred letters, and are as good a reason to trust what was found.
#[test]
fn a_short_story_comes_without_the_site_around_it() {
    let first = "碼頭居民清早發現潮水比往年早退，露出一段舊石堤，老人說上次看見是四十年前的事，孩子們脫鞋走下去，拾到兩隻舊錨。";
    let second = "海事處派員到場量度，說石堤完整，未有倒塌危險，將與古物部門商討保留方法，其間請市民不要攀爬，亦不要取走石塊。";
    let third = "居民陳婆婆說，從前漁船就泊在這裏，天未光便有人賣魚，潮水退時要踏着石級落去，如今石級還在，只是沒有船了。";
    let story = page("舊堤重現", &format!("<p>{first}</p><p>{second}</p><p>{third}</p>"));
    assert_eq!(paragraphs(&story), format!("{first}|{second}|{third}"));

    let lines = "The old sea wall came back into view on Monday, when the tide went out further than it had in forty years.";
    let story = page("The wall is back", &format!("<p>{lines}</p><p>{lines}</p><p>{lines}</p>"));
    assert_eq!(paragraphs(&story), format!("{lines}|{lines}|{lines}"));
}

#[test]
fn a_headline_comes_without_the_names_of_the_site() {
    let lines =
        "<p>潮水在清晨退去，露出一段舊石堤，居民說四十年未見，海事處派員量度，請市民不要攀爬。</p>"
            .repeat(6);
    let headline = |title: &str, heading: &str| {
        page(title, &format!("<h1>{heading}</h1>{lines}")).headline.unwrap_or_default()
    };
    for title in [
        "舊堤重現　居民爭看",
        "舊堤重現　居民爭看-港口網",
        "舊堤重現　居民爭看_本地_港口網",
        "舊堤重現　居民爭看 » 本地 » 港口網",
        "港口網 | 舊堤重現　居民爭看",
        "舊堤重現　居民爭看 : 本地 : 港口網",
    ] {
        assert_eq!(headline(title, "舊堤重現　居民爭看"), "舊堤重現　居民爭看", "{title}");
    }
    // The heading is the site's own, or goes on.
    assert_eq!(headline("港口網 - 舊堤重現　居民爭看", "港口網"), "港口網 - 舊堤重現　居民爭看");
    assert_eq!(headline("舊堤重現之後", "舊堤重現"), "舊堤重現之後");
}

#[test]
fn a_day_in_the_byline_is_the_date() {
    let lines = "<p>The old sea wall came back into view, when the tide went out further than it had in forty years.</p>";
    let byline = |text: &str| {
        let story =
            page("The wall is back", &format!("<div class=byline>{text}</div>{}", lines.repeat(8)));
        (story.byline.unwrap_or_default(), story.day.unwrap_or_default())
    };
    let day = "2026-05-20".to_owned();
    for text in [
        "By Ann Tse on May 20, 2026 at 9:00am",
        "By Ann Tse | Wednesday, May 20, 2026",
        "By Ann Tse 2026-05-20",
    ] {
        assert_eq!(byline(text), ("By Ann Tse".to_owned(), day.clone()), "{text}");
    }
    assert_eq!(byline("By Ann Tse"), ("By Ann Tse".to_owned(), String::new()));
}

const PAGE: &str = r#"<!DOCTYPE html><html lang=zh-Hant><head><title>潮水</title><script type="application/ld+json">
{"@type":"NewsArticle","headline":"潮水退去","author":[{"name":"陳大文"}]}</script><style>p{}</style></head><body>
<nav><a href="/">首頁</a></nav><article><h1>潮水退去</h1><p>清晨，<b>海面<i>平靜</b></i>。<br><br>又一段。
<figure><img alt=x><figcaption>圖</figcaption></figure><table><tr><th>甲<td>乙<tr><td>1<td>2</table>
<ul><li>一<ol><li>二</ol></ul><pre><code>a
b</code></pre><blockquote>引</blockquote></article><template>藏</template></body></html>"#;

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn broken_pages_never_panic(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..40_usize), 1..8),
        noise in prop::collection::vec(any::<u8>(), 0..6),
    ) {
        let mut bytes = PAGE.as_bytes().to_vec();
        for (from, to, length) in cuts {
            let at = from.index(bytes.len());
            let end = (at + length).min(bytes.len());
            let moved: Vec<u8> = bytes.drain(at..end).collect();
            let to = to.index(bytes.len());
            bytes.splice(to..to, moved.into_iter().chain(noise.iter().copied()));
        }
        if let Ok(reading) = read("a.html", &bytes) {
            for document in reading.documents {
                let _ = parse(document);
            }
        }
    }

    #[test]
    fn any_bytes_named_a_page_never_panic(bytes in any::<Vec<u8>>(), ending in "(html|csv|txt|md)") {
        let bytes = [b"<", &bytes[..]].concat();
        if let Ok(reading) = read(&format!("a.{ending}"), &bytes) {
            for document in reading.documents {
                let _ = parse(document);
            }
        }
    }
}
