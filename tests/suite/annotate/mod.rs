//! What the recogniser finds, in texts of our own and, where they are at hand, in real ones.

mod amounts;
mod corrections;
mod days;
mod gold;
mod linking;
mod properties;
mod rules;
mod sets;
mod values;

use newsprint::annotate::{Corrections, annotate};
use newsprint::model::{Article, ArticleId, Block, Corpus, Section};

/// An article of one paragraph for each text.
fn corpus(texts: &[&str]) -> Corpus {
    let article = |(n, text): (usize, &&str)| {
        let blocks = vec![Block::Paragraph { text: (*text).to_owned() }];
        let sections = vec![Section { level: 1, blocks, ..Section::default() }];
        let (id, day) = (ArticleId::new(&n.to_string()), Some("2026-05-20".to_owned()));
        Article { id, day, sections, ..Article::default() }
    };
    Corpus { articles: texts.iter().enumerate().map(article).collect(), ..Corpus::default() }
}

/// What is marked in each text, as `text/kind` with spaces between.
fn marks(corpus: &Corpus) -> Vec<String> {
    let of = |article: &Article| {
        let mention = |m: &newsprint::model::Mention| {
            format!("{}/{}", m.span.of(article.text_at(m.at).unwrap_or_default()), m.kind)
        };
        article.mentions.iter().map(mention).collect::<Vec<String>>().join(" ")
    };
    corpus.articles.iter().map(of).collect()
}

/// What is marked in one text that stands alone.
fn marked(text: &str) -> String {
    let mut corpus = corpus(&[text]);
    annotate(&mut corpus, &Corrections::default());
    marks(&corpus).remove(0)
}
