//! The URL: the reading state in the hash, the presentation in the query, two pure functions each way.
//!
//! The hash is `#/a/<article>/s/<section>?q=…` or `#/a/<article>/p/<paragraph>?q=…`, every part of it
//! optional; default values are left out. The keys are `q` (also read as `search` or `highlight`), `ent`,
//! `label`, `source` (each may repeat), `from`, `to`, `hide` (kinds, with commas between them),
//! `fold` (`<article>.<section>`, likewise), `card` and `view`. An element's own id is understood as well:
//! `#<article>`, `#<article>/s/<n>`, `#<article>/p/<n>`, which lead to the place even where no script runs.
//!
//! Reading is total: unknown keys, bad values and what is too long are passed over.

use std::fmt::Write as _;

use percent_encoding::utf8_percent_encode;

use super::pairs::{ESCAPED, Keys, escape, pairs, unescape};
use super::reading::{Presentation, Reading, Target, Theme, Ui};

/// The longest hash that is read or written, in bytes; sections that are folded beyond it are left out.
const MAX_HASH: usize = 32 * 1024;
/// The longest query, in code points.
pub const MAX_QUERY: usize = 1_000;
/// The longest id, label or source, in code points.
const MAX_NAME: usize = 300;
/// How often a key may repeat.
const MAX_REPEATS: usize = 32;
/// How many kinds may be hidden.
const MAX_LISTED: usize = 400;

/// The hash of a reading, with its `#`; empty for a reading with nothing in it.
///
/// ```
/// use newsprint::view::reading::{Reading, Target};
/// use newsprint::view::url;
/// let reading = Reading {
///     article: Some("harbour".into()),
///     target: Some(Target::Paragraph(3)),
///     query: "sea wall".into(),
///     ..Reading::default()
/// };
/// assert_eq!(url::to_hash(&reading), "#/a/harbour/p/3?q=sea%20wall");
/// assert_eq!(url::from_hash("#/a/harbour/p/3?q=sea%20wall"), reading);
/// ```
#[must_use]
pub fn to_hash(reading: &Reading) -> String {
    let mut hash = String::from("#/");
    if let Some(article) = &reading.article {
        hash.push_str("a/");
        push_place(&mut hash, article, reading.target);
    }
    let mut keys = Keys { out: &mut hash, next: '?' };
    if !reading.query.is_empty() {
        keys.text("q", &reading.query);
    }
    for (key, values) in
        [("ent", &reading.entities), ("label", &reading.labels), ("source", &reading.sources)]
    {
        for value in values {
            keys.text(key, value);
        }
    }
    for (key, value) in [("from", &reading.from), ("to", &reading.to)] {
        if let Some(value) = value {
            keys.text(key, value);
        }
    }
    if let Some(kinds) = &reading.hidden_kinds {
        keys.raw("hide", &kinds.iter().map(|kind| escape(kind)).collect::<Vec<_>>().join(","));
    }
    for (key, value) in [("card", &reading.card), ("view", &reading.view)] {
        if let Some(value) = value {
            keys.text(key, value);
        }
    }
    push_folded(keys, &reading.folded);
    if hash == "#/" { String::new() } else { hash }
}

/// The reading that a hash speaks of, with or without its `#`.
#[must_use]
pub fn from_hash(hash: &str) -> Reading {
    let mut reading = Reading::default();
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    if hash.len() > MAX_HASH {
        return reading;
    }
    let (path, keys) = hash.split_once('?').unwrap_or((hash, ""));
    let place = match path.strip_prefix('/') {
        Some(own) => own.strip_prefix("a/").unwrap_or_default(),
        None => path,
    };
    read_place(&mut reading, place);
    for (key, value) in pairs(keys) {
        read_key(&mut reading, key, value);
    }
    reading
}

/// The query of a presentation, with its `?`; empty for the default one.
#[must_use]
pub fn to_query(presentation: &Presentation) -> String {
    let mut query = String::new();
    let mut keys = Keys { out: &mut query, next: '?' };
    if presentation.embed {
        keys.raw("embed", "1");
    }
    if presentation.theme != Theme::Auto {
        keys.raw("theme", presentation.theme.as_str());
    }
    if let Some(lang) = &presentation.lang {
        keys.text("lang", lang);
    }
    if presentation.ui != Ui::Full {
        keys.raw("ui", presentation.ui.as_str());
    }
    if !presentation.title {
        keys.raw("title", "0");
    }
    if let Some(article) = &presentation.article {
        keys.text("article", article);
    }
    if let Some(entities) = &presentation.entities {
        keys.text("entities", entities);
    }
    query
}

