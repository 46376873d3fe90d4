use std::fs;
use std::path::{Path, PathBuf};

use futures::executor::block_on;
use newsprint::model::{
    Article, ArticleId, At, Block, Caption, Corpus, Edition, Entity, Kind, Mention, Section, Span,
};
use newsprint::pack::Pack;
use newsprint::search::{
    Answer, Field, Filter, Found, Hit, Query, Searcher, excerpt, facets, search,
};
use newsprint::text::fold;
use proptest::prelude::*;

use crate::strategies;

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

/// What a reader types, what is understood, and which articles answer.
#[test]
fn the_syntax_means_what_the_documentation_says() {
    let corpus = corpus();
    let cases: &[(&str, &str, &[&str])] = &[
        ("颱風", "颱風", &["visit", "weather"]),
        ("台风", "台风", &["visit", "weather"]),
        ("颱風 登陸", "颱風 登陸", &["weather"]),
        ("颱風　登陸", "颱風 登陸", &["weather"]),
        ("颱風 -登陸", "颱風 -登陸", &["visit"]),
        ("颱風 －登陸", "颱風 -登陸", &["visit"]),
        ("-颱風", "-颱風", &["harbour", "quiet"]),
        ("登陸 OR report", "登陸 OR report", &["harbour", "weather"]),
        ("颱風 登陸 OR 訪問", "颱風 登陸 OR 訪問", &["visit", "weather"]),
        ("登陸 登陸 OR 訪問", "登陸 登陸 OR 訪問", &["weather"]),
        ("登陸 登陸", "登陸", &["weather"]),
        ("登陸 OR -颱風", "登陸 OR -颱風", &["harbour", "quiet", "weather"]),
        ("\"ports report\"", "\"ports report\"", &["harbour"]),
        ("“ports report”", "\"ports report\"", &["harbour"]),
        ("\"report ports\"", "\"report ports\"", &[]),
        ("\"準備防災包\"", "\"準備防災包\"", &["weather"]),
        ("-\"ports report\"", "-\"ports report\"", &["quiet", "visit", "weather"]),
        ("PORT", "PORT", &["harbour"]),
        ("ｃａｆｅ", "ｃａｆｅ", &["harbour"]),
        ("\"damage: see", "\"damage: see\"", &["harbour"]),
        ("title:颱風", "title:颱風", &["weather"]),
        ("標題：颱風", "title:颱風", &["weather"]),
        ("标题:台风", "title:台风", &["weather"]),
        ("by:陳大文", "by:陳大文", &["weather"]),
        ("作者:大文", "by:大文", &["weather"]),
        ("label:特寫", "label:特寫", &["weather"]),
        ("source:海角", "source:海角", &["weather"]),
        ("來源:灣城", "source:灣城", &["visit"]),
        ("海角社", "海角社", &["weather"]),
        ("person:小明", "person:小明", &["visit"]),
        ("人物：王小", "person:王小", &["visit"]),
        ("place:小明", "place:小明", &[]),
        ("-person:小明", "-person:小明", &["harbour", "quiet", "weather"]),
        ("date:2026-05", "date:2026-05", &["weather"]),
        ("日期：2026年5月20日", "date:2026年5月20日", &["weather"]),
        ("date:2026-05..2026-06", "date:2026-05..2026-06", &["harbour", "weather"]),
        ("date:2026-05-21..", "date:2026-05-21..", &["harbour"]),
        ("date:..2026-05", "date:..2026-05", &["weather"]),
        ("date:2026 report", "date:2026 report", &["harbour"]),
        ("title:\"port report\"", "title:\"port report\"", &["harbour"]),
        // Nothing a reader typed is lost:
        ("date:soon", "date:soon", &[]),
        ("title:", "title:", &[]),
        ("damage: see", "damage: see", &["harbour"]),
        ("地址:灣城", "地址:灣城", &[]),
        ("說，颱風", "說，颱風", &["weather"]),
        ("OR", "OR", &["harbour"]),
        ("report OR", "report", &["harbour"]),
        ("-", "-", &[]),
        ("", "", &["harbour", "quiet", "visit", "weather"]),
        ("\"\"", "", &["harbour", "quiet", "visit", "weather"]),
        ("\u{202e}颱\u{200b}風\u{0}", "颱\u{200b}風", &["visit", "weather"]),
    ];
    for (typed, understood, expected) in cases {
        assert_eq!(Query::parse(typed).to_string(), *understood, "understanding {typed}");
        assert_eq!(sorted(ids(&corpus, typed)), *expected, "answering {typed}");
        assert_eq!(Query::parse(understood).to_string(), *understood, "{typed} twice");
    }
}

