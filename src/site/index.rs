//! The index of names as a page of its own: for search engines, and for readers without scripts.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::html::escaped;
use super::names::encoded;
use crate::model::{ArticleId, Edition, Entity, Kind};
use crate::view::url;
use crate::view::words::Words;

/// How many names are listed, the most mentioned ones: a page of more is no page to read.
const NAMES: usize = 2_000;
/// How many articles are named after each.
const ARTICLES: usize = 12;

/// The people, places, organisations, works and events of an edition, by kind, each with links to the articles that mention
/// it; `folders` are the articles' own below `a/`, none where they have no pages. Empty where nobody is mentioned.
pub(super) fn index(
    edition: &Edition,
    words: &Words,
    folders: Option<&BTreeMap<&ArticleId, String>>,
) -> String {
    let mut kinds: BTreeMap<&Kind, Vec<String>> = BTreeMap::new();
    for (entity, articles, mentions) in listed(edition) {
        kinds
            .entry(&entity.kind)
            .or_default()
            .push(line(edition, entity, &articles, mentions, words, folders));
    }
    let mut html = String::new();
    for (kind, lines) in kinds {
        let name = escaped(&words.kind_name(kind, &edition.facts));
        let kind = escaped(kind.as_str());
        let lines = lines.concat();
        // Writing to a string cannot fail.
        let _ = write!(
            html,
            "<section data-kind=\"{kind}\">\n<h2 class=\"rail-title\">{name}</h2>\n<ul class=\"names\">\n{lines}</ul>\n</section>\n"
        );
    }
    html
}

/// The entities that are listed, sorted by name, each with the articles that mention it and how often they do.
fn listed(edition: &Edition) -> Vec<(&Entity, Vec<usize>, u32)> {
    let mut mentioned = vec![(Vec::new(), 0); edition.entities.len()];
    for (index, head) in edition.heads.iter().enumerate() {
        for (entity, times) in &head.entities {
            if let Some((articles, mentions)) = mentioned.get_mut(*entity as usize) {
                articles.push(index);
                *mentions += times;
            }
        }
    }
    let pairs = edition.entities.iter().zip(mentioned);
    let mut listed: Vec<_> = pairs
        .filter(|(entity, (articles, _))| {
            !articles.is_empty() && !matches!(entity.kind, Kind::Date | Kind::Quantity)
        })
        .map(|(entity, (articles, mentions))| (entity, articles, mentions))
        .collect();
    listed.sort_by_key(|(_, _, mentions)| std::cmp::Reverse(*mentions));
    listed.truncate(NAMES);
    listed.sort_by(|a, b| a.0.name.cmp(&b.0.name));
    listed
}

fn line(
    edition: &Edition,
    entity: &Entity,
    articles: &[usize],
    mentions: u32,
    words: &Words,
    folders: Option<&BTreeMap<&ArticleId, String>>,
) -> String {
    let heads = articles.iter().filter_map(|index| edition.heads.get(*index));
    let links: Vec<String> = heads
        .take(ARTICLES)
        .map(|head| {
            let folder = folders.and_then(|folders| folders.get(&head.id));
            let href = folder.map_or_else(
                || format!("../{}", url::link(head.id.as_str(), None)),
                |folder| format!("../a/{}/", encoded(folder)),
            );
            let title = if head.title.is_empty() { words.untitled } else { &head.title };
            let language = escaped(&head.language);
            format!(
                "<a href=\"{}\" lang=\"{language}\" dir=\"auto\">{}</a>",
                escaped(&href),
                escaped(title)
            )
        })
        .collect();
    let more = if articles.len() > ARTICLES { " …" } else { "" };
    let aliases = match &entity.aliases[..] {
        [] => String::new(),
        aliases => format!(" <span class=\"count\">{}</span>", escaped(&aliases.join("、"))),
    };
    let counts = (words.mentions)(mentions as usize);
    format!(
        "<li><b class=\"kind-name\">{}</b>{aliases} <span class=\"count\">{counts}</span><br>{}{more}</li>\n",
        escaped(&entity.name),
        links.join(" · "),
    )
}