/// What a query changes about a presentation; what it does not name stays as it is in `home`.
#[must_use]
pub fn from_query(query: &str, home: Presentation) -> Presentation {
    let mut presentation = home;
    let query = query.strip_prefix('?').unwrap_or(query);
    if query.len() > MAX_HASH {
        return presentation;
    }
    for (key, value) in pairs(query) {
        let value = unescape(value, MAX_NAME).unwrap_or_default();
        match key {
            "embed" => presentation.embed = value == "1",
            "theme" => presentation.theme = Theme::from_name(&value).unwrap_or(presentation.theme),
            "lang" if !value.is_empty() => presentation.lang = Some(value),
            "ui" => presentation.ui = Ui::from_name(&value).unwrap_or(presentation.ui),
            "title" => presentation.title = value != "0",
            "article" if !value.is_empty() => presentation.article = Some(value),
            "entities" => presentation.entities = Some(value),
            _ => {}
        }
    }
    presentation
}

/// The `id` of the element that shows a place: `<article>`, `<article>/s/<n>` or `<article>/p/<n>`.
#[must_use]
pub fn element_id(article: &str, target: Option<Target>) -> String {
    let mut id = article.to_owned();
    push_target(&mut id, target);
    id
}

/// The `href` that leads to a place in this page. It works without scripts; with them, the rest of the
/// reading state stays as it is.
#[must_use]
pub fn link(article: &str, target: Option<Target>) -> String {
    let mut link = String::from("#");
    push_place(&mut link, article, target);
    link
}

/// The `href` that opens an entity's card.
#[must_use]
pub fn card_link(entity: &str) -> String {
    format!("#/?card={}", escape(entity))
}

/// The `href` that leads to a view of the names.
#[must_use]
pub fn view_link(view: &str) -> String {
    ["#/?view=", view].concat()
}

/// Whether this is a day as ISO 8601 or the beginning of one: `2026`, `2026-05`, `2026-05-20`.
#[must_use]
pub fn is_day(text: &str) -> bool {
    matches!(text.len(), 4 | 7 | 10)
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn push_place(out: &mut String, article: &str, target: Option<Target>) {
    out.extend(utf8_percent_encode(article, ESCAPED));
    push_target(out, target);
}

fn push_target(out: &mut String, target: Option<Target>) {
    // Writing to a string cannot fail.
    let _ = match target {
        Some(Target::Section(section)) => write!(out, "/s/{section}"),
        Some(Target::Paragraph(paragraph)) => write!(out, "/p/{paragraph}"),
        None => Ok(()),
    };
}

/// The folded sections, the first of them where there are more than a hash can hold.
fn push_folded(mut keys: Keys, folded: &[(String, usize)]) {
    let room = MAX_HASH.saturating_sub(keys.out.len() + "&fold=".len());
    let mut list = String::new();
    for (id, section) in folded {
        let comma = if list.is_empty() { "" } else { "," };
        let item = [comma, &escape(id), ".", &section.to_string()].concat();
        if list.len() + item.len() > room {
            break;
        }
        list.push_str(&item);
    }
    if !list.is_empty() {
        keys.raw("fold", &list);
    }
}

fn read_place(reading: &mut Reading, place: &str) {
    let mut steps = place.split('/');
    reading.article =
        steps.next().and_then(|id| unescape(id, MAX_NAME)).filter(|id| !id.is_empty());
    if reading.article.is_none() {
        return;
    }
    let kind = steps.next();
    let number = steps.next().and_then(|number| number.parse().ok());
    reading.target = match (kind, number) {
        (Some("s"), Some(section)) => Some(Target::Section(section)),
        (Some("p"), Some(paragraph)) => Some(Target::Paragraph(paragraph)),
        _ => None,
    };
}

fn read_key(reading: &mut Reading, key: &str, value: &str) {
    let name = || unescape(value, MAX_NAME).filter(|name| !name.is_empty());
    match key {
        "q" | "search" | "highlight" => {
            reading.query = unescape(value, MAX_QUERY).unwrap_or_default();
        }
        "ent" => push_new(&mut reading.entities, name()),
        "label" => push_new(&mut reading.labels, name()),
        "source" => push_new(&mut reading.sources, name()),
        "from" => reading.from = name().filter(|day| is_day(day)),
        "to" => reading.to = name().filter(|day| is_day(day)),
        // Extending inserts one by one; collecting would bring a sort into the wasm.
        "hide" => reading.hidden_kinds.get_or_insert_default().extend(listed(value)),
        "fold" => {
            reading.folded.extend(value.split(',').filter_map(read_folded));
        }
        "card" => reading.card = name(),
        "view" => reading.view = name(),
        _ => {}
    }
}

fn read_folded(item: &str) -> Option<(String, usize)> {
    let (id, section) = item.rsplit_once('.')?;
    Some((unescape(id, MAX_NAME).filter(|id| !id.is_empty())?, section.parse().ok()?))
}

fn listed(value: &str) -> impl Iterator<Item = String> {
    let items = value.split(',').take(MAX_LISTED);
    items.filter_map(|item| unescape(item, MAX_NAME)).filter(|item| !item.is_empty())
}

fn push_new(values: &mut Vec<String>, value: Option<String>) {
    if let Some(value) = value.filter(|value| !values.contains(value))
        && values.len() < MAX_REPEATS
    {
        values.push(value);
    }
}
