//! The URL says all of the reading state, and reads back as what it said.

use newsprint::order::Set;
use newsprint::view::reading::{Presentation, Reading, Target, Theme, Ui};
use newsprint::view::url::{
    card_link, element_id, from_hash, from_query, is_day, link, to_hash, to_query,
};
use proptest::prelude::*;

fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z0-9-]{1,12}", "\\PC{1,40}", "[./,&=?#%+:]{1,8}"]
}

fn names() -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(name(), 0..4).prop_map(|set| set.into_iter().collect())
}

fn day() -> impl Strategy<Value = String> {
    "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
}

fn target() -> impl Strategy<Value = Target> {
    prop_oneof![
        any::<usize>().prop_map(Target::Section),
        any::<usize>().prop_map(Target::Paragraph)
    ]
}

prop_compose! {
    fn reading()(
        place in prop::option::of((name(), prop::option::of(target()))),
        query in "\\PC{0,60}",
        filters in (names(), names(), names()),
        days in (prop::option::of(day()), prop::option::of(day())),
        hidden_kinds in prop::option::of(prop::collection::vec(name(), 0..4)),
        folded in prop::collection::vec((name(), 0usize..99), 0..6),
        card in prop::option::of(name()),
        view in prop::option::of(name()),
    ) -> Reading {
        let (article, target) = place.map_or((None, None), |(id, target)| (Some(id), target));
        let (entities, labels, sources) = filters;
        let (from, to) = days;
        let hidden_kinds = hidden_kinds.map(|kinds| kinds.into_iter().collect());
        let folded = folded.into_iter().collect();
        Reading { article, target, query, entities, labels, sources, from, to, hidden_kinds, folded, card, view }
    }
}

prop_compose! {
    fn presentation()(
        embed in any::<bool>(),
        theme in prop::sample::select(vec![Theme::Auto, Theme::Light, Theme::Dark]),
        lang in prop::option::of(name()),
        ui in prop::sample::select(vec![Ui::Full, Ui::Article, Ui::Minimal]),
        title in any::<bool>(),
        article in prop::option::of(name()),
        entities in prop::option::of(name()),
    ) -> Presentation {
        Presentation { embed, theme, lang, ui, title, article, entities }
    }
}

proptest! {
    #[test]
    fn a_reading_comes_back_from_its_hash(reading in reading()) {
        let hash = to_hash(&reading);
        prop_assert!(hash.is_ascii());
        prop_assert_eq!(from_hash(&hash), reading);
    }

    #[test]
    fn a_presentation_comes_back_from_its_query(presentation in presentation()) {
        let query = to_query(&presentation);
        prop_assert_eq!(from_query(&query, Presentation::default()), presentation);
    }

    #[test]
    fn any_hash_is_read_and_written_the_same_way_ever_after(hash in "\\PC{0,200}") {
        let reading = from_hash(&hash);
        prop_assert_eq!(from_hash(&to_hash(&reading)), reading);
    }

    #[test]
    fn a_link_leads_to_its_place(id in name(), target in prop::option::of(target())) {
        let reading = from_hash(&link(&id, target));
        prop_assert_eq!(reading, Reading { article: Some(id), target, ..Reading::default() });
    }
}

#[test]
fn the_hash_reads_as_documented() {
    let reading = Reading {
        article: Some("harbour".into()),
        target: Some(Target::Section(2)),
        query: "海 堤".into(),
        entities: vec!["person:陳大文".into()],
        from: Some("2026-05".into()),
        hidden_kinds: Some(Set::from(["date".into(), "person".into()])),
        folded: Set::from([("harbour".into(), 1), ("v1.0".into(), 0)]),
        ..Reading::default()
    };
    let hash = "#/a/harbour/s/2?q=%E6%B5%B7%20%E5%A0%A4&ent=person:%E9%99%B3%E5%A4%A7%E6%96%87&from=2026-05\
                &hide=date,person&fold=harbour.1,v1.0.0";
    assert_eq!(to_hash(&reading), hash);
    assert_eq!(from_hash(hash), reading);
}

#[test]
fn nothing_is_written_as_nothing() {
    assert_eq!(to_hash(&Reading::default()), "");
    assert_eq!(to_query(&Presentation::default()), "");
    for hash in ["", "#", "#/", "#/?", "#/a", "#/a/", "#/b/c", "#/?unknown=1"] {
        assert_eq!(from_hash(hash), Reading::default(), "{hash}");
    }
}

#[test]
fn other_spellings_are_understood() {
    assert_eq!(from_hash("#/?search=a+b").query, "a b");
    assert_eq!(from_hash("#/?highlight=海").query, "海");
    assert_eq!(from_hash("#harbour/p/4").target, Some(Target::Paragraph(4)));
    assert_eq!(from_hash("#/a/harbour/x/4").target, None);
    assert_eq!(element_id("harbour", Some(Target::Paragraph(4))), "harbour/p/4");
    assert_eq!(from_hash(&card_link("person:a b")).card.as_deref(), Some("person:a b"));
}

#[test]
fn bad_values_are_passed_over() {
    assert_eq!(from_hash("#/?from=yesterday&to=2026-5").from, None);
    assert_eq!(from_hash("#/?q=%ff%fe").query, "");
    assert_eq!(from_hash(&format!("#/?q={}", "x".repeat(2_000))).query, "");
    assert_eq!(from_hash(&format!("#/?q={}", "x".repeat(100_000))), Reading::default());
    assert_eq!(
        from_query("?theme=pink&ui=all&lang=", Presentation::default()),
        Presentation::default()
    );
    assert!(
        is_day("2026-05-20") && !is_day("2026-05-2") && !is_day("20260520") && !is_day("二〇二六")
    );
}

#[test]
fn a_query_changes_only_what_it_names() {
    let home =
        Presentation { theme: Theme::Dark, lang: Some("en".into()), ..Presentation::default() };
    assert_eq!(from_query("?embed=1", home.clone()), Presentation { embed: true, ..home });
}

#[test]
fn as_many_folded_sections_are_written_as_are_read() {
    let all = (0..60).flat_map(|n| (0..30).map(move |section| (format!("長篇-{n}"), section)));
    let reading = Reading {
        article: Some("長篇-3".into()),
        query: "海港".into(),
        card: Some("place:港".into()),
        folded: all.collect(),
        ..Reading::default()
    };
    let hash = to_hash(&reading);
    assert!(hash.len() <= 32 * 1024, "{}", hash.len());
    let read = from_hash(&hash);
    assert!(read.folded.len() > 500, "{}", read.folded.len());
    assert!(reading.folded.starts_with(&read.folded));
    assert_eq!(
        Reading { folded: Set::default(), ..read },
        Reading { folded: Set::default(), ..reading }
    );
}
