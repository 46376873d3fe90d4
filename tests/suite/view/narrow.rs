//! Query and filters together narrow what is shown, and the counts say what each would leave.

use std::sync::Arc;

use newsprint::model::{Edition, Kind};
use newsprint::search::{Answer, Found};
use newsprint::view::library::{Library, SMALL};
use newsprint::view::narrow::{Facet, counts, pane, shown, toggle, values};
use newsprint::view::reading::Reading;

use super::sample;

fn library() -> Library {
    Library { edition: Arc::new(Edition::of(&sample::corpus())), pack: None, home: None }
}

fn large() -> Library {
    let mut corpus = sample::corpus();
    let more = (0..SMALL).map(|n| {
        let mut article = corpus.articles[2].clone();
        article.id = newsprint::model::ArticleId::new(&format!("more-{n}"));
        article
    });
    let more: Vec<_> = more.collect();
    corpus.articles.extend(more);
    Library { edition: Arc::new(Edition::of(&corpus)), pack: None, home: None }
}

fn answer(articles: &[usize]) -> Answer {
    let found = articles.iter().map(|&article| Found { article, places: 0 }).collect();
    let mut answer = Answer::default();
    (answer.articles, answer.found) = (articles.len(), found);
    answer
}

fn left(reading: &Reading) -> Vec<usize> {
    shown(&library(), reading, None)
}

fn person() -> Reading {
    let id = sample::id(&Kind::Person, "陳大文").to_string();
    Reading { entities: vec![id], ..Reading::default() }
}

#[test]
fn filters_narrow_together() {
    assert_eq!(left(&Reading::default()), [0, 1, 2]);
    assert_eq!(left(&person()), [0, 1]);
    assert_eq!(
        left(&Reading { labels: vec!["特寫".into(), "短訊".into()], ..Reading::default() }),
        [0, 2]
    );
    assert_eq!(left(&Reading { labels: vec!["短訊".into()], ..person() }), [] as [usize; 0]);
    assert_eq!(
        left(&Reading { entities: vec!["person:無名".into()], ..Reading::default() }),
        [] as [usize; 0]
    );
}

#[test]
fn days_are_inclusive_however_much_of_them_is_given() {
    let between = |from: Option<&str>, to: Option<&str>| {
        left(&Reading { from: from.map(Into::into), to: to.map(Into::into), ..Reading::default() })
    };
    assert_eq!(between(Some("2026-03-05"), None), [1, 2]);
    assert_eq!(between(None, Some("2026-03")), [0, 1]);
    assert_eq!(between(Some("2026-03"), Some("2026-03-02")), [0]);
    assert_eq!(between(Some("2026"), Some("2026")), [0, 1, 2]);
    assert_eq!(between(Some("2027"), None), [] as [usize; 0]);
}

#[test]
fn a_small_edition_keeps_its_order_and_a_large_one_ranks() {
    assert_eq!(shown(&library(), &Reading::default(), Some(&answer(&[2, 0]))), [0, 2]);
    assert_eq!(shown(&large(), &Reading::default(), Some(&answer(&[2, 0]))), [2, 0]);
}

#[test]
fn counts_follow_the_query_and_the_other_filters() {
    let edition = library().edition;
    let counted = |reading: &Reading, answer: Option<&Answer>, facet| {
        counts(&edition, reading, answer, facet).into_iter().collect::<Vec<_>>()
    };
    let labels = [("特寫".to_owned(), 1), ("短訊".to_owned(), 1)];
    assert_eq!(counted(&Reading::default(), None, Facet::Label), labels);
    // A label chosen does not change what the other labels would add, but what entities leave.
    let chosen = Reading { labels: vec!["短訊".into()], ..Reading::default() };
    assert_eq!(counted(&chosen, None, Facet::Label), labels);
    assert_eq!(counted(&chosen, None, Facet::Entity), []);
    assert_eq!(counted(&Reading::default(), Some(&answer(&[1])), Facet::Label), []);
    let entities = counted(&person(), None, Facet::Entity);
    assert_eq!(entities, [("person:陳大文".to_owned(), 2), ("place:白沙灣".to_owned(), 1)]);
}

#[test]
fn days_are_grouped_as_coarsely_as_tells_them_apart() {
    assert_eq!(values(&library().edition, Facet::Day), ["2026-03", "2026-04"]);
}

#[test]
fn the_pane_shows_what_is_left_and_what_is_open() {
    let open = Reading { article: Some("ferry".into()), ..Reading::default() };
    assert_eq!(pane(&library(), &Reading::default(), true, &[0, 2]), [0, 2]);
    assert_eq!(pane(&library(), &open, true, &[0, 2]), [0, 1, 2]);
    assert_eq!(pane(&library(), &open, false, &[0, 1, 2]), [1]);
    assert_eq!(pane(&large(), &open, true, &[0, 2]), [1]);
    assert_eq!(pane(&large(), &Reading::default(), true, &[2, 0]), [2]);
    assert_eq!(pane(&large(), &Reading::default(), true, &[]), [] as [usize; 0]);
}

#[test]
fn a_filter_is_taken_back_by_the_same_click() {
    let mut chosen = vec!["a".to_owned()];
    toggle(&mut chosen, "b");
    assert_eq!(chosen, ["a", "b"]);
    toggle(&mut chosen, "a");
    assert_eq!(chosen, ["b"]);
}
