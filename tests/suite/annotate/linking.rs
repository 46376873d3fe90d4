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

#[test]
fn a_name_around_a_title_is_the_name_without_it() {
    assert_eq!(
        entities(&["林總統明達先生致詞。林總統說，作家林明達也在場。"]),
        ["person:林明達 (林總統, 林總統明達)"]
    );
    // The heading has the name, though it is printed nowhere.
    assert_eq!(entities(&["林總統明達先生致詞。"]), ["person:林明達 (林總統明達)"]);
}

#[test]
fn a_given_name_is_the_only_one_who_is_called_so() {
    let people = |texts: &[&str]| {
        let mut people = entities(texts);
        people.retain(|entity| entity.starts_with("person:"));
        people
    };
    assert_eq!(
        people(&["作家林若蘭到訪。記者若蘭、何家欣"]),
        ["person:何家欣", "person:林若蘭 (若蘭)"]
    );
    assert_eq!(
        people(&["作家林若蘭、何若蘭到訪。記者若蘭、何家欣"]),
        ["person:何家欣", "person:何若蘭", "person:林若蘭", "person:若蘭"]
    );
}

#[test]
fn a_name_in_its_own_letters_is_the_one_in_front_of_its_brackets() {
    assert_eq!(
        entities(&["總統卡瓦列羅（Juan Pablo Caballero）抵達。"]),
        ["person:卡瓦列羅 (Juan Pablo Caballero)"]
    );
    assert_eq!(
        entities(&["總統卡瓦列羅（Mr. Juan Caballero）抵達。"]),
        ["person:卡瓦列羅 (Juan Caballero)"]
    );
}

#[test]
fn a_name_in_capitals_is_the_one_that_is_not() {
    assert_eq!(
        entities(&["MINISTER JANE WELLER RESIGNS", "Minister Jane Weller resigned."]).len(),
        1
    );
}

#[test]
fn a_state_by_its_first_character_is_the_one_of_its_article() {
    assert_eq!(
        entities(&["訪問吐瓦魯，臺灣與吐國的友誼。"]),
        ["place:吐瓦魯 (吐國)", "place:臺灣"]
    );
    // Two states that begin so.
    let two = entities(&["訪問巴拿馬和巴拉圭，臺灣與巴國的友誼。"]);
    assert!(!two.iter().any(|entity| entity.contains('(') && entity.contains("巴國")), "{two:?}");
}

#[test]
fn cities_of_one_spelling_in_latin_letters_are_apart() {
    assert_eq!(entities(&["她從蘇州搬到宿州市，又去泰州。"]).len(), 3);
    assert_eq!(entities(&["她從華盛頓特區（Washington, D.C.）來到神戶，華盛頓下雨。"]).len(), 2);
    let named = entities(&["她住在累西腓。"]);
    assert_eq!(named, ["place:累西腓"]);
}

#[test]
fn a_president_is_not_the_vice_president_of_the_name() {
    assert_eq!(
        entities(&["總統林明達與副總統林若蘭出席。林總統致詞。"]),
        ["person:林明達 (林總統)", "person:林若蘭"]
    );
    assert_eq!(entities(&["林明達總統到訪，前總統林總統致詞。"]), ["person:林明達 (林總統)"]);
    // Whom other articles call the president, beside somebody else of the family name.
    assert_eq!(
        entities(&["總統林明達致詞。", "作家林若蘭訪問林明達。林總統說：好。"]),
        ["person:林明達 (林總統)", "person:林若蘭"]
    );
}

#[test]
fn a_name_that_two_bear_is_the_one_the_article_speaks_of() {
    let named = |texts: &str| {
        let mut corpus = corpus(&[texts]);
        annotate(&mut corpus, &Corrections::default());
        let item = |e: &newsprint::model::Entity| format!("{} {:?}", e.name, e.value);
        corpus.entities.iter().map(item).collect::<Vec<String>>().join("; ")
    };
    assert_eq!(named("他住在德州。"), "德州 None");
    assert!(named("山東省德州、聊城兩市大雨").contains("德州 Some(\"Q162880\")"));
    assert!(!named("美國德州與山東省結盟").contains("Q162880"));
    assert!(named("Congress passed the bill.").contains("U.S. Congress"));
    assert!(!named("the Peruvian Congress voted").contains("U.S. Congress"));
    assert!(!named("Peru’s Congress voted").contains("U.S. Congress"));
    assert!(!named("the World Jewish Congress met").contains("U.S. Congress"));
}
