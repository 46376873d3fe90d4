//! What an answer tells: places, their order, excerpts, counts, near words.

use futures::executor::block_on;
use newsprint::model::{ArticleId, At, Corpus, Span};
use newsprint::pack::Pack;
use newsprint::search::{Answer, Filter, Hit, Query, Searcher, excerpt, search};

use super::{article, ask, corpus, ids, places, ready};

#[test]
fn places_are_told_in_reading_order() {
    let corpus = corpus();
    let searcher = ready(&corpus);
    let answer = ask(&searcher, "灣城");
    assert_eq!((answer.articles, answer.places), (1, 3));
    let hit = |at, range| Hit { at, span: Span::new(range) };
    let found = |answer: &Answer| places(&corpus, answer, answer.found[0].article);
    assert_eq!(
        found(&answer),
        [hit(At::heading(0), 0..2), hit(At::text(0, 0), 6..8), hit(At::text(0, 2), 0..2)]
    );
    // A name is painted where the recogniser saw it, under whichever name.
    let answer = ask(&searcher, "person:王小明");
    assert_eq!(found(&answer), [hit(At::text(0, 0), 0..3), hit(At::text(0, 0), 9..11)]);
    // Matches of two words that overlap are one place.
    assert_eq!(found(&ask(&searcher, "小明訪 王小")), [hit(At::text(0, 0), 0..4)]);
    // A source that had a line to itself is found there; one that the text repeats is counted once.
    assert_eq!(found(&ask(&searcher, "海角社")), [hit(At::Source, 0..3)]);
    assert_eq!(found(&ask(&searcher, "灣城報")), [hit(At::text(0, 2), 0..3)]);
    assert_eq!(ask(&searcher, "灣城報轉").places, 1);
    assert_eq!(
        block_on(search(&Pack::of(corpus), &Query::parse("灣城"))).map(|it| it.places),
        Ok(3)
    );
}

#[test]
fn the_better_answer_comes_first() {
    let filler = "其他的事也說了很多。".repeat(6);
    let text = |words: &str| format!("{words}{filler}");
    let mut subhead = article("subhead", "無題", &[&text("")]);
    subhead.sections[0].heading = Some("談颱風".into());
    let mut late = article("late", "無題", &[&text("到了七月。")]);
    late.day = Some("2026-07-01".into());
    let mut early = late.clone();
    (early.id, early.day) = (ArticleId::new("early"), Some("2026-01-01".into()));
    let corpus = Corpus {
        articles: vec![
            article("body", "無題", &[&text("說到颱風。")]),
            article("title", "颱風來了", &[&filler]),
            subhead,
            article("part", "x", &["The reports came and went, and more was said of them."]),
            article("whole", "x", &["The port came and went, and something was said of it."]),
            article("start", "x", &["The ports came and went, and something was said of it"]),
            article("apart", "x", &["紅色的東西很多，後來又說到了很多其他的事，綠色也有。"]),
            article("together", "x", &["紅色綠色的東西很多，後來又說到了很多其他的事，也有。"]),
            early,
            late,
        ],
        ..Corpus::default()
    };
    assert_eq!(ids(&corpus, "颱風"), ["title", "subhead", "body"]);
    assert_eq!(ids(&corpus, "port"), ["whole", "start", "part"]);
    assert_eq!(ids(&corpus, "紅色 綠色"), ["together", "apart"]);
    assert_eq!(ids(&corpus, "七月"), ["late", "early"]);
    assert_eq!(ids(&corpus, "-x").len(), 5, "the edition's order where nothing ranks");
}

#[test]
fn an_excerpt_is_cut_where_a_reader_pauses() {
    let long = "第一句話說得很長很長。第二句，有颱風的一句，也很長。第三句話完了。".to_owned()
        + &"尾".repeat(50);
    let corpus = Corpus {
        articles: vec![article("a", "無題", &[&long, "短的颱風。"])],
        ..Corpus::default()
    };
    let places = places(&corpus, &ask(&ready(&corpus), "颱風"), 0);
    let cut = |around, most| {
        let it =
            excerpt(&corpus.articles[0], &places, around, most).expect("there is such a place");
        let marked: Vec<&str> = it.marks.iter().map(|mark| mark.of(&it.text)).collect();
        assert_eq!(marked, ["颱風"]);
        assert_eq!(it.span.of(corpus.articles[0].text_at(it.at).expect("it stands")), it.text);
        it.text
    };
    assert_eq!(cut(0, 24), "第二句，有颱風的一句，也很長。第三句話完了。");
    assert_eq!(cut(0, 17), "第二句，有颱風的一句，也很長。");
    assert_eq!(cut(0, 12), "有颱風的一句，也很長。");
    assert_eq!(cut(0, 4), "有颱風的");
    assert_eq!(cut(1, 24), "短的颱風。");
    assert_eq!(excerpt(&corpus.articles[0], &places, 2, 24), None);
}

#[test]
fn filters_narrow() {
    let corpus = corpus();
    let searcher = ready(&corpus);
    let admitted = |filter: Filter| {
        block_on(searcher.search(&Query::default(), &filter))
            .expect("the pack is whole")
            .found
            .iter()
            .map(|it| it.article)
            .collect::<Vec<_>>()
    };
    assert_eq!(admitted(Filter::default()), [0, 1, 2, 3]);
    assert_eq!(admitted(Filter { entities: vec![0], ..Filter::default() }), [2]);
    assert_eq!(
        admitted(Filter { labels: vec!["特寫".into(), "社論".into()], ..Filter::default() }),
        [0]
    );
    assert_eq!(admitted(Filter { sources: vec!["灣城報".into()], ..Filter::default() }), [2]);
    assert_eq!(admitted(Filter { from: Some("2026-05-21".into()), ..Filter::default() }), [1]);
    assert_eq!(admitted(Filter { to: Some("2026-05".into()), ..Filter::default() }), [0]);
}

#[test]
fn where_there_is_no_answer_near_words_are_offered() {
    let pack = Pack::of(corpus());
    let searcher = block_on(Searcher::open(&pack)).expect("the pack is whole");
    let near = |typed: &str| {
        let offers = block_on(searcher.nearest(&Query::parse(typed))).expect("the pack is whole");
        offers.into_iter().map(|it| (it.typed, it.words)).collect::<Vec<_>>()
    };
    let offered = |typed: &str, words: &[&str]| {
        vec![(typed.to_owned(), words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>())]
    };
    assert_eq!(near("Tyfoon"), []);
    assert_eq!(near("Typhon"), offered("Typhon", &["Typhoon"]));
    assert_eq!(near("王大明"), offered("王大明", &["王小明"]));
    assert_eq!(near("颱風 氣壓局"), offered("氣壓局", &["氣象局"]));
    assert_eq!(near("颱風"), []);
    assert_eq!(near("-不在 title:不在"), []);
}

#[test]
fn a_near_word_takes_the_place_of_that_word_alone() {
    for (typed, word, expected) in [
        ("typhon typhons", "typhon", "typhoon typhons"),
        ("  typhon  \u{200E}rain ", "typhon", "typhoon  rain "),
        ("\"typhon\" OR “typhon”", "typhon", "\"typhoon\" OR “typhoon”"),
        ("title:typhon -typhon typhon", "typhon", "title:typhon -typhon typhoon"),
        ("\"typhon wind", "typhon wind", "\"typhoon"),
        ("title:海 海", "海", "title:海 typhoon"),
    ] {
        assert_eq!(Query::with_another(typed, word, "typhoon"), expected, "{typed}");
    }
}
