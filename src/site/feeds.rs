//! What tells machines of every page: a sitemap (sitemaps.org 0.9) and an Atom feed (RFC 4287).
//!
//! Both need full addresses, so they are written only where the site's address is known.

use super::facts::description;
use super::html::escaped;
use crate::model::Article;

const XML: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// How many articles a feed holds; the newest first.
const ENTRIES: usize = 50;

/// Every page of a site, by its full address.
pub(super) fn sitemap<'a>(addresses: impl Iterator<Item = &'a str>) -> String {
    let pages: Vec<String> =
        addresses.map(|url| format!("<url><loc>{}</loc></url>\n", escaped(url))).collect();
    let pages = pages.concat();
    format!(
        "{XML}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{pages}</urlset>\n"
    )
}

/// Whether any article has a day, so that there is a feed.
pub(super) fn any_dated(articles: &[Article]) -> bool {
    articles.iter().any(|article| article.day.as_deref().and_then(instant).is_some())
}

/// The newest articles that have a day, each with its full address; nothing where none has one, since a feed has to say
/// when it last changed (RFC 4287, 4.1.1).
pub(super) fn atom(title: &str, base: &str, articles: &[(&Article, String)]) -> Option<String> {
    let mut dated: Vec<(String, &Article, &str)> = articles
        .iter()
        .filter_map(|(article, url)| {
            Some((instant(article.day.as_deref()?)?, *article, url.as_str()))
        })
        .collect();
    // A stable sort: articles of one day stay in the corpus's order.
    dated.sort_by(|one, other| other.0.cmp(&one.0));
    dated.truncate(ENTRIES);
    let newest = dated.first().map(|(day, ..)| day.as_str())?;
    let entries: String =
        dated.iter().map(|(day, article, url)| entry(day, article, url)).collect();
    let (title, base) = (escaped(title), escaped(base));
    Some(format!(
        "{XML}<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<title>{title}</title>\n<id>{base}</id>\n\
         <link href=\"{base}\"/>\n<link rel=\"self\" href=\"{base}feed.xml\"/>\n\
         <updated>{newest}</updated>\n<author><name>{title}</name></author>\n{entries}</feed>\n"
    ))
}

fn entry(day: &str, article: &Article, url: &str) -> String {
    let author = article.byline.as_deref().map_or_else(String::new, |name| {
        format!("<author><name>{}</name></author>\n", escaped(name))
    });
    let (title, url) = (escaped(&article.title()), escaped(url));
    let summary = escaped(&description(article));
    format!(
        "<entry xml:lang=\"{}\">\n<title>{title}</title>\n<id>{url}</id>\n<link href=\"{url}\"/>\n\
         <updated>{day}</updated>\n{author}<summary>{summary}</summary>\n</entry>\n",
        escaped(&article.language)
    )
}

/// A day as RFC 3339 wants it; of a month or a year its first day.
fn instant(day: &str) -> Option<String> {
    let shape = |form: &str| {
        day.len() == form.len()
            && day.bytes().zip(form.bytes()).all(|(byte, form)| match form {
                b'0' => byte.is_ascii_digit(),
                _ => byte == form,
            })
    };
    let whole = if shape("0000-00-00") {
        day.to_owned()
    } else if shape("0000-00") {
        format!("{day}-01")
    } else if shape("0000") {
        format!("{day}-01-01")
    } else {
        return None;
    };
    Some(format!("{whole}T00:00:00Z"))
}

/// What a page that takes links, and shows what they lead to, asks for (oEmbed 1.0, <https://oembed.com>): an article
/// in a frame. A static host cannot heed `maxwidth`, so the frame takes the width it is given.
pub(super) fn oembed(article: &Article, site: &str, url: &str) -> String {
    let title = article.title();
    let html = format!(
        "<iframe src=\"{}?embed=1&amp;ui=article\" title=\"{}\" width=\"100%\" height=\"640\" loading=\"lazy\" \
         style=\"border:0\" allow=\"clipboard-write; fullscreen\" \
         sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox\"></iframe>",
        escaped(url),
        escaped(&title)
    );
    let oembed = serde_json::json!({
        "version": "1.0", "type": "rich", "title": title, "provider_name": site, "url": url,
        "author_name": article.byline, "html": html, "width": 640, "height": 640,
    });
    format!("{oembed:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_becomes_an_instant() {
        assert_eq!(instant("2026-05-20").as_deref(), Some("2026-05-20T00:00:00Z"));
        assert_eq!(instant("2026").as_deref(), Some("2026-01-01T00:00:00Z"));
        assert_eq!(instant("<b>"), None);
        assert_eq!(instant("2026-5-20"), None);
    }
}
