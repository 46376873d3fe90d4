//! A small edition for the tests of the page.

use newsprint::model::{
    Article, ArticleId, At, Block, Caption, Corpus, Entity, EntityId, Facts, Kind, Mention,
    Section, Span, Sublist,
};

fn paragraph(text: &str) -> Block {
    Block::Paragraph { text: text.to_owned() }
}

fn entity(kind: Kind, name: &str) -> Entity {
    let id = Entity::id_for(&kind, name);
    Entity { id, kind, name: name.to_owned(), aliases: Vec::new(), value: None }
}

/// Marks the first place where an entity's name stands in a string.
fn mention(article: &Article, at: At, entity: &Entity) -> Option<Mention> {
    let text = article.text_at(at)?;
    let start = text[..text.find(&entity.name)?].chars().count();
    let span = Span::new(start..start + entity.name.chars().count());
    Some(Mention { at, span, kind: entity.kind.clone(), entities: vec![entity.id.clone()] })
}

fn article(
    id: &str,
    headline: &str,
    label: Option<&str>,
    day: &str,
    sections: Vec<Section>,
) -> Article {
    Article {
        id: ArticleId::new(id),
        language: "zh-Hant".into(),
        headline: Some(headline.into()),
        label: label.map(Into::into),
        source: Some(if label.is_some() { "海港社" } else { "本報" }.into()),
        date: Some(day.into()),
        day: Some(day.into()),
        sections,
        ..Article::default()
    }
}

/// Three articles, two of which speak of 陳大文, and one with everything that an article can have.
pub(super) fn corpus() -> Corpus {
    let person = entity(Kind::Person, "陳大文");
    let place = entity(Kind::Place, "白沙灣");
    let head = |heading: &str, blocks| Section { heading: Some(heading.into()), level: 1, blocks };
    let mut articles = vec![
        article(
            "harbour",
            "海堤重修 <完工>",
            Some("特寫"),
            "2026-03-02",
            vec![
                Section {
                    heading: None,
                    level: 1,
                    blocks: vec![paragraph("陳大文昨日到白沙灣，看了 A&B 公司重修的海堤。")],
                },
                head(
                    "潮水退去",
                    vec![
                        Block::List {
                            ordered: true,
                            first: 3,
                            items: vec!["石階".into(), "東側".into(), "西側".into(), "燈塔".into()],
                            nested: vec![Sublist { ordered: false, start: 1, end: 3 }],
                        },
                        Block::Note { text: "（編者按：本文有刪節）".into() },
                        Block::Quote { text: "海堤比人老。".into() },
                        Block::Code { text: "a\n  b".into() },
                        Block::Table {
                            rows: vec![
                                vec!["年".into(), "高".into()],
                                vec!["1931".into(), "4.2米".into()],
                            ],
                        },
                    ],
                ),
            ],
        ),
        article(
            "ferry",
            "渡輪復航",
            None,
            "2026-03-05",
            vec![Section {
                heading: None,
                level: 1,
                blocks: vec![paragraph("陳大文說，渡輪下月復航。")],
            }],
        ),
        article(
            "weather",
            "天氣轉涼",
            Some("短訊"),
            "2026-04-01",
            vec![Section { heading: None, level: 1, blocks: vec![paragraph("海面有霧。")] }],
        ),
    ];
    articles[0].kicker = Some("十年工程".into());
    articles[0].deck = Some("居民等了十年".into());
    articles[0].byline = Some("記者 林小燕".into());
    articles[0].captions =
        vec![Caption {
            text: "海堤全景".into(), credit: Some("海港社供圖".into()), picture: None
        }];
    articles[0].furniture = vec!["掃描看影片".into()];
    for article in &mut articles {
        let found =
            [&person, &place].into_iter().filter_map(|it| mention(article, At::text(0, 0), it));
        article.mentions = found.collect();
    }
    let facts =
        Facts { title: "港口日報".into(), language: "zh-Hant".into(), ..Facts::default() };
    let mut entities = vec![person, place];
    entities.sort_by(|a, b| a.id.cmp(&b.id));
    Corpus { facts, articles, entities }
}

/// The id of an entity of [`corpus`].
pub(super) fn id(kind: &Kind, name: &str) -> EntityId {
    Entity::id_for(kind, name)
}
