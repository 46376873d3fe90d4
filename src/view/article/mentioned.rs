//! The places where an entity is mentioned, each as a line of its card.

use crate::model::{Article, At, Edition, Span};
use crate::search::{Hit, excerpt};
use crate::view::library::paragraph_of;
use crate::view::state::Target;
use crate::view::url;

/// How much is shown of what a mention stands in, in code points.
const CONTEXT: usize = 80;

/// One place where the entity is mentioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) href: String,
    pub(super) article: String,
    /// What comes before the mention, the mention, and what comes after it.
    pub(super) context: [String; 3],
}

/// The articles that mention an entity, as indices into the heads, and how often they do in all.
pub(super) fn mentioned(edition: &Edition, entity: usize) -> (Vec<usize>, usize) {
    let mut articles = Vec::new();
    let mut mentions = 0;
    for (index, head) in edition.heads.iter().enumerate() {
        let at = head.entities.binary_search_by_key(&entity, |(entity, _)| *entity as usize);
        if let Some((_, count)) = at.ok().and_then(|at| head.entities.get(at)) {
            articles.push(index);
            mentions += *count as usize;
        }
    }
    (articles, mentions)
}

/// A line for each place where an article mentions an entity.
pub(super) fn lines_of(article: &Article, entity: &str) -> Vec<Line> {
    let mentions = article.mentions.iter();
    let here = mentions.filter(|mention| mention.entities.iter().any(|id| id.as_str() == entity));
    let line = |at: At, span| Line {
        href: url::link(article.id.as_str(), place(article, at)),
        article: article.title(),
        context: context(article, at, span),
    };
    here.map(|mention| line(mention.at, mention.span)).collect()
}

/// What comes before a mention, the mention, and what comes after it; dots where the text goes on.
fn context(article: &Article, at: At, span: Span) -> [String; 3] {
    let Some(excerpt) = excerpt(article, &[Hit { at, span }], 0, CONTEXT) else {
        return Default::default();
    };
    let mark = excerpt.marks.first().copied().unwrap_or(Span { start: 0, end: 0 });
    let part = |start, end| Span { start, end }.of(&excerpt.text);
    let whole = article.text_at(at).map_or(0, |text| text.chars().count());
    let dots = |cut: bool| if cut { "…" } else { "" };
    [
        [dots(excerpt.span.start > 0), part(0, mark.start).trim_start()].concat(),
        mark.of(&excerpt.text).to_owned(),
        [part(mark.end, u32::MAX).trim_end(), dots((excerpt.span.end as usize) < whole)].concat(),
    ]
}

/// The place nearest to a string that a link can lead to.
fn place(article: &Article, at: At) -> Option<Target> {
    paragraph_of(&article.sections, at)
        .map(Target::Paragraph)
        .or_else(|| at.section().map(Target::Section))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, Block, EntityId, Head, Kind, Mention, Section};

    #[test]
    fn each_mention_is_a_link_to_its_place() {
        let mention = |at, range| Mention {
            at,
            span: Span::new(range),
            kind: Kind::Place,
            entities: vec![EntityId::new("place:灣"), EntityId::new("place:島")],
        };
        let note = |text: &str| Block::Note { text: text.to_owned() };
        let article = Article {
            id: ArticleId::new("x"),
            headline: Some("灣島".to_owned()),
            sections: vec![
                Section { blocks: vec![note("一"), note("二")], ..Section::default() },
                Section {
                    heading: Some("灣".to_owned()), blocks: vec![note("在島上")], level: 1
                },
            ],
            mentions: vec![
                mention(At::Headline, 0..2),
                mention(At::heading(1), 0..1),
                mention(At::text(1, 0), 1..2),
            ],
            ..Article::default()
        };
        let lines = lines_of(&article, "place:島");
        let hrefs: Vec<&str> = lines.iter().map(|line| line.href.as_str()).collect();
        assert_eq!(hrefs, ["#x", "#x/s/1", "#x/p/2"]);
        assert_eq!(lines[2].context, ["在", "島", "上"]);
        assert!(lines_of(&article, "place").is_empty());
    }

    #[test]
    fn articles_are_found_by_their_heads() {
        let head =
            |entities: &[(u32, u32)]| Head { entities: entities.to_vec(), ..Head::default() };
        let heads = vec![head(&[(0, 2), (3, 4)]), head(&[(1, 1)]), head(&[(3, 1)])];
        let edition = Edition { heads, ..Edition::default() };
        assert_eq!(mentioned(&edition, 3), (vec![0, 2], 5));
        assert_eq!(mentioned(&edition, 2), (vec![], 0));
    }
}
