//! One thing under all its names is one entity.

use super::corpus;
use newsprint::annotate::{Corrections, annotate};
use newsprint::model::Corpus;

/// Every entity as `id` or `id (aliases)`.
fn entities(texts: &[&str]) -> Vec<String> {
    let mut corpus = corpus(texts);
    annotate(&mut corpus, &Corrections::default());
    list(&corpus)
}

fn list(corpus: &Corpus) -> Vec<String> {
    let entity = |entity: &newsprint::model::Entity| match entity.aliases.join(", ") {
        aliases if aliases.is_empty() => entity.id.to_string(),
        aliases => format!("{} ({aliases})", entity.id),
    };
    corpus.entities.iter().map(entity).collect()
}

#[test]
fn a_family_name_and_title_means_the_one_person_of_that_name() {
    assert_eq!(entities(&["主席陳文山開會，陳主席致謝。"]), ["person:陳文山 (陳主席)"]);
    assert_eq!(
        entities(&["主席陳文山開會，校長陳大海在場，陳主席致謝。"]),
        ["person:陳大海", "person:陳文山 (陳主席)"]
    );
    // Two chairmen of one family name, a title that is somebody else's, a page that has nobody of the name.
    assert_eq!(
        entities(&["主席陳文山開會，副主席陳大海在場，陳主席致謝。"]),
        ["person:陳主席", "person:陳大海", "person:陳文山"]
    );
    assert_eq!(entities(&["外長陳文山開會，陳校長致謝。"]), ["person:陳文山", "person:陳校長"]);
    assert_eq!(
        entities(&["外長陳文山開會。", "陳外長致謝。陳校長致謝。"]),
        ["person:陳文山 (陳外長)", "person:陳校長"]
    );
}

#[test]
fn long_and_short_names_and_both_scripts_are_one() {
    assert_eq!(
        entities(&["上合組織即上海合作組織，上海合作组织"]),
        ["organisation:上海合作組織 (上合組織, 上海合作组织)"]
    );
    assert_eq!(
        entities(&["the United States, the U.S. and the US"]),
        ["place:United_States (U.S., US)"]
    );
    assert_eq!(
        entities(&["作家伊薩克·貝爾曼到訪。貝爾曼說他很高興。"]),
        ["person:伊薩克·貝爾曼 (貝爾曼)"]
    );
}

#[test]
fn two_countries_side_by_side_are_one_mention_of_two() {
    let mut corpus = corpus(&["美日關係"]);
    annotate(&mut corpus, &Corrections::default());
    assert_eq!(list(&corpus), ["place:日本", "place:美國"]);
    let ids: Vec<&str> = corpus.articles[0].mentions[0]
        .entities
        .iter()
        .map(newsprint::model::EntityId::as_str)
        .collect();
    assert_eq!(ids, ["place:美國", "place:日本"]);
}

#[test]
fn a_treaty_without_brackets_is_the_one_with_them() {
    assert_eq!(
        entities(&["簽署《中法海洋保育公約》。海洋保育公約已生效。"]),
        ["work:中法海洋保育公約 (海洋保育公約)"]
    );
}

#[test]
fn people_of_one_family_name_stay_apart() {
    let people = |texts: &[&str]| {
        let mut people = entities(texts);
        people.retain(|entity| entity.starts_with("person:"));
        people
    };
    assert_eq!(
        people(&["Minister Jane Weller met President John Weller. Mr Weller left."]),
        ["person:Jane_Weller", "person:John_Weller", "person:Weller"]
    );
    assert_eq!(
        people(&["President John Weller spoke. Mr Weller left with Mrs Weller."]),
        ["person:John_Weller", "person:Weller"]
    );
    assert_eq!(
        people(&["President John Weller spoke. Mr Weller left."]),
        ["person:John_Weller (Weller)"]
    );
    // Somebody of that name on another page may be anybody.
    assert_eq!(
        people(&["President John Weller spoke.", "Captain Weller sank."]),
        ["person:John_Weller", "person:Weller"]
    );
}

#[test]
fn one_day_under_many_words_is_one_date() {
    assert_eq!(
        entities(&["今日開幕；2026年5月20日閉幕"]),
        ["date:2026-05-20 (2026年5月20日, 今日)"]
    );
    assert_eq!(
        entities(&["二○二六年五月二十日；2026年5月20日；20 May 2026；20日；民國115年5月20日"]),
        [
            "date:2026-05-20 (20 May 2026, 2026年5月20日, 20日, 二○二六年五月二十日, 民國115年5月20日)"
        ]
    );
}
