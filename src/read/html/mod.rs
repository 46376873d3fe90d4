//! Web pages: the article found by `dom_smoothie` (a port of Mozilla's Readability), its blocks by [`flow`].

mod depth;
mod elements;
mod flow;
mod meta;
mod open;

use dom_query::{Document as Dom, NodeRef};
use dom_smoothie::{Config, Readability};

use super::sniff::stem;
use super::source::lines;
use super::{Body, Document, Piece};
use crate::model::is_wide;

/// Where less text than this is found, in code points, the finder gives up its judgement and takes the page as it
/// comes: its own threshold. What the page itself marks as its text is better.
const SHORT: usize = 500;

/// An ideograph says about as much as three letters.
const SHORT_IN_IDEOGRAPHS: usize = SHORT / 3;

/// Pages nested deeper than this are not judged: browsers stop at 512 too.
const DEEPEST: usize = 512;

/// More elements than this are no article.
const MOST_ELEMENTS: usize = 100_000;

/// Reads a page as one story.
pub(super) fn read(name: &str, text: &str) -> Document {
    let page = depth::shallow(text);
    let dom = Dom::from(&*page);
    let short = short(&dom);
    let config =
        Config { max_elements_to_parse: MOST_ELEMENTS, char_threshold: short, ..Config::default() };
    let mut given = meta::of_tags(&dom);
    let headings = meta::headings(&dom);
    let mut found = Vec::new();
    if is_shallow(&dom)
        && let Ok(mut finder) = Readability::with_document(dom, None, Some(config))
    {
        let metadata = finder.get_article_metadata(finder.parse_json_ld());
        meta::of_finder(&metadata, &headings, &mut given);
        if let Ok(article) = finder.parse() {
            given.byline = given.byline.or(article.byline);
            found = flow::pieces(&Dom::from(article.content).root(), &|_| false);
        }
    }
    given.id = Some(stem(name).to_owned());
    if flow::length(&found) < short {
        found = of_short(&Dom::from(&*page), found, short);
    }
    Document { name: name.to_owned(), line: 1, given, body: Body::Story(found) }
}

/// How little text, in code points, is too little to judge a page by.
fn short(dom: &Dom) -> usize {
    let text = dom.body().map(|body| body.text()).unwrap_or_default();
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    let (wide, all) =
        letters.fold((0, 0), |(wide, all), c| (wide + usize::from(is_wide(c)), all + 1));
    if wide * 2 > all { SHORT_IN_IDEOGRAPHS } else { SHORT }
}

/// The blocks of a page in which little was found: what it marks as its text, or all of its body where that is little
/// too, else what was found.
fn of_short(dom: &Dom, found: Vec<Piece>, short: usize) -> Vec<Piece> {
    let page = dom.root();
    let only = |tag: &str| {
        let mut marked = page.descendants_it().filter(|node| node.has_name(tag));
        let first = marked.next()?;
        marked.next().is_none().then_some(first)
    };
    let without_furniture = |root: &NodeRef<'_>| flow::pieces(root, &is_furniture);
    let marked = only("article").or_else(|| only("main"));
    let marked = marked.map(|root| without_furniture(&root)).unwrap_or_default();
    if !marked.is_empty() {
        return marked;
    }
    let body = dom.body().map(|body| without_furniture(&body)).unwrap_or_default();
    if found.is_empty() || flow::length(&body) < short { body } else { found }
}

/// The blocks of a page that is all text, as a chapter of a book is.
pub(super) fn chapter(text: &str) -> Vec<Piece> {
    let dom = Dom::from(&*depth::shallow(text));
    dom.body().map(|body| flow::pieces(&body, &|_| false)).unwrap_or_default()
}

/// Everything that a page says: what stands in its head, and each block of its body.
pub(super) fn source(text: &str) -> Vec<String> {
    let dom = Dom::from(&*depth::shallow(text));
    let given = meta::of_tags(&dom);
    let title = dom.root().descendants_it().find(|node| node.has_name("title"));
    let title = title.map(|title| title.text().split_whitespace().collect::<Vec<_>>().join(" "));
    let said = [title, given.title, given.byline, given.date, given.source];
    let mut found: Vec<String> = said.into_iter().flatten().collect();
    if let Some(body) = dom.body() {
        found.extend(lines(&flow::pieces(&body, &|_| false)));
    }
    found
}

/// Whether an element is about the site, and not of the story.
fn is_furniture(node: &NodeRef<'_>) -> bool {
    let name = node.node_name().unwrap_or_default();
    let role = node.attr("role").unwrap_or_default();
    match &*name {
        "nav" | "aside" | "footer" | "form" | "dialog" | "menu" => true,
        "header" => !node.descendants_it().any(|inner| inner.has_name("h1")),
        _ => matches!(&*role, "navigation" | "banner" | "contentinfo" | "search" | "complementary"),
    }
}

/// Depth counted without recursion, by the way down and up again.
fn is_shallow(dom: &Dom) -> bool {
    let mut stack = vec![(dom.root(), 0)];
    while let Some((node, depth)) = stack.pop() {
        if depth > DEEPEST {
            return false;
        }
        stack.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    true
}
