//! What a page says of its story outside the text.

use dom_query::Document as Dom;
use dom_smoothie::Metadata;
use serde_json::Value;

use super::super::Given;
use super::super::front_matter::plain;

/// From JSON-LD (schema.org's `Article` and its kinds), `meta` elements, `time` and `html lang`, in this order.
pub(super) fn of_tags(dom: &Dom) -> Given {
    let mut given = Given::default();
    let root = dom.root();
    for script in root.descendants_it().filter(|node| node.has_name("script")) {
        let kind = script.attr("type").unwrap_or_default();
        if kind.trim().eq_ignore_ascii_case("application/ld+json")
            && let Ok(value) = serde_json::from_str::<Value>(script.text().trim())
        {
            of_json_ld(&value, &mut given);
        }
    }
    for meta in root.descendants_it().filter(|node| node.has_name("meta")) {
        let name = meta.attr("property").or(meta.attr("name")).or(meta.attr("itemprop"));
        let content = meta.attr("content").unwrap_or_default();
        let Some(field) = field(&name.unwrap_or_default()) else { continue };
        // One large paper's own field holds the byline with its first word.
        let content = one_line(&content);
        given.set(field, content.strip_prefix("By ").unwrap_or(&content));
    }
    for time in root.descendants_it().filter(|node| node.has_name("time")) {
        given.set("date", &time.attr("datetime").unwrap_or_default());
    }
    let html = root.descendants_it().find(|node| node.has_name("html"));
    if let Some(lang) = html.and_then(|html| html.attr("lang").or(html.attr("xml:lang"))) {
        given.set("language", &lang);
    }
    // Some name an address where a name belongs.
    given.byline = given.byline.filter(|byline| !byline.contains("://"));
    given
}

/// No headline stands behind so many headings.
const MOST_HEADINGS: usize = 100;

/// The first headings of the page's first two levels.
pub(super) fn headings(dom: &Dom) -> Vec<String> {
    let root = dom.root();
    let headings = root.descendants_it().filter(|node| node.has_name("h1") || node.has_name("h2"));
    let texts = headings.take(MOST_HEADINGS).map(|heading| one_line(&heading.text()));
    texts.filter(|text| !text.is_empty()).collect()
}

/// The field of an article that a `meta` element of this name tells.
fn field(name: &str) -> Option<&'static str> {
    Some(match name.to_ascii_lowercase().as_str() {
        "article:published_time"
        | "datepublished"
        | "date"
        | "pubdate"
        | "publishdate"
        | "dc.date"
        | "dc.date.issued"
        | "dcterms.created"
        | "parsely-pub-date" => "date",
        "og:site_name" => "source",
        "author" | "dc.creator" | "byl" => "byline",
        _ => return None,
    })
}

/// What the finder of the article knows: it weighs the many titles of a page best.
pub(super) fn of_finder(metadata: &Metadata, headings: &[String], given: &mut Given) {
    given.set("source", &one_line(metadata.site_name.as_deref().unwrap_or_default()));
    let title = one_line(&metadata.title);
    let title = without_site(&title, given.source.as_deref().unwrap_or_default());
    let heading = headings.iter().map(String::as_str).find(|heading| stands_out(heading, title));
    let title = heading.unwrap_or(title);
    // A headline within the title is the headline: the rest is the site's.
    let is_within = given.title.as_deref().is_some_and(|headline| title.contains(headline));
    if !title.is_empty() && !is_within {
        given.title = Some(title.to_owned());
    }
    let fields = [
        ("byline", &metadata.byline),
        ("date", &metadata.published_time),
        ("language", &metadata.lang),
    ];
    for (field, value) in fields {
        given.set(field, &one_line(value.as_deref().unwrap_or_default()));
    }
}

/// What parts the headline from the names of the site and its sections in a title.
fn is_mark(c: char) -> bool {
    matches!(c, '|' | '-' | '–' | '—' | '_' | '·' | '•' | '｜' | '»' | '«')
}

/// Whether a heading stands in a title with nothing but the site's names around it: they are parted from it and from one
/// another by marks, and each is shorter. `Tide at Dawn » News » Harbour Daily`.
fn stands_out(heading: &str, title: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (heading, title) = (plain(heading), plain(title).replace(" : ", " | "));
    let Some((before, after)) = title.split_once(&heading) else { return false };
    let (before, after) = (before.trim_end(), after.trim_start());
    let apart = (before.is_empty() || before.ends_with(is_mark))
        && (after.is_empty() || after.starts_with(is_mark));
    let longest = [before, after]
        .into_iter()
        .flat_map(|rest| rest.split(is_mark))
        .map(|name| name.trim().chars().count())
        .max();
    apart && longest < Some(heading.chars().count())
}

/// A title without the site's name after it, as in `Tide | Harbour Daily`.
fn without_site<'a>(title: &'a str, site: &str) -> &'a str {
    let before = title.strip_suffix(site).filter(|_| !site.is_empty()).map(str::trim_end);
    let short = before.and_then(|before| before.strip_suffix(is_mark)).map(str::trim_end);
    short.filter(|short| !short.is_empty()).unwrap_or(title)
}

/// An article in JSON-LD, which may stand in an array or a `@graph`.
fn of_json_ld(value: &Value, given: &mut Given) {
    let graph = value.get("@graph").unwrap_or(value);
    let nodes = graph.as_array().map_or(std::slice::from_ref(graph), Vec::as_slice);
    for node in nodes.iter().filter(|node| is_article(node)) {
        let fields = [
            ("title", "headline"),
            ("byline", "author"),
            ("date", "datePublished"),
            ("source", "publisher"),
            ("language", "inLanguage"),
        ];
        for (field, property) in fields {
            given.set(field, &one_line(&node.get(property).map(plain).unwrap_or_default()));
        }
    }
}

/// Whether a node is of schema.org's type `Article` or one below it.
fn is_article(node: &Value) -> bool {
    let is_kind = |kind: &Value| {
        let kind = kind.as_str().unwrap_or_default();
        kind.ends_with("Article") || matches!(kind, "BlogPosting" | "Report" | "SocialMediaPosting")
    };
    match node.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is_kind),
        Some(kind) => is_kind(kind),
        None => false,
    }
}

/// On one line. Only ASCII white space is collapsed: an ideographic space is the writer's.
fn one_line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