/// The rows of the tables of `docs/search.md`, as what stands between backticks in each cell.
fn documented() -> Vec<Vec<Vec<&'static str>>> {
    let document = include_str!("../../docs/search.md");
    let code = |cell: &'static str| cell.split('`').skip(1).step_by(2).collect::<Vec<_>>();
    let rows = document.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| row.split('|').skip(1).map(code).collect()).collect()
}

#[test]
fn the_documentation_says_what_the_program_does() {
    let rows = documented();
    assert!(rows.len() > 30, "the tables are read");
    for row in rows {
        let typed = &row[0];
        match row.get(2).and_then(|cell| cell.first()) {
            Some(understood) => {
                for typed in typed {
                    assert_eq!(Query::parse(typed).to_string(), *understood);
                }
            }
            None => {
                for other in typed {
                    assert_eq!(fold(other).text, fold(typed[0]).text, "{other}");
                }
            }
        }
    }
}

#[test]
fn what_was_understood_can_be_shown_term_by_term() {
    let query = Query::parse("人物：小明 -\"a b\" c OR d");
    let [person, not, either] = query.understood() else { panic!("three clauses") };
    assert_eq!(
        (&person.any[0].field, person.any[0].text.as_str()),
        (&Field::Named(Kind::Person), "小明")
    );
    assert!(not.any[0].not && not.any[0].phrase);
    assert_eq!(either.any.len(), 2);
}

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
fn filters_narrow_and_facets_count() {
    let corpus = corpus();
    let edition = Edition::of(&corpus);
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
    let counted = facets(&edition, &[0, 2]);
    assert_eq!(counted.labels, [("特寫".to_owned(), 1)]);
    assert_eq!(counted.sources, [("海角社".to_owned(), 1), ("灣城報".to_owned(), 1)]);
    assert_eq!(counted.entities, [(0, 1)]);
    assert_eq!(counted.months, [("2026-05".to_owned(), 1)]);
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
fn a_query_of_any_size_is_answered() {
    let searcher = ready(&corpus());
    let queries = [
        "颱".repeat(100_000),
        "颱 ".repeat(100_000),
        "\"".repeat(100_000),
        "- ".repeat(100_000),
        "OR ".repeat(100_000),
        "。".repeat(100_000),
        "title:".repeat(100_000),
        "\u{202e}".repeat(100_000),
        ('\u{4e00}'..'\u{9fa5}').flat_map(|c| [c, ' ']).collect(),
        ('\u{4e00}'..'\u{9fa5}').flat_map(|c| [c, ' ', 'O', 'R', ' ']).collect(),
    ];
    for typed in queries {
        ask(&searcher, &typed);
    }
    let many: String = ('\u{4e00}'..'\u{4f00}').flat_map(|c| [c, c, ' ']).collect();
    assert!(Query::parse(&many).left_out() > 100);
}

/// Every string that is searched, as documented: source and date only where no other string has them.
fn strings(article: &Article) -> Vec<(At, &str)> {
    let mut strings: Vec<(At, &str)> = article.texts().collect();
    let own = |text: &&str| !article.texts().any(|(_, other)| other.contains(text));
    strings.extend(article.source.as_deref().filter(own).map(|text| (At::Source, text)));
    strings.extend(article.date.as_deref().filter(own).map(|text| (At::Date, text)));
    strings.sort();
    strings
}

/// One word, the plain way: fold each string and look.
fn naive(article: &Article, word: &str) -> Vec<(At, String)> {
    let needle = fold(word).text;
    let places = |(at, text): (At, &str)| {
        let count = fold(text).text.matches(&needle).count();
        std::iter::repeat_n((at, needle.clone()), count).collect::<Vec<_>>()
    };
    strings(article).into_iter().flat_map(places).collect()
}

/// A stretch of some string of the corpus, or any text: words worth searching for.
fn word(
    corpus: &Corpus,
    (article, string, start, length): (usize, usize, usize, usize),
    other: &str,
) -> String {
    let texts: Vec<&str> =
        corpus.articles.iter().flat_map(|it| strings(it)).map(|(_, text)| text).collect();
    let text = texts.get((article * 7 + string) % texts.len().max(1)).copied().unwrap_or(other);
    let chars: Vec<char> = text.chars().collect();
    let start = start % chars.len().max(1);
    let word: String = chars.iter().skip(start).take(length).filter(|c| **c != '"').collect();
    if fold(&word).text.trim().is_empty() { "臺".to_owned() } else { word }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_scan_finds_what_looking_at_each_string_finds(
        corpus in strategies::corpus(),
        pick in any::<(usize, usize, usize)>().prop_map(|(a, b, c)| (a % 1000, b % 1000, c % 1000)),
        length in 1..5_usize,
        other in strategies::text(),
    ) {
        let word = word(&corpus, (pick.0, pick.1, pick.2, length), &other);
        prop_assume!(!word.contains(['“', '”', '„', '＂']));
        let answer = ask(&ready(&corpus), &format!("\"{word}\""));
        let mut expected = 0;
        for (index, article) in corpus.articles.iter().enumerate() {
            let wanted = naive(article, &word);
            expected += wanted.len();
            let folded = |hit: &Hit| fold(hit.span.of(article.text_at(hit.at).unwrap_or_default())).text;
            let hits = places(&corpus, &answer, index);
            let got: Vec<(At, String)> = hits.iter().map(|hit| (hit.at, folded(hit))).collect();
            prop_assert_eq!(got, wanted, "searching for {:?}", &word);
        }
        prop_assert_eq!(answer.places, expected);
    }

    #[test]
    fn operators_hold_in_the_articles_they_should(
        corpus in strategies::corpus(),
        picks in proptest::collection::vec((0..50_usize, 0..50_usize, 0..24_usize, 1..4_usize, 0..4_u8), 1..5),
    ) {
        let searcher = ready(&corpus);
        let mut typed = String::new();
        let mut clauses: Vec<Vec<(bool, String)>> = Vec::new();
        for (article, string, start, length, operator) in picks {
            let word = word(&corpus, (article, string, start, length), "x").replace(['“', '”', '„', '＂'], "");
            prop_assume!(!fold(&word).text.is_empty());
            let not = operator == 1;
            let term = format!("{}\"{word}\"", if not { "-" } else { "" });
            match clauses.last_mut() {
                Some(last) if operator == 2 => {
                    typed = format!("{typed} OR {term}");
                    last.push((not, word));
                }
                _ => {
                    typed = format!("{typed} {term}");
                    clauses.push(vec![(not, word)]);
                }
            }
        }
        let holds = |article: &Article| {
            clauses.iter().all(|any| any.iter().any(|(not, word)| naive(article, word).is_empty() == *not))
        };
        let expected: Vec<usize> =
            corpus.articles.iter().enumerate().filter(|(_, it)| holds(it)).map(|(index, _)| index).collect();
        let mut got: Vec<usize> = ask(&searcher, &typed).found.iter().map(|it| it.article).collect();
        got.sort_unstable();
        prop_assert_eq!(got, expected, "{}", typed);
    }

    #[test]
    fn any_text_is_a_query(corpus in strategies::corpus(), typed in strategies::text(), any in any::<String>()) {
        let searcher = ready(&corpus);
        for typed in [typed, any] {
            let answer = ask(&searcher, &typed);
            for found in &answer.found {
                prop_assert!(places(&corpus, &answer, found.article).is_sorted());
            }
            prop_assert_eq!(answer.articles, answer.found.len());
        }
    }
}

/// Real press releases with the queries of the peers' benchmark, where they are there.
#[test]
fn real_articles_are_searched_as_looking_at_each_string_would() {
    let shared = std::env::var_os("NEWSPRINT_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let read = |name: &str| fs::read_to_string(shared.join(name)).ok();
    let (Some(lines), Some(queries)) =
        (read("corpora/gov/given-1k.jsonl"), read("bench/queries/zh.json"))
    else {
        println!(
            "skipped: no corpora in {} (NEWSPRINT_SHARED names another place)",
            shared.display()
        );
        return;
    };
    let release = |line: &str| -> Option<Article> {
        let fields: serde_json::Value = serde_json::from_str(line).ok()?;
        let text = |name: &str| fields[name].as_str().unwrap_or_default();
        Some(article(text("id"), text("title"), &text("body").lines().collect::<Vec<_>>()))
    };
    let corpus = Corpus {
        articles: lines.lines().take(60).filter_map(release).collect(),
        ..Corpus::default()
    };
    let searcher = ready(&corpus);
    let queries: serde_json::Value = serde_json::from_str(&queries).expect("the queries are JSON");
    let words = queries.as_array().expect("a list").iter().filter_map(|it| it["q"].as_str());
    for word in words.filter(|word| !word.contains([' ', '"', ':', '-'])) {
        let answer = ask(&searcher, word);
        let expected: Vec<usize> = corpus.articles.iter().map(|it| naive(it, word).len()).collect();
        let mut places = vec![0; expected.len()];
        for found in &answer.found {
            places[found.article] = found.places;
        }
        assert_eq!(places, expected, "{word}");
    }
}
