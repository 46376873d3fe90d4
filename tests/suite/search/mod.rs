//! What a query finds, and what is told of it.

mod answers;
mod plain;
mod syntax;

use futures::executor::block_on;
use newsprint::model::{
    Article, ArticleId, At, Block, Caption, Corpus, Entity, Kind, Mention, Section, Span,
};
use newsprint::pack::Pack;
use newsprint::search::{Answer, Filter, Found, Hit, Query, Searcher};

fn ready(corpus: &Corpus) -> Searcher {
    block_on(Searcher::open(&Pack::of(corpus.clone()))).expect("the pack is whole")
}

fn ask(searcher: &Searcher, typed: &str) -> Answer {
    block_on(searcher.search(&Query::parse(typed), &Filter::default())).expect("the pack is whole")
}

/// The places in one article, in reading order.
fn places(corpus: &Corpus, answer: &Answer, article: usize) -> Vec<Hit> {
    let found = answer.found.iter().find(|it| it.article == article);
    let hits = found.map(|_| answer.hits(&corpus.articles[article])).unwrap_or_default();
    assert_eq!(found.map_or(0, |it| it.places), hits.len(), "as many as were counted");
    hits
}

/// The ids of what is found, best first.
fn ids(corpus: &Corpus, typed: &str) -> Vec<String> {
    let id = |found: &Found| corpus.articles[found.article].id.to_string();
    ask(&ready(corpus), typed).found.iter().map(id).collect()
}

fn sorted(mut ids: Vec<String>) -> Vec<String> {
    ids.sort();
    ids
}

fn article(id: &str, headline: &str, paragraphs: &[&str]) -> Article {
    let blocks =
        paragraphs.iter().map(|text| Block::Paragraph { text: (*text).to_owned() }).collect();
    Article {
        id: ArticleId::new(id),
        headline: Some(headline.to_owned()),
        sections: vec![Section { blocks, ..Section::default() }],
        ..Article::default()
    }
}

/// Four short pieces with one of everything a query can ask for.
fn corpus() -> Corpus {
    let mut weather =
        article("weather", "颱風將至", &["氣象局說，颱風明天登陸臺灣。", "請準備　防災包。"]);
    weather.label = Some("特寫".into());
    weather.byline = Some("陳大文".into());
    weather.day = Some("2026-05-20".into());
    weather.source = Some("海角社".into());
    let mut harbour =
        article("harbour", "Port report", &["The ports report on “Typhoon” damage: see the café."]);
    harbour.day = Some("2026-06".into());
    let mut visit = article(
        "visit",
        "訪問後記",
        &["王小明訪問了灣城，小明說颱風不可怕。", "作者寫了《海邊》。"],
    );
    visit.sections[0].heading = Some("灣城一日".into());
    visit.source = Some("灣城報".into());
    visit.sections[0].blocks.push(Block::Note { text: "灣城報轉載".into() });
    visit.captions =
        vec![Caption {
            text: "小明在海邊".into(), credit: Some("圖文社".into()), picture: None
        }];
    let person = Entity::id_for(&Kind::Person, "王小明");
    let mention =
        |at, span| Mention { at, span, kind: Kind::Person, entities: vec![person.clone()] };
    visit.mentions =
        vec![mention(At::text(0, 0), Span::new(0..3)), mention(At::text(0, 0), Span::new(9..11))];
    let quiet = article("quiet", "無事", &["平靜的一天。"]);
    let entities = vec![Entity {
        id: person,
        kind: Kind::Person,
        name: "王小明".into(),
        aliases: vec!["小明".into()],
        value: None,
    }];
    Corpus { articles: vec![weather, harbour, visit, quiet], entities, ..Corpus::default() }
}
