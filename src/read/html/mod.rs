//! Web pages: the article found by `dom_smoothie` (a port of Mozilla's Readability), its blocks by [`flow`].

mod depth;
mod elements;
mod flow;
mod meta;

use dom_query::{Document as Dom, NodeRef};
use dom_smoothie::{Config, Readability};

use super::sniff::stem;
use super::source::lines;
use super::{Body, Document, Piece};

/// Where less text than this is found, in code points, the finder has given up its judgement and
/// takes the page as it comes: its own threshold. What the page itself marks as its text is better.
const SHORT: usize = 500;

/// Pages nested deeper than this are not judged: browsers stop at 512 too.
const DEEPEST: usize = 512;

/// More elements than this are no article.
const MOST_ELEMENTS: usize = 100_000;

/// Reads a page as one story.
pub(super) fn read(name: &str, text: &str) -> Document {
    let dom = Dom::from(&*depth::shallow(text));
    let marked = marked(&dom);
    let shallow = is_shallow(&dom);
    let config = Config { max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let mut given = meta::of_tags(&dom);
    let mut found = None;
    if shallow && let Ok(mut finder) = Readability::with_document(dom, None, Some(config)) {
        meta::of_finder(&finder.get_article_metadata(finder.parse_json_ld()), &mut given);
        if let Ok(article) = finder.parse() {
            given.byline = given.byline.or(article.byline);
            found = Some(flow::pieces(&Dom::from(article.content).root(), &|_| false));
        }
    }
    given.id = Some(stem(name).to_owned());
    let found = found.unwrap_or_default();
    let pieces = if marked.is_empty() || flow::length(&found) >= SHORT { found } else { marked };
    Document { name: name.to_owned(), line: 1, given, body: Body::Story(pieces) }
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

/// The blocks of what the page marks as its text, else of its whole body without furniture.
fn marked(dom: &Dom) -> Vec<Piece> {
    let page = dom.root();
    let only = |tag: &str| {
        let mut found = page.descendants_it().filter(|node| node.has_name(tag));
        let first = found.next()?;
        found.next().is_none().then_some(first)
    };
    let root = only("article").or_else(|| only("main")).or_else(|| dom.body());
    root.map(|root| flow::pieces(&root, &is_furniture)).unwrap_or_default()
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
