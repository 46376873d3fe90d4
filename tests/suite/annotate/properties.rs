//! What holds for any text at all.

use std::collections::BTreeSet;

use newsprint::annotate::{Corrections, annotate, explain};
use newsprint::model::{Article, Corpus};
use proptest::prelude::*;

/// Texts that press on the rules: their own words, in any order, with anything between.
fn text() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "國家主席",
        "王小明",
        "普",
        "·",
        "《",
        "》",
        "「",
        "」",
        "年",
        "月",
        "日",
        "5",
        "20",
        "二十",
        "百分之",
        "億",
        "元",
        "US$",
        " ",
        "，",
        "中俄",
        "大學",
        "公司",
        "北京",
        "廣場",
        "至",
        "上午",
        "前",
        "後",
        "自",
        "起",
        "每",
        "半",
        "個月",
        "颱風",
        "last ",
        "Tuesday",
        "two weeks",
        " ago",
        "from ",
        " to ",
        "May ",
        "a.m.",
        "twenty-first ",
        "1/2",
        "2026-05-20",
        "時",
        ":",
        "第",
        "屆",
        "𠀀",
        "May",
        "President",
        "Jane",
        "of",
        "記者",
        "表示",
        "\n",
        "．",
        "千",
        "1,",
    ]);
    let pieces = prop_oneof![4 => words.prop_map(str::to_owned), 1 => ".{0,4}"];
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn spans_are_sorted_apart_and_inside_and_ids_are_known(head in text(), bodies in prop::collection::vec(text(), 1..4)) {
        let mut corpus = super::corpus(&bodies.iter().map(String::as_str).collect::<Vec<_>>());
        corpus.articles[0].headline = Some(head);
        annotate(&mut corpus, &Corrections::default());
        let ids: Vec<_> = corpus.entities.iter().map(|entity| entity.id.clone()).collect();
        prop_assert!(ids.is_sorted_by(|a, b| a < b));
        let mut mentioned = BTreeSet::new();
        for article in &corpus.articles {
            apart_and_inside(article)?;
            mentioned.extend(article.mentions.iter().flat_map(|mention| mention.entities.clone()));
        }
        prop_assert_eq!(mentioned.into_iter().collect::<Vec<_>>(), ids);

        let mut again = corpus.clone();
        let (reasons, _) = explain(&mut again, &Corrections::default(), |_| {});
        prop_assert_eq!(&again, &corpus);
        prop_assert_eq!(reasons.len(), corpus.articles.iter().map(|article| article.mentions.len()).sum::<usize>());
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let mut corpus = super::corpus(&[&text]);
        annotate(&mut corpus, &Corrections::default());
    }

    #[test]
    fn any_corrections_are_read_or_refused_with_a_line(toml in ".{0,80}") {
        if let Err(error) = Corrections::parse(&toml) {
            prop_assert!(error.line >= 1);
        }
    }
}

fn apart_and_inside(article: &Article) -> Result<(), TestCaseError> {
    for mention in &article.mentions {
        let length = article.text_at(mention.at).unwrap_or_default().chars().count();
        prop_assert!(mention.span.start < mention.span.end && mention.span.end as usize <= length);
        prop_assert!(!mention.entities.is_empty());
    }
    for pair in article.mentions.windows(2) {
        prop_assert!(
            pair[0].at < pair[1].at
                || pair[0].at == pair[1].at && pair[0].span.end <= pair[1].span.start
        );
    }
    Ok(())
}

/// What texts of one kind alone are made of: names, none, letters beside characters, no white space and no stops.
#[test]
fn long_texts_of_one_kind_are_read_to_their_end() {
    let kinds = [
        "王小明陳文山普京北京",
        "的了是在不有這個",
        "Kofi王小明Annan in北京",
        "Smith ",
        "中美日",
        "😀𠀀\u{301}",
        "大學",
        "5月20日至",
        "三百五十",
        "1,234.5 ",
        "twenty-one ",
        "from May 3 to ",
        "two weeks before ",
        "half past ",
        "the first Monday ",
        "3 pm (",
        "1億",
        "農曆正月",
        "每",
    ];
    for kind in kinds {
        let text = kind.repeat(6_000 / kind.chars().count());
        let mut corpus = super::corpus(&[&text]);
        annotate(&mut corpus, &Corrections::default());
        assert!(apart_and_inside(&corpus.articles[0]).is_ok(), "{kind}");
    }
}

/// Twice the text, twice the mentions: nothing is read across, and none is lost in length.
#[test]
fn what_is_marked_grows_as_the_text_does() {
    for part in [
        "5月20日，習主席訪問法國。",
        "On May 3 Jane Weller paid $5 million to Acme Corp. in Paris. ",
        "三百五十人、",
        "颱風杜蘇芮。",
    ] {
        let mentions = |times: usize| {
            let mut corpus = super::corpus(&[&part.repeat(times)]);
            annotate(&mut corpus, &Corrections::default());
            corpus.articles[0].mentions.len()
        };
        assert_eq!(mentions(400), 2 * mentions(200), "{part}");
    }
}

#[test]
fn an_empty_corpus_has_no_entities() {
    let mut corpus = Corpus::default();
    assert_eq!(annotate(&mut corpus, &Corrections::default()), []);
    assert!(corpus.entities.is_empty());
}
